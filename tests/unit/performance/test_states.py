"""State machines of performance: every state leads somewhere and ends, nothing is released without a rating."""

from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.kernel.states import Machine
from jenjang.law.errors import Refused
from jenjang.performance import cli, states
from jenjang.performance.states import EVALUATION, FINAL, MACHINES, SKP


def reachable(machine: Machine, without: str = "") -> set[str]:
    seen, waiting = {machine.initial}, deque([machine.initial])
    while waiting:
        for move in machine.next(waiting.popleft()):
            if move.target not in seen and move.target != without:
                seen.add(move.target)
                waiting.append(move.target)
    return seen


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_state_is_reached_and_every_move_joins_known_states(machine: Machine) -> None:
    assert reachable(machine) == set(machine.labels)
    assert {state for move in machine.moves for state in (move.source, move.target)} <= set(machine.labels)


def test_no_path_reaches_release_or_an_end_without_a_rating() -> None:
    assert reachable(EVALUATION, without="dinilai") == {"terbuka", "diisi"}


def test_no_path_leads_back_from_what_was_handed_over() -> None:
    after = {"dirilis", "keberatan", *FINAL}
    assert {move.target for move in EVALUATION.moves if move.source in after} <= after


def test_what_is_final_changes_only_with_a_reason() -> None:
    assert all(move.needs_reason and move.target == "diubah" for move in EVALUATION.moves if move.source in FINAL)


def test_an_skp_is_agreed_only_after_it_was_handed_in() -> None:
    assert reachable(SKP, without="diajukan") == {"rancangan", "dibatalkan"}


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


def test_the_reference_page_is_current() -> None:
    assert cli.REFERENCE.read_text("utf-8") == states.reference_page(), "run: jenjang performance states --write"
