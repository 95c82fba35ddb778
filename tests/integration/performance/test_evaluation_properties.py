"""Whoever tries whatever, in whatever order and on whatever day: no result without a rating, nobody rates himself, no relative
rates unheard, and every clock of the law runs out on its day, neither before nor after."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jenjang.kernel.models import Notice
from jenjang.kernel.queries import law_on
from jenjang.law.errors import Refused
from jenjang.law.workdays import working_calendar
from jenjang.performance import calibrating, evaluations, handing, lapsing, releasing, tallies, team_rating
from jenjang.performance.calibrating import Change, Meeting
from jenjang.performance.models import (
    AmendmentProposal,
    AppraisalObjection,
    Assessment,
    AssessmentKind,
    Evaluation,
    ObjectionRuling,
)
from jenjang.performance.periods import periods_of
from jenjang.performance.queries_team_rating import Choice
from jenjang.performance.states import FINAL, HANDED_OVER
from jenjang.personnel import actions as personnel
from jenjang.personnel.models import KinshipRecord
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import BY, make_employee, make_seat, make_unit

DAY = made.RATED_ON
ABOVE, MEETS = "di_atas_ekspektasi", "sesuai_ekspektasi"
WORDS = "Bukti laporan bulan Februari belum dibaca."
ACTORS = ("sri", "yuliana", "hendra", "lestari", "rahmat", "wali")
TRIES: dict[str, Callable[[Any, Any, date], object]] = {}


def tried(act: Callable[[Any, Any, date], object]) -> Callable[[Any, Any, date], object]:
    TRIES[act.__name__] = act
    return act


@tried
def send(one: Any, by: Any, on: date) -> None:
    evaluations.send_review(
        evaluation=one, result_rating=ABOVE, behaviour_rating=ABOVE, note="", by=by, on=on
    )  # fmt: skip


@tried
def rate(one: Any, by: Any, on: date) -> None:
    evaluations.rate(evaluation=one, result_rating=MEETS, behaviour_rating=ABOVE, by=by, on=on, reason="Bukti baru.")


@tried
def rate_the_team(one: Any, by: Any, on: date) -> None:
    team_rating.save_choices(year=one.year, period=1, typed={one.pk: Choice(MEETS, MEETS)}, by=by)
    team_rating.finish(year=one.year, period=1, by=by, on=on)


@tried
def meet(one: Any, by: Any, on: date) -> None:
    calibrating.calibrate(
        unit=one.unit, year=one.year, period=periods_of(2026, one.year.rhythm)[0], by=by, on=on,
        meeting=Meeting(on, "Ruang rapat", "Semua", WORDS), changes={one.pk: Change(ABOVE, MEETS, "Bukti lengkap.")},
    )  # fmt: skip


@tried
def hand_over(one: Any, by: Any, on: date) -> None:
    handing.release(evaluation=one, by=by, on=on)


@tried
def hand_over_the_team(one: Any, by: Any, on: date) -> None:
    team_rating.release_team(year=one.year, period=1, by=by, on=on)


@tried
def hand_over_the_unit(one: Any, by: Any, on: date) -> None:
    list(releasing.release_each(releasing.waiting(by, one.unit_id, one.year, 1), by=by, on=on))


@tried
def sign(one: Any, by: Any, on: date) -> None:
    handing.sign(evaluation=one, by=by)


@tried
def object_to(one: Any, by: Any, on: date) -> None:
    handing.object_to(evaluation=one, words=WORDS, by=by, on=on)


@tried
def rule(one: Any, by: Any, on: date) -> None:
    for objection in AppraisalObjection.objects.filter(evaluation=one):
        handing.rule_on(
            objection=objection, granted=True, heard=WORDS, words=WORDS, by=by, on=on, result_rating=ABOVE,
            behaviour_rating=ABOVE,
        )  # fmt: skip


@tried
def propose(one: Any, by: Any, on: date) -> None:
    handing.propose_amendment(evaluation=one, result_rating=ABOVE, behaviour_rating=ABOVE, reason=WORDS, by=by)


@tried
def settle(one: Any, by: Any, on: date) -> None:
    for proposal in AmendmentProposal.objects.filter(evaluation=one, state="menunggu"):
        handing.settle_amendment(proposal=proposal, approve=True, answer="", by=by, on=on)


@tried
def lapse(one: Any, by: Any, on: date) -> None:
    lapsing.lapse_all(on=on)


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
          ("lestari", "propose"), ("rahmat", "settle"), ("sri", "sign"), ("wali", "lapse")]  # fmt: skip
AT_ONCE = [(*step, 0) for step in LIKELY]
STEPS = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(LIKELY), st.tuples(st.sampled_from(ACTORS), st.sampled_from(sorted(TRIES)))),
        st.integers(0, 9),
    ).map(lambda drawn: (*drawn[0], drawn[1])),
    min_size=4, max_size=12,
)  # fmt: skip
"""Who tries what, how many days after the step before."""
BOUNDED = settings(
    max_examples=25, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


@BOUNDED
@example(steps=[*AT_ONCE[:7], ("yuliana", "rate", 0), ("yuliana", "meet", 0), ("sri", "settle", 0)])
@example(
    steps=[
        ("yuliana", "rate_the_team", 0),
        ("hendra", "meet", 0),
        ("yuliana", "hand_over_the_team", 0),
        ("sri", "sign", 0),
        *AT_ONCE[5:],
    ]
)
@given(steps=STEPS)
def test_whatever_is_tried_a_result_stands_on_a_rating_by_somebody_else_and_a_relative_is_heard_of(
    evaluation: Evaluation, cast: Cast, steps: list[tuple[str, str, int]]
) -> None:
    day = DAY
    with transaction.atomic():
        for who, what, later_by in steps:
            day += timedelta(days=later_by)
            before = _given(evaluation)
            was_handed_over = _state(evaluation) in HANDED_OVER
            _push(evaluation, getattr(cast, who), what, day)
            _holds(evaluation, cast)
            assert tallies.differences(evaluation.year) == []
            if was_handed_over:
                later = _given(evaluation)[len(before) :]
                assert {row.kind for row in later} <= {AssessmentKind.OBJECTION, AssessmentKind.AMENDMENT}
        transaction.set_rollback(True)


ANSWERS = {
    "sign": "sri",
    "object_to": "sri",
    "rule": "hendra",
    "lapse": "wali",
    "propose": "lestari",
    "settle": "rahmat",
}
CLOCKS = ("langkah sebelumnya", "keberatan", "tanda tangan")
DATED = st.lists(
    st.tuples(st.sampled_from(sorted(ANSWERS)), st.sampled_from(CLOCKS), st.integers(-1, 3)), min_size=2, max_size=7
)
"""What is tried, and how many days after which clock runs out or after the step before; never earlier than that step."""


@BOUNDED
@example(steps=[("object_to", "keberatan", 0), ("rule", "tanda tangan", 1), ("lapse", "tanda tangan", 2)])
@example(steps=[("object_to", "keberatan", 1), ("rule", "keberatan", 1), ("lapse", "tanda tangan", 0)])
@example(steps=[("lapse", "tanda tangan", 0), ("lapse", "tanda tangan", 1), ("sign", "tanda tangan", 1)])
@example(steps=[("sign", "keberatan", 1), ("object_to", "keberatan", 1), ("lapse", "tanda tangan", 1)])
@given(steps=DATED)
def test_every_clock_after_the_handing_over_runs_out_on_its_day_neither_before_nor_after(
    evaluation: Evaluation, cast: Cast, steps: list[tuple[str, str, int]]
) -> None:
    with transaction.atomic():
        for who, what in (("sri", "send"), ("yuliana", "rate"), ("yuliana", "hand_over")):
            _push(evaluation, getattr(cast, who), what, DAY)
        runs_out, day = _clocks(), DAY
        for what, clock, offset in steps:
            day = max(day, runs_out.get(clock, day) + timedelta(days=offset))
            before, expected = _mark(evaluation), _may(evaluation, what, day, runs_out)
            _push(evaluation, getattr(cast, ANSWERS[what]), what, day)
            assert (_mark(evaluation) != before) == expected, (what, day, before)
            assert tallies.differences(evaluation.year) == []
        transaction.set_rollback(True)


def _clocks() -> dict[str, date]:
    """The last day of each clock, counted here by hand: days as they come, and working days one by one."""
    law = law_on(DAY)
    calendar, signed, left = working_calendar(law), DAY, law["kinerja.dokumen.tanda_tangan"].value
    while left:
        signed += timedelta(days=1)
        left -= calendar.is_working_day(signed)
    return {"keberatan": DAY + timedelta(days=law["kinerja.keberatan.tenggat"].value), "tanda tangan": signed}


def _may(evaluation: Evaluation, what: str, day: date, runs_out: dict[str, date]) -> bool:
    """Whether the right person may do it on a day, as the law says it."""
    state = _state(evaluation)
    is_asked = AmendmentProposal.objects.filter(evaluation=evaluation, state="menunggu").exists()
    return {
        "sign": state == "dirilis",
        "object_to": state == "dirilis" and day <= runs_out["keberatan"],
        "lapse": state == "dirilis" and day > runs_out["tanda tangan"],
        "rule": state == "keberatan",
        "propose": state in FINAL and not is_asked,
        "settle": is_asked,
    }[what]


def _mark(evaluation: Evaluation) -> tuple[str, list[str]]:
    """What a try can change: the state, and the proposals with theirs."""
    proposals = AmendmentProposal.objects.filter(evaluation=evaluation).order_by("pk")
    return _state(evaluation), list(proposals.values_list("state", flat=True))


def _state(evaluation: Evaluation) -> str:
    return Evaluation.objects.get(pk=evaluation.pk).state


def _push(evaluation: Evaluation, user: Any, what: str, on: date) -> None:
    user.asked = {}
    with suppress(Refused), transaction.atomic():
        TRIES[what](Evaluation.objects.get(pk=evaluation.pk), user, on)


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
    _clocks_hold(now)


def _clocks_hold(now: Evaluation) -> None:
    """No objection after its term, no lapse before its own, no ruling without an objection before it."""
    objection = AppraisalObjection.objects.filter(evaluation=now).first()
    if objection is not None:
        term = law_on(objection.received_on)["kinerja.keberatan.tenggat"].value
        assert 0 <= (objection.submitted_on - objection.received_on).days <= term
    ruling = ObjectionRuling.objects.filter(objection__evaluation=now).first()
    assert (ruling is not None) <= (objection is not None)
    moves = list(now.transitions.order_by("sequence").values_list("from_state", "to_state"))
    assert all(source == "keberatan" for source, target in moves if target == "diputus")
