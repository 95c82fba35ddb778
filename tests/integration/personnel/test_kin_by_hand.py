"""Keluarga dengan tangan: a relative by NIP or by name, checked, corrected and cancelled like every history."""

from datetime import date

import pytest

from jenjang.personnel.models import KinshipRecord
from jenjang.personnel.relatives import Relatives
from tests.factories.people import make_employee
from tests.integration.personnel.test_pages import decree, paper

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(date(2026, 11, 23))


@pytest.fixture
def officer(client, cast, sign_in):
    return sign_in(client, cast.lestari)


@pytest.fixture
def wife():
    return make_employee("Ratih Kumala", sex="P")


def add(officer, person, **facts):
    return officer.post(f"/pegawai/{person.nip}/keluarga/tambah/", decree(relation="suami", **facts))


def husband(**facts):
    return make_employee("Gunawan Siregar", birth=date(1983, 5, 9), sex="L", **facts)


def test_a_colleague_is_named_by_nip_and_tied_for_certain(officer, wife):
    man = husband()
    assert add(officer, wife, relative_nip=man.nip).status_code == 302
    row = KinshipRecord.objects.get(employee=wife)
    assert (row.relative_employee, row.relative_name, row.relative_birth_date) == (
        man,
        "Gunawan Siregar",
        date(1983, 5, 9),
    )
    assert [tie.certain for tie in Relatives().ties(wife.pk, man.pk)] == [True]
    page = officer.get(f"/pegawai/{wife.nip}/?riwayat=keluarga").content.decode()
    assert "Suami: Gunawan Siregar, NIP 19830509" in page


def test_somebody_from_outside_is_named_with_a_birth_date(officer, wife):
    assert add(officer, wife, relative_name="Bambang Wijaya", relative_birth_date="1/2/1980").status_code == 302
    assert KinshipRecord.objects.get(employee=wife).relative_employee is None


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({}, "Isi nama, atau NIP"),
        ({"relative_name": "Bambang Wijaya"}, "Isi tanggal lahir, atau NIP"),
        ({"relative_nip": "198305092010011999"}, "NIP ini tidak ada di Jenjang"),
        ({"relative_nip": "123"}, "18 angka"),
        ({"relative_name": "B", "relative_birth_date": "1/2/1980", "relative_nik": "12"}, "tepat 16 angka"),
    ],
)
def test_what_is_missing_or_wrong_is_said_at_the_field(officer, wife, facts, sentence):
    answer = add(officer, wife, **facts)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not KinshipRecord.objects.exists()


def test_what_disagrees_with_the_record_of_the_nip_is_refused(officer, wife):
    woman = make_employee("Dian Permata", sex="P")
    answer = add(officer, wife, relative_nip=woman.nip, relative_name="Orang Lain", relative_birth_date="1/2/1980")
    page = answer.content.decode()
    assert answer.status_code == 422
    for sentence in ("bernama Dian Permata", "Tidak sama dengan tanggal lahir", "tercatat perempuan"):
        assert sentence in page
    assert (
        "milik pegawai itu sendiri"
        in officer.post(
            f"/pegawai/{wife.nip}/keluarga/tambah/", decree(relation="adik", relative_nip=wife.nip)
        ).content.decode()
    )


def test_a_relative_is_corrected_and_cancelled(officer, wife):
    man = husband()
    add(officer, wife, relative_name="Gunawan Siregar", relative_birth_date="9/5/1983")
    row = KinshipRecord.objects.get(employee=wife)
    url = f"/pegawai/{wife.nip}/keluarga/{row.pk}"
    assert "Gunawan Siregar" in officer.get(f"{url}/koreksi/").content.decode()
    given = decree(relation="suami", relative_nip=man.nip, reason="Ternyata pegawai di sini juga.", scan=paper())
    assert officer.post(f"{url}/koreksi/", given).status_code == 302
    newest = KinshipRecord.objects.get(employee=wife, supersedes=row)
    assert newest.relative_employee == man
    edit = officer.get(f"/pegawai/{wife.nip}/keluarga/{newest.pk}/koreksi/").content.decode()
    assert man.nip in edit.replace(" ", "")
    officer.post(f"/pegawai/{wife.nip}/keluarga/{newest.pk}/batal/", {"reason": "Sudah bercerai menurut akta."})
    assert not KinshipRecord.objects.filter(employee=wife).current(date(2026, 11, 23)).exists()
