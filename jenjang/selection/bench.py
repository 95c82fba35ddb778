"""Siapa menilai siapa: from members, recusals and replacements to who may mark whom. Read once, asked often."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import QuerySet

from jenjang.law.parameters import LawOn
from jenjang.selection.models import (
    Application,
    ApplicationTransition,
    Candidate,
    InterestDeclaration,
    Panel,
    PanelMember,
    PanelSeat,
    Recusal,
    Replacement,
    RunEntry,
    Tie,
)
from jenjang.selection.panels import laws_of_vacancies
from jenjang.selection.rules.composition import quorum_of
from jenjang.ui.formats import post_in_unit

WITHDRAWN = "ditarik"


@dataclass(slots=True)
class Bench:
    """Meja penilai satu lowongan: its members and candidates, and what stands between them."""

    panel: Panel
    law: LawOn
    members: list[PanelMember] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    recusals: dict[tuple[int, int], Recusal] = field(default_factory=dict)
    waiting: dict[tuple[int, int], Tie] = field(default_factory=dict)
    replacements: list[Replacement] = field(default_factory=list)
    declared: set[int] = field(default_factory=set)

    def member(self, user_id: int) -> PanelMember | None:
        """The member behind an account."""
        return next((one for one in self.members if one.user_id == user_id), None)

    def may_mark(self, member: PanelMember, candidate: Candidate) -> bool:
        """Whether this member's marks count for this candidate."""
        return (member.pk, candidate.pk) not in self.recusals and self.is_called(member, candidate)

    def is_called(self, member: PanelMember, candidate: Candidate) -> bool:
        """Whether the member would mark if nothing stood between them: by seat, or as a stand-in."""
        if any(one.member_id == member.pk and one.candidate_id in (None, candidate.pk) for one in self.replacements):
            return False
        if member.seat != PanelSeat.RESERVE:
            return True
        return any(
            one.replaced_by_id == member.pk and one.candidate_id in (None, candidate.pk) for one in self.replacements
        )

    def sits(self, member: PanelMember) -> bool:
        """Whether the member belongs to the meeting: by seat and not replaced, or instead of somebody for all candidates."""
        whole = [one for one in self.replacements if one.candidate_id is None]
        if any(one.member_id == member.pk for one in whole):
            return False
        return member.seat != PanelSeat.RESERVE or any(one.replaced_by_id == member.pk for one in whole)

    def markers(self, candidate: Candidate) -> list[PanelMember]:
        """Everybody who marks this candidate."""
        return [member for member in self.members if self.may_mark(member, candidate)]

    def marked_by(self, member: PanelMember) -> list[Candidate]:
        """Everybody whom this member marks."""
        return [candidate for candidate in self.candidates if self.may_mark(member, candidate)]

    def stand_in(self, member: PanelMember, candidate: Candidate) -> PanelMember | None:
        """Who marks this candidate instead of a member, following a chain of stand-ins."""
        names = {one.pk: one for one in self.members}
        found: PanelMember | None = None
        here = member.pk
        while step := next(
            (one for one in self.replacements if one.member_id == here and one.candidate_id in (None, candidate.pk)),
            None,
        ):
            found, here = names[step.replaced_by_id], step.replaced_by_id
        return found

    @property
    def regular(self) -> list[PanelMember]:
        """Members who are not reserves."""
        return [member for member in self.members if member.seat != PanelSeat.RESERVE]

    @property
    def quorum(self) -> int:
        """How many must mark each candidate."""
        return quorum_of(len(self.regular), self.law)


def bench_of(panel: Panel, on: date) -> Bench:
    """Read the whole bench of one vacancy."""
    return benches_of([panel], on)[panel.pk]


def benches_of(panels: Collection[Panel], on: date) -> dict[int, Bench]:
    """Read the benches of these panels together: eight queries, however many panels, members and candidates there are."""
    laws = laws_of_vacancies([panel.vacancy_id for panel in panels], on)
    found = {panel.pk: Bench(panel, laws[panel.vacancy_id]) for panel in panels}
    by_vacancy = {bench.panel.vacancy_id: bench for bench in found.values()}
    for candidate in running(Candidate.objects.filter(vacancy__in=by_vacancy).order_by("drawn")):
        by_vacancy[candidate.vacancy_id].candidates.append(candidate)
    by_member: dict[int, Bench] = {}
    for member in PanelMember.objects.filter(panel__in=found).order_by("pk"):
        by_member[member.pk] = found[member.panel_id]
        found[member.panel_id].members.append(member)
    for recusal in Recusal.objects.filter(member__in=by_member).select_related("tie", "declaration"):
        by_member[recusal.member_id].recusals[(recusal.member_id, recusal.candidate_id)] = recusal
    for tie in Tie.objects.filter(member__in=by_member, certain=False, ruling=None):
        by_member[tie.member_id].waiting[(tie.member_id, tie.candidate_id)] = tie
    for one in Replacement.objects.filter(member__in=by_member).order_by("pk"):
        by_member[one.member_id].replacements.append(one)
    for declared in InterestDeclaration.objects.filter(member__in=by_member).values_list("member_id", "at"):
        _count_declaration(by_member[declared[0]], *declared)
    return found


def _count_declaration(bench: Bench, member: int, at: datetime) -> None:
    """Only one made since the last candidate joined: a declaration speaks of those who stood then."""
    if all(one.at <= at for one in bench.candidates):
        bench.declared.add(member)


def running(candidates: QuerySet[Candidate]) -> list[Candidate]:
    """Candidates who have not withdrawn, each with `person` for showing."""
    found = list(candidates.select_related(*PEOPLE))
    gone = withdrawn([one.application_id for one in found if one.application_id])
    return [one for one in found if one.application_id not in gone]


PEOPLE = ("employee__current", "application__external", "application__employee__current")


def withdrawn(applications: Iterable[int]) -> set[int]:
    """Which of these applications were withdrawn."""
    rows = ApplicationTransition.objects.filter(application__in=list(applications), to_state=WITHDRAWN)
    return set(rows.values_list("application_id", flat=True))


def name_of(candidate: Candidate | Application | RunEntry) -> str:
    """Nama calon, with titles where they are on record."""
    application = candidate if isinstance(candidate, Application) else candidate.application
    if application is not None and application.external is not None:
        return str(application.external.name)
    employee = candidate.employee or (application.employee if application else None)
    current = getattr(employee, "current", None)
    return str(current.full_name if current else employee)


def place_of(candidate: Candidate | Application) -> str:
    """Jabatan dan unit calon, or the agency of somebody from elsewhere."""
    application = candidate if isinstance(candidate, Application) else candidate.application
    if application is not None and application.external is not None:
        return str(application.external.agency_name)
    employee = candidate.employee or (application.employee if application else None)
    current = getattr(employee, "current", None)
    return post_in_unit(current.title, current.unit_name) if current else ""
