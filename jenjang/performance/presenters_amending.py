"""Kata-kata tentang usul perubahan: before and after, who proposed and who settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from jenjang.kernel import clock
from jenjang.law.parameters import LawOn
from jenjang.performance.evaluations import period_of, predicate_of
from jenjang.performance.models import AmendmentProposal
from jenjang.performance.presenters_rating import name_of, predicate_tag, rating_label
from jenjang.ui.formats import long_date
from jenjang.ui.parts import Chip

if TYPE_CHECKING:
    from jenjang.accounts.models import User

STATES = dict(AmendmentProposal.State.choices)
KINDS = {"menunggu": "warn", "disetujui": "good", "ditolak": ""}


@dataclass(frozen=True, slots=True)
class Row:
    """Satu usul on the list."""

    url: str
    name: str
    period: str
    now: str
    proposed_by: str
    proposed_on: date
    state: tuple[str, str]
    is_mine: bool


def row_of(one: AmendmentProposal, user: User, day: date) -> Row:
    """One line; a proposal of the own waits for somebody else."""
    return Row(
        reverse("performance:settle_amendment", args=[one.pk]), name_of(one.evaluation.employee),
        period_of(one.evaluation).label, predicate_tag(one.evaluation.predicate)[0], one.proposed_by.name,
        clock.day_of(one.proposed_at), (STATES[one.state], KINDS[one.state]), one.proposed_by_id == user.pk,
    )  # fmt: skip


def chips(state: str) -> list[Chip]:
    """Filters of the list."""
    rest = [Chip(label, f"?keadaan={code}", code == state) for code, label in STATES.items()]
    return [Chip("Semua", "?", state not in STATES), *rest]


@dataclass(frozen=True, slots=True)
class Shown:
    """Satu usul as it is read before it is settled."""

    name: str
    period: str
    changes: list[tuple[str, str, str]]
    said: list[tuple[str, str]]


def shown(one: AmendmentProposal, law: LawOn) -> Shown:
    """Before and after, side by side while it waits; afterwards what was asked for, and what came of it."""
    was, new = one.evaluation, predicate_of(one.result_rating, one.behaviour_rating, law).value
    changes = [
        ("Hasil kerja", rating_label(was.result_rating), rating_label(one.result_rating)),
        ("Perilaku kerja", rating_label(was.behaviour_rating), rating_label(one.behaviour_rating)),
        ("Predikat", predicate_tag(was.predicate)[0], predicate_tag(new)[0]),
    ]
    said = [
        ("Diusulkan", f"{one.proposed_by.name}, {long_date(clock.day_of(one.proposed_at))}"),
        ("Alasan", one.reason),
    ]
    if one.settled_by is not None and one.settled_at is not None:
        said += [
            ("Yang diusulkan", f"predikat {changes[-1][2].lower()}"),
            (STATES[one.state], f"{one.settled_by.name}, {long_date(clock.day_of(one.settled_at))}"),
            ("Catatan", one.answer or "–"),
        ]
        changes = []
    return Shown(name_of(was.employee), period_of(was).label, changes, said)
