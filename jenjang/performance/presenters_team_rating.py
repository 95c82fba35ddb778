"""Kata-kata lembar penilaian tim: rows, the team's spread in a sentence, what is missing, where to go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from jenjang.law.codes import Predicate
from jenjang.law.decisions import Decision, Finding
from jenjang.performance import periods
from jenjang.performance.forms_team_rating import TeamSheetForm
from jenjang.performance.models import UnitPredicate
from jenjang.performance.presenters_rating import organisation_label, predicate_tag, short_rating, state_tag
from jenjang.performance.queries_team_rating import Line, Sheet, TeamPeriod
from jenjang.performance.team_rating import Outcome
from jenjang.ui.formats import weekday_date
from jenjang.ui.parts import Chip


@dataclass(frozen=True, slots=True)
class Row:
    """Satu orang pada lembar."""

    key: int
    url: str
    name: str
    title: str
    proof: str
    said: str
    waits: str
    is_open: bool
    state: tuple[str, str]
    result: str
    behaviour: str
    predicate: tuple[str, str]
    fields: tuple[Any, Any, Any] | None
    names: str


def rows_of(sheet: Sheet, form: TeamSheetForm) -> list[Row]:
    """Everybody, by name."""
    fields = form.rows()
    return [_row(line, sheet, fields.get(line.evaluation.pk)) for line in sheet.lines]


def _row(line: Line, sheet: Sheet, fields: tuple[Any, Any, Any] | None) -> Row:
    one = line.evaluation
    said = (
        f"Menurut pegawai: {short_rating(line.said[0]).lower()}, {short_rating(line.said[1]).lower()}"
        if line.said
        else ""
    )
    return Row(
        one.pk, one.get_absolute_url(), line.person.full_name, line.person.title, f"{line.proven} dari {len(line.results)}",
        said, line.waits, line.is_open, state_tag(one.state), short_rating(one.result_rating),
        short_rating(one.behaviour_rating), predicate_tag(line.predicate(sheet.law)), fields,
        ",".join(["csrfmiddlewaretoken", *(field.html_name for field in fields or ())]),
    )  # fmt: skip


def lead_of(sheet: Sheet) -> str:
    """8 orang · 5 sudah dinilai · tutup Senin, 30 November 2026."""
    done = len(sheet.lines) - len(sheet.open_lines)
    due = periods.rate_by(sheet.period, sheet.law)
    parts = [f"{len(sheet.lines)} orang", f"{done} sudah dinilai"]
    return " · ".join([*parts, f"tutup {weekday_date(due)}"] if due else parts)


def missing_of(sheet: Sheet) -> list[Finding]:
    """Why “Nilai selesai” has nothing to do yet."""
    if sheet.complete:
        return []
    if not sheet.open_lines:
        return [Finding(False, "Semua orang pada lembar ini sudah dinilai.")]
    early = sorted({line.waits for line in sheet.open_lines if line.waits and line.choice.is_complete})
    return [Finding(False, words) for words in early] or [
        Finding(False, "Pilih hasil kerja dan perilaku sedikitnya untuk satu orang.")
    ]


def progress_of(sheet: Sheet) -> str:
    """How many are complete."""
    complete = sum(line.choice.is_complete for line in sheet.open_lines)
    return f"{complete} dari {len(sheet.open_lines)} orang lengkap"


def spread_words(
    counts: Mapping[Predicate, int], organisation: UnitPredicate | None, decision: Decision[Any] | None
) -> str:
    """What the organisation's predicate asks of it, in a sentence."""
    if not sum(counts.values()):
        return "Sebaran tampak begitu Anda mulai memilih."
    if organisation is None:
        return "Predikat organisasi unit ini belum ditetapkan, jadi belum ada pola yang diharapkan."
    label = organisation_label(organisation.predicate).lower()
    if decision is None or decision.result.valid:
        return f"Predikat organisasi: {label}. Sebaran tim Anda sesuai polanya."
    if decision.result.soft:
        return f"Predikat organisasi: {label}. Pola hanya petunjuk bagi tim sekecil ini."
    return f"Predikat organisasi: {label}. Sebaran tim Anda berbeda dari polanya; pola dinilai atas seluruh unit, bukan atas tim."


def before_words(before: Mapping[str, int], counts: Mapping[Predicate, int]) -> str:
    """How the team was rated the time before."""
    people = sum(before.values())
    if not people:
        return ""
    alike = [code for code, many in before.items() if many == people]
    if alike and people > 1:
        words = f"Masa lalu semua orang mendapat {Predicate.of(alike[0]).label.lower()}."
        return f"{words} Kini penilaian Anda lebih membedakan." if sum(map(bool, counts.values())) > 1 else words
    named = [
        f"{many} {Predicate.of(code).label.lower()}" for code, many in sorted(before.items(), key=lambda one: -one[1])
    ]
    return f"Masa lalu: {', '.join(named)}."


def period_chips(found: Sequence[TeamPeriod], sheet: Sheet) -> list[Chip]:
    """The periods in which there is a team, with what still waits there."""
    return [
        Chip(
            one.period.label + (f" ({one.waiting} menunggu)" if one.waiting else ""), url_of(one.year.year, one.period.number),
            (one.year.year, one.period.number) == (sheet.year.year, sheet.period.number),
        )
        for one in found[:MOST_CHIPS]
    ]  # fmt: skip


MOST_CHIPS = 8


def url_of(year: int, period: int, name: str = "team_sheet") -> str:
    """The address of a sheet, or of a step from it."""
    return reverse(f"performance:{name}", args=[year, period])


def outcome_words(outcome: Outcome, names: Mapping[int, str]) -> list[tuple[str, str]]:
    """(kind, sentence) of what “Nilai selesai” did: rated, missing, and of which relatives the personnel office was told."""
    said = []
    if outcome.rated:
        said.append(
            ("success", f"{len(outcome.rated)} orang dinilai. Hasilnya belum terlihat pegawai sampai diserahkan.")
        )
    for one, words in outcome.missing[:MOST_NAMED]:
        said.append(("warning", f"{names[one.employee_id]}: {words}"))
    if len(outcome.missing) > MOST_NAMED:
        said.append(("warning", f"Dan {len(outcome.missing) - MOST_NAMED} orang lagi belum lengkap."))
    for employee, relation in outcome.related.items():
        said.append(("warning", f"Anda menilai {names[employee]}, keluarga Anda ({relation}). BKPSDM diberi tahu."))
    return said


MOST_NAMED = 12
