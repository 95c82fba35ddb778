"""Importing the histories that merit needs: what goes in, what corrects, what is refused and why."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
import python_calamine

from jenjang import ledger
from jenjang.competency.models import CompetencyRecord, TechnicalRecord
from jenjang.discipline.models import SanctionRecord
from jenjang.kernel import clock
from jenjang.kernel.sheets import SheetRefused
from jenjang.learning.models import CourseRecord
from jenjang.performance.models import AppraisalRecord, CreditPointRecord, Feedback360Record, PeriodicRecord
from jenjang.personnel.actions import append, correct
from jenjang.personnel.models import (
    AwardRecord,
    EducationRecord,
    EmployeeCurrent,
    KinshipRecord,
    PositionRecord,
    RankRecord,
)
from jenjang.projects.models import TeamRoleRecord
from jenjang.siasn import history_import, history_template
from jenjang.siasn.history_kinds_more import KINDS
from tests.factories.people import make_employee, make_unit
from tests.integration.siasn.books import histories

BY = ledger.SYSTEM("uji")


@pytest.fixture
def person():
    return make_employee("Sri Rahayu")


def run(sheets):
    return history_import.import_histories(histories(sheets), by=BY)


def appraisal(person, **changes):
    return {"nipBaru": person.nip, "id": "rw-1", "tahun": "2025", "hasilKinerjaNilai": "1", "PerilakuKerjaNilai": "2",
            "KuadranKinerjaNilai": "2"} | changes  # fmt: skip


def periodic(person, **changes):
    return {"nipBaru": person.nip, "id": "kp-1", "tahun": "2026", "bulanMulaiPenilaian": "1", "bulanSelesaiPenilaian": "3",
            "hasilKinerjaNilai": "1", "perilakuKerjaNilai": "2", "kuadranKinerjaNilai": "2"} | changes  # fmt: skip


def everything(person, relative):
    """One row of every kind."""
    nip = person.nip
    return {
        "rw-skp22": [appraisal(person)],
        "rw-kinerjaperiodik": [periodic(person)],
        "rw-angkakredit": [{"nipBaru": nip, "namaJabatan": "Arsiparis Ahli Muda", "tahunSelesaiPenailan": "2025", "bulanSelesaiPenailan": "12",
                            "tahunMulaiPenailan": "2025", "bulanMulaiPenailan": "1", "kreditBaruTotal": "37,5", "isKonversi": "1"}],
        "rw-jabatan": [{"nipBaru": nip, "id": "j-1", "jenisJabatan": "1", "namaJabatan": "Kepala Seksi Contoh", "namaUnor": "Dinas Lama",
                        "eselonId": "41", "tmtJabatan": "02-03-2015", "jenisPenugasanId": "PLT", "sampai": "01-09-2015",
                        "nomorSk": "821.24/61/2015", "tanggalSk": "28-02-2015"}],
        "rw-golongan": [{"nipBaru": nip, "id": "g-1", "golonganId": "32", "tmtGolongan": "01-04-2016", "jenisKPId": "101",
                         "masaKerjaGolonganTahun": "6", "masaKerjaGolonganBulan": "3", "skNomor": "823/1/2016"}],
        "rw-pendidikan": [{"nipBaru": nip, "tkPendidikanId": "45", "tahunLulus": "2018", "pendidikanNama": "S-2 Administrasi Publik"}],
        "rw-kursus": [{"nipBaru": nip, "jenisDiklatId": "3", "namaKursus": "Arsip", "jumlahJam": "24", "tanggalSelesaiKursus": "14-05-2025"}],
        "rw-diklat": [{"nipBaru": nip, "latihanStrukturalId": "3", "jumlahJam": "900", "tanggalSelesai": "30-09-2024"}],
        "rw-penghargaan": [{"nipBaru": nip, "hargaId": "201", "skDate": "17-08-2024"}],
        "rw-hukdis": [{"nipBaru": nip, "jenisHukuman": "23", "skNomor": "862/4/2023", "hukumanTanggal": "10-06-2023", "masaBulan": "6"}],
        "rw-kompetensi": [{"nipBaru": nip, "tanggal": "20-08-2025", "nilai": "82,25", "integritas": "3", "komunikasi": "4"}],
        "rw-potensi": [{"nipBaru": nip, "tanggal": "20-08-2025", "nilai": "75"}],
        "kompetensi-teknis": [{"nipBaru": nip, "tanggal": "20-08-2025", "nilai": "80.5", "bidang": "Perencanaan"}],
        "peran-tim": [{"nipBaru": nip, "peran": "Ketua tim internal", "namaTim": "Tim Contoh", "mulai": "01-02-2025", "sampai": "31-12-2025"}],
        "umpan-balik-360": [{"nipBaru": nip, "tahun": "2025", "predikat": "sangat baik", "jumlahPenilai": "8"}],
        "keluarga": [{"nipBaru": nip, "hubungan": "Suami", "nama": "Hendra Saputra", "nipKeluarga": relative.nip, "sejak": "10-10-2012"}],
    }  # fmt: skip


def test_a_row_of_every_kind_goes_in_under_our_codes_and_again_changes_nothing(person):
    relative = make_employee("Hendra Saputra", sex="L")
    book = everything(person, relative)
    assert {*book} == {kind.sheet for kind in KINDS}
    outcome = run(book)
    assert (outcome.problems, outcome.new, outcome.changed) == ([], 16, 0)
    mine = {"employee": person}
    seen = AppraisalRecord.objects.get(**mine)
    assert (seen.predicate, seen.result_rating, seen.behaviour_rating, seen.effective_from) == (
        "baik", "di_atas_ekspektasi", "sesuai_ekspektasi", date(2025, 12, 31),
    )  # fmt: skip
    acting = PositionRecord.objects.get(**mine, siasn_id="j-1")
    assert (acting.kind, acting.echelon, acting.assignment, acting.until) == (
        "pengawas",
        "IV.a",
        "plt",
        date(2015, 9, 1),
    )
    assert RankRecord.objects.get(siasn_id="g-1").promotion_kind == "Reguler"
    assert EducationRecord.objects.get(**mine, graduated=2018).level == "s2"
    assert {row.kind for row in CourseRecord.objects.filter(**mine)} == {"Diklat Teknis", "Diklat Struktural"}
    assert AwardRecord.objects.get(**mine).level == "nasional"
    punished = SanctionRecord.objects.get(**mine)
    assert (punished.level, punished.sanction, punished.ends) == ("sedang", "potong_25_6_bulan", date(2023, 12, 10))
    tested = CompetencyRecord.objects.get(**mine)
    assert (tested.score, tested.achieved) == (Decimal("82.25"), '{"integritas":3,"komunikasi":4}')
    assert TechnicalRecord.objects.get(**mine).score == Decimal("80.5")
    assert TeamRoleRecord.objects.get(**mine).role == "ketua_internal"
    assert Feedback360Record.objects.get(**mine).predicate == "sangat_baik"
    assert KinshipRecord.objects.get(**mine).relative_employee == relative

    again = run(book)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 16)


def test_a_known_id_with_other_facts_becomes_a_correction_that_supersedes(person):
    run({"rw-skp22": [appraisal(person)]})
    outcome = run({"rw-skp22": [appraisal(person, KuadranKinerjaNilai="1")]})
    assert (outcome.new, outcome.changed) == (0, 1)
    first, second = AppraisalRecord.objects.filter(employee=person).order_by("pk")
    assert (second.supersedes_id, second.correction, second.predicate) == (first.pk, "koreksi", "sangat_baik")
    assert run({"rw-skp22": [appraisal(person, KuadranKinerjaNilai="1")]}).unchanged == 1


def test_without_an_id_a_second_predicate_of_a_year_corrects_the_first(person):
    run({"rw-skp22": [appraisal(person, id="")]})
    outcome = run({"rw-skp22": [appraisal(person, id="", PerilakuKerjaNilai="1")]})
    assert (outcome.new, outcome.changed) == (0, 1)


def test_a_rank_known_from_the_sheet_of_employees_gets_its_decree_and_is_not_doubled(person):
    rank = RankRecord.objects.get(employee=person, grade="III/c")
    row = {"nipBaru": person.nip, "id": "g-7", "golonganId": "III/c", "tmtGolongan": f"{rank.effective_from:%d-%m-%Y}",
           "masaKerjaGolonganTahun": "8", "skNomor": "823/114/2020"}  # fmt: skip
    outcome = run({"rw-golongan": [row]})
    assert (outcome.new, outcome.changed) == (0, 1)
    assert run({"rw-golongan": [row]}).unchanged == 1
    assert EmployeeCurrent.objects.get(employee=person).grade == "III/c"


def test_a_newer_position_in_a_known_unit_finds_its_seat(person):
    unit = make_unit("Bidang Contoh")
    row = {"nipBaru": person.nip, "id": "j-9", "jenisJabatan": "2", "namaJabatan": "Analis SDM Aparatur Ahli Muda", "unorId": unit.siasn_id,
           "namaUnor": unit.name, "tmtJabatan": "01-06-2025"}  # fmt: skip
    run({"rw-jabatan": [row]})
    now = EmployeeCurrent.objects.get(employee=person)
    assert (now.career_level, now.unit, now.seat.title) == ("ahli_muda", unit, "Analis SDM Aparatur Ahli Muda")


@pytest.mark.parametrize(
    ("sheet", "changes", "column", "words"),
    [
        ("rw-skp22", {"nipBaru": "198503172010012999"}, "nipBaru", "tidak ada di Jenjang"),
        ("rw-skp22", {"nipBaru": 198503172010012001}, "nipBaru", "bilangan"),
        ("rw-skp22", {"tahun": "2031"}, "tahun", "di luar"),
        ("rw-skp22", {"hasilKinerjaNilai": "7"}, "hasilKinerjaNilai", "Tulis 1"),
        ("rw-skp22", {"KuadranKinerjaNilai": ""}, "KuadranKinerjaNilai", "kosong"),
        ("rw-skp22", {"id": "x" * 43}, "id", "paling banyak 42"),
        ("rw-kinerjaperiodik", {"bulanSelesaiPenilaian": "13"}, "bulanSelesaiPenilaian", "Tulis 1 sampai 12"),
        ("rw-kinerjaperiodik", {"bulanMulaiPenilaian": "0"}, "bulanMulaiPenilaian", "Tulis 1 sampai 12"),
        ("rw-kinerjaperiodik", {"bulanMulaiPenilaian": "4"}, "bulanSelesaiPenilaian", "mendahului"),
        ("rw-kursus", {"tanggalSelesaiKursus": "30-02-2025"}, "tanggalSelesaiKursus", "tidak ada pada kalender"),
        ("rw-kursus", {"jumlahJam": "-3"}, "jumlahJam", "bilangan bulat"),
        ("rw-kursus", {"namaKursus": "a" * 700}, "namaKursus", "paling banyak"),
        ("rw-hukdis", {"akhirHukumTanggal": "01-01-2020"}, "akhirHukumTanggal", "sebelum mulainya"),
        ("rw-hukdis", {"jenisHukuman": "99"}, "jenisHukuman", "tidak dikenal"),
        ("rw-kompetensi", {"nilai": "101"}, "nilai", "di luar 0 sampai 100"),
        ("rw-kompetensi", {"nilai": "NaN"}, "nilai", "bukan angka"),
        ("rw-jabatan", {"eselonId": ""}, "eselonId", "perlu kode eselon"),
        ("keluarga", {"nipKeluarga": "198503172010012999"}, "nipKeluarga", "tidak ada di Jenjang"),
        ("keluarga", {"nik": "123"}, "nik", "16 angka"),
        (
            "keluarga",
            {"hubungan": "anak", "nipKeluarga": "", "tanggalLahir": "01-01-1950"},
            "tanggalLahir",
            "tidak mungkin anak",
        ),
        (
            "keluarga",
            {"hubungan": "ibu", "nipKeluarga": "", "tanggalLahir": "01-01-2010"},
            "tanggalLahir",
            "tidak mungkin ibu",
        ),
        ("rw-golongan", {"tmtGolongan": "01-04-1960"}, "tmtGolongan", "tidak sesudah tanggal lahir"),
        ("rw-pendidikan", {"tahunLulus": "1962"}, "tahunLulus", "tidak sesudah tanggal lahir"),
        ("rw-potensi", {"nilai": "1e1"}, "nilai", "bukan angka"),
        ("rw-potensi", {"nilai": "٨٠"}, "nilai", "bukan angka"),
        ("rw-angkakredit", {"isKonversi": "0"}, "isKonversi", "lewat integrasinya"),
        ("rw-angkakredit", {"namaJabatan": "Arsiparis"}, "namaJabatan", "Jenjang tidak terbaca"),
        ("rw-angkakredit", {"tahunSelesaiPenailan": "2024"}, "bulanSelesaiPenailan", "mendahului bulan pertama"),
        ("rw-angkakredit", {"kreditBaruTotal": "-1"}, "kreditBaruTotal", "di luar 0 sampai 9999"),
    ],
)
def test_a_bad_row_is_refused_with_sheet_row_column_and_sentence(person, sheet, changes, column, words):
    book = {sheet: everything(person, make_employee("Hendra", sex="L"))[sheet]}
    book[sheet][0] |= changes
    outcome = run(book)
    found = outcome.as_json()["rejected"][0]
    assert (outcome.new, found["sheet"], found["row"], found["column"]) == (0, sheet, 2, column)
    assert words in found["message"]


def test_our_own_credit_points_of_a_position_that_changed_within_a_month_come_back_without_a_change(person):
    halves = [(date(2025, 1, 1), date(2025, 6, 14), 5, "12,5"), (date(2025, 6, 15), date(2025, 11, 20), 6, "12,5")]
    for first, last, months, points in halves:
        append(
            model=CreditPointRecord, employee=person, by=BY, effective_from=last,
            facts={"year": 2025, "first": first, "last": last, "months": months, "career_level": "ahli_muda",
                   "points": Decimal(points.replace(",", ".")), "origin": "konversi"},
        )  # fmt: skip
    rows = [
        {"nipBaru": person.nip, "namaJabatan": "Arsiparis Ahli Muda", "tahunMulaiPenailan": "2025", "bulanMulaiPenailan": first.month,
         "tahunSelesaiPenailan": "2025", "bulanSelesaiPenailan": last.month, "kreditBaruTotal": points, "isKonversi": "1"}
        for first, last, _, points in halves
    ]  # fmt: skip
    outcome = run({"rw-angkakredit": rows})
    assert (outcome.unchanged, outcome.new, outcome.changed) == (2, 0, 0)
    rows[0] |= {"kreditBaruTotal": "13"}  # other points, of the same days
    rows[1] |= {"bulanMulaiPenailan": 5}  # another month
    outcome = run({"rw-angkakredit": rows})
    assert (outcome.unchanged, outcome.new, outcome.changed) == (0, 0, 2)
    standing = CreditPointRecord.objects.known().filter(employee=person).order_by("first")
    assert [(one.first, one.last, one.months, one.points) for one in standing] == [
        (date(2025, 1, 1), date(2025, 6, 14), 5, Decimal(13)),
        (date(2025, 5, 1), date(2025, 11, 20), 7, Decimal("12.5")),
    ]


@pytest.mark.parametrize(
    ("sheet", "changes", "column", "words"),
    [
        ("rw-skp22", {"KuadranKinerjaNilai": "5"}, "KuadranKinerjaNilai", "kedua ratingnya berarti baik"),
        ("rw-golongan", {"golonganId": "IX"}, "golonganId", "bukan golongan PNS"),
        ("rw-jabatan", {"jenisJabatan": "2", "sampai": "01-09-2015"}, "eselonId", "Hanya jabatan struktural"),
        ("rw-jabatan", {"sampai": ""}, "sampai", "masih berjalan"),
        ("rw-hukdis", {"masaBulan": ""}, "masaBulan", "masih dijalani"),
        ("rw-pendidikan", {"tglLulus": "01-08-2017"}, "tglLulus", "tahun lulusnya 2018"),
    ],
)
def test_a_doubtful_row_goes_in_and_is_warned_of(person, sheet, changes, column, words):
    book = {sheet: everything(person, make_employee("Hendra", sex="L"))[sheet]}
    book[sheet][0] |= changes
    outcome = run(book)
    assert (outcome.new, outcome.problems) == (1, [])
    assert [found.column for found in outcome.warnings] == [column] and words in outcome.warnings[0].message


def test_predicates_of_years_before_the_quadrants_are_taken_as_they_are(person):
    outcome = run({"rw-skp22": [appraisal(person, tahun="2020", KuadranKinerjaNilai="5")]})
    assert (outcome.new, outcome.warnings) == (1, [])


def test_a_functional_post_does_not_become_structural_by_its_echelon(person):
    run({"rw-jabatan": [{"nipBaru": person.nip, "jenisJabatan": "2", "namaJabatan": "Guru Ahli Muda", "eselonId": "22",
                         "tmtJabatan": "01-06-2015"}]})  # fmt: skip
    post = PositionRecord.objects.get(employee=person, title="Guru Ahli Muda")
    assert (post.kind, post.echelon, post.career_level) == ("fungsional", "", "ahli_muda")


def test_there_is_one_predicate_a_year_whatever_its_id(person):
    twice = run({"rw-skp22": [appraisal(person), appraisal(person, id="rw-2", KuadranKinerjaNilai="1")]})
    assert [(found.row, found.column) for found in twice.problems] == [(3, "nipBaru")] and twice.new == 1
    again = run({"rw-skp22": [appraisal(person, id="rw-2", KuadranKinerjaNilai="1")]})
    assert (again.new, again.changed) == (0, 1)
    assert [row.predicate for row in AppraisalRecord.objects.filter(employee=person).known()] == ["sangat_baik"]


def test_a_row_that_an_officer_corrected_is_known_again_by_its_id(person, cast):
    run({"rw-skp22": [appraisal(person)]})
    row = AppraisalRecord.objects.get(employee=person)
    correct(record=row, facts={"year": 2024}, reason="Salah tahun pada SIASN", by=cast.lestari)
    outcome = run({"rw-skp22": [appraisal(person)]})
    assert (outcome.new, outcome.changed) == (0, 1), "shown as a difference, not added beside the correction"


def test_of_two_equal_rows_the_later_is_refused(person):
    outcome = run({"rw-skp22": [appraisal(person), appraisal(person, tahun="2024")]})
    assert [(found.row, found.column) for found in outcome.problems] == [(3, "id")]
    assert outcome.new == 1


def test_a_book_without_a_history_or_with_half_a_heading_is_refused(person):
    with pytest.raises(SheetRefused, match="Tidak ada lembar riwayat"):
        run({"Lain": [{"nipBaru": person.nip}]})
    with pytest.raises(SheetRefused, match=r"rw-skp22.*TAHUN"):
        run({"rw-skp22": [{"nipBaru": person.nip}]})


def test_the_template_has_a_sheet_for_every_kind_and_can_be_sent_back_empty():
    content = history_template.write()
    book = python_calamine.load_workbook(BytesIO(content))
    assert book.sheet_names == ["Petunjuk", *(kind.sheet for kind in KINDS)]
    outcome = history_import.preview(content)
    assert (outcome.rows, outcome.problems, outcome.warnings) == (0, [], [])


def test_examples_of_the_template_pass_the_importer():
    person = make_employee("Contoh", nip="198503172010012001", sex="P")
    book = {
        kind.sheet: [
            {column.name: column.example for column in kind.columns if column.name != "nipKeluarga"}
            | {"nipBaru": person.nip}
        ]
        for kind in KINDS
    }
    outcome = run(book)
    assert (outcome.problems, outcome.new) == ([], 16)


def test_a_periodic_rating_counts_from_the_end_of_its_months_and_not_before(person):
    sheet = {"rw-kinerjaperiodik": [periodic(person, bulanMulaiPenilaian="4", bulanSelesaiPenilaian="6")]}
    with clock.frozen(date(2026, 6, 29)):
        early = run(sheet)
    assert [(one.column, "30-06-2026" in one.message) for one in early.problems] == [("tahun", True)]
    with clock.frozen(date(2026, 6, 30)):
        assert run(sheet).new == 1
    row = PeriodicRecord.objects.get(employee=person)
    assert (row.effective_from, row.first_month, row.last_month, row.predicate) == (date(2026, 6, 30), 4, 6, "baik")


def test_a_second_rating_of_the_same_months_corrects_the_first(person):
    run({"rw-kinerjaperiodik": [periodic(person, id="")]})
    outcome = run({"rw-kinerjaperiodik": [periodic(person, id="", kuadranKinerjaNilai="1")]})
    assert (outcome.new, outcome.changed) == (0, 1)
