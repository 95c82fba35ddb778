"""Unit dengan tangan: opened, renamed, moved, closed by the officer, each dated and by a decree."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from jenjang.organization import queries
from jenjang.organization.models import OrgUnit, Seat
from jenjang.personnel.models import EmployeeCurrent
from tests.factories.people import make_employee, make_seat, make_unit

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def officer(client: Client, cast: Any, sign_in: Callable[..., Client], freeze: Callable[[date], None]) -> Client:
    freeze(date(2026, 11, 23))
    return sign_in(client, cast.lestari)


def decree(day: str = "1/11/2026") -> dict[str, Any]:
    return {
        "effective_from": day, "decree_number": "188.45/7/2026", "decree_date": "28/10/2026", "decree_by": "Wali Kota",
        "scan": SimpleUploadedFile("perwali.pdf", PDF, "application/pdf"),
    }  # fmt: skip


def post(officer: Client, page: str, unit: OrgUnit, /, **facts: Any) -> Any:
    return officer.post(reverse(f"personnel:{page}", args=[unit.pk]), {**decree(), **facts})


def test_a_renamed_unit_keeps_its_old_name_for_the_days_before(officer: Client) -> None:
    unit = make_unit("Dinas Lama")
    person = make_employee("Budi Santoso", unit=unit)

    assert post(officer, "change_unit", unit, name="Dinas Baru").status_code == 302

    names = {day: [node.name for node in queries.tree(day)] for day in (date(2026, 10, 31), date(2026, 11, 1))}
    assert names == {date(2026, 10, 31): ["Dinas Lama"], date(2026, 11, 1): ["Dinas Baru"]}
    assert EmployeeCurrent.objects.get(pk=person.pk).unit_name == "Dinas Baru"
    assert "188.45/7/2026" in officer.get(reverse("personnel:unit", args=[unit.pk])).content.decode()


def test_a_unit_moves_below_another_but_never_below_itself(officer: Client) -> None:
    top, unit = make_unit("Dinas Atas"), make_unit("Dinas Bawah")
    inner = make_unit("Bidang", parent=unit)

    refused = post(officer, "change_unit", unit, name=unit.name, parent=inner.pk)
    assert refused.status_code == 422
    assert "di bawah dirinya sendiri" in refused.content.decode()

    assert post(officer, "change_unit", unit, name=unit.name, parent=top.pk).status_code == 302
    unit.refresh_from_db()
    assert unit.parent_id == top.pk


def test_a_new_unit_stands_below_the_one_it_was_opened_in(officer: Client) -> None:
    top = make_unit("Dinas Atas")
    answer = post(officer, "open_unit", top, name="Bidang Baru", echelon="III.b")
    made = OrgUnit.objects.get(name="Bidang Baru")
    assert answer["Location"] == reverse("personnel:unit", args=[made.pk])
    assert (made.parent_id, made.echelon, bool(made.siasn_id)) == (top.pk, "III.b", True)
    twice = post(officer, "open_unit", top, name="Bidang Lain", siasn_id=made.siasn_id)
    assert twice.status_code == 422
    assert "sudah ada" in twice.content.decode()


def test_a_unit_closes_with_its_empty_seats_and_not_while_somebody_works_there(officer: Client) -> None:
    unit = make_unit("Bidang Usang")
    seat = make_seat(unit)
    reason = "Dilebur menurut Perda 3 Tahun 2026."
    person = make_employee("Budi Santoso", unit=unit)
    refused = post(officer, "close_unit", unit, reason=reason)
    assert refused.status_code == 422
    assert "1 pegawai" in refused.content.decode()

    EmployeeCurrent.objects.filter(pk=person.pk).update(unit=None)
    assert post(officer, "close_unit", unit, reason=reason).status_code == 302
    assert Seat.objects.get(pk=seat.pk).closed_on == date(2026, 11, 1)
    assert "sudah ditutup" in officer.get(reverse("personnel:unit", args=[unit.pk])).content.decode()
    assert officer.get(reverse("personnel:change_unit", args=[unit.pk])).status_code == 404


@pytest.mark.parametrize(
    ("day", "sentence"), [("1/12/2026", "Belum terjadi"), ("1/1/2010", "Sudah ada perubahan"), ("31/2/2026", "")]
)
def test_a_wrong_day_is_refused_at_its_field_and_nothing_is_stored(officer: Client, day: str, sentence: str) -> None:
    unit = make_unit("Dinas Lama")
    answer = post(officer, "change_unit", unit, name="Dinas Baru", effective_from=day)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    unit.refresh_from_db()
    assert unit.name == "Dinas Lama"


def test_everything_missing_says_so_at_each_field(officer: Client) -> None:
    unit = make_unit("Dinas Lama")
    answer = officer.post(reverse("personnel:change_unit", args=[unit.pk]), {"name": "x" * 400})
    assert answer.status_code == 422
    assert answer.content.decode().count("Belum diisi") >= 4
