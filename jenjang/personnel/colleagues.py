"""Rekan sekerja: what anybody of the agency may know of another: name, post and unit. No number, no date, no record."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Case, Q, QuerySet, Value, When

from jenjang.personnel.models import EmployeeCurrent, UnitTally

FOUND_UP_TO = 20
SHORTEST = 3  # letters of a word that is looked for; shorter ones find half the agency


@dataclass(frozen=True, slots=True)
class Colleague:
    """Seorang rekan. `key` is the employee; `account` only where that person has one."""

    key: int
    name: str
    title: str
    unit: int | None
    unit_name: str
    leads: bool
    account: int | None


def colleague(employee: int) -> Colleague | None:
    """One active person; None for somebody who has left or never was."""
    return next(iter(_read(_active().filter(pk=employee))), None)


def of_current(current: EmployeeCurrent) -> Colleague:
    """Somebody whose row was read already, with the seat and the employee."""
    leads = current.seat is not None and current.seat.is_head
    return Colleague(
        current.pk,
        current.full_name,
        current.title,
        current.unit_id,
        current.unit_name,
        leads,
        current.employee.user_id,
    )


def colleagues(employees: Collection[int]) -> dict[int, Colleague]:
    """Several people by key, also those who have left since."""
    return {one.key: one for one in _read(EmployeeCurrent.objects.filter(pk__in=employees))}


def of_units(units: Collection[int], *, most: int | None = None) -> list[Colleague]:
    """Who works in these units themselves, heads first, then by name."""
    rows = _active().filter(unit__in=units).order_by("-seat__is_head", "name", "pk")
    return _read(rows if most is None else rows[:most])


def of_units_and(units: Collection[int], employees: Collection[int], *, most: int | None = None) -> list[Colleague]:
    """Some people who work somewhere, first; then who works in these units themselves, heads first, then by name."""
    if not units and not employees:
        return []
    rows = _active().filter(Q(unit__in=units) | Q(pk__in=employees, unit__isnull=False))
    named = Case(When(pk__in=employees, then=0), default=1) if employees else Value(1)
    rows = rows.order_by(named, "-seat__is_head", "name", "pk")
    return _read(rows if most is None else rows[:most])


def all_by_unit() -> dict[int, list[Colleague]]:
    """Everybody who works somewhere, for work on the whole agency at once."""
    found: dict[int, list[Colleague]] = {}
    for one in _read(_active().filter(unit__isnull=False).order_by("pk")):
        found.setdefault(one.unit or 0, []).append(one)
    return found


def heads_of_units_below(units: Collection[int]) -> list[Colleague]:
    """Who leads a unit right below these."""
    return _read(_active().filter(seat__is_head=True, seat__unit__parent__in=units).order_by("name", "pk"))


def count_by_unit(units: Collection[int] | None = None) -> dict[int, int]:
    """How many work in each unit itself; from the tallies, which count no people."""
    rows = UnitTally.objects.filter(active__gt=0)
    return dict((rows if units is None else rows.filter(unit__in=units)).values_list("unit_id", "active"))


def find(words: str) -> list[Colleague]:
    """By words of the name; numbers find nobody, for a NIP tells the day of birth."""
    wanted = [
        word for word in words.lower().split() if len(word) >= SHORTEST and not any(sign.isdigit() for sign in word)
    ]
    if not wanted:
        return []
    rows = _active().filter(Q(*(Q(search__contains=word) for word in wanted)))
    return _read(rows.order_by("search", "pk")[:FOUND_UP_TO])


def _active() -> QuerySet[EmployeeCurrent]:
    return EmployeeCurrent.objects.filter(active=True)


def _read(rows: QuerySet[EmployeeCurrent]) -> list[Colleague]:
    columns = ("employee_id", "full_name", "title", "unit_id", "unit_name", "seat__is_head", "employee__user_id")
    found: Iterable[tuple] = rows.values_list(*columns)
    return [
        Colleague(key, name, title, unit, unit_name, bool(leads), account)
        for key, name, title, unit, unit_name, leads, account in found
    ]
