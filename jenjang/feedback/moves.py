"""Perpindahan status: moves a round or a rater along its table, and keeps the projection beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from jenjang.feedback import states
from jenjang.feedback.models import Rater, RaterTransition, Round, RoundTransition
from jenjang.kernel.transitions import Track, Tracks

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.ledger import Actor

TRACKS = Tracks(
    "feedback",
    {
        Round: Track(states.ROUND, RoundTransition, "round"),
        Rater: Track(states.RATER, RaterTransition, "rater"),
    },
)


@transaction.atomic
def move_round(round: Round, target: str, *, by: User | Actor, reason: str = "") -> None:
    """Putaran 360 derajat: one step."""
    TRACKS.move(round, target, by=by, reason=reason)
    Round.objects.filter(pk=round.pk).update(state=target)
    round.state = target


@transaction.atomic
def move_rater(rater: Rater, target: str, *, by: User | Actor, reason: str = "") -> None:
    """Penilai 360 derajat: one step."""
    TRACKS.move(rater, target, by=by, reason=reason, employee_id=rater.employee_id)
    Rater.objects.filter(pk=rater.pk).update(state=target)
    rater.state = target
