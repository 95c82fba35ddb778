"""Ceilings on what a page asks of the database: 15 queries for lists and forms, 25 for profiles and decisions.

Each page is opened in a small agency and again when it has many more people: the number of queries may not follow.
"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.people import make_employee, make_seat, make_unit

LIST, PROFILE = 15, 25
FEW, MANY = 2, 40


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(date(2026, 11, 23))


def queries_of(client, address):
    client.get(address)  # what is read once per process (law, templates) does not count
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    assert answer.status_code == 200, address
    return captured.captured_queries


@pytest.mark.parametrize(
    ("who", "address"),
    [
        ("lestari", "/beranda/"), ("hendra", "/beranda/"), ("lestari", "/pegawai/"), ("lestari", "/pegawai/?q=sri"),
        ("lestari", "/pegawai/?q=sir+rahyau"), ("lestari", "/pegawai/baru/"), ("lestari", "/pegawai/perbaikan/"),
        ("lestari", "/unit/"), ("lestari", "/peta-jabatan/"), ("lestari", "/lowongan/"), ("lestari", "/impor/"),
        ("nurhayati", "/buku-besar/"), ("lestari", "/kebijakan/"), ("lestari", "/peran/"), ("hendra", "/pemberitahuan/"),
        ("hendra", "/akun/"),
    ],
)  # fmt: skip
def test_lists_and_forms_stay_under_their_ceiling_at_any_size(client, cast, sign_in, who, address):
    unit = make_unit("Dinas Pendidikan")
    sign_in(client, getattr(cast, who))
    _people(unit, FEW)
    before = queries_of(client, address)
    _people(unit, MANY)
    after = queries_of(client, address)
    said = "\n".join(query["sql"][:160] for query in after)
    assert len(after) <= LIST, said
    assert len(after) <= len(before) + 1, said  # the count of a list that no longer fits one page


def test_a_profile_a_unit_and_a_seat_stay_under_their_ceiling(client, cast, sign_in):
    unit = make_unit("Dinas Pendidikan")
    seat = make_seat(unit)
    person = make_employee("Sri Rahayu", unit=unit)
    sign_in(client, cast.lestari)
    _people(unit, MANY)
    for address in (f"/pegawai/{person.nip}/", f"/unit/{unit.pk}/", f"/jabatan/{seat.pk}/"):
        found = queries_of(client, address)
        assert len(found) <= PROFILE, "\n".join(query["sql"][:160] for query in found)


def _people(unit, many):
    for number in range(many):
        make_employee(f"Sri Rahayu {number}", unit=unit)
