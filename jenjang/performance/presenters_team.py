"""Kata-kata tentang tim: where each person stands, what waits for the leader, the one next tap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from jenjang.performance import queries_team as team
from jenjang.performance.periods import kept
from jenjang.performance.presenters_planning import KINDS
from jenjang.performance.queries_team import Member, Team
from jenjang.performance.skps import leads
from jenjang.performance.states import FINAL
from jenjang.ui.formats import short_date
from jenjang.ui.parts import Chip

FILTERS = {
    "": "Semua",
    team.WAITS: "Menunggu persetujuan",
    team.TO_RATE: "Menunggu dinilai",
    team.NONE: "Belum menyusun",
    team.DRAFT: "Sedang menyusun",
    team.AGREED: "Ditetapkan",
}


PLANS = {
    "rancangan": "Rancangan", "diajukan": "Diajukan", "ditetapkan": "Ditetapkan", "perubahan": "Sedang diubah", "ditutup": "Selesai",
}  # fmt: skip
EVALUATIONS = {
    "terbuka": "belum diisi", "diisi": "menunggu dinilai", "dinilai": "dinilai, belum diserahkan",
    "dirilis": "menunggu tanda tangan", "keberatan": "keberatan diperiksa", **dict.fromkeys(FINAL, "selesai"),
}  # fmt: skip
"""The states in the few words that a board has room for."""


@dataclass(frozen=True, slots=True)
class Line:
    """Seorang anggota tim pada papan."""

    name: str
    title: str
    url: str
    state: str
    kind: str
    progress: str
    evaluation: str
    verb: str
    verb_url: str
    is_mine: bool


def chips_of(found: Team, chosen: str) -> list[Chip]:
    """Saringan with how many stand under each; empty ones are left out."""
    year = f"tahun={found.year.year}"
    chips = []
    for code, label in FILTERS.items():
        many = len(found.standing(code))
        if many or code == chosen or not code:
            chips.append(Chip(f"{label} {many}", f"?{year}&saring={code}" if code else f"?{year}", code == chosen))
    return chips


def line_of(one: Member, day: date) -> Line:
    """One row of the board: what is known, and one tap to what is next."""
    skp = one.skp
    verb, url, is_mine = _next(one)
    state, kind = (PLANS[skp.state], KINDS[skp.state]) if skp else ("Belum menyusun SKP", "bad")
    progress = _ago(skp.last_progress, day) if skp and skp.last_progress else "–"
    return Line(
        one.person.full_name, one.person.title, skp.get_absolute_url() if skp else "", state, kind, progress,
        _evaluation(one), verb, url, is_mine,
    )  # fmt: skip


def _next(one: Member) -> tuple[str, str, bool]:
    skp, evaluation = one.skp, one.evaluation
    if skp is None:
        return "", "", False
    if skp.state == "diajukan":
        return "Baca dan tetapkan", skp.get_absolute_url(), True
    if evaluation is not None and evaluation.state in team.FOR_APPRAISER:
        return ("Nilai" if evaluation.state == "diisi" else "Serahkan"), evaluation.get_absolute_url(), True
    if skp.loose and skp.state != "ditutup" and not leads(skp):
        return f"Sambungkan {skp.loose} hasil kerja", f"{reverse('performance:join_many')}?tahun={skp.year.year}", True
    return "Buka SKP", skp.get_absolute_url(), False


def _evaluation(one: Member) -> str:
    if one.evaluation is None or one.skp is None:
        return "–"
    period = kept(one.skp.year.year, one.skp.year.rhythm, one.evaluation.period)
    return f"{period.short}: {EVALUATIONS[one.evaluation.state]}"


def _ago(on: date, day: date) -> str:
    days = (day - on).days
    return {0: "hari ini", 1: "kemarin"}.get(days, f"{days} hari lalu") if 0 <= days <= 31 else short_date(on)
