"""Keluarga yang tercatat: the family graph of all recorded relatives, and ties that a person has to settle.

Equal employee, NIP or NIK is a tie. Equal name and birth date alone is a possible one: two people can share both.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.db.models import Q, QuerySet

from jenjang.kernel import clock
from jenjang.personnel.kinship import Family, Link, Person, Relation, nearness
from jenjang.personnel.models import IdentityRecord, KinshipRecord

COLUMNS = (
    "pk", "employee_id", "relation", "relative_employee_id", "relative_name", "relative_birth_date", "relative_nik",
)  # fmt: skip


STEPS_AROUND = 2
Birth = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Outsider:
    """Orang di luar pegawai: known by NIK, or by name and birth date."""

    name: str
    birth_date: Any
    nik: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """Hubungan dua pegawai; `certain` False waits for a person to settle it."""

    relation: Relation
    certain: bool


class Relatives:
    """All recorded families, read once for many questions; or those around a few people, for one question."""

    def __init__(self, around: Iterable[int] | None = None) -> None:
        today = clock.today()
        self._by_nik: dict[str, Person] = {}
        self._births: dict[Person, Birth] = {}
        self._unnumbered: set[Person] = set()
        self._numbered: dict[Birth, set[Person]] = {}
        everybody = IdentityRecord.objects.current(today)
        if around is None:
            self._know(everybody)
            rows = list(KinshipRecord.objects.as_of(today).order_by("pk").values_list(*COLUMNS))
        else:
            rows = self._rows_around(set(around), everybody)
        for _, _, _, known, name, birth_date, nik in rows:
            if nik and known is None and birth_date is not None:
                self._numbered.setdefault((_plain(name), birth_date), set()).add(self._by_nik.get(nik, f"nik:{nik}"))
        self._certain = Family(self._links(rows, guess=False))
        self._possible = Family(self._links(rows, guess=True))

    def _know(self, people: QuerySet[IdentityRecord]) -> None:
        for employee, nik, name, birth_date in people.values_list("employee_id", "nik", "name", "birth_date"):
            birth = self._births[employee] = (_plain(name), birth_date)
            if nik:
                self._by_nik[nik] = employee
                self._numbered.setdefault(birth, set()).add(employee)
            else:
                self._unnumbered.add(employee)

    def _rows_around(self, people: set[int], everybody: QuerySet[IdentityRecord]) -> list[tuple[Any, ...]]:
        """The rows within two steps of these people, from both ends: far enough for the degrees that the law asks."""
        found: dict[int, tuple[Any, ...]] = {}
        known = set(people)
        for _ in range(STEPS_AROUND):
            self._know(everybody.filter(employee__in=people))
            niks, births = set(self._by_nik), {birth for _, birth in self._births.values()}
            near = Q(employee__in=known) | Q(relative_employee__in=known) | Q(relative_nik__in=niks)
            rows = KinshipRecord.objects.as_of(clock.today()).filter(near | Q(relative_birth_date__in=births))
            found |= {row[0]: row for row in rows.values_list(*COLUMNS)}
            named = IdentityRecord.objects.filter(nik__in={row[6] for row in found.values()} - {""})
            people = {row[1] for row in found.values()} | {row[3] for row in found.values()} - {None}
            people = (people | set(named.values_list("employee_id", flat=True))) - known
            known |= people
        self._know(everybody.filter(employee__in=people))
        return [found[key] for key in sorted(found)]

    def ties(self, one: int | Outsider, other: int | Outsider) -> list[Tie]:
        """How two people are tied: what is certain, and what is only possible when it is another relation."""
        sure = self._nearest(self._certain, one, other, guess=False)
        guessed = self._nearest(self._possible, one, other, guess=True)
        found = [Tie(sure, certain=True)] if sure else []
        if guessed and (sure is None or (guessed.kind, guessed.degree) != (sure.kind, sure.degree)):
            found.append(Tie(guessed, certain=False))
        return found

    def _nearest(self, family: Family, one: int | Outsider, other: int | Outsider, guess: bool) -> Relation | None:
        ends = product(self._nodes(one, guess), self._nodes(other, guess))
        found = [relation for first, second in ends if (relation := family.relation(first, second))]
        return min(found, key=nearness, default=None)

    def are_alike(self, one: int | Outsider, other: int | Outsider) -> bool:
        """Whether two records tell the same name and the same birth date: perhaps one person."""
        first, second = self._birth(one), self._birth(other)
        return first is not None and first == second

    def _birth(self, who: int | Outsider) -> Birth | None:
        if isinstance(who, Outsider):
            return (_plain(who.name), who.birth_date) if who.birth_date else None
        return self._births.get(who)

    def _nodes(self, who: int | Outsider, guess: bool) -> list[Person]:
        """Where somebody stands in the graph; an outsider whom no row can name stands alone."""
        if isinstance(who, Outsider):
            return self._persons(0, None, who.name, who.birth_date, who.nik, guess)
        return self._persons(0, who, "", None, "", guess)

    def _links(self, rows: list[tuple[Any, ...]], guess: bool) -> list[Link]:
        return [
            Link(person, relative, relation, pk)
            for pk, employee, relation, known, name, birth_date, nik in rows
            for person in self._persons(0, employee, "", None, "", guess)
            for relative in self._persons(pk, known, name, birth_date, nik, guess)
        ]

    def _persons(
        self, row: int, known: int | None, name: str, birth_date: object, nik: str, guess: bool
    ) -> list[Person]:
        """Whom a row speaks of: an employee, a citizen by NIK, or somebody whom only this row knows.

        As a guess also everybody of that name and birth date, as long as two NIK do not tell them apart.
        """
        if known is not None:
            own: list[Person] = [known]
            birth = self._births.get(known) if known in self._unnumbered else None
        elif nik:
            return [self._by_nik.get(nik, f"nik:{nik}")]
        else:
            birth = (_plain(name), birth_date) if birth_date is not None else None
            own = [] if guess and birth else [f"baris:{row}"]
        if not guess or birth is None:
            return own
        return [*own, f"lahir:{birth[0]}:{birth[1]}", *sorted(self._numbered.get(birth, ()), key=str)]


def _plain(name: str) -> str:
    return " ".join(name.lower().split())
