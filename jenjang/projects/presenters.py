"""Kata-kata tim kerja: states as tags, members with their consents, tasks in columns, contributions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from jenjang.performance.skps import AUTHORITY
from jenjang.projects.forms import RESULTS
from jenjang.projects.models import Consent, Contribution, Membership, Project, Task, TaskState
from jenjang.projects.queries import Inside
from jenjang.projects.states import CONSENT, CONTRIBUTION, MEMBERSHIP, PROJECT
from jenjang.ui.parts import Chip

KINDS = {
    "berjalan": "good", "aktif": "good", "disetujui": "good", "dikonfirmasi": "good", "menunggu": "warn",
    "diusulkan": "warn", "diminta": "warn", "diajukan": "warn", "dinaikkan": "warn", "ditolak": "bad",
    "dikembalikan": "bad",
}  # fmt: skip


def tag_of(state: str, labels: Mapping[str, str]) -> tuple[str, str]:
    """A state as the words and the kind of a tag."""
    return labels[state], KINDS.get(state, "")


def state_of(project: Project) -> tuple[str, str]:
    """Where a team stands."""
    return tag_of(project.state, PROJECT.labels)


def scopes(own: bool, state: str) -> list[Chip]:
    """Whose teams; a tap keeps where they stand."""
    return [Chip("Tim saya", _address("", state), own), Chip("Semua tim", _address("semua", state), not own)]


def chips(own: bool, state: str) -> list[Chip]:
    """Where the teams stand; a tap keeps whose they are."""
    scope = "" if own else "semua"
    named = [Chip(PROJECT.labels[code], _address(scope, code), state == code) for code in _SHOWN]
    return [Chip("Segala keadaan", _address(scope, ""), not state), *named]


_SHOWN = ("berjalan", "menunggu", "rancangan", "selesai")


def _address(scope: str, state: str) -> str:
    query = urlencode({name: value for name, value in (("lingkup", scope), ("keadaan", state)) if value})
    return f"?{query}" if query else reverse("projects:list")


@dataclass(frozen=True, slots=True)
class Row:
    """Satu tim di daftar."""

    project: Project
    lead: str
    state: tuple[str, str]


def rows(projects: Iterable[Project], names: Mapping[int, str]) -> list[Row]:
    """Teams for the list."""
    return [Row(one, names.get(one.lead_id, "–"), state_of(one)) for one in projects]


@dataclass(frozen=True, slots=True)
class Answer:
    """Satu persetujuan: who, until when, what came of it."""

    who: str
    side: str
    state: tuple[str, str]
    due: date | None


@dataclass(frozen=True, slots=True)
class Member:
    """Satu anggota untuk halaman tim."""

    row: Membership
    name: str
    state: tuple[str, str]
    answers: list[Answer]
    may_drop: bool


def members(inside: Inside, own: int | None, leads: bool) -> list[Member]:
    """People of a team with what their heads said."""
    return [
        Member(
            one, inside.names[one.employee_id], tag_of(one.state, MEMBERSHIP.labels),
            [answer(consent, inside.names) for consent in inside.consents.get(one.pk, []) if consent.state != "gugur"],
            one.role == "anggota" and one.state in ("diusulkan", "aktif") and (leads or one.employee_id == own),
        )
        for one in inside.members
    ]  # fmt: skip


def answer(consent: Consent, names: Mapping[int, str]) -> Answer:
    """A consent for a page."""
    who = names.get(consent.asked_of_id, "–") if consent.asked_of_id else AUTHORITY
    due = consent.due if consent.state == "diminta" else None
    return Answer(who, consent.get_side_display(), tag_of(consent.state, CONSENT.labels), due)


@dataclass(frozen=True, slots=True)
class Card:
    """Satu tugas pada papan."""

    task: Task
    who: str
    is_late: bool
    others: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Column:
    """Satu lajur papan tugas."""

    code: str
    label: str
    cards: list[Card]


def board(inside: Inside, day: date) -> list[Column]:
    """Belum, dikerjakan, selesai."""
    return [
        Column(code, label, [_card(task, inside, day) for task in inside.tasks if task.state == code])
        for code, label in TaskState.choices
    ]


def _card(task: Task, inside: Inside, day: date) -> Card:
    who = inside.names.get(task.assignee.employee_id, "") if task.assignee else ""
    is_late = task.due is not None and task.due < day and task.state != TaskState.DONE
    return Card(task, who, is_late, [(code, label) for code, label in TaskState.choices if code != task.state])


@dataclass(frozen=True, slots=True)
class Told:
    """Satu kontribusi untuk halaman."""

    row: Contribution
    who: str
    state: tuple[str, str]


def told(inside: Inside) -> list[Told]:
    """What members told, the newest first."""
    return [
        Told(one, inside.names[one.membership.employee_id], tag_of(one.state, CONTRIBUTION.labels))
        for one in inside.contributions
    ]


def initial_of(project: Project, lead: Membership, expected: Iterable[Any]) -> dict[str, Any]:
    """A charter as it stands, for changing it."""
    found: dict[str, Any] = {
        name: getattr(project, name) for name in ("title", "goal", "first", "last", "crosses_agencies")
    } | {"share": lead.share, "part": lead.part}
    for place, one in enumerate(list(expected)[:RESULTS], 1):
        found[f"hasil_{place}"], found[f"ukuran_{place}"] = one.text, one.target
    return found
