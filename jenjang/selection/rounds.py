"""Putaran penilaian: sheets are locked and merged round by round; who joins later is marked in a round of their own.

What was merged stands: a recount may bring a new candidate, and nobody's sealed marks are opened for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from jenjang.selection.bench import Bench
from jenjang.selection.models import Candidate, Mark, MarkSheet, MergedMark, PanelMember


@dataclass(slots=True)
class MarkingRound:
    """Putaran yang berjalan pada satu tahap: who is still to be marked, and whose sheets are locked already; `sealed`: in any round."""

    bench: Bench
    number: int
    pending: list[Candidate]
    locked: set[int] = field(default_factory=set)
    sealed: set[int] = field(default_factory=set)

    def own(self, member: PanelMember) -> list[Candidate]:
        """Whom this member still has to mark."""
        return [one for one in self.pending if self.bench.may_mark(member, one)]

    def waits_for(self, member: PanelMember) -> bool:
        """Whether the sheet of this member is still open."""
        return member.pk not in self.locked and bool(self.own(member))

    @property
    def waiting(self) -> list[PanelMember]:
        """Whose sheets are awaited."""
        return [member for member in self.bench.members if self.waits_for(member)]

    @property
    def due(self) -> int:
        """How many sheets this round has."""
        return sum(bool(self.own(member)) for member in self.bench.members)

    @property
    def short_of_quorum(self) -> list[Candidate]:
        """Candidates of this round whom too few may mark."""
        return [one for one in self.pending if len(self.bench.markers(one)) < self.bench.quorum]


def rounds_of(bench: Bench, stages: Iterable[str]) -> dict[str, MarkingRound]:
    """The round under way on each stage of one vacancy."""
    return rounds_of_all({bench.panel.pk: bench}, {bench.panel.pk: stages})[bench.panel.pk]


def rounds_of_all(
    benches: Mapping[int, Bench], stages: Mapping[int, Iterable[str]]
) -> dict[int, dict[str, MarkingRound]]:
    """The rounds under way of several panels, in two queries."""
    marks = MergedMark.objects.filter(candidate__vacancy__panel__in=benches)
    merged = set(marks.values_list("component", "candidate_id"))
    sheets: dict[tuple[int, str], list[_Sheet]] = {}
    rows = _with_end(MarkSheet.objects.filter(member__panel__in=benches))
    for panel, stage, *sheet in rows.values_list("member__panel_id", "component", "member_id", "round", "is_over"):
        sheets.setdefault((panel, stage), []).append(_Sheet(*sheet))
    return {
        panel: {stage: _round(bench, stage, merged, sheets.get((panel, stage), [])) for stage in stages[panel]}
        for panel, bench in benches.items()
    }


class _Sheet(NamedTuple):
    member: int
    round: int
    is_over: bool


def _round(bench: Bench, stage: str, merged: set[tuple[str, int]], sheets: Sequence[_Sheet]) -> MarkingRound:
    newest = max((sheet.round for sheet in sheets), default=1)
    if any(sheet.is_over for sheet in sheets if sheet.round == newest):
        newest += 1
    pending = [one for one in bench.candidates if (stage, one.pk) not in merged]
    locked = {sheet.member for sheet in sheets if sheet.round == newest}
    return MarkingRound(bench, newest, pending, locked, {sheet.member for sheet in sheets})


def _with_end(sheets: QuerySet[MarkSheet]) -> QuerySet[MarkSheet]:
    """Sheets with `is_over`: their marks were merged."""
    counted = Mark.objects.filter(
        sheet=OuterRef("pk"), candidate__merged_marks__component=OuterRef("component")
    )  # fmt: skip
    return sheets.annotate(is_over=Exists(counted))


def locked_now(members: Iterable[PanelMember]) -> set[int]:
    """Members with a sheet that is locked and not merged yet: their marks wait for those of the others."""
    sheets = _with_end(MarkSheet.objects.filter(member__in=list(members)))
    return set(sheets.filter(is_over=False).values_list("member_id", flat=True))


def is_marked(rounds: Mapping[str, MarkingRound]) -> bool:
    """Whether nobody is left to be marked."""
    return not any(one.pending for one in rounds.values())
