"""A query that is written once: asked with a key, wherever in it the stand-in stood."""

from datetime import date

from jenjang.accounts.models import User
from jenjang.accounts.queries import powers_of
from jenjang.accounts.roles import Role
from jenjang.kernel.written import STAND_IN, write
from tests.cast import Cast


def test_it_answers_for_each_key_as_the_query_would(cast: Cast) -> None:
    named = write(User.objects.filter(pk__in=User.objects.filter(pk=STAND_IN).values("pk")).values_list("name"))
    assert named.rows(cast.sri.pk) == [("Sri Wahyuni",)]
    assert named.rows(cast.budi.pk) == [("Budi Santoso",)]
    assert named.rows(STAND_IN) == []


def test_powers_are_those_of_the_day_and_of_nobody_else(cast: Cast) -> None:
    day = date(2026, 11, 2)
    assert Role.PERSONNEL_OFFICER in powers_of(cast.lestari, day).roles
    assert Role.PERSONNEL_OFFICER not in powers_of(cast.sri, day).roles
    assert Role.PERSONNEL_OFFICER not in powers_of(cast.lestari, date(2023, 12, 31)).roles
