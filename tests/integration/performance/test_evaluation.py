"""An evaluation from the person's own words to the sealed document, objection and amendment."""

from datetime import date, timedelta

import pytest

from jenjang.kernel.models import Notice
from jenjang.law.errors import Refused
from jenjang.performance import evaluations, handing, tallies
from jenjang.performance.models import Assessment, Evaluation, EvaluationDocument
from jenjang.personnel import actions as personnel
from jenjang.personnel.models import KinshipRecord
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import BY

GOOD = {"result_rating": "sesuai_ekspektasi", "behaviour_rating": "di_atas_ekspektasi"}
BEST = {"result_rating": "di_atas_ekspektasi", "behaviour_rating": "di_atas_ekspektasi"}
AFTER = date(2026, 4, 9)


@pytest.fixture
def team(cast: Cast) -> made.Team:
    return made.make_team(cast.yuliana, cast.sri)


def test_it_can_be_filled_in_two_weeks_before_its_period_ends_and_not_a_day_earlier(team: made.Team) -> None:
    evaluation = made.make_evaluation(team)
    opens = date(2026, 3, 17)
    assert not evaluations.may_fill(evaluation, opens - timedelta(days=1)).allowed
    assert evaluations.may_fill(evaluation, opens).allowed


def test_the_appraiser_waits_for_the_persons_words_only_until_their_day(team: made.Team) -> None:
    evaluation = made.make_evaluation(team)
    due = date(2026, 4, 8)  # the fifth working day of April
    with pytest.raises(Refused, match="dapat dinilai tanpa isian sesudah 8 April 2026"):
        evaluations.rate(evaluation=evaluation, **GOOD, by=team.head_user, on=due)
    rated = evaluations.rate(evaluation=evaluation, **GOOD, by=team.head_user, on=due + timedelta(days=1))
    assert rated.predicate == "baik"


def test_two_ratings_give_the_predicate_of_the_law_and_stand_in_the_projection(team: made.Team) -> None:
    evaluation = made.make_evaluation(team, state="dinilai", **BEST)
    evaluation.refresh_from_db()
    assert (evaluation.state, evaluation.predicate) == ("dinilai", "sangat_baik")
    assert tallies.differences(team.year) == []


def test_nobody_rates_the_own_evaluation_nor_one_of_somebody_elses_team(team: made.Team, cast: Cast) -> None:
    evaluation = made.make_evaluation(team, state="diisi")
    for stranger in (team.member_user, cast.hendra, cast.lestari, cast.wali):
        with pytest.raises(Refused, match="Hanya pejabat penilai"):
            evaluations.rate(evaluation=evaluation, **GOOD, by=stranger, on=AFTER)


def test_rating_a_relative_is_told_to_the_personnel_office(team: made.Team, cast: Cast) -> None:
    personnel.append(
        model=KinshipRecord, employee=team.member, by=BY, effective_from=date(2020, 1, 2),
        facts={"relation": "kakak", "relative_employee": team.head, "relative_name": "Yuliana Putri"},
    )  # fmt: skip
    evaluation = made.make_evaluation(team, state="dinilai")
    assert Assessment.objects.get(evaluation=evaluation, kind="penilai").relation == "adik kandung"
    told = Notice.objects.filter(text__contains="menilai Sri Wahyuni, keluarganya")
    assert set(told.values_list("user", flat=True)) == {cast.lestari.pk, cast.rahmat.pk}


def test_a_strangers_rating_tells_nobody(team: made.Team) -> None:
    made.make_evaluation(team, state="dinilai")
    assert not Notice.objects.filter(text__contains="keluarganya").exists()


def test_rating_anew_before_the_handing_over_needs_a_reason(team: made.Team) -> None:
    evaluation = made.make_evaluation(team, state="dinilai")
    with pytest.raises(Refused, match="alasan"):
        evaluations.rate(evaluation=evaluation, **BEST, by=team.head_user, on=made.RATED_ON)
    evaluations.rate(
        evaluation=evaluation, **BEST, reason="Bukti yang tertinggal.", by=team.head_user, on=made.RATED_ON
    )
    assert Evaluation.objects.get(pk=evaluation.pk).predicate == "sangat_baik"


def test_handing_over_seals_the_document_and_afterwards_nothing_is_rated(team: made.Team) -> None:
    evaluation = made.make_evaluation(team, state="dirilis")
    document = EvaluationDocument.objects.get(evaluation=evaluation)
    assert '"predikat":"baik"' in document.content
    assert document.law_snapshot
    with pytest.raises(Refused, match="sudah diserahkan"):
        evaluations.rate(evaluation=evaluation, **BEST, reason="Lagi.", by=team.head_user, on=made.RATED_ON)


def test_without_an_answer_it_stands_after_fourteen_working_days(team: made.Team) -> None:
    evaluation = made.make_evaluation(team, state="dirilis")
    due = handing.sign_by(evaluation)
    assert due == date(2026, 5, 5)
    with pytest.raises(Refused, match="belum lewat"):
        handing.lapse(evaluation=evaluation, on=due)
    handing.lapse(evaluation=evaluation, on=due + timedelta(days=1))
    assert Evaluation.objects.get(pk=evaluation.pk).state == "tanpa_tanggapan"


def test_an_objection_goes_to_the_mayor_above_a_top_head_whose_word_is_final(team: made.Team, cast: Cast) -> None:
    evaluation = made.make_evaluation(team, state="dirilis")
    last = evaluation.released_on + timedelta(days=14)
    assert handing.may_object(evaluation, last).allowed
    assert not handing.may_object(evaluation, last + timedelta(days=1)).allowed
    objection = handing.object_to(
        evaluation=evaluation, words="Bukti triwulan ini belum dibaca.", by=team.member_user, on=last
    )
    assert Notice.objects.filter(user=cast.wali, text__contains="menunggu putusan Anda").exists()
    ruling = {"heard": "Keduanya didengar.", "words": "Bukti cukup.", "on": last, "granted": True, **BEST}
    with pytest.raises(Refused, match="Hanya atasan pejabat penilai"):
        handing.rule_on(objection=objection, by=team.head_user, **ruling)
    handing.rule_on(objection=objection, by=cast.wali, **ruling)
    evaluation.refresh_from_db()
    assert (evaluation.state, evaluation.predicate) == ("diputus", "sangat_baik")
    assert EvaluationDocument.objects.filter(evaluation=evaluation).count() == 2


def test_who_is_appraised_by_the_mayor_has_nobody_above_to_object_to(cast: Cast) -> None:
    team = made.make_team(cast.yuliana, cast.sri)
    from jenjang.performance import skps

    skp = skps.start(employee=team.head, year=team.year, by=cast.yuliana, on=made.START)
    evaluation = Evaluation(skp=skp, employee=team.head, year=team.year, unit=team.unit, period=1, state="dirilis",
                            first=skp.effective_from, last=made.QUARTER_END, released_on=made.RATED_ON)  # fmt: skip
    said = [finding.reason for finding in handing.may_object(evaluation, made.RATED_ON).objections]
    assert said == [
        "Kepala daerah tidak mempunyai atasan di instansi ini; tempuh upaya administratif menurut UU 30/2014."
    ]


def test_what_is_final_is_amended_by_two_people_with_a_reason(team: made.Team, cast: Cast) -> None:
    evaluation = made.make_evaluation(team, state="diterima")
    proposal = handing.propose_amendment(evaluation=evaluation, **BEST, reason="Salah pilih.", by=cast.lestari)
    with pytest.raises(Refused, match="orang lain"):
        handing.settle_amendment(proposal=proposal, approve=True, answer="", by=cast.lestari, on=AFTER)
    handing.settle_amendment(proposal=proposal, approve=True, answer="Benar.", by=cast.rahmat, on=AFTER)
    evaluation.refresh_from_db()
    assert (evaluation.state, evaluation.predicate) == ("diubah", "sangat_baik")
    last = Assessment.objects.filter(evaluation=evaluation).latest("pk")
    assert (last.kind, last.by, last.seconded_by) == ("perubahan", cast.lestari, cast.rahmat)
    assert tallies.differences(team.year) == []


def test_an_officer_never_amends_the_own_result(team: made.Team, cast: Cast) -> None:
    evaluation = made.make_evaluation(team, state="diterima")
    team.member.user = None
    team.member.save()
    team.member.user = cast.lestari
    team.member.save()
    cast.lestari.asked = {}
    with pytest.raises(Refused, match="oleh petugas lain"):
        handing.propose_amendment(evaluation=evaluation, **BEST, reason="Salah.", by=cast.lestari)
