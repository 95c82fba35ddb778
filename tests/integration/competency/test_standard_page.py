"""Standar kompetensi jabatan: set on the seat's page, from a day on, refused when empty or beyond the law's scale."""

from datetime import date

import pytest

from jenjang.competency.models import SeatStandard
from jenjang.competency.queries import standards_for
from tests.factories.people import make_seat

DAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(DAY)


@pytest.fixture
def officer(client, cast, sign_in):
    return sign_in(client, cast.lestari)


def given(**levels):
    basis = {
        "effective_from": "1/11/2026", "decree_number": "061/7/2026", "decree_date": "28/10/2026", "decree_by": "Wali Kota",
    }  # fmt: skip
    return basis | {f"tingkat_{code}": level for code, level in levels.items()}


def test_a_standard_is_set_and_read_on_the_seats_page(officer):
    seat = make_seat()
    assert "Tetapkan standar" in officer.get(f"/jabatan/{seat.pk}/").content.decode()
    answer = officer.post(f"/jabatan/{seat.pk}/standar/", given(integritas=3, kerja_sama=2))
    assert answer["Location"] == f"/jabatan/{seat.pk}/"
    assert standards_for([seat.pk], DAY) == {seat.pk: {"integritas": 3, "kerja_sama": 2}}
    assert standards_for([seat.pk], date(2026, 10, 31)) == {}
    page = officer.get(f"/jabatan/{seat.pk}/").content.decode()
    assert "Tingkat 3" in page
    assert "Ubah standar" in page
    again = officer.get(f"/jabatan/{seat.pk}/standar/").content.decode()
    assert 'value="3" selected' in again


def test_until_then_the_national_standard_of_its_kind_stands_there(officer):
    seat = make_seat(kind="administrator")
    page = officer.get(f"/jabatan/{seat.pk}/").content.decode()
    assert "Standar nasional PermenPANRB 38/2017" in page
    assert page.count("Tingkat 3") == 9
    form = officer.get(f"/jabatan/{seat.pk}/standar/").content.decode()
    assert form.count('value="3" selected') == 9
    assert "daerah belum menetapkan" in form


@pytest.mark.parametrize(
    ("levels", "sentence"),
    [
        ({}, "Isi tiap kompetensi"),
        ({"integritas": 6}, "Pilih tingkat 1 sampai 5"),
        ({"integritas": "x"}, "Pilih tingkat 1 sampai 5"),
    ],
)
def test_nothing_or_a_level_beyond_the_scale_is_refused(officer, levels, sentence):
    seat = make_seat()
    answer = officer.post(f"/jabatan/{seat.pk}/standar/", given(**levels))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not SeatStandard.objects.exists()


def test_who_may_not_change_it_reads_it(client, cast, sign_in):
    seat = make_seat()
    page = sign_in(client, cast.sri).get(f"/jabatan/{seat.pk}/").content.decode()
    assert "Standar nasional PermenPANRB" in page
    assert "standar/" not in page
