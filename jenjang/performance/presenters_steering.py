"""Papan pengendalian dalam kata: what was chosen, the lines, and who is behind a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from jenjang.kernel import sheets
from jenjang.organization.queries import unit as unit_of
from jenjang.performance import periods
from jenjang.performance.periods import Period
from jenjang.performance.queries_steering import LABELS, UNPLANNED, UNRATED, UNRELEASED, Row, newest_years
from jenjang.performance.skps import AUTHORITY
from jenjang.ui import formats
from jenjang.ui.parts import Chip

if TYPE_CHECKING:
    from jenjang.performance.models import PerformanceYear

MOST = 2_000
COLUMNS = (
    sheets.Column("name", "Unit", 50), sheets.Column("people", "Pegawai", 10),
    *(sheets.Column(code, label, 22) for code, label in LABELS.items()),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """Yang dipilih: year, period, and the unit under which one looks."""

    year: PerformanceYear
    years: Sequence[PerformanceYear]
    period: Period
    unit_pk: int | None
    unit_name: str


@dataclass(frozen=True, slots=True)
class Line:
    """Satu baris papan."""

    row: Row
    cells: list[tuple[str, int, str]]


@dataclass(frozen=True, slots=True)
class Somebody:
    """Satu orang di balik angka; `to` is who is reminded: the person, or whoever is to rate."""

    name: str
    nip: str
    detail: str
    to: int | None
    to_name: str
    url: str = ""


def chosen(given: Mapping[str, str], day: date) -> Chosen | None:
    """Year, period and unit of an address; what makes no sense falls back to the newest year and the running period."""
    years = newest_years()
    if not years:
        return None
    year = next((one for one in years if str(one.year) == given.get("tahun")), years[0])
    all_periods = periods.periods_of(year.year, year.rhythm)
    wanted = given.get("masa", "")
    period = next((one for one in all_periods if str(one.number) == wanted), None) or _usual(all_periods, day)
    unit = _unit(given.get("unit", ""))
    return Chosen(year, years, period, unit[0], unit[1])


def _usual(all_periods: Sequence[Period], day: date) -> Period:
    """The last period that is over, else the running one: that is where people are behind."""
    over = [one for one in all_periods if one.number and one.last < day]
    return over[-1] if over else all_periods[0]


def _unit(given: str) -> tuple[int | None, str]:
    found = unit_of(int(given)) if given.isdecimal() and len(given) < 12 else None
    return (found.pk, found.name) if found else (None, "")


def query(chosen: Chosen, what: str = "", unit: int | None = None) -> str:
    """The address of the same choice."""
    place = unit or chosen.unit_pk
    values = {"tahun": chosen.year.year, "masa": chosen.period.number, "unit": place or "", "apa": what}
    return urlencode({key: value for key, value in values.items() if value != ""})


def lines(rows: Iterable[Row], chosen: Chosen) -> list[Line]:
    """The rows with the address behind each number."""
    return [
        Line(row, [(code, row.counts[code], query(chosen, code, row.unit)) for code in LABELS]) for row in rows
    ]  # fmt: skip


def whole(rows: Sequence[Row]) -> dict[str, int]:
    """Everything together."""
    return {code: sum(row.counts[code] for row in rows) for code in LABELS} | {
        "people": sum(row.people for row in rows)
    }


def said(rows: Sequence[Row]) -> str:
    """The board in a sentence: what most wait for comes first."""
    together = whole(rows)
    waiting = sorted(
        ((together[code], LABELS[code].lower().replace("skp", "SKP")) for code in LABELS if together[code]),
        reverse=True,
    )
    if not waiting:
        return "Tidak ada yang ditunggu."
    return "Yang masih ditunggu: " + ", ".join(f"{formats.whole(number)} {label}" for number, label in waiting) + "."


def plain(row: Row) -> dict[str, Any]:
    """A row of the sheet."""
    return {"name": row.name, "people": row.people, **row.counts}


def chips(chosen: Chosen) -> list[Chip]:
    """The periods of the year, as links."""
    place = {"unit": chosen.unit_pk} if chosen.unit_pk else {}
    return [
        Chip(
            one.short,
            "?" + urlencode({"tahun": chosen.year.year, "masa": one.number, **place}),
            one.number == chosen.period.number,
        )
        for one in periods.periods_of(chosen.year.year, chosen.year.rhythm)
    ]


def people(rows: Iterable[Any], what: str) -> list[Somebody]:
    """Names with what they are behind with, and who is to be reminded."""
    if what == UNPLANNED:
        return [
            Somebody(row.full_name, row.nip, f"{row.title}, {row.unit_name}", row.pk, row.full_name) for row in rows
        ]
    found = []
    for row in rows:
        who = row.employee.current
        if what in (UNRATED, UNRELEASED):
            rater = row.skp.appraiser.current if row.skp.appraiser_id else None
            found.append(
                Somebody(who.full_name, who.nip, f"{who.title}, {who.unit_name}", row.skp.appraiser_id,
                         rater.full_name if rater else AUTHORITY, row.get_absolute_url())
            )  # fmt: skip
        else:
            found.append(
                Somebody(who.full_name, who.nip, f"{who.title}, {who.unit_name}", row.employee_id, who.full_name,
                         row.get_absolute_url())
            )  # fmt: skip
    return found
