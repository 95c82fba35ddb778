"""State machines of feedback: every state is reached, every round ends, an objection is settled with a reason."""

from collections import deque

import pytest

from jenjang.feedback import cli, states
from jenjang.feedback.states import MACHINES, RATER, ROUND
from jenjang.kernel.states import Machine


def reachable(machine: Machine, without: str = "") -> set[str]:
    seen, waiting = {machine.initial}, deque([machine.initial])
    while waiting:
        for move in machine.next(waiting.popleft()):
            if move.target not in seen and move.target != without:
                seen.add(move.target)
                waiting.append(move.target)
    return seen


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_state_is_reached_and_there_is_an_end(machine: Machine) -> None:
    assert reachable(machine) == set(machine.labels)
    assert machine.ends


def test_a_round_is_closed_only_by_counting() -> None:
    assert "ditutup" not in reachable(ROUND, without="dihitung")
    assert ROUND.ends == {"ditutup", "dibatalkan"}


def test_whoever_removes_a_rater_says_why() -> None:
    assert all(move.needs_reason for move in RATER.moves)


def test_the_reference_page_is_current() -> None:
    assert cli.REFERENCE.read_text("utf-8") == states.reference_page(), "run: jenjang feedback states --write"
