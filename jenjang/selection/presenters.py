"""Peringkat untuk dibaca: vacancies, lines and explanations as words, tags and parts. Knows no database."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse

from jenjang.kernel import clock
from jenjang.kernel.sheets import Column
from jenjang.law.decisions import Finding
from jenjang.law.wording import number
from jenjang.selection.barred import CLOSED
from jenjang.selection.criteria import TIE_BREAKS, Terms
from jenjang.selection.dossier import Standing
from jenjang.selection.explaining import LABELS, Element, Explanation
from jenjang.selection.inputs import Inputs
from jenjang.selection.models import Criteria, Method, RunEntry, Vacancy
from jenjang.selection.ranking import Engine
from jenjang.selection.states import VACANCY
from jenjang.ui import formats
from jenjang.ui.parts import Chip, Part, Step

VERDICT_KINDS = {"MS": "good", "BTL": "warn", "TMS": "bad"}
ANSWERS = {
    "bersedia": ("Bersedia", "good"),
    "tidak": ("Tidak bersedia", "bad"),
    "ditunggu": ("Menunggu jawaban", "warn"),
}
_END = ("tiga_nama", "diusulkan", "ditetapkan", "dilantik")
_ROUTES = {
    str(Method.BOARD): ("diumumkan", "diperingkat", "dinilai", *_END),
    str(Method.OPEN): ("diumumkan", "dinilai", "diperingkat", *_END),
}


@dataclass(slots=True)
class Line:
    """Satu baris daftar."""

    key: int
    rank: int | None
    place: int | None
    name: str
    nip: str
    detail: str
    move: str
    grade: str
    verdict: str
    verdict_kind: str
    score: Decimal | None
    tied: bool
    parts: list[Part]
    findings: list[Finding]
    met: int
    answer: tuple[str, str] | None
    profile_url: str
    is_closed: bool = False


def closed(shown: Line) -> Line:
    """The same line for a member who may not open it: who it is and where it stands, nothing of what was found."""
    return replace(
        shown, nip="", move="", grade="", verdict="", verdict_kind="", score=None, parts=[], findings=[], met=0, answer=None,
        profile_url="", is_closed=True,
    )  # fmt: skip


def line(
    entry: RunEntry, engine: Engine, *, weights: Mapping[str, Decimal], place: int | None = None, answer: str = ""
) -> Line:
    """A person of the list, with the sentences of what is not met."""
    who = entry.employee.current if entry.employee_id else None
    outside = entry.application.external if entry.application_id and not entry.employee_id else None
    person = Inputs.from_text(entry.inputs)
    findings = engine.findings(person)
    unmet = [finding for finding in findings if not finding.met]
    components = json.loads(entry.components) if entry.components else {}
    return Line(
        key=entry.pk,
        rank=entry.rank,
        place=place,
        name=who.full_name if who else outside.name if outside else "–",
        nip=who.nip if who else outside.nip if outside else "",
        detail=formats.post_in_unit(who.title, who.unit_name) if who else outside.agency_name if outside else "",
        move=engine.eligibility.move_of(person),
        grade=who.grade if who else "",
        verdict=entry.verdict,
        verdict_kind=VERDICT_KINDS[entry.verdict],
        score=entry.score,
        tied=entry.tied,
        parts=[Part(LABELS[code], Decimal(value), weights.get(code)) for code, value in components.items()],
        findings=unmet,
        met=len(findings) - len(unmet),
        answer=ANSWERS.get(answer),
        profile_url=f"/pegawai/{who.nip}/" if who else "",
    )


def stages(vacancy: Vacancy, standing: Standing) -> list[Step]:
    """The way of a vacancy: what is done and when, what is now, what comes and when it is due."""
    dated, planned = standing.days, standing.planned
    state: str = vacancy.state
    route: tuple[str, ...] = _ROUTES[vacancy.method]
    if state == "rancangan":
        route = (state, *route)
    if state == "diperingkat" and vacancy.method == Method.BOARD and "dinilai" in dated:
        state = "dinilai"  # merged marks lead back to the ranking; the way itself does not go back
    if state not in route:
        return _cut_short(route, state, dated)
    now = route.index(state)
    steps = []
    for place, name in enumerate(route):
        day = dated.get(name) if place <= now else planned.get(name)
        kind = "done" if place < now else "now" if place == now else "next"
        steps.append(Step(VACANCY.labels[name], formats.short_date(day) if day else "", kind))
    return steps


def _cut_short(route: Iterable[str], state: str, dated: Mapping[str, Any]) -> list[Step]:
    """What was reached before it ended without a result."""
    done = [Step(VACANCY.labels[name], formats.short_date(dated[name]), "done") for name in route if name in dated]
    day = dated.get(state)
    return [*done, Step(VACANCY.labels[state], formats.short_date(day) if day else "", "now")]


def when_ranked(vacancy: Vacancy) -> str:
    """When there will be a ranking, for a page that has none yet."""
    if vacancy.state == "rancangan":
        return "Umumkan kriteria dahulu; sesudah itu semua pegawai diperiksa sekaligus."
    if vacancy.method == Method.OPEN:
        return "Pelamar diperingkat setelah hasil semua tahap ada. Nilai tiap tahap tertutup sampai lengkap."
    return "Tidak seorang pun dilewati: semua pegawai aktif diperiksa, dan setiap syarat yang kurang disebut dengan pasalnya."


def chips(base: str, counts: Mapping[str, int], chosen: str) -> list[Chip]:
    """Saringan: all, MS, BTL, TMS, each with its count."""
    total = sum(counts.values())
    found = [Chip(f"Semua {number(total)}", base, not chosen)]
    return found + [
        Chip(f"{verdict} {number(counts.get(verdict, 0))}", f"{base}?status={verdict}", chosen == verdict)
        for verdict in VERDICT_KINDS
    ]


@dataclass(slots=True)
class Why:
    """Mengapa nilai ini: the panel beside the ranking."""

    name: str
    detail: str
    score: Decimal | None
    sentence: str
    groups: list[dict[str, Any]]
    requirements: list[Finding]
    missing: list[Finding]


def why(shown: Line, explained: Explanation, *, above: RunEntry | None, below: RunEntry | None, eligible: int) -> Why:
    """The explanation of one line as parts, records and articles."""
    return Why(
        name=shown.name,
        detail=shown.detail,
        score=explained.entry.score,
        sentence=_standing(explained.entry, above, below, eligible),
        groups=[
            {
                "label": group.label,
                "value": f"{formats.score(group.points)} dari {number(group.most.normalize())}",
                "series": place,
                "elements": [_element(element) for element in group.elements],
            }
            for place, group in enumerate(explained.groups, 1)
        ],
        requirements=explained.requirements,
        missing=explained.missing,
    )


def _standing(entry: RunEntry, above: RunEntry | None, below: RunEntry | None, eligible: int) -> str:
    if entry.rank is None or entry.score is None:
        return "Belum masuk peringkat: ada syarat yang belum terpenuhi. Nilai di bawah ini perkiraan."
    words = f"Peringkat {entry.rank} dari {number(eligible)}."
    gaps = [
        f"{formats.score(abs(other.score - entry.score))} ke peringkat {other.rank}"
        for other in (above, below)
        if other is not None and other.score is not None
    ]
    return f"{words} Selisih {' dan '.join(gaps)}." if gaps else words


def _element(element: Element) -> dict[str, Any]:
    source = element.source
    said = "belum ada data" if element.raw is None else formats.score(element.raw)
    record = ""
    if source is not None:
        dated = formats.short_date(source.effective_from)
        record = f"{source.decree_number}, {dated}" if source.decree_number else dated
    return {
        "label": element.label,
        "points": element.points,
        "weight": f"Nilai {said} × bobot {number(element.weight.normalize())}%",
        "record": record,
        "cites": element.cites,
    }


def terms_facts(terms: Terms) -> list[tuple[str, str]]:
    """Kriteria sebagai daftar: label and words."""
    order = ", ".join(TIE_BREAKS[name] for name in terms.tie_break)
    standard = ", ".join(f"{name.replace('_', ' ')} {level}" for name, level in terms.standard.items())
    return [
        ("Bobot", ", ".join(f"{LABELS[name].lower()} {number(weight.normalize())}%" for name, weight in terms.weights.items())),
        ("Bila nilai sama", order),
        ("Data yang belum ada", "dihitung 0" if terms.missing == "hitung_nol" else "dikeluarkan, bobot lain disesuaikan"),
        ("Standar kompetensi", standard or "belum diisi"),
        ("Bidang ilmu", ", ".join(terms.fields) or "semua"),
        ("Bidang tugas terkait", ", ".join(terms.related) or "semua"),
        ("Uji teknis", ", ".join(terms.technical_fields) or "semua bidang"),
    ]  # fmt: skip


def terms_facts_of(criteria: Criteria) -> list[tuple[str, str]]:
    """Kriteria yang diumumkan, with its timetable."""
    terms = Terms.from_text(criteria.content)
    planned = [
        f"{VACANCY.labels.get(name, name).lower()} {formats.short_date(date.fromisoformat(day))}"
        for name, day in terms.steps
    ]
    return [*terms_facts(terms), ("Jadwal", ", ".join(planned) or "belum disusun")]


@dataclass(frozen=True, slots=True)
class Reply:
    """Jawaban kesediaan satu orang."""

    name: str
    detail: str
    answer: tuple[str, str]
    words: str
    said_on: date | None
    answer_by: date


def reply(request: Any) -> Reply:
    """One row of the list of who was asked."""
    who = request.employee.current
    code = "ditunggu" if request.willing is None else "bersedia" if request.willing else "tidak"
    return Reply(
        who.full_name, formats.post_in_unit(who.title, who.unit_name), ANSWERS[code], request.words or "",
        clock.day_of(request.said_at) if request.said_at else None, request.answer_by,
    )  # fmt: skip


def export_rows(lines: Iterable[Line]) -> Iterable[dict[str, Any]]:
    """The list as a sheet: exactly what is seen."""
    for one in lines:
        row = {name: getattr(one, name) for name in ("rank", "name", "nip", "detail", "grade", "verdict", "score")}
        said = CLOSED if one.is_closed else "; ".join(finding.reason for finding in one.findings)
        yield {**row, "findings": said}


EXPORT_COLUMNS = [
    Column("rank", "Peringkat", 10), Column("name", "Nama", 36), Column("nip", "NIP", 22),
    Column("detail", "Jabatan dan unit", 50), Column("grade", "Golongan", 10), Column("verdict", "Status", 10),
    Column("score", "Nilai", 10), Column("findings", "Temuan", 80),
]  # fmt: skip


def vacancy_url(vacancy: Vacancy) -> str:
    return reverse("selection:vacancy", args=[vacancy.number])


def criteria_url(vacancy: Vacancy) -> str:
    return reverse("selection:criteria", args=[vacancy.number])
