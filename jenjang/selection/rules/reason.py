"""Alasan: words in which a passed-over candidate can read why; not dots, not a formula that is used again and again."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from jenjang.law.catalogue import rule
from jenjang.law.decisions import Decision, Finding
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result
from jenjang.law.spans import add_months

LONG = "Alasan {} huruf; paling sedikit {}."
UNSEEN = ("Cf", "Mn", "Me")  # zero-width signs, accents, signs around a letter: they stand in no place of their own
SHORT = "Alasan {} dari paling sedikit {} huruf. Sebut hasil kerja atau keperluan jabatan, bukan sifat umum."


@dataclass(frozen=True, slots=True)
class EarlierReason:
    """Alasan yang pernah dipakai."""

    words: str = fact("Alasan")
    used_on: date = fact("Dipakai pada")


@dataclass(frozen=True, slots=True)
class ReasonFacts:
    """Fakta: peringkat yang dipilih, alasannya, dan alasan keputusan-keputusan sebelumnya."""

    rank: int = fact("Peringkat yang dipilih", minimum=1)
    words: str = fact("Alasan")
    earlier: tuple[EarlierReason, ...] = fact("Alasan sebelumnya", default=())


@dataclass(slots=True)
class ReasonResult:
    """Hasil: apakah alasan diperlukan, dan panjangnya."""

    required: bool = result("Alasan diperlukan")
    letters: int = result("Panjang alasan", unit="huruf")


@rule(
    "seleksi.alasan",
    title="Alasan memilih yang bukan peringkat pertama",
    facts=ReasonFacts,
    result=ReasonResult,
    cites=("pp-11-2017#198", "permenpanrb-15-2019#lampiran"),
    decides=True,
)
def decide_reason(facts: ReasonFacts, law: LawOn) -> Decision[ReasonResult]:
    """Alasan (PP 11/2017 Pasal 198; PermenPANRB 15/2019): panjang, kata yang berlainan, dan bukan ulangan."""
    plain = plain_words(facts.words)
    required = facts.rank > 1
    answer = ReasonResult(required, len(plain))
    if not required:
        first = "Peringkat pertama dipilih; alasan khusus tidak diperlukan."
        return Decision([Finding(True, first, law["seleksi.keputusan.alasan_huruf"].cites, "panjang")], answer)
    length, variety = law["seleksi.keputusan.alasan_huruf"], law["seleksi.keputusan.alasan_kata"]
    different = len(set(plain.split()))
    long = len(plain) >= length.value
    said = LONG if long else SHORT
    return Decision(
        [
            Finding(long, (said, len(plain), length.value), length.cites, "panjang"),
            Finding(
                different >= variety.value,
                ("Alasan memuat {} kata berlainan; paling sedikit {}.", different, variety.value),
                variety.cites,
                "kata",
            ),
            _is_latin(plain, variety.cites),
            _is_new(plain, facts, law),
        ],
        answer,
    )


def _is_latin(plain: str, cites: tuple[str, ...]) -> Finding:
    """Letters of another script look like ours and hide a copy."""
    foreign = next((sign for sign in plain if sign.isalpha() and "LATIN" not in unicodedata.name(sign, "")), "")
    said = ("Huruf {} bukan huruf Latin; tulis ulang kata itu.", foreign) if foreign else "Alasan ditulis dengan huruf Latin."  # fmt: skip
    return Finding(not foreign, said, cites, "huruf")


def _is_new(plain: str, facts: ReasonFacts, law: LawOn) -> Finding:
    months, letters = law["seleksi.keputusan.alasan_bulan"], _letters(plain)
    for before in facts.earlier:
        if add_months(before.used_on, months.value) > law.day and _letters(plain_words(before.words)) == letters:
            said = "Alasan ini sama dengan yang dipakai {}; dalam {} bulan tidak boleh diulang."
            return Finding(False, (said, before.used_on, months.value), months.cites, "ulangan")
    return Finding(
        True, ("Alasan ini belum pernah dipakai dalam {} bulan.", months.value), months.cites, "ulangan"
    )  # fmt: skip


def plain_words(text: str) -> str:
    """Kata-katanya saja: small letters and figures, one space between words.

    Punctuation says nothing, and neither do accents and signs that nobody sees.
    """
    apart = unicodedata.normalize("NFKD", text).casefold()
    seen = (sign for sign in apart if unicodedata.category(sign) not in UNSEEN)
    return " ".join("".join(sign if sign.isalnum() else " " for sign in seen).split())


def _letters(plain: str) -> str:
    """The same without spaces: a word that is cut in two is no other word."""
    return plain.replace(" ", "")
