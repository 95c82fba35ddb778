"""Whoever tries whatever in whatever order: no result without a rating, nobody rates himself, no relative rates unheard."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jenjang.kernel.models import Notice
from jenjang.law.errors import Refused
from jenjang.performance import calibrating, evaluations, handing, team_rating
from jenjang.performance.calibrating import Change, Meeting
from jenjang.performance.models import (
    AmendmentProposal,
    AppraisalObjection,
    Assessment,
    AssessmentKind,
    Evaluation,
)
from jenjang.performance.periods import periods_of
from jenjang.performance.queries_team_rating import Choice
from jenjang.performance.states import HANDED_OVER
from jenjang.personnel import actions as personnel
from jenjang.personnel.models import KinshipRecord
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import BY, make_employee, make_seat, make_unit

DAY = date(2026, 4, 14)
ABOVE, MEETS = "di_atas_ekspektasi", "sesuai_ekspektasi"
WORDS = "Bukti laporan bulan Februari belum dibaca."
ACTORS = ("sri", "yuliana", "hendra", "lestari", "rahmat", "wali")
TRIES: dict[str, Callable[[Any, Any], object]] = {}


def tried(act: Callable[[Any, Any], object]) -> Callable[[Any, Any], object]:
    TRIES[act.__name__] = act
    return act


@tried
def send(one: Any, by: Any) -> None:
    evaluations.send_review(
        evaluation=one, result_rating=ABOVE, behaviour_rating=ABOVE, note="", by=by, on=DAY
    )  # fmt: skip


@tried
def rate(one: Any, by: Any) -> None:
    evaluations.rate(evaluation=one, result_rating=MEETS, behaviour_rating=ABOVE, by=by, on=DAY, reason="Bukti baru.")


@tried
def rate_the_team(one: Any, by: Any) -> None:
    team_rating.save_choices(year=one.year, period=1, typed={one.pk: Choice(MEETS, MEETS)}, by=by)
    team_rating.finish(year=one.year, period=1, by=by, on=DAY)


@tried
def meet(one: Any, by: Any) -> None:
    calibrating.calibrate(
        unit=one.unit, year=one.year, period=periods_of(2026, one.year.rhythm)[0], by=by, on=DAY,
        meeting=Meeting(DAY, "Ruang rapat", "Semua", WORDS), changes={one.pk: Change(ABOVE, MEETS, "Bukti lengkap.")},
    )  # fmt: skip


@tried
def hand_over(one: Any, by: Any) -> None:
    handing.release(evaluation=one, by=by, on=DAY)


@tried
def hand_over_the_team(one: Any, by: Any) -> None:
    team_rating.release_team(year=one.year, period=1, by=by, on=DAY)


@tried
def sign(one: Any, by: Any) -> None:
    handing.sign(evaluation=one, by=by)


@tried
def object_to(one: Any, by: Any) -> None:
    handing.object_to(evaluation=one, words=WORDS, by=by, on=DAY)


@tried
def rule(one: Any, by: Any) -> None:
    for objection in AppraisalObjection.objects.filter(evaluation=one):
        handing.rule_on(
            objection=objection, granted=True, heard=WORDS, words=WORDS, by=by, on=DAY, result_rating=ABOVE,
            behaviour_rating=ABOVE,
        )  # fmt: skip


@tried
def propose(one: Any, by: Any) -> None:
    handing.propose_amendment(evaluation=one, result_rating=ABOVE, behaviour_rating=ABOVE, reason=WORDS, by=by)


@tried
def settle(one: Any, by: Any) -> None:
    for proposal in AmendmentProposal.objects.filter(evaluation=one, state="menunggu"):
        handing.settle_amendment(proposal=proposal, approve=True, answer="", by=by, on=DAY)


@pytest.fixture
def evaluation(cast: Cast) -> Evaluation:
    """Sri is appraised by a sister, whose superior is Hendra."""
    above = make_unit("Dinas Contoh")
    make_employee("Hendra Saputra", user=cast.hendra, seat=make_seat(above, "Kepala Dinas Contoh", is_head=True))
    team = made.make_team(cast.yuliana, cast.sri, parent=above)
    personnel.append(
        model=KinshipRecord, employee=team.member, by=BY, effective_from=date(2020, 1, 2),
        facts={"relation": "kakak", "relative_employee": team.head, "relative_name": "Yuliana Putri"},
    )  # fmt: skip
    return made.make_evaluation(team)


LIKELY = [("sri", "send"), ("yuliana", "rate"), ("yuliana", "hand_over"), ("sri", "object_to"), ("hendra", "rule"),
          ("lestari", "propose"), ("rahmat", "settle"), ("sri", "sign")]  # fmt: skip
STEPS = st.lists(
    st.one_of(st.sampled_from(LIKELY), st.tuples(st.sampled_from(ACTORS), st.sampled_from(sorted(TRIES)))),
    min_size=4, max_size=12,
)  # fmt: skip


@settings(
    max_examples=25, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@example(steps=[*LIKELY[:7], ("yuliana", "rate"), ("yuliana", "meet"), ("sri", "settle")])
@example(
    steps=[
        ("yuliana", "rate_the_team"),
        ("hendra", "meet"),
        ("yuliana", "hand_over_the_team"),
        ("sri", "sign"),
        *LIKELY[5:],
    ]
)
@given(steps=STEPS)
def test_whatever_is_tried_a_result_stands_on_a_rating_by_somebody_else_and_a_relative_is_heard_of(
    evaluation: Evaluation, cast: Cast, steps: list[tuple[str, str]]
) -> None:
    with transaction.atomic():
        for who, what in steps:
            before = _given(evaluation)
            was_handed_over = Evaluation.objects.get(pk=evaluation.pk).state in HANDED_OVER
            _push(evaluation, getattr(cast, who), what)
            _holds(evaluation, cast)
            if was_handed_over:
                later = _given(evaluation)[len(before) :]
                assert {row.kind for row in later} <= {AssessmentKind.OBJECTION, AssessmentKind.AMENDMENT}
        transaction.set_rollback(True)


def _push(evaluation: Evaluation, user: Any, what: str) -> None:
    user.asked = {}
    with suppress(Refused), transaction.atomic():
        TRIES[what](Evaluation.objects.get(pk=evaluation.pk), user)


def _given(evaluation: Evaluation) -> list[Assessment]:
    """Ratings that count, the first first."""
    rows = Assessment.objects.filter(evaluation=evaluation).exclude(kind=AssessmentKind.SELF)
    return list(rows.order_by("pk"))


def _holds(evaluation: Evaluation, cast: Cast) -> None:
    now, given_ratings = Evaluation.objects.get(pk=evaluation.pk), _given(evaluation)
    if now.state == "dinilai" or now.state in HANDED_OVER:
        last = given_ratings[-1]
        assert (now.result_rating, now.behaviour_rating) == (last.result_rating, last.behaviour_rating)
    assert cast.sri not in {one for row in given_ratings for one in (row.by, row.seconded_by)}
    assert {row.by for row in given_ratings if row.kind == AssessmentKind.APPRAISER} <= {cast.yuliana}
    by_a_sister = [row for row in given_ratings if row.by == cast.yuliana]
    assert all(row.relation == "adik kandung" for row in by_a_sister)
    told = Notice.objects.filter(user=cast.lestari, text__contains="keluarganya (adik kandung)").count()
    assert told == len(by_a_sister)
    for row in given_ratings:
        if row.kind == AssessmentKind.AMENDMENT:
            assert row.reason
            assert row.seconded_by not in (None, row.by)
