"""Nominatif: who sees whom, what is found, and what a page costs."""

from datetime import date
from io import BytesIO

import pytest
import python_calamine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jenjang.personnel import listing, posts, projection, queries
from jenjang.personnel.listing import Filter, page_of
from jenjang.personnel.models import EmployeeCurrent
from tests.factories.people import give_position, make_employee, make_seat, make_unit


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(date(2026, 11, 23))


def names(page):
    return [row.full_name for row in page.rows]


def test_employee_sees_only_the_own_record(cast):
    own = make_employee("Sri Wahyuni", user=cast.sri)
    make_employee("Orang Lain")
    assert [row.employee_id for row in queries.visible_to(cast.sri)] == [own.pk]


def test_head_sees_the_people_of_the_unit_and_below_but_not_beside(cast):
    office = make_unit("Dinas A")
    below, beside = make_unit("Bidang A1", parent=office), make_unit("Dinas B")
    make_employee(
        "Yuliana Putri", seat=make_seat(office, "Kepala Dinas A", "jpt_pratama", is_head=True), user=cast.yuliana
    )
    make_employee("Anak Buah", unit=below)
    make_employee("Orang Dinas Lain", unit=beside)
    assert {row.name for row in queries.visible_to(cast.yuliana)} == {"Yuliana Putri", "Anak Buah"}


def test_unit_officer_sees_the_unit_of_the_grant(cast):
    from jenjang.organization.models import OrgUnit

    health = make_unit("Dinas Kesehatan")
    OrgUnit.objects.filter(pk=health.pk).update(siasn_id="unor-kesehatan")
    make_employee("Perawat Contoh", unit=health)
    make_employee("Guru Contoh", unit=make_unit("Dinas Pendidikan"))
    assert [row.name for row in queries.visible_to(cast.dewi)] == ["Perawat Contoh"]


def test_who_cares_for_one_unit_and_leads_another_opens_private_data_only_in_the_first(client, cast, sign_in):
    from jenjang.organization.models import OrgUnit

    health, office = make_unit("Dinas Kesehatan"), make_unit("Dinas A")
    OrgUnit.objects.filter(pk=health.pk).update(siasn_id="unor-kesehatan")
    make_employee("Dewi", seat=make_seat(office, "Kepala Dinas A", "jpt_pratama", is_head=True), user=cast.dewi)
    nurse, led = make_employee("Perawat Contoh", unit=health), make_employee("Anak Buah", unit=office)
    sign_in(client, cast.dewi)
    for person, opens in ((nurse, True), (led, False)):
        page = client.get(f"/pegawai/{person.nip}/").content.decode()
        assert ("riwayat=keluarga" in page) is opens
        assert ("/data-pribadi/" in page) is opens
        assert client.get(f"/pegawai/{person.nip}/data-pribadi/").status_code == (200 if opens else 404)
        book = client.get(f"/pegawai/{person.nip}/riwayat.xlsx")
        sheets = python_calamine.CalamineWorkbook.from_filelike(BytesIO(book.content)).sheet_names
        assert ("Keluarga" in sheets) is opens, sheets


def test_officer_and_inspectorate_see_everybody(cast):
    make_employee("Satu")
    make_employee("Dua")
    for user in (cast.lestari, cast.nurhayati):
        assert queries.visible_to(user).count() == 2
    assert queries.visible_to(cast.budi).count() == 0


def test_exact_nip_comes_first_then_names_that_begin_so(cast):
    make_employee("Budi Hartono")
    make_employee("Hartono Budi")
    person = make_employee("Zainal Abidin")
    assert names(page_of(cast.lestari, Filter(text=person.nip))) == ["Zainal Abidin"]
    assert names(page_of(cast.lestari, Filter(text="hartono"))) == ["Hartono Budi", "Budi Hartono"]


@pytest.mark.parametrize("typed", ["Hendra Sapurta", "hedra saputra", "HENDRA SAPUTR"])
def test_mistyped_name_is_found(cast, typed):
    make_employee("Hendra Saputra")
    make_employee("Lestari Maharani")
    assert names(page_of(cast.lestari, Filter(text=typed))) == ["Hendra Saputra"]


def test_mistyped_nip_is_found(cast):
    person = make_employee("Hendra Saputra", birth=date(1986, 1, 18), sex="L")
    make_employee("Lestari Maharani", birth=date(1971, 7, 22))
    wrong = person.nip[:9] + ("1" if person.nip[9] != "1" else "2") + person.nip[10:]
    page = page_of(cast.lestari, Filter(text=wrong))
    assert page.alike
    assert names(page)[0] == "Hendra Saputra"


def test_filters_narrow_and_total_is_exact_for_the_whole(cast):
    unit = make_unit("Dinas A")
    make_employee("Satu", unit=unit, grade="III/d")
    make_employee("Dua", unit=make_unit("Bidang", parent=unit), grade="III/c")
    make_employee("Tiga", grade="III/c")
    assert page_of(cast.lestari, Filter()).total == 3
    assert names(page_of(cast.lestari, Filter(unit=unit.pk))) == ["Dua", "Satu"]
    assert names(page_of(cast.lestari, Filter(grade="III/d"))) == ["Satu"]
    assert names(page_of(cast.lestari, Filter(retiring_by=date(2040, 1, 1)))) == []


def test_pages_go_forward_and_back_without_losing_equal_names(cast, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 2)
    made = [make_employee(name).pk for name in ("Ani", "Budi", "Budi", "Budi", "Citra")]
    first = page_of(cast.lestari, Filter())
    second = page_of(cast.lestari, Filter(), after=first.after)
    third = page_of(cast.lestari, Filter(), after=second.after)
    assert [row.id for page in (first, second, third) for row in page.rows] == made
    assert third.after is None
    back = page_of(cast.lestari, Filter(), before=third.before)
    assert [row.id for row in back.rows] == [row.id for row in second.rows]


def test_a_page_costs_few_queries(cast):
    for number in range(5):
        make_employee(f"Orang {number}")
    with CaptureQueriesContext(
        connection,
    ) as seen:
        page_of(cast.lestari, Filter())
    assert len(seen) <= 8


def test_a_search_is_leafed_through_to_its_end_and_nobody_comes_twice(cast, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 2)
    for name in ("Rahmat Hidayat", "Budi Rahmat", "Rahmat Hidayat", "Siti Rahmatia", "Rahmat Alim", "Orang Lain"):
        make_employee(name)
    seen, after = [], None
    for _ in range(4):
        page = page_of(cast.lestari, Filter(text="rahmat"), after=after)
        seen += [row.id for row in page.rows]
        assert page.total == 5
        after = page.after
        if after is None:
            break
    people = dict(EmployeeCurrent.objects.values_list("pk", "full_name"))
    assert [people[key] for key in seen] == [
        "Rahmat Alim", "Rahmat Hidayat", "Rahmat Hidayat", "Budi Rahmat", "Siti Rahmatia",
    ]  # fmt: skip
    assert len(set(seen)) == 5
    assert page_of(cast.lestari, Filter(text="rahmat"), after=0).rows  # a mark that is gone begins again


def test_a_search_counts_only_as_far_as_anybody_would_leaf(cast, monkeypatch, client, sign_in):
    monkeypatch.setattr(listing, "PAGE", 2)
    monkeypatch.setattr(listing, "FOUND_UP_TO", 3)
    for number in range(4):
        make_employee(f"Rahmat {'ABCD'[number]}")
    page = page_of(cast.lestari, Filter(text="rahmat"))
    assert (page.total, page.counted, len(page.rows)) == (None, 3, 2)
    assert "Lebih dari 3 pegawai" in sign_in(client, cast.lestari).get("/pegawai/?q=rahmat").content.decode()


def test_of_many_alike_the_nearest_is_still_first(cast, monkeypatch):
    monkeypatch.setattr(listing, "CANDIDATES", 3)
    for number in range(8):
        make_employee(f"Rahmat Hidayat {number}")
    make_employee("Rahmtu Hidayat")
    found = page_of(cast.lestari, Filter(text="rahmtuu"))
    assert found.alike
    assert found.rows[0].full_name.startswith("Rahmtu")


def test_the_tallies_know_who_sits_on_the_open_seats(cast):
    unit, other = make_unit("Dinas Satu"), make_unit("Dinas Dua")
    holder = make_employee("Sri Rahayu", seat=make_seat(unit))
    make_employee("Budi Santoso", unit=unit)
    assert (posts.totals([unit.pk]).holders, posts.totals([other.pk]).holders, posts.totals().holders) == (1, 0, 1)
    give_position(holder, "pelaksana", since=date(2026, 1, 5), unit=other)
    projection.refresh_current([holder.pk])
    assert posts.totals().holders == 0
