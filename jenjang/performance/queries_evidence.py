"""Bacaan bukti dalam satu masa: which results have evidence or progress, and what it is. Reads what the doing has written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from jenjang.kernel import clock
from jenjang.performance import periods
from jenjang.performance.models import EvidenceUse, ProgressLine

if TYPE_CHECKING:
    from jenjang.law.parameters import LawOn
    from jenjang.performance.periods import Period

LONGEST = 1000
"""Letters of a realisation."""


@dataclass(frozen=True, slots=True)
class Window:
    """Masa pengumpulan bukti: from the first day of a period until the last day for filling it in."""

    first: date
    last: date
    until: date

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """Its first and last instant by the agency's clock; the last is outside."""
        zone = clock.zone()
        begins, ends = (datetime.combine(day, time(), zone) for day in (self.first, self.until + timedelta(days=1)))
        return begins, ends


def window_of(period: Period, law: LawOn) -> Window:
    """What is entered while the evaluation is being filled in still belongs to it."""
    return Window(period.first, period.last, periods.fill_by(period, law) or period.last)


@dataclass(frozen=True, slots=True)
class Proof:
    """Satu bukti: a file that can be opened, or a link."""

    key: int
    title: str
    link: str
    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Done:
    """Satu catatan kemajuan tentang satu hasil kerja."""

    day: date
    text: str
    amount: Decimal | None


def _uses(results: Sequence[int], window: Window) -> QuerySet[EvidenceUse]:
    """Evidence counts by the day of the entry that it came with, or by the day on which it was put there."""
    of_entry = Q(entry__on__range=(window.first, window.last), entry__withdrawn_at=None)
    begins, ends = window.moments
    alone = Q(entry=None, evidence__at__gte=begins, evidence__at__lt=ends)
    return EvidenceUse.objects.filter(of_entry | alone, result__in=results)


def proven_results(results: Iterable[int], window: Window) -> set[int]:
    """Which of many results have any evidence in the period; one query."""
    return set(_uses(list(results), window).values_list("result_id", flat=True).distinct())


def proofs_of(results: Sequence[int], window: Window) -> dict[int, list[Proof]]:
    """The evidence of each result, the newest first."""
    found: dict[int, list[Proof]] = {key: [] for key in results}
    rows = _uses(results, window).select_related("evidence__document", "entry").order_by("-evidence__at", "-pk")
    for use in rows:
        day = use.entry.on if use.entry else clock.day_of(use.evidence.at)
        name = use.evidence.document.name if use.evidence.document else ""
        found[use.result_id].append(Proof(use.evidence_id, use.evidence.title, use.evidence.link, name, day))
    return found


def done_for(results: Sequence[int], window: Window) -> dict[int, list[Done]]:
    """What was done for each result in the period, the oldest first."""
    found: dict[int, list[Done]] = {key: [] for key in results}
    rows = ProgressLine.objects.filter(
        result__in=results, entry__withdrawn_at=None, entry__on__range=(window.first, window.last)
    ).select_related("entry")
    for line in rows.order_by("entry__on", "entry_id", "pk"):
        found[line.result_id].append(Done(line.entry.on, line.entry.text, line.amount))
    return found


def evidence_in(results: Sequence[int], window: Window, key: int) -> EvidenceUse | None:
    """One piece of evidence, if it proves one of these results in the period."""
    return _uses(results, window).filter(evidence=key).select_related("evidence__document").first()
