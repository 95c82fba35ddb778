"""Kata-kata tentang setahun kinerja: its SKP as cards, what comes next and by when, the periods as one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from jenjang.law.parameters import LawOn
from jenjang.performance import periods
from jenjang.performance.elsewhere import is_rated
from jenjang.performance.histories import PREDICATES, months_of
from jenjang.performance.models import SKP, Evaluation, PerformanceYear, PeriodicRecord
from jenjang.performance.presenters_planning import agree_by_line, moved_step, span_of, state_of
from jenjang.performance.presenters_rating import Step, appraiser_name
from jenjang.performance.queries_planning import OwnYear
from jenjang.performance.states import EVALUATION, FINAL
from jenjang.ui.formats import long_date, short_date, unit_beside
from jenjang.ui.parts import Chip, Event

OWN_WORDS = {"terbuka": "Belum diisi", "dirilis": "Menunggu tanda tangan Anda", "diterima": "Anda tanda tangani"}
"""States as the person concerned reads them."""


@dataclass(frozen=True, slots=True)
class Card:
    """Satu SKP on “Kinerja saya”."""

    url: str
    title: str
    unit: str
    state: str
    kind: str
    facts: list[tuple[str, str]] = field(default_factory=list)


def year_chips(years: Sequence[PerformanceYear], year: PerformanceYear | None) -> list[Chip]:
    """Tahun-tahun, to switch between; nothing where there is only one."""
    return [Chip(str(one.year), f"?tahun={one.year}", one == year) for one in years] if len(years) > 1 else []


def card_of(skp: SKP) -> Card:
    """One SKP of the year."""
    label, kind = state_of(skp)
    version = f"Versi {skp.version}" if skp.version else "Belum ditetapkan"
    facts = [
        ("Pejabat penilai", appraiser_name(skp)), ("Berlaku", span_of(skp)),
        ("Hasil kerja", str(getattr(skp, "many", ""))), ("Kesepakatan", version),
    ]  # fmt: skip
    return Card(skp.get_absolute_url(), skp.title, unit_beside(skp.title, skp.unit.name), label, kind, facts)


def step_of_year(found: OwnYear, law: LawOn, day: date) -> Step | None:
    """What a person does next in a year, and by when."""
    year, skp = found.year, found.newest
    if year is None or found.employee is None:
        return None
    if found.may_start and not found.has_moved:
        due = periods.agree_by(year.year, law, begins=found.current.position_since)
        by_when = f" Ditetapkan paling lambat {long_date(due)}." if due else ""
        text = f"Satu ketukan, lalu isi hasil kerja atau salin dari yang sudah ada.{by_when}"
        return Step(f"Mulai SKP {year.year}", text, is_mine=True, verb=f"Mulai SKP {year.year}",
                    url=reverse("performance:start"), posts=True, hidden=(("tahun", year.year),))  # fmt: skip
    if skp is None:
        return Step(f"Tidak ada SKP {year.year}")
    if found.has_moved:
        return moved_step(skp, found.current)
    if skp.state in ("rancangan", "perubahan", "diajukan"):
        return _step_while_open(skp, law)
    return _step_of_evaluation(found.evaluations, year, law, day)


def _step_while_open(skp: SKP, law: LawOn) -> Step:
    if skp.state == "diajukan":
        who = appraiser_name(skp)
        return Step(f"Menunggu persetujuan {who}", "SKP sudah diajukan; Anda akan diberi tahu.", who=who,
                    url=skp.get_absolute_url(), verb="Buka SKP")  # fmt: skip
    title = "Lengkapi SKP, lalu ajukan" if skp.state == "rancangan" else "Selesaikan perubahan, lalu ajukan"
    text = f"{getattr(skp, 'many', 0)} hasil kerja sudah ditulis. {agree_by_line(skp, law)}".strip()
    return Step(title, text, is_mine=True, verb="Lanjutkan SKP",
                url=skp.get_absolute_url())  # fmt: skip


def _step_of_evaluation(evaluations: Sequence[Evaluation], year: PerformanceYear, law: LawOn, day: date) -> Step:
    for one in evaluations:
        if one.state in FINAL:
            continue
        period = periods.kept(year.year, year.rhythm, one.period)
        if one.state == "terbuka":
            opens, due = min(periods.opens_on(period, law), one.last), periods.fill_by(period, law)
            when = f"Dapat diisi mulai {long_date(opens)}" + (f", paling lambat {long_date(due)}." if due else ".")
            return Step(
                f"Evaluasi {period.label}", when, is_mine=opens <= day, verb="Isi evaluasi", url=one.get_absolute_url()
            )
        mine = one.state == "dirilis"
        verb = "Baca dan tanda tangani" if mine else "Lihat evaluasi"
        return Step(f"Evaluasi {period.label}", f"{EVALUATION.labels[one.state]}.", is_mine=mine, verb=verb,
                    url=one.get_absolute_url())  # fmt: skip
    return Step("Semua evaluasi selesai", "Tidak ada yang menunggu Anda pada tahun ini.")


def periods_line(found: OwnYear, law: LawOn, day: date) -> list[Event]:
    """Masa-masa tahun ini as one line: what is over, what is now, what comes."""
    year = found.year
    if year is None:
        return []
    if found.evaluations:
        return [*_rated_elsewhere(found, year), *(_event_of(one, year, law, day) for one in found.evaluations)]
    coming = periods.periods_of(year.year, year.rhythm)
    return [Event(one.label, when=f"sampai {short_date(one.last)}") for one in coming]


def _rated_elsewhere(found: OwnYear, year: PerformanceYear) -> list[Event]:
    """Masa yang dinilai di e-Kinerja and has no evaluation here; they lie before those that have one."""
    here = {one.period for one in found.evaluations}
    months = {month for row in found.elsewhere for month in row.months}
    return [
        Event(
            period.label, when=f"{short_date(period.first)} sampai {short_date(period.last)}", state="done",
            text="; ".join(_predicate_of(row) for row in found.elsewhere if _within(row, period)),
            tag="Dinilai di e-Kinerja", tag_kind="good",
        )
        for period in periods.periods_of(year.year, year.rhythm)
        if period.number != periods.YEARLY and period.number not in here and is_rated(months, period.first, period.last)
    ]  # fmt: skip


def _predicate_of(row: PeriodicRecord) -> str:
    return f"{months_of(row)}: {PREDICATES.get(row.predicate, row.predicate)}"


def _within(row: PeriodicRecord, period: periods.Period) -> bool:
    return row.first_month <= period.last.month and row.last_month >= period.first.month


def _event_of(one: Evaluation, year: PerformanceYear, law: LawOn, day: date) -> Event:
    period = periods.kept(year.year, year.rhythm, one.period)
    opens, due = min(periods.opens_on(period, law), one.last), periods.fill_by(period, law)
    is_begun = day >= (opens if period.number == periods.YEARLY else one.first)
    state = "done" if one.state in FINAL else "now" if is_begun else ""
    text = f"Diisi mulai {short_date(opens)}" + (f", paling lambat {short_date(due)}." if due else ".")
    return Event(
        period.label, when=f"{short_date(one.first)} sampai {short_date(one.last)}", state=state,
        text=text if one.state == "terbuka" else "", url=one.get_absolute_url() if is_begun else "",
        tag=OWN_WORDS.get(one.state, EVALUATION.labels[one.state]) if is_begun else "",
        tag_kind="good" if one.state in FINAL else "warn",
    )  # fmt: skip
