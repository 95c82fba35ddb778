"""Ajakan mencatat: one gentle line when weeks went by without an entry. Nothing follows from leaving it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from jenjang.accounts.todo import Item
from jenjang.kernel.queries import law_on
from jenjang.performance import scopes
from jenjang.performance.queries_doing import silent_since
from jenjang.performance.weeks import week_of
from jenjang.ui import formats

if TYPE_CHECKING:
    from jenjang.accounts.models import User


def invites_to_write(user: User, day: date) -> Iterator[Item]:
    """Belum ada catatan: said once as many whole weeks are over as the agency lets go by."""
    person = scopes.own_employee(user)
    found = silent_since(person, day) if person is not None else None
    if found is None:
        return
    since, last = found
    weeks = law_on(day)["kinerja.progres.jeda_ingatkan"].value
    if max(since, last or since) >= week_of(day).before(weeks).first:
        return
    said = f"Terakhir {formats.long_date(last)}." if last else "Belum ada catatan tahun ini."
    yield Item(
        "Catat yang dikerjakan pekan ini", f"{said} Beberapa kata cukup, dan dapat dilewati.",
        reverse("performance:record"), "Catat",
    )  # fmt: skip
