"""Bacaan tim kerja: lists, one team with everything in it, what is asked of somebody, what waits for a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from jenjang.performance.scopes import own_employee, units_in_care
from jenjang.personnel.queries import full_names
from jenjang.projects import scopes
from jenjang.projects.models import Consent, Contribution, ExpectedResult, Membership, Project, Task

if TYPE_CHECKING:
    from jenjang.accounts.models import User


def projects_for(user: User, *, own: bool, state: str = "") -> QuerySet[Project]:
    """Tim yang tampil di daftar: one's own, or all that one may read."""
    rows = scopes.visible_projects(user)
    if own:
        person = own_employee(user)
        mine = Membership.objects.filter(employee=person).exclude(state="ditolak").values("project")
        rows = rows.filter(pk__in=mine) if person else rows.none()
    if state:
        rows = rows.filter(state=state)
    size = Count("memberships", filter=Q(memberships__state__in=("aktif", "selesai", "diusulkan")))
    return rows.select_related("unit").annotate(size=size).order_by("-first", "-pk")


def reads_beyond_own(user: User) -> bool:
    """Whether somebody reads teams of others: who leads or cares for units."""
    return units_in_care(user) != []


def project(user: User, pk: int) -> Project | None:
    """One team that this user may read."""
    return scopes.visible_projects(user).filter(pk=pk).select_related("unit").first()


def led(user: User, pk: int) -> Project | None:
    """One team that this user leads."""
    return scopes.led_by(user).filter(pk=pk).select_related("unit").first()


@dataclass(slots=True)
class Inside:
    """Isi satu tim; names by employee."""

    members: list[Membership]
    consents: dict[int, list[Consent]]
    tasks: list[Task]
    contributions: list[Contribution]
    names: dict[int, str] = field(default_factory=dict)


def inside(found: Project) -> Inside:
    """Everything in a team; five queries, however many people."""
    members = list(found.memberships.select_related("unit").order_by("-role", "pk"))
    consents: dict[int, list[Consent]] = {}
    for consent in Consent.objects.filter(membership__project=found).order_by("pk"):
        consents.setdefault(consent.membership_id, []).append(consent)
    tasks = list(found.tasks.select_related("assignee"))
    told = list(Contribution.objects.filter(membership__project=found).select_related("membership").order_by("-pk"))
    people = {one.employee_id for one in members} | {
        consent.asked_of_id for rows in consents.values() for consent in rows if consent.asked_of_id
    }
    return Inside(members, consents, tasks, told, full_names(sorted(people)))


def member_of(user: User, pk: int) -> Membership | None:
    """Keanggotaan orang ini sendiri dalam suatu tim."""
    return scopes.memberships_of(user).filter(project=pk).select_related("project").first()


def membership_to_drop(user: User, pk: int) -> Membership | None:
    """A membership that this user may end: one's own, or of a team that one leads."""
    mine = Q(pk__in=scopes.memberships_of(user)) | Q(project__in=scopes.led_by(user))
    rows = Membership.objects.filter(mine, pk=pk, role="anggota", state__in=("diusulkan", "aktif"))
    return rows.select_related("project").first()


def task_in_team(user: User, pk: int) -> Task | None:
    """A task of a team in which this user works."""
    teams = scopes.memberships_of(user).filter(state="aktif").values("project")
    return Task.objects.filter(pk=pk, project__in=teams).select_related("project", "assignee").first()


def works_in(user: User, pk: int) -> Project | None:
    """A team in which this user works, for its tasks."""
    teams = scopes.memberships_of(user).filter(state="aktif").values("project")
    return Project.objects.filter(pk=pk, pk__in=teams).first()


def assignees(found: Project) -> list[tuple[int, str]]:
    """Who of a team can be given a task."""
    rows = list(found.memberships.filter(state="aktif").values_list("pk", "employee_id"))
    names = full_names([employee for _, employee in rows])
    return [(pk, names[employee]) for pk, employee in rows]


def of_project(found: Project, pk: int | None) -> Membership | None:
    """One membership of a team."""
    return found.memberships.filter(pk=pk).first() if pk else None


def lead_of(found: Project) -> Membership:
    """The lead's own membership."""
    return found.memberships.get(role="ketua")


def expected_of(found: Project) -> list[ExpectedResult]:
    """What a team promises."""
    return list(found.expected.all())


def consents_for(user: User, *, open_only: bool = True) -> QuerySet[Consent]:
    """Persetujuan yang diminta dari seseorang, what is due first on top."""
    rows = scopes.consents_for(user).select_related("membership__project", "membership__unit")
    return (rows.filter(state="diminta") if open_only else rows).order_by("due", "pk")


def consent(user: User, pk: int) -> Consent | None:
    """One consent that was asked of this user."""
    return consents_for(user, open_only=False).filter(pk=pk).first()


def other_shares(membership: Membership) -> list[Membership]:
    """Other teams of the same days in which the person is."""
    rows = Membership.objects.filter(
        employee=membership.employee_id, state="aktif", project__first__lte=membership.project.last,
        project__last__gte=membership.project.first,
    )  # fmt: skip
    return list(rows.exclude(project=membership.project_id).select_related("project").order_by("pk"))


def contributions_for(user: User) -> QuerySet[Contribution]:
    """Kontribusi yang menunggu konfirmasi pengguna ini."""
    rows = scopes.confirms(user).filter(state="diajukan")
    return rows.select_related("membership__project").order_by("submitted_on", "pk")


def contribution(user: User, pk: int) -> Contribution | None:
    """One contribution that this user confirms."""
    return scopes.confirms(user).filter(pk=pk).select_related("membership__project").first()


def due_tasks(user: User, until: date) -> QuerySet[Task]:
    """Tasks of this person that are due by a day."""
    rows = Task.objects.filter(assignee__in=scopes.memberships_of(user), due__lte=until).exclude(state="selesai")
    return rows.filter(project__state="berjalan").select_related("project").order_by("due", "pk")


def untold(user: User, on: date) -> QuerySet[Membership]:
    """Teams that ended lately and of which this person has told nothing yet."""
    return scopes.memberships_of(user).filter(state="selesai", until__year=on.year, contributions=None)


def to_tell(user: User, on: date) -> list[Membership]:
    """The same, with their teams."""
    return list(untold(user, on).select_related("project").order_by("pk"))


def contributions_sent_back(user: User) -> QuerySet[Contribution]:
    """Contributions that came back to this person."""
    return Contribution.objects.filter(membership__in=scopes.memberships_of(user), state="dikembalikan")


def sent_back(user: User) -> list[Contribution]:
    """The same, with their teams."""
    rows = contributions_sent_back(user)
    return list(rows.select_related("membership__project").order_by("pk"))


def reason_of(found: Contribution) -> str:
    """Why a contribution came back."""
    last = found.transitions.filter(to_state="dikembalikan").order_by("-sequence").first()
    return last.reason if last else ""


def names(employees: Sequence[int]) -> dict[int, str]:
    """Full names by key."""
    return full_names(list(employees))
