"""Two at once: one evaluation rated, handed over, ruled on and amended by two at the same moment; a team and its members."""

from __future__ import annotations

import pytest

from jenjang.performance import evaluations, handing, tallies
from jenjang.performance.models import AmendmentProposal, Assessment, Evaluation, EvaluationDocument
from tests import cast as people
from tests.at_once import DONE, REFUSED, at_once
from tests.cast import Cast
from tests.factories import performance as made

BEST = {"result_rating": "di_atas_ekspektasi", "behaviour_rating": "di_atas_ekspektasi"}


@pytest.fixture
def actors(committed_db: str) -> Cast:
    return people.make()


@pytest.fixture
def team(actors: Cast) -> made.Team:
    return made.make_team(actors.yuliana, actors.sri)


def test_an_evaluation_that_is_rated_twice_at_once_is_rated_once(team: made.Team) -> None:
    key = made.make_evaluation(team, state="diisi").pk

    def rate() -> None:
        evaluations.rate(evaluation=Evaluation.objects.get(pk=key), **BEST, by=team.head_user, on=made.RATED_ON)

    assert at_once(rate, rate, on=made.RATED_ON) == [REFUSED, DONE]
    assert Assessment.objects.filter(evaluation=key, kind="penilai").count() == 1
    assert tallies.differences(team.year) == []


def test_a_document_that_is_handed_over_twice_at_once_is_sealed_once(team: made.Team) -> None:
    key = made.make_evaluation(team, state="dinilai").pk

    def release() -> None:
        handing.release(evaluation=Evaluation.objects.get(pk=key), by=team.head_user, on=made.RATED_ON)

    assert at_once(release, release, on=made.RATED_ON) == [REFUSED, DONE]
    assert EvaluationDocument.objects.filter(evaluation=key).count() == 1
    assert tallies.differences(team.year) == []


def test_signing_and_objecting_at_once_leave_one_of_both(team: made.Team) -> None:
    key = made.make_evaluation(team, state="dirilis").pk

    def sign() -> None:
        handing.sign(evaluation=Evaluation.objects.get(pk=key), by=team.member_user)

    def object_to() -> None:
        evaluation = Evaluation.objects.get(pk=key)
        handing.object_to(evaluation=evaluation, words="Belum dibaca.", by=team.member_user, on=made.RATED_ON)

    assert at_once(sign, object_to, on=made.RATED_ON) == [REFUSED, DONE]
    assert Evaluation.objects.get(pk=key).state in ("diterima", "keberatan")


def test_two_amendments_proposed_at_once_are_one(team: made.Team, actors: Cast) -> None:
    key = made.make_evaluation(team, state="diterima").pk

    def propose(by: object) -> None:
        evaluation = Evaluation.objects.get(pk=key)
        handing.propose_amendment(evaluation=evaluation, **BEST, reason="Salah pilih.", by=by)

    assert at_once(lambda: propose(actors.lestari), lambda: propose(actors.rahmat), on=made.RATED_ON) == [REFUSED, DONE]
    assert AmendmentProposal.objects.filter(evaluation=key).count() == 1


def test_an_amendment_that_two_settle_at_once_is_settled_once(team: made.Team, actors: Cast) -> None:
    evaluation = made.make_evaluation(team, state="diterima")
    proposal = handing.propose_amendment(evaluation=evaluation, **BEST, reason="Salah pilih.", by=actors.lestari).pk

    def settle(approve: bool) -> None:
        found = AmendmentProposal.objects.get(pk=proposal)
        handing.settle_amendment(proposal=found, approve=approve, answer="Ya.", by=actors.rahmat, on=made.RATED_ON)

    assert at_once(lambda: settle(True), lambda: settle(False), on=made.RATED_ON) == [REFUSED, DONE]
    amended = Assessment.objects.filter(evaluation=evaluation, kind="perubahan").count()
    assert amended == (1 if AmendmentProposal.objects.get(pk=proposal).state == "disetujui" else 0)
    assert tallies.differences(team.year) == []
