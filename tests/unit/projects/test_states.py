"""State machines of team projects: nobody is in without consent, nothing counts unconfirmed."""

from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.errors import Refused
from jenjang.projects.states import CONSENT, CONTRIBUTION, MEMBERSHIP, OVER, PROJECT
from tests.machines import reached


def test_a_team_runs_only_after_consents_were_asked() -> None:
    assert reached(PROJECT, without="menunggu") == {"rancangan", "dibatalkan"}
    assert PROJECT.ends == OVER


def test_nobody_ends_a_membership_that_never_began() -> None:
    assert "selesai" not in reached(MEMBERSHIP, without="aktif")


def test_silence_never_becomes_consent() -> None:
    assert CONSENT.next("dinaikkan") == ()


@given(st.lists(st.sampled_from(sorted(CONTRIBUTION.labels)), max_size=10))
def test_what_is_confirmed_stays_confirmed(wishes: list[str]) -> None:
    state = CONTRIBUTION.initial
    was_confirmed = False
    for wish in wishes:
        try:
            CONTRIBUTION.check(state, wish, "Alasan.")
        except Refused:
            continue
        state = wish
        was_confirmed |= state == "dikonfirmasi"
    assert not was_confirmed or state == "dikonfirmasi"
