"""Kata-kata tentang unit: where its agreement stands, what comes next, what was reached of each indicator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from jenjang.law.decisions import Decision, Finding
from jenjang.performance import periods
from jenjang.performance.models import Objective, PerformanceYear, UnitIndicator
from jenjang.performance.presenters_planning import PERSPECTIVES
from jenjang.performance.presenters_rating import Step
from jenjang.performance.queries_units import UnitPage, UnitRow
from jenjang.performance.skps import AUTHORITY
from jenjang.ui.formats import long_date
from jenjang.ui.parts import Chip


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """Satu indikator with its target and what was reached last, and in which period."""

    text: str
    target: str
    perspective: str
    reached: str
    when: str
    document: str


@dataclass(frozen=True, slots=True)
class ObjectiveLine:
    """Satu sasaran with what it serves and its indicators."""

    pk: int
    text: str
    served: str
    served_by: str
    indicators: list[IndicatorLine]
    is_first: bool
    is_last: bool


def objective_lines(page: UnitPage) -> list[ObjectiveLine]:
    """Sasaran in their order."""
    shorts = {one.number: one.short for one in periods.periods_of(page.year.year, page.year.rhythm)}
    return [_objective(page, one, place, shorts) for place, one in enumerate(page.objectives)]


def _objective(page: UnitPage, one: Objective, place: int, shorts: dict[int, str]) -> ObjectiveLine:
    return ObjectiveLine(
        pk=one.pk, text=one.text, served=one.parent.text if one.parent else "",
        served_by=one.parent.unit.name if one.parent else "",
        indicators=[_indicator(page, item, shorts) for item in one.indicators.all()],
        is_first=place == 0, is_last=place == len(page.objectives) - 1,
    )  # fmt: skip


def _indicator(page: UnitPage, one: UnitIndicator, shorts: dict[int, str]) -> IndicatorLine:
    rows = [row for (pk, _), row in page.reached.items() if pk == one.pk]
    last = max(rows, key=lambda row: (row.period == periods.YEARLY, row.period), default=None)
    has_paper = last is not None and last.document_id is not None
    return IndicatorLine(
        one.text, one.target, PERSPECTIVES.get(one.perspective, ""),
        last.text if last else "", shorts.get(last.period, "") if last else "",
        reverse("performance:unit_paper", args=[last.pk]) if last is not None and has_paper else "",
    )  # fmt: skip


def leader_name(page: UnitPage) -> str:
    """Pimpinan di atas unit ini."""
    return page.names.get(page.ends.above or 0, "–") if page.ends.above else AUTHORITY


def head_name(page: UnitPage) -> str:
    """Pemimpin unit."""
    return page.names.get(page.ends.head or 0, "Belum ada pemegang jabatan pemimpin")


def status_of(page: UnitPage) -> tuple[str, str]:
    """Where the agreement stands, and its colour."""
    if page.waits:
        return "Menunggu kesepakatan", "warn"
    if not page.agreements:
        return "Belum disepakati", ""
    return (f"Versi {page.agreements[-1].version}, sedang diubah", "warn") if page.changes else (
        f"Disepakati, versi {page.agreements[-1].version}", "good",
    )  # fmt: skip


def step_of(page: UnitPage, decision: Decision[None] | None) -> Step:
    """What comes next with the agreement, as this reader sees it."""
    leader, args = leader_name(page), [page.unit.pk, page.year.year]
    if page.proposal is not None:
        text = f"Diajukan {page.proposal.proposed_by.name}." + (
            f" Alasan: {page.proposal.reason}" if page.proposal.reason else ""
        )
        if page.is_above:
            return Step("Baca, lalu sepakati", text, is_mine=True, verb="Sepakati", posts=True,
                        url=reverse("performance:agree_unit", args=args))  # fmt: skip
        return Step(f"Menunggu kesepakatan {leader}", text, who=leader)
    if not page.differs:
        newest = page.agreements[-1]
        return Step(f"Perjanjian versi {newest.version} berlaku", f"Disepakati {long_date(newest.agreed_on)}.")
    if page.is_open and decision is not None:
        return Step(f"Ajukan kepada {leader}", _differs(page), is_mine=True, verb="Ajukan", reasons=decision.objections,
                    url=reverse("performance:propose_unit", args=args))  # fmt: skip
    return Step("Perjanjian belum diajukan", _differs(page), who=head_name(page))


def _differs(page: UnitPage) -> str:
    if not page.agreements:
        return "Sasaran, indikator, dan target disepakati pemimpin unit dengan pimpinan di atasnya, lalu disegel."
    return f"{len(page.changes)} hal berbeda dari versi {page.agreements[-1].version}; yang berlaku tetap versi itu sampai disepakati lagi."


def year_chips(years: Sequence[PerformanceYear], unit: int, year: PerformanceYear) -> list[Chip]:
    """Tahun-tahun of a unit."""
    return [Chip(str(one.year), reverse("performance:unit", args=[unit, one.year]), one == year) for one in years]


def period_chips(unit: int, year: PerformanceYear, chosen: int, day: date) -> list[Chip]:
    """Masa-masa yang sudah mulai."""
    begun = [one for one in periods.periods_of(year.year, year.rhythm) if one.first <= day]
    url = reverse("performance:unit_results", args=[unit, year.year])
    return [Chip(one.short, f"{url}?masa={one.number}", one.number == chosen) for one in begun]


def row_state(row: UnitRow) -> tuple[str, str]:
    """The word for a unit in the list."""
    if row.waits:
        return "Menunggu kesepakatan", "warn"
    if row.version:
        return f"Versi {row.version}", "good"
    return ("Sedang disusun", "") if row.objectives else ("Belum ada sasaran", "bad")


def sealed_objectives(content: dict[str, Any]) -> list[ObjectiveLine]:
    """Isi perjanjian tersegel."""
    return [
        ObjectiveLine(
            one["id"], one["teks"], one["mendukung"], "",
            [
                IndicatorLine(item["teks"], item["target"], PERSPECTIVES.get(item["perspektif"], ""), "", "", "")
                for item in one["indikator"]
            ],
            is_first=True, is_last=True,
        )
        for one in content["sasaran"]
    ]  # fmt: skip


SETTLED = Finding(False, "Usul ini sudah diselesaikan.", code="perjanjian")
