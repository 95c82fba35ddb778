"""Bacaan untuk umum: published vacancies, their numbers, boards and results. Only columns that may be published are read.

No function here touches marks, scores, identity numbers, family, health or sanctions; what is not read cannot leak.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import CharField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from jenjang.kernel import clock
from jenjang.ledger.models import Entry
from jenjang.selection.models import (
    Application,
    ApplicationTransition,
    Criteria,
    Decision,
    Decree,
    DecreeKind,
    ObjectionTransition,
    Panel,
    Recusal,
    Run,
    Shortlist,
    ShortlistName,
    Vacancy,
    Willingness,
    WillingnessRequest,
)
from jenjang.selection.queries import with_state
from jenjang.selection.states import APPLICATION

if TYPE_CHECKING:
    from jenjang.selection.models import Candidate

RUNNING = ("diumumkan", "diperingkat", "dinilai", "tiga_nama", "diusulkan")
DECIDED = ("ditetapkan", "dilantik")


@dataclass(frozen=True, slots=True)
class Person:
    """Nama yang boleh diumumkan: a name with where the person works; never a number."""

    name: str
    origin: str


@dataclass(frozen=True, slots=True)
class Result:
    """Hasil: who was chosen, on which decree, by which kind of reason."""

    vacancy: int
    person: Person
    reason: str
    rank: int | None
    of: int | None
    decided_on: date
    decree_number: str
    decree_date: date | None
    entry: int | None


def published() -> QuerySet[Vacancy]:
    """Vacancies whose criteria were announced; a draft is nobody's business yet."""
    announced = Exists(Criteria.objects.filter(vacancy=OuterRef("pk")))
    return with_state(Vacancy.objects.filter(announced)).exclude(state="rancangan").order_by("-opened_at", "-pk")


def matching(vacancies: QuerySet[Vacancy], text: str) -> QuerySet[Vacancy]:
    """Vacancies whose number, post or unit holds every word."""
    for word in text.split()[:10]:
        vacancies = vacancies.filter(
            Q(title__icontains=word) | Q(unit_name__icontains=word) | Q(number__icontains=word)
        )
    return vacancies


def published_vacancy(number: str) -> Vacancy | None:
    """Satu lowongan yang sudah diumumkan, by its public number; None otherwise."""
    return published().filter(number=number).first()


def criteria_of(vacancies: Iterable[Vacancy]) -> dict[int, Criteria]:
    """The newest announced criteria of each."""
    rows = Criteria.objects.filter(vacancy__in=[vacancy.pk for vacancy in vacancies]).order_by("vacancy", "version")
    return {row.vacancy_id: row for row in rows}


def all_criteria(vacancy: Vacancy) -> list[Criteria]:
    """Kriteria lowongan, every version that was announced, the first one first."""
    return list(Criteria.objects.filter(vacancy=vacancy).order_by("version"))


def standing_runs(vacancies: Iterable[Vacancy]) -> dict[int, Run]:
    """The ranking that counts, for those whose ranking was announced."""
    keys = [vacancy.pk for vacancy in vacancies if vacancy.state != "diumumkan"]
    rows = Run.objects.filter(vacancy__in=keys, void=None, superseded_by=None).order_by("vacancy", "number")
    return {row.vacancy_id: row for row in rows}


def results_of(vacancies: Collection[Vacancy]) -> dict[int, Result]:
    """Who was chosen, for vacancies that were decided."""
    keys = [vacancy.pk for vacancy in vacancies if vacancy.state in DECIDED]
    if not keys:
        return {}
    shortlist = ShortlistName.objects.filter(
        shortlist=OuterRef("proposal__shortlist"), candidate=OuterRef("chosen")
    ).values("rank")[:1]
    decisions = list(
        Decision.objects.filter(vacancy__in=keys, superseded_by=None)
        .annotate(rank=Subquery(shortlist), of=F("proposal__shortlist__run__eligible"))
        .select_related("chosen__employee__current", "chosen__application__external")
        .defer("words", "findings")
    )
    decrees = {
        row.vacancy_id: row
        for row in Decree.objects.filter(vacancy__in=keys, kind=DecreeKind.DECREE).order_by("pk").defer("fields")
    }
    entries = _entries("selection_decision", [decision.pk for decision in decisions])
    return {row.vacancy_id: _result(row, decrees.get(row.vacancy_id), entries.get(row.pk)) for row in decisions}


def _result(decision: Decision, decree: Decree | None, entry: int | None) -> Result:
    return Result(
        vacancy=decision.vacancy_id,
        person=person_of(decision.chosen),
        reason=decision.get_reason_kind_display(),
        rank=decision.rank,
        of=decision.of,
        decided_on=day_of(decision.at),
        decree_number=decree.number if decree else "",
        decree_date=decree.dated_on if decree else None,
        entry=entry,
    )


def _entries(table: str, rows: Iterable[int]) -> dict[int, int]:
    """The number of the ledger entry of each row."""
    found = Entry.objects.filter(table_name=table, row_id__in=[str(row) for row in rows], kind="segel")
    return {int(row): entry for row, entry in found.values_list("row_id", "pk")}


def person_of(candidate: Candidate) -> Person:
    """A candidate's name and place of work; needs `employee__current` and `application__external`."""
    if candidate.employee is not None:
        return Person(candidate.employee.current.full_name, candidate.employee.current.unit_name)
    external = candidate.application.external if candidate.application else None
    return Person(external.name, external.agency_name) if external else Person("", "")


def day_of(moment: datetime) -> date:
    """The agency's day of an instant."""
    return clock.day_of(moment)


@dataclass(frozen=True, slots=True)
class Member:
    """Anggota tim yang diumumkan."""

    name: str
    origin: str
    seat: str
    stepped_back: bool


@dataclass(frozen=True, slots=True)
class Board:
    """Tim penilai atau panitia seleksi yang diumumkan."""

    decree_number: str
    decree_date: date
    members: tuple[Member, ...]


def board_of(vacancy: Vacancy) -> Board | None:
    """Names and seats; that somebody stepped back, never from whom or why."""
    panel = Panel.objects.filter(vacancy=vacancy).first()
    if panel is None:
        return None
    recused = Exists(Recusal.objects.filter(member=OuterRef("pk")))
    members = panel.members.annotate(back=recused).only("name", "origin", "seat", "panel").order_by("pk")
    return Board(
        panel.decree_number,
        panel.decree_date,
        tuple(Member(row.name, row.origin, row.get_seat_display(), row.back) for row in members),
    )


def application_counts(vacancy: Vacancy) -> Counter[str]:
    """Applications by state; drafts are not applications yet."""
    newest = (
        ApplicationTransition.objects.filter(application=OuterRef("pk")).order_by("-sequence").values("to_state")[:1]
    )
    first = Value(APPLICATION.initial, output_field=CharField())
    rows = (
        Application.objects.filter(vacancy=vacancy)
        .annotate(state=Coalesce(Subquery(newest), first))
        .exclude(state=APPLICATION.initial)
        .values_list("state")
        .annotate(number=Count("pk"))
    )
    return Counter(dict(rows))


def applicants_passed(vacancy: Vacancy) -> list[Person]:
    """Lulus seleksi administrasi (PermenPANRB 15/2019), in the order of the alphabet."""
    newest = (
        ApplicationTransition.objects.filter(application=OuterRef("pk")).order_by("-sequence").values("to_state")[:1]
    )
    rows = (
        Application.objects.filter(vacancy=vacancy)
        .annotate(state=Subquery(newest))
        .filter(state="ms")
        .select_related("employee__current", "external")
    )
    people = [
        Person(row.employee.current.full_name, row.employee.current.unit_name)
        if row.employee
        else Person(row.external.name, row.external.agency_name)
        for row in rows
    ]
    return sorted(people, key=lambda person: person.name)


def shortlisted(vacancy: Vacancy) -> list[Person]:
    """Tiga nama, in the order of the alphabet: the place among them is an evaluation and stays inside."""
    newest = Shortlist.objects.filter(vacancy=vacancy).order_by("-at", "-pk").values("pk")[:1]
    rows = ShortlistName.objects.filter(shortlist=Subquery(newest)).select_related(
        "candidate__employee__current", "candidate__application__external"
    )
    return sorted((person_of(row.candidate) for row in rows), key=lambda person: person.name)


def willing_count(vacancy: Vacancy) -> tuple[int, int]:
    """How many were asked, and how many answered yes last."""
    last = Willingness.objects.filter(request=OuterRef("pk")).order_by("-at", "-pk").values("willing")[:1]
    answers = WillingnessRequest.objects.filter(vacancy=vacancy).annotate(willing=Subquery(last))
    counted = answers.aggregate(asked=Count("pk"), yes=Count("pk", filter=Q(willing=True)))
    return counted["asked"], counted["yes"]


def ending_of(vacancy: Vacancy) -> str:
    """Why a vacancy ended without a result, in the words that were sealed; empty for every other."""
    if vacancy.state not in ("dibatalkan", "tidak_terisi"):
        return ""
    return vacancy.transitions.order_by("-sequence").values_list("reason", flat=True)[0]


def passed_days(vacancy: Vacancy) -> dict[str, date]:
    """The day on which each state was last reached."""
    return {state: day_of(at) for state, at in vacancy.transitions.order_by("sequence").values_list("to_state", "at")}


@dataclass(frozen=True, slots=True)
class YearCounts:
    """Angka setahun: what was decided, how long it took, what was objected to, who stepped back."""

    filled: int
    first: int
    days: tuple[int, ...]
    granted: int
    answered: int
    recusals: int


def year_counts(since: date) -> YearCounts:
    """Counts since a day, over published selections."""
    decided = with_state(Vacancy.objects.all()).filter(state__in=DECIDED)
    rows = list(
        Decision.objects.filter(vacancy__in=decided.values("pk"), superseded_by=None, at__date__gte=since).values_list(
            "passed_over_first", "at", "vacancy__vacant_from"
        )
    )
    answers = ObjectionTransition.objects.filter(at__date__gte=since, to_state__in=["diterima", "ditolak"])
    counted = answers.aggregate(answered=Count("pk"), granted=Count("pk", filter=Q(to_state="diterima")))
    return YearCounts(
        filled=len(rows),
        first=sum(not over for over, _, _ in rows),
        days=tuple(sorted((day_of(at) - vacant).days for _, at, vacant in rows if vacant and day_of(at) >= vacant)),
        granted=counted["granted"],
        answered=counted["answered"],
        recusals=Recusal.objects.filter(at__date__gte=since).count(),
    )
