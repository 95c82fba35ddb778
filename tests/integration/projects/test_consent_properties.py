"""The clock of consent on whatever days it is read and answered: silence climbs after the last day and never before, and nobody is lost."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jenjang.kernel.queries import law_on
from jenjang.law.errors import Refused
from jenjang.law.workdays import working_calendar
from jenjang.projects import consents
from jenjang.projects.models import Consent, Project
from tests.cast import Cast
from tests.factories import projects
from tests.factories.people import make_employee, make_seat

TURNS = ("jam", "setuju", "tolak")
STEPS = st.lists(st.tuples(st.sampled_from(TURNS), st.integers(-1, 2), st.integers(0, 9)), min_size=2, max_size=7)
"""What happens, how many days after the earliest clock runs out, to which of those who are asked; never earlier than the step before."""


@pytest.fixture
def stage(cast: Cast) -> projects.Stage:
    """Above both heads of units stands one of an office; above that one, the head of the region."""
    made = projects.make_stage(cast)
    office = made.member_head_user.employee.current.unit.parent
    make_employee("Budi Santoso", user=cast.budi, seat=make_seat(office, "Sekretaris Daerah", is_head=True))
    return made


@settings(
    max_examples=25, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@example(steps=[("jam", 0, 0), ("jam", 1, 0), ("jam", 0, 0), ("jam", 1, 0), ("jam", 2, 0)])
@example(steps=[("jam", 1, 0), ("setuju", 0, 0), ("jam", 1, 0), ("setuju", 0, 1), ("setuju", 0, 0)])
@example(steps=[("setuju", -1, 1), ("jam", 1, 0), ("tolak", 0, 0), ("jam", 1, 0)])
@given(steps=STEPS)
def test_silence_climbs_on_the_day_after_the_last_and_never_consents(
    stage: projects.Stage, steps: list[tuple[str, int, int]]
) -> None:
    with transaction.atomic():
        project, day = projects.make_project(stage, state="menunggu"), projects.DAY
        for turn, offset, which in steps:
            asked = _asked(project)
            if not asked:
                break
            day = max(day, min(one.due for one in asked) + timedelta(days=offset))
            agreed = _agreed(project)
            if turn == "jam":
                _climb(project, asked, day)
                assert _agreed(project) == agreed
            else:
                _answer(stage, asked[which % len(asked)], turn == "setuju", day)
            _holds(project)
        transaction.set_rollback(True)


def _asked(project: Project) -> list[Consent]:
    return list(Consent.objects.filter(membership__project=project, state="diminta").order_by("pk"))


def _agreed(project: Project) -> set[int]:
    return set(Consent.objects.filter(membership__project=project, state="disetujui").values_list("pk", flat=True))


def _climb(project: Project, asked: list[Consent], day: date) -> None:
    """Those whose last day is over and who have somebody above climb, all others wait on; run again it finds nothing."""
    late = {one.pk for one in asked if day > one.due and one.asked_of_id is not None}
    assert consents.escalate_lapsed(day) == len(late)
    climbed = Consent.objects.filter(pk__in=[one.pk for one in asked], state="dinaikkan")
    assert set(climbed.values_list("pk", flat=True)) == late
    assert consents.escalate_lapsed(day) == 0


def _answer(stage: projects.Stage, consent: Consent, agreed: bool, day: date) -> None:
    by = consent.asked_of.user if consent.asked_of else stage.mayor
    by.asked = {}
    with suppress(Refused), transaction.atomic():
        consents.decide(consent=consent, agreed=agreed, by=by, on=day, reason="Beban unit.")


def _holds(project: Project) -> None:
    """Each clock is as long as the law says; nobody is asked twice for one person; nobody is in, and no team runs, unasked."""
    project.refresh_from_db()
    rows = list(Consent.objects.filter(membership__project=project).select_related("membership", "asked_of"))
    for one in rows:
        law = law_on(one.asked_on)
        days = working_calendar(law).count(one.asked_on + timedelta(days=1), one.due)
        assert days == law["kinerja.tim.tenggat_persetujuan"].value
        assert one.asked_of_id not in (one.membership.employee_id, project.lead_id)
    open_ones = [(one.membership_id, one.asked_of_id) for one in rows if one.state == "diminta"]
    assert len(open_ones) == len(set(open_ones))
    for membership in project.memberships.all():
        states = {one.state for one in rows if one.membership_id == membership.pk}
        if membership.state == "aktif":
            assert "disetujui" in states
            assert not states & {"diminta", "ditolak"}
    assert project.state != "berjalan" or not open_ones
