"""Pengumuman (PP 11/2017 Pasal 198; PermenPANRB 15/2019): what was announced of a selection, stage by stage, with its day.

Told from what the stages left behind, so that no line can be forgotten; a stage that was taken back is not announced.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from jenjang.selection.dossier import is_open_selection
from jenjang.selection.states import VACANCY
from jenjang.transparency.presenters import STAGES, stage_of
from jenjang.ui import formats
from jenjang.ui.parts import Event

if TYPE_CHECKING:
    from jenjang.selection.models import Criteria, Run, Vacancy
    from jenjang.transparency.queries import Person, Result

TITLES = {
    "dinilai": "Hasil seleksi administrasi", "diperingkat": "Hasil pemeriksaan syarat", "tiga_nama": "Tiga nama diajukan",
    "diusulkan": "Tiga nama diusulkan kepada Pejabat Pembina Kepegawaian", "ditetapkan": "Hasil akhir",
    "dilantik": "Pelantikan",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """Yang sudah diketahui umum tentang satu lowongan."""

    vacancy: Vacancy
    criteria: Sequence[Criteria]
    days: Mapping[str, date]
    run: Run | None = None
    result: Result | None = None
    applied: Mapping[str, int] = field(default_factory=dict)
    shortlist: Sequence[Person] = ()
    ending: str = ""


def announcements(told: Told) -> list[Event]:
    """The dated lines, the oldest first."""
    return [*(_of_criteria(told, one) for one in told.criteria), *_of_stages(told), *_of_the_end(told)]


def _of_criteria(told: Told, one: Criteria) -> Event:
    title = f"Kriteria diumumkan ulang, versi {one.version}" if one.reason else "Kriteria, bobot, dan jadwal diumumkan"
    text, since, until = one.reason, told.vacancy.call_from, told.vacancy.call_until
    if one == told.criteria[-1] and since and until:
        text = f"{text} Lamaran diterima {formats.long_date(since)} sampai {formats.long_date(until)}.".strip()
    return _line(title, one.law_on, text)


def _of_stages(told: Told) -> list[Event]:
    stage, _ = stage_of(told.vacancy)
    states = STAGES[told.vacancy.method]
    reached = [name for place, name in enumerate(states, 1) if place <= stage and name in told.days and name in TITLES]
    return [_line(TITLES[name], told.days[name], _said(told, name)) for name in reached]


def _said(told: Told, name: str) -> str:
    """What was announced at a stage; numbers, and names only where the law has them published."""
    if name == "dinilai" and is_open_selection(told.vacancy) and told.applied:
        passed, total = told.applied.get("ms", 0), sum(told.applied.values())
        return f"{formats.whole(passed)} dari {formats.whole(total)} pelamar lulus seleksi administrasi."
    if name == "diperingkat" and told.run is not None:
        run = told.run
        return f"{formats.whole(run.eligible)} dari {formats.whole(run.examined)} yang diperiksa memenuhi syarat."
    if name == "tiga_nama" and told.shortlist:
        return f"Menurut abjad: {'; '.join(person.name for person in told.shortlist)}."
    if name == "ditetapkan" and told.result is not None:
        return f"{told.result.person.name} ditetapkan. Alasan: {told.result.reason.lower()}."
    return ""


def _of_the_end(told: Told) -> list[Event]:
    state = told.vacancy.state
    return [_line(VACANCY.labels[state], told.days[state], told.ending)] if told.ending else []


def _line(title: str, day: date, text: str = "") -> Event:
    return Event(title=title, day=day, text=text, state="done")
