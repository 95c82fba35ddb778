"""Documents that nobody answered, by the day; and how an appraiser's ratings look together."""

from datetime import timedelta
from typing import Any

import pytest

from jenjang.kernel import clock
from jenjang.kernel.models import Notice
from jenjang.kernel.queries import law_on
from jenjang.performance import evaluations, handing, jobs, lapsing, patterns, skps, tallies
from jenjang.performance.models import AppraiserPattern, Evaluation
from jenjang.performance.queries_patterns import lines_of, pattern_of, periods_with_ratings, reading_of
from jenjang.personnel import actions as personnel
from jenjang.personnel.models import KinshipRecord
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import BY, make_employee, make_unit

ABOVE, MEETS, BELOW = "di_atas_ekspektasi", "sesuai_ekspektasi", "di_bawah_ekspektasi"
BEST, GOOD, POOR = (ABOVE, ABOVE), (MEETS, MEETS), (BELOW, MEETS)


@pytest.fixture
def team(cast: Cast) -> made.Team:
    return made.make_team(cast.yuliana, cast.sri)


def rate(team: made.Team, *ratings: tuple[str, str]) -> None:
    waiting = [one for one in made.evaluations_of(team) if not one.predicate]
    for one, (result, behaviour) in zip(waiting, ratings, strict=True):
        evaluations.rate(
            evaluation=one, result_rating=result, behaviour_rating=behaviour, by=team.head_user, on=made.RATED_ON
        )


def read_lines(team: made.Team, **chosen: Any) -> list[AppraiserPattern]:
    return list(lines_of(patterns.read(team.year, 1, on=made.RATED_ON), units=None, **chosen))


def seen(team: made.Team) -> list[str]:
    return pattern_of(team.head.pk, team.year, 1, law_on(made.RATED_ON)).seen


# the daily job


def test_documents_lapse_on_the_day_after_the_last_and_not_before(team: made.Team) -> None:
    evaluation = made.make_evaluation(team, state="dirilis")
    due = handing.sign_by(evaluation)
    with clock.frozen(due):
        jobs.lapse_unanswered()
    assert Evaluation.objects.get(pk=evaluation.pk).state == "dirilis"
    with clock.frozen(due + timedelta(days=1)):
        jobs.lapse_unanswered()
    assert Evaluation.objects.get(pk=evaluation.pk).state == "tanpa_tanggapan"
    assert Notice.objects.filter(user=team.member_user, text__contains="berlaku seperti diserahkan").count() == 1
    assert tallies.differences(team.year) == []


def test_what_was_signed_or_objected_to_does_not_lapse_and_twice_finds_nothing_more(team: made.Team) -> None:
    signed = made.make_evaluation(team, state="diterima")
    made.add_members(team, 2)
    rate(team, GOOD, GOOD)
    for one in made.evaluations_of(team)[1:]:
        handing.release(evaluation=one, by=team.head_user, on=made.RATED_ON)
    late = handing.sign_by(signed) + timedelta(days=1)
    assert [lapsing.lapse_all(on=late), lapsing.lapse_all(on=late)] == [2, 0]


# patterns


def test_a_group_of_four_shows_no_pattern(team: made.Team) -> None:
    made.add_members(team, 4)
    rate(team, *[GOOD] * 4)
    found = pattern_of(team.head.pk, team.year, 1, law_on(made.RATED_ON))
    assert not found.decision.result.shown
    assert found.seen == []


def test_all_alike_is_named(team: made.Team) -> None:
    made.add_members(team, 5)
    rate(team, *[GOOD] * 5)
    assert seen(team) == ["seragam"]


def test_women_and_men_who_are_rated_apart_are_named(team: made.Team) -> None:
    made.add_members(team, 5, sex="P")
    rate(team, POOR, POOR, GOOD, GOOD, GOOD)
    made.add_members(team, 5, sex="L")
    rate(team, GOOD, GOOD, GOOD, GOOD, (MEETS, ABOVE))
    assert seen(team) == ["jenis_kelamin"]


def test_units_that_are_rated_apart_are_named(team: made.Team) -> None:
    below = make_unit("Seksi Contoh", parent=team.unit)
    made.add_members(team, 5)
    rate(team, POOR, POOR, GOOD, GOOD, GOOD)
    made.add_members(team, 5, unit=below)
    rate(team, *[GOOD] * 5)
    assert seen(team) == ["unit"]


def test_who_rates_far_above_the_agency_is_named_and_the_agency_is_not(team: made.Team, cast: Cast) -> None:
    other = made.make_team(cast.hendra, cast.dewi)
    made.add_members(team, 5)
    rate(team, BEST, BEST, BEST, (ABOVE, MEETS), (MEETS, ABOVE))
    made.add_members(other, 5)
    others = [one for one in made.evaluations_of(other) if one.skp.appraiser_id == other.head.pk]
    for one, (result, behaviour) in zip(others, (GOOD, GOOD, GOOD, POOR, POOR), strict=True):
        evaluations.rate(evaluation=one, result_rating=result, behaviour_rating=behaviour, by=other.head_user, on=made.RATED_ON)  # fmt: skip
    found = [(one.appraiser_id, one.people, one.codes) for one in read_lines(team)]
    assert found == [(team.head.pk, 5, ["longgar"]), (other.head.pk, 5, [])]
    assert seen(team) == ["longgar"]


def test_a_relative_is_named_at_any_size_and_what_a_meeting_changed_counts_as_the_appraiser_gave_it(
    team: made.Team,
) -> None:
    personnel.append(
        model=KinshipRecord, employee=team.member, by=BY, effective_from=made.START.replace(year=2020),
        facts={"relation": "kakak", "relative_employee": team.head, "relative_name": "Yuliana Putri"},
    )  # fmt: skip
    evaluation = made.make_evaluation(team, state="dinilai", result_rating=ABOVE, behaviour_rating=ABOVE)
    assert seen(team) == ["keluarga"]
    evaluations.apply_assessment(
        evaluation, "kalibrasi", *POOR, target="dinilai", by=team.head_user, law=law_on(made.RATED_ON), reason="Rapat."
    )
    assert pattern_of(team.head.pk, team.year, 1, law_on(made.RATED_ON)).facts.above == 1


def test_ratings_stay_with_who_gave_them_when_another_appraises_since(team: made.Team) -> None:
    skps_of_team = made.add_members(team, 2)
    rate(team, BEST, GOOD)
    successor = make_employee("Dewi Anggraini", unit=team.unit)
    for skp in skps_of_team:
        skps.change_appraiser(skp=skp, appraiser=successor, by=team.head_user, reason="Pindah tugas.")
    assert pattern_of(team.head.pk, team.year, 1, law_on(made.RATED_ON)).facts.people == 2
    assert pattern_of(successor.pk, team.year, 1, law_on(made.RATED_ON)) is None
    assert [line.appraiser for line in read_lines(team)] == [team.head]


def test_a_pattern_can_be_asked_of_periods_in_which_somebody_was_rated(team: made.Team) -> None:
    assert periods_with_ratings() == []
    made.make_evaluation(team, state="dinilai")
    made.make_evaluation(team, period=2, state="dinilai")
    assert [(year.year, period.number) for year, period in periods_with_ratings()] == [(2026, 2), (2026, 1)]


def test_who_has_rated_nobody_has_no_pattern(team: made.Team, cast: Cast) -> None:
    made.make_evaluation(team, state="diisi")
    found: Any = pattern_of(team.head.pk, team.year, 1, law_on(made.RATED_ON))
    assert found is None


# the nightly reading


def test_the_own_pattern_is_counted_now_and_the_list_shows_what_was_read(team: made.Team) -> None:
    made.add_members(team, 5)
    rate(team, *[GOOD] * 5)
    assert reading_of(team.year, 1) is None
    assert [one.codes for one in read_lines(team)] == [["seragam"]]
    made.add_members(team, 3)
    rate(team, *[POOR] * 3)
    assert seen(team) == []
    assert [(one.people, one.codes) for one in lines_of(reading_of(team.year, 1), units=None)] == [(5, ["seragam"])]
    assert [(one.people, one.codes) for one in read_lines(team)] == [(8, [])]


def test_lines_are_found_by_unit_name_person_and_pattern(team: made.Team) -> None:
    made.add_members(team, 5)
    rate(team, *[GOOD] * 5)
    person = team.head.current
    for text, codes, count in (
        (person.full_name[:5].upper(), None, 1), (person.unit_name, ["seragam"], 1), (person.unit_name, ["longgar"], 0),
        ("tak ada yang bernama ini", None, 0), ("%", None, 0),
    ):  # fmt: skip
        assert len(read_lines(team, text=text, codes=codes)) == count, (text, codes)
    reading = patterns.read(team.year, 1, on=made.RATED_ON)
    assert [len(lines_of(reading, units=units)) for units in ([person.unit_id], [], None)] == [1, 0, 1]


def test_at_night_the_newest_period_is_read_and_an_older_one_only_after_a_change(team: made.Team) -> None:
    made.make_evaluation(team, state="dinilai")
    made.make_evaluation(team, period=2, state="dinilai")
    assert [patterns.read_due(on=made.RATED_ON), patterns.read_due(on=made.RATED_ON)] == [2, 1]
    made.add_members(team, 1)
    rate(team, GOOD)
    assert patterns.read_due(on=made.RATED_ON) == 2


def test_only_the_personnel_office_reads_anew_and_everybody_concerned_sees_it(
    client: Any, cast: Cast, sign_in: Any, team: made.Team
) -> None:
    made.add_members(team, 5)
    rate(team, *[GOOD] * 5)
    address = f"?tahun={team.year.year}&masa=1"
    sign_in(client, cast.nurhayati)
    assert "Belum dibaca" in client.get(f"/kinerja/pola/{address}").content.decode()
    sign_in(client, cast.lestari)
    assert "Belum dibaca" in client.get(f"/kinerja/pola/{address}").content.decode()
    page = client.post(f"/kinerja/pola/baca/{address}", follow=True).content.decode()
    assert team.head.current.full_name in page
    assert "Seragam" in page
