"""Bacaan keberatan: the clock, what was said and answered, who waits; providers for home."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from jenjang.accounts.queries import user_can
from jenjang.accounts.todo import Item
from jenjang.kernel import clock, policy
from jenjang.law.workdays import working_calendar
from jenjang.selection import moves, objections
from jenjang.selection.models import Objection, ObjectionEvidence, Run, RunEntry
from jenjang.selection.permissions import OBJECTION_ANSWER
from jenjang.selection.states import OBJECTION

if TYPE_CHECKING:
    from jenjang.accounts.models import User

KINDS = {"diajukan": "warn", "diperiksa": "warn", "diterima": "good", "ditolak": "bad", "ditarik": ""}


@dataclass(frozen=True, slots=True)
class Clock:
    """Jam keberatan: how many working days have passed of how many, and the last day."""

    first: date
    last: date
    passed: int
    total: int
    is_open: bool
    cites: tuple[str, ...]

    @property
    def left(self) -> int:
        return max(0, self.total - self.passed)


@dataclass(frozen=True, slots=True)
class Told:
    """Keberatan sebagaimana dibaca: its state in words."""

    objection: Objection
    about: str
    state: str
    kind: str
    is_open: bool


def clock_of(run: Run, on: date) -> Clock:
    """The clock of one run's window, today."""
    law = policy.law_on(on)
    decision, calendar = objections.window(run, on), working_calendar(law)
    first, last = clock.day_of(run.computed_at), decision.result.closes_on
    total = law["seleksi.keberatan.hari"]
    passed = calendar.count(first, on) - (1 if calendar.is_working_day(first) else 0)
    return Clock(first, last, min(max(passed, 0), total.value), total.value, decision.allowed, total.cites)


def told(found: Iterable[Objection]) -> list[Told]:
    """Objections with state and subject in words."""
    rows = []
    for one in found:
        state = moves.state_of(one)
        about = objections.subjects(one.entry).get(one.about, one.about)
        rows.append(Told(one, about, OBJECTION.labels[state], KINDS[state], state not in OBJECTION.ends))
    return rows


def one(pk: int) -> Objection | None:
    """One objection with what its page shows."""
    related = ("entry__run__vacancy", "entry__run__criteria", "entry__employee__current", "filed_by", "answer__by")
    return Objection.objects.select_related(*related).prefetch_related("evidence__document").filter(pk=pk).first()


def subject_of(objection: Objection) -> str:
    """Whose line it is about."""
    entry: RunEntry = objection.entry
    if entry.employee is not None:
        return str(entry.employee.current.full_name)
    external = entry.application.external if entry.application else None
    return external.name if external else ""


def evidence_for(user: User, pk: int, *, answers: bool) -> ObjectionEvidence | None:
    """A paper of an objection that this person may open."""
    found = ObjectionEvidence.objects.select_related("document", "objection").filter(pk=pk).first()
    return found if found and (answers or found.objection.filed_by_id == user.pk) else None


def waiting_for(user: User, day: date) -> list[Item]:
    """Yang menunggu jawaban saya."""
    if not user_can(user, OBJECTION_ANSWER):
        return []
    return [
        Item(
            title=f"Jawab keberatan atas {one.entry.run.vacancy.title}", text=f"Diajukan {clock.day_of(one.filed_at):%d/%m/%Y}.",
            url=reverse("selection:objection", args=[one.pk]), verb="Jawab", due=one.answer_by,
        )
        for one in objections.waiting()[:20]
        if objections.answering_findings(one, user, day).allowed
    ]  # fmt: skip
