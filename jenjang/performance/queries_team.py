"""Bacaan tim: everybody whom somebody appraises, with the SKP, the last progress and the evaluation of now; the roles matrix."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from jenjang.accounts.roles import Role
from jenjang.performance import periods, scopes, teammates
from jenjang.performance.appraisers import Chain, chain, chain_around
from jenjang.performance.models import (
    SKP,
    Evaluation,
    PerformanceYear,
    PlannedResult,
    ProgressEntry,
    RoleCell,
    SKPTransition,
)
from jenjang.performance.serving import STANDING
from jenjang.performance.skps import leads
from jenjang.personnel.queries import people_of_units, people_with

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.personnel.models import EmployeeCurrent

FOR_APPRAISER = frozenset({"diisi", "dinilai"})
LOOKED_BACK = 3
"""Periods whose evaluation is looked for: older ones are over, or are in the list of what waits."""
NONE, WAITS, DRAFT, AGREED, TO_RATE = "tanpa", "menunggu", "rancangan", "ditetapkan", "nilai"


@dataclass(slots=True)
class Member:
    """Seorang yang dinilai: the person, the SKP of the position held last, and what is known of the doing."""

    person: EmployeeCurrent
    skp: Any = None
    evaluation: Evaluation | None = None

    @property
    def where(self) -> str:
        """Under which filter the person stands."""
        if self.skp is None:
            return NONE
        if self.skp.state == "diajukan":
            return WAITS
        if self.evaluation is not None and self.evaluation.state in FOR_APPRAISER:
            return TO_RATE
        return DRAFT if self.skp.state in ("rancangan", "perubahan") else AGREED


@dataclass(slots=True)
class Team:
    """Tim seorang penilai in a year."""

    year: PerformanceYear
    members: list[Member] = field(default_factory=list)
    line: Chain | None = None

    def standing(self, where: str) -> list[Member]:
        return [one for one in self.members if not where or one.where == where]


def team_of(user: User, year: PerformanceYear, day: date) -> Team:
    """Everybody appraised by somebody: who has an SKP with this appraiser, and who has none yet but will."""
    line = _line(user, day)
    newest: dict[int, Any] = {}
    for skp in _skps(user, year):
        newest[skp.employee_id] = skp
    people = {skp.employee_id: skp.employee.current for skp in newest.values()} | _unplanned(user, year, line)
    evaluations = _evaluations(year, [skp.pk for skp in newest.values()], day)
    members = [
        Member(person, newest.get(key), evaluations.get(newest[key].pk) if key in newest else None)
        for key, person in people.items()
    ]
    return Team(year, sorted(members, key=lambda one: (one.person.name, one.person.employee_id)), line)


def _line(user: User, day: date) -> Chain:
    """The part of the line that a leader's team hangs on; for the head of the region all of it."""
    person = scopes.own_employee(user)
    if person is None or Role.APPOINTING_AUTHORITY in scopes.powers(user).roles:
        return chain(day)
    return chain_around(person.pk, day)


def _skps(user: User, year: PerformanceYear) -> QuerySet[SKP]:
    """The SKP with the moves that they have made and the results that wait for one of the leader."""
    progress = ProgressEntry.objects.filter(employee=OuterRef("employee"), withdrawn_at=None).order_by("-on")
    moved = SKPTransition.objects.filter(skp=OuterRef("pk")).order_by("-sequence")
    found = scopes.appraised_by(user).filter(year=year).exclude(state="dibatalkan").order_by("effective_from", "pk")
    loose = Q(results__dropped=False, results__parent=None) & ~Q(results__provisional="")
    return found.select_related("employee__current", "year").annotate(
        loose=Count("results", filter=loose), last_progress=Subquery(progress.values("on")[:1]),
        sequence=Subquery(moved.values("sequence")[:1]), moved_at=Subquery(moved.values("at")[:1]),
    )  # fmt: skip


def _unplanned(user: User, year: PerformanceYear, line: Chain) -> dict[int, EmployeeCurrent]:
    """Who stands below somebody in the line of appraisers today and has no SKP of the year with anybody, by key."""
    appraisers: list[int | None] = []
    person = scopes.own_employee(user)
    if person is not None:
        appraisers.append(person.pk)
    if Role.APPOINTING_AUTHORITY in scopes.powers(user).roles:
        appraisers.append(None)
    units = [unit for one in appraisers for unit in line.units_of(one)]
    heads = [head for one in appraisers for head in line.heads_below(one)]
    if not units and not heads:
        return {}
    planned = SKP.objects.filter(employee=OuterRef("pk"), year=year, until=None).exclude(state="dibatalkan")
    found = (people_of_units(units) | people_with(heads)).filter(~Exists(planned.order_by()))
    return {row.employee_id: row for row in found if line.appraiser_of(row.employee_id, row.unit_id) in appraisers and (person is None or row.employee_id != person.pk)}  # fmt: skip


def _evaluations(year: PerformanceYear, skps: Sequence[int], day: date) -> dict[int, Evaluation]:
    """The evaluation of now: the earliest that waits for the appraiser, else the last whose period has begun."""
    begun = [
        one.number
        for one in periods.periods_of(year.year, year.rhythm)
        if one.first <= day and (one.number or one.last <= day)
    ]
    if not skps or not begun:
        return {}
    found: dict[int, Evaluation] = {}
    rows = Evaluation.objects.filter(skp__in=skps, period__in=begun[-LOOKED_BACK:])
    for row in sorted(rows, key=lambda one: (one.last, one.period == periods.YEARLY)):
        known = found.get(row.skp_id)
        if known is None or known.state not in FOR_APPRAISER:
            found[row.skp_id] = row
    return found


def loose_results(user: User, year: PerformanceYear) -> list[PlannedResult]:
    """Hasil kerja tim yang menunggu hasil kerja pimpinan, of SKP that are not over."""
    of_team = scopes.appraised_by(user).filter(year=year).exclude(state__in=("dibatalkan", "ditutup")).order_by()
    rows = PlannedResult.objects.filter(STANDING, skp__in=of_team, parent=None).exclude(provisional="")
    found = rows.select_related("skp__employee__current").order_by("skp__employee__current__name", "order", "pk")
    return [one for one in found if not leads(one.skp)]


def own_results(user: User, year: PerformanceYear) -> list[PlannedResult]:
    """Hasil kerja pimpinan: the columns of the matrix, main ones first."""
    person = scopes.own_employee(user)
    if person is None:
        return []
    rows = PlannedResult.objects.filter(STANDING, skp__employee=person, skp__year=year, skp__until=None)
    return list(rows.select_related("skp").order_by("-kind", "order", "pk"))


@dataclass(slots=True)
class Row:
    """Satu baris matriks: a person, of the team or of another unit, and what is written in each column.

    `through` names the team across units that brought the two together.
    """

    person: EmployeeCurrent
    of_team: bool
    cells: dict[int, RoleCell] = field(default_factory=dict)
    through: str = ""


def matrix_of(user: User, year: PerformanceYear, day: date, columns: Sequence[PlannedResult]) -> list[Row]:
    """The matrix: everybody of the team, then of other units who was given a role or works in a team led from here."""
    rows = {one.person.employee_id: Row(one.person, True) for one in team_of(user, year, day).members}
    mates = _mates(user, year, rows)
    cells = RoleCell.objects.filter(leader_result__in=columns).select_related("employee__current")
    for cell in cells.order_by("employee__current__name", "employee_id"):
        row = rows.setdefault(cell.employee_id, Row(cell.employee.current, False))
        row.cells[cell.leader_result_id] = cell
    for person in people_with(mates).order_by("name", "employee_id"):
        rows.setdefault(person.employee_id, Row(person, False)).through = mates[person.employee_id]
    return sorted(rows.values(), key=lambda row: not row.of_team)


def _mates(user: User, year: PerformanceYear, team: Collection[int]) -> dict[int, str]:
    """Who of other units works in a team that the leader, or somebody of the own team, leads."""
    person = scopes.own_employee(user)
    leads = {*team, *([person.pk] if person else [])}
    found = teammates.of_leads(leads, year.year)
    return {key: title for key, title in found.items() if key not in leads}
