"""Who leaves service: the SKP ends with it, the team goes on under whoever leads it now, and no objection waits for ever."""

from datetime import date

import pytest

from jenjang.kernel import clock
from jenjang.kernel.models import Notice
from jenjang.performance import following, handing, queries_planning, queries_waiting, skps, tallies
from jenjang.performance.models import Evaluation, RatingDraft
from jenjang.performance.queries_evaluating import evaluation_for
from jenjang.personnel import actions as personnel
from jenjang.personnel.decrees import Decree
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import BY, make_employee, make_seat, make_unit

LEFT = date(2026, 7, 1)
DECREE = Decree("800/9/2026", date(2026, 6, 1), "Wali Kota Contoh")


@pytest.fixture
def team(cast: Cast) -> made.Team:
    """Sri under Yuliana under Hendra."""
    office = make_unit("Dinas Contoh")
    seat = make_seat(office, "Kepala Dinas Contoh", kind="jpt_pratama", is_head=True)
    make_employee("Hendra Saputra", user=cast.hendra, seat=seat)
    return made.make_team(cast.yuliana, cast.sri, parent=office)


def leaves(person: object, since: date = LEFT) -> None:
    personnel.retire(employee=person, effective_from=since, decree=DECREE, by=BY)


def ended(on: date = LEFT) -> int:
    return following.follow_all(on=on).ended


def test_the_skp_of_who_retires_ends_with_the_last_day_and_the_appraiser_hears_of_it(
    team: made.Team, cast: Cast
) -> None:
    skp = made.make_skp(team, state="ditetapkan")
    assert ended() == 0
    leaves(team.member)
    assert (ended(), ended()) == (1, 0)
    skp.refresh_from_db()
    assert skp.until == date(2026, 6, 30)
    spans = Evaluation.objects.filter(skp=skp).order_by("period").values_list("period", "last")
    assert list(spans) == [(0, date(2026, 6, 30)), (1, date(2026, 3, 31)), (2, date(2026, 6, 30))]
    assert Notice.objects.filter(user=cast.yuliana, text__contains="berakhir 30 Juni 2026").count() == 1
    assert tallies.differences(team.year) == []


def test_who_leaves_with_the_new_year_has_served_the_old_one_whole(team: made.Team) -> None:
    skp = made.make_skp(team, state="ditetapkan")
    with clock.frozen(date(2027, 1, 4)):
        leaves(team.member, date(2027, 1, 1))
        assert ended(date(2027, 1, 4)) == 0
    skp.refresh_from_db()
    assert skp.until is None


def test_a_plan_for_days_that_are_not_served_is_cancelled(team: made.Team) -> None:
    skp = made.make_skp(team, state="diajukan")
    leaves(team.member, date(2025, 12, 1))
    assert ended() == 1
    skp.refresh_from_db()
    assert skp.state == "dibatalkan"
    assert tallies.differences(team.year) == []


def test_who_comes_back_to_the_same_post_plans_from_that_day_on(team: made.Team, cast: Cast) -> None:
    made.make_skp(team, state="ditetapkan")
    leaves(team.member)
    ended()
    back = date(2026, 10, 1)
    personnel.transfer_in(nip=team.member.nip, origin="Kota Lain", effective_from=back, decree=DECREE, by=BY)
    cast.sri.asked = {}
    own = queries_planning.own_year(cast.sri, team.year, [team.year])
    assert own.may_start
    assert following.follow_all(on=back).resumed == 0
    again = skps.start(employee=team.member, year=team.year, by=cast.sri, on=back)
    assert again.effective_from == back
    with pytest.raises(skps.Refused, match="sudah ada"):
        skps.start(employee=team.member, year=team.year, by=cast.sri, on=back)


def test_the_team_of_who_left_goes_on_under_the_next_above_without_the_formers_drafts(
    team: made.Team, cast: Cast
) -> None:
    skp = made.make_skp(team, state="ditetapkan")
    one = made.make_evaluation(team, period=1, state="diisi")
    RatingDraft.objects.create(evaluation=one, result_rating="sesuai_ekspektasi", by=cast.yuliana)
    leaves(team.head)
    assert [following.follow_all(on=LEFT).handed for _ in range(2)] == [1, 0]
    skp.refresh_from_db()
    assert skp.appraiser == cast.hendra.employee
    assert not RatingDraft.objects.exists()
    told = Notice.objects.filter(text__contains="Pejabat penilai sekarang Hendra Saputra")
    assert cast.sri.pk in told.values_list("user", flat=True)


def test_an_objection_to_who_has_left_is_ruled_on_by_the_successor_or_the_head_of_the_region(
    team: made.Team, cast: Cast
) -> None:
    one = made.make_evaluation(team, state="dirilis")
    objection = handing.object_to(evaluation=one, words="Bukti belum dibaca.", by=cast.sri, on=made.RATED_ON)
    judges = (cast.hendra, cast.dewi, cast.wali)
    assert [handing.rules_on(judge, objection) for judge in judges] == [True, False, False]
    seat = cast.hendra.employee.current.seat
    leaves(cast.hendra.employee)
    make_employee("Dewi Anggraini", user=cast.dewi, seat=seat, position_since=LEFT)
    for judge in judges:
        judge.asked = {}
    assert [handing.rules_on(judge, objection) for judge in judges[1:]] == [True, True]
    for judge in judges[1:]:
        assert queries_waiting.objections_to_rule(judge) == [objection]
        assert evaluation_for(judge, one.pk) == one
    assert not handing.rules_on(cast.yuliana, objection)


def test_an_appraiser_who_rose_to_the_judges_seat_does_not_rule_on_the_own_rating(team: made.Team, cast: Cast) -> None:
    one = made.make_evaluation(team, state="dirilis")
    objection = handing.object_to(evaluation=one, words="Bukti belum dibaca.", by=cast.sri, on=made.RATED_ON)
    seat = cast.hendra.employee.current.seat
    leaves(cast.hendra.employee)
    make_employee("Yuliana Putri", user=cast.yuliana, seat=seat, position_since=LEFT)
    cast.yuliana.asked = {}
    assert not handing.rules_on(cast.yuliana, objection)
    assert handing.rules_on(cast.wali, objection)


def test_whoever_follows_the_appraiser_is_not_the_appraisers_superior(team: made.Team, cast: Cast) -> None:
    one = made.make_evaluation(team, state="dirilis")
    seat = team.head.current.seat
    leaves(team.head)
    make_employee("Dewi Anggraini", user=cast.dewi, seat=seat, position_since=LEFT)
    assert handing.superior_of_appraiser(one, LEFT) == (True, cast.hendra.employee.pk)
