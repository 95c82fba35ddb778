"""Superiors who leave, deputies who come, people who leave the service: whose SKP goes where, and what ends."""

from datetime import date
from typing import Any

import pytest

from jenjang.kernel import clock
from jenjang.kernel import jobs as kernel_jobs
from jenjang.kernel.models import Job, Notice
from jenjang.kernel.queries import law_on
from jenjang.performance import evaluations, exchange, following, jobs, planning, skps, tallies
from jenjang.performance.models import SKP, Evaluation, PerformanceYear
from jenjang.performance.papers import Parties
from jenjang.performance.planning import Draft
from jenjang.performance.queries_patterns import pattern_of
from jenjang.personnel import actions as personnel
from jenjang.personnel.models import StatusRecord
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import BY, DECREE, give_position, make_employee, make_unit

LEFT, DAY = date(2026, 8, 1), date(2026, 8, 3)


@pytest.fixture
def above(cast: Cast) -> made.Team:
    return made.make_team(cast.rahmat, cast.hendra)


@pytest.fixture
def team(cast: Cast, above: made.Team) -> made.Team:
    return made.make_team(cast.yuliana, cast.sri, parent=above.unit)


@pytest.fixture
def skp(team: made.Team) -> SKP:
    return made.make_skp(team, state="ditetapkan")


def leave(person: Any, since: date = LEFT) -> StatusRecord:
    with clock.frozen(DAY):
        return personnel.transfer_out(
            employee=person, destination="Kota Lain", effective_from=since, decree=DECREE, by=BY
        )


def follow() -> following.Followed:
    with clock.frozen(DAY):
        return following.follow_all(on=DAY)


def appraiser(skp: SKP) -> Any:
    return SKP.objects.get(pk=skp.pk).appraiser


def test_the_team_of_a_superior_who_left_goes_to_who_leads_above_and_all_are_told(
    team: made.Team, above: made.Team, skp: SKP
) -> None:
    leave(team.head)
    found = follow()
    assert (found.handed, appraiser(skp)) == (1, above.head)
    assert skp.dialogue.get().text == f"Pejabat penilai sekarang {above.head_user.name}, menurut garis penilaian."
    for user, words in ((team.member_user, "Pejabat penilai sekarang"), (above.head_user, "menilai kinerja 1 pegawai")):
        assert Notice.objects.filter(user=user, text__contains=words).count() == 1
    assert follow().said.startswith("0 SKP beralih")


def test_what_served_the_former_leader_keeps_it_when_it_is_reworded(team: made.Team, skp: SKP) -> None:
    leaders = made.add_result(made.start(team.head), "Data andal")
    first = skp.results.first()
    planning.join(result=first, parent=leaders, by=team.member_user)
    leave(team.head)
    follow()
    skp.refresh_from_db()
    skps.begin_change(skp=skp, by=team.member_user, reason="Pimpinan berganti.")
    draft = Draft("Laporan tersusun tepat waktu", parent=leaders.pk)
    assert planning.change_result(result=first, draft=draft, by=team.member_user).parent == leaders


def test_what_was_rated_keeps_who_rated_it_and_what_is_rated_anew_names_the_next(
    team: made.Team, above: made.Team
) -> None:
    signed = made.make_evaluation(team, period=1, state="diterima")
    rated = made.make_evaluation(team, period=2, state="dinilai")
    leave(team.head)
    follow()
    (row,) = exchange.rows_of(team.year, 1)
    assert (row["penilaiNipNrp"], Parties.of(Evaluation.objects.get(pk=signed.pk)).appraiser) == (
        team.head.nip, team.head.current,
    )  # fmt: skip
    assert [pattern_of(one.pk, team.year, 2, law_on(DAY)) is None for one in (team.head, above.head)] == [False, True]
    again = Evaluation.objects.get(pk=rated.pk)
    ratings = {"result_rating": "sesuai_ekspektasi", "behaviour_rating": "di_atas_ekspektasi"}
    evaluations.rate(evaluation=again, **ratings, by=above.head_user, on=DAY, reason="Dibaca lagi oleh penilai baru.")
    assert again.appraiser_id == above.head.pk
    assert [pattern_of(one.pk, team.year, 2, law_on(DAY)) is None for one in (team.head, above.head)] == [True, False]


def test_what_the_head_of_the_region_rated_is_not_said_of_who_appraises_since(
    team: made.Team, above: made.Team, cast: Cast
) -> None:
    one = made.make_evaluation(team, period=1, state="diterima")
    SKP.objects.filter(pk=one.skp_id).update(appraiser=None, by_authority=True)
    assert follow().handed == 1
    (row,) = exchange.rows_of(team.year, 1)
    kept = Evaluation.objects.get(pk=one.pk)
    assert (row["penilaiNipNrp"], Parties.of(kept).appraiser, kept.skp.appraiser) == ("", None, team.head)
    assert pattern_of(team.head.pk, team.year, 1, law_on(DAY)) is None


def test_a_deputy_takes_the_team_and_gives_it_back_to_the_next_head(
    team: made.Team, cast: Cast, skp: SKP, above: made.Team
) -> None:
    leave(team.head)
    deputy = make_employee("Wakil Rekaan", unit=above.unit, title="Analis Kebijakan")
    seat = team.unit.seats.get(is_head=True)
    with clock.frozen(DAY):
        give_position(
            deputy, "administrator", since=LEFT, title=seat.title, unit=team.unit, seat=seat, assignment="plt",
            until=date(2026, 12, 31),
        )  # fmt: skip
    follow()
    assert appraiser(skp) == deputy
    coming = make_employee("Kepala Baru", seat=seat)
    follow()
    assert appraiser(skp) == coming


def test_who_led_the_unit_is_not_appraised_by_who_leads_it_now(team: made.Team, above: made.Team) -> None:
    own = made.start(team.head)
    seat = team.unit.seats.get(is_head=True)
    SKP.objects.filter(pk=own.pk).update(title=seat.title)
    leave(team.head)
    make_employee("Kepala Baru", seat=seat)
    assert (follow().handed, appraiser(own)) == (0, above.head)
    leave(above.head)
    follow()
    assert SKP.objects.get(pk=own.pk).by_authority


def test_whom_the_office_chose_stays_until_he_leaves_the_service(team: made.Team, above: made.Team, skp: SKP) -> None:
    chosen = make_employee("Penilai Pilihan", unit=above.unit, title="Analis Kebijakan")
    skps.change_appraiser(skp=skp, appraiser=chosen, by=above.head_user, reason="Kepala bidang cuti besar.")
    follow()
    assert appraiser(skp) == chosen
    leave(chosen)
    follow()
    assert (appraiser(skp), SKP.objects.get(pk=skp.pk).appraiser_chosen) == (team.head, False)


def test_a_year_that_is_over_stays_with_who_led_in_it(team: made.Team, above: made.Team, skp: SKP) -> None:
    with clock.frozen(DAY):
        give_position(team.head, "administrator", since=LEFT, title="Kepala Bidang Lain", unit=make_unit("Bidang Lain"))
    with clock.frozen(date(2027, 1, 5)):
        following.follow_all(on=date(2027, 1, 5))
    assert appraiser(skp) == team.head
    follow()
    assert appraiser(skp) == above.head


def test_who_leaves_the_service_is_appraised_for_the_months_until_then(team: made.Team, skp: SKP) -> None:
    leave(team.member)
    assert follow().ended == 1
    skp.refresh_from_db()
    assert skp.until == date(2026, 7, 31)
    assert sorted(skp.evaluations.values_list("period", "last")) == [
        (0, date(2026, 7, 31)), (1, date(2026, 3, 31)), (2, date(2026, 6, 30)), (3, date(2026, 7, 31)),
    ]  # fmt: skip
    assert tallies.differences(team.year) == []
    assert follow().ended == 0


def test_a_leave_that_was_recorded_by_mistake_leaves_no_trace(team: made.Team, skp: SKP) -> None:
    record = leave(team.member)
    follow()
    with clock.frozen(DAY):
        personnel.cancel(record=record, reason="Salah orang.", decree=DECREE, by=BY)
    assert follow().resumed == 1
    skp.refresh_from_db()
    assert (skp.until, skp.evaluations.count()) == (None, 5)
    assert skp.evaluations.get(period=0).last == date(2026, 12, 31)
    assert tallies.differences(team.year) == []


def test_each_night_and_on_a_tap_of_the_office(
    team: made.Team, above: made.Team, cast: Cast, skp: SKP, client: Any, sign_in: Any, freeze: Any
) -> None:
    leave(team.head)
    freeze(DAY)
    sign_in(client, cast.lestari).post("/kinerja/tahun/penilai/sesuaikan/")
    kernel_jobs.run_pending()
    assert Job.objects.get().result.startswith("1 SKP beralih ke penilai yang sekarang")
    assert "Sistem" in client.get(skp.get_absolute_url()).content.decode()
    leave(above.head)
    jobs.follow_line()
    assert SKP.objects.get(pk=skp.pk).by_authority
    PerformanceYear.objects.update(state="ditutup")
    assert follow().said == (
        "0 SKP beralih ke penilai yang sekarang, 0 diakhiri karena pegawainya tidak lagi aktif, 0 dilanjutkan."
    )
