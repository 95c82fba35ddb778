"""Yang menunggu dalam evaluasi: for the person, the appraiser, the superior who rules, those above a unit, and BKPSDM."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse

from jenjang.accounts.queries import law_for, user_can
from jenjang.accounts.todo import Item
from jenjang.performance import evaluations, handing, periods, queries_waiting
from jenjang.performance.evaluations import period_of
from jenjang.performance.permissions import AMEND, APPRAISE, OWN, RULE_OBJECTION, UNIT_AGREE
from jenjang.performance.presenters_rating import name_of
from jenjang.performance.queries_distribution import UNSET
from jenjang.performance.queries_waiting import TeamWork

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.law.parameters import LawOn
    from jenjang.performance.models import Evaluation


def for_person(user: User, day: date) -> Iterator[Item]:
    """Evaluasi yang belum diisi atau belum ditanggapi."""
    if not user_can(user, OWN, day):
        return
    yield from _evaluations(queries_waiting.own_open(user), user, day)


def for_improver(user: User, day: date) -> Iterator[Item]:
    """Langkah perbaikan yang belum dikerjakan."""
    for step in queries_waiting.own_steps(user):
        url = step.plan.get_absolute_url()
        yield Item("Kerjakan langkah perbaikan kinerja", step.text, url, "Buka", step.due)


def for_guide(user: User, day: date) -> Iterator[Item]:
    """Hasil tahunan yang perlu dibina, dan pembinaan yang masanya lewat."""
    if not user_can(user, APPRAISE, day):
        return
    many = queries_waiting.to_begin(user, day).count()
    if many:
        url = reverse("performance:improvements") + "?keadaan=belum"
        yield Item(
            "Mulai pembinaan kinerja", f"{many} orang dengan hasil tahunan yang menurut peraturan dibina.", url, "Buka"
        )
    for plan in queries_waiting.to_close(user, day).select_related("employee__current").order_by("ends", "pk"):
        text = f"{name_of(plan.employee)}. Masanya lewat: nyatakan membaik, atau lanjut ke uji kompetensi."
        yield Item("Tutup pembinaan kinerja", text, plan.get_absolute_url(), "Buka", plan.ends)


def _evaluations(found: list[Evaluation], user: User, day: date) -> Iterator[Item]:
    if not found:
        return
    law = law_for(user, day)
    for one in found:
        label = period_of(one).inline
        if one.state == "dirilis":
            text = "Tanda tangani, atau ajukan keberatan bila tidak sependapat."
            yield Item(
                f"Tanggapi hasil evaluasi {label}",
                text,
                one.get_absolute_url(),
                "Baca",
                handing.sign_by(one, partial(law_for, user)),
            )
        elif evaluations.may_fill(one, day, law).allowed:
            due = periods.fill_by(period_of(one), law)
            url = reverse("performance:fill", args=[one.pk])
            yield Item(f"Isi evaluasi {label}", "Catatan kemajuan Anda sudah disalin ke dalamnya.", url, "Isi", due)


def for_appraiser(user: User, day: date) -> Iterator[Item]:
    """Tim yang menunggu dinilai, dan hasil yang menunggu diserahkan."""
    if not user_can(user, APPRAISE, day):
        return
    works = queries_waiting.team_work(user)
    if works:
        law = law_for(user, day)
        yield from (item for work in works if (item := _team(work, day, law)) is not None)


def _team(work: TeamWork, day: date, law: LawOn) -> Item | None:
    period, filled, rated = work.period, work.states["diisi"], work.states["dinilai"]
    fill_by = periods.fill_by(period, law) or period.last
    ready = filled + (work.states["terbuka"] if day > fill_by else 0)
    url, due = reverse("performance:team_sheet", args=[period.year, period.number]), periods.rate_by(period, law)
    if ready:
        return Item(f"Nilai tim, {period.inline}", f"{ready} orang menunggu penilaian Anda.", url, "Nilai", due)
    if rated:
        text = f"{rated} orang sudah dinilai dan belum menerima hasilnya."
        return Item(f"Serahkan hasil tim, {period.inline}", text, url, "Buka", due)
    return None


def for_superior(user: User, day: date) -> Iterator[Item]:
    """Keberatan yang menunggu putusan."""
    if not user_can(user, RULE_OBJECTION, day):
        return
    for one in queries_waiting.objections_to_rule(user):
        text = (
            f"{name_of(one.employee)}, {period_of(one.evaluation).inline}. Dengarkan kedua pihak; putusan Anda final."
        )
        yield Item(
            "Putus keberatan atas penilaian", text, reverse("performance:rule", args=[one.evaluation_id]), "Putus"
        )


def for_officer(user: User, day: date) -> Iterator[Item]:
    """Usul perubahan hasil yang menunggu petugas kedua."""
    if not user_can(user, AMEND, day):
        return
    many = queries_waiting.amendments_to_settle(user)
    if many:
        url = reverse("performance:amendments") + "?keadaan=menunggu"
        yield Item(
            f"{many} usul perubahan hasil menunggu petugas kedua", "Setujui atau tolak dengan alasan.", url, "Periksa"
        )


def for_the_top(user: User, day: date) -> Iterator[Item]:
    """Unit teratas yang belum mempunyai predikat organisasi."""
    if not user_can(user, UNIT_AGREE, day):
        return
    found = queries_waiting.unset_at_the_top(user, day)
    if found is not None:
        asked = urlencode({"tahun": found.year.year, "masa": found.period.number, "keadaan": UNSET, "saya": 1})
        text = f"{found.many} unit, {found.period.inline}. Predikat ini menentukan pola predikat pegawainya."
        yield Item("Tetapkan predikat organisasi", text, f"{reverse('performance:distribution')}?{asked}", "Buka")


GATES = {
    for_person: lambda user, day: (queries_waiting.own(user),),
    for_improver: lambda user, day: (queries_waiting.steps(user),),
    for_guide: lambda user, day: (queries_waiting.to_begin(user, day), queries_waiting.to_close(user, day)),
    for_appraiser: lambda user, day: (queries_waiting.team(user),),
    for_superior: lambda user, day: (queries_waiting.objections(user),),
    for_officer: lambda user, day: (queries_waiting.amendments(user),) if user_can(user, AMEND, day) else (),
    for_the_top: None,
}
"""Each provider with the rows without which it has nothing to say."""
