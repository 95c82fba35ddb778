"""Bacaan penilai: my panels, my sheet, and the officer's view of a panel. Nobody reads another's marks before merging."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from jenjang.law.results import points
from jenjang.selection.bench import Bench, bench_of, benches_of, name_of, place_of
from jenjang.selection.criteria import Terms
from jenjang.selection.marking import WHOLE, aspects_of, stages_of
from jenjang.selection.models import (
    ApplicationDocument,
    Candidate,
    InterestDeclaration,
    Mark,
    MarkDraft,
    MergedMark,
    Panel,
    PanelMember,
    PlannedStep,
    Recusal,
    Tie,
    Vacancy,
)
from jenjang.selection.queries import state_of_row
from jenjang.selection.rounds import MarkingRound, rounds_of, rounds_of_all
from jenjang.selection.rules.marks import weighed

if TYPE_CHECKING:
    from jenjang.accounts.models import User


MARKING = "dinilai"


@dataclass(slots=True)
class Work:
    """Pekerjaan satu anggota dalam satu lowongan."""

    vacancy: Vacancy
    state: str
    member: PanelMember
    bench: Bench
    rounds: dict[str, MarkingRound]
    due: date | None

    @property
    def stages(self) -> tuple[str, ...]:
        """What this panel marks."""
        return stages_of(self.vacancy, self.bench.law)

    @property
    def is_running(self) -> bool:
        return self.state == MARKING

    @property
    def has_declared(self) -> bool:
        return self.member.pk in self.bench.declared

    @property
    def own(self) -> list[Candidate]:
        """Whom this member marks."""
        return self.bench.marked_by(self.member)

    @property
    def open_stages(self) -> list[str]:
        """Sheets that wait for this member."""
        return [stage for stage in self.stages if self.is_running and self.rounds[stage].waits_for(self.member)]

    @property
    def locked(self) -> set[str]:
        """Sheets that are locked, with nobody left on them to be marked."""
        sealed = {stage for stage, now in self.rounds.items() if self.member.pk in now.sealed}
        return sealed - set(self.open_stages)


def memberships(user: User) -> QuerySet[PanelMember]:
    """Panels in which somebody sits, newest first, with the vacancy's `state` and the day by which marks are `due`."""
    planned = PlannedStep.objects.filter(vacancy=OuterRef("panel__vacancy"), state=MARKING)
    rows = PanelMember.objects.filter(user=user).select_related("panel__vacancy").order_by("-panel_id")
    return rows.annotate(state=state_of_row("panel__vacancy"), due=Subquery(planned.values("due_on")[:1]))


def waiting_works(user: User, on: date) -> list[Work]:
    """What waits for somebody's declaration or marks."""
    return [work for work in works_for(memberships(user).filter(state=MARKING), on) if work.open_stages]


def work_of(user: User, number: str, on: date) -> Work | None:
    """One's own work in a vacancy; none for whoever is no member."""
    return next(iter(works_for(memberships(user).filter(panel__vacancy__number=number)[:1], on)), None)


def works_for(memberships: Iterable[PanelMember], on: date) -> list[Work]:
    """What is to do in these memberships, read together."""
    members: list[Any] = list(memberships)
    if not members:
        return []
    benches = benches_of([member.panel for member in members], on)
    rounds = rounds_of_all(benches, {key: stages_of(bench.panel.vacancy, bench.law) for key, bench in benches.items()})
    return [
        Work(one.panel.vacancy, one.state, one, benches[one.panel_id], rounds[one.panel_id], one.due) for one in members
    ]


@dataclass(slots=True)
class Row:
    """Satu baris lembar nilai: a candidate, typed or sealed scores by aspect, own mean and note."""

    candidate: Candidate
    name: str
    place: str
    may_mark: bool
    scores: dict[str, Decimal | None] = field(default_factory=dict)
    note: str = ""
    mean: Decimal | None = None

    @property
    def is_complete(self) -> bool:
        return self.mean is not None


def sheet_of(work: Work, stage: str) -> list[Row]:
    """The member's own sheet, in the order of the lots; candidates of whom others are in charge are not on it.

    While it is open it holds those who are still to be marked; once locked, all whom the member has marked.
    """
    aspects = aspects_of(stage, work.bench.law)
    cells = _cells(work, stage)
    rows = []
    for candidate in work.rounds[stage].pending if stage in work.open_stages else work.bench.candidates:
        called = work.bench.is_called(work.member, candidate)
        tied = (work.member.pk, candidate.pk) in work.bench.recusals
        if not (called or tied):
            continue
        typed = cells.get(candidate.pk, {})
        row = Row(candidate, name_of(candidate), place_of(candidate), not tied)
        row.scores = {aspect: typed[aspect][0] if aspect in typed else None for aspect in aspects}
        row.note = typed.get(WHOLE, (None, ""))[1]
        given = {aspect: score for aspect, score in row.scores.items() if score is not None}
        row.mean = points(weighed(given, stage, work.bench.law)) if len(given) == len(aspects) else None
        rows.append(row)
    return rows


def _cells(work: Work, stage: str) -> dict[int, dict[str, tuple[Any, str]]]:
    """Typed cells while open, sealed ones after locking; this member's and nobody else's."""
    if stage in work.locked:
        sealed = Mark.objects.filter(sheet__member=work.member, sheet__component=stage)
        values = sealed.values_list("candidate_id", "aspect", "score", "note")
    else:
        drafts = MarkDraft.objects.filter(member=work.member, component=stage)
        values = drafts.values_list("candidate_id", "aspect", "score", "note")
    found: dict[int, dict[str, tuple[Any, str]]] = {}
    for candidate, aspect, score, note in values:
        found.setdefault(candidate, {})[aspect] = (score, note)
    return found


def saved_at(work: Work, stage: str) -> Any:
    """When the member last typed something."""
    newest = MarkDraft.objects.filter(member=work.member, component=stage).order_by("-changed_at").first()
    return newest.changed_at if newest else None


def weight_of(vacancy: Vacancy, stage: str) -> Decimal | None:
    """How much a stage counts, by the published criteria; the board's consideration counts nothing."""
    criteria = vacancy.criteria.order_by("-version").first()
    return Terms.from_text(criteria.content).weights.get(stage) if criteria else None


def declarations_of(member: PanelMember) -> list[InterestDeclaration]:
    """What a member has declared."""
    return list(InterestDeclaration.objects.filter(member=member).order_by("pk"))


def papers_of_candidate(candidate: Candidate) -> list[ApplicationDocument]:
    """The newest paper of each kind of a candidate who applied."""
    if candidate.application_id is None:
        return []
    rows = ApplicationDocument.objects.filter(application=candidate.application_id).select_related("document")
    newest = {row.kind: row for row in rows.order_by("added_at", "pk")}
    return list(newest.values())


@dataclass(slots=True)
class PanelView:
    """Panitia sebagaimana dilihat petugas: seats, ties, recusals, who has locked; never a mark before merging."""

    panel: Panel
    bench: Bench
    rounds: dict[str, MarkingRound]
    ties: list[Tie]
    merged: list[MergedMark]
    interests: dict[tuple[int, int], InterestDeclaration]

    @property
    def short_of_quorum(self) -> set[int]:
        """Candidates whom too few may mark, on some stage that is not merged yet."""
        return {one.pk for now in self.rounds.values() for one in now.short_of_quorum}


def panel_of(vacancy: Vacancy, on: date) -> PanelView | None:
    """The panel of a vacancy, once it was formed."""
    panel = Panel.objects.filter(vacancy=vacancy).select_related("vacancy").first()
    if panel is None:
        return None
    bench = bench_of(panel, on)
    rounds = rounds_of(bench, stages_of(panel.vacancy, bench.law))
    if not bench.candidates:
        return PanelView(panel, bench, rounds, [], [], {})
    ties = Tie.objects.filter(member__panel=panel).select_related("member", "ruling").order_by("pk")
    merged = MergedMark.objects.filter(candidate__vacancy=vacancy).order_by("component", "-score")
    interests = InterestDeclaration.objects.filter(member__panel=panel, candidate__isnull=False)
    return PanelView(
        panel, bench, rounds, list(ties), list(merged),
        {(one.member_id, one.candidate_id): one for one in interests},
    )  # fmt: skip


def tie_of(vacancy: Vacancy, pk: int) -> Tie | None:
    """A possible tie that waits for a ruling."""
    waiting = Q(certain=False, ruling=None, candidate__vacancy=vacancy)
    return Tie.objects.filter(waiting, pk=pk).select_related("member__user", "candidate").first()


@dataclass(frozen=True, slots=True)
class SteppedBack:
    """Anggota yang mundur dari sebagian calon; who the candidates are stays with the panel."""

    number: str
    title: str
    member: str
    candidates: int
    computed: int


def stepped_back(most: int) -> list[SteppedBack]:
    """Members who do not mark somebody, in the newest vacancies first; `computed` were found in the data, not declared."""
    rows = (
        Recusal.objects.values(
            "member__panel__vacancy__number", "member__panel__vacancy__title", "member__name", "member"
        )
        .annotate(candidates=Count("pk"), computed=Count("tie"))
        .order_by("-member__panel__vacancy__number", "member")[:most]
    )
    return [
        SteppedBack(
            row["member__panel__vacancy__number"], row["member__panel__vacancy__title"], row["member__name"],
            row["candidates"], row["computed"],
        )
        for row in rows
    ]  # fmt: skip
