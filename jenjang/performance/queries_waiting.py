"""Bacaan untuk beranda: what of evaluation waits for somebody. The rows themselves, for home to ask whether there are any, and what is told of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from jenjang.accounts.queries import law_for
from jenjang.accounts.roles import Role
from jenjang.performance import periods, queries_distribution, queries_improving, scopes
from jenjang.performance.appraisers import chain
from jenjang.performance.models import (
    YEARLY,
    AmendmentProposal,
    AppraisalObjection,
    Evaluation,
    ImprovementPlan,
    ImprovementStep,
    PerformanceYear,
)
from jenjang.performance.periods import Period
from jenjang.performance.queries_distribution import UNSET
from jenjang.performance.states import RUNNING
from jenjang.performance.unit_predicates import TOP, set_by

if TYPE_CHECKING:
    from jenjang.accounts.models import User


def own(user: User) -> QuerySet[Evaluation]:
    """Evaluasi sendiri that wait for the person."""
    return Evaluation.objects.filter(employee__user=user, state__in=("terbuka", "dirilis"), year__state=RUNNING)


def own_open(user: User) -> list[Evaluation]:
    """Evaluasi sendiri that wait for the person: to be filled in, or handed over and not answered."""
    return list(own(user).select_related("year").order_by("last", "pk"))


def steps(user: User) -> QuerySet[ImprovementStep]:
    """Langkah perbaikan sendiri that are not done."""
    return ImprovementStep.objects.filter(plan__employee__user=user, plan__outcome=None, done_on=None)


def own_steps(user: User) -> list[ImprovementStep]:
    """Langkah perbaikan sendiri that are not done yet."""
    return list(steps(user).select_related("plan").order_by("due", "pk"))


@dataclass(slots=True)
class TeamWork:
    """Yang menunggu pada satu lembar tim: how many are filled in, not filled in, and rated."""

    period: Period
    states: Counter[str] = field(default_factory=Counter)


def team(user: User) -> QuerySet[Evaluation]:
    """Evaluasi tim that wait to be filled in, rated or handed over."""
    rows = Evaluation.objects.filter(_rated_by(user), year__state=RUNNING, state__in=("terbuka", "diisi", "dinilai"))
    return rows.exclude(employee__user=user)


def _rated_by(user: User, skp: str = "skp") -> Q:
    """Of those whom somebody appraises; written without asking who that is."""
    mine = Q(**{f"{skp}__appraiser__user": user})
    if Role.APPOINTING_AUTHORITY in scopes.powers(user).roles:
        mine |= Q(**{f"{skp}__by_authority": True})
    return mine


def to_begin(user: User, day: date) -> QuerySet[Evaluation]:
    """Hasil tahunan yang menunggu rencana perbaikan dari penilainya."""
    rows = queries_improving.poor_results(law_for(user, day))
    return rows.filter(_rated_by(user)).exclude(employee__user=user)


def to_close(user: User, day: date) -> QuerySet[ImprovementPlan]:
    """Rencana perbaikan yang masanya lewat dan belum ditutup penilainya."""
    rows = ImprovementPlan.objects.filter(_rated_by(user, "evaluation__skp"), outcome=None, ends__lt=day)
    return rows.exclude(employee__user=user)


def team_work(user: User) -> list[TeamWork]:
    """Each period of a running year in which somebody of the team waits, the oldest first."""
    places = ("year__year", "year__rhythm", "period", "state")
    found: dict[tuple[int, int], TeamWork] = {}
    for year, rhythm, number, state, people in team(user).values_list(*places).annotate(n=Count("pk")).order_by():
        period = periods.period_of(year, rhythm, number)
        if period is not None:
            found.setdefault((year, number), TeamWork(period)).states[state] += people
    return sorted(found.values(), key=lambda one: (one.period.last, one.period.first))


def objections(user: User) -> QuerySet[AppraisalObjection]:
    """Keberatan that this user rules on."""
    return AppraisalObjection.objects.filter(scopes.judged_by(user), evaluation__state="keberatan")


def objections_to_rule(user: User) -> list[AppraisalObjection]:
    """Keberatan yang menunggu putusan seseorang, the oldest first."""
    joined = ("evaluation__year", "employee__current")
    return list(objections(user).select_related(*joined).order_by("submitted_on", "pk"))


def amendments(user: User) -> QuerySet[AmendmentProposal]:
    """Usul perubahan of others, about others."""
    found = AmendmentProposal.objects.filter(state=AmendmentProposal.State.OPEN)
    return found.exclude(proposed_by=user).exclude(evaluation__employee__user=user)


def amendments_to_settle(user: User) -> int:
    """How many amendments in one's scope wait for another officer than who proposed them; none about the own result."""
    visible = scopes.visible_evaluations(user).order_by().values("pk")
    return amendments(user).filter(evaluation__in=visible).count()


@dataclass(frozen=True, slots=True)
class UnsetUnits:
    """Unit tanpa predikat organisasi in the period that was over last."""

    year: PerformanceYear
    period: Period
    many: int


def unset_at_the_top(user: User, day: date) -> UnsetUnits | None:
    """Units whose predicate the head of the region or the Sekda sets and that have none; None without any."""
    if not TOP & scopes.powers(user).roles:
        return None
    over = [
        (year, period)
        for year in PerformanceYear.objects.filter(state=RUNNING)
        for period in periods.periods_of(year.year, year.rhythm)
        if period.last < day and period.number != YEARLY
    ]
    if not over:
        return None
    year, period = max(over, key=lambda one: one[1].last)
    spreads = queries_distribution.spreads(year, period.number, law_for(user, day))
    unset = [one.unit for one in spreads if one.standing == UNSET]
    many = len(set_by(user, unset, chain(day))) if unset else 0
    return UnsetUnits(year, period, many) if many else None
