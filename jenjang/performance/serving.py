"""Mendukung: which result of a leader a planned result serves, and what becomes of it when that result goes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import F, Q, QuerySet

from jenjang.kernel.actions import notify
from jenjang.performance.models import PlannedResult
from jenjang.personnel.queries import accounts_of

if TYPE_CHECKING:
    from jenjang.performance.models import SKP

STANDING = Q(dropped=False) & ~Q(skp__state="dibatalkan")
"""Results that are planned: not taken out by a change, not of a plan that was given up."""


def leaders_results(skp: SKP) -> QuerySet[PlannedResult]:
    """Hasil kerja pimpinan that a person can serve: the appraiser's of the year, those of whom a role was given, those served already."""
    found = PlannedResult.objects.filter(STANDING, skp__year=skp.year_id).exclude(skp__employee=skp.employee_id)
    served = Q(pk__in=skp.results.filter(dropped=False, parent__isnull=False).values("parent"))
    return found.filter(Q(skp__employee=skp.appraiser_id) | Q(cells__employee=skp.employee_id) | served).distinct()


def let_go(results: Iterable[PlannedResult]) -> None:
    """Hasil kerja pimpinan yang tidak jadi: who served it keeps its words as provisional, and is told."""
    served = PlannedResult.objects.filter(STANDING, parent__in=list(results)).select_related("skp")
    for one in served.annotate(words=F("parent__text")):
        one.provisional, one.parent = one.words, None
        one.save(update_fields=["provisional", "parent"])
        notify(
            users=accounts_of([one.skp.employee_id]),
            text=f"Hasil kerja pimpinan yang didukung “{one.text[:120]}” dicabut. Sambungkan ke hasil kerja lain.",
            url=one.skp.get_absolute_url(),
        )
