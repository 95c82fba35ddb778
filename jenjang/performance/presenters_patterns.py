"""Kata-kata pola penilai: what is seen, kindly said, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from jenjang.law.decisions import Finding
from jenjang.performance.queries_patterns import CODES, Pattern

if TYPE_CHECKING:
    from jenjang.performance.models import AppraiserPattern

LABELS = {
    "longgar": "Longgar", "seragam": "Seragam", "kesan": "Terpengaruh kesan", "jenis_kelamin": "Selisih laki-laki dan perempuan",
    "unit": "Selisih antarunit", "keluarga": "Menilai keluarga",
}  # fmt: skip
ADVICE = {
    "longgar": "Nilai tinggi menyenangkan, tetapi yang sungguh menonjol jadi tidak tampak. Untuk dua atau tiga orang, tulis bukti apa yang melampaui ekspektasi.",
    "seragam": "Bila semua orang mendapat predikat sama, tidak seorang pun tahu apa yang dihargai. Mulai dari hasil kerja yang paling berbeda, lalu bandingkan buktinya.",
    "kesan": "Hasil kerja dan perilaku dua hal yang berbeda. Nilai semua hasil kerja lebih dahulu, baru kembali untuk perilaku.",
    "jenis_kelamin": "Selisih ini bisa punya sebab yang sah. Periksa lagi buktinya pada kelompok yang lebih rendah, sebaiknya bersama rekan.",
    "unit": "Selisih ini bisa punya sebab yang sah, misalnya capaian unit. Bandingkan buktinya antarunit dalam rapat kalibrasi.",
    "keluarga": "Ini tidak dilarang di sini, tetapi BKPSDM diberi tahu. Mintalah pejabat penilai lain bila mungkin.",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """Satu penilai on the list."""

    url: str
    name: str
    title: str
    unit: str
    people: int
    tags: list[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """Satu pola: what was counted, and what to do about it."""

    label: str
    reason: str
    cites: Sequence[str]
    advice: str


def rows_of(found: Iterable[AppraiserPattern], query: str) -> list[Row]:
    """Lines of the list."""
    return [
        Row(
            reverse("performance:pattern", args=[one.appraiser_id]) + query, person.full_name, person.title,
            person.unit_name, one.people, [LABELS[code] for code in one.codes],
        )
        for one in found
        for person in (one.appraiser.current,)
    ]  # fmt: skip


def codes_for(choice: str) -> Sequence[str] | None:
    """Which patterns a choice of the list means: one of them, any, or (None) everybody, with or without."""
    if choice == EVERYBODY:
        return None
    return [choice] if choice in CODES else CODES


EVERYBODY = "semua"
CHOICES = [("", "Yang patut dibicarakan"), *LABELS.items(), (EVERYBODY, "Semua penilai")]


def seen_of(one: Pattern) -> list[Seen]:
    """The patterns that show, each with its advice."""
    return [
        Seen(LABELS[finding.code], finding.reason, finding.cites, ADVICE[finding.code])
        for finding in one.decision.objections
    ]


def rest_of(one: Pattern) -> list[Finding]:
    """What was looked at and is as it should be."""
    return [finding for finding in one.decision.findings if finding.met]


def words_of(one: Pattern | None) -> str:
    """The page in a sentence."""
    if one is None:
        return "Belum ada penilaian Anda dalam masa ini."
    if not one.decision.result.shown:
        return f"{one.facts.people} orang dinilai; terlalu sedikit untuk berbicara tentang pola."
    if not one.seen:
        return f"Penilaian atas {one.facts.people} orang tidak menunjukkan pola yang perlu dibicarakan."
    return f"Dari penilaian atas {one.facts.people} orang, ada yang patut dilihat lagi. Ini petunjuk, bukan tuduhan."
