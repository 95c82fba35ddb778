"""Perjalanan berkas: each step of a decision with the day on which it was taken, and on whose desk it lies now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from jenjang.law.decisions import Finding
from jenjang.law.parameters import LawOn
from jenjang.selection.forms_decision import TEXT_CODES
from jenjang.selection.officials import ONESELF, TIED, UNDECLARED, UNSETTLED
from jenjang.selection.presenters_panel import DEGREES
from jenjang.selection.states import VACANCY
from jenjang.ui.parts import Event

if TYPE_CHECKING:
    from jenjang.selection.dossier import Moved, Standing

_SHOWN = ("diumumkan", "diperingkat", "dinilai", "tiga_nama", "diusulkan", "ditetapkan", "dilantik")
_TITLES = {
    "diumumkan": "Kriteria diumumkan", "diperingkat": "Peringkat dihitung", "dinilai": "Penilaian dimulai",
    "tiga_nama": "Tiga nama diajukan", "diusulkan": "Diusulkan", "ditetapkan": "Ditetapkan", "dilantik": "Dilantik",
}  # fmt: skip
_DESKS = {
    "diumumkan": "Di meja petugas BKPSDM", "diperingkat": "Di meja tim", "dinilai": "Di meja penilai",
    "tiga_nama": "Di meja Pejabat yang Berwenang", "diusulkan": "Di meja Pejabat Pembina Kepegawaian",
    "ditetapkan": "Menunggu pelantikan",
}  # fmt: skip
_ENDED = ("dibatalkan", "tidak_terisi")


def way(standing: Standing, on: date) -> list[Event]:
    """Where the file has been and where it lies; a step that was taken back is not shown as taken."""
    events = [Event(title=_TITLES[name], day=standing.days[name], state="done") for name in _reached(standing)]
    if standing.state in _ENDED:
        title, day = VACANCY.labels[standing.state], standing.days[standing.state]
        events.append(Event(title=title, day=day, text=standing.reason, state="now"))
    if standing.state in _DESKS:
        events.append(Event(title=_DESKS[standing.state], day=on, when="Hari ini", state="now"))
    return events


def _reached(standing: Standing) -> list[str]:
    order, reached = list(VACANCY.labels), [name for name in _SHOWN if name in standing.days]
    if standing.state in _ENDED:
        return reached
    now = order.index(standing.state)
    return [name for name in reached if order.index(name) <= now or name == "dinilai"]


def kin_words(law: LawOn) -> str:
    """sampai derajat ketiga sedarah dan derajat kedua semenda."""
    limits = law["seleksi.hubungan.derajat"].value
    return " dan ".join(f"sampai derajat {DEGREES[limit]} {kind}" for kind, limit in limits.items() if limit)


def desk_side(findings: Sequence[Finding]) -> str:
    """Di mana pejabat itu berdiri: steps back, has still to declare, waits for a ruling, or is free to act."""
    codes = {one.code for one in findings if not one.met}
    if codes & {TIED, ONESELF}:
        return "mundur"
    return UNDECLARED if UNDECLARED in codes else UNSETTLED if UNSETTLED in codes else ""


def steps_back(findings: Sequence[Finding]) -> list[Finding]:
    """Why somebody steps back or waits: only what concerns the person."""
    return [one for one in findings if not one.met and one.code in (TIED, ONESELF, UNSETTLED)]


def in_the_way(objections: Sequence[Finding], is_draft: bool) -> dict[str, list[Finding]]:
    """What blocks the button, and what a kept draft still lacks in words: that is typed and sent in one go."""
    wanting = [one for one in objections if one.code in TEXT_CODES]
    blocking = [one for one in objections if one.code not in TEXT_CODES]
    also = [Finding(False, "Alasan belum cukup; kekurangannya disebut di bawah isiannya.")] if wanting else []
    return {"blocked_by": [*blocking, *also] if blocking else [], "wanting": wanting if is_draft else []}


def returned(standing: Standing) -> Moved | None:
    """Dikembalikan: the newest step went back, with its reason and day."""
    order, (*_, before, last) = list(VACANCY.labels), (None, None, *standing.moves)
    if before is None or last is None or not last.reason or last.state in _ENDED:
        return None
    return last if order.index(last.state) < order.index(before.state) else None
