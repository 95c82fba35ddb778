"""Nominatif: search and list people without ever counting or sorting all of them.

A page costs the same among 2,900 people as among 100,000: it starts after the last name of the page before, and a
count beyond what a person would leaf through is given as "lebih dari".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib.postgres.search import TrigramWordDistance
from django.db import connection, transaction
from django.db.models import Q, QuerySet, Sum

from jenjang.organization.queries import subtree_ids
from jenjang.personnel.models import EmployeeCurrent, UnitTally
from jenjang.personnel.scopes import visible_to

if TYPE_CHECKING:
    from jenjang.accounts.models import User

PAGE = 50
COUNT_UP_TO = 1_000
FOUND_UP_TO = 300  # of a search: whoever reads more than this adds a word
MOST_ALIKE = 50
ALIKE = ("0.6", "0.45")  # very alike, alike enough to be offered; 1 is equal, 0 has nothing in common
CANDIDATES = 200  # of thousands with a common name nobody reads more; weighing all of them would grow with the agency
COLUMNS = (
    "employee_id", "nip", "full_name", "grade", "title", "unit_name", "status", "standing", "active", "retires_on",
)  # fmt: skip


class ListRow(NamedTuple):
    """One line of the list."""

    id: int
    nip: str
    full_name: str
    grade: str
    title: str
    unit_name: str
    status: str
    standing: str
    active: bool
    retires_on: date | None


@dataclass(frozen=True, slots=True)
class Filter:
    """What the reader narrowed the list to."""

    text: str = ""
    unit: int | None = None
    kind: str = ""
    grade: str = ""
    status: str = ""
    standing: str = "aktif"
    retiring_by: date | None = None

    @property
    def is_open(self) -> bool:
        """Nothing is narrowed but active or not."""
        return not (self.text or self.unit or self.kind or self.grade or self.status or self.retiring_by)


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines of the list. `total` None: more than `counted`. `alike`: nothing matched, these come near."""

    rows: list[ListRow]
    total: int | None
    after: int | None
    before: int | None
    alike: bool = False
    counted: int = COUNT_UP_TO


def page_of(user: User, chosen: Filter, *, after: int | None = None, before: int | None = None) -> Page:
    """A page of the people whom the user may see."""
    scope = visible_to(user)
    people = narrowed(scope, chosen)
    if chosen.text:
        return _searched(people, chosen, after)
    total = _total(scope, people, chosen)
    rows = _window(people, after, before)
    more = len(rows) > PAGE
    if before is not None:
        rows = rows[-PAGE:]
        return Page(rows, total, rows[-1].id if rows else None, rows[0].id if more else None)
    rows = rows[:PAGE]
    first = rows[0].id if rows and after is not None else None
    return Page(rows, total, rows[-1].id if more else None, first)


def narrowed(people: QuerySet[EmployeeCurrent], chosen: Filter) -> QuerySet[EmployeeCurrent]:
    """The list narrowed by everything but the text."""
    exact = {"kind": chosen.kind, "grade": chosen.grade, "status": chosen.status}
    people = people.filter(**{name: value for name, value in exact.items() if value})
    if chosen.standing in ("aktif", "tidak_aktif"):
        people = people.filter(active=chosen.standing == "aktif")
    if chosen.unit is not None:
        people = people.filter(unit__in=subtree_ids([chosen.unit]))
    if chosen.retiring_by is not None:
        people = people.filter(active=True, retires_on__lte=chosen.retiring_by)
    return people


def _asked(text: str) -> tuple[Q, Q]:
    """A name or NIP that begins with the text, and one that contains its words anywhere. Who meets the first meets the second."""
    words = text.lower().split()
    digits = "".join(words)
    if digits.isdigit():
        return Q(nip__startswith=digits), Q(search__contains=digits)
    return Q(search__startswith=" ".join(words)), Q(*(Q(search__contains=word) for word in words))


def alike(people: QuerySet[EmployeeCurrent], text: str) -> list[ListRow]:
    """Those whose name or NIP comes nearest to a mistyped one: first who is very alike, then who is alike enough.

    The trigram index finds them; each step weighs only so many, so that a common name costs the same in a large agency.
    """
    found: dict[int, ListRow] = {}
    with transaction.atomic(), connection.cursor() as cursor:
        for least in ALIKE:
            # The planner takes the comparison of every row for cheap; it is the dearest thing that this page can do.
            cursor.execute(
                "SELECT set_config('pg_trgm.word_similarity_threshold', %s, true), set_config('enable_seqscan', 'off', true)",
                [least],
            )
            for row in _rows(_nearest(people, text.lower())):
                found.setdefault(row.id, row)
            if len(found) >= MOST_ALIKE:
                break
    return list(found.values())[:MOST_ALIKE]


def _nearest(people: QuerySet[EmployeeCurrent], text: str) -> QuerySet[EmployeeCurrent]:
    near = people.filter(search__trigram_word_similar=text).order_by()[:CANDIDATES]
    weighed = EmployeeCurrent.objects.filter(pk__in=near.values("pk"))
    return weighed.order_by(TrigramWordDistance(text, "search"), "name")[:MOST_ALIKE]


def _searched(people: QuerySet[EmployeeCurrent], chosen: Filter, after: int | None) -> Page:
    """Names that begin so, then the others: two lists, of which the index reads no more than a page, however many match."""
    begins, wanted = _asked(chosen.text)
    lists = (people.filter(begins).order_by("search"), people.filter(wanted).exclude(begins).order_by("search"))
    rows: list[ListRow] = []
    for found in _behind(lists, after):
        rows += _rows(found[: PAGE + 1 - len(rows)])
        if len(rows) > PAGE:
            break
    if not rows and after is None:
        near = alike(people, chosen.text)
        return Page(near, len(near), None, None, alike=True)
    more = len(rows) > PAGE
    total = _capped(people.filter(wanted), FOUND_UP_TO) if more or after is not None else len(rows)
    return Page(rows[:PAGE], total, rows[PAGE - 1].id if more else None, None, counted=FOUND_UP_TO)


def _behind(lists: Sequence[QuerySet[EmployeeCurrent]], after: int | None) -> Sequence[QuerySet[EmployeeCurrent]]:
    """What comes after somebody: the rest of the list in which they stand, and the lists behind it."""
    if after is None:
        return lists
    for place, found in enumerate(lists):
        mark = found.filter(pk=after).values_list("search", flat=True).first()
        if mark is not None:
            return [found.filter(search__gt=mark), *lists[place + 1 :]]
    return lists


def _window(people: QuerySet[EmployeeCurrent], after: int | None, before: int | None) -> list[ListRow]:
    """One line more than a page, so that it is known whether there is another."""
    mark = after if after is not None else before
    name = EmployeeCurrent.objects.filter(pk=mark).values_list("name", flat=True).first() if mark is not None else None
    if name is None:
        return _rows(people.order_by("name", "employee_id")[: PAGE + 1])
    if after is not None:
        # The first condition alone lets the index begin at the right place, the second decides among equal names.
        later = people.filter(name__gte=name).exclude(name=name, employee_id__lte=mark)
        return _rows(later.order_by("name", "employee_id")[: PAGE + 1])
    sooner = people.filter(name__lte=name).exclude(name=name, employee_id__gte=mark)
    return _rows(sooner.order_by("-name", "-employee_id")[: PAGE + 1])[::-1]


def _rows(people: QuerySet[EmployeeCurrent]) -> list[ListRow]:
    return [ListRow._make(row) for row in people.values_list(*COLUMNS)]


def _total(scope: QuerySet[EmployeeCurrent], people: QuerySet[EmployeeCurrent], chosen: Filter) -> int | None:
    """Exact from the tallies for the whole agency; else counted, as far as anybody would leaf."""
    if chosen.is_open and not scope.query.where and chosen.standing in ("aktif", "tidak_aktif"):
        column = "active" if chosen.standing == "aktif" else "inactive"
        placed = UnitTally.objects.aggregate(total=Sum(column))["total"] or 0
        return placed + EmployeeCurrent.objects.filter(unit=None, active=column == "active").count()
    return _capped(people)


def _capped(people: QuerySet[EmployeeCurrent], most: int = COUNT_UP_TO) -> int | None:
    counted = people.order_by()[: most + 1].values("employee_id").count()
    return counted if counted <= most else None


def export_rows(user: User, chosen: Filter) -> Any:
    """Every line of the list as narrowed, not only one page, read in portions."""
    people = narrowed(visible_to(user), chosen)
    if chosen.text:
        people = people.filter(_asked(chosen.text)[1])
    found = people.order_by("name", "employee_id")
    return found.values_list(*COLUMNS[1:]).iterator(chunk_size=5_000)
