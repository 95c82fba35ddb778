"""Tugas tim: put up, given, moved by whoever is in the team. Small and quick; nothing of it is sealed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang.kernel.actions import notify
from jenjang.projects import scopes
from jenjang.projects.models import Membership, Project, Task, TaskState
from jenjang.projects.moves import hold, refused
from jenjang.projects.people import accounts_of, require_person

if TYPE_CHECKING:
    from jenjang.accounts.models import User


@transaction.atomic
def add(*, project: Project, text: str, assignee: Membership | None, due: date | None, by: User) -> Task:
    """Menambah tugas; the person it is given to is told."""
    _require_in_team(project, by)
    _require_of(project, assignee)
    task = Task.objects.create(project=project, text=text, assignee=assignee, due=due)
    _tell(task, by)
    return task


@transaction.atomic
def change(*, task: Task, text: str, assignee: Membership | None, due: date | None, state: str, by: User) -> None:
    """Mengubah tugas: words, person, day, and where it stands."""
    _require_in_team(task.project, by)
    _require_of(task.project, assignee)
    is_handed = assignee is not None and assignee.pk != task.assignee_id
    task.text, task.assignee, task.due, task.state = text, assignee, due, TaskState(state)
    task.save()
    if is_handed:
        _tell(task, by)


@transaction.atomic
def move(*, task: Task, state: str, by: User) -> None:
    """Memindah tugas to another column."""
    _require_in_team(task.project, by)
    task.state = TaskState(state)
    task.save(update_fields=["state", "changed_at"])


def _require_in_team(project: Project, by: User) -> None:
    person = require_person(by)
    hold(project)
    if not project.memberships.filter(employee=person, state="aktif").exists():
        raise refused("Tugas dikerjakan oleh anggota tim yang berjalan.", code="text")


def _require_of(project: Project, assignee: Membership | None) -> None:
    if assignee is not None and (assignee.project_id != project.pk or assignee.state not in scopes.IN_TEAM):
        raise refused("Pilih anggota tim ini.", code="assignee")


def _tell(task: Task, by: User) -> None:
    if task.assignee is not None:
        users = [user for user in accounts_of([task.assignee.employee_id]) if user.pk != by.pk]
        text = f"Tugas dalam tim “{task.project.title}” untuk Anda: {task.text}"
        notify(users=users, text=text, url=task.project.get_absolute_url())
