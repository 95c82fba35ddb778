"""Umpan balik berkelanjutan: given, answered, thanked for, withdrawn within a day; asked for, passed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang.feedback.models import Feedback, FeedbackRequest
from jenjang.feedback.people import Voice, relation_between
from jenjang.feedback.refusals import refused
from jenjang.feedback.turns import hold
from jenjang.feedback.values import values_on
from jenjang.kernel import clock
from jenjang.kernel.actions import notify
from jenjang.kernel.queries import law_on
from jenjang.performance.mentionable import result_text, results_to_mention
from jenjang.personnel.queries import accounts_of

if TYPE_CHECKING:
    from jenjang.personnel.colleagues import Colleague

State = FeedbackRequest.State


@dataclass(frozen=True, slots=True)
class About:
    """Tentang apa: a planned result of the reader, or a BerAKHLAK value."""

    result: int | None = None
    value: str = ""


@transaction.atomic
def give(
    *,
    writer: Voice,
    reader: Colleague,
    about: About,
    text: str,
    on: date,
    next_step: str = "",
    request: FeedbackRequest | None = None,
) -> Feedback:
    """Memberi umpan balik. The relation is computed from the line of the day; the reader is told at once."""
    if writer.key == reader.key:
        raise refused("Umpan balik ditulis untuk orang lain. Catatan untuk diri sendiri ada pada kemajuan SKP.")
    hold("umpan_balik", writer.user.pk, reader.key)
    _check_request(request, writer, reader)
    _check_about(about, writer, reader, on, request)
    same = Feedback.objects.filter(by=writer.user, employee=reader.key, text=text, withdrawn_at=None)
    if same.filter(at__gte=clock.now() - timedelta(days=1)).exists():
        raise refused("Umpan balik dengan isi yang sama sudah Anda kirim kepadanya hari ini.", code="text")
    made = Feedback.objects.create(
        employee_id=reader.key, author_id=writer.key, by=writer.user, relation=relation_between(writer, reader, on),
        result_id=about.result, about=result_text(about.result) if about.result else "", value=about.value, text=text,
        next_step=next_step, request=request,
    )  # fmt: skip
    if request is not None:
        _settle(request, State.ANSWERED)
    notify(
        users=accounts_of([reader.key]),
        text=f"{writer.name} menulis umpan balik untuk Anda.",
        url=made.get_absolute_url(),
    )
    return made


@transaction.atomic
def withdraw(*, note: Feedback, by: Voice, on: date) -> None:
    """Menarik umpan balik sendiri, within the hours that the agency allows; a request behind it waits again."""
    note = Feedback.objects.select_for_update().get(pk=note.pk)
    reason = why_not_withdrawn(note, by, on)
    if reason:
        raise refused(reason)
    request, note.request, note.withdrawn_at = note.request, None, clock.now()
    note.save(update_fields=["request", "withdrawn_at"])
    if request is not None and not _open(request.employee_id, [request.asked_id]):
        _settle(request, State.OPEN)


def why_not_withdrawn(note: Feedback, by: Voice, on: date) -> str:
    """Why somebody cannot withdraw a note; nothing when it can be."""
    hours = law_on(on)["kinerja.umpan_balik.tarik"].value
    if note.by_id != by.user.pk:
        return "Umpan balik hanya dapat ditarik penulisnya."
    if note.withdrawn_at is not None:
        return "Umpan balik ini sudah ditarik."
    if clock.now() - note.at > timedelta(hours=hours):
        return f"Umpan balik hanya dapat ditarik dalam {hours} jam. Tulis umpan balik baru untuk meluruskannya."
    return ""


@transaction.atomic
def answer(*, note: Feedback, text: str, by: Voice) -> None:
    """Menjawab atau berterima kasih: by its reader; an answer is given once, thanks as well."""
    note = Feedback.objects.select_for_update().get(pk=note.pk)
    if note.employee_id != by.key or note.withdrawn_at is not None:
        raise refused("Hanya penerimanya yang dapat menjawab umpan balik ini.")
    if (text and note.answer) or (not text and note.thanked_at):
        raise refused(
            "Anda sudah menjawab umpan balik ini." if text else "Ucapan terima kasih sudah terkirim.", code="text"
        )
    said = "menjawab" if text else "berterima kasih atas"
    if text:
        note.answer, note.answered_at = text, clock.now()
    note.thanked_at = note.thanked_at or (None if text else clock.now())
    note.save(update_fields=["answer", "answered_at", "thanked_at"])
    notify(users=[note.by], text=f"{by.name} {said} umpan balik Anda.", url=note.get_absolute_url())


@transaction.atomic
def ask(*, asker: Voice, asked: Sequence[Colleague], about: About, question: str, on: date) -> list[FeedbackRequest]:
    """Meminta umpan balik dari beberapa orang; one open question to each."""
    if asker.person is None:
        raise refused("Meminta umpan balik memerlukan data pegawai.")
    hold("permintaan", asker.key)
    keys = [one.key for one in asked if one.key != asker.key]
    if not keys:
        raise refused("Pilih sedikitnya satu rekan.", code="people")
    waiting = set(_open(asker.person.key, keys))
    if waiting:
        names = ", ".join(one.name for one in asked if one.key in waiting)
        raise refused(f"Masih menunggu jawaban {names} atas permintaan sebelumnya.", code="people")
    due = on + timedelta(days=law_on(on)["kinerja.umpan_balik.tenggat_permintaan"].value)
    made = FeedbackRequest.objects.bulk_create(
        FeedbackRequest(
            employee_id=asker.person.key,
            asked_id=key,
            result_id=about.result,
            value=about.value,
            question=question,
            due=due,
        )
        for key in keys
    )
    notify(users=accounts_of(keys), text=f"{asker.name} meminta umpan balik Anda.", url="/umpan-balik/")
    return made


@transaction.atomic
def decline(*, request: FeedbackRequest, by: Voice) -> None:
    """Melewati permintaan: no reason is asked; the asker sees that no answer will come."""
    request = FeedbackRequest.objects.select_for_update().get(pk=request.pk)
    if request.asked_id != by.key or request.state != State.OPEN:
        raise refused("Permintaan ini sudah tidak menunggu Anda.")
    _settle(request, State.DECLINED)


@transaction.atomic
def cancel(*, request: FeedbackRequest, by: Voice) -> None:
    """Membatalkan permintaan sendiri yang belum dijawab."""
    request = FeedbackRequest.objects.select_for_update().get(pk=request.pk)
    if request.employee_id != by.key or request.state != State.OPEN:
        raise refused("Permintaan ini sudah tidak menunggu jawaban.")
    _settle(request, State.CANCELLED)


def _check_request(request: FeedbackRequest | None, writer: Voice, reader: Colleague) -> None:
    if request is None:
        return
    current = FeedbackRequest.objects.select_for_update().get(pk=request.pk)
    if current.asked_id != writer.key or current.employee_id != reader.key or current.state != State.OPEN:
        raise refused("Permintaan ini sudah dijawab atau dibatalkan.")


def _check_about(about: About, writer: Voice, reader: Colleague, on: date, request: FeedbackRequest | None) -> None:
    if about.value and about.value not in values_on(on):
        raise refused("Pilih salah satu nilai dari daftar.", code="about")
    known = {key for key, _ in results_to_mention(reader.key, writer.user, on)} if about.result else set()
    asked = request.result_id if request else None
    if about.result and about.result not in known | {asked}:
        raise refused("Hasil kerja itu tidak dapat Anda sebut. Pilih dari daftar.", code="about")
    if not about.result and not about.value:
        raise refused("Pilih hasil kerja atau nilai yang dibicarakan.", code="about")


def _open(employee: int, asked: Sequence[int]) -> list[int]:
    rows = FeedbackRequest.objects.filter(employee=employee, asked__in=asked, state=State.OPEN)
    return list(rows.values_list("asked_id", flat=True))


def _settle(request: FeedbackRequest, state: State) -> None:
    FeedbackRequest.objects.filter(pk=request.pk).update(state=state)
