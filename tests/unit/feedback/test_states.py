"""State machines of feedback: every round is counted before it ends, an objection is settled with a reason."""

from jenjang.feedback.states import RATER, ROUND
from tests.machines import reached


def test_a_round_is_closed_only_by_counting() -> None:
    assert "ditutup" not in reached(ROUND, without="dihitung")
    assert ROUND.ends == {"ditutup", "dibatalkan"}


def test_whoever_removes_a_rater_says_why() -> None:
    assert all(move.needs_reason for move in RATER.moves)
