"""Two at once: a contribution confirmed from two devices, a consent answered yes and no in the same moment."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jenjang.performance.models import PlannedResult, ProgressEntry
from jenjang.projects import consents, contributions
from jenjang.projects.models import Consent, ConsentTransition, Contribution, TeamRoleRecord
from tests import cast as people
from tests.at_once import DONE, REFUSED, at_once
from tests.factories import projects
from tests.factories.projects import DAY, Stage


@pytest.fixture
def stage(committed_db: str) -> Stage:
    return projects.make_stage(people.make())


def test_a_contribution_that_is_confirmed_twice_at_once_counts_once(stage: Stage) -> None:
    found = projects.make_contribution(stage, projects.make_project(stage, state="berjalan"))

    def confirm() -> None:
        contributions.confirm(contribution=Contribution.objects.get(pk=found.pk), by=stage.lead_user, on=DAY)

    assert at_once(confirm, confirm) == [REFUSED, DONE]
    assert (PlannedResult.objects.count(), ProgressEntry.objects.count(), TeamRoleRecord.objects.count()) == (1, 1, 1)


def test_a_consent_that_is_answered_both_ways_at_once_has_one_answer(stage: Stage) -> None:
    projects.make_project(stage, state="menunggu")
    pk = Consent.objects.get(membership__employee=stage.member, side="anggota").pk

    def answer(*, agreed: bool) -> Callable[[], None]:
        return lambda: consents.decide(
            consent=Consent.objects.get(pk=pk), agreed=agreed, by=stage.member_head_user, on=DAY, reason="Kurang orang."
        )

    assert at_once(answer(agreed=True), answer(agreed=False)) == [REFUSED, DONE]
    assert ConsentTransition.objects.filter(consent=pk).count() == 1
