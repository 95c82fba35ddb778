"""What the database counts for a whole city is what the law counts for one person. All people are invented."""

from datetime import date

import pytest

from jenjang.kernel import policy
from jenjang.law.spans import full_months
from jenjang.personnel import bulk_facts
from jenjang.selection import gathering
from jenjang.selection.criteria import Terms
from jenjang.selection.runs import database_time
from tests.factories import people

ON = date(2026, 11, 17)
BOUNDARIES = (
    (date(2024, 1, 31), date(2024, 2, 28)),
    (date(2024, 1, 31), date(2024, 2, 29)),
    (date(2025, 1, 31), date(2025, 2, 28)),
    (date(2024, 2, 29), date(2025, 2, 27)),
    (date(2024, 2, 29), date(2025, 2, 28)),
    (date(2024, 2, 29), date(2028, 2, 28)),
    (date(2024, 2, 29), date(2028, 2, 29)),
    (date(2023, 11, 17), date(2026, 11, 16)),
    (date(2023, 11, 17), date(2026, 11, 17)),
    (date(2023, 11, 17), date(2026, 11, 18)),
    (date(2026, 8, 31), date(2026, 9, 29)),
    (date(2026, 8, 31), date(2026, 9, 30)),
    (date(2025, 12, 31), date(2026, 1, 1)),
    (date(2026, 4, 30), date(2026, 5, 30)),
    (date(2026, 11, 17), date(2026, 11, 17)),
)


def career_of(employee, on: date) -> bulk_facts.Career:
    return bulk_facts.careers(on=on, known_at=database_time(), ids=[employee.pk])[employee.pk]


@pytest.mark.parametrize(("since", "until"), BOUNDARIES)
def test_months_in_a_post_are_the_completed_months_of_the_law(db, since, until):
    employee = people.make_employee(appointed=date(2010, 1, 1), kind="pengawas", position_since=since)
    assert career_of(employee, until).held == [["pengawas", "tidak_ada", full_months(since, until)]]


def test_months_agree_with_the_law_on_every_day_around_the_ends_of_months(db):
    from django.db import connection

    counted = bulk_facts._months("f.day", "l.day")
    days = "generate_series(date '2023-12-27', date '2025-03-02', '1 day')"
    spans = f"""
        SELECT f.day, l.day, {counted} FROM (SELECT d::date AS day FROM {days} d) l,
          (SELECT d::date AS day FROM {days} d WHERE date_part('day', d) > 26 OR date_part('day', d) < 3) f
    """  # noqa: S608 - both parts stand in this test
    with connection.cursor() as cursor:
        cursor.execute(spans)
        rows = cursor.fetchall()
    assert len(rows) > 30_000
    assert [row for row in rows if row[2] != full_months(row[0], row[1])] == []


def test_posts_of_one_kind_without_a_gap_are_one_span_and_a_gap_begins_another(db):
    employee = people.make_employee(appointed=date(2010, 1, 1), kind="pengawas", position_since=date(2020, 1, 15))
    people.give_position(employee, "pengawas", since=date(2021, 1, 31), title="Kepala Seksi Lain")
    assert career_of(employee, date(2021, 3, 14)).held == [["pengawas", "tidak_ada", 13]]
    people.give_position(employee, "pengawas", since=date(2022, 1, 10), title="Kepala Seksi", until=date(2022, 3, 31))
    people.give_position(employee, "pengawas", since=date(2022, 7, 1), title="Kepala Seksi")
    first, second = full_months(date(2020, 1, 15), date(2022, 3, 31)), full_months(date(2022, 7, 1), date(2023, 7, 1))
    assert career_of(employee, date(2023, 7, 1)).held == [["pengawas", "tidak_ada", first + second]]


def test_the_present_post_comes_from_the_newest_record_and_breadth_from_all(db):
    one, other = people.make_unit("Dinas Satu"), people.make_unit("Dinas Dua")
    employee = people.make_employee(
        appointed=date(2010, 1, 1), kind="pelaksana", position_since=date(2015, 1, 1), unit=one
    )
    assert career_of(employee, date(2016, 1, 1)).several_units is False
    people.give_position(employee, "pengawas", since=date(2020, 1, 1), unit=other)
    career = career_of(employee, date(2026, 1, 1))
    assert (career.kind, career.career_level, career.several_units, career.outside) == (
        "pengawas", "tidak_ada", True, False,
    )  # fmt: skip
    assert career.held == [["pelaksana", "tidak_ada", 60], ["pengawas", "tidak_ada", 72]]


def test_time_in_grade_begins_when_the_grade_became_this_one(db):
    employee = people.make_employee(appointed=date(2010, 1, 1), grade="III/c", grade_since=date(2018, 4, 1))
    people.give_rank(employee, "III/d", date(2022, 4, 1))
    people.give_rank(employee, "III/d", date(2024, 1, 1), years=14)
    (person,) = bulk_facts.people(on=date(2026, 11, 17), known_at=database_time(), ids=[employee.pk])
    assert (person.grade, person.grade_since) == ("III/d", "2022-04-01")


def test_blocks_hold_everybody_once_and_the_last_size_repeats(db):
    keys = sorted(people.make_employee().pk for _ in range(6))
    found = list(bulk_facts.blocks([1, 2]))
    assert [sum(key in block for key in keys) for block in found] == [1, 2, 2, 1]
    assert all(sum(key in block for block in found) == 1 for key in keys)


def test_a_city_read_in_blocks_is_the_city_read_at_once(db, monkeypatch):
    keys = sorted(people.make_employee().pk for _ in range(5))
    asked = {
        "terms": Terms("tim_penilai", "administrator"), "law": policy.law_on(ON), "on": ON, "known_at": database_time(),
    }  # fmt: skip
    monkeypatch.setattr(gathering, "_BLOCKS", (1, 2))
    in_blocks = list(gathering.gather(**asked))
    assert in_blocks == list(gathering.gather(**asked, ids=keys))
    assert [one.person for one in in_blocks] == keys
