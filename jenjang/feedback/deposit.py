"""Menaruh jawaban tanpa nama: that somebody answered and what was answered go in together, and cannot be laid side by side.

A row of PostgreSQL shows in which transaction it was written, and lies where it was put. So each deposit writes all turns
and all answers of the group anew, in a random order and under new keys: one state of the database does not tell which
answer came last, nor which belongs to which turn. What this does not promise: docs/adr/anonymous-answers.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import SystemRandom
from typing import Any, TypeVar
from uuid import uuid4

from django.db import models, transaction

from jenjang.feedback.models import Answer, Turn
from jenjang.feedback.refusals import refused
from jenjang.feedback.turns import hold

Row = TypeVar("Row", bound=models.Model)
TWICE = (
    "Jawaban Anda sudah diterima. Karena tanpa nama, jawaban itu tidak dapat dicari lagi, jadi juga tidak dapat diubah."
)


@transaction.atomic
def deposit(
    *,
    turn: Turn,
    who: Mapping[str, Any],
    answer: Answer,
    group: Mapping[str, Any],
    within: Mapping[str, Any] | None = None,
) -> None:
    """Menaruh satu jawaban.

    `group` names the turns among which this one is mixed, `who` the person among them; `within` names the answers among
    which this one is mixed, if they are not all of the group.
    """
    hold(turn._meta.db_table, *(f"{name}={getattr(value, 'pk', value)}" for name, value in sorted(group.items())))
    taken = type(turn)._default_manager.filter(**group)
    if taken.filter(**who).exists():
        raise refused(TWICE, code="giliran")
    mix(taken, turn)
    mix(type(answer)._default_manager.filter(**(within or group)), answer)


def mix(rows: models.QuerySet[Row], *further: Row, **changed: Any) -> None:
    """Mengocok: these rows and further ones, written anew under new keys in an order that nobody can foretell."""
    everything = [*rows, *further]
    rows.delete()
    for row in everything:
        row.pk = uuid4()
        row._state.adding = True
        for name, value in changed.items():
            setattr(row, name, value)
    SystemRandom().shuffle(everything)
    rows.model._default_manager.bulk_create(everything)
