"""Bacaan apresiasi: the wall of the agency or of a unit, and what was said of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, QuerySet

from jenjang.feedback.models import Recognition, RecognitionThanks
from jenjang.organization.queries import subtree_ids

if TYPE_CHECKING:
    from jenjang.accounts.models import User


def wall(user: User, *, unit: int | None = None, person: int | None = None) -> QuerySet[Recognition]:
    """Apresiasi yang berdiri, the newest first; with how many joined and whether this reader did."""
    mine = RecognitionThanks.objects.filter(recognition=OuterRef("pk"), by=user)
    rows = standing()
    if unit is not None:
        rows = rows.filter(unit__in=subtree_ids([unit]))
    if person is not None:
        rows = rows.filter(employee=person)
    counted = rows.select_related("by", "unit").annotate(joined=Count("thanks"), have_joined=Exists(mine))
    return counted.order_by("-at", "-pk")  # counting drops the order of the table


def standing() -> QuerySet[Recognition]:
    """Those that were neither withdrawn nor hidden."""
    return Recognition.objects.filter(withdrawn_at=None, hidden_by=None)


def recognition(pk: int) -> Recognition | None:
    """One that stands."""
    return standing().select_related("by").filter(pk=pk).first()
