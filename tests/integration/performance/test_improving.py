"""Six months to mend: begun from a poor yearly result, step by step, closed with an outcome."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jenjang.accounts.todo import desk_of
from jenjang.kernel.models import Notice
from jenjang.law.errors import Refused
from jenjang.performance import improving, queries_waiting
from jenjang.performance.improving import Step
from jenjang.performance.models import ImprovementPlan, ImprovementResult
from tests.cast import Cast
from tests.factories import performance as made

POOR = {"result_rating": "sesuai_ekspektasi", "behaviour_rating": "di_bawah_ekspektasi"}
BEGUN = date(2027, 1, 20)
ENDS = date(2027, 7, 19)


@pytest.fixture
def team(cast: Cast) -> made.Team:
    return made.make_team(cast.yuliana, cast.sri)


@pytest.fixture
def plan(team: made.Team) -> ImprovementPlan:
    return begin(team)


def begin(team: made.Team, **changed: object) -> ImprovementPlan:
    evaluation = made.make_evaluation(team, period=0, state="diterima", **POOR)
    given = {"aim": "Laporan tepat waktu.", "steps": [Step("Susun jadwal.", date(2027, 2, 10))], **changed}
    return improving.begin(evaluation=evaluation, by=team.head_user, on=BEGUN, **given)


def test_it_lasts_six_months_from_the_day_on_which_it_begins(plan: ImprovementPlan, team: made.Team) -> None:
    assert (plan.begins, plan.ends) == (BEGUN, ENDS)
    assert [(step.text, step.due) for step in plan.steps.all()] == [("Susun jadwal.", date(2027, 2, 10))]
    assert Notice.objects.filter(user=team.member_user, text__contains="sampai 19 Juli 2027").exists()


@pytest.mark.parametrize(
    ("period", "state", "ratings", "why"),
    [
        (1, "diterima", POOR, "tahunan"),
        (0, "dirilis", POOR, "tahunan"),
        (0, "diterima", {}, "predikat"),
        (0, "diterima", {"result_rating": "di_bawah_ekspektasi"}, "predikat"),
    ],
)
def test_only_a_final_yearly_result_that_fell_short_is_followed_so(
    team: made.Team, period: int, state: str, ratings: dict[str, str], why: str
) -> None:
    evaluation = made.make_evaluation(team, period=period, state=state, **ratings)
    with pytest.raises(Refused) as refusal:
        improving.begin(evaluation=evaluation, aim="Apa saja.", steps=[], by=team.head_user, on=BEGUN)
    assert [one.code for one in refusal.value.decision.objections] == [why]


def test_it_is_begun_once_and_by_the_appraiser_alone(plan: ImprovementPlan, team: made.Team, cast: Cast) -> None:
    with pytest.raises(Refused, match="sudah dimulai"):
        improving.begin(evaluation=plan.evaluation, aim="Lagi.", steps=[], by=team.head_user, on=BEGUN)
    for stranger in (team.member_user, cast.lestari, cast.hendra):
        with pytest.raises(Refused, match="pejabat penilai"):
            improving.add_step(plan=plan, step=Step("Lain.", BEGUN), by=stranger)


@pytest.mark.parametrize("due", [BEGUN - timedelta(days=1), ENDS + timedelta(days=1)])
def test_a_step_is_due_within_the_months(plan: ImprovementPlan, team: made.Team, due: date) -> None:
    with pytest.raises(Refused, match="antara 20 Januari 2027 dan 19 Juli 2027"):
        improving.add_step(plan=plan, step=Step("Lain.", due), by=team.head_user)


def test_a_step_is_done_once_by_the_person_and_then_stays(plan: ImprovementPlan, team: made.Team) -> None:
    step = plan.steps.get()
    with pytest.raises(Refused, match="oleh pegawai yang menjalaninya"):
        improving.do_step(step=step, note="", by=team.head_user, on=BEGUN)
    improving.do_step(step=step, note="Jadwal disepakati.", by=team.member_user, on=BEGUN)
    with pytest.raises(Refused, match="sudah selesai"):
        improving.do_step(step=step, note="", by=team.member_user, on=BEGUN)
    with pytest.raises(Refused, match="tetap tercatat"):
        improving.remove_step(step=step, by=team.head_user)
    assert Notice.objects.filter(user=team.head_user, text__contains="menyelesaikan satu langkah").exists()


def test_a_step_that_was_not_done_can_be_taken_out(plan: ImprovementPlan, team: made.Team) -> None:
    improving.remove_step(step=plan.steps.get(), by=team.head_user)
    assert not plan.steps.exists()


def test_that_nothing_improved_is_found_only_after_the_months(
    plan: ImprovementPlan, team: made.Team, cast: Cast
) -> None:
    close = {"plan": plan, "outcome": "uji_kompetensi", "words": "Langkah tidak dijalani.", "by": team.head_user}
    with pytest.raises(Refused, match="sampai 19 Juli 2027"):
        improving.close(**close, on=ENDS)
    improving.close(**close, on=ENDS + timedelta(days=1))
    told = Notice.objects.filter(text__contains="Pembinaan kinerja Sri Wahyuni ditutup: belum membaik: uji kompetensi")
    assert set(told.values_list("user", flat=True)) == {cast.lestari.pk, cast.rahmat.pk}


def test_home_asks_the_appraiser_to_begin_and_after_the_months_to_close(team: made.Team, cast: Cast) -> None:
    def waits(user: object, on: date) -> list[str]:
        return [one.title for one in desk_of(user, on).own if "pembinaan" in one.title]

    evaluation = made.make_evaluation(team, period=0, state="diterima", **POOR)
    assert waits(team.head_user, BEGUN) == ["Mulai pembinaan kinerja"]
    assert waits(cast.hendra, BEGUN) == waits(team.member_user, BEGUN) == []
    plan = improving.begin(evaluation=evaluation, aim="Tepat waktu.", steps=[], by=team.head_user, on=BEGUN)
    assert waits(team.head_user, ENDS) == []
    assert waits(team.head_user, ENDS + timedelta(days=1)) == ["Tutup pembinaan kinerja"]
    improving.close(
        plan=plan, outcome="membaik", words="Laporan tepat waktu.", by=team.head_user, on=ENDS + timedelta(days=1)
    )
    assert waits(team.head_user, ENDS + timedelta(days=2)) == []


def test_a_better_year_afterwards_needs_no_plan_for_the_one_before(team: made.Team) -> None:
    evaluation = made.make_evaluation(team, period=0, state="diterima", **POOR)
    assert list(queries_waiting.to_begin(team.head_user, BEGUN)) == [evaluation]
    next_year = replace(team, year=made.make_year(2027))
    made.make_evaluation(next_year, period=0, state="diterima")
    assert list(queries_waiting.to_begin(team.head_user, date(2028, 1, 20))) == []


def test_improvement_may_be_found_any_day_and_closes_everything(plan: ImprovementPlan, team: made.Team) -> None:
    with pytest.raises(Refused, match="pejabat penilai"):
        improving.close(plan=plan, outcome="membaik", words="Saya.", by=team.member_user, on=BEGUN)
    improving.close(plan=plan, outcome="membaik", words="Semua tepat waktu.", by=team.head_user, on=BEGUN)
    assert ImprovementResult.objects.get().outcome == "membaik"
    for late in (
        lambda: improving.add_step(plan=plan, step=Step("Lain.", BEGUN), by=team.head_user),
        lambda: improving.do_step(step=plan.steps.get(), note="", by=team.member_user, on=BEGUN),
        lambda: improving.close(plan=plan, outcome="membaik", words="Lagi.", by=team.head_user, on=BEGUN),
    ):
        with pytest.raises(Refused, match="sudah ditutup"):
            late()
