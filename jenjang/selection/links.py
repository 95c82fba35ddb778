"""Alamat dan kabar: where a step is taken, and telling those who take the next."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from jenjang.accounts.queries import delegations_on, holders_of
from jenjang.accounts.roles import Role
from jenjang.kernel import actions as kernel
from jenjang.selection.models import Vacancy


def decision_url(vacancy: Vacancy) -> str:
    """Halaman putusan satu lowongan."""
    return reverse("selection:decision", args=[vacancy.number])


def tell(role: Role, text: str, url: str, on: date) -> None:
    """Everybody who holds the role, and who acts for a holder."""
    acting = [item.delegate for item in delegations_on(on).filter(role=role).select_related("delegate")]
    kernel.notify(users=[*holders_of(role, on), *acting], text=text, url=url)
