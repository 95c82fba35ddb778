"""Perpindahan status: moves a year, an SKP or an evaluation along its table, and keeps the projections beside it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from jenjang.kernel.transitions import Track, Tracks
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.performance import states, tallies
from jenjang.performance.models import (
    SKP,
    Evaluation,
    EvaluationTransition,
    PerformanceYear,
    PerformanceYearTransition,
    SKPTransition,
)
from jenjang.performance.tallies import Place, Shifts

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


HELD = ("state", "version", "approach", "appraiser", "by_authority", "appraiser_chosen", "until")
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
    shifts: Shifts | None = None,
    **changed: Any,
) -> None:
    """Evaluasi: one step; `changed` are projections that change with it (ratings, predicate, day of release).

    With `shifts` the tally is left to the caller, who moves many at once.
    """
    predicate = Evaluation.objects.values_list("predicate", flat=True).get(pk=evaluation.pk)
    step = TRACKS.move(evaluation, target, by=by, reason=reason, at=at, employee_id=evaluation.employee_id)
    after = Place(target, changed.get("predicate", predicate))
    tallies.count_evaluation(evaluation, Place(step.source, predicate), after, shifts)
    _keep(evaluation, state=target, **changed)


MOVED = ("state", "result_rating", "behaviour_rating", "predicate", "released_on")
"""What may have changed of an evaluation while somebody waited for it."""
GONE = "Evaluasi ini sudah tidak ada, sebab jabatannya berakhir sebelum masanya mulai."


def hold_evaluation(evaluation: Evaluation) -> None:
    """Pegang evaluasi until the transaction ends, as it stands now: who writes into it and who moves it take turns."""
    hold_evaluations([evaluation])


def hold_evaluations(evaluations: Iterable[Evaluation]) -> None:
    """Many at once, in the order of their keys, so that two who hold many never wait in a circle."""
    held = sorted(evaluations, key=lambda one: one.pk)
    for one in held:
        TRACKS.hold(one)
    now = Evaluation.objects.in_bulk([one.pk for one in held])
    for one in held:
        found = now.get(one.pk)
        if found is None:
            raise Refused(Decision([Finding(False, GONE, code="evaluasi")], None))
        for name in MOVED:
            setattr(one, name, getattr(found, name))


def _keep(subject: Any, **values: Any) -> None:
    for name, value in values.items():
        setattr(subject, name, value)
    type(subject)._default_manager.filter(pk=subject.pk).update(**values)
