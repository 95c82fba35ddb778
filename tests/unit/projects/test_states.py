"""State machines of team projects: every state is reached and ends, nobody is in without consent, nothing counts unconfirmed."""

from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.kernel.states import Machine
from jenjang.law.errors import Refused
from jenjang.projects import cli, states
from jenjang.projects.states import CONSENT, CONTRIBUTION, MACHINES, MEMBERSHIP, OVER, PROJECT


def reachable(machine: Machine, without: str = "") -> set[str]:
    seen, waiting = {machine.initial}, deque([machine.initial])
    while waiting:
        for move in machine.next(waiting.popleft()):
            if move.target not in seen and move.target != without:
                seen.add(move.target)
                waiting.append(move.target)
    return seen


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_state_is_reached_and_something_ends(machine: Machine) -> None:
    assert reachable(machine) == set(machine.labels)
    assert machine.ends


def test_a_team_runs_only_after_consents_were_asked() -> None:
    assert reachable(PROJECT, without="menunggu") == {"rancangan", "dibatalkan"}
    assert PROJECT.ends == OVER


def test_nobody_ends_a_membership_that_never_began() -> None:
    assert "selesai" not in reachable(MEMBERSHIP, without="aktif")


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


def test_the_reference_page_is_current() -> None:
    assert cli.REFERENCE.read_text("utf-8") == states.reference_page(), "run: jenjang projects states --write"
