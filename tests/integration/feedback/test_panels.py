"""Beside an SKP: the ways to what was written about its results and to what others say of them."""

from typing import Any

import pytest
from django.test import Client

from tests.cast import Cast
from tests.factories import performance as made


@pytest.fixture
def team(cast: Cast) -> made.Team:
    return made.make_team(cast.yuliana, cast.sri)


def test_progress_is_shown_to_all_who_read_the_plan_and_notes_to_its_owner(
    team: made.Team, cast: Cast, sign_in: Any
) -> None:
    skp = made.make_skp(team, state="ditetapkan")
    own = sign_in(Client(), cast.sri).get(skp.get_absolute_url()).content.decode()
    assert "Yang dicatat tiap pekan" in own
    assert "Anda dapat memintanya" in own
    head = sign_in(Client(), cast.yuliana).get(skp.get_absolute_url()).content.decode()
    assert "Yang dicatat tiap pekan" in head
    assert "Anda dapat memintanya" not in head


def test_beside_a_draft_there_is_no_progress_to_read(team: made.Team, cast: Cast, sign_in: Any) -> None:
    page = sign_in(Client(), cast.sri).get(made.make_skp(team).get_absolute_url()).content.decode()
    assert "Yang dicatat tiap pekan" not in page
