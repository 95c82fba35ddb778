"""Closing a year: what was rated becomes what selection, talent, credit points and IP ASN read, once."""

from datetime import date
from decimal import Decimal

import pytest

from jenjang.kernel import clock
from jenjang.kernel import jobs as queue
from jenjang.kernel.models import Job
from jenjang.performance import closing, exchange, handing, skps, years
from jenjang.performance.jobs import close_year
from jenjang.performance.models import AppraisalRecord, CreditPointRecord, Evaluation, IndexTally, ProfessionalismRecord
from jenjang.personnel import actions as personnel
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import BY, give_position, make_unit

CLOSED_ON = date(2027, 2, 8)


@pytest.fixture
def team(cast: Cast) -> made.Team:
    return made.make_team(cast.yuliana, cast.sri)


def close(team: made.Team, by: object) -> closing.Tally:
    with clock.frozen(CLOSED_ON):
        return closing.close_block(team.year, closing.ready(team.year), by=by, on=CLOSED_ON)


def test_who_is_still_being_rated_waits(team: made.Team) -> None:
    made.make_evaluation(team, period=0, state="dirilis")
    assert closing.ready(team.year) == []


def test_a_final_year_gives_the_predicate_that_the_rest_reads(team: made.Team, cast: Cast) -> None:
    made.make_evaluation(
        team, period=0, state="diterima", result_rating="di_atas_ekspektasi", behaviour_rating="di_atas_ekspektasi"
    )
    close(team, cast.lestari)
    record = AppraisalRecord.objects.get(employee=team.member, year=2026)
    assert (record.predicate, record.effective_from, record.source) == ("sangat_baik", date(2026, 12, 31), "keputusan")
    index = ProfessionalismRecord.objects.get(employee=team.member, year=2026)
    assert (index.performance, index.qualification) == (Decimal(30), Decimal(15))


def test_closing_again_changes_nothing(team: made.Team, cast: Cast) -> None:
    made.make_evaluation(team, period=0, state="diterima")
    assert close(team, cast.lestari).closed == 1
    again = close(team, cast.rahmat)
    assert (again.closed, again.unchanged, again.credits, again.indexes) == (0, 1, 0, 0)
    assert AppraisalRecord.objects.filter(employee=team.member, year=2026).count() == 1


def amend(evaluation: Evaluation, proposer: object, second: object, *, result_rating: str) -> None:
    proposal = handing.propose_amendment(
        evaluation=evaluation, result_rating=result_rating, behaviour_rating="sesuai_ekspektasi", reason="Bukti palsu.",
        by=proposer,
    )  # fmt: skip
    with clock.frozen(CLOSED_ON):
        handing.settle_amendment(proposal=proposal, approve=True, answer="", by=second, on=CLOSED_ON)


def make_archivist(team: made.Team) -> None:
    """The member holds a functional post from the first day of the year."""
    since = date(2026, 1, 1)
    give_position(
        team.member, "fungsional", since=since, title="Arsiparis", unit=team.unit, career_level="ahli_pertama"
    )


def test_an_amendment_after_the_close_corrects_all_that_the_year_had_recorded(team: made.Team, cast: Cast) -> None:
    make_archivist(team)
    evaluation = made.make_evaluation(team, period=0, state="diterima")
    close(team, cast.lestari)
    before = ProfessionalismRecord.objects.get(employee=team.member, year=2026)
    with clock.frozen(CLOSED_ON):
        years.declare(year=team.year, by=cast.lestari, reason="", on=CLOSED_ON)
    amend(evaluation, cast.lestari, cast.rahmat, result_rating="di_bawah_ekspektasi")
    standing = AppraisalRecord.objects.filter(employee=team.member, year=2026).known().get()
    assert (standing.predicate, standing.correction) == ("butuh_perbaikan", "koreksi")
    credit = CreditPointRecord.objects.filter(employee=team.member, year=2026).known().get()
    assert (credit.predicate, credit.points, credit.correction) == ("butuh_perbaikan", Decimal("9.38"), "koreksi")
    index = ProfessionalismRecord.objects.filter(employee=team.member, year=2026).known().get()
    assert (before.performance, index.performance) == (Decimal(25), Decimal(15))
    mean = IndexTally.objects.get(year=2026, unit=team.unit)
    assert (mean.people, mean.total) == (1, index.score)
    again = close(team, cast.lestari)
    assert (again.corrected, again.credits, again.credits_corrected) == (0, 0, 0)


def test_an_amendment_before_the_close_records_nothing_yet(team: made.Team, cast: Cast) -> None:
    evaluation = made.make_evaluation(team, period=0, state="diterima")
    amend(evaluation, cast.lestari, cast.rahmat, result_rating="di_bawah_ekspektasi")
    assert not AppraisalRecord.objects.filter(employee=team.member).exists()


def test_two_positions_in_a_year_are_joined_by_their_months_and_each_earns_its_credit_points(
    team: made.Team, cast: Cast
) -> None:
    unit = make_unit("Bagian Lain", parent=team.unit)
    make_archivist(team)
    first = made.make_skp(team, state="ditetapkan")
    give_position(
        team.member, "fungsional", since=date(2026, 9, 1), title="Arsiparis", unit=unit, career_level="ahli_muda"
    )
    second = skps.start(employee=team.member, year=team.year, by=team.member_user, on=date(2026, 9, 2))
    made.add_result(second, "Arsip digital", provisional="Arsip tertata")
    skps.submit(skp=second, by=team.member_user, on=date(2026, 9, 3))
    skps.agree(skp=second, by=team.head_user, on=date(2026, 9, 4))
    for skp, rating in ((first, "di_bawah_ekspektasi"), (second, "di_atas_ekspektasi")):
        evaluation = Evaluation.objects.get(skp=skp, period=0)
        _finish(team, evaluation, result_rating=rating, behaviour_rating="di_atas_ekspektasi")
    close(team, cast.lestari)
    # eight months butuh_perbaikan and four sangat_baik: 2 + 2 * 4 / 12 = 2.67, which is nearest to baik
    assert AppraisalRecord.objects.get(employee=team.member, year=2026).predicate == "baik"
    rows = CreditPointRecord.objects.filter(employee=team.member).order_by("first")
    assert list(rows.values_list("career_level", "months", "points")) == [
        ("ahli_pertama", 8, Decimal("6.25")), ("ahli_muda", 4, Decimal("12.50")),
    ]  # fmt: skip
    (leaving,) = exchange.rows_of(team.year, 0)
    assert [leaving[name] for name in ("nipBaru", "kuadranKinerjaNilai", "hasilKinerjaNilai", "perilakuKerjaNilai")] == [
        team.member.nip, 2, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(("moved_on", "counts"), [(date(2026, 1, 9), 1), (date(2026, 12, 30), 0)])
def test_a_position_of_a_few_days_keeps_nobody_from_a_closed_year(
    team: made.Team, cast: Cast, moved_on: date, counts: int
) -> None:
    make_archivist(team)
    first = made.make_skp(team, state="ditetapkan")
    with clock.frozen(moved_on):
        since = {"since": moved_on, "title": "Arsiparis", "unit": make_unit("Bagian Lain", parent=team.unit)}
        give_position(team.member, "fungsional", **since, career_level="ahli_muda")
        second = made.agree(made.start(team.member))
    ratings = ("di_bawah_ekspektasi", "di_atas_ekspektasi")
    for skp, rating in zip((first, second), ratings, strict=True):
        _finish(team, Evaluation.objects.get(skp=skp, period=0), result_rating=rating, behaviour_rating=rating)
    close(team, cast.lestari)
    record = AppraisalRecord.objects.get(employee=team.member, year=2026)
    assert record.result_rating == ratings[counts]
    credit = CreditPointRecord.objects.get(employee=team.member)
    assert (credit.career_level, credit.months) == (("ahli_pertama", "ahli_muda")[counts], 12)
    (leaving,) = exchange.rows_of(team.year, 0)
    assert leaving["hasilKinerjaNilai"] == (3, 1)[counts]


def _finish(team: made.Team, evaluation: Evaluation, **ratings: str) -> None:
    from jenjang.performance import evaluations

    evaluations.send_review(evaluation=evaluation, **ratings, note="", by=team.member_user, on=evaluation.last)
    evaluations.rate(evaluation=evaluation, **ratings, by=team.head_user, on=date(2027, 1, 11))
    handing.release(evaluation=evaluation, by=team.head_user, on=date(2027, 1, 12))
    handing.sign(evaluation=evaluation, by=team.member_user)


def test_the_officer_who_closes_does_not_correct_the_own_record(cast: Cast) -> None:
    team = made.make_team(cast.yuliana, cast.lestari)
    made.make_evaluation(team, period=0, state="diterima")
    with clock.frozen(CLOSED_ON):
        personnel.append(
            model=AppraisalRecord, employee=team.member, by=BY, effective_from=date(2026, 12, 31),
            facts={"year": 2026, "predicate": "kurang"},
        )  # fmt: skip
    assert close(team, cast.lestari).corrected == 1
    assert AppraisalRecord.objects.filter(employee=team.member).known().get().predicate == "baik"


def test_the_job_says_what_it_did_and_can_be_started_again(team: made.Team, cast: Cast) -> None:
    made.make_evaluation(team, period=0, state="diterima")
    for said in ("1 pegawai ditutup, 0 sudah", "0 pegawai ditutup, 1 sudah"):
        job = queue.start(close_year, by=cast.lestari, year=team.year.pk, user=cast.lestari.pk)
        queue.run_pending()
        assert Job.objects.get(pk=job.pk).result.startswith(said)
