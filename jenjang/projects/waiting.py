"""Yang menunggu dalam tim kerja: consents with their clock, contributions to confirm, tasks that are due, words that are missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from jenjang.accounts.todo import SOON_DAYS, Item
from jenjang.projects import queries
from jenjang.ui import formats

if TYPE_CHECKING:
    from django.db.models import QuerySet

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


def of_members(user: User, day: date) -> Iterator[Item]:
    """Tugas yang hampir tiba, kontribusi yang kembali atau belum ditulis."""
    for task in queries.due_tasks(user, day + timedelta(days=SOON_DAYS))[:_FEW]:
        yield Item(task.text, f"Tim “{task.project.title}”.", task.project.get_absolute_url(), "Buka", task.due)
    for back in queries.sent_back(user):
        project = back.membership.project
        yield Item(
            "Lengkapi kontribusi tim", f"Tim “{project.title}”.", reverse("projects:tell", args=[project.pk]), "Buka"
        )
    for one in queries.to_tell(user, day):
        text = f"Tim “{one.project.title}” selesai. Yang dikonfirmasi masuk SKP dengan sendirinya."
        yield Item("Tulis kontribusi Anda", text, reverse("projects:tell", args=[one.project_id]), "Tulis")


_MOST, _FEW = 50, 3


def _of_member(user: User, day: date) -> Sequence[QuerySet[Any]]:
    soon = day + timedelta(days=SOON_DAYS)
    return (queries.due_tasks(user, soon), queries.contributions_sent_back(user), queries.untold(user, day))


GATES = {
    of_heads: lambda user, day: (queries.consents_for(user),),
    of_leads: lambda user, day: (queries.contributions_for(user),),
    of_members: _of_member,
}
"""Each provider with the rows without which it has nothing to say."""
