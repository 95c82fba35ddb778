"""Bacaan penilaian tim: whom somebody rates in a period, with drafts, self-assessments, evidence, and the team's spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Count, QuerySet

from jenjang.law.codes import Predicate
from jenjang.performance import periods, scopes
from jenjang.performance.agreed import NOTHING, agreed_of_many
from jenjang.performance.evaluations import WAITING_FOR_RATING, may_rate, predicate_of
from jenjang.performance.models import Assessment, AssessmentKind, Evaluation, PerformanceYear, RatingDraft
from jenjang.performance.periods import YEARLY, Period
from jenjang.performance.queries_evidence import proven_results, window_of

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.law.parameters import LawOn
    from jenjang.personnel.models import EmployeeCurrent


@dataclass(frozen=True, slots=True)
class Choice:
    """Pilihan untuk satu orang: both ratings, each perhaps still open, and a note."""

    result_rating: str = ""
    behaviour_rating: str = ""
    note: str = ""

    @classmethod
    def of(cls, draft: RatingDraft | None) -> Choice:
        """What is kept of somebody; nothing while nothing was chosen."""
        return cls(draft.result_rating, draft.behaviour_rating, draft.note) if draft else cls()

    @property
    def is_complete(self) -> bool:
        """Whether a predicate follows from it."""
        return bool(self.result_rating and self.behaviour_rating)


@dataclass(slots=True)
class Line:
    """Satu orang pada lembar: the evaluation, what is chosen, what the person said, and how much of it is proven."""

    evaluation: Evaluation
    choice: Choice
    said: tuple[str, str] | None
    results: Sequence[int]
    proven: int
    waits: str

    @property
    def person(self) -> EmployeeCurrent:
        return self.evaluation.employee.current

    @property
    def is_open(self) -> bool:
        """Whether choices are still made on the sheet."""
        return self.evaluation.state in WAITING_FOR_RATING

    def predicate(self, law: LawOn) -> str:
        """What was given, or what follows from the choices so far."""
        if not self.is_open:
            return self.evaluation.predicate
        choice = self.choice
        return predicate_of(choice.result_rating, choice.behaviour_rating, law).value if choice.is_complete else ""


@dataclass(slots=True)
class Sheet:
    """Lembar penilaian tim of a year and period."""

    year: PerformanceYear
    period: Period
    law: LawOn
    lines: list[Line] = field(default_factory=list)

    @property
    def open_lines(self) -> list[Line]:
        return [line for line in self.lines if line.is_open]

    @property
    def rated(self) -> list[Line]:
        """Rated and not handed over yet."""
        return [line for line in self.lines if line.evaluation.state == "dinilai"]

    @property
    def complete(self) -> list[Line]:
        """Whose draft can become a rating now."""
        return [line for line in self.open_lines if line.choice.is_complete and not line.waits]

    @property
    def saved_at(self) -> datetime | None:
        """When a choice was kept last."""
        drafts = (getattr(line.evaluation, "draft", None) for line in self.open_lines)
        return max((draft.changed_at for draft in drafts if draft is not None), default=None)

    @property
    def unit(self) -> int:
        """The unit from which most of the team come."""
        return Counter(line.evaluation.unit_id for line in self.lines).most_common(1)[0][0]

    def counts(self) -> dict[Predicate, int]:
        """Sebaran tim: how many of each predicate, drafts included."""
        found = Counter(line.predicate(self.law) for line in self.lines)
        return {one: found[one.value] for one in reversed(Predicate)}


def year_and_period(year: int, number: int) -> tuple[PerformanceYear, Period] | None:
    """A year of the agency and a period of its rhythm; None where one of both is not there."""
    found = PerformanceYear.objects.filter(year=year).first()
    period = periods.period_of(found.year, found.rhythm, number) if found else None
    return (found, period) if found is not None and period is not None else None


def evaluations_of_team(user: User, year: PerformanceYear, period: int) -> QuerySet[Evaluation]:
    """Evaluasi satu masa yang dinilai oleh seseorang; nobody's own."""
    return Evaluation.objects.filter(skp__in=scopes.appraised_by(user).order_by(), year=year, period=period)


def sheet_of(user: User, year: PerformanceYear, period: Period, law: LawOn, on: date) -> Sheet:
    """The whole team at once: four queries, however many they are."""
    rows = evaluations_of_team(user, year, period.number).select_related("draft", "employee__current")
    found = list(rows.order_by("employee__current__name", "employee_id", "pk"))
    agreed = agreed_of_many([one.skp_id for one in found])
    results = {one.pk: agreed.get(one.skp_id, NOTHING).keys for one in found}
    proven = proven_results([key for keys in results.values() for key in keys], window_of(period, law))
    said = _said([one.pk for one in found])
    for one in found:
        one.year = year  # asked for each, and the same for all
    lines = [
        Line(
            one, _chosen(one), said.get(one.pk), results[one.pk], sum(key in proven for key in results[one.pk]),
            _waits(one, on, law),
        )
        for one in found
    ]  # fmt: skip
    return Sheet(year, period, law, lines)


def _chosen(one: Evaluation) -> Choice:
    if one.state in WAITING_FOR_RATING:
        return Choice.of(getattr(one, "draft", None))
    return Choice(one.result_rating, one.behaviour_rating)


def _waits(one: Evaluation, on: date, law: LawOn) -> str:
    """Why somebody cannot be rated yet."""
    if one.state not in WAITING_FOR_RATING:
        return ""
    decision = may_rate(one, on, law)
    return "" if decision.allowed else decision.objections[0].reason


def _said(evaluations: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Penilaian sendiri: the newest of each."""
    rows = Assessment.objects.filter(evaluation__in=evaluations, kind=AssessmentKind.SELF)
    newest = rows.order_by("evaluation_id", "-pk").distinct("evaluation_id")
    return {key: (one, other) for key, one, other in newest.values_list("evaluation_id", "result_rating", "behaviour_rating")}  # fmt: skip


def counts_before(user: User, sheet: Sheet) -> Mapping[str, int]:
    """Sebaran tim pada masa sebelumnya, by predicate: of the period before, or of the year before."""
    year, number = sheet.year.year, sheet.period.number - 1
    if sheet.period.number in (YEARLY, 1):
        year = year - 1
        last = max(one.number for one in periods.periods_of(year, sheet.year.rhythm))
        number = YEARLY if sheet.period.number == YEARLY else last
    rows = Evaluation.objects.filter(
        skp__in=scopes.appraised_by(user).order_by(), year__year=year, period=number
    ).exclude(predicate="")
    return dict(rows.values_list("predicate").annotate(people=Count("pk")).order_by())


@dataclass(frozen=True, slots=True)
class TeamPeriod:
    """Satu masa yang dinilai: how many wait for a rating, are rated, and are over."""

    year: PerformanceYear
    period: Period
    waiting: int
    rated: int
    handed: int


def periods_of_team(user: User, on: date, law: LawOn) -> list[TeamPeriod]:
    """Every period that has begun in which somebody has a team, the newest first; one query for the years, one for counts."""
    years = {one.pk: one for one in PerformanceYear.objects.all()}
    rows = Evaluation.objects.filter(skp__in=scopes.appraised_by(user).order_by())
    counted: dict[tuple[int, int], Counter[str]] = {}
    for year, number, state, people in rows.values_list("year_id", "period", "state").annotate(n=Count("pk")).order_by():  # fmt: skip
        kind = "waiting" if state in WAITING_FOR_RATING else "rated" if state == "dinilai" else "handed"
        counted.setdefault((year, number), Counter())[kind] += people
    found = [
        TeamPeriod(years[year], period, counts["waiting"], counts["rated"], counts["handed"])
        for (year, number), counts in counted.items()
        if (period := periods.period_of(years[year].year, years[year].rhythm, number)) is not None
        and periods.opens_on(period, law) <= on
    ]
    return sorted(found, key=lambda one: (one.period.last, one.period.first), reverse=True)


def period_to_rate(found: Sequence[TeamPeriod]) -> TeamPeriod | None:
    """Where a leader goes on: the oldest period of a running year with something to do, else the newest."""
    todo = [one for one in found if one.year.state == "berjalan" and (one.waiting or one.rated)]
    return todo[-1] if todo else (found[0] if found else None)
