"""Hasil kerja yang dapat disebut: of whose SKP somebody may name a result, because the SKP is open to that reader or served."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from jenjang.performance import scopes
from jenjang.performance.models import PlannedResult

if TYPE_CHECKING:
    from jenjang.accounts.models import User

MOST = 30


def results_to_mention(employee: int, user: User, day: date) -> list[tuple[int, str]]:
    """Key and words of the results of a person's running SKP that this user knows of.

    Known are those of an SKP that the user may read, and those of a leader that results of the user's own serve.
    """
    known = Q(skp__in=scopes.visible_skps(user))
    person = scopes.own_employee(user)
    if person is not None:
        known |= Q(serving__skp__employee=person, serving__dropped=False)
    running = Q(skp__effective_from__lte=day) & (Q(skp__until=None) | Q(skp__until__gte=day))
    rows = PlannedResult.objects.filter(
        running, known, skp__employee=employee, skp__year__year=day.year, dropped=False
    ).exclude(skp__state="dibatalkan")
    return list(rows.order_by("skp_id", "kind", "order", "pk").distinct().values_list("pk", "text")[:MOST])


def result_text(pk: int) -> str:
    """The words of one result; nothing where it is gone."""
    return PlannedResult.objects.filter(pk=pk).values_list("text", flat=True).first() or ""
