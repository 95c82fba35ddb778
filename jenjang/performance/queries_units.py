"""Bacaan unit: what a unit wants to reach, what was agreed of it, what was reached so far, and who may do what with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, QuerySet, Sum

from jenjang.accounts.queries import user_can
from jenjang.organization.queries import open_units
from jenjang.organization.queries import unit as unit_of
from jenjang.performance import comparing, scopes, tallies, unit_results
from jenjang.performance.appraisers import chain_above
from jenjang.performance.content import read
from jenjang.performance.models import (
    AgreementProposal,
    Objective,
    PerformanceYear,
    ResultTemplate,
    Tally,
    UnitAgreement,
    UnitIndicator,
    UnitResult,
)
from jenjang.performance.permissions import UNIT_AGREE, UNIT_PLAN
from jenjang.performance.unit_agreements import Ends, content_of, ends_of, is_above
from jenjang.personnel.queries import full_names

if TYPE_CHECKING:
    from jenjang.accounts.models import User


@dataclass(slots=True)
class UnitPage:
    """Satu unit dalam satu tahun, as somebody sees it."""

    unit: Any
    year: PerformanceYear
    ends: Ends
    names: dict[int, str]
    objectives: list[Objective]
    agreements: list[UnitAgreement]
    proposal: AgreementProposal | None
    returned: AgreementProposal | None
    reached: Mapping[Any, UnitResult]
    changes: list[comparing.Change]
    cares: bool
    is_above: bool

    @property
    def waits(self) -> bool:
        return self.proposal is not None

    @property
    def is_open(self) -> bool:
        """Whether the reader may write now."""
        return self.cares and not self.waits and self.year.state == "berjalan"

    @property
    def differs(self) -> bool:
        """Whether what stands here is not what was agreed."""
        return not self.agreements or bool(self.changes)


def unit_page(user: User, unit: Any, year: PerformanceYear, day: date) -> UnitPage:
    """Everything on the page of a unit."""
    ends = ends_of(unit.pk, chain_above([unit.pk], day))
    objectives = list(
        Objective.objects.filter(unit=unit, year=year).select_related("parent__unit")
        .prefetch_related("indicators").order_by("order", "pk")
    )  # fmt: skip
    agreements = list(
        UnitAgreement.objects.filter(unit=unit, year=year).select_related("agreed_by").order_by("version")
    )
    newest = AgreementProposal.objects.filter(unit=unit, year=year).select_related("proposed_by", "settled_by")
    last = newest.order_by("-pk").first()
    changes = []
    if agreements:
        changes = comparing.of_agreement(read(agreements[-1].content), read(content_of(unit, year, ends.head)))
    return UnitPage(
        unit=unit, year=year, ends=ends, names=full_names([key for key in (ends.head, ends.above) if key]),
        objectives=objectives, agreements=agreements,
        proposal=last if last and last.state == AgreementProposal.State.OPEN else None,
        returned=last if last and last.state == AgreementProposal.State.RETURNED else None,
        reached=unit_results.newest(unit.pk, year), changes=changes, cares=may_plan(user, unit.pk),
        is_above=user_can(user, UNIT_AGREE) and is_above(ends, user),
    )  # fmt: skip


def may_plan(user: User, unit: int) -> bool:
    """Whether somebody writes the objectives of a unit."""
    return user_can(user, UNIT_PLAN) and scopes.cares_for(user, unit)


@dataclass(slots=True)
class UnitRow:
    """Satu unit dalam daftar: how far it is with its objectives and its people's SKP."""

    unit: Any
    objectives: int = 0
    version: int = 0
    waits: bool = False
    agreed: int = 0
    plans: int = 0


def unit_rows(user: User, year: PerformanceYear, text: str) -> list[UnitRow]:
    """Units in the reader's care, or all: objectives, agreement, SKP; the same few queries for any number of units."""
    cared = scopes.units_in_care(user)
    units = open_units() if cared is None else open_units().filter(pk__in=cared)
    if text:
        units = units.filter(name__icontains=text)
    rows = {unit.pk: UnitRow(unit) for unit in units}
    counted = Objective.objects.filter(year=year).values("unit").annotate(many=Count("pk")).order_by()
    for unit, many in counted.values_list("unit", "many"):
        if unit in rows:
            rows[unit].objectives = many
    _agreements(rows, year)
    plans = Tally.objects.filter(year=year, period=tallies.PLANS, unit__in=rows).exclude(state="dibatalkan")
    agreed = Sum("people", filter=Q(state__in=("ditetapkan", "perubahan", "ditutup")))
    counted_plans = plans.values("unit").annotate(every=Sum("people"), agreed=agreed).order_by()
    for unit, all_of_them, done in counted_plans.values_list("unit", "every", "agreed"):
        rows[unit].plans, rows[unit].agreed = all_of_them or 0, done or 0
    return list(rows.values())


def _agreements(rows: dict[int, UnitRow], year: PerformanceYear) -> None:
    newest = UnitAgreement.objects.filter(year=year).order_by("unit_id", "-version").distinct("unit_id")
    for unit, version in newest.values_list("unit_id", "version"):
        if unit in rows:
            rows[unit].version = version
    waiting = AgreementProposal.objects.filter(year=year, state=AgreementProposal.State.OPEN)
    for unit in waiting.values_list("unit_id", flat=True):
        if unit in rows:
            rows[unit].waits = True


def agreement_of(unit: Any, year: PerformanceYear, version: int) -> tuple[UnitAgreement, list[comparing.Change]] | None:
    """One sealed version, and what it changed of the one before."""
    found = UnitAgreement.objects.filter(unit=unit, year=year, version__in=[version - 1, version])
    rows = {one.version: one for one in found.select_related("agreed_by", "proposed_by")}
    if version not in rows:
        return None
    before = rows.get(version - 1)
    changes = comparing.of_agreement(read(before.content), read(rows[version].content)) if before else []
    return rows[version], changes


def open_proposals() -> QuerySet[AgreementProposal]:
    """Usul perjanjian of running years that wait for anybody."""
    return AgreementProposal.objects.filter(state=AgreementProposal.State.OPEN, year__state="berjalan")


def proposals_for(user: User, day: date) -> list[AgreementProposal]:
    """Usul perjanjian that wait for somebody as the leader above."""
    if not user_can(user, UNIT_AGREE):
        return []
    rows = list(open_proposals().select_related("unit", "year").order_by("pk"))
    if not rows:
        return []
    line = chain_above([one.unit_id for one in rows], day)
    return [one for one in rows if is_above(ends_of(one.unit_id, line), user)]


def year_numbered(number: int) -> PerformanceYear | None:
    """Tahun kinerja by its number."""
    return PerformanceYear.objects.filter(year=number).first()


def open_unit(pk: int) -> Any:
    """A unit that stands; None for one that was closed or never was."""
    found = unit_of(pk)
    return found if found is not None and found.closed_on is None else None


def objective(pk: int) -> Objective | None:
    """Satu sasaran with its unit, year and indicators."""
    found = Objective.objects.select_related("unit", "year", "parent").prefetch_related("indicators")
    return found.filter(pk=pk).first()


def templates_of(unit: Any, *, with_posts: bool) -> QuerySet[ResultTemplate]:
    """Contoh of a unit; for the personnel office also those of posts wherever they stand."""
    wanted = Q(unit=unit) | Q(unit=None) if with_posts else Q(unit=unit)
    return ResultTemplate.objects.filter(wanted).order_by("unit_id", "title", "text", "pk")


def template(pk: int) -> ResultTemplate | None:
    """Satu contoh."""
    return ResultTemplate.objects.select_related("unit").filter(pk=pk).first()


def result_with_document(user: User, pk: int) -> UnitResult | None:
    """Satu capaian yang mempunyai bukti, of a unit in the reader's care."""
    found = UnitResult.objects.filter(pk=pk, document__isnull=False)
    row = found.select_related("document", "indicator__objective").first()
    return row if row is not None and scopes.cares_for(user, row.indicator.objective.unit_id) else None


def indicators_of(unit: Any, year: PerformanceYear) -> list[UnitIndicator]:
    """Indikator unit in the order of its objectives."""
    found = UnitIndicator.objects.filter(objective__unit=unit, objective__year=year).select_related("objective")
    return list(found.order_by("objective__order", "objective_id", "order", "pk"))
