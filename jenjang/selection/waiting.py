"""Yang menunggu dalam seleksi: for members their marks, for officers papers and ties, for applicants what is wanting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from jenjang.accounts.queries import user_can
from jenjang.accounts.todo import Item
from jenjang.selection import doors, objections, queries_objection, queries_open, queries_panel, willingness
from jenjang.selection.models import Tie
from jenjang.selection.permissions import ASSESS, OBJECTION_ANSWER, PANEL_FORM, VACANCY_VIEW

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from jenjang.accounts.models import User


def for_members(user: User, day: date) -> Iterator[Item]:
    """Pernyataan kepentingan dan lembar nilai yang belum dikunci."""
    if not user_can(user, ASSESS, day):
        return
    for work in queries_panel.waiting_works(user, day):
        number, title = work.vacancy.number, work.vacancy.title
        if not work.has_declared:
            yield Item(
                "Isi pernyataan kepentingan", title, reverse("selection:declare", args=[number]), "Isi", work.due
            )
        else:
            text = f"{title}: {len(work.own)} calon"
            url = reverse("selection:sheet", args=[number, work.open_stages[0]])
            yield Item("Nilai calon dan kunci lembar nilai", text, url, "Nilai", work.due)


def for_officers(user: User, day: date) -> Iterator[Item]:
    """Hubungan yang menunggu penegasan."""
    if user_can(user, PANEL_FORM, day):
        for tie in _unruled().select_related("member__panel__vacancy"):
            vacancy = tie.member.panel.vacancy
            url = reverse("selection:rule_tie", args=[vacancy.number, tie.pk])
            yield Item("Tegaskan hubungan penilai dan calon", f"{tie.member.name}, {vacancy.title}", url, "Tegaskan")


def for_asked(user: User, day: date) -> Iterator[Item]:
    """Kesediaan yang belum dijawab."""
    for one in willingness.waiting_for(user):
        url = reverse("selection:own_answer", args=[one.vacancy.number])
        yield Item("Jawab: bersediakah Anda dicalonkan?", one.vacancy.title, url, "Jawab", one.answer_by)


def for_followers(user: User, day: date) -> Iterator[Item]:
    """Langkah berikut tiap lowongan yang berjalan: at this person's desk, or at whose it lies."""
    if not user_can(user, VACANCY_VIEW, day):
        return
    for vacancy, standing, step in doors.running(user, day):
        url = reverse("selection:vacancy", args=[vacancy.number])
        calling = standing.state == "diumumkan" and vacancy.call_until
        due = vacancy.call_until if calling else standing.due
        if not step.is_mine or step.reasons:
            yield Item(vacancy.title, f"{step.title}. {step.text}", url, "Buka", due, desk=step.who)
        elif not standing.awaits_marks:
            text = f"{vacancy.title}: {standing.unchecked} pelamar" if calling and standing.unchecked else vacancy.title
            yield Item(step.title, text, url if step.posts else step.url, step.verb, due)


def for_applicants(user: User, day: date) -> Iterator[Item]:
    """Lamaran yang belum diajukan atau berkasnya kurang."""
    for one in queries_open.applications_of(user):
        state = one.state
        url = reverse("selection:application", args=[one.pk])
        if state == "rancangan" and one.vacancy.call_until and one.vacancy.call_until >= day:
            yield Item("Lengkapi dan ajukan lamaran", one.vacancy.title, url, "Lanjutkan", one.vacancy.call_until)
        if state == "btl":
            yield Item("Lengkapi berkas lamaran", one.vacancy.title, url, "Lengkapi")


def _unruled() -> QuerySet[Tie]:
    return Tie.objects.filter(certain=False, ruling=None)


GATES = {
    for_members: None,
    for_officers: lambda user, day: (_unruled(),) if user_can(user, PANEL_FORM, day) else (),
    for_applicants: lambda user, day: (queries_open.own_applications(user),),
    for_asked: lambda user, day: (willingness.unanswered(user, day),),
    for_followers: None,
    queries_objection.waiting_for: lambda user, day: (
        (objections.waiting(),) if user_can(user, OBJECTION_ANSWER, day) else ()
    ),
}
"""Each provider with the rows without which it has nothing to say."""
