"""Bacaan umpan balik: what was written to me and by me, what waits, what a leader reads of the team, what has no name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from jenjang.feedback.models import Feedback, FeedbackRequest, UpwardAnswer
from jenjang.feedback.people import Voice, leader_of, team_of
from jenjang.personnel import colleagues

if TYPE_CHECKING:
    from jenjang.accounts.models import User

MOST_LOTS = 4


@dataclass(frozen=True, slots=True)
class Lot:
    """Sekumpulan umpan balik tanpa nama, shown together since a Monday."""

    since: date
    answers: Sequence[UpwardAnswer]


def received(voice: Voice) -> QuerySet[Feedback]:
    """Umpan balik yang diterima, the newest first."""
    return _standing().filter(employee=voice.key)


def given(voice: Voice) -> QuerySet[Feedback]:
    """Umpan balik yang ditulis, also by the head of the region, whose account alone is known."""
    return _standing().filter(by=voice.user)


def note_for(voice: Voice, pk: int, day: date) -> Feedback | None:
    """One note, if this is its reader, its writer or the reader's leader of today. What was withdrawn only its writer sees."""
    note = Feedback.objects.select_related("by").filter(pk=pk).first()
    if note is None or note.by_id == voice.user.pk:
        return note
    if note.withdrawn_at is not None:
        return None
    if note.employee_id == voice.key:
        return note
    reader = colleagues.colleague(note.employee_id)
    is_leader = reader is not None and reader.unit is not None and leader_of(reader, day) == voice.key
    return note if is_leader else None


def of_team(voice: Voice, day: date, person: int | None = None) -> QuerySet[Feedback]:
    """Umpan balik yang diterima orang yang dipimpin, of all of them or of one."""
    team = {one.key for one in team_of(voice, day)}
    return _standing().filter(employee__in=team if person is None else team & {person})


def requests_of(user: User, day: date) -> QuerySet[FeedbackRequest]:
    """The same by account, to ask whether there is any."""
    return FeedbackRequest.objects.filter(asked__user=user, state=FeedbackRequest.State.OPEN, due__gte=day)


def waiting_requests(voice: Voice, day: date) -> QuerySet[FeedbackRequest]:
    """Permintaan yang menunggu saya, the nearest day first."""
    rows = FeedbackRequest.objects.filter(asked=voice.key, state=FeedbackRequest.State.OPEN, due__gte=day)
    return rows.select_related("result").order_by("due", "pk")


def request_to(voice: Voice, pk: int) -> FeedbackRequest | None:
    """A request that waits for this person."""
    return FeedbackRequest.objects.filter(pk=pk, asked=voice.key, state=FeedbackRequest.State.OPEN).first()


def own_request(voice: Voice, pk: int) -> FeedbackRequest | None:
    """A request that this person made and that nobody has answered."""
    return FeedbackRequest.objects.filter(pk=pk, employee=voice.key, state=FeedbackRequest.State.OPEN).first()


def own_requests(voice: Voice) -> QuerySet[FeedbackRequest]:
    """Permintaan saya, the newest first."""
    return FeedbackRequest.objects.filter(employee=voice.key).select_related("result")


def lots_of(voice: Voice) -> list[Lot]:
    """Umpan balik tanpa nama yang sudah diperlihatkan kepada pimpinan ini. The order within a lot says nothing."""
    rows = UpwardAnswer.objects.filter(leader=voice.key, lot__isnull=False).order_by("-lot", "pk")
    found: dict[date, list[UpwardAnswer]] = {}
    for one in rows:
        found.setdefault(one.lot, []).append(one)
    return [Lot(since, answers) for since, answers in list(found.items())[:MOST_LOTS]]


def names_of(keys: Iterable[int | None]) -> dict[int, str]:
    """Names for a list of notes, in one query."""
    return {key: one.name for key, one in colleagues.colleagues({key for key in keys if key is not None}).items()}


def _standing() -> QuerySet[Feedback]:
    return Feedback.objects.filter(Q(withdrawn_at=None)).select_related("by")
