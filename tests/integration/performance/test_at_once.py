"""Two at once: one SKP begun twice, written into while it is handed in, agreed twice; the line followed twice, and stopped."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction

from jenjang.organization.models import OrgUnit
from jenjang.performance import following, skps, tallies
from jenjang.performance.models import SKP, SKPVersion
from jenjang.personnel import actions as personnel
from tests import cast as people
from tests.at_once import DONE, REFUSED, at_once
from tests.factories import performance as made
from tests.factories.people import BY, DECREE, make_employee, make_seat, make_unit

LEFT = date(2026, 7, 1)


@pytest.fixture
def team(committed_db: str) -> made.Team:
    cast = people.make()
    return made.make_team(cast.yuliana, cast.sri)


def test_an_skp_that_is_begun_on_two_devices_is_begun_once(team: made.Team) -> None:
    def start() -> None:
        skps.start(employee=team.member, year=team.year, by=team.member_user, on=made.START)

    assert at_once(start, start, on=made.START) == [REFUSED, DONE]
    assert SKP.objects.filter(employee=team.member).count() == 1
    assert tallies.differences(team.year) == []


def test_an_skp_that_is_agreed_twice_at_once_has_one_version(team: made.Team) -> None:
    skp = made.make_skp(team, state="diajukan")

    def agree() -> None:
        skps.agree(skp=SKP.objects.get(pk=skp.pk), by=team.head_user, on=made.START, seen=1)

    assert at_once(agree, agree, on=made.START) == [REFUSED, DONE]
    assert SKPVersion.objects.filter(skp=skp).count() == 1


def test_two_runs_that_follow_the_line_at_once_hand_over_and_end_once(team: made.Team) -> None:
    above = make_employee("Atasan Rekaan", seat=make_seat(make_unit("Dinas Contoh"), "Kepala Dinas", is_head=True))
    OrgUnit.objects.filter(pk=team.unit.pk).update(parent=above.current.unit)
    skp = made.make_skp(team, state="ditetapkan")
    with transaction.atomic():
        (colleague,) = made.add_members(team, 1)
    for person in (team.head, colleague.employee):
        personnel.retire(employee=person, effective_from=LEFT, decree=DECREE, by=BY)

    def follow() -> None:
        following.follow_all(on=LEFT)

    assert at_once(follow, follow, on=LEFT) == [DONE, DONE]
    skp.refresh_from_db()
    assert skp.appraiser == above
    assert skp.dialogue.count() == 1
    assert SKP.objects.get(pk=colleague.pk).until == date(2026, 6, 30)
    assert tallies.differences(team.year) == []


def test_a_run_that_follows_the_line_and_is_stopped_goes_on_the_next_time(
    team: made.Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.make_skp(team, state="ditetapkan")
    personnel.retire(employee=team.member, effective_from=LEFT, decree=DECREE, by=BY)
    personnel.retire(employee=team.head, effective_from=LEFT, decree=DECREE, by=BY)
    with monkeypatch.context() as broken, pytest.raises(RuntimeError):
        broken.setattr(following, "_hand_over", _stopped)
        following.follow_all(on=LEFT)
    found = following.follow_all(on=LEFT)
    assert (found.ended, found.handed) == (0, 1)
    assert SKP.objects.get(employee=team.member).by_authority


def _stopped(*_: object) -> bool:
    raise RuntimeError("the machine was switched off")
