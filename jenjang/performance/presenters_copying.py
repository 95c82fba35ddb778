"""Kata-kata tentang yang sudah ada: a sealed version as its page shows it, and the samples that can be copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms.boundfield import BoundField

from jenjang.law.parameters import LawOn
from jenjang.performance import copying
from jenjang.performance.copying import Source
from jenjang.performance.models import SKP, AnnexKind
from jenjang.performance.presenters_planning import (
    APPROACHES,
    ASPECTS,
    PERSPECTIVES,
    ResultLine,
    ValueLine,
)
from jenjang.performance.skps import AUTHORITY
from jenjang.ui.formats import short_date

TITLES = {
    copying.FORMER: "Dari SKP sebelumnya",
    copying.UNIT: "Contoh unit",
    copying.POST: "Contoh jabatan",
    copying.PEERS: "Yang pernah disepakati pemegang jabatan yang sama",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """Satu contoh with its tick, or without one where the SKP has it already."""

    source: Source
    tick: Any


@dataclass(frozen=True, slots=True)
class Group:
    """Contoh dari satu asal."""

    title: str
    note: str
    offers: list[Offer]


def copy_groups(field: BoundField, sources: Sequence[Source], former: SKP | None) -> list[Group]:
    """Contoh by where they come from, the nearest first."""
    ticks = {str(one.data["value"]): one for one in field}
    notes = {copying.FORMER: f"{former.title}, {former.year.year}" if former else ""}
    groups = []
    for origin, title in TITLES.items():
        offers = [Offer(one, ticks.get(one.key)) for one in sources if one.origin == origin]
        if offers:
            groups.append(Group(title, notes.get(origin, ""), offers))
    return groups


def sealed_of(content: dict[str, Any], names: dict[int, str], law: LawOn) -> dict[str, Any]:
    """Isi tersegel as its page shows it: nothing is read but what was sealed."""
    appraiser = AUTHORITY if content["dinilai_kepala_daerah"] else names.get(content["penilai"] or 0, "–")
    until = content["sampai"]
    span = short_date(date.fromisoformat(content["mulai"])) + (
        f" sampai {short_date(date.fromisoformat(until))}" if until else ""
    )
    results = content["hasil_kerja"]
    return {
        "facts": [
            ("Jabatan", content["jabatan"]), ("Berlaku", span), ("Pejabat penilai", appraiser),
            ("Pendekatan", APPROACHES.get(content["pendekatan"], "")),
        ],
        "main": _sealed_lines([one for one in results if one["jenis"] == "utama"]),
        "additional": _sealed_lines([one for one in results if one["jenis"] == "tambahan"]),
        "values": [
            ValueLine(one["kode"], one["nama"], one["panduan"], content["ekspektasi_khusus"].get(one["kode"], ""))
            for one in law["kinerja.perilaku.panduan"].value
        ],
        "annexes": [
            (label, [text for kind, text in content["lampiran"] if kind == code]) for code, label in AnnexKind.choices
        ],
    }  # fmt: skip


def _sealed_lines(results: Sequence[dict[str, Any]]) -> list[ResultLine]:
    return [
        ResultLine(
            pk=one["id"], number=number, text=one["teks"], served=one["mendukung"], served_by="",
            waits=bool(one["mendukung"]) and one["mendukung_id"] is None,
            perspective=PERSPECTIVES.get(one["perspektif"], ""),
            measures=[(ASPECTS.get(aspect, ""), text, target) for aspect, text, target in one["indikator"]],
            is_first=True, is_last=True,
        )
        for number, one in enumerate(results, start=1)
    ]  # fmt: skip
