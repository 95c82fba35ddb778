"""What a reviewer can still do and see before an import is applied: leave rows out, read what the tree brings."""

import json

import pytest

from jenjang.kernel import jobs
from jenjang.kernel.imports import ImportState
from jenjang.organization.models import OrgUnit, Seat
from jenjang.personnel.models import AwardRecord, Employee, EmployeeCurrent, IdentityRecord
from jenjang.siasn import queries
from tests.factories.people import make_employee
from tests.integration.siasn import books
from tests.integration.siasn.test_import_pages import PAGE, import_people, newest, upload

LEADER = {"JENIS_JABATAN_ID": "1", "UNOR_ID": books.OFFICE, "JABATAN_NAMA": "KEPALA DINAS"}


@pytest.fixture
def officer(client, cast, sign_in):
    return sign_in(client, cast.lestari, fresh=True)


def staged_with(client, rows, tree=None):
    upload(client, rows, tree)
    jobs.run_pending()
    return newest()


def text_of(client, staged, query=""):
    return client.get(f"{PAGE}{staged.pk}/{query}").content.decode()


def test_a_row_that_is_left_out_stays_away_and_the_others_go_in(officer, cast):
    staged = staged_with(officer, [books.person(1), books.person(2), books.person(3)])
    answer = officer.post(f"{PAGE}{staged.pk}/baris/3/keluarkan/?lihat=baru&hal=1")
    assert (answer.status_code, answer.url) == (302, f"{PAGE}{staged.pk}/?lihat=baru&hal=1#baris-3")
    page = text_of(officer, staged)
    assert "Terapkan 2 baris ini?" in page and "1 baris dikeluarkan dan tidak ikut." in page
    left = text_of(officer, staged, "?lihat=dikeluarkan")
    assert "Pegawai Rekaan 2" in left and cast.lestari.name in left and "Pegawai Rekaan 1" not in left

    officer.post(f"{PAGE}{staged.pk}/terapkan/")
    jobs.run_pending()
    staged.refresh_from_db()
    assert {*Employee.objects.values_list("siasn_id", flat=True)} == {"PNS-1", "PNS-3"}
    assert staged.summary["applied"] == {"new": 2, "changed": 0, "unchanged": 0, "rejected": 0, "left_out": 1}
    assert "1 dikeluarkan peninjau" in text_of(officer, staged)
    assert staged_with(officer, [books.person(number) for number in (1, 2, 3)]).new == 1


def test_a_row_that_is_put_back_goes_in_like_the_others(officer):
    staged = staged_with(officer, [books.person(1), books.person(2)])
    for step in ("keluarkan", "keluarkan", "ikutkan", "ikutkan"):
        assert officer.post(f"{PAGE}{staged.pk}/baris/2/{step}/").status_code == 302
    officer.post(f"{PAGE}{staged.pk}/terapkan/")
    jobs.run_pending()
    assert Employee.objects.count() == 2


def test_leaving_out_one_of_two_equal_nips_does_not_let_the_other_in_unseen(officer):
    staged = staged_with(officer, [books.person(1), books.person(1, PNS_ID="PNS-9")])
    officer.post(f"{PAGE}{staged.pk}/baris/2/keluarkan/")
    page = text_of(officer, staged)
    assert "Semua baris yang akan masuk dikeluarkan." in page and "Terapkan 1 baris" not in page
    officer.post(f"{PAGE}{staged.pk}/terapkan/")
    jobs.run_pending()
    assert not Employee.objects.exists()


def test_only_rows_that_would_go_in_can_be_left_out_and_only_while_the_import_waits(officer):
    staged = staged_with(officer, [books.person(1), books.person(2, NAMA="")])
    for row in (3, 99):
        assert officer.post(f"{PAGE}{staged.pk}/baris/{row}/keluarkan/").status_code == 404
    officer.post(f"{PAGE}{staged.pk}/terapkan/")
    answer = officer.post(f"{PAGE}{staged.pk}/baris/2/keluarkan/")
    assert answer.status_code == 409 and "tidak lagi menunggu ditinjau" in answer.content.decode()
    jobs.run_pending()
    assert Employee.objects.count() == 1


def test_a_row_of_a_book_of_histories_is_left_out_by_its_sheet_and_row(officer):
    nip = make_employee("Sri Rahayu").nip
    awards = [{"nipBaru": nip, "hargaId": code, "skDate": "17-08-2024"} for code in ("201", "202")]
    officer.post(f"{PAGE}riwayat/", {"sheet": books.file(books.histories({"rw-penghargaan": awards}), "riwayat.xlsx")})
    jobs.run_pending()
    staged = newest()
    place = queries.rows_of(staged, "baru")[1].row
    officer.post(f"{PAGE}{staged.pk}/baris/{place}/keluarkan/")
    officer.post(f"{PAGE}{staged.pk}/terapkan/")
    jobs.run_pending()
    assert [row.name for row in AwardRecord.objects.all()] == ["Satyalancana Karya Satya 10 Tahun"]


def changed_tree():
    """The field has another name, a section is new, and nothing says of the former section any more."""
    units = json.loads(books.tree())["data"]
    units[2]["NamaUnor"] = "Bidang Baru"
    units.append({"Id": "UNOR-SUB", "DiatasanId": books.FIELD, "NamaUnor": "Subbidang Contoh", "EselonId": "42"})
    return json.dumps({"data": units}).encode()


def test_what_the_tree_brings_is_said_and_can_be_applied_although_no_person_changes(officer):
    former = books.tree({"Id": "UNOR-LAMA", "DiatasanId": books.ROOT, "NamaUnor": "Unit Lama", "EselonId": "99"})
    import_people(officer, [books.person(1)], former)
    staged = staged_with(officer, [books.person(1)], changed_tree())
    page = text_of(officer, staged)
    assert "Terapkan perubahan pohon unit?" in page and "Bidang Contoh: menjadi Bidang Baru" in page
    assert "Subbidang Contoh" in page and "1 unit tidak ada lagi pada pohon" in page and "Unit Lama" in page
    officer.post(f"{PAGE}{staged.pk}/terapkan/")
    jobs.run_pending()
    assert OrgUnit.objects.get(siasn_id=books.FIELD).name == "Bidang Baru"
    again = staged_with(officer, [books.person(1)], changed_tree())
    assert "Tidak ada yang perlu diterapkan" in text_of(officer, again)


def test_a_leader_whom_the_tree_names_and_nobody_knows_is_told_of(officer):
    import_people(officer, [books.person(2)])
    assert "1 pemimpin unit menurut pohon tidak ada" in text_of(officer, staged_with(officer, [books.person(2)]))


def test_a_leader_whose_post_is_written_otherwise_sits_on_the_leaders_seat(officer):
    import_people(officer, [books.person(1, **LEADER)])
    head = EmployeeCurrent.objects.get(nip=books.nip(1))
    assert (head.seat.is_head, head.seat.title, head.kind) == (True, "Kepala Dinas Contoh", "jpt_pratama")
    assert Seat.objects.filter(unit__siasn_id=books.OFFICE).count() == 1
    upload(officer, [books.person(1, **LEADER)], tree=False)
    jobs.run_pending()
    assert (newest().unchanged, newest().summary["warnings"]) == (1, 0), "without the tree the known leader stays"


def test_a_unit_that_was_closed_here_and_stands_in_the_tree_is_opened_again(officer):
    import_people(officer, [books.person(1)])
    OrgUnit.objects.filter(siasn_id=books.FIELD).update(closed_on="2026-01-01")
    staged = staged_with(officer, [books.person(1), books.person(2)], books.tree())
    assert "Bidang Contoh: dibuka kembali" in text_of(officer, staged)
    officer.post(f"{PAGE}{staged.pk}/terapkan/")
    jobs.run_pending()
    staged.refresh_from_db()
    assert (staged.state, Employee.objects.count()) == (ImportState.APPLIED, 2)
    assert OrgUnit.objects.get(siasn_id=books.FIELD).closed_on is None


def test_a_seat_that_an_officer_made_for_the_leader_becomes_the_leaders(officer):
    import_people(officer, [books.person(1)])
    Seat.objects.filter(unit__siasn_id=books.FIELD, is_head=True).update(is_head=False)
    import_people(officer, [books.person(1), books.person(2)], books.tree())
    assert Seat.objects.filter(unit__siasn_id=books.FIELD, title="Kepala Bidang Contoh").get().is_head


def test_a_nik_that_somebody_here_has_is_not_given_to_a_second_person_but_may_be_handed_on(officer):
    nik, other = "1373015502801111", "1373015502802222"
    import_people(officer, [books.person(1, NIK=nik)])
    staged = staged_with(officer, [books.person(3, NIK=nik)])
    assert "NIK sudah tercatat untuk pegawai lain" in text_of(officer, staged, "?lihat=peringatan")
    rows = [books.person(3, NIK=nik), books.person(1, NIK=other)]
    assert staged_with(officer, rows).summary["warnings"] == 0
    import_people(officer, rows)
    upload(officer, rows)
    jobs.run_pending()
    assert newest().unchanged == 2


def test_a_nik_is_not_handed_on_when_the_row_that_gives_it_up_is_left_out(officer):
    nik, other = "1373015502801111", "1373015502802222"
    import_people(officer, [books.person(1, NIK=nik)])
    staged = staged_with(officer, [books.person(3, NIK=nik), books.person(1, NIK=other)])
    officer.post(f"{PAGE}{staged.pk}/baris/3/keluarkan/")
    officer.post(f"{PAGE}{staged.pk}/terapkan/")
    jobs.run_pending()
    niks = dict(IdentityRecord.objects.known().values_list("employee__siasn_id", "nik"))
    assert niks == {"PNS-1": nik, "PNS-3": ""}


def test_somebody_without_a_grade_has_no_rank_and_the_same_sheet_again_changes_nothing(officer):
    row = books.person(
        1, NIP_BARU="198002152025212001", STATUS_CPNS_PNS="PPPK PARUH WAKTU", GOL_AKHIR_NAMA="", TMT_CPNS="01-10-2025",
        TMT_PNS="", TMT_GOLONGAN="", TMT_JABATAN="01-10-2025",
    )  # fmt: skip
    import_people(officer, [row])
    person = EmployeeCurrent.objects.get()
    assert (person.status, person.grade, person.grade_since) == ("PPPK_PARUH_WAKTU", "", None)
    assert officer.get(f"/pegawai/{person.nip}/").status_code == 200
    upload(officer, [row], tree=False)
    jobs.run_pending()
    assert newest().unchanged == 1
