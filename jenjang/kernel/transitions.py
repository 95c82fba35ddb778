"""Perpindahan status: rows that say who moved what, from where to where, when and why; the newest row is the state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import connection, models, transaction
from django.db.models.functions import Now

from jenjang import ledger
from jenjang.kernel.actions import account_of
from jenjang.kernel.states import Machine, Move
from jenjang.ledger import Actor

if TYPE_CHECKING:
    from jenjang.accounts.models import User


class TransitionRecord(models.Model):
    """Perpindahan: `sequence` makes two moves at once from the same state impossible. Sealed where it decides a career."""

    sequence = models.PositiveSmallIntegerField()
    from_state = models.CharField(max_length=20, blank=True, default="")
    to_state = models.CharField(max_length=20)
    reason = models.TextField(max_length=2000, blank=True, default="")
    at = models.DateTimeField(db_default=Now(), editable=False)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


@dataclass(frozen=True, slots=True)
class Track:
    """Jalur: the machine of a kind of thing, the table of its moves, and the column there that names the thing."""

    machine: Machine
    record: type[TransitionRecord]
    column: str


@dataclass(frozen=True, slots=True)
class Tracks:
    """Semua jalur sebuah bagian: moves one thing at a time, one step at a time. `space` keeps the locks of slices apart."""

    space: str
    by_model: Mapping[type[models.Model], Track]

    def machine_of(self, subject: models.Model) -> Machine:
        """The table by which a thing moves."""
        return self.by_model[type(subject)].machine

    def newest(self, subject: models.Model) -> Any:
        """The newest transition, or None before the first."""
        track = self.by_model[type(subject)]
        return track.record._default_manager.filter(**{track.column: subject}).order_by("-sequence").first()

    def state_of(self, subject: models.Model) -> str:
        """Status: the newest transition's, or the one in which everything begins."""
        last = self.newest(subject)
        return last.to_state if last else self.machine_of(subject).initial

    def hold(self, subject: models.Model) -> None:
        """One at a time until the transaction ends: who writes a thing and who moves it wait for each other here."""
        self._lock(self.by_model[type(subject)].column, subject.pk)

    @transaction.atomic
    def move(
        self, subject: models.Model, target: str, *, by: User | Actor, reason: str = "", at: datetime | None = None,
        **more: Any,
    ) -> Move:  # fmt: skip
        """Take one step, or raise `Refused` with what is open instead. Two at once: the second sees the first's step.

        `more` are further columns of the transition.
        """
        track = self.by_model[type(subject)]
        self.hold(subject)
        last = self.newest(subject)
        source = last.to_state if last else track.machine.initial
        step = track.machine.check(source, target, reason)
        moment = {"at": at} if at else {}
        with ledger.attributed(by=by):
            track.record._default_manager.create(
                **{track.column: subject},
                sequence=last.sequence + 1 if last else 1,
                from_state=source,
                to_state=target,
                reason=reason.strip(),
                actor=account_of(by),
                **moment,
                **more,
            )
        return step

    def _lock(self, name: str, key: int) -> None:
        """One mover at a time for this thing; a row lock would need UPDATE, which nobody has on a sealed table."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s), %s)", [f"{self.space}.{name}", key % 2**31])
