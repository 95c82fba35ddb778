"""State machines of performance: nothing is released without a rating, and what was handed over does not go back."""

from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.errors import Refused
from jenjang.performance.states import EVALUATION, FINAL, SKP
from tests.machines import reached


def test_no_path_reaches_release_or_an_end_without_a_rating() -> None:
    assert reached(EVALUATION, without="dinilai") == {"terbuka", "diisi"}


def test_no_path_leads_back_from_what_was_handed_over() -> None:
    after = {"dirilis", "keberatan", *FINAL}
    assert {move.target for move in EVALUATION.moves if move.source in after} <= after


def test_what_is_final_changes_only_with_a_reason() -> None:
    assert all(move.needs_reason and move.target == "diubah" for move in EVALUATION.moves if move.source in FINAL)


def test_an_skp_is_agreed_only_after_it_was_handed_in() -> None:
    assert reached(SKP, without="diajukan") == {"rancangan", "dibatalkan"}


@given(st.lists(st.sampled_from(sorted(EVALUATION.labels)), max_size=12))
def test_however_somebody_pushes_a_release_has_a_rating_before_it(wishes: list[str]) -> None:
    state, path = EVALUATION.initial, [EVALUATION.initial]
    for wish in wishes:
        try:
            EVALUATION.check(state, wish, "Alasan.")
        except Refused:
            continue
        state = wish
        path.append(state)
    if "dirilis" in path:
        assert "dinilai" in path[: path.index("dirilis")]
