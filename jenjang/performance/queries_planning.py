"""Bacaan rencana: a person's year at a glance, and one SKP with all that stands in it, as the one who reads may see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q

from jenjang.accounts.queries import user_can
from jenjang.law.decisions import Decision
from jenjang.performance import comparing, elsewhere, scopes
from jenjang.performance.content import content_from, read
from jenjang.performance.matrix import cells_for
from jenjang.performance.models import (
    SKP,
    YEARLY,
    Annex,
    BehaviourExpectation,
    DialogueNote,
    Evaluation,
    PerformanceYear,
    PeriodicRecord,
    PlannedResult,
    RoleCell,
    SKPTransition,
    SKPVersion,
)
from jenjang.performance.permissions import YEAR_MANAGE
from jenjang.performance.serving import STANDING
from jenjang.performance.skps import may_submit
from jenjang.personnel.queries import current_of_employee, full_names

if TYPE_CHECKING:
    from jenjang.accounts.models import User

LONGEST_YEAR = 4
OWNER, APPRAISER = "pemilik", "penilai"


@dataclass(slots=True)
class OwnYear:
    """Kinerja saya: the SKP of a person in a year, their evaluations, roles offered, and whether the position has changed."""

    years: list[PerformanceYear]
    year: PerformanceYear | None
    employee: Any
    current: Any
    skps: list[SKP] = field(default_factory=list)
    evaluations: list[Evaluation] = field(default_factory=list)
    cells: list[RoleCell] = field(default_factory=list)
    elsewhere: list[PeriodicRecord] = field(default_factory=list)

    @property
    def newest(self) -> SKP | None:
        """The SKP of the position held last in the year."""
        return self.skps[-1] if self.skps else None

    @property
    def has_moved(self) -> bool:
        """Whether the person holds a position for which there is no SKP yet, although there is one for an earlier one."""
        return self.newest is not None and has_moved(self.newest, self.current)

    @property
    def may_start(self) -> bool:
        """Whether an SKP can be begun now, by what is known without asking for the law."""
        is_running = self.year is not None and self.year.state == "berjalan"
        is_between = self.newest is None or self.newest.until is not None
        return is_running and self.current is not None and self.current.active and (is_between or self.has_moved)


def has_moved(skp: SKP, current: Any) -> bool:
    """Whether the position of an SKP is held no longer: another one began later, also when a plan for it was given up again."""
    since = current.position_since if current is not None and current.active and current.unit_id else None
    return since is not None and skp.effective_from < since and since.year <= skp.year.year


def known_years() -> list[PerformanceYear]:
    """Tahun kinerja, newest first."""
    return list(PerformanceYear.objects.order_by("-year"))


def chosen_year(years: list[PerformanceYear], typed: str, day: date) -> PerformanceYear | None:
    """The year that the address names; else the one that runs today, else the newest. None when it names none."""
    if typed:
        is_number = typed.isascii() and typed.isdecimal() and len(typed) == LONGEST_YEAR
        return next((one for one in years if is_number and one.year == int(typed)), None)
    return next((one for one in years if one.year == day.year), years[0] if years else None)


def own_year(user: User, year: PerformanceYear | None, years: list[PerformanceYear]) -> OwnYear:
    """The year of the person behind an account; empty for accounts without a record."""
    person = scopes.own_employee(user)
    found = OwnYear(years, year, person, current_of_employee(person.pk) if person else None)
    if person is None or year is None:
        return found
    rows = SKP.objects.filter(employee=person, year=year).exclude(state="dibatalkan").order_by("effective_from", "pk")
    many = Count("results", filter=Q(results__dropped=False))
    found.skps = list(rows.select_related("year", "unit", "appraiser__current").annotate(many=many))
    if found.skps:
        of_year = Evaluation.objects.filter(skp__in=found.skps).order_by("last", "pk")
        found.evaluations = sorted(of_year, key=lambda one: (one.last, one.period == YEARLY))
        found.cells = cells_for(person, year)
        found.elsewhere = elsewhere.records_of(person.pk, year.year)
    return found


@dataclass(slots=True)
class Reading:
    """Satu SKP sebagaimana dibaca seseorang: everything on its page, and as whom it is read."""

    skp: SKP
    is_owner: bool
    appraises: bool
    may_steer: bool
    results: list[PlannedResult]
    expectations: dict[str, str]
    annexes: list[Annex]
    dialogue: list[DialogueNote]
    versions: list[SKPVersion]
    transitions: list[SKPTransition]
    cells: list[RoleCell]
    decision: Decision[None] | None
    moved: bool
    changes: list[comparing.Change]

    @property
    def sequence(self) -> int:
        """The move up to which this is read."""
        return self.transitions[-1].sequence if self.transitions else 0

    @property
    def is_party(self) -> bool:
        return self.is_owner or self.appraises


def skp_for(user: User, pk: int) -> SKP | None:
    """One SKP with the names that stand in its head, if this user may read it."""
    found = SKP.objects.filter(pk=pk).select_related("year", "unit", "employee__current", "appraiser__current").first()
    return found if found is not None and scopes.reads(user, found) else None


def result_for(user: User, pk: int) -> PlannedResult | None:
    """One planned result of an SKP that this user may read; one that was taken out is gone."""
    related = ("skp__year", "skp__unit", "skp__employee__current", "skp__appraiser__current", "parent")
    found = PlannedResult.objects.filter(pk=pk, dropped=False).select_related(*related).first()
    return found if found is not None and scopes.reads(user, found.skp) else None


def reading_of(skp: SKP, user: User, day: date) -> Reading:
    """The whole page of an SKP."""
    person = scopes.own_employee(user)
    is_owner = person is not None and person.pk == skp.employee_id
    results = results_of(skp)
    expectations, annexes = list(skp.expectations.all()), list(skp.annexes.all())
    versions = list(skp.versions.select_related("agreed_by").order_by("number"))
    is_open = skp.state in ("rancangan", "perubahan", "diajukan")
    return Reading(
        skp=skp, is_owner=is_owner, appraises=scopes.appraises(user, skp), may_steer=user_can(user, YEAR_MANAGE),
        results=results, expectations={one.value: one.text for one in expectations}, annexes=annexes,
        dialogue=list(skp.dialogue.select_related("author", "result")), versions=versions,
        transitions=list(skp.transitions.select_related("actor").order_by("sequence")),
        cells=cells_for(skp.employee, skp.year) if is_owner and not skp.until else [],
        decision=may_submit(skp, day) if is_open else None,
        moved=is_owner and skp.until is None and has_moved(skp, skp.employee.current),
        changes=_changes(skp, versions, results, expectations, annexes) if is_open else [],
    )  # fmt: skip


def party_of(skp: SKP, user: User) -> str:
    """As which of the two somebody stands before an SKP: pemilik, penilai, or neither."""
    person = scopes.own_employee(user)
    if person is not None and person.pk == skp.employee_id:
        return OWNER
    return APPRAISER if scopes.appraises(user, skp) else ""


def roles_for(skp: SKP) -> list[RoleCell]:
    """Peran yang dapat diambil into an SKP, and those that were: a second tap finds the first's."""
    standing = PlannedResult.objects.filter(STANDING, skp__year=skp.year_id)
    rows = RoleCell.objects.filter(employee=skp.employee_id, leader_result__in=standing)
    return list(rows.select_related("leader_result__skp"))


def annexes_of(skp: SKP) -> dict[str, list[str]]:
    """Lampiran by kind."""
    found: dict[str, list[str]] = {}
    for one in skp.annexes.all():
        found.setdefault(one.kind, []).append(one.text)
    return found


def expectations_of(skp: SKP) -> dict[str, str]:
    """Ekspektasi khusus by value."""
    return dict(skp.expectations.values_list("value", "text"))


def results_of(skp: SKP) -> list[PlannedResult]:
    """Rencana hasil kerja in their order, with what they serve and how they are measured."""
    rows = skp.results.filter(dropped=False).select_related(
        "parent__skp__employee__current", "unit_indicator__objective"
    )
    return list(rows.prefetch_related("indicators").order_by("-kind", "order", "pk"))


def version_of(skp: SKP, number: int) -> tuple[SKPVersion, list[comparing.Change]] | None:
    """One sealed version, and what it changed of the one before."""
    rows = {one.number: one for one in skp.versions.select_related("agreed_by").filter(number__in=[number - 1, number])}
    found, before = rows.get(number), rows.get(number - 1)
    if found is None:
        return None
    return found, comparing.of_skp(read(before.content), read(found.content)) if before else []


def names_in(content: dict[str, Any]) -> dict[int, str]:
    """Who is named in a sealed content by key only."""
    return full_names([content["penilai"]] if content.get("penilai") else [])


def _changes(
    skp: SKP,
    versions: list[SKPVersion],
    results: list[PlannedResult],
    expectations: list[BehaviourExpectation],
    annexes: list[Annex],
) -> list[comparing.Change]:
    """What a change under way has changed of the newest version so far."""
    if not versions:
        return []
    now = content_from(skp, results, expectations, annexes)
    return comparing.of_skp(read(versions[-1].content), read(now))
