"""Kata-kata tentang rencana: states, what comes next and at whose desk, lines of results, the way an SKP has gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from jenjang.kernel import clock
from jenjang.law.decisions import Finding
from jenjang.law.parameters import LawOn
from jenjang.performance import periods
from jenjang.performance.models import (
    SKP,
    AnnexKind,
    Approach,
    Aspect,
    Perspective,
    PlannedResult,
    ResultKind,
)
from jenjang.performance.presenters_rating import Action, Step, appraiser_name, name_of
from jenjang.performance.queries_planning import Reading
from jenjang.performance.skps import OVER, leads
from jenjang.performance.states import SKP as SKP_STATES
from jenjang.ui.formats import long_date, short_date
from jenjang.ui.parts import Event

KINDS = {
    "rancangan": "",
    "diajukan": "warn",
    "ditetapkan": "good",
    "perubahan": "warn",
    "ditutup": "",
    "dibatalkan": "bad",
}
ASPECTS, PERSPECTIVES, APPROACHES = dict(Aspect.choices), dict(Perspective.choices), dict(Approach.choices)
ANNEXES, RESULT_KINDS = dict(AnnexKind.choices), dict(ResultKind.choices)


@dataclass(frozen=True, slots=True)
class ResultLine:
    """Satu rencana hasil kerja on the page: its words, what it serves, how it is measured, where it is changed."""

    pk: int
    number: int
    text: str
    served: str
    served_by: str
    waits: bool
    perspective: str
    measures: list[tuple[str, str, str]]
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class ValueLine:
    """Satu nilai BerAKHLAK with its guides and what the leader expects besides."""

    code: str
    name: str
    guides: Sequence[str]
    expectation: str


def state_of(skp: SKP) -> tuple[str, str]:
    """The word for a state and its colour."""
    return SKP_STATES.labels[skp.state], KINDS[skp.state]


def span_of(skp: SKP) -> str:
    """Sejak kapan, sampai kapan."""
    if skp.until:
        return f"{short_date(skp.effective_from)} sampai {short_date(skp.until)}"
    return f"sejak {short_date(skp.effective_from)}"


def moved_step(skp: SKP, current: Any) -> Step:
    """Jabatan berubah di tengah tahun: the new position needs an SKP of its own."""
    text = f"Sejak {long_date(current.position_since)} Anda memangku jabatan {current.title}. {_end_of(skp)}"
    return Step("Jabatan Anda berubah", text, is_mine=True, verb="Mulai SKP jabatan baru",
                url=reverse("performance:start"), posts=True, hidden=(("tahun", skp.year.year),))  # fmt: skip


def _end_of(skp: SKP) -> str:
    if skp.until:
        return f"SKP {skp.title} berakhir {long_date(skp.until)}."
    return f"SKP {skp.title} berakhir sehari sebelumnya begitu SKP baru dimulai."


def agree_by_line(skp: SKP, law: LawOn) -> str:
    """Ditetapkan paling lambat kapan; nothing for an SKP that was agreed before, or whose position began after that day."""
    due = None if skp.version else periods.agree_by(skp.year.year, law, begins=skp.effective_from)
    return f"Ditetapkan paling lambat {long_date(due)}." if due else ""


def step_of(reading: Reading, law: LawOn) -> Step:
    """What comes next with an SKP, as this reader sees it."""
    skp = reading.skp
    if reading.moved:
        return moved_step(skp, skp.employee.current)
    if skp.state in ("rancangan", "perubahan"):
        return _while_written(reading, law)
    if skp.state == "diajukan":
        return _while_read(reading)
    if skp.state == "ditetapkan" and reading.versions:
        newest = reading.versions[-1]
        return Step(f"Versi {newest.number} berlaku", f"Ditetapkan {long_date(newest.agreed_on)}.")
    return Step(SKP_STATES.labels[skp.state])


def _while_written(reading: Reading, law: LawOn) -> Step:
    skp, owner, appraiser = reading.skp, name_of(reading.skp.employee), appraiser_name(reading.skp)
    kept = f" Versi {skp.version} tetap berlaku sampai perubahan ini ditetapkan." if skp.version else ""
    objections = reading.decision.objections if reading.decision else ()
    if reading.is_owner:
        return Step(f"Ajukan kepada {appraiser}", f"{agree_by_line(skp, law)}{kept}".strip(), is_mine=True, verb="Ajukan",
                    url=reverse("performance:submit", args=[skp.pk]), posts=True, reasons=objections)  # fmt: skip
    text = f"{owner} sedang menyusunnya.{kept}"
    if reading.appraises:
        why = (Finding(False, "Pegawai belum mengajukannya."),)
        return Step("Belum diajukan", text, who=owner, verb="Tetapkan", reasons=why)
    return Step("Belum diajukan", text, who=owner)


def _while_read(reading: Reading) -> Step:
    skp, appraiser = reading.skp, appraiser_name(reading.skp)
    if not reading.appraises:
        return Step("Menunggu persetujuan", who=appraiser)
    objections = reading.decision.objections if reading.decision else ()
    return Step(
        "Baca, lalu tetapkan", "Yang ditetapkan adalah isi di bawah ini, seluruhnya. Evaluasi tiap masa mulai dari situ.",
        is_mine=True, verb="Tetapkan", url=reverse("performance:agree", args=[skp.pk]), posts=True,
        hidden=(("dibaca", reading.sequence),), reasons=objections,
    )  # fmt: skip


def actions_of(reading: Reading) -> list[Action]:
    """What else the reader may do with an SKP."""
    skp = reading.skp
    to = {
        name: reverse(f"performance:{name}", args=[skp.pk])
        for name in ("take_back", "send_back", "change", "discard", "appraiser")
    }
    found = []
    if skp.state == "diajukan" and reading.is_owner:
        found.append(Action("Tarik kembali", to["take_back"], posts=True))
    if skp.state == "diajukan" and reading.appraises:
        found.append(Action("Kembalikan", to["send_back"]))
    if skp.state == "ditetapkan" and reading.is_party and skp.year.state == "berjalan":
        found.append(Action("Ubah SKP", to["change"]))
    if skp.state == "rancangan" and reading.is_owner:
        found.append(Action("Batalkan rancangan", to["discard"]))
    if reading.may_steer and skp.state not in OVER and not reading.is_owner:
        found.append(Action("Ganti penilai", to["appraiser"]))
    return found


def lines_of(reading: Reading, kind: str) -> list[ResultLine]:
    """Hasil kerja utama or tambahan, numbered."""
    chosen = [one for one in reading.results if one.kind == kind]
    has_leader = not leads(reading.skp)
    return [_line(one, number, len(chosen), has_leader) for number, one in enumerate(chosen, start=1)]


def _line(one: PlannedResult, number: int, many: int, has_leader: bool) -> ResultLine:
    served, by = one.provisional, ""
    if one.parent:
        served, by = one.parent.text, name_of(one.parent.skp.employee)
    elif one.unit_indicator:
        served, by = one.unit_indicator.text, one.unit_indicator.objective.text
    return ResultLine(
        pk=one.pk, number=number, text=one.text, served=served, served_by=by,
        waits=bool(one.provisional) and has_leader, perspective=PERSPECTIVES.get(one.perspective, ""),
        measures=[(ASPECTS.get(item.aspect, ""), item.text, item.target) for item in one.indicators.all()],
        is_first=number == 1, is_last=number == many,
    )  # fmt: skip


def value_lines(reading: Reading, values: Sequence[dict[str, Any]]) -> list[ValueLine]:
    """Tujuh nilai, each with what the leader expects of this person besides."""
    return [
        ValueLine(one["kode"], one["nama"], one["panduan"], reading.expectations.get(one["kode"], "")) for one in values
    ]


def annex_lines(reading: Reading) -> list[tuple[str, list[str]]]:
    """Lampiran by kind, in the order of the form."""
    return [(label, [one.text for one in reading.annexes if one.kind == kind]) for kind, label in AnnexKind.choices]


def way_of(reading: Reading) -> list[Event]:
    """Perjalanan SKP: every move with who made it and why; where it stands now."""
    moved = [
        Event(
            SKP_STATES.labels[one.to_state], day=clock.day_of(one.at), state="done",
            text=f"{one.actor.name if one.actor else 'Sistem'}{f': {one.reason}' if one.reason else ''}",
        )
        for one in reading.transitions
    ]  # fmt: skip
    if moved:
        last = moved[-1]
        moved[-1] = Event(last.title, day=last.day, text=last.text, state="now")
    begun = Event("Rancangan mulai disusun", state="done" if moved else "now", when="")
    return [begun, *moved]


def head_facts(skp: SKP) -> list[tuple[str, str]]:
    """Kepala SKP: who and as what."""
    facts = [
        ("Jabatan", skp.title),
        ("Unit", skp.unit.name),
        ("Berlaku", span_of(skp)),
        ("Pejabat penilai", appraiser_name(skp)),
    ]
    return facts if leads(skp) else [*facts, ("Pendekatan", APPROACHES[skp.approach])]
