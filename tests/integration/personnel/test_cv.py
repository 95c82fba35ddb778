"""DRH sebagai PDF: what it says of a day, to whom, and what it keeps masked."""

from datetime import date

import pytest

from jenjang.personnel import cv
from jenjang.personnel.kinds import all_kinds
from jenjang.personnel.models import KinshipRecord
from jenjang.personnel.queries import profile_as_of
from tests.factories.people import give, give_rank, make_employee, make_unit

DAY = date(2026, 11, 23)
NIK = "1373015703850001"


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(DAY)


def said(person, day=DAY, kinds=None):
    data = cv.data_of(profile_as_of(person, day), kinds or all_kinds(), [])
    return {
        section["title"].split(". ", 1)[1]: section.get("rows") or section.get("fields") for section in data["sections"]
    }


@pytest.mark.django_db
def test_it_says_what_counted_on_the_day():
    person = make_employee("Hendra Saputra", unit=make_unit("Dinas Pendidikan"), grade_since=date(2016, 4, 1))
    give_rank(person, "III/d", date(2024, 4, 1))
    now, then = said(person), said(person, date(2020, 1, 31))
    assert [row[0] for row in now["Riwayat pangkat"]] == ["Penata, III/c", "Penata Tingkat I, III/d"]
    assert [row[0] for row in then["Riwayat pangkat"]] == ["Penata, III/c"]
    assert ["Nama", "Hendra Saputra"] in now["Perorangan"]
    assert now["Pendidikan"][0][0] == "S1"


@pytest.mark.django_db
def test_histories_that_the_reader_may_not_see_are_not_in_it():
    person = make_employee()
    give(KinshipRecord, person, date(2012, 1, 1), relation="suami", relative_name="Bambang Wijaya")
    assert said(person)["Keluarga"] == [["Suami", "Bambang Wijaya", ""]]
    assert "Keluarga" not in said(person, kinds=[kind for kind in all_kinds() if not kind.private])


def test_it_is_a_pdf_of_a_day_and_missing_before_anything_is_known(client, cast, sign_in):
    person = make_employee("Hendra Saputra")
    officer = sign_in(client, cast.lestari)
    answer = officer.get(f"/pegawai/{person.nip}/drh.pdf", {"per": "31/12/2021"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert officer.get(f"/pegawai/{person.nip}/drh.pdf", {"per": "1/1/1990"}).status_code == 404
    assert officer.get(f"/pegawai/{person.nip}/drh.pdf", {"per": "31/2/2021"}).status_code == 404
    assert "drh.pdf" in officer.get(f"/pegawai/{person.nip}/").content.decode()


def test_the_nik_is_masked_until_it_was_opened_for_a_purpose(client, cast, sign_in, monkeypatch):
    person = make_employee("Hendra Saputra", nik=NIK)
    officer = sign_in(client, cast.lestari)
    letters = []
    monkeypatch.setattr(cv.letters, "render", lambda _name, data, on: letters.append(str(data)) or b"%PDF-")
    officer.get(f"/pegawai/{person.nip}/drh.pdf")
    officer.post(f"/pegawai/{person.nip}/data-pribadi/", {"purpose": "Mencetak DRH untuk usul kenaikan pangkat"})
    officer.get(f"/pegawai/{person.nip}/drh.pdf")
    assert [NIK in letter for letter in letters] == [False, True]
