"""Jenis riwayat yang diimpor, as data: the sheet, its columns under SIASN's names, and what a row says.

A sheet is a kind. `facts` turns the cells of a row into the columns of the history; `same` names the facts by which a row
without a known SIASN id is the same thing as one that stands here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from jenjang.law.spans import MONTHS_A_YEAR, first_of_next_month
from jenjang.siasn import history_codes as codes
from jenjang.siasn import history_readers as read
from jenjang.siasn.codes import career_level
from jenjang.siasn.history_checks import Check, credit_points_count, months_in_order, nothing, predicate_follows_ratings
from jenjang.siasn.history_readers import Reader

Values = Mapping[str, Any]
DATED = (read.day, read.year, read.finished_year)


@dataclass(frozen=True, slots=True)
class Column:
    """Kolom lembar riwayat: SIASN's name, how it is read, what a person should write."""

    name: str
    read: Reader
    help: str
    example: object = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class SheetKind:
    """Jenis lembar riwayat."""

    sheet: str
    label: str
    model: str
    columns: tuple[Column, ...]
    facts: Callable[[Values], dict[str, Any]]
    since: Callable[[Values], date | None]
    same: tuple[str, ...]
    decree: tuple[str, str] = ("", "")  # the columns with number and date
    by_day: bool = True  # whether the TMT too must be equal for two rows to be the same thing
    by_month: tuple[str, ...] = ()  # facts of days that SIASN keeps only the months of; the TMT too is then of a month
    single: bool = False  # whether there can be only one such thing, whatever its id
    from_birth: bool = True  # whether nothing of the kind can be before the person's own birth
    faults: Check = nothing  # what refuses a row
    doubts: Check = nothing  # what is only told

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.required)

    @property
    def dated_by(self) -> str:
        """The column from whose day a row counts."""
        return next(column.name for column in self.columns if column.required and column.read in DATED)


NIP = Column("nipBaru", read.digits(18), "NIP 18 angka, sebagai teks", "198503172010012001", required=True)
ID = Column("id", read.words(42), "Id riwayat di SIASN; boleh kosong", "")
RATING = "Tulis 1 (di atas), 2 (sesuai), atau 3 (di bawah ekspektasi)."
PREDICATE = "Tulis 1 (sangat baik), 2 (baik), 3 (butuh perbaikan), 4 (kurang), atau 5 (sangat kurang)."


def text(name: str, help: str, example: object = "", *, most: int = 200, required: bool = False) -> Column:
    return Column(name, read.words(most), help, example, required)


def day(name: str, help: str, example: object = "", *, required: bool = False) -> Column:
    return Column(name, read.day, f"{help} (hh-bb-tttt)", example, required)


def end_of(year: int) -> date:
    return date(year, 12, 31)


def end_of_month(year: int, month: int) -> date:
    return first_of_next_month(date(year, month, 1)) - timedelta(days=1)


def only(**names: str) -> Callable[[Values], dict[str, Any]]:
    """Facts that are cells as they were read: fact=column."""
    return lambda values: {fact: values[column] for fact, column in names.items()}


def of(column: str) -> Callable[[Values], date | None]:
    return lambda values: values[column]


def credit_facts(values: Values) -> dict[str, Any]:
    """Where the points come from is read from SIASN's three marks."""
    first_year, first_month = values["tahunMulaiPenailan"], values["bulanMulaiPenailan"]
    last_year, last_month = values["tahunSelesaiPenailan"], values["bulanSelesaiPenailan"]
    origin = next((name for flag, name in codes.ORIGINS.items() if values[flag]), "")
    return {
        "year": last_year, "first": date(first_year, first_month, 1), "last": end_of_month(last_year, last_month),
        "months": MONTHS_A_YEAR * (last_year - first_year) + last_month - first_month + 1,
        "career_level": str(career_level(values["namaJabatan"])), "points": values["kreditBaruTotal"], "origin": origin,
    }  # fmt: skip


APPRAISALS = SheetKind(
    "rw-skp22", "Penilaian kinerja", "performance.AppraisalRecord",
    (
        NIP, ID,
        Column("tahun", read.finished_year, "Tahun kinerja yang dinilai", 2025, required=True),
        Column("hasilKinerjaNilai", read.coded(codes.RATINGS, codes.RATING_NAMES, example=RATING), f"Rating hasil kerja. {RATING}", 1, required=True),
        Column("PerilakuKerjaNilai", read.coded(codes.RATINGS, codes.RATING_NAMES, example=RATING), f"Rating perilaku kerja. {RATING}", 2, required=True),
        Column("KuadranKinerjaNilai", read.coded(codes.PREDICATES, codes.PREDICATE_NAMES, example=PREDICATE), f"Predikat. {PREDICATE}", 2, required=True),
    ),
    only(year="tahun", result_rating="hasilKinerjaNilai", behaviour_rating="PerilakuKerjaNilai", predicate="KuadranKinerjaNilai"),
    lambda values: end_of(values["tahun"]),
    ("year",), single=True, doubts=predicate_follows_ratings,
)  # fmt: skip
PERIODIC = SheetKind(
    "rw-kinerjaperiodik", "Kinerja periodik", "performance.PeriodicRecord",
    (
        NIP, ID,
        Column("tahun", read.year, "Tahun kinerja", 2026, required=True),
        Column("bulanMulaiPenilaian", read.month, "Bulan pertama yang dinilai, 1 sampai 12", 1, required=True),
        Column("bulanSelesaiPenilaian", read.month, "Bulan terakhir yang dinilai, 1 sampai 12; sudah selesai", 3, required=True),
        Column("hasilKinerjaNilai", read.coded(codes.RATINGS, codes.RATING_NAMES, example=RATING), f"Rating hasil kerja. {RATING}", 1, required=True),
        Column("perilakuKerjaNilai", read.coded(codes.RATINGS, codes.RATING_NAMES, example=RATING), f"Rating perilaku kerja. {RATING}", 2, required=True),
        Column("kuadranKinerjaNilai", read.coded(codes.PREDICATES, codes.PREDICATE_NAMES, example=PREDICATE), f"Predikat. {PREDICATE}", 2, required=True),
    ),
    only(
        year="tahun", first_month="bulanMulaiPenilaian", last_month="bulanSelesaiPenilaian", result_rating="hasilKinerjaNilai",
        behaviour_rating="perilakuKerjaNilai", predicate="kuadranKinerjaNilai",
    ),
    lambda values: end_of_month(values["tahun"], values["bulanSelesaiPenilaian"]),
    ("year", "first_month", "last_month"), single=True, faults=months_in_order,
)  # fmt: skip
CREDITS = SheetKind(
    "rw-angkakredit", "Angka kredit", "performance.CreditPointRecord",
    (
        NIP, ID,
        text("namaJabatan", "Nama jabatan fungsional sampai jenjangnya", "Arsiparis Ahli Muda", most=300, required=True),
        Column("tahunSelesaiPenailan", read.year, "Tahun terakhir masa penilaian", 2025, required=True),
        Column("bulanSelesaiPenailan", read.month, "Bulan terakhir masa penilaian, 1 sampai 12", 12, required=True),
        Column("tahunMulaiPenailan", read.year, "Tahun pertama masa penilaian", 2025, required=True),
        Column("bulanMulaiPenailan", read.month, "Bulan pertama masa penilaian, 1 sampai 12", 1, required=True),
        Column("kreditBaruTotal", read.credit, "Angka kredit masa itu", "25", required=True),
        *(
            Column(name, read.coded(codes.FLAGS, example="Tulis 1 atau 0."), f"1 bila {meaning}, selain itu 0", example)
            for name, meaning, example in (
                ("isKonversi", "konversi predikat", 1), ("isIntegrasi", "angka kredit integrasi", 0),
                ("isAngkaKreditPertama", "penyesuaian atau pengangkatan pertama", 0),
            )
        ),
        text("nomorSk", "Nomor PAK", "800/12/PAK/2026", most=100),
        day("tanggalSk", "Tanggal PAK", "05-01-2026"),
    ),
    credit_facts,
    lambda values: end_of_month(values["tahunSelesaiPenailan"], values["bulanSelesaiPenailan"]),
    ("career_level", "origin"), ("nomorSk", "tanggalSk"), by_month=("first", "last", "months"), faults=credit_points_count,
)  # fmt: skip
RANKS = SheetKind(
    "rw-golongan", "Pangkat", "personnel.RankRecord",
    (
        NIP, ID,
        Column("golonganId", read.coded(codes.GRADES, codes.GRADE_NAMES, example="Tulis kode SIASN (33) atau III/c; PPPK: IX."), "Golongan ruang: kode SIASN (33) atau III/c", "33", required=True),
        day("tmtGolongan", "TMT golongan", "01-04-2021", required=True),
        text("skNomor", "Nomor SK", "823/114/BKPSDM/2021", most=100),
        day("skTanggal", "Tanggal SK", "12-03-2021"),
        Column("jenisKPId", read.coded(codes.PROMOTIONS, example="Pakai kode SIASN, misalnya 101 untuk reguler."), "Jenis kenaikan pangkat, kode SIASN", "101"),
        Column("masaKerjaGolonganTahun", read.whole(60), "Masa kerja golongan, tahun", 8),
        Column("masaKerjaGolonganBulan", read.whole(11), "Masa kerja golongan, bulan", 3),
    ),
    lambda values: {
        "grade": values["golonganId"], "service_years": values["masaKerjaGolonganTahun"] or 0,
        "service_months": values["masaKerjaGolonganBulan"] or 0, "promotion_kind": values["jenisKPId"],
    },
    of("tmtGolongan"), ("grade",), ("skNomor", "skTanggal"),
)  # fmt: skip
COURSES = SheetKind(
    "rw-kursus", "Kursus dan pelatihan", "learning.CourseRecord",
    (
        NIP, ID,
        Column("jenisDiklatId", read.coded(codes.COURSES, {name.lower(): name for name in codes.COURSES.values()}, example="Pakai kode SIASN 1 sampai 25, misalnya 3 untuk diklat teknis."), "Jenis diklat, kode SIASN 1–25", "3", required=True),
        text("namaKursus", "Nama kursus", "Pengelolaan Arsip Dinamis", most=300, required=True),
        text("institusiPenyelenggara", "Penyelenggara", "Pusat Pelatihan Rekaan"),
        Column("jumlahJam", read.whole(9999), "Jam pelajaran (JP)", 24, required=True),
        text("noSertipikat", "Nomor sertifikat", "S-12/2025", most=120),
        day("tanggalSelesaiKursus", "Tanggal selesai", "14-05-2025", required=True),
    ),
    only(kind="jenisDiklatId", name="namaKursus", organizer="institusiPenyelenggara", lesson_hours="jumlahJam",
         finished_on="tanggalSelesaiKursus", certificate_number="noSertipikat"),
    of("tanggalSelesaiKursus"), ("name",),
)  # fmt: skip
LEADERSHIP = SheetKind(
    "rw-diklat", "Diklat struktural", "learning.CourseRecord",
    (
        NIP, ID,
        Column("latihanStrukturalId", read.known_code(codes.LEADERSHIP_COURSES, example="Pakai kode SIASN 1 sampai 8, misalnya 3 untuk Diklat Pim Tk. III."), "Diklat struktural, kode SIASN 1–8", "3", required=True),
        text("latihanStrukturalNama", "Nama diklat; kosong berarti menurut kodenya", "Pelatihan Kepemimpinan Administrator", most=300),
        text("institusiPenyelenggara", "Penyelenggara", "Lembaga Pelatihan Rekaan"),
        Column("jumlahJam", read.whole(9999), "Jam pelajaran (JP)", 900, required=True),
        text("nomor", "Nomor sertifikat", "PK-7/2024", most=120),
        day("tanggalSelesai", "Tanggal selesai", "30-09-2024", required=True),
    ),
    lambda values: {
        "kind": codes.COURSES["1"], "name": values["latihanStrukturalNama"] or codes.LEADERSHIP_COURSES[values["latihanStrukturalId"]],
        "organizer": values["institusiPenyelenggara"], "lesson_hours": values["jumlahJam"], "finished_on": values["tanggalSelesai"],
        "certificate_number": values["nomor"],
    },
    of("tanggalSelesai"), ("name",),
)  # fmt: skip
FEEDBACK = SheetKind(
    "umpan-balik-360", "Umpan balik 360°", "performance.Feedback360Record",
    (
        NIP, ID,
        Column("tahun", read.finished_year, "Tahun umpan balik", 2025, required=True),
        Column("predikat", read.coded(codes.PREDICATES, codes.PREDICATE_NAMES, example=PREDICATE), PREDICATE, 2, required=True),
        Column("jumlahPenilai", read.whole(1000), "Banyaknya orang yang memberi umpan balik", 8),
    ),
    lambda values: {"year": values["tahun"], "predicate": values["predikat"], "raters": values["jumlahPenilai"] or 0},
    lambda values: end_of(values["tahun"]), ("year",), single=True,
)  # fmt: skip
