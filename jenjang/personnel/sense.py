"""Kewajaran catatan tangan: what cannot be true of a person is refused before it is sealed. No law: days, numbers, codes.

All of it is said at once, each at its field, for a scan must be picked again with every answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from jenjang.law.codes import CONTRACTED, Grade, PPPKGrade
from jenjang.law.errors import FactError
from jenjang.law.identifiers import NIK, NIP, MalformedNumber
from jenjang.law.spans import MONTHS_A_YEAR, add_years

if TYPE_CHECKING:
    from jenjang.personnel.decrees import Decree

Facts = Mapping[str, Any]
Said = tuple[str, str]  # the field, and a sentence
AHEAD_YEARS = 2  # a decree may run ahead of its day of effect, not by more
YOUNGEST = 15  # nobody is appointed before: not the law's age, only what no typing error may pass
MOST_YEARS = 60
GRADES = {False: frozenset(map(str, Grade)), True: frozenset(map(str, PPPKGrade))}
ENDS = ("until", "ends")
PAST_DAYS = ("finished_on", "confirmed_on", "relative_birth_date")
_LETTER = re.compile(r"[^\W\d_]")


class Implausible(FactError):
    """Beberapa isian tidak mungkin benar; `found` has every field with its sentence."""

    def __init__(self, found: list[Said]) -> None:
        super().__init__(*found[0])
        self.found = found


@dataclass(frozen=True, slots=True)
class Life:
    """Siapa yang dicatat: what is known of the person when a row is judged."""

    born: date
    nip: NIP | None = None
    status: str = ""


def judge(found: Iterator[Said]) -> None:
    """Refuse when anything was found, the first at each field."""
    first: dict[str, str] = {}
    for field, sentence in found:
        first.setdefault(field, sentence)
    if first:
        raise Implausible(list(first.items()))


def of_row(facts: Facts, since: date, decree: Decree, life: Life, today: date) -> Iterator[Said]:
    """One row of any history, by the names of its facts."""
    yield from _of_days(since, decree, life, today)
    for name in ENDS:
        if facts.get(name) and facts[name] < since:
            yield name, "Hari berakhir ini sebelum hari mulainya."
    for name in PAST_DAYS:
        if facts.get(name) and facts[name] > today:
            yield name, "Tanggal ini sesudah hari ini. Periksa tahunnya."
    yield from _of_years(facts, life, today)
    yield from _of_service(facts, life)
    yield from _of_person(facts, life)


def of_hiring(facts: Facts, since: date, life: Life) -> Iterator[Said]:
    """An appointment: status, day and grade as the NIP has them."""
    appointed, status = facts["appointed_on"], str(facts["status"])
    if appointed < add_years(life.born, YOUNGEST):
        yield "appointed_on", "Pada tanggal ini pegawai itu masih anak-anak. Periksa tahunnya."
    elif since < appointed:
        yield "effective_from", "Tanggal ini mendahului pengangkatannya."
    if life.nip is None:
        return
    if life.nip.is_pppk != (status in CONTRACTED):
        yield (
            "status",
            f"NIP ini susunan {'PPPK' if life.nip.is_pppk else 'PNS'}. Pilih status yang sesuai, atau betulkan NIP-nya.",
        )
    if appointed < life.nip.earliest_appointment or (
        not life.nip.is_pppk and appointed.replace(day=1) != life.nip.earliest_appointment
    ):
        yield "appointed_on", f"NIP memuat pengangkatan {life.nip.appointed}. Samakan salah satunya."


def _of_days(since: date, decree: Decree, life: Life, today: date) -> Iterator[Said]:
    if since < life.born:
        yield "effective_from", "Tanggal ini mendahului tanggal lahir pegawai."
    if since > add_years(today, AHEAD_YEARS):
        yield "effective_from", f"Tanggal ini lebih dari {AHEAD_YEARS} tahun sesudah hari ini. Periksa tahunnya."
    if decree.date and decree.date > today:
        yield "decree_date", "Tanggal ini sesudah hari ini. Periksa tahunnya."


def _of_years(facts: Facts, life: Life, today: date) -> Iterator[Said]:
    if facts.get("graduated") and not life.born.year < facts["graduated"] <= today.year:
        yield "graduated", f"Tahun lulus di antara {life.born.year + 1} dan {today.year}."
    if facts.get("year") and "last_month" not in facts and not life.born.year < facts["year"] < today.year:
        yield "year", f"Tahun yang dinilai sudah selesai: paling akhir {today.year - 1}."


def _of_service(facts: Facts, life: Life) -> Iterator[Said]:
    grade = facts.get("grade")
    if grade and life.status and grade not in GRADES[life.status in CONTRACTED]:
        yield "grade", f"Golongan {grade} bukan golongan {life.status}."
    if (facts.get("service_years") or 0) > MOST_YEARS:
        yield "service_years", f"Paling besar {MOST_YEARS}."
    if (facts.get("service_months") or 0) >= MONTHS_A_YEAR:
        yield "service_months", f"Paling besar {MONTHS_A_YEAR - 1}; selebihnya tahun."


def _of_person(facts: Facts, life: Life) -> Iterator[Said]:
    if "birth_date" in facts and not _LETTER.search(facts["name"]):
        yield "name", "Nama tidak memuat huruf."
    for name in ("nik", "relative_nik"):
        if facts.get(name):
            yield from _unless(name, NIK.read, facts[name])
    if "birth_date" in facts and life.nip is not None:
        if facts["birth_date"] != life.nip.birth_date:
            yield "birth_date", "Tanggal lahir tidak sama dengan yang terkandung dalam NIP."
        if facts["sex"] != life.nip.sex:
            yield "sex", "Jenis kelamin tidak sama dengan yang terkandung dalam NIP."


def _unless(field: str, read: Callable[[str], object], value: str) -> Iterator[Said]:
    try:
        read(value)
    except MalformedNumber as problem:
        yield field, str(problem)
