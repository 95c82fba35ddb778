"""Perpindahan status: moves a vacancy, an application or an objection along its table, one move at a time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django.db.models import Model

from jenjang import ledger
from jenjang.selection import states
from jenjang.selection.models import (
    Application,
    ApplicationTransition,
    Objection,
    ObjectionTransition,
    Vacancy,
    VacancyTransition,
)
from jenjang.selection.models.transitions import TransitionRecord

if TYPE_CHECKING:
    from jenjang.accounts.models import User

Subject = Vacancy | Application | Objection

_TABLES: dict[type[Model], tuple[states.Machine, type[TransitionRecord], str]] = {
    Vacancy: (states.VACANCY, VacancyTransition, "vacancy"),
    Application: (states.APPLICATION, ApplicationTransition, "application"),
    Objection: (states.OBJECTION, ObjectionTransition, "objection"),
}


def machine_of(subject: Subject) -> states.Machine:
    """The table by which a subject moves."""
    return _TABLES[type(subject)][0]


def newest(subject: Subject) -> Any:
    """The newest transition, or None before the first."""
    _, table, name = _TABLES[type(subject)]
    return table._default_manager.filter(**{name: subject}).order_by("-sequence").first()


def state_of(subject: Subject) -> str:
    """Status: the newest transition's, or the one in which everything begins."""
    last = newest(subject)
    return last.to_state if last else machine_of(subject).initial


@transaction.atomic
def move(subject: Subject, target: str, *, by: User, reason: str = "", at: datetime | None = None) -> str:
    """Take one step, or raise `Refused` with what is open instead. Two at once: the second sees the first's step."""
    machine, table, name = _TABLES[type(subject)]
    _lock(name, subject.pk)
    last = newest(subject)
    source = last.to_state if last else machine.initial
    machine.check(source, target, reason)
    moment = {"at": at} if at else {}
    with ledger.attributed(by=by):
        table._default_manager.create(
            **{name: subject},
            sequence=last.sequence + 1 if last else 1,
            from_state=source,
            to_state=target,
            reason=reason.strip(),
            actor=by,
            **moment,
        )
    return target


def _lock(name: str, key: int) -> None:
    """One mover at a time for this subject; a row lock would need UPDATE, which nobody has on a sealed table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s), %s)", [f"selection.{name}", key % 2**31])
