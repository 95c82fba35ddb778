"""Bacaan pembinaan: whose plan somebody may see, its steps and its end; who should have one and has none yet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from jenjang.accounts.queries import user_can
from jenjang.kernel.queries import law_on
from jenjang.performance import scopes
from jenjang.performance.models import YEARLY, Evaluation, ImprovementPlan, ImprovementStep
from jenjang.performance.permissions import DISTRIBUTION
from jenjang.performance.states import FINAL

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.law.parameters import LawOn

RUNNING, CLOSED, MISSING = "berjalan", "selesai", "belum"


def visible_plans(user: User) -> QuerySet[ImprovementPlan]:
    """Rencana perbaikan yang boleh dibaca: the own, those of people whom one appraises or appraised, and of one's scope.

    An officer of a unit is no reader: this is between a person, the leaders, and the personnel office.
    """
    person = scopes.own_employee(user)
    seen = Q(employee=person) if person else Q(pk__in=[])
    seen |= Q(employee__in=scopes.appraised_by(user).order_by().values("employee"))
    if user_can(user, DISTRIBUTION):
        units = scopes.units_in_care(user)
        if units is None:
            return ImprovementPlan.objects.all()
        seen |= Q(evaluation__unit__in=units)
    return ImprovementPlan.objects.filter(seen)


def plans(user: User, state: str = "") -> QuerySet[ImprovementPlan]:
    """The list: running ones first, the nearest end first; each with steps done and the next day (`done`, `many`, `next_due`)."""
    found = visible_plans(user)
    if state in (RUNNING, CLOSED):
        found = found.filter(outcome__isnull=state == RUNNING)
    return found.select_related("employee__current", "evaluation__year", "outcome").annotate(
        many=Count("steps"), done=Count("steps", filter=Q(steps__done_on__isnull=False)),
        next_due=Min("steps__due", filter=Q(steps__done_on=None)), is_closed=Count("outcome"),
    ).order_by("is_closed", "ends", "pk")  # fmt: skip


def plan_for(user: User, pk: int) -> ImprovementPlan | None:
    """One plan that the user may read."""
    joined = (
        "employee__current", "evaluation__year", "evaluation__skp__appraiser__current", "evaluation__employee__current", "outcome__by", "made_by",
    )  # fmt: skip
    return visible_plans(user).filter(pk=pk).select_related(*joined).first()


def steps_of(plan: ImprovementPlan) -> list[ImprovementStep]:
    """Langkah-langkah, by their days."""
    return list(plan.steps.order_by("due", "order", "pk"))


def step_of(plan: ImprovementPlan, pk: int) -> ImprovementStep | None:
    """One step of a plan."""
    found = plan.steps.filter(pk=pk).first()
    if found is not None:
        found.plan = plan
    return found


def poor_results(law: LawOn) -> QuerySet[Evaluation]:
    """Final yearly results that the law helps, without a plan; a later year's result takes the place of an earlier."""
    poor = law["kinerja.pembinaan.predikat"].value
    final = Evaluation.objects.filter(period=YEARLY, state__in=FINAL)
    later = final.filter(employee=OuterRef("employee"), year__year__gt=OuterRef("year__year"))
    return final.filter(~Exists(later), predicate__in=poor, improvement=None)


def without_plan(user: User, on: date) -> QuerySet[Evaluation]:
    """Hasil tahunan yang perlu dibina dan belum ada rencananya: of those whom one appraises, or of one's scope."""
    rows = poor_results(law_on(on))
    mine = Q(skp__in=scopes.appraised_by(user).order_by().values("pk"))
    units = scopes.units_in_care(user)
    if user_can(user, DISTRIBUTION):
        mine = Q() if units is None else mine | Q(unit__in=units)
    person = scopes.own_employee(user)
    rows = rows.filter(mine).exclude(employee=person) if person else rows.filter(mine)
    return rows.select_related("employee__current", "year", "skp__appraiser__current").order_by(
        "-year__year", "employee__current__name", "pk"
    )
