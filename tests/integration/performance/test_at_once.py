"""Two at once: one SKP begun twice, written into while it is handed in, agreed twice."""

from __future__ import annotations

import pytest

from jenjang.performance import skps, tallies
from jenjang.performance.models import SKP, SKPVersion
from tests import cast as people
from tests.at_once import DONE, REFUSED, at_once
from tests.factories import performance as made


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
