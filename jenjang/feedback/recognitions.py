"""Apresiasi: thanks that the whole agency reads, joined by others; no points, no ranking."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang.feedback.models import Recognition, RecognitionThanks
from jenjang.feedback.people import Voice
from jenjang.feedback.refusals import refused
from jenjang.feedback.turns import hold
from jenjang.feedback.values import values_on
from jenjang.kernel import clock
from jenjang.kernel.actions import notify
from jenjang.kernel.queries import law_on
from jenjang.personnel.queries import accounts_of

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.personnel.colleagues import Colleague

PAGE = "/apresiasi/"


@transaction.atomic
def recognise(*, writer: Voice, person: Colleague, value: str, text: str, on: date) -> Recognition:
    """Memberi apresiasi; the person is told, and everybody may read it."""
    if writer.key == person.key:
        raise refused("Apresiasi diberikan kepada orang lain.")
    if value not in values_on(on):
        raise refused("Pilih salah satu nilai dari daftar.", code="value")
    hold("apresiasi", writer.user.pk, person.key)
    since = clock.now() - timedelta(days=1)
    if Recognition.objects.filter(
        by=writer.user, employee=person.key, text=text, at__gte=since, withdrawn_at=None
    ).exists():
        raise refused("Apresiasi dengan isi yang sama sudah Anda berikan hari ini.", code="text")
    made = Recognition.objects.create(
        employee_id=person.key, author_id=writer.key, by=writer.user, unit_id=person.unit, value=value, text=text
    )
    notify(
        users=accounts_of([person.key]),
        text=f"{writer.name} memberi Anda apresiasi: {text}",
        url=f"{PAGE}?orang={person.key}",
    )
    return made


@transaction.atomic
def withdraw(*, recognition: Recognition, by: Voice, on: date) -> None:
    """Menarik apresiasi sendiri, within the hours that the agency allows."""
    recognition = Recognition.objects.select_for_update().get(pk=recognition.pk)
    reason = why_not_withdrawn(recognition, by, on)
    if reason:
        raise refused(reason)
    recognition.withdrawn_at = clock.now()
    recognition.save(update_fields=["withdrawn_at"])


def why_not_withdrawn(recognition: Recognition, by: Voice, on: date) -> str:
    """Why somebody cannot withdraw a recognition; nothing when it can be."""
    hours = law_on(on)["kinerja.umpan_balik.tarik"].value
    if recognition.by_id != by.user.pk:
        return "Apresiasi hanya dapat ditarik pemberinya."
    if recognition.withdrawn_at is not None:
        return "Apresiasi ini sudah ditarik."
    if clock.now() - recognition.at > timedelta(hours=hours):
        return f"Apresiasi hanya dapat ditarik dalam {hours} jam."
    return ""


@transaction.atomic
def thank(*, recognition: Recognition, by: User) -> None:
    """Ikut berterima kasih; a second press changes nothing."""
    if recognition.by_id == by.pk:
        raise refused("Anda yang memberi apresiasi ini.")
    RecognitionThanks.objects.get_or_create(recognition=recognition, by=by)


@transaction.atomic
def hide(*, recognition: Recognition, reason: str, by: User) -> None:
    """Menyembunyikan apresiasi yang tidak patut, with a reason that its writer reads."""
    recognition = Recognition.objects.select_for_update(of=("self",)).select_related("by").get(pk=recognition.pk)
    if recognition.hidden_by_id is not None:
        raise refused("Apresiasi ini sudah disembunyikan.")
    recognition.hidden_by, recognition.hidden_reason = by, reason
    recognition.save(update_fields=["hidden_by", "hidden_reason"])
    notify(users=[recognition.by], text=f"Apresiasi Anda disembunyikan BKPSDM: {reason}", url=PAGE)
