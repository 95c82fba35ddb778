"""Predikat kinerja organisasi: set one level above a unit, with a reason; exceptions from the pattern that it asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang import ledger
from jenjang.accounts.roles import Role
from jenjang.kernel.actions import notify
from jenjang.kernel.queries import law_on
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.performance import periods, scopes, years
from jenjang.performance.appraisers import Chain, chain_above
from jenjang.performance.models import DistributionOverride, UnitPredicate
from jenjang.performance.queries_distribution import BROKEN, HINT, UnitLine, said_of, spread_of
from jenjang.performance.skps import refused
from jenjang.personnel.queries import accounts_of

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.organization.models import OrgUnit
    from jenjang.performance.models import PerformanceYear
    from jenjang.performance.periods import Period

_STAGES = ("permenpanrb-6-2022#24", "se-menpanrb-3-2023#isi")
TOP = frozenset({Role.APPOINTING_AUTHORITY, Role.COMPETENT_OFFICER})


def sets_predicate(user: User, unit: OrgUnit, day: date) -> bool:
    """Whether somebody leads the level above a unit; above the highest stand the head of the region and the Sekda."""
    return bool(set_by(user, [unit], chain_above([unit.pk], day)))


def set_by(user: User, units: Iterable[OrgUnit | UnitLine], line: Chain) -> set[int]:
    """Yang ditetapkan seseorang: the same of many units, by a line that has all of them."""
    person, is_top = scopes.own_employee(user), bool(TOP & scopes.powers(user).roles)
    own = person.pk if person else None
    found = set()
    for unit in units:
        head = line.heads.get(unit.pk)
        above = line.appraiser_of(head or 0, unit.parent_id)
        is_mine = is_top if above is None else above == own
        if is_mine and (own is None or head != own):
            found.add(unit.pk)
    return found


def may_set(user: User, unit: OrgUnit, period: Period, on: date) -> Decision[None]:
    """Bolehkah menetapkan: by whom, and from which day on."""
    is_above = sets_predicate(user, unit, on)
    opens = periods.opens_on(period, law_on(on))
    who = (
        "Anda memimpin satu tingkat di atas unit ini."
        if is_above
        else "Predikat organisasi ditetapkan pimpinan satu tingkat di atasnya."
    )
    return Decision(
        [
            Finding(is_above, who, _STAGES, "atasan"),
            Finding(on >= opens, ("Dapat ditetapkan mulai {}.", opens), _STAGES, "masa"),
        ],
        None,
    )


@transaction.atomic
def set_predicate(
    *, unit: OrgUnit, year: PerformanceYear, period: Period, predicate: str, reason: str, recommendation: str, by: User,
    on: date,
) -> UnitPredicate:  # fmt: skip
    """Menetapkan predikat organisasi. A later one counts instead of an earlier; both stay."""
    years.require_running(year)
    decision = may_set(by, unit, period, on)
    if not decision.allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        made = UnitPredicate.objects.create(
            year=year, unit=unit, period=period.number, predicate=predicate, reason=reason.strip(),
            recommendation=recommendation.strip(), set_by=by,
        )  # fmt: skip
    head = chain_above([unit.pk], on).heads.get(unit.pk)
    text = f"Predikat kinerja {unit.name}, {period.label}, ditetapkan: {made.predicate.replace('_', ' ')}."
    notify(users=accounts_of([head]) if head else [], text=text, url=address_of(unit, year, period))
    return made


@transaction.atomic
def make_exception(
    *, unit: OrgUnit, year: PerformanceYear, period: Period, reason: str, by: User, on: date
) -> DistributionOverride:
    """Mengecualikan pola distribusi: why the predicates of a unit stay as they are, with the findings as they were shown."""
    years.require_running(year)
    if not scopes.acts_for(by, unit.pk):
        raise refused("Pola unit ini dikecualikan pimpinannya atau petugas BKPSDM.", code="unit")
    spread = spread_of(unit.pk, year, period.number, law_on(on))
    if spread is None or spread.standing not in (BROKEN, HINT):
        raise refused("Tidak ada yang perlu dikecualikan: sebaran ini tidak menyimpang dari polanya.", code="pola")
    with ledger.attributed(by=by):
        return DistributionOverride.objects.create(
            year=year, unit=unit, period=period.number, reason=reason.strip(), findings=said_of(spread), by=by
        )


def address_of(unit: OrgUnit, year: PerformanceYear, period: Period) -> str:
    """The page of a unit's predicates."""
    return f"/kinerja/sebaran/{year.year}/{period.number}/{unit.pk}/"
