"""Halaman kepegawaian: what each role reads and does, what bad input answers, what a page costs."""

from datetime import date
from io import BytesIO

import pytest
import python_calamine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jenjang.ledger.verify import verify
from jenjang.personnel.models import (
    CorrectionRequest,
    Employee,
    EmployeeCurrent,
    PersonalDataReading,
    PositionRecord,
    RankRecord,
)
from tests.factories.people import make_employee, make_nip, make_seat, make_unit

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001"
    "e221bc330000000049454e44ae426082"
)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(date(2026, 11, 23))


@pytest.fixture
def officer(client, cast, sign_in):
    return sign_in(client, cast.lestari)


def paper(name="sk.pdf"):
    return SimpleUploadedFile(name, PDF, "application/pdf")


def decree(**more):
    return {
        "effective_from": "1/11/2026", "decree_number": "821.2/9/2026", "decree_date": "28/10/2026",
        "decree_by": "Wali Kota", "scan": paper(), **more,
    }  # fmt: skip


def test_list_shows_people_and_finds_a_mistyped_name(officer):
    make_employee("Hendra Saputra", unit=make_unit("Dinas Pendidikan"))
    make_employee("Lestari Maharani")
    page = officer.get("/pegawai/").content.decode()
    assert "Hendra Saputra" in page
    assert "2 pegawai" in page
    page = officer.get("/pegawai/", {"q": "hendra sapurta"}).content.decode()
    assert "paling mirip" in page
    assert "Lestari Maharani</a>" not in page


@pytest.mark.parametrize(
    "query", ["sesudah=abc", "sesudah=99999999999999999999", "unit=x", "q=%00", "gol=Z", "sebelum=-1"]
)
def test_odd_addresses_of_the_list_still_answer(officer, query):
    make_employee()
    assert officer.get(f"/pegawai/?{query}").status_code == 200


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_export_gives_exactly_what_is_filtered(officer, kind):
    make_employee("Satu", grade="III/d")
    make_employee("Dua", grade="III/c")
    answer = officer.get("/pegawai/", {"gol": "III/d", "ekspor": kind})
    assert answer["Content-Disposition"].endswith(f'pegawai.{kind}"')
    if kind == "csv":
        text = answer.content.decode("utf-8-sig")
        assert "Satu" in text
        assert "Dua" not in text


def test_another_persons_profile_is_missing_for_an_employee(client, cast, sign_in):
    own = make_employee(
        "Sri Wahyuni", nip=cast.sri.username, birth=date(1990, 2, 14), appointed=date(2013, 3, 1), user=cast.sri
    )
    other = make_employee("Orang Lain")
    sign_in(client, cast.sri)
    assert client.get(own.get_absolute_url()).status_code == 200
    missing = client.get(f"/pegawai/{make_nip()}/")
    hidden = client.get(other.get_absolute_url())
    assert (missing.status_code, hidden.status_code) == (404, 404)
    assert client.get("/pegawai/").status_code == 403


def test_profile_as_of_an_earlier_day_shows_that_days_rank(officer):
    person = make_employee("Hendra Saputra", grade="III/c", grade_since=date(2018, 4, 1))
    from tests.factories.people import give_rank

    give_rank(person, "III/d", date(2022, 4, 1))
    now = officer.get(person.get_absolute_url()).content.decode()
    then = officer.get(person.get_absolute_url(), {"per": "1/7/2020"}).content.decode()
    assert "Penata Tingkat I, III/d" in now.split("Garis waktu")[0]
    assert "Penata, III/c" in then.split("Garis waktu")[0]
    assert "1 Juli 2020" in then


def test_a_day_ahead_says_that_it_has_not_come_and_that_retirement_is_due(officer):
    person = make_employee("Hendra Saputra")
    now = officer.get(person.get_absolute_url()).content.decode()
    ahead = officer.get(person.get_absolute_url(), {"per": "1/1/2090"}).content.decode()
    assert "1 Januari 2090</strong> belum tiba" in ahead and "sudah tercapai" in ahead
    assert "belum tiba" not in now and "sudah tercapai" not in now
    assert "menurut=saat_itu" not in ahead.split("</form>")[0]


def test_impossible_day_is_answered_with_a_sentence(officer):
    person = make_employee()
    page = officer.get(person.get_absolute_url(), {"per": "31/2/2026"})
    assert page.status_code == 200
    assert "aria-invalid" in page.content.decode()


def test_every_history_opens(officer):
    from jenjang.personnel.kinds import all_kinds

    person = make_employee()
    for kind in all_kinds():
        assert (
            f"Riwayat {kind.label.lower()}"
            in officer.get(person.get_absolute_url(), {"riwayat": kind.code}).content.decode()
        )


def test_the_book_of_histories_holds_what_the_profile_shows_and_no_masked_number(officer):
    person = make_employee("Budi Santoso", nik="1373015402900001")
    content = officer.get(f"/pegawai/{person.nip}/riwayat.xlsx").content
    book = python_calamine.load_workbook(BytesIO(content))
    heading, *rows = book.get_sheet_by_name("Pangkat").to_python()
    assert heading[:3] == ["TMT", "Sampai", "Isi"]
    assert "III/c" in rows[0][2]
    assert rows[0][3] == "821.2/1/2020"
    every_cell = str([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])
    assert "1373015402900001" not in every_cell


def test_nik_is_masked_until_opened_and_the_person_reads_who_opened_it(officer, client, cast, sign_in):
    person = make_employee("Sri Wahyuni", nik="1373015402900001", user=cast.sri)
    assert "1373015402900001" not in officer.get(person.get_absolute_url()).content.decode()
    url = f"/pegawai/{person.nip}/data-pribadi/"
    refused = officer.post(url, {"purpose": "x"})
    assert refused.status_code == 422
    assert PersonalDataReading.objects.count() == 0
    opened = officer.post(url, {"purpose": "Melengkapi berkas pensiun."})
    assert "1373015402900001" in opened.content.decode()
    sign_in(client, cast.sri)
    assert "Melengkapi berkas pensiun." in client.get(person.get_absolute_url()).content.decode()


def test_officer_hires_with_decree_and_scan(officer):
    unit = make_unit("Dinas Kesehatan")
    seat = make_seat(unit, "Perawat Ahli Pertama", "fungsional", career_level="ahli_pertama")
    nip = make_nip(date(1999, 5, 2), date(2026, 11, 1), "P", 5)
    form = decree(
        nip=nip, name="Rani Oktavia", birth_place="Salatiga", birth_date="2/5/1999", sex="P", nik="3373014205990001",
        status="CPNS", appointed_on="1/11/2026", grade="III/a", unit=unit.pk, title="Perawat Ahli Pertama",
        kind="fungsional", career_level="ahli_pertama", level="s1", field="Keperawatan", graduated="2023",
    )  # fmt: skip
    answer = officer.post("/pegawai/baru/", form)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    row = EmployeeCurrent.objects.get(nip=nip)
    assert (row.name, row.seat, row.grade, row.status) == ("Rani Oktavia", seat, "III/a", "CPNS")
    assert PositionRecord.objects.get(employee=row.employee_id).document.name == "sk.pdf"
    assert verify(connection)["ok"]


def test_bad_hiring_is_answered_at_the_field_and_stores_nothing(officer):
    answer = officer.post("/pegawai/baru/", {"nip": "123", "birth_date": "30/2/1999", "graduated": "abc"})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "NIP terdiri dari 18 angka" in text
    assert "Belum diisi" in text
    assert Employee.objects.count() == 0


def test_scan_that_is_no_document_is_refused(officer):
    person = make_employee()
    fake = SimpleUploadedFile("sk.pdf", b"MZ this is a program", "application/pdf")
    answer = officer.post(f"/pegawai/{person.nip}/berakhir/pensiun/", decree(scan=fake))
    assert answer.status_code == 422
    assert EmployeeCurrent.objects.get().active


@pytest.mark.parametrize(
    ("how", "standing"),
    [("pensiun", "Pensiun"), ("meninggal", "Meninggal dunia"), ("pindah-keluar", "Pindah instansi")],
)
def test_officer_records_the_end_of_service(officer, how, standing):
    person = make_employee()
    answer = officer.post(f"/pegawai/{person.nip}/berakhir/{how}/", decree(destination="Kota Lain"))
    assert answer.status_code == 302, answer.content.decode()[:2000]
    assert EmployeeCurrent.objects.get().standing == standing


def test_officer_corrects_and_cancels_a_line(officer):
    person = make_employee(grade="III/c")
    row = RankRecord.objects.get()
    url = f"/pegawai/{person.nip}/pangkat/{row.pk}/koreksi/"
    assert officer.get(url).status_code == 200
    form = decree(grade="III/d", service_years="8", service_months="0", reason="Salah ketik golongan.")
    assert officer.post(url, form).status_code == 302
    assert EmployeeCurrent.objects.get().grade == "III/d"
    newest = RankRecord.objects.get(supersedes=row)
    assert officer.get(f"/pegawai/{person.nip}/pangkat/{newest.pk}/batal/").status_code == 200
    officer.post(f"/pegawai/{person.nip}/pangkat/{newest.pk}/batal/", {"reason": "SK ditarik kembali."})
    assert EmployeeCurrent.objects.get().grade == ""
    page = officer.get(person.get_absolute_url(), {"riwayat": "pangkat"}).content.decode()
    assert "dibatalkan" in page


def test_a_row_of_somebody_else_is_missing(officer):
    one, other = make_employee(), make_employee("Orang Lain")
    row = RankRecord.objects.get(employee=other)
    assert officer.get(f"/pegawai/{one.nip}/pangkat/{row.pk}/koreksi/").status_code == 404


def test_officer_does_not_change_the_own_record(officer, cast):
    own = make_employee("Lestari Maharani", user=cast.lestari)
    answer = officer.post(f"/pegawai/{own.nip}/berakhir/pensiun/", decree())
    assert answer.status_code == 422
    assert "petugas lain" in answer.content.decode()


def test_employee_asks_for_a_correction_and_an_officer_accepts_it(client, cast, sign_in):
    person = make_employee("Sri Wahyuni", user=cast.sri)
    from jenjang.personnel.models import EducationRecord

    row = EducationRecord.objects.get()
    sign_in(client, cast.sri)
    url = f"/pegawai/{person.nip}/pendidikan/{row.pk}/perbaikan/?isian=school"
    assert "Universitas Contoh" in client.get(url).content.decode()
    empty = client.post(url, {"new_value": "", "statement": ""})
    assert empty.status_code == 422
    form = {"new_value": "Universitas Andalas", "statement": "Nama di ijazah lain.", "evidence": paper("ijazah.pdf")}
    assert client.post(url, form).status_code == 302
    twice = client.post(url, {**form, "evidence": paper("ijazah.pdf")})
    assert twice.status_code == 422
    asked = CorrectionRequest.objects.get()
    assert client.get(f"/pegawai/perbaikan/{asked.pk}/").status_code == 403
    sign_in(client, cast.lestari)
    assert "Universitas Andalas" in client.get("/pegawai/perbaikan/").content.decode()
    proof = client.get(f"/pegawai/perbaikan/{asked.pk}/bukti/")
    assert b"".join(proof.streaming_content) == PDF
    settled = client.post(f"/pegawai/perbaikan/{asked.pk}/", {"reason": "Sesuai ijazah.", "putusan": "terima"})
    assert settled.status_code == 302, settled.content.decode()[:2000]
    assert (
        EducationRecord.objects.filter(employee=person).as_of(date(2026, 11, 23)).get().school == "Universitas Andalas"
    )
    again = client.post(f"/pegawai/perbaikan/{asked.pk}/", {"reason": "Sesuai ijazah.", "putusan": "tolak"})
    assert again.status_code == 422
    assert verify(connection)["ok"]


def test_units_map_and_seats_answer_and_vacancies_are_named(officer):
    unit = make_unit("Dinas Pendidikan")
    empty = make_seat(unit, "Kepala Bidang Contoh")
    held = make_seat(unit, "Kepala Dinas Pendidikan", "jpt_pratama", is_head=True)
    make_employee("Kepala Lama", birth=date(1966, 12, 5), appointed=date(1992, 1, 1), seat=held)
    assert "Dinas Pendidikan" in officer.get("/unit/").content.decode()
    assert "Kepala Bidang Contoh" in officer.get(f"/unit/{unit.pk}/").content.decode()
    vacant = officer.get("/peta-jabatan/", {"hanya": "kosong", "unit": unit.pk}).content.decode()
    assert empty.title in vacant
    assert held.title not in vacant.split("<tbody>")[1]
    soon = officer.get("/peta-jabatan/", {"hanya": "segera"}).content.decode()
    assert held.title in soon
    assert "pensiun 1 Jan 2027" in soon
    assert "Kepala Lama" in officer.get(f"/jabatan/{held.pk}/").content.decode()
    sheet = officer.get("/peta-jabatan/", {"hanya": "kosong", "unit": unit.pk, "ekspor": "csv"})
    lines = sheet.content.decode("utf-8-sig").splitlines()
    assert sheet["Content-Disposition"] == 'attachment; filename="peta-jabatan.csv"'
    assert lines[0].startswith("Jabatan,Unit,") and [line.split(",")[0] for line in lines[1:]] == [empty.title]


def test_the_tree_begins_with_its_top_and_every_unit_leads_further_down(officer):
    top = make_unit("Pemerintah Kota Contoh")
    office = make_unit("Dinas Contoh", parent=top)
    section = make_unit("Bidang Contoh", parent=office)
    first = officer.get("/unit/").content.decode()
    assert office.name in first and section.name not in first and "2 unit" in first
    assert section.name in officer.get("/unit/", {"di": office.pk}).content.decode()
    assert f'href="/unit/{section.pk}/"' in officer.get(f"/unit/{office.pk}/").content.decode()


def test_the_own_record_is_found_under_own_data_and_says_who_opened_it(client, cast, sign_in):
    born, appointed = date.fromisoformat(cast.sri.username[:8]), date.fromisoformat(cast.sri.username[8:14] + "01")
    person = make_employee("Sri", nip=cast.sri.username, birth=born, appointed=appointed, user=cast.sri)
    sign_in(client, cast.sri)
    page = client.get(person.get_absolute_url()).content.decode()
    assert '<a href="/pegawai/saya/" aria-current="page">' in page
    assert "Belum ada yang membukanya" in page and "Buka data yang disamarkan" not in page


def test_officer_adds_completes_and_closes_a_seat(officer):
    unit = make_unit()
    form = {"title": "Analis Kebijakan Ahli Muda", "kind": "fungsional", "career_level": "ahli_muda", "need": "2",
            "effective_from": "1/1/2026"}  # fmt: skip
    assert officer.post(f"/unit/{unit.pk}/jabatan/tambah/", form).status_code == 302
    twice = officer.post(f"/unit/{unit.pk}/jabatan/tambah/", form)
    assert twice.status_code == 422
    assert "sudah ada" in twice.content.decode()
    seat = unit.seats.get()
    assert officer.get(f"/jabatan/{seat.pk}/lengkapi/").status_code == 200
    officer.post(f"/jabatan/{seat.pk}/lengkapi/", {**form, "job_class": "9", "effective_from": "1/6/2026"})
    seat.refresh_from_db()
    assert seat.job_class == 9
    make_employee("Pemegang", seat=seat)
    close = {"reason": "Organisasi disederhanakan.", "closed_on": "1/11/2026"}
    held = officer.post(f"/jabatan/{seat.pk}/tutup/", close)
    assert held.status_code == 422
    assert "masih dipegang 1 orang" in held.content.decode()


@pytest.mark.parametrize(
    ("address", "most"), [("/pegawai/", 15), ("/peta-jabatan/", 15), ("/unit/", 15), ("profile", 25)]
)
def test_pages_cost_few_queries_whatever_the_number_of_people(officer, address, most):
    unit = make_unit()
    seat = make_seat(unit, need=9)
    people = [make_employee(f"Orang {n}", seat=seat) for n in range(4)]
    url = people[0].get_absolute_url() if address == "profile" else address
    with CaptureQueriesContext(connection) as seen:
        assert officer.get(url).status_code == 200
    assert len(seen) <= most, [query["sql"][:150] for query in seen]


def test_employee_cannot_reach_what_officers_do(client, cast, sign_in):
    person = make_employee("Sri Wahyuni", user=cast.sri)
    sign_in(client, cast.sri)
    for url in ("/pegawai/baru/", f"/pegawai/{person.nip}/pangkat/tambah/", f"/pegawai/{person.nip}/data-pribadi/"):
        assert client.get(url).status_code == 403
