"""Yang menunggu dalam tim kerja: consents with their clock, contributions to confirm, tasks that are due, words that are missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.urls import reverse

from jenjang.accounts.gates import Gate
from jenjang.accounts.todo import SOON_DAYS, Item, Provider
from jenjang.projects import queries
from jenjang.ui import formats

if TYPE_CHECKING:
    from jenjang.accounts.models import User


def of_heads(user: User, day: date) -> Iterator[Item]:
    """Persetujuan anggota tim, by the nearest clock."""
    rows = list(queries.consents_for(user)[:_MOST])
    if len(rows) == 1:
        url = reverse("projects:consent", args=[rows[0].pk])
        yield Item("Setujui anggota tim kerja", rows[0].membership.project.title, url, "Periksa", rows[0].due)
    elif rows:
        text = f"{formats.whole(len(rows))} permintaan menunggu."
        yield Item("Setujui anggota tim kerja", text, reverse("projects:consents"), "Periksa", rows[0].due)


def of_leads(user: User, day: date) -> Iterator[Item]:
    """Kontribusi yang menunggu konfirmasi."""
    rows = list(queries.contributions_for(user)[:_MOST])
    if rows:
        url = reverse("projects:contribution", args=[rows[0].pk])
        text = f"{formats.whole(len(rows))} kontribusi, yang pertama dari tim “{rows[0].membership.project.title}”."
        yield Item("Konfirmasi kontribusi tim", text, url, "Baca")


def of_assignees(user: User, day: date) -> Iterator[Item]:
    """Tugas yang hampir tiba."""
    for task in queries.due_tasks(user, _soon(day))[:_FEW]:
        yield Item(task.text, f"Tim “{task.project.title}”.", task.project.get_absolute_url(), "Buka", task.due)


def of_authors(user: User, day: date) -> Iterator[Item]:
    """Kontribusi yang kembali."""
    for back in queries.sent_back(user):
        project = back.membership.project
        yield Item(
            "Lengkapi kontribusi tim", f"Tim “{project.title}”.", reverse("projects:tell", args=[project.pk]), "Buka"
        )


def of_members(user: User, day: date) -> Iterator[Item]:
    """Kontribusi yang belum ditulis, of teams that ended."""
    for one in queries.to_tell(user, day):
        text = f"Tim “{one.project.title}” selesai. Yang dikonfirmasi masuk SKP dengan sendirinya."
        yield Item("Tulis kontribusi Anda", text, reverse("projects:tell", args=[one.project_id]), "Tulis")


def _soon(day: date) -> date:
    return day + timedelta(days=SOON_DAYS)


_MOST, _FEW = 50, 3

GATES: dict[Provider, Gate] = {
    of_heads: lambda user, day: (queries.consents_for(user),),
    of_leads: lambda user, day: (queries.contributions_for(user),),
    of_assignees: lambda user, day: (queries.due_tasks(user, _soon(day)),),
    of_authors: lambda user, day: (queries.contributions_sent_back(user),),
    of_members: lambda user, day: (queries.untold(user, day),),
}
"""Each provider with the rows without which it has nothing to say."""
