"""Kata-kata pembinaan: how far somebody has come, what is next, what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jenjang.accounts.todo import days_left
from jenjang.kernel import clock
from jenjang.performance.models import ImprovementOutcome, ImprovementPlan, ImprovementStep
from jenjang.performance.presenters_rating import appraiser_name, name_of, predicate_tag
from jenjang.performance.queries_improving import CLOSED, MISSING, RUNNING
from jenjang.ui.formats import long_date, short_date
from jenjang.ui.parts import Chip, Event

OUTCOMES = dict(ImprovementOutcome.choices)
OUTCOME_KINDS = {"membaik": "good", "uji_kompetensi": "warn"}


@dataclass(frozen=True, slots=True)
class Row:
    """Satu rencana on the list."""

    url: str
    name: str
    year: int
    progress: str
    next: str
    ends: date
    state: tuple[str, str]


def row_of(one: Any, day: date) -> Row:
    """One line."""
    outcome = getattr(one, "outcome", None)
    state = (OUTCOMES[outcome.outcome], OUTCOME_KINDS[outcome.outcome]) if outcome else state_of(one, day)
    due = (
        f"{short_date(one.next_due)} ({days_left((one.next_due - day).days).lower()})"
        if one.next_due and not outcome
        else "–"
    )
    return Row(
        one.get_absolute_url(), name_of(one.employee), one.evaluation.year.year, f"{one.done} dari {one.many} langkah", due, one.ends,
        state,
    )  # fmt: skip


def state_of(one: ImprovementPlan, day: date) -> tuple[str, str]:
    """Running, or over and waiting for its end to be written."""
    return ("Berjalan", "info") if day <= one.ends else ("Menunggu ditutup", "warn")


def chips(state: str) -> list[Chip]:
    """Filters of the list."""
    labels = {"": "Semua", RUNNING: "Berjalan", CLOSED: "Selesai", MISSING: "Belum dimulai"}
    return [Chip(label, f"?keadaan={code}" if code else "?", code == state) for code, label in labels.items()]


@dataclass(frozen=True, slots=True)
class StepLine:
    """Satu langkah on the page."""

    pk: int
    text: str
    due: date
    when: str
    done_on: date | None
    note: str


def step_lines(found: Sequence[ImprovementStep], day: date) -> list[StepLine]:
    """Steps with how far their days are."""
    return [
        StepLine(one.pk, one.text, one.due, "" if one.done_on else days_left((one.due - day).days), one.done_on, one.note)
        for one in found
    ]  # fmt: skip


def head_facts(plan: ImprovementPlan) -> list[tuple[str, str]]:
    """What it is about, and until when."""
    one = plan.evaluation
    return [
        ("Dari hasil", f"Tahun {one.year.year}: {predicate_tag(one.predicate)[0].lower()}"),
        ("Masa perbaikan", f"{long_date(plan.begins)} sampai {long_date(plan.ends)}"),
        ("Disertai", appraiser_name(one.skp)),
    ]


def closed_event(plan: ImprovementPlan) -> list[Event]:
    """How it ended."""
    outcome = getattr(plan, "outcome", None)
    if outcome is None:
        return []
    text = f"{outcome.by.name}: {outcome.words}"
    return [Event(OUTCOMES[outcome.outcome], day=clock.day_of(outcome.at), text=text, state="done")]


def plan_state(plan: ImprovementPlan, day: date) -> tuple[str, str]:
    """The word for where it stands, and its colour."""
    outcome = getattr(plan, "outcome", None)
    return (OUTCOMES[outcome.outcome], OUTCOME_KINDS[outcome.outcome]) if outcome else state_of(plan, day)


def missing_row(one: Any, *, user_appraises: bool) -> tuple[str, str, str, str, str]:
    """Name, address, result, who should begin it, and the address to begin at."""
    begins = f"/kinerja/evaluasi/{one.pk}/pembinaan/" if user_appraises else ""
    result = f"{one.year.year}: {predicate_tag(one.predicate)[0].lower()}"
    return name_of(one.employee), one.get_absolute_url(), result, appraiser_name(one.skp), begins
