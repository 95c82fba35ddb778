"""Umpan balik dalam kata: who wrote what about which thing, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jenjang.feedback.models import Feedback, FeedbackRequest, Recognition, UpwardAnswer, WorkRelation
from jenjang.feedback.queries_notes import Lot
from jenjang.kernel import clock
from jenjang.ui import formats

if TYPE_CHECKING:
    from jenjang.feedback.people import Near
    from jenjang.personnel.colleagues import Colleague

STATE_TAGS = {"menunggu": "warn", "dijawab": "good"}


@dataclass(frozen=True, slots=True)
class NoteLine:
    """Satu umpan balik dalam daftar."""

    pk: int
    url: str
    who: str
    relation: str
    when: date
    about: str
    text: str
    next_step: str
    answer: str
    thanked: bool
    to: str = ""


@dataclass(frozen=True, slots=True)
class RequestLine:
    """Satu permintaan dalam daftar."""

    pk: int
    who: str
    person: int
    about: str
    question: str
    due: date
    when: date
    state: str
    kind: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Tap:
    """Satu orang yang dapat ditulisi dengan satu ketukan."""

    key: int
    name: str
    detail: str


def note_lines(
    notes: Iterable[Feedback], names: Mapping[int, str], values: Mapping[str, str], *, with_reader: bool = False
) -> list[NoteLine]:
    """Notes as a page lists them; `with_reader` names to whom, too."""
    return [note_line(one, names, values, with_reader=with_reader) for one in notes]


def note_line(
    note: Feedback, names: Mapping[int, str], values: Mapping[str, str], *, with_reader: bool = False
) -> NoteLine:
    """One note."""
    return NoteLine(
        note.pk, note.get_absolute_url(), names.get(note.author_id or 0, note.by.name), WorkRelation(note.relation).label,
        clock.day_of(note.at), note.about or values.get(note.value, note.value), note.text, note.next_step, note.answer,
        note.thanked_at is not None, names.get(note.employee_id, "") if with_reader else "",
    )  # fmt: skip


def request_lines(
    requests: Iterable[FeedbackRequest], names: Mapping[int, str], values: Mapping[str, str], *, mine: bool
) -> list[RequestLine]:
    """Requests as a page lists them: of others to me, or `mine` to others."""
    return [
        RequestLine(
            one.pk, names.get(one.asked_id if mine else one.employee_id, ""), one.asked_id if mine else one.employee_id,
            one.result.text if one.result else values.get(one.value, ""), one.question, one.due, clock.day_of(one.at),
            FeedbackRequest.State(one.state).label, STATE_TAGS.get(one.state, ""), one.state == FeedbackRequest.State.OPEN,
        )
        for one in requests
    ]  # fmt: skip


def taps(near: Near) -> list[tuple[str, list[Tap]]]:
    """People near, in groups: leader, team, peers."""
    groups = (("Pimpinan", [near.leader] if near.leader else []), ("Tim", near.team), ("Rekan", near.peers))
    return [(label, [tap(one) for one in people]) for label, people in groups if people]


def tap(person: Colleague) -> Tap:
    """One of them; the post tells namesakes apart."""
    return Tap(person.key, person.name, formats.post_in_unit(person.title, person.unit_name))


def lot_lines(lots: Sequence[Lot], values: Mapping[str, str]) -> list[tuple[date, list[tuple[str, str]]]]:
    """Umpan balik tanpa nama: since when it is shown, and about what in which words."""
    return [(lot.since, [answer_line(one, values) for one in lot.answers]) for lot in lots]


def answer_line(answer: UpwardAnswer, values: Mapping[str, str]) -> tuple[str, str]:
    """About what, and the words."""
    return values.get(answer.value, answer.value), answer.text


@dataclass(frozen=True, slots=True)
class RecognitionLine:
    """Satu apresiasi pada dinding."""

    pk: int
    person: int
    who: str
    unit: str
    unit_pk: int | None
    value: str
    text: str
    by: str
    when: date
    joined: str
    may_join: bool
    may_withdraw: bool


def recognition_lines(
    rows: Iterable[Recognition], names: Mapping[int, str], values: Mapping[str, str], reader: int
) -> list[RecognitionLine]:
    """Apresiasi as everybody reads them; how many joined is said, never ranked."""
    return [
        RecognitionLine(
            one.pk, one.employee_id, names.get(one.employee_id, ""), one.unit.name if one.unit else "", one.unit_id,
            values.get(one.value, one.value), one.text, names.get(one.author_id or 0, one.by.name), clock.day_of(one.at),
            joined_words(one.joined, mine=one.have_joined), reader != one.by_id and not one.have_joined, reader == one.by_id,
        )
        for one in rows
    ]  # fmt: skip


def joined_words(count: int, *, mine: bool) -> str:
    """Anda dan 3 orang lain ikut berterima kasih."""
    if not count:
        return ""
    others = count - mine
    if mine:
        return (
            f"Anda dan {formats.whole(others)} orang lain ikut berterima kasih."
            if others
            else "Anda ikut berterima kasih."
        )
    return f"{formats.whole(others)} orang ikut berterima kasih."
