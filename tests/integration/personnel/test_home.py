"""Beranda dan malam: what waits for officers, what comes next by law, and what the night brings into effect."""

from datetime import date

import pytest

from jenjang.personnel import home, jobs
from jenjang.personnel.models import EmployeeCurrent
from tests.access.personnel import samples
from tests.factories.people import give_rank, make_employee

DAY = date(2026, 11, 23)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(DAY)


def test_what_comes_next_is_what_the_rules_give(cast):
    make_employee(user=cast.sri, grade="III/c", grade_since=date(2024, 4, 1), birth=date(1985, 3, 17))
    found = {item.title: item for item in home.coming(cast.sri, DAY)}
    assert found["Kenaikan gaji berkala"].on == date(2028, 4, 1)
    assert found["Kenaikan pangkat reguler ke III/d"].on == date(2028, 4, 1)
    assert found["Pensiun"].on == date(2043, 4, 1)
    assert next(iter(found.values())).on == DAY  # where the person stands today comes first
    assert all(item.cites for item in found.values() if item.on != DAY)


def test_who_reached_the_ceiling_of_the_diploma_is_promised_no_promotion(cast):
    make_employee(user=cast.sri, grade="III/d", education="s1")
    assert not [item for item in home.coming(cast.sri, DAY) if item.title.startswith("Kenaikan pangkat")]


def test_an_account_without_a_record_is_promised_nothing(cast):
    assert list(home.coming(cast.marlina, DAY)) == []


def test_requests_wait_for_officers_only(cast):
    samples(cast)
    assert [item.title for item in home.waiting(cast.lestari, DAY)] == ["1 permintaan perbaikan data menunggu"]
    assert list(home.waiting(cast.sri, DAY)) == []


def test_the_night_brings_a_dated_rank_into_effect(freeze):
    person = make_employee(grade="III/c")
    give_rank(person, "III/d", date(2026, 12, 1))
    assert EmployeeCurrent.objects.get(employee=person).grade == "III/c"
    freeze(date(2026, 12, 1))
    jobs.refresh_by_day()
    assert EmployeeCurrent.objects.get(employee=person).grade == "III/d"
