"""The board of who is behind: exact per unit, narrowed to whom one works with, and reminders that never nag."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from jenjang.kernel.models import Notice
from jenjang.performance import queries_steering as steering
from jenjang.performance import reminding, skps
from jenjang.performance.models import Reminder
from jenjang.personnel.actions import refresh_current
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import make_employee, make_unit

DAY = date(2026, 4, 14)


@pytest.fixture
def team(cast: Cast) -> made.Team:
    root = make_unit("Pemerintah Contoh")
    return made.make_team(cast.yuliana, cast.sri, parent=root)


def row(cast: Cast, team: made.Team) -> steering.Row:
    refresh_current()
    (found,) = steering.board(cast.lestari, team.year, 1, None)
    return found


def test_everybody_without_a_running_skp_is_counted_and_named(cast: Cast, team: made.Team) -> None:
    assert row(cast, team).counts[steering.UNPLANNED] == 2
    made.make_skp(team)
    found = row(cast, team)
    assert (found.counts[steering.UNPLANNED], found.counts[steering.UNAGREED]) == (1, 1)
    names = steering.people_behind(cast.lestari, team.year, 1, steering.UNPLANNED, None)
    assert [one.pk for one in names] == [team.head.pk]


def test_an_ended_skp_does_not_hide_that_the_next_is_missing(cast: Cast, team: made.Team) -> None:
    skp = made.make_skp(team, state="ditetapkan")
    skps.end(skp=skp, until=date(2026, 6, 30), by=cast.sri)
    assert row(cast, team).counts[steering.UNPLANNED] == 2


def test_each_step_of_an_evaluation_moves_the_number_along(cast: Cast, team: made.Team) -> None:
    for state, code in (("terbuka", steering.UNFILLED), ("diisi", steering.UNRATED)):
        made.make_evaluation(team, state=state)
        assert row(cast, team).counts[code] == 1


def test_a_leader_sees_the_own_units_only(cast: Cast, team: made.Team) -> None:
    other = make_unit("Dinas Lain", parent=team.unit.parent)
    make_employee("Orang Lain", unit=other)
    refresh_current()
    assert [one.name for one in steering.board(cast.yuliana, team.year, 1, None)] == ["Bidang Contoh"]


def test_nobody_is_reminded_twice_in_a_week_by_whomever(cast: Cast, team: made.Team) -> None:
    keys = [team.member.pk, team.head.pk]
    assert reminding.remind(employees=keys, about=steering.UNPLANNED, by=cast.lestari, on=DAY) == 2
    assert reminding.remind(employees=keys, about=steering.UNFILLED, by=cast.rahmat, on=DAY + timedelta(days=2)) == 0
    assert Notice.objects.filter(user=cast.sri, text__contains="SKP Anda").count() == 1


def test_the_pause_runs_from_the_last_reminder_also_across_a_monday(cast: Cast, team: made.Team) -> None:
    reminding.remind(employees=[team.member.pk], about=steering.UNPLANNED, by=cast.lestari, on=DAY)
    sent = Reminder.objects.get()
    day = sent.at.date()
    assert steering.reminded_since([team.member.pk], day + timedelta(days=6)) == {team.member.pk}
    assert steering.reminded_since([team.member.pk], day + timedelta(days=7)) == set()


def test_the_board_page_asks_no_more_however_many_people_there_are(
    cast: Cast, team: made.Team, client: Client, sign_in: Callable[..., Client], django_assert_max_num_queries: Callable
) -> None:
    for number in range(12):
        make_employee(f"Orang {number}", unit=team.unit)
    sign_in(client, cast.lestari)
    with django_assert_max_num_queries(15):
        page = client.get("/kinerja/pantau/?tahun=2026&masa=1").content.decode()
    assert "Siapa masih ditunggu?" in page
    with django_assert_max_num_queries(15):
        listed = client.get("/kinerja/pantau/orang/?apa=belum_skp").content.decode()
    assert "Orang 3" in listed


def test_reminding_reaches_only_whom_the_list_holds(
    cast: Cast, team: made.Team, client: Client, sign_in: Callable[..., Client]
) -> None:
    made.make_skp(team)
    refresh_current()
    sign_in(client, cast.lestari)
    sent = {"tahun": "2026", "masa": "1", "apa": "belum_skp", "pegawai": [str(team.member.pk), str(team.head.pk), "x"]}
    client.post("/kinerja/pantau/ingatkan/", sent)
    assert list(Reminder.objects.values_list("employee_id", flat=True)) == [team.head.pk]
