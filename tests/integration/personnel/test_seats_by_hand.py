"""Jabatan dengan tangan: the map of today never says what begins tomorrow, nor two things of one seat."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from jenjang.organization import actions
from jenjang.organization.models import Seat, SeatRecord
from jenjang.organization.trees import seats_for
from tests.factories.people import BY, make_seat, make_unit

TODAY = date(2026, 11, 23)


@pytest.fixture
def officer(client: Client, cast: Any, sign_in: Any, freeze: Any) -> Client:
    freeze(TODAY)
    signed_in: Client = sign_in(client, cast.lestari)
    return signed_in


def seat_form(**changes: str) -> dict[str, str]:
    facts = {"title": "Analis Hukum", "kind": "pelaksana", "career_level": "tidak_ada", "need": "2"}
    return {**facts, "effective_from": "1/1/2026", **changes}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"effective_from": "24/11/2026"}, "Belum terjadi. Catat pada hari berlakunya"),
        ({"career_level": "ahli_muda"}, "Hanya jabatan fungsional berjenjang"),
        ({"echelon": "II.b"}, "Eselon II.b ialah jabatan JPT Pratama, bukan Pelaksana"),
        ({"title": "  ANALIS   tata usaha "}, "sudah ada di unit ini"),
    ],
)
def test_a_seat_that_cannot_stand_is_refused_at_its_field_and_nothing_is_stored(
    officer: Client, changes: dict[str, str], sentence: str
) -> None:
    unit = make_unit()
    make_seat(unit, "Analis Tata Usaha", "pelaksana")
    answer = officer.post(f"/unit/{unit.pk}/jabatan/tambah/", seat_form(**changes))
    assert answer.status_code == 422 and sentence in answer.content.decode()
    assert Seat.objects.filter(unit=unit).count() == 1


def test_no_seat_is_added_to_a_closed_unit(officer: Client) -> None:
    unit = make_unit()
    actions.close_unit(unit=unit, closed_on=date(2026, 1, 1), people=0, reason="Organisasi disederhanakan.", by=BY)
    answer = officer.post(f"/unit/{unit.pk}/jabatan/tambah/", seat_form())
    assert answer.status_code == 422 and "Unit ini sudah ditutup" in answer.content.decode()


def test_what_is_true_of_a_seat_today_is_what_its_newest_record_says(officer: Client) -> None:
    seat = make_seat(make_unit(), "Analis Hukum", "pelaksana")
    change = f"/jabatan/{seat.pk}/lengkapi/"
    assert officer.post(change, seat_form(need="5", effective_from="1/6/2026")).status_code == 302
    for day, sentence in (("1/2/2026", "berlaku sejak 01/06/2026"), ("24/11/2026", "Belum terjadi")):
        refused = officer.post(change, seat_form(need="3", effective_from=day))
        assert refused.status_code == 422 and sentence in refused.content.decode()
    for day, sentence in (("1/5/2026", "berlaku sejak 01/06/2026"), ("24/11/2026", "Belum terjadi")):
        kept = officer.post(f"/jabatan/{seat.pk}/tutup/", {"reason": "Organisasi disederhanakan.", "closed_on": day})
        assert kept.status_code == 422 and sentence in kept.content.decode()
    seat.refresh_from_db()
    assert (seat.need, seat.closed_on) == (5, None)
    assert list(SeatRecord.objects.filter(seat=seat).order_by("pk").values_list("need", flat=True)) == [1, 5]


def test_a_seat_known_from_its_holder_may_be_completed_for_days_before_the_import(officer: Client) -> None:
    unit = make_unit()
    seats_for({(unit.pk, "Analis Hukum", "pelaksana", "tidak_ada"): 2}, on=TODAY, by=BY)
    seat = Seat.objects.get(unit=unit)
    done = officer.post(f"/jabatan/{seat.pk}/lengkapi/", seat_form(job_class="7", effective_from="1/1/2026"))
    assert done.status_code == 302
    seat.refresh_from_db()
    assert seat.job_class == 7


def test_a_seat_without_holder_and_need_says_so(officer: Client) -> None:
    seat = make_seat(make_unit(), "Analis Hukum", "pelaksana", need=0)
    assert (
        "Tidak ada pemegang, dan tidak ada kebutuhan yang tercatat."
        in officer.get(f"/jabatan/{seat.pk}/").content.decode()
    )


def test_a_capital_may_be_put_right_on_the_seat_itself(officer: Client) -> None:
    seat = make_seat(make_unit(), "analis hukum", "pelaksana")
    assert (
        officer.post(f"/jabatan/{seat.pk}/lengkapi/", seat_form(need="1", effective_from="1/6/2026")).status_code == 302
    )
    seat.refresh_from_db()
    assert seat.title == "Analis Hukum"
