"""Bacaan pelaksanaan: what can be written about in a week, what was written, which evidence proves what, and how a team goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Sum

from jenjang.performance import progress, scopes
from jenjang.performance.models import SKP, Evidence, EvidenceUse, PlannedResult, ProgressEntry, ProgressLine
from jenjang.performance.progress import KEY

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.kernel.models import Document
    from jenjang.performance.weeks import Week
    from jenjang.personnel.models import Employee

RECENT = 30
"""Pieces of evidence that a form offers; the rest is found on the page of evidence."""
_STANDS = Q(progress__entry__withdrawn_at=None)


@dataclass(frozen=True, slots=True)
class Target:
    """Satu hasil kerja yang dapat dicatat: what it is measured by, what has been brought so far, what stands for the week."""

    pk: int
    text: str
    kind: str
    skp: int
    post: str
    measures: tuple[str, ...]
    so_far: Decimal | None
    standing: ProgressLine | None


def targets(person: Employee, week: Week) -> list[Target]:
    """Everything that a person can write about in a week; four queries, however many results."""
    rows = list(progress.open_results(person, week).prefetch_related("indicators"))
    amounts = _amounts([one.pk for one in rows])
    standing = {line.result_id: line for line in _lines(rows, week)}
    return [
        Target(
            one.pk, one.text, one.kind, one.skp_id, one.skp.title,
            tuple(f"{item.text}: {item.target}" for item in one.indicators.all()), amounts.get(one.pk),
            standing.get(one.pk),
        )
        for one in rows
    ]  # fmt: skip


def _amounts(results: Sequence[int]) -> dict[int, Decimal]:
    rows = ProgressLine.objects.filter(result__in=results, entry__withdrawn_at=None, amount__isnull=False)
    return dict(rows.values_list("result").annotate(whole=Sum("amount")))


def _lines(results: Sequence[PlannedResult], week: Week) -> QuerySet[ProgressLine]:
    return (
        ProgressLine.objects.filter(
            result__in=results, entry__withdrawn_at=None, entry__on__range=(week.first, week.last)
        )
        .select_related("entry")
        .order_by("entry__on", "entry__pk")
    )


@dataclass(frozen=True, slots=True)
class Chosen:
    """Saringan daftar progres: one result, only what has evidence or has none, and whether replaced entries show."""

    result: int | None = None
    proof: str = ""
    history: bool = False


def lines_of(person: Employee, chosen: Chosen) -> QuerySet[ProgressLine]:
    """What a person wrote, the newest week first."""
    rows = ProgressLine.objects.filter(entry__employee=person)
    if chosen.result is not None:
        rows = rows.filter(result=chosen.result)
    if not chosen.history:
        rows = rows.filter(entry__withdrawn_at=None)
    if chosen.proof:
        rows = rows.annotate(proofs=Count("entry__evidence_uses", filter=Q(entry__evidence_uses__result=F("result"))))
        rows = rows.filter(proofs__gt=0) if chosen.proof == "ada" else rows.filter(proofs=0)
    return rows.select_related("entry", "result__skp__year").order_by("-entry__on", "-entry__pk", "pk")


def results_written_about(person: Employee) -> list[tuple[int, str]]:
    """The results that a person's list can be narrowed to, the newest year first."""
    rows = PlannedResult.objects.filter(skp__employee=person, progress__isnull=False).distinct()
    return list(rows.order_by("-skp__year__year", "-kind", "order", "pk").values_list("pk", "text"))


def own_entry(person: Employee, pk: int) -> ProgressEntry | None:
    """An entry of this person, whatever became of it."""
    return ProgressEntry.objects.filter(employee=person, pk=pk).first()


def accepted_keys(person: Employee) -> list[str]:
    """The keys of the drafts that arrived last, so that a device forgets them."""
    rows = ProgressEntry.objects.filter(employee=person).exclude(key="").order_by("-pk")
    return sorted({key[:KEY] for key in rows.values_list("key", flat=True)[:RECENT]})


# evidence


def evidence_of(person: Employee, words: str = "") -> QuerySet[Evidence]:
    """Bukti seseorang, the newest first, with the number of its uses that count."""
    rows = Evidence.objects.filter(employee=person).select_related("document")
    if words:
        rows = rows.filter(Q(title__icontains=words) | Q(link__icontains=words) | Q(document__name__icontains=words))
    return rows.annotate(used=Count("uses", filter=_COUNTS)).order_by("-at", "-pk")


_COUNTS = Q(uses__entry=None) | Q(uses__entry__withdrawn_at=None)


def own_evidence(person: Employee, pk: int) -> Evidence | None:
    """One piece of this person's evidence."""
    return Evidence.objects.filter(employee=person, pk=pk).select_related("document").first()


def uses_of(evidence: Evidence) -> QuerySet[EvidenceUse]:
    """Dipakai di mana: the results and weeks that it proves, the newest first."""
    rows = evidence.uses.filter(Q(entry=None) | Q(entry__withdrawn_at=None))
    return rows.select_related("entry", "result__skp__year").order_by("-entry__on", "-pk")


def own_use(person: Employee, evidence: int, pk: int) -> EvidenceUse | None:
    """One use of a piece of this person's evidence."""
    rows = EvidenceUse.objects.filter(pk=pk, evidence=evidence, evidence__employee=person)
    return rows.select_related("evidence", "entry").first()


def entries_without(evidence: Evidence, since: date) -> list[ProgressLine]:
    """Entries since a day that this evidence does not prove yet."""
    rows = ProgressLine.objects.filter(
        entry__employee=evidence.employee_id, entry__withdrawn_at=None, entry__on__gte=since
    ).exclude(entry__evidence_uses__evidence=evidence)
    return list(rows.select_related("entry", "result").order_by("-entry__on", "-entry__pk")[:RECENT])


def paper_of(user: User, pk: int) -> Document | None:
    """The file of a piece of evidence, for whoever may open it."""
    from jenjang.performance.evidence import reader_may_open

    found = Evidence.objects.filter(pk=pk, document__isnull=False).select_related("document").first()
    return found.document if found is not None and reader_may_open(found, user) else None


# beside the results, for the appraiser


@dataclass(slots=True)
class Written:
    """Satu hasil kerja dengan catatannya."""

    result: PlannedResult
    measures: list[Any] = field(default_factory=list)
    so_far: Decimal | None = None
    lines: list[ProgressLine] = field(default_factory=list)
    more: int = 0


NEWEST = 8
"""Entries of a result that stand beside it at once."""


def skp_with_progress(user: User, pk: int) -> SKP | None:
    """An SKP that this user may read."""
    return scopes.visible_skps(user).filter(pk=pk).select_related("year", "unit").first()


def written_in(skp: SKP) -> list[Written]:
    """Every result of an SKP with what was written about it, the newest first."""
    rows = list(skp.results.filter(dropped=False).prefetch_related("indicators").order_by("-kind", "order", "pk"))
    amounts = _amounts([one.pk for one in rows])
    found = {one.pk: Written(one, list(one.indicators.all()), amounts.get(one.pk)) for one in rows}
    lines = ProgressLine.objects.filter(result__in=rows, entry__withdrawn_at=None).select_related("entry")
    for line in lines.order_by("-entry__on", "-entry__pk"):
        place = found[line.result_id]
        if len(place.lines) < NEWEST:
            place.lines.append(line)
        else:
            place.more += 1
    return list(found.values())


def team(user: User, day: date) -> QuerySet[SKP]:
    """SKP of the year that this user appraises, with the last day on which something was written; the longest silent first."""
    last = (
        ProgressLine.objects.filter(result__skp=OuterRef("pk"), entry__withdrawn_at=None)
        .order_by()
        .values("result__skp")
        .annotate(last=Max("entry__on"))
        .values("last")
    )
    rows = scopes.appraised_by(user).filter(year__year=day.year, until=None).exclude(state="dibatalkan")
    return rows.annotate(last_on=Subquery(last)).order_by(F("last_on").asc(nulls_first=True), "pk")


def unwritten_since(user: User, day: date, cutoff: date) -> QuerySet[SKP]:
    """The running SKP of somebody of which nothing was written since a day."""
    written = ProgressEntry.objects.filter(lines__result__skp=OuterRef("pk"), withdrawn_at=None, on__gte=cutoff)
    running = SKP.objects.filter(
        employee__user=user, year__year=day.year, year__state="berjalan", until=None, effective_from__lt=cutoff,
        state__in=("ditetapkan", "perubahan"),
    )  # fmt: skip
    return running.filter(~Exists(written))
