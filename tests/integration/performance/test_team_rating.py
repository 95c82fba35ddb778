"""A team at once: choices kept one by one, complete ones turned into ratings, handed over together."""

from datetime import date

import pytest

from jenjang.kernel.models import Notice
from jenjang.law.errors import Refused
from jenjang.performance import tallies, team_rating
from jenjang.performance.models import Assessment, Evaluation, EvaluationDocument, RatingDraft
from jenjang.performance.queries_team_rating import Choice
from jenjang.personnel import actions as personnel
from jenjang.personnel.models import KinshipRecord
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import BY, make_employee, make_seat

ABOVE, MEETS, BELOW = "di_atas_ekspektasi", "sesuai_ekspektasi", "di_bawah_ekspektasi"
AFTER = date(2026, 4, 9)  # the day after which nobody waits for the person's own words


@pytest.fixture
def team(cast: Cast) -> made.Team:
    team = made.make_team(cast.yuliana, cast.sri)
    made.make_skp(team, state="ditetapkan")
    made.add_members(team, 3)
    return team


def save(team: made.Team, **choices: Choice) -> int:
    typed = {int(key.removeprefix("e")): choice for key, choice in choices.items()}
    return team_rating.save_choices(year=team.year, period=1, typed=typed, by=team.head_user)


def keyed(*pairs: tuple[Evaluation, Choice]) -> dict[str, Choice]:
    return {f"e{one.pk}": choice for one, choice in pairs}


def finish(team: made.Team, on: date = AFTER) -> team_rating.Outcome:
    return team_rating.finish(year=team.year, period=1, by=team.head_user, on=on)


def test_each_choice_is_kept_and_only_what_changed_is_written(team: made.Team) -> None:
    one, other, *_ = made.evaluations_of(team)
    assert save(team, **keyed((one, Choice(ABOVE)), (other, Choice(note="Teliti.")))) == 2
    assert save(team, **keyed((one, Choice(ABOVE)), (other, Choice(MEETS, MEETS, "Teliti.")))) == 1
    kept = RatingDraft.objects.get(evaluation=other)
    assert (kept.result_rating, kept.behaviour_rating, kept.note) == (MEETS, MEETS, "Teliti.")


def test_complete_drafts_become_ratings_and_what_is_missing_is_named(team: made.Team) -> None:
    first, second, third, fourth = made.evaluations_of(team)
    save(team, **keyed((first, Choice(ABOVE, ABOVE, "Melampaui target.")), (second, Choice(MEETS)), (third, Choice(note="-"))))  # fmt: skip
    outcome = finish(team)
    assert outcome.rated == [first]
    assert {one.pk: words for one, words in outcome.missing} == {
        second.pk: "Belum dipilih: perilaku.", third.pk: "Belum dipilih: hasil kerja dan perilaku.",
        fourth.pk: "Belum dipilih: hasil kerja dan perilaku.",
    }  # fmt: skip
    given = Assessment.objects.get(evaluation=first)
    assert (given.kind, given.predicate, given.note) == ("penilai", "sangat_baik", "Melampaui target.")
    assert set(RatingDraft.objects.values_list("evaluation", flat=True)) == {second.pk, third.pk}
    assert tallies.differences(team.year) == []


def test_who_has_not_filled_in_is_rated_only_after_the_day_for_it(team: made.Team) -> None:
    one = made.evaluations_of(team)[0]
    save(team, **keyed((one, Choice(MEETS, MEETS))))
    outcome = finish(team, on=date(2026, 4, 8))
    assert outcome.rated == []
    assert dict(outcome.missing)[one] == "Pegawai belum mengisi; dapat dinilai tanpa isian sesudah 8 April 2026."
    assert finish(team).rated == [one]


def test_what_is_rated_is_drafted_no_more(team: made.Team) -> None:
    one = made.evaluations_of(team)[0]
    save(team, **keyed((one, Choice(MEETS, MEETS))))
    finish(team)
    with pytest.raises(Refused, match="Sri Wahyuni sudah dinilai"):
        save(team, **keyed((one, Choice(ABOVE, MEETS))))


def test_the_sheet_of_another_holds_nobody_of_this_team(team: made.Team, cast: Cast) -> None:
    one = made.evaluations_of(team)[0]
    typed = {one.pk: Choice(ABOVE, ABOVE)}
    for stranger in (team.member_user, cast.hendra, cast.lestari, cast.wali):
        assert team_rating.save_choices(year=team.year, period=1, typed=typed, by=stranger) == 0
        assert team_rating.finish(year=team.year, period=1, by=stranger, on=AFTER).rated == []
    assert not RatingDraft.objects.exists()


def test_who_acts_as_the_head_of_the_region_rates_the_heads_but_never_the_own(cast: Cast) -> None:
    heads = [make_employee(name, user=user, seat=make_seat(title=f"Kepala {name}", is_head=True))
             for name, user in (("Wali Kota", cast.wali), ("Yuliana Putri", cast.yuliana))]  # fmt: skip
    skps = [made.agree(made.start(head)) for head in heads]
    assert all(skp.by_authority for skp in skps)
    both = Evaluation.objects.filter(skp__in=skps, period=1)
    typed = {one.pk: Choice(ABOVE, ABOVE) for one in both}
    assert team_rating.save_choices(year=skps[0].year, period=1, typed=typed, by=cast.wali) == 1
    outcome = team_rating.finish(year=skps[0].year, period=1, by=cast.wali, on=AFTER)
    assert [one.employee for one in outcome.rated] == [heads[1]]


def test_a_relative_in_the_team_is_told_to_the_personnel_office(team: made.Team, cast: Cast) -> None:
    personnel.append(
        model=KinshipRecord, employee=team.member, by=BY, effective_from=date(2020, 1, 2),
        facts={"relation": "kakak", "relative_employee": team.head, "relative_name": "Yuliana Putri"},
    )  # fmt: skip
    everybody = made.evaluations_of(team)
    save(team, **keyed(*((one, Choice(MEETS, MEETS)) for one in everybody)))
    outcome = finish(team)
    assert outcome.related == {team.member.pk: "adik kandung"}
    assert set(Assessment.objects.exclude(relation="").values_list("employee", flat=True)) == {team.member.pk}
    told = Notice.objects.filter(text__contains="menilai Sri Wahyuni, keluarganya (adik kandung)")
    assert set(told.values_list("user", flat=True)) == {cast.lestari.pk, cast.rahmat.pk}


def test_all_that_are_rated_are_handed_over_at_once_and_the_rest_waits(team: made.Team) -> None:
    first, second, *_ = made.evaluations_of(team)
    save(team, **keyed((first, Choice(MEETS, MEETS)), (second, Choice(ABOVE, MEETS))))
    finish(team)
    handed = team_rating.release_team(year=team.year, period=1, by=team.head_user, on=AFTER)
    assert {one.pk for one in handed} == {first.pk, second.pk}
    assert EvaluationDocument.objects.count() == 2
    assert Evaluation.objects.filter(year=team.year, period=1, state="terbuka").count() == 2
    assert tallies.differences(team.year) == []


def test_without_a_rating_nothing_is_handed_over(team: made.Team) -> None:
    with pytest.raises(Refused, match="Belum ada penilaian yang siap diserahkan"):
        team_rating.release_team(year=team.year, period=1, by=team.head_user, on=AFTER)
