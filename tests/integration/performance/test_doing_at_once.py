"""Two at once: the same draft from a phone that tries again, and two devices that write about the same result."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jenjang.performance import progress
from jenjang.performance.models import SKP, ProgressEntry
from jenjang.performance.progress import Done
from jenjang.performance.weeks import week_of
from tests import cast as people
from tests.at_once import DONE, at_once
from tests.factories import performance as made

KEY = "fedcba9876543210fedcba9876543210"


@pytest.fixture
def skp(committed_db: str) -> SKP:
    cast = people.make()
    return made.make_skp(made.make_team(cast.yuliana, cast.sri), state="ditetapkan")


def writer(skp: SKP, text: str, key: str = "") -> Callable[[], object]:
    user, result = skp.employee.user, skp.results.first().pk
    return lambda: progress.record(
        week=week_of(made.START), done=[Done(result, text)], by=user, on=made.START, key=key
    )  # fmt: skip


def test_a_draft_that_is_sent_twice_at_once_is_kept_once(skp: SKP) -> None:
    assert at_once(*[writer(skp, "Dari ponsel.", KEY)] * 3) == [DONE] * 3
    assert ProgressEntry.objects.count() == 1


def test_of_two_devices_one_entry_stands_and_the_other_is_history(skp: SKP) -> None:
    assert at_once(writer(skp, "Dari ponsel."), writer(skp, "Dari kantor.")) == [DONE, DONE]
    assert ProgressEntry.objects.count() == 2
    assert ProgressEntry.objects.filter(withdrawn_at=None).count() == 1
