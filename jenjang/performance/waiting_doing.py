"""Ajakan mencatat: one gentle line when weeks went by without an entry. Nothing follows from leaving it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from jenjang.accounts.queries import law_for
from jenjang.accounts.todo import Item
from jenjang.performance.queries_doing import unwritten_since
from jenjang.performance.weeks import week_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from jenjang.accounts.models import User


def invites_to_write(user: User, day: date) -> Iterator[Item]:
    """Belum ada catatan: said once as many whole weeks are over as the agency lets go by. The gate says it all."""
    yield Item(
        "Catat yang dikerjakan pekan ini",
        "Beberapa kata cukup, dan dapat dilewati.",
        reverse("performance:record"),
        "Catat",
    )


def _cutoff(user: User, day: date) -> date:
    return week_of(day).before(law_for(user, day)["kinerja.progres.jeda_ingatkan"].value).first


def _silent(user: User, day: date) -> Sequence[QuerySet[Any]]:
    return (unwritten_since(user, day, _cutoff(user, day)),)


GATES = {invites_to_write: _silent}
"""The provider with the rows without which it has nothing to say."""
