"""Kata-kata pelaksanaan: weeks, lists and evidence for the pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from jenjang.performance.models import SKP, Evidence, EvidenceUse, ProgressLine
from jenjang.performance.queries_doing import Chosen, Written
from jenjang.performance.weeks import Week, name_of, week_of
from jenjang.ui import formats
from jenjang.ui.parts import Chip

PROOF = {"": "Semua", "ada": "Ada bukti", "tanpa": "Tanpa bukti"}
_LONGEST_KEY, _LONGEST_LABEL = 16, 90


def week_chips(weeks: Iterable[Week], chosen: Week, day: date) -> list[Chip]:
    """Pekan ini, pekan lalu … as links."""
    url = reverse("performance:record")
    return [Chip(name_of(one, day), f"{url}?pekan={one.first.isoformat()}", one == chosen) for one in weeks]


def chosen(given: Mapping[str, str]) -> Chosen:
    """The filters as the address names them; what it does not know is left out."""
    result, proof = given.get("hasil", ""), given.get("bukti", "")
    is_key = result.isascii() and result.isdecimal() and len(result) < _LONGEST_KEY
    return Chosen(int(result) if is_key else None, proof if proof in PROOF else "", given.get("riwayat") == "1")


def chips(now: Chosen) -> list[Chip]:
    """The filters that are one tap; the others stay."""
    found = [Chip(label, _address(now, bukti=code), now.proof == code) for code, label in PROOF.items()]
    return [*found, Chip("Dengan riwayat", _address(now, riwayat="" if now.history else "1"), now.history)]


def _address(now: Chosen, **changes: str) -> str:
    kept = {"hasil": str(now.result or ""), "bukti": now.proof, "riwayat": "1" if now.history else "", **changes}
    query = urlencode({name: value for name, value in kept.items() if value})
    return f"?{query}" if query else reverse("performance:progress")


@dataclass(frozen=True, slots=True)
class Shown:
    """Satu catatan untuk halaman."""

    line: ProgressLine
    proofs: list[EvidenceUse]
    is_past: bool
    change_url: str
    may_change: bool


@dataclass(slots=True)
class WeekOf:
    """Satu pekan dengan catatannya."""

    week: Week
    lines: list[Shown] = field(default_factory=list)


def by_week(
    lines: Sequence[ProgressLine], uses: Mapping[int, list[EvidenceUse]], weeks: Sequence[Week]
) -> list[WeekOf]:
    """Lines in their order, under the week in which they fall."""
    found: list[WeekOf] = []
    for line in lines:
        week = week_of(line.entry.on)
        if not found or found[-1].week != week:
            found.append(WeekOf(week))
        found[-1].lines.append(_shown(line, uses, week in weeks))
    return found


def _shown(line: ProgressLine, uses: Mapping[int, list[EvidenceUse]], is_open: bool) -> Shown:
    proofs = [use for use in uses.get(line.entry_id, []) if use.result_id == line.result_id]
    is_past = line.entry.withdrawn_at is not None
    query = urlencode({"pekan": week_of(line.entry.on).first.isoformat(), "ubah": line.result_id})
    url = f"{reverse('performance:record')}?{query}#hasil-{line.result_id}"
    return Shown(line, proofs, is_past, url, is_open and not is_past)


def kept_choices(rows: Iterable[Evidence]) -> list[tuple[int, str]]:
    """Evidence by its name, for a list to choose from."""
    return [(one.pk, cut(one.title)) for one in rows]


def entry_choices(lines: Iterable[ProgressLine]) -> list[tuple[int, str]]:
    """Entries for a list to choose from: the week, the result, the words."""
    return [
        (line.entry_id, f"{formats.short_date(line.entry.on)} · {cut(line.result.text)}: {cut(line.entry.text)}")
        for line in lines
    ]


def initial_of(targets: Iterable[Any], asked: str) -> dict[str, Any]:
    """What stands for the week, typed in already, for the one result that is to be put right."""
    for one in targets:
        if asked == str(one.pk) and one.standing is not None:
            return {f"teks-{one.pk}": one.standing.entry.text, f"jumlah-{one.pk}": one.standing.amount}
    return {}


def words_of(query: QueryDict) -> str:
    """What is looked for among the evidence."""
    return " ".join(query.get("q", "").split())[:100].replace("\0", "")


def cut(text: str) -> str:
    """A text for a list: its beginning."""
    return text if len(text) <= _LONGEST_LABEL else text[: _LONGEST_LABEL - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Beside:
    """Satu hasil kerja, its measures on one side and its entries on the other."""

    row: Written
    lines: list[Shown]


def beside(rows: Iterable[Written], uses: Mapping[int, list[EvidenceUse]]) -> list[Beside]:
    """What the appraiser reads beside each result."""
    return [Beside(row, [_shown(line, uses, False) for line in row.lines]) for row in rows]


@dataclass(frozen=True, slots=True)
class Member:
    """Satu anggota tim: whose SKP, and when something was last written."""

    name: str
    skp: SKP
    is_silent: bool


def members(rows: Sequence[SKP], names: Mapping[int, str], day: date) -> list[Member]:
    """A team; silent is who wrote nothing last week or this."""
    monday = week_of(day).before().first
    return [Member(names.get(skp.employee_id, "–"), skp, skp.last_on is None or skp.last_on < monday) for skp in rows]
