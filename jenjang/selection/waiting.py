"""Yang menunggu dalam seleksi: for members their marks, for officers papers and ties, for applicants what is wanting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from jenjang.accounts.queries import user_can
from jenjang.accounts.todo import Item
from jenjang.selection import queries, queries_open, queries_panel, willingness
from jenjang.selection.models import ApplicationTransition, Tie, Vacancy
from jenjang.selection.permissions import APPLICATION_CHECK, ASSESS, DECIDE, OATH_RECORD, PANEL_FORM, PROPOSE

if TYPE_CHECKING:
    from jenjang.accounts.models import User


def for_members(user: User, day: date) -> Iterator[Item]:
    """Pernyataan kepentingan dan lembar nilai yang belum dikunci."""
    if not user_can(user, ASSESS, day):
        return
    for member in queries_panel.memberships(user):
        work = queries_panel.work_for(member, day)
        if not work.open_stages:
            continue
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
    """Berkas yang belum diperiksa dan hubungan yang menunggu penegasan."""
    if user_can(user, APPLICATION_CHECK, day):
        for vacancy, many in _unchecked():
            url = reverse("selection:applicants", args=[vacancy.number])
            yield Item("Periksa berkas pelamar", f"{vacancy.title}: {many} pelamar", url, "Periksa", vacancy.call_until)
    if user_can(user, PANEL_FORM, day):
        for tie in Tie.objects.filter(certain=False, ruling=None).select_related("member__panel__vacancy"):
            vacancy = tie.member.panel.vacancy
            url = reverse("selection:rule_tie", args=[vacancy.number, tie.pk])
            yield Item("Tegaskan hubungan penilai dan calon", f"{tie.member.name}, {vacancy.title}", url, "Tegaskan")


def _unchecked() -> list[tuple[Vacancy, int]]:
    newest = ApplicationTransition.objects.order_by("application_id", "-sequence").distinct("application_id")
    rows = ApplicationTransition.objects.filter(pk__in=newest.values("pk"), to_state="diajukan")
    counts: dict[Vacancy, int] = {}
    for row in rows.select_related("application__vacancy"):
        counts[row.application.vacancy] = counts.get(row.application.vacancy, 0) + 1
    return list(counts.items())


def for_asked(user: User, day: date) -> Iterator[Item]:
    """Kesediaan yang belum dijawab."""
    for one in willingness.waiting_for(user):
        url = reverse("selection:own_answer", args=[one.vacancy.number])
        yield Item("Jawab: bersediakah Anda dicalonkan?", one.vacancy.title, url, "Jawab", one.answer_by)


def for_deciders(user: User, day: date) -> Iterator[Item]:
    """Usul dan putusan yang menunggu: at the competent officer's and at the appointing authority's desk."""
    desks = (
        (PROPOSE, ("tiga_nama",), "Usulkan tiga nama", "Buka"),
        (DECIDE, ("diusulkan",), "Pilih satu dari tiga nama", "Putuskan"),
        (OATH_RECORD, ("ditetapkan",), "Catat pelantikan sesudah keputusan ditandatangani", "Buka"),
    )
    for permission, states, title, verb in desks:
        if user_can(user, permission, day):
            for vacancy in queries.visible_to(user).filter(state__in=states):
                yield Item(title, vacancy.title, reverse("selection:decision", args=[vacancy.number]), verb)


def for_applicants(user: User, day: date) -> Iterator[Item]:
    """Lamaran yang belum diajukan atau berkasnya kurang."""
    for one in queries_open.applications_of(user):
        state = one.state
        url = reverse("selection:application", args=[one.pk])
        if state == "rancangan" and one.vacancy.call_until and one.vacancy.call_until >= day:
            yield Item("Lengkapi dan ajukan lamaran", one.vacancy.title, url, "Lanjutkan", one.vacancy.call_until)
        if state == "btl":
            yield Item("Lengkapi berkas lamaran", one.vacancy.title, url, "Lengkapi")
