"""Perpindahan status: moves a vacancy, an application or an objection along its table, one move at a time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from jenjang.kernel.transitions import Track, Tracks
from jenjang.selection import states
from jenjang.selection.models import (
    Application,
    ApplicationTransition,
    Objection,
    ObjectionTransition,
    Vacancy,
    VacancyTransition,
)

if TYPE_CHECKING:
    from jenjang.accounts.models import User

Subject = Vacancy | Application | Objection

_TRACKS = Tracks(
    "selection",
    {
        Vacancy: Track(states.VACANCY, VacancyTransition, "vacancy"),
        Application: Track(states.APPLICATION, ApplicationTransition, "application"),
        Objection: Track(states.OBJECTION, ObjectionTransition, "objection"),
    },
)


def machine_of(subject: Subject) -> states.Machine:
    """The table by which a subject moves."""
    return _TRACKS.machine_of(subject)


def newest(subject: Subject) -> Any:
    """The newest transition, or None before the first."""
    return _TRACKS.newest(subject)


def state_of(subject: Subject) -> str:
    """Status: the newest transition's, or the one in which everything begins."""
    return _TRACKS.state_of(subject)


def move(subject: Subject, target: str, *, by: User, reason: str = "", at: datetime | None = None) -> str:
    """Take one step, or raise `Refused` with what is open instead."""
    _TRACKS.move(subject, target, by=by, reason=reason, at=at)
    return target
