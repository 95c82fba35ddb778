"""Temuan data: each is there when the records show it, and gone on the other side of its threshold."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from jenjang.competency.models import CompetencyRecord
from jenjang.insight import actions, jobs, presenters, queries
from jenjang.insight.models import SignalReading
from jenjang.kernel import clock
from jenjang.law.spans import add_months
from jenjang.learning.models import CourseRecord
from jenjang.performance import evaluations
from jenjang.personnel.models import KinshipRecord
from jenjang.selection import candidates
from tests.cast import Cast
from tests.factories import panels, people
from tests.factories import performance as made
from tests.factories.selection import ON, make_candidate, make_run, make_vacancy

TODAY = date(2026, 11, 2)
ABOVE, MEETS = "di_atas_ekspektasi", "sesuai_ekspektasi"


def signals(cast: Cast) -> list[presenters.Signal]:
    """Read anew, as the personnel office sees it."""
    actions.read(on=TODAY)
    return presenters.signals(queries.newest(cast.lestari))


def lines(cast: Cast, title: str) -> list[str]:
    """The names under one title, as the personnel office reads them."""
    return [line.name for one in signals(cast) if one.title == title for line in one.lines]


def staff(count: int, unit: Any) -> list[Any]:
    return [people.make_employee(f"Pegawai {number}", unit=unit) for number in range(count)]


def learn(employee: Any, day: date) -> None:
    people.give(
        CourseRecord, employee, day, name="Pelayanan prima", kind="Teknis", organizer="Badan Contoh", finished_on=day,
        lesson_hours=20, certificate_number="",
    )  # fmt: skip


def test_a_unit_in_which_nobody_was_trained_is_named_from_five_people_on(cast: Cast) -> None:
    unit, small = people.make_unit("Puskesmas Contoh"), people.make_unit("Kelurahan Contoh")
    team = staff(5, unit)
    staff(4, small)
    learn(team[0], add_months(TODAY, -24))
    assert lines(cast, "Unit tanpa pelatihan") == ["Puskesmas Contoh"]
    learn(team[1], add_months(TODAY, -24) + timedelta(days=1))
    assert lines(cast, "Unit tanpa pelatihan") == []


@pytest.mark.parametrize(("count", "score", "named"), [(3, "79.99", True), (3, "80", False), (2, "40", False)])
def test_a_unit_below_the_standard_is_named_when_three_were_assessed(
    cast: Cast, count: int, score: str, named: bool
) -> None:
    for one in staff(count, people.make_unit("Bidang Statistik")):
        people.give(CompetencyRecord, one, date(2025, 8, 25), achieved="{}", score=Decimal(score))
    assert lines(cast, "Unit yang kekurangan kompetensi") == (["Bidang Statistik"] if named else [])


def test_only_the_newest_assessment_of_each_counts(cast: Cast) -> None:
    for one in staff(3, people.make_unit("Bidang Statistik")):
        people.give(CompetencyRecord, one, date(2024, 8, 25), achieved="{}", score=Decimal(50))
        people.give(CompetencyRecord, one, date(2025, 8, 25), achieved="{}", score=Decimal(90))
    assert lines(cast, "Unit yang kekurangan kompetensi") == []


def test_who_stands_still_is_named_from_the_day_on_which_the_years_are_full(cast: Cast) -> None:
    since = add_months(TODAY, -12 * 7)
    people.make_employee("Rusdi", grade_since=since, position_since=since)
    people.make_employee("Nurul", grade_since=since, position_since=since + timedelta(days=1))
    people.make_employee("Salma", grade_since=since + timedelta(days=1), position_since=since)
    assert lines(cast, "Pegawai yang lama di tempat") == ["Rusdi"]


def test_an_appraiser_who_rates_all_alike_is_named_with_the_pattern(cast: Cast) -> None:
    team = made.make_team(cast.yuliana, cast.sri)
    made.add_members(team, 5)
    for number, one in enumerate(made.evaluations_of(team)):
        ratings = (ABOVE, ABOVE) if number == 0 else (MEETS, MEETS)
        evaluations.rate(
            evaluation=one, result_rating=ratings[0], behaviour_rating=ratings[1], by=team.head_user, on=made.RATED_ON
        )
    assert lines(cast, "Penilai yang menilai lain dari yang lain") == []
    made.add_members(team, 8)
    for one in made.evaluations_of(team):
        if not one.predicate:
            evaluations.rate(
                evaluation=one, result_rating=MEETS, behaviour_rating=MEETS, by=team.head_user, on=made.RATED_ON
            )
    assert lines(cast, "Penilai yang menilai lain dari yang lain") == [team.head.current.full_name]


def test_a_member_who_is_a_candidates_relative_is_named_and_the_candidate_is_not(cast: Cast) -> None:
    with clock.frozen(ON):
        ratna = people.make_employee("Ratna Sari", user=cast.ratna, kind="jpt_pratama")
        dedi, rina = make_candidate("Dedi Kurniawan"), make_candidate("Rina Wulandari", technical="90")
        people.give(
            KinshipRecord, ratna, date(1990, 1, 1), relation="adik", relative_name="Dedi", relative_employee=dedi
        )
        vacancy = make_vacancy(cast.lestari)
        make_run(vacancy, cast.lestari)
        panels.say_willing(vacancy, [dedi, rina], cast.lestari)
        panels.make_board(cast, vacancy)
        assert lines(cast, "Penilai yang terikat dengan calon") == []
        candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=ON)
    (line,) = next(one for one in signals(cast) if one.title == "Penilai yang terikat dengan calon").lines
    assert line.name == "Ratna Sari"
    assert "tidak menilai 1 calon; 1 di antaranya ditemukan dari data" in line.said
    assert "Dedi" not in line.said + line.place


def test_the_page_asks_no_more_with_more_people(
    client: Any, cast: Cast, sign_in: Any, django_assert_max_num_queries: Any
) -> None:
    for number in range(4):
        staff(5, people.make_unit(f"Unit {number}"))
    actions.read(on=TODAY)
    sign_in(client, cast.lestari)
    with django_assert_max_num_queries(15):
        page = client.get("/temuan/").content.decode()
    assert "Unit tanpa pelatihan" in page
    assert "Unit 3" in page


def test_before_the_first_reading_the_page_says_so_and_the_personnel_office_may_read_now(
    client: Any, cast: Cast, sign_in: Any
) -> None:
    staff(5, people.make_unit("Puskesmas Contoh"))
    sign_in(client, cast.nurhayati)
    page = client.get("/temuan/").content.decode()
    assert "Belum dibaca" in page
    assert "Baca ulang" not in page
    sign_in(client, cast.lestari)
    assert "Puskesmas Contoh" in client.post("/temuan/baca/", follow=True).content.decode()


def test_each_night_one_reading_takes_the_place_of_the_last(cast: Cast) -> None:
    jobs.read_signals()
    first = SignalReading.objects.get()
    jobs.read_signals()
    assert SignalReading.objects.get().pk > first.pk
    assert not any(one.lines for one in presenters.signals(queries.newest(cast.lestari)))


def test_a_person_who_was_erased_and_a_unit_that_was_renamed_since_do_not_spoil_the_page(cast: Cast) -> None:
    since = add_months(TODAY, -12 * 8)
    people.make_employee("Rusdi", grade_since=since, position_since=since)
    salma = people.make_employee("Salma", grade_since=since, position_since=since)
    unit = people.make_unit("Unit Lama")
    staff(5, unit)
    signals(cast)
    salma.current.delete()
    unit.name = "Unit Baru"
    unit.save()
    found = presenters.signals(queries.newest(cast.lestari))
    names = {one.title: [line.name for line in one.lines] for one in found}
    assert names["Pegawai yang lama di tempat"] == ["Rusdi"]
    assert names["Unit tanpa pelatihan"] == ["Unit Baru"]
