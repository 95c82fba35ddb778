"""Evaluations beside the straight way: plans under change, relatives who rule, objections that change nothing, missing calendars."""

from datetime import date

import pytest

from jenjang.kernel.models import Notice
from jenjang.law.errors import Refused
from jenjang.performance import evaluations, handing, skps
from jenjang.performance.models import Assessment, Evaluation
from jenjang.personnel import actions as personnel
from jenjang.personnel.models import KinshipRecord
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import BY, make_employee, make_seat, make_unit

BEST = {"result_rating": "di_atas_ekspektasi", "behaviour_rating": "di_atas_ekspektasi"}
SAME = {"result_rating": "sesuai_ekspektasi", "behaviour_rating": "sesuai_ekspektasi"}


@pytest.fixture
def team(cast: Cast) -> made.Team:
    """A team whose head has a head above: the superior of the appraiser is a person."""
    office = make_unit("Dinas Contoh")
    make_employee(
        "Hendra Saputra", user=cast.hendra, seat=make_seat(office, "Kepala Dinas", kind="jpt_pratama", is_head=True)
    )
    return made.make_team(cast.yuliana, cast.sri, parent=office)


def test_what_is_being_changed_is_evaluated_only_once_it_is_agreed(team: made.Team) -> None:
    evaluation = made.make_evaluation(team)
    skps.begin_change(skp=evaluation.skp, by=team.member_user, reason="Hasil pimpinan berubah.")
    added = made.add_result(evaluation.skp, "Basis data tersusun", provisional="Data unit andal")
    write = {"evaluation": evaluation, "realizations": {added.pk: "Selesai."}, "by": team.member_user}
    evaluations.write_review(**write)
    assert not evaluation.reviews.exists()
    skps.submit(skp=evaluation.skp, by=team.member_user, on=made.START)
    skps.agree(skp=evaluation.skp, by=team.head_user, on=made.START)
    evaluations.write_review(**write)
    assert evaluation.reviews.get().result == added


def test_what_was_sent_a_moment_ago_takes_no_more_words_from_an_older_page(team: made.Team) -> None:
    evaluation = made.make_evaluation(team)
    older = Evaluation.objects.get(pk=evaluation.pk)
    evaluations.send_review(evaluation=evaluation, **SAME, note="", by=team.member_user, on=evaluation.last)
    with pytest.raises(Refused, match="sudah dikirim"):
        evaluations.write_review(evaluation=older, realizations={}, by=team.member_user)


def test_feedback_comes_too_late_once_the_document_is_handed_over(team: made.Team) -> None:
    evaluation = made.make_evaluation(team, state="dinilai")
    older = Evaluation.objects.get(pk=evaluation.pk)
    handing.release(evaluation=evaluation, by=team.head_user, on=made.RATED_ON)
    with pytest.raises(Refused, match="sudah diserahkan"):
        evaluations.write_feedback(evaluation=older, by_result={}, by_value={"akuntabel": "Teliti."}, by=team.head_user)


def test_an_objection_that_is_granted_changes_a_rating(team: made.Team, cast: Cast) -> None:
    objection = objected(team)
    ruling = {"objection": objection, "heard": "Didengar.", "words": "Cukup.", "by": cast.hendra, "on": made.RATED_ON}
    with pytest.raises(Refused, match="mengubah paling sedikit satu rating"):
        handing.rule_on(granted=True, **SAME, **ruling)
    handing.rule_on(granted=False, **ruling)
    assert Evaluation.objects.get(pk=objection.evaluation_id).predicate == "baik"


def test_a_relative_who_rules_on_an_objection_is_told_to_the_personnel_office(team: made.Team, cast: Cast) -> None:
    superior = cast.hendra.employee
    personnel.append(
        model=KinshipRecord, employee=team.member, by=BY, effective_from=date(2020, 1, 2),
        facts={"relation": "kakak", "relative_employee": superior, "relative_name": "Hendra Saputra"},
    )  # fmt: skip
    objection = objected(team)
    handing.rule_on(
        objection=objection, granted=True, **BEST, heard="Didengar.", words="Bukti.", by=cast.hendra, on=made.RATED_ON
    )
    assert Assessment.objects.get(kind="keberatan").relation == "adik kandung"
    told = Notice.objects.filter(text__contains="memutus keberatan Sri Wahyuni, keluarganya")
    assert set(told.values_list("user", flat=True)) == {cast.lestari.pk, cast.rahmat.pk}


def test_the_person_and_the_appraiser_hear_of_an_amendment(team: made.Team, cast: Cast) -> None:
    evaluation = made.make_evaluation(team, state="diterima")
    proposal = handing.propose_amendment(evaluation=evaluation, **BEST, reason="Salah pilih.", by=cast.lestari)
    handing.settle_amendment(proposal=proposal, approve=True, answer="", by=cast.rahmat, on=made.RATED_ON)
    told = Notice.objects.filter(text__contains="diubah: Salah pilih.")
    assert set(told.values_list("user", flat=True)) == {cast.sri.pk, cast.yuliana.pk}


def test_where_no_holidays_are_published_no_last_day_is_promised(team: made.Team) -> None:
    evaluation = made.make_evaluation(team, state="dirilis")
    evaluation.released_on = date(2027, 12, 20)
    assert handing.sign_by(evaluation) is None


def objected(team: made.Team) -> object:
    evaluation = made.make_evaluation(team, state="dirilis")
    return handing.object_to(
        evaluation=evaluation, words="Bukti belum dibaca.", by=team.member_user, on=made.RATED_ON
    )  # fmt: skip
