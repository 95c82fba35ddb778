"""Tukar dengan e-Kinerja: final evaluations of a period as the rows that BKN's service takes, with its codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from jenjang.kernel.queries import law_on
from jenjang.kernel.sheets import Column
from jenjang.law.codes import Predicate, Rating, label_of
from jenjang.performance import closing
from jenjang.performance.models import YEARLY, CreditPointRecord, Evaluation, PerformanceYear
from jenjang.performance.periods import MONTHLY
from jenjang.performance.skps import AUTHORITY
from jenjang.performance.states import FINAL

RATINGS = {Rating.ABOVE: 1, Rating.MEETS: 2, Rating.BELOW: 3}
PREDICATES = {
    Predicate.VERY_GOOD: 1, Predicate.GOOD: 2, Predicate.NEEDS_IMPROVEMENT: 3, Predicate.POOR: 4, Predicate.VERY_POOR: 5,
}  # fmt: skip
PERIODIC, YEARLY_SHEET = "rw-kinerjaperiodik", "rw-skp22"
_COMMON = (
    Column("hasilKinerjaNilai", "hasilKinerjaNilai", 18), Column("perilakuKerjaNilai", "perilakuKerjaNilai", 18),
    Column("kuadranKinerjaNilai", "kuadranKinerjaNilai", 18), Column("penilaiNipNrp", "penilaiNipNrp", 22),
    Column("penilaiNama", "penilaiNama", 36), Column("penilaiJabatanNama", "penilaiJabatanNama", 40),
    Column("penilaiUnorNama", "penilaiUnorNama", 40),
)  # fmt: skip
PERIODIC_COLUMNS = (
    Column("nipBaru", "nipBaru", 22), Column("nama", "nama", 36), Column("tahun", "tahun", 8), Column("periodikId", "periodikId", 10),
    Column("bulanMulaiPenilaian", "bulanMulaiPenilaian", 12), Column("bulanSelesaiPenilaian", "bulanSelesaiPenilaian", 12),
    *_COMMON,
)  # fmt: skip
YEARLY_COLUMNS = (Column("nipBaru", "nipBaru", 22), Column("nama", "nama", 36), Column("tahun", "tahun", 8), *_COMMON)


CREDITS = "rw-angkakredit"
CREDIT_COLUMNS = (
    Column("nipBaru", "nipBaru", 22), Column("nama", "nama", 36), Column("namaJabatan", "namaJabatan", 40),
    Column("tahunSelesaiPenailan", "tahunSelesaiPenailan", 12), Column("bulanSelesaiPenailan", "bulanSelesaiPenailan", 12),
    Column("tahunMulaiPenailan", "tahunMulaiPenailan", 12), Column("bulanMulaiPenailan", "bulanMulaiPenailan", 12),
    Column("kreditBaruTotal", "kreditBaruTotal", 14), Column("isKonversi", "isKonversi", 10), Column("isIntegrasi", "isIntegrasi", 10),
    Column("isAngkaKreditPertama", "isAngkaKreditPertama", 12),
)  # fmt: skip
MARKS = {"isKonversi": "konversi", "isIntegrasi": "integrasi", "isAngkaKreditPertama": "penyesuaian"}
"""BKN's names, with its own spelling; `pendidikan` has no mark there and stays here."""


def columns_of(period: int) -> tuple[Column, ...]:
    """The columns of the yearly or of the periodic sheet."""
    return YEARLY_COLUMNS if period == YEARLY else PERIODIC_COLUMNS


def rows_of(year: PerformanceYear, period: int) -> Iterator[dict[str, Any]]:
    """Every final evaluation of a period, by NIP; of the year one row a person, for BKN keeps one predicate a year."""
    rows = Evaluation.objects.filter(year=year, period=period, state__in=FINAL).select_related(
        "employee__current", "skp__appraiser__current", "rater__current"
    )
    ordered = rows.order_by("employee__nip", "skp__effective_from", "skp_id").iterator(chunk_size=2_000)
    if period != YEARLY:
        yield from (_row(row, year) for row in ordered)
        return
    whole = set(closing.ready(year))
    for employee, found in groupby(ordered, key=lambda row: row.employee_id):
        if employee in whole:
            yield _joined(list(found), year)


def credit_rows_of(year: PerformanceYear) -> Iterator[dict[str, Any]]:
    """Angka kredit of a year as it counts now, by NIP."""
    rows = CreditPointRecord.objects.known().filter(year=year.year, origin__in=MARKS.values())
    found = rows.select_related("employee__current").order_by("employee__nip", "first", "pk")
    for row in found.iterator(chunk_size=2_000):
        person, level = row.employee.current, label_of(row.career_level)
        yield {
            "nipBaru": person.nip, "nama": person.full_name,
            "namaJabatan": person.title if person.career_level == row.career_level else level,
            "tahunSelesaiPenailan": row.last.year, "bulanSelesaiPenailan": row.last.month, "tahunMulaiPenailan": row.first.year,
            "bulanMulaiPenailan": row.first.month, "kreditBaruTotal": row.points,
            **{mark: int(row.origin == origin) for mark, origin in MARKS.items()},
        }  # fmt: skip


def _joined(rows: Sequence[Evaluation], year: PerformanceYear) -> dict[str, Any]:
    """The year of somebody. Several positions give the joined predicate, with ratings only where those of one of them give it."""
    law = law_on(date(year.year, 12, 31))
    parts = closing.counted([closing.part_of(row, year, law) for row in rows])
    rows = [row for row in rows if row.skp_id in {part.skp.pk for part in parts}]
    if len(rows) == 1:
        return _row(rows[0], year)
    predicate = closing.joined(parts, law)
    given = next((row for row in reversed(rows) if row.predicate == predicate), None)
    said = _row(given, year) if given else dict.fromkeys(("hasilKinerjaNilai", "perilakuKerjaNilai"))
    ratings = {name: said[name] for name in ("hasilKinerjaNilai", "perilakuKerjaNilai")}
    return {**_row(rows[-1], year), **ratings, "kuadranKinerjaNilai": PREDICATES[predicate]}


def _row(row: Evaluation, year: PerformanceYear) -> dict[str, Any]:
    rater = None if row.rated_by_authority else row.rater or row.skp.appraiser
    person, appraiser = row.employee.current, rater.current if rater else None
    return {
        "nipBaru": person.nip, "nama": person.full_name, "tahun": year.year,
        "periodikId": 1 if year.rhythm == MONTHLY else 2, "bulanMulaiPenilaian": row.first.month,
        "bulanSelesaiPenilaian": row.last.month, "hasilKinerjaNilai": RATINGS[Rating.of(row.result_rating)],
        "perilakuKerjaNilai": RATINGS[Rating.of(row.behaviour_rating)],
        "kuadranKinerjaNilai": PREDICATES[Predicate.of(row.predicate)],
        "penilaiNipNrp": appraiser.nip if appraiser else "", "penilaiNama": appraiser.full_name if appraiser else AUTHORITY,
        "penilaiJabatanNama": appraiser.title if appraiser else AUTHORITY,
        "penilaiUnorNama": appraiser.unit_name if appraiser else "",
    }  # fmt: skip
