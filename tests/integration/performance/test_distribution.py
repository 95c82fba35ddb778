"""Predicates of a unit: the organisation's one level above, the pattern in words, exceptions, meetings, handing over a unit."""

from datetime import date, timedelta
from typing import Any

import pytest

from jenjang.kernel import clock, jobs
from jenjang.kernel.models import Job, Notice
from jenjang.kernel.queries import law_on
from jenjang.law.errors import Refused
from jenjang.performance import calibrating, evaluations, periods, releasing, tallies, unit_predicates
from jenjang.performance.calibrating import Change, Meeting
from jenjang.performance.jobs import release_unit
from jenjang.performance.models import Assessment, Calibration, DistributionOverride, Evaluation, UnitPredicate
from jenjang.performance.queries_distribution import (
    BROKEN,
    EXCUSED,
    FITS,
    HINT,
    NOBODY,
    UNRATED,
    UNSET,
    organisation_predicate,
    spread_of,
    spreads,
)
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import make_employee, make_seat, make_unit

ABOVE, MEETS, BELOW = "di_atas_ekspektasi", "sesuai_ekspektasi", "di_bawah_ekspektasi"
BEST, GOOD, POOR = (ABOVE, ABOVE), (MEETS, MEETS), (BELOW, MEETS)
AFTER = date(2026, 4, 9)
QUARTER = periods.period_of(2026, "triwulanan", 1)
MEETING = Meeting(AFTER, "Ruang rapat", "Kepala Dinas, Kepala Bidang", "Predikat dibandingkan antarbidang.")


@pytest.fixture
def office(cast: Cast) -> Any:
    """A head of an office above the head of the team."""
    unit = make_unit("Dinas Contoh")
    make_employee(
        "Hendra Saputra", user=cast.hendra, seat=make_seat(unit, "Kepala Dinas", kind="jpt_pratama", is_head=True)
    )
    return unit


@pytest.fixture
def team(cast: Cast, office: Any) -> made.Team:
    team = made.make_team(cast.yuliana, cast.sri, parent=office)
    made.make_skp(team, state="ditetapkan")
    return team


def rate(team: made.Team, *ratings: tuple[str, str]) -> list[Evaluation]:
    """More members until there are as many as ratings, each rated by the head."""
    made.add_members(team, len(ratings) - 1)
    found = made.evaluations_of(team)
    for one, (result, behaviour) in zip(found, ratings, strict=True):
        evaluations.rate(evaluation=one, result_rating=result, behaviour_rating=behaviour, by=team.head_user, on=AFTER)
    return found


def set_predicate(team: made.Team, by: Any, predicate: str = "baik", unit: Any = None) -> UnitPredicate:
    return unit_predicates.set_predicate(
        unit=unit or team.unit, year=team.year, period=QUARTER, predicate=predicate, reason="Rencana aksi tercapai.",
        recommendation="", by=by, on=AFTER,
    )  # fmt: skip


def standing(team: made.Team, unit: Any = None) -> str:
    return spread_of((unit or team.unit).pk, team.year, 1, law_on(AFTER)).standing


# the organisation's predicate


def test_the_predicate_of_a_unit_is_set_by_who_leads_the_level_above_and_by_nobody_else(
    team: made.Team, cast: Cast
) -> None:
    for stranger in (cast.yuliana, cast.sri, cast.lestari, cast.wali, cast.zulkifli):
        with pytest.raises(Refused, match="satu tingkat di atasnya"):
            set_predicate(team, stranger)
    set_predicate(team, cast.hendra)
    assert Notice.objects.filter(user=cast.yuliana, text__contains="Predikat kinerja Bidang Contoh").exists()


@pytest.mark.parametrize("who", ["wali", "zulkifli"])
def test_above_the_highest_unit_stand_the_head_of_the_region_and_the_sekda(team: made.Team, cast: Cast, office: Any, who: str) -> None:  # fmt: skip
    with pytest.raises(Refused, match="satu tingkat di atasnya"):
        set_predicate(team, cast.hendra, unit=office)
    assert set_predicate(team, getattr(cast, who), unit=office).unit == office


def test_it_is_set_from_the_day_on_which_the_period_can_be_evaluated(team: made.Team, cast: Cast) -> None:
    with pytest.raises(Refused, match="Dapat ditetapkan mulai 17 Maret 2026"):
        unit_predicates.set_predicate(
            unit=team.unit, year=team.year, period=QUARTER, predicate="baik", reason="Dini.", recommendation="", by=cast.hendra,
            on=date(2026, 3, 16),
        )  # fmt: skip


def test_a_unit_without_its_own_predicate_follows_the_nearest_above_and_the_newest_counts(
    team: made.Team, cast: Cast, office: Any
) -> None:
    set_predicate(team, cast.wali, "istimewa", unit=office)
    assert organisation_predicate(team.unit.pk, team.year, 1).predicate == "istimewa"
    set_predicate(team, cast.hendra, "butuh_perbaikan")
    set_predicate(team, cast.hendra, "baik")
    assert organisation_predicate(team.unit.pk, team.year, 1).predicate == "baik"
    assert spread_of(team.unit.pk, team.year, 1, law_on(AFTER)).is_own


# the spread


def test_a_unit_counts_its_people_with_those_of_all_units_below(team: made.Team, office: Any) -> None:
    rate(team, BEST, GOOD, GOOD)
    found = {one.unit.pk: one for one in spreads(team.year, 1, law_on(AFTER))}
    assert [one.depth for one in found.values()] == [0, 1]
    for unit in (office, team.unit):
        assert dict(found[unit.pk].predicates) == {"sangat_baik": 1, "baik": 2}
        assert found[unit.pk].ready == 3


def test_how_a_unit_stands_to_its_pattern(team: made.Team, cast: Cast, office: Any) -> None:
    empty = make_unit("Unit kosong", parent=office)
    assert standing(team) == UNRATED
    assert standing(team, empty) == NOBODY
    rate(team, *[GOOD] * 10)
    assert standing(team) == UNSET
    set_predicate(team, cast.hendra)
    assert standing(team) == BROKEN  # more than 70 percent, and nobody below
    set_predicate(team, cast.hendra, "butuh_perbaikan")
    assert standing(team) == BROKEN


def test_a_spread_that_fits_says_so(team: made.Team, cast: Cast) -> None:
    rate(team, *[GOOD] * 6, *[BEST] * 3, POOR)
    set_predicate(team, cast.hendra)
    assert standing(team) == FITS


def test_under_ten_people_the_pattern_is_only_a_hint(team: made.Team, cast: Cast) -> None:
    rate(team, *[GOOD] * 9)
    set_predicate(team, cast.hendra)
    found = spread_of(team.unit.pk, team.year, 1, law_on(AFTER))
    assert found.standing == HINT
    assert "9 pegawai, kurang dari 10: pola menjadi peringatan saja." in [one.reason for one in found.decision.findings]


# exceptions


def test_an_exception_keeps_what_was_shown_and_covers_no_more_than_that(team: made.Team, cast: Cast) -> None:
    found = rate(team, *[GOOD] * 10)
    set_predicate(team, cast.hendra)
    make = {"unit": team.unit, "year": team.year, "period": QUARTER, "reason": "Tim baru yang seragam.", "on": AFTER}
    with pytest.raises(Refused, match="pimpinannya atau petugas BKPSDM"):
        unit_predicates.make_exception(**make, by=cast.sri)
    unit_predicates.make_exception(**make, by=cast.yuliana)
    assert '"predikat_organisasi":"baik"' in DistributionOverride.objects.get().findings
    assert standing(team) == EXCUSED
    change = Change(*POOR, reason="Bukti belum cukup.")
    calibrate(team, cast.yuliana, {found[0].pk: change})
    assert standing(team) == EXCUSED  # less is broken than was excused
    set_predicate(team, cast.hendra, "istimewa")
    assert standing(team) == BROKEN


def test_where_nothing_is_broken_nothing_is_excused(team: made.Team, cast: Cast) -> None:
    rate(team, *[GOOD] * 6, *[BEST] * 3, POOR)
    set_predicate(team, cast.hendra)
    with pytest.raises(Refused, match="tidak menyimpang"):
        unit_predicates.make_exception(
            unit=team.unit, year=team.year, period=QUARTER, reason="Tidak perlu.", by=cast.yuliana, on=AFTER
        )


# meetings


def calibrate(team: made.Team, by: Any, changes: dict[int, Change], *, unit: Any = None, meeting: Meeting = MEETING) -> Calibration:  # fmt: skip
    return calibrating.calibrate(
        unit=unit or team.unit, year=team.year, period=QUARTER, meeting=meeting, changes=changes, by=by, on=AFTER
    )


def test_a_meeting_changes_with_before_after_and_why_and_releases_nothing(
    team: made.Team, cast: Cast, office: Any
) -> None:
    first, second = rate(team, BEST, GOOD)
    meeting = calibrate(team, cast.hendra, {first.pk: Change(*GOOD, reason="Setara dengan bidang lain.")}, unit=office)
    first.refresh_from_db()
    assert (first.state, first.predicate, first.released_on) == ("dinilai", "baik", None)
    before, after = Assessment.objects.filter(evaluation=first).order_by("pk")
    assert (before.predicate, after.predicate, after.reason) == ("sangat_baik", "baik", "Setara dengan bidang lain.")
    assert (after.kind, after.calibration, after.by) == ("kalibrasi", meeting, cast.hendra)
    assert Evaluation.objects.get(pk=second.pk).predicate == "baik"
    assert Notice.objects.filter(user=cast.yuliana, text__contains="mengubah penilaian Anda").count() == 1
    assert tallies.differences(team.year) == []


def test_a_meeting_needs_somebody_who_leads_the_unit_or_the_personnel_office(team: made.Team, cast: Cast) -> None:
    first, _ = rate(team, BEST, GOOD)
    changes = {first.pk: Change(*GOOD, reason="Setara.")}
    for stranger in (cast.sri, cast.dewi, cast.nurhayati, cast.wali):
        with pytest.raises(Refused, match="pimpinannya atau petugas BKPSDM"):
            calibrate(team, stranger, changes)
    calibrate(team, cast.lestari, changes)


def test_nobody_changes_the_own_result_in_a_meeting(team: made.Team, cast: Cast, office: Any) -> None:
    own = made.agree(made.start(team.head)).evaluations.get(period=1)
    evaluations.rate(evaluation=own, result_rating=MEETS, behaviour_rating=MEETS, by=cast.hendra, on=AFTER)
    with pytest.raises(Refused, match="bukan bagian unit ini"):
        calibrate(team, cast.yuliana, {own.pk: Change(*BEST, reason="Saya.")})
    calibrate(team, cast.hendra, {own.pk: Change(*BEST, reason="Bukti baru.")}, unit=office)


def test_what_was_handed_over_meanwhile_is_changed_by_no_meeting(team: made.Team, cast: Cast) -> None:
    made.make_evaluation(team, state="dirilis")
    one = Evaluation.objects.get(employee=team.member, period=1)
    with pytest.raises(Refused, match="sudah diserahkan"):
        calibrate(team, cast.yuliana, {one.pk: Change(*BEST, reason="Terlambat.")})


def test_a_change_that_changes_nothing_is_refused_by_name(team: made.Team, cast: Cast) -> None:
    first, _ = rate(team, GOOD, GOOD)
    with pytest.raises(Refused, match="Sri Wahyuni: rating baru sama dengan yang lama"):
        calibrate(team, cast.yuliana, {first.pk: Change(*GOOD, reason="Sama.")})
    assert not Calibration.objects.exists()


def test_a_meeting_of_tomorrow_is_not_minuted_today(team: made.Team, cast: Cast) -> None:
    late = Meeting(AFTER + timedelta(days=1), "Ruang rapat", "Semua", "Belum.")
    with pytest.raises(Refused, match="belum tiba"):
        calibrate(team, cast.yuliana, {}, meeting=late)


# handing over a unit


def test_a_unit_is_handed_over_after_its_predicate_and_pattern(team: made.Team, cast: Cast) -> None:
    rate(team, *[GOOD] * 10)

    def why(by: Any) -> list[str]:
        found = spread_of(team.unit.pk, team.year, 1, law_on(AFTER))
        return [one.code for one in releasing.may_release(by, found).objections]

    assert why(cast.yuliana) == ["predikat"]
    set_predicate(team, cast.hendra)
    assert why(cast.yuliana) == ["pola"]
    assert why(cast.sri) == ["unit", "pola"]
    unit_predicates.make_exception(
        unit=team.unit, year=team.year, period=QUARTER, reason="Tim baru.", by=cast.yuliana, on=AFTER
    )
    assert why(cast.yuliana) == []


def test_a_unit_is_handed_over_in_the_background_but_for_who_asks_it(team: made.Team, cast: Cast) -> None:
    found = rate(team, GOOD, GOOD, POOR)
    own = made.agree(made.start(team.head)).evaluations.get(period=1)
    evaluations.rate(evaluation=own, result_rating=MEETS, behaviour_rating=MEETS, by=cast.hendra, on=AFTER)
    with clock.frozen(AFTER):
        job = jobs.start(
            release_unit, by=cast.yuliana, year=team.year.pk, period=1, unit=team.unit.pk, user=cast.yuliana.pk
        )
        jobs.run_pending()
    assert Job.objects.get(pk=job.pk).result == "3 hasil diserahkan. Tiap pegawai diberi tahu."
    states = Evaluation.objects.filter(period=1).values_list("pk", "state")
    assert dict(states) == {one.pk: "dirilis" for one in found} | {own.pk: "dinilai"}
    assert tallies.differences(team.year) == []


def test_what_somebody_else_handed_over_meanwhile_is_passed_over(team: made.Team) -> None:
    one = made.make_evaluation(team, state="dirilis")
    assert list(releasing.release_each([one.pk], by=team.head_user, on=AFTER)) == [False]
