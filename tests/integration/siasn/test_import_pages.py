"""The import on its pages: upload, read in the background, review, apply once, discard, download what was refused."""

from io import BytesIO

import pytest
import python_calamine

from jenjang.kernel import jobs
from jenjang.kernel.imports import ImportState
from jenjang.organization.models import Agency, OrgUnit
from jenjang.personnel.models import Employee, EmployeeCurrent
from jenjang.siasn import queries
from tests.integration.siasn import books

PAGE = "/impor/"


@pytest.fixture
def officer(client, cast, sign_in):
    return sign_in(client, cast.lestari, fresh=True)


def upload(client, rows, tree=None, **form):
    files = {"sheet": books.file(books.employees(rows), "pegawai.xlsx")}
    if tree is not False:
        files["tree"] = books.file(tree or books.tree(), "unor.json")
    return client.post(f"{PAGE}pegawai/", files | form)


def newest():
    return queries.all_imports().first()


def import_people(client, rows, tree=None):
    upload(client, rows, tree)
    jobs.run_pending()
    staged = newest()
    client.post(f"{PAGE}{staged.pk}/terapkan/")
    jobs.run_pending()
    staged.refresh_from_db()
    return staged


def test_into_an_empty_home_agency_units_and_people_come_after_review_and_not_before(officer):
    answer = upload(
        officer,
        [
            books.person(1, JENIS_JABATAN_ID="1", JABATAN_NAMA="Kepala Dinas Contoh", UNOR_ID=books.OFFICE),
            books.person(2),
        ],
    )
    staged = newest()
    assert (answer.status_code, answer.url) == (302, f"/impor/{staged.pk}/")
    assert "Membaca dan memeriksa" in officer.get(answer.url).content.decode()
    jobs.run_pending()
    staged.refresh_from_db()
    assert (staged.state, staged.new, staged.rejected) == (ImportState.READY, 2, 0)
    assert not Employee.objects.exists() and not OrgUnit.objects.exists()
    page = officer.get(answer.url).content.decode()
    assert "Terapkan 2 baris ini?" in page and "Pegawai Rekaan 1" in page and "Bidang Contoh" in page

    officer.post(f"{PAGE}{staged.pk}/terapkan/")
    jobs.run_pending()
    staged.refresh_from_db()
    assert (staged.state, staged.summary["applied"]) == (
        ImportState.APPLIED,
        {"new": 2, "changed": 0, "unchanged": 0, "rejected": 0},
    )
    assert (Agency.objects.get().name, OrgUnit.objects.count()) == ("Pemerintah Kota Contoh", 3)
    head = EmployeeCurrent.objects.get(nip=books.nip(1))
    assert (head.kind, head.seat.is_head, head.unit.name) == ("jpt_pratama", True, "Dinas Contoh")
    assert "menerapkannya pada" in officer.get(answer.url).content.decode()


def test_the_review_shows_old_beside_new_and_the_same_sheet_again_has_nothing_to_apply(officer):
    import_people(officer, [books.person(1), books.person(2)])
    upload(
        officer,
        [
            books.person(1, NAMA="Siti Baru", TMT_JABATAN="01-06-2026", JABATAN_NAMA="Analis Kepegawaian"),
            books.person(2),
        ],
        tree=False,
    )
    jobs.run_pending()
    staged = newest()
    assert (staged.changed, staged.unchanged, staged.new) == (1, 1, 0)
    page = officer.get(f"{PAGE}{staged.pk}/").content.decode()
    for old, new in (
        ("Pegawai Rekaan 1", "Siti Baru"),
        ("Pengelola Kepegawaian", "Analis Kepegawaian"),
        ("02-01-2020", "01-06-2026"),
    ):
        assert f"<del>{old}</del>" in page and f"<ins>{new}</ins>" in page
    upload(officer, [books.person(1), books.person(2)], tree=False)
    jobs.run_pending()
    page = officer.get(f"{PAGE}{newest().pk}/").content.decode()
    assert "Tidak ada yang perlu diterapkan" in page and "Semua baris yang baik sudah sama" in page
    assert "Terapkan 0 baris" not in page


def test_refused_rows_stand_with_row_column_and_sentence_and_can_be_taken_away(officer):
    upload(
        officer,
        [
            books.person(1),
            books.person(2, NIP_BARU="197902302006042005", NAMA="<b>Ermawati</b>"),
            books.person(3, UNOR_ID="UNOR-X", NAMA="=A1+Budi"),
        ],
    )
    jobs.run_pending()
    staged = newest()
    assert (staged.new, staged.rejected) == (1, 2)
    page = officer.get(f"{PAGE}{staged.pk}/?lihat=ditolak").content.decode()
    assert "bukan tanggal lahir" in page and "&lt;b&gt;Ermawati&lt;/b&gt;" in page and "<b>Ermawati" not in page
    sheet = python_calamine.load_workbook(
        BytesIO(officer.get(f"{PAGE}{staged.pk}/ditolak.xlsx").content)
    ).get_sheet_by_index(0)
    heading, *rows = sheet.to_python()
    assert heading == ["Lembar", "Baris", "NIP", "Nama", "Kolom", "Sebab dan cara membetulkan"]
    assert [(row[1], row[3], row[4]) for row in rows] == [
        (3.0, "<b>Ermawati</b>", "NIP BARU"),
        (4.0, "=A1+Budi", "UNOR ID"),
    ]


def test_a_discarded_import_changes_nothing_and_cannot_be_applied_any_more(officer):
    upload(officer, [books.person(1)])
    jobs.run_pending()
    staged = newest()
    assert officer.post(f"{PAGE}{staged.pk}/buang/").status_code == 302
    assert officer.post(f"{PAGE}{staged.pk}/terapkan/").status_code == 409
    jobs.run_pending()
    staged.refresh_from_db()
    assert staged.state == ImportState.DISCARDED and not Employee.objects.exists()


def test_pressed_twice_it_is_uploaded_once_and_applied_once(officer):
    upload(officer, [books.person(1)])
    upload(officer, [books.person(1)])
    jobs.run_pending()
    staged = queries.all_imports().get()
    for _ in range(2):
        assert officer.post(f"{PAGE}{staged.pk}/terapkan/").status_code == 302
    assert jobs.run_pending() == 1
    assert officer.post(f"{PAGE}{staged.pk}/terapkan/").status_code == 302
    assert (jobs.run_pending(), Employee.objects.count()) == (0, 1)


def test_what_changed_between_review_and_apply_is_seen(officer):
    upload(officer, [books.person(1)])
    jobs.run_pending()
    waiting = newest()
    import_people(officer, [books.person(1), books.person(2)])
    officer.post(f"{PAGE}{waiting.pk}/terapkan/")
    jobs.run_pending()
    waiting.refresh_from_db()
    assert waiting.summary["applied"] == {"new": 0, "changed": 0, "unchanged": 1, "rejected": 0}
    assert Employee.objects.count() == 2


def test_applying_asks_for_a_fresh_code(client, cast, sign_in):
    sign_in(client, cast.lestari)
    upload(client, [books.person(1)])
    jobs.run_pending()
    assert client.post(f"{PAGE}{newest().pk}/terapkan/").status_code == 403
    assert jobs.run_pending() == 0 and newest().state == ImportState.READY


def test_the_officers_home_names_the_import_that_waits(officer, cast):
    from jenjang.accounts import todo

    upload(officer, [books.person(1)])
    jobs.run_pending()
    assert "Impor data pegawai menunggu diperiksa" in [item.title for item in todo.waiting_for(cast.lestari)]
    assert "Impor data pegawai menunggu diperiksa" not in [item.title for item in todo.waiting_for(cast.sri)]


def test_pages_ask_a_bounded_number_of_queries(officer, django_assert_max_num_queries):
    import_people(officer, [books.person(number) for number in range(1, 40)])
    upload(officer, [books.person(number, NAMA=f"Nama {number}") for number in range(1, 40)], tree=False)
    jobs.run_pending()
    for address in (PAGE, f"{PAGE}{newest().pk}/", f"{PAGE}{newest().pk}/?lihat=ditolak"):
        with django_assert_max_num_queries(15):
            assert officer.get(address).status_code == 200


def test_a_file_of_another_agency_is_named_above_the_review_and_ones_own_is_not(officer):
    own = {"INSTANSI_KERJA_ID": "INSTANSI-UJI", "INSTANSI_KERJA_NAMA": "Pemerintah Kota Contoh"}
    other = {"INSTANSI_KERJA_ID": "INSTANSI-LAIN", "INSTANSI_KERJA_NAMA": "Pemerintah Kota Seberang"}
    import_people(officer, [books.person(1, **own)])
    assert newest().summary.get("other_agency") is None, "an empty home takes any agency"

    upload(officer, [books.person(2, **other), books.person(3, **own)], tree=False)
    jobs.run_pending()
    page = officer.get(f"{PAGE}{newest().pk}/").content.decode()
    assert "1 dari 2 baris menyebut Pemerintah Kota Seberang sebagai instansi kerja." in page
    assert "Data di sini milik Pemerintah Kota Contoh." in page and "Pohon unitnya" not in page

    tree = (
        books.tree().replace(b"Pemerintah Kota Contoh", b"Pemerintah Kota Seberang").replace(b"INSTANSI-UJI", b"LAIN")
    )
    upload(officer, [books.person(2)], tree)
    jobs.run_pending()
    assert "Pohon unitnya milik Pemerintah Kota Seberang." in officer.get(f"{PAGE}{newest().pk}/").content.decode()

    upload(officer, [books.person(4, **own | {"INSTANSI_KERJA_ID": "lain"})])
    jobs.run_pending()
    assert "instansi lain?" not in officer.get(f"{PAGE}{newest().pk}/").content.decode(), (
        "the same name is the same agency"
    )
