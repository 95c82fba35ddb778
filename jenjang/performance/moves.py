"""Perpindahan status: moves a year, an SKP or an evaluation along its table, and keeps the projections beside it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from jenjang.kernel.transitions import Track, Tracks
from jenjang.performance import states, tallies
from jenjang.performance.models import (
    SKP,
    Evaluation,
    EvaluationTransition,
    PerformanceYear,
    PerformanceYearTransition,
    SKPTransition,
)
from jenjang.performance.tallies import Place

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.ledger import Actor

TRACKS = Tracks(
    "performance",
    {
        PerformanceYear: Track(states.YEAR, PerformanceYearTransition, "year"),
        SKP: Track(states.SKP, SKPTransition, "skp"),
        Evaluation: Track(states.EVALUATION, EvaluationTransition, "evaluation"),
    },
)


HELD = ("state", "version", "approach", "appraiser", "by_authority", "until")
"""What may have changed of an SKP while somebody waited for it."""


def hold_skp(skp: SKP) -> int:
    """Pegang SKP until the transaction ends, as it stands now; gives the number of its newest move.

    Nobody writes into what another hands in at the same moment, and nobody agrees to what he has not read.
    """
    TRACKS.hold(skp)
    skp.refresh_from_db(fields=HELD)
    last = TRACKS.newest(skp)
    return last.sequence if last else 0


@transaction.atomic
def move_year(year: PerformanceYear, target: str, *, by: User | Actor, reason: str = "") -> None:
    """Tahun kinerja: one step."""
    TRACKS.move(year, target, by=by, reason=reason)
    _keep(year, state=target)


@transaction.atomic
def move_skp(skp: SKP, target: str, *, by: User | Actor, reason: str = "", at: datetime | None = None) -> None:
    """SKP: one step; `skp.state` follows."""
    step = TRACKS.move(skp, target, by=by, reason=reason, at=at, employee_id=skp.employee_id)
    ended = tallies.place_of(skp).predicate
    tallies.count_skp(skp, Place(step.source, ended), Place(target, ended))
    _keep(skp, state=target)


@transaction.atomic
def move_evaluation(
    evaluation: Evaluation,
    target: str,
    *,
    by: User | Actor,
    reason: str = "",
    at: datetime | None = None,
    **changed: Any,
) -> None:
    """Evaluasi: one step; `changed` are projections that change with it (ratings, predicate, day of release)."""
    predicate = Evaluation.objects.values_list("predicate", flat=True).get(pk=evaluation.pk)
    step = TRACKS.move(evaluation, target, by=by, reason=reason, at=at, employee_id=evaluation.employee_id)
    after = Place(target, changed.get("predicate", predicate))
    tallies.count_evaluation(evaluation, Place(step.source, predicate), after)
    _keep(evaluation, state=target, **changed)


def _keep(subject: Any, **values: Any) -> None:
    for name, value in values.items():
        setattr(subject, name, value)
    type(subject)._default_manager.filter(pk=subject.pk).update(**values)
