"""Capaian unit: what was reached of each indicator by the end of a period. Nothing is rewritten; the newest row counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import transaction

from jenjang import ledger
from jenjang.kernel.actions import account_of
from jenjang.performance import periods, scopes, years
from jenjang.performance.models import PerformanceYear, UnitAgreement, UnitIndicator, UnitResult
from jenjang.performance.skps import refused
from jenjang.performance.turns import take_turns

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.kernel.models import Document

CODE = "capaian"
Reached = tuple[str, Decimal | None]
"""Capaian: in words, and as a number where the target is one."""


@transaction.atomic
def record(
    *, unit: Any, year: PerformanceYear, period: int, reached: Mapping[int, Reached], by: User, on: date,
    document: Document | None = None,
) -> int:  # fmt: skip
    """Mencatat capaian satu masa; only what changed becomes a new row. Gives how many there are."""
    years.require_running(year)
    if not scopes.cares_for(by, unit.pk):
        raise refused("Unit ini tidak Anda kelola.", code=CODE)
    if not UnitAgreement.objects.filter(unit=unit, year=year).exists():
        raise refused("Perjanjian kinerja unit ini belum disepakati.", code=CODE)
    found = periods.period_of(year.year, year.rhythm, period)
    if found is None or found.first > on:
        raise refused("Masa ini belum mulai.", code=CODE)
    take_turns("capaian", unit.pk)
    before = {pk: (row.text, row.number) for pk, row in newest(unit.pk, year, period).items()}
    own = set(UnitIndicator.objects.filter(objective__unit=unit, objective__year=year).values_list("pk", flat=True))
    changed = [
        UnitResult(
            indicator_id=pk, period=period, text=text, number=number, document=document, by=account_of(by),
        )
        for pk, (text, number) in reached.items()
        if pk in own and text and before.get(pk) != (text, number)
    ]  # fmt: skip
    with ledger.attributed(by=by):
        UnitResult.objects.bulk_create(changed)
    return len(changed)


def newest(unit: int, year: PerformanceYear, period: int | None = None) -> dict[Any, UnitResult]:
    """Capaian yang berlaku: by indicator within a period, or by (indicator, period) for the whole year; one query."""
    rows = UnitResult.objects.filter(indicator__objective__unit=unit, indicator__objective__year=year)
    if period is not None:
        rows = rows.filter(period=period)
    found = rows.order_by("indicator_id", "period", "-pk").distinct("indicator_id", "period")
    return {row.indicator_id if period is not None else (row.indicator_id, row.period): row for row in found}
