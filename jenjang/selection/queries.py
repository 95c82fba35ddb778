"""Bacaan seleksi: vacancies that somebody may see, the lines of a run, and one's own place in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import CharField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from jenjang.accounts.queries import powers_of
from jenjang.accounts.roles import Role
from jenjang.organization.queries import open_seats
from jenjang.personnel.queries import holders_of_seats
from jenjang.selection.models import (
    Method,
    Run,
    RunEntry,
    Vacancy,
    VacancyTransition,
    WillingnessRequest,
)
from jenjang.selection.states import VACANCY
from jenjang.selection.vacancies import BOARD_KINDS, OPEN_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jenjang.accounts.models import User
    from jenjang.organization.models import Seat
    from jenjang.personnel.models import EmployeeCurrent

SEE_ALL = frozenset({Role.PERSONNEL_OFFICER, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY, Role.INSPECTORATE})


def with_state(vacancies: QuerySet[Vacancy]) -> QuerySet[Vacancy]:
    """Vacancies with `state`."""
    return vacancies.annotate(state=state_of_row("pk"))


def state_of_row(vacancy: str) -> Coalesce:
    """Status of the vacancy that a column of a query names: the newest transition's, or the first of all."""
    newest = VacancyTransition.objects.filter(vacancy=OuterRef(vacancy)).order_by("-sequence").values("to_state")[:1]
    return Coalesce(Subquery(newest), Value(VACANCY.initial, output_field=CharField()))


def visible_to(user: User) -> QuerySet[Vacancy]:
    """Officers see all; the board sees its posts; a panel member the selections of that panel."""
    roles = (getattr(user, "powers", None) or powers_of(user)).roles
    if roles & SEE_ALL:
        return with_state(Vacancy.objects.all())
    seen = Q(panel__members__user=user)
    if Role.BOARD in roles:
        seen |= Q(method=Method.BOARD)
    return with_state(Vacancy.objects.filter(seen).distinct())


def vacancy_for(user: User, number: str) -> Vacancy | None:
    """The vacancy, if the user may see it; otherwise exactly as if there were none."""
    return visible_to(user).filter(number=number).select_related("seat__unit").first()


def lines(run: Run) -> QuerySet[RunEntry]:
    """Everybody of a run, ranked first, with what a list shows of a person."""
    return run.entries.select_related("employee__current", "application__external").order_by("rank", "pk")


def top(run: Run, many: int) -> list[RunEntry]:
    """The first of a ranking."""
    return list(lines(run).filter(rank__isnull=False)[:many])


def narrowed(entries: QuerySet[RunEntry], *, verdict: str = "", text: str = "") -> QuerySet[RunEntry]:
    """Lines of one verdict, and of people or units whose name holds the text."""
    if verdict:
        entries = entries.filter(verdict=verdict)
    for word in text.split():
        entries = entries.filter(
            Q(employee__current__full_name__icontains=word)
            | Q(employee__current__unit_name__icontains=word)
            | Q(application__external__name__icontains=word)
        )
    return entries


def line_of(run: Run, key: str) -> RunEntry | None:
    """One line by its key."""
    if not key.isdigit() or len(key) > 18:
        return None
    return lines(run).filter(pk=int(key)).first()


def running_on(seats: Iterable[int]) -> dict[int, str]:
    """Lowongan yang masih berjalan: its number for each seat that has one."""
    over = list(VACANCY.ends)
    found = with_state(Vacancy.objects.filter(seat__in=list(seats))).exclude(state__in=over).order_by("pk")
    return dict(found.values_list("seat_id", "number"))


def fillable_seats(text: str) -> QuerySet[Seat]:
    """Open seats that can be filled here, whose title or unit holds the text."""
    seats = open_seats().filter(kind__in=[*BOARD_KINDS, *OPEN_KINDS])
    for word in text.split():
        seats = seats.filter(Q(title__icontains=word) | Q(unit__name__icontains=word))
    return seats.order_by("unit__name", "title", "pk")


def holders(seat: Seat) -> list[EmployeeCurrent]:
    """Who sits on a seat now."""
    return holders_of_seats([seat.pk])[seat.pk]


@dataclass(frozen=True, slots=True)
class OwnResult:
    """Tempat sendiri dalam satu seleksi."""

    vacancy: Vacancy
    entry: RunEntry | None
    request: WillingnessRequest | None


def own_results(user: User) -> list[OwnResult]:
    """Selections that concern a person: where the person was found eligible, applied, or was asked."""
    # Two ways to a line, each by its own index, before anything else: asked together, every line of every run is read.
    lines = RunEntry.objects.order_by().values_list("pk", flat=True)
    own = lines.filter(employee__user=user).union(lines.filter(application__external__user=user))
    entries = RunEntry.objects.filter(
        Q(verdict="MS") | Q(application__isnull=False), pk__in=list(own), run__void=None, run__superseded_by=None
    )
    requests = WillingnessRequest.objects.filter(employee__user=user).select_related("vacancy")
    by_vacancy = {entry.run.vacancy_id: entry for entry in entries.select_related("run__vacancy", "run__criteria")}
    asked = {request.vacancy_id: request for request in requests}
    vacancies = {entry.run.vacancy_id: entry.run.vacancy for entry in by_vacancy.values()}
    vacancies |= {request.vacancy_id: request.vacancy for request in requests}
    return [
        OwnResult(vacancies[key], by_vacancy.get(key), asked.get(key)) for key in sorted(vacancies, reverse=True)
    ]  # fmt: skip


def own_result(user: User, number: str) -> OwnResult | None:
    """One of them, by its number."""
    return next((found for found in own_results(user) if found.vacancy.number == number), None)


def neighbours(entry: RunEntry) -> tuple[RunEntry | None, RunEntry | None]:
    """The line before and the line after, for the gaps between."""
    ranked = entry.run.entries.filter(rank__isnull=False).exclude(pk=entry.pk)
    above = ranked.filter(rank__lt=entry.rank).order_by("-rank", "pk")[:1]
    below = ranked.filter(rank__gte=entry.rank).order_by("rank", "pk")[:1]
    found = list(above.union(below, all=True))
    before = next((one for one in found if (one.rank or 0) < (entry.rank or 0)), None)
    return before, next((one for one in found if one is not before), None)
