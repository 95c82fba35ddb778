"""Perpindahan status tim kerja: one step along its table, sealed, and the projection beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

from jenjang.kernel.transitions import Track, Tracks
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.projects import states
from jenjang.projects.models import (
    Consent,
    ConsentTransition,
    Contribution,
    ContributionTransition,
    Membership,
    MembershipTransition,
    Project,
    ProjectTransition,
)

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.ledger import Actor

TRACKS = Tracks(
    "projects",
    {
        Project: Track(states.PROJECT, ProjectTransition, "project"),
        Membership: Track(states.MEMBERSHIP, MembershipTransition, "membership"),
        Consent: Track(states.CONSENT, ConsentTransition, "consent"),
        Contribution: Track(states.CONTRIBUTION, ContributionTransition, "contribution"),
    },
)


@transaction.atomic
def move_project(project: Project, target: str, *, by: User | Actor, reason: str = "") -> None:
    """Tim kerja: one step."""
    TRACKS.move(project, target, by=by, reason=reason)
    _keep(project, state=target)


@transaction.atomic
def move_membership(
    membership: Membership, target: str, *, by: User | Actor, reason: str = "", **changed: Any
) -> None:  # fmt: skip
    """Keanggotaan: one step, with the days that change with it."""
    TRACKS.move(membership, target, by=by, reason=reason, employee_id=membership.employee_id)
    _keep(membership, state=target, **changed)


@transaction.atomic
def move_consent(consent: Consent, target: str, *, by: User | Actor, reason: str = "") -> None:
    """Persetujuan: one step."""
    TRACKS.move(consent, target, by=by, reason=reason, employee_id=consent.membership.employee_id)
    _keep(consent, state=target)


@transaction.atomic
def move_contribution(
    contribution: Contribution, target: str, *, by: User | Actor, reason: str = "", **changed: Any
) -> None:
    """Kontribusi: one step; what it said then is sealed with it."""
    text = changed.get("text", contribution.text)
    TRACKS.move(contribution, target, by=by, reason=reason, employee_id=contribution.membership.employee_id, text=text)
    _keep(contribution, state=target, **changed)


def hold(project: Project) -> None:
    """Bergiliran: who changes the same team at once waits, and then sees what the first has done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('projects.hold'), %s)", [project.pk % 2**31])
    project.refresh_from_db()


def refused(reason: str, *, code: str = "tim", cites: tuple[str, ...] = ()) -> Refused:
    """One reason why something about a team cannot be."""
    return Refused(Decision([Finding(False, reason, cites, code)], None))


def _keep(subject: Any, **values: Any) -> None:
    for name, value in values.items():
        setattr(subject, name, value)
    type(subject)._default_manager.filter(pk=subject.pk).update(**values)
