"""Two at once: one evaluation rated, handed over, ruled on and amended by two at the same moment; a team and its members."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connections

from jenjang.kernel import clock
from jenjang.law.errors import Refused
from jenjang.performance import evaluations, handing, tallies
from jenjang.performance.models import AmendmentProposal, Assessment, Evaluation, EvaluationDocument
from tests import cast as people
from tests.cast import Cast
from tests.factories import performance as made

DONE, REFUSED = "selesai", "ditolak"
BEST = {"result_rating": "di_atas_ekspektasi", "behaviour_rating": "di_atas_ekspektasi"}


@pytest.fixture
def actors(committed_db: str) -> Cast:
    return people.make()


@pytest.fixture
def team(actors: Cast) -> made.Team:
    return made.make_team(actors.yuliana, actors.sri)


def at_once(*steps: Callable[[], object]) -> list[str]:
    """Every step on a connection of its own, all let go at the same moment. What came of each, sorted."""
    outcomes: list[str] = []
    gate = threading.Barrier(len(steps))

    def take(step: Callable[[], object]) -> None:
        with clock.frozen(made.RATED_ON):
            try:
                gate.wait()
                step()
                outcomes.append(DONE)
            except Refused:
                outcomes.append(REFUSED)
            finally:
                connections.close_all()

    threads = [threading.Thread(target=take, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def test_an_evaluation_that_is_rated_twice_at_once_is_rated_once(team: made.Team) -> None:
    key = made.make_evaluation(team, state="diisi").pk

    def rate() -> None:
        evaluations.rate(evaluation=Evaluation.objects.get(pk=key), **BEST, by=team.head_user, on=made.RATED_ON)

    assert at_once(rate, rate) == [REFUSED, DONE]
    assert Assessment.objects.filter(evaluation=key, kind="penilai").count() == 1
    assert tallies.differences(team.year) == []


def test_a_document_that_is_handed_over_twice_at_once_is_sealed_once(team: made.Team) -> None:
    key = made.make_evaluation(team, state="dinilai").pk

    def release() -> None:
        handing.release(evaluation=Evaluation.objects.get(pk=key), by=team.head_user, on=made.RATED_ON)

    assert at_once(release, release) == [REFUSED, DONE]
    assert EvaluationDocument.objects.filter(evaluation=key).count() == 1
    assert tallies.differences(team.year) == []


def test_signing_and_objecting_at_once_leave_one_of_both(team: made.Team) -> None:
    key = made.make_evaluation(team, state="dirilis").pk

    def sign() -> None:
        handing.sign(evaluation=Evaluation.objects.get(pk=key), by=team.member_user)

    def object_to() -> None:
        evaluation = Evaluation.objects.get(pk=key)
        handing.object_to(evaluation=evaluation, words="Belum dibaca.", by=team.member_user, on=made.RATED_ON)

    assert at_once(sign, object_to) == [REFUSED, DONE]
    assert Evaluation.objects.get(pk=key).state in ("diterima", "keberatan")


def test_two_amendments_proposed_at_once_are_one(team: made.Team, actors: Cast) -> None:
    key = made.make_evaluation(team, state="diterima").pk

    def propose(by: object) -> None:
        evaluation = Evaluation.objects.get(pk=key)
        handing.propose_amendment(evaluation=evaluation, **BEST, reason="Salah pilih.", by=by)

    assert at_once(lambda: propose(actors.lestari), lambda: propose(actors.rahmat)) == [REFUSED, DONE]
    assert AmendmentProposal.objects.filter(evaluation=key).count() == 1


def test_an_amendment_that_two_settle_at_once_is_settled_once(team: made.Team, actors: Cast) -> None:
    evaluation = made.make_evaluation(team, state="diterima")
    proposal = handing.propose_amendment(evaluation=evaluation, **BEST, reason="Salah pilih.", by=actors.lestari).pk

    def settle(approve: bool) -> None:
        found = AmendmentProposal.objects.get(pk=proposal)
        handing.settle_amendment(proposal=found, approve=approve, answer="Ya.", by=actors.rahmat, on=made.RATED_ON)

    assert at_once(lambda: settle(True), lambda: settle(False)) == [REFUSED, DONE]
    amended = Assessment.objects.filter(evaluation=evaluation, kind="perubahan").count()
    assert amended == (1 if AmendmentProposal.objects.get(pk=proposal).state == "disetujui" else 0)
    assert tallies.differences(team.year) == []
