"""Penutupan tahun: from released evaluations to predicates, credit points and the professionalism index of a year.

A block of people at a time, each block whole or not at all, and nobody twice: whoever starts it again after a kill goes on
where it stopped. Who has an evaluation under way waits for the next time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import transaction

from jenjang import ledger
from jenjang.kernel import clock
from jenjang.kernel.histories import Source
from jenjang.kernel.queries import law_on
from jenjang.law.codes import CareerLevel, Predicate
from jenjang.law.parameters import LawOn
from jenjang.ledger import Actor
from jenjang.performance import professionalism
from jenjang.performance.models import (
    SKP,
    YEARLY,
    AppraisalRecord,
    CreditPointRecord,
    Evaluation,
    PerformanceYear,
    ProfessionalismRecord,
)
from jenjang.performance.openings import months_of
from jenjang.performance.rules.credit_points import CreditPointsFacts, compute_credit_points
from jenjang.performance.rules.joined_predicate import JoinedFacts, PartFacts, join_predicates
from jenjang.performance.states import FINAL
from jenjang.performance.tallies import recount_indexes
from jenjang.personnel.actions import bulk_append, correct
from jenjang.personnel.queries import employee_of, people_by_key

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.personnel.models import EmployeeCurrent

BLOCK = 500
CONVERSION = "konversi"
PROGRAM = ledger.SYSTEM("tutup-tahun")
_APPRAISALS = ("employee_id", "effective_from", "year", "result_rating", "behaviour_rating", "predicate")
_CREDITS = (
    "employee_id", "effective_from", "year", "first", "last", "career_level", "predicate", "months", "points", "origin",
)  # fmt: skip
_INDEXES = (
    "employee_id", "effective_from", "year", "qualification", "competence", "performance", "discipline", "score", "category",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """Satu SKP dengan hasil tahunannya."""

    skp: SKP
    months: int
    result_rating: str
    behaviour_rating: str
    predicate: str
    first: date
    last: date


@dataclass(slots=True)
class Tally:
    """Yang sudah dikerjakan, for the person who asked."""

    closed: int = 0
    unchanged: int = 0
    corrected: int = 0
    credits: int = 0
    credits_corrected: int = 0
    indexes: int = 0


@dataclass(slots=True)
class Rows:
    """What a block appends, one list a history."""

    appraisals: list[tuple[Any, ...]] = field(default_factory=list)
    credits: list[tuple[Any, ...]] = field(default_factory=list)
    indexes: list[tuple[Any, ...]] = field(default_factory=list)


def ready(year: PerformanceYear) -> list[int]:
    """Whose year can be closed: every SKP agreed, every yearly evaluation final. In the order of keys."""
    skps = SKP.objects.filter(year=year).exclude(state="dibatalkan")
    waiting = set(skps.filter(version=0).values_list("employee_id", flat=True))
    yearly = Evaluation.objects.filter(year=year, period=YEARLY)
    waiting |= set(yearly.exclude(state__in=FINAL).values_list("employee_id", flat=True))
    final = set(yearly.filter(state__in=FINAL).values_list("employee_id", flat=True))
    return sorted(final - waiting)


def close_block(year: PerformanceYear, employees: Sequence[int], *, by: User | Actor, on: date) -> Tally:
    """A block of people, in one transaction: all of it or nothing."""
    with transaction.atomic():
        return _Block(year, employees, by, on).close()


def blocks(employees: Sequence[int]) -> Iterator[Sequence[int]]:
    """The people in blocks of a size that one transaction bears."""
    return (employees[start : start + BLOCK] for start in range(0, len(employees), BLOCK))


def follow(evaluation: Evaluation, *, by: User, on: date) -> None:
    """A final result that changed: what a closed year had recorded of it is corrected at once, also in a year declared over."""
    closed = AppraisalRecord.objects.known().filter(year=evaluation.year.year, employee=evaluation.employee_id)
    if evaluation.period == YEARLY and closed.exists() and evaluation.employee_id in ready(evaluation.year):
        close_block(evaluation.year, [evaluation.employee_id], by=by, on=on)
        recount_indexes(evaluation.year.year)


def part_of(evaluation: Evaluation, year: PerformanceYear, law: LawOn) -> Part:
    """One position of a year with its result."""
    return Part(
        evaluation.skp, months_of(evaluation.skp, year.year, law), evaluation.result_rating, evaluation.behaviour_rating,
        evaluation.predicate, evaluation.first, evaluation.last,
    )  # fmt: skip


class _Block:
    """Some people's year."""

    def __init__(self, year: PerformanceYear, employees: Sequence[int], by: User | Actor, on: date) -> None:
        self.year, self.by, self.on = year, by, on
        self.employees = list(employees)
        own = None if isinstance(by, Actor) else employee_of(by)
        self.own = own.pk if own else 0
        self.last_day = date(year.year, 12, 31)
        self.law = law_on(self.last_day)
        self.tally, self.rows = Tally(), Rows()

    def close(self) -> Tally:
        parts = self._parts()
        people = people_by_key(self.employees)
        known = _newest_by_year(AppraisalRecord, self.year.year, self.employees)
        credited = self._credited()
        indexed = {
            row.employee_id: row
            for row in _newest_by_year(ProfessionalismRecord, self.year.year, self.employees).values()
        }
        found = professionalism.background(self.employees, on=self.last_day, known_at=clock.now(), law=self.law)
        for employee in self.employees:
            held = parts[employee]
            own = counted(held)
            predicate = joined(own, self.law)
            self._appraisal(employee, own, predicate, known.get(employee))
            self._credit(own, credited)
            person = people.get(employee)
            if person is not None:
                self._index(person, held[-1].skp.kind, predicate, indexed.get(employee), found)
        self._write()
        return self.tally

    def _parts(self) -> dict[int, list[Part]]:
        rows = Evaluation.objects.filter(
            year=self.year, period=YEARLY, state__in=FINAL, employee__in=self.employees
        ).select_related("skp")
        found: dict[int, list[Part]] = defaultdict(list)
        for row in rows.order_by("employee_id", "skp__effective_from", "skp_id"):
            found[row.employee_id].append(part_of(row, self.year, self.law))
        return found

    def _credited(self) -> dict[tuple[int, date, str], CreditPointRecord]:
        rows = CreditPointRecord.objects.known().filter(
            year=self.year.year, employee__in=self.employees, origin=CONVERSION
        )
        return {(row.employee_id, row.last, row.career_level): row for row in rows}

    def _appraisal(self, employee: int, parts: Sequence[Part], predicate: Predicate, known: Any) -> None:
        alone = len(parts) == 1
        ratings = (parts[0].result_rating, parts[0].behaviour_rating) if alone else ("", "")
        if known is None:
            self.rows.appraisals.append((employee, self.last_day, self.year.year, *ratings, predicate.value))
            self.tally.closed += 1
        elif known.predicate == predicate.value:
            self.tally.unchanged += 1
        else:
            facts = {"result_rating": ratings[0], "behaviour_rating": ratings[1], "predicate": predicate.value}
            reason = f"Hasil evaluasi {self.year.year} yang berlaku sesudah putusan atau perubahan."
            correct(record=known, facts=facts, reason=reason, by=self._writer(employee), source=Source.DECISION)
            self.tally.corrected += 1

    def _credit(self, parts: Sequence[Part], credited: Mapping[tuple[int, date, str], CreditPointRecord]) -> None:
        for part in parts:
            level, employee = part.skp.career_level, part.skp.employee_id
            if level == CareerLevel.NONE:
                continue
            points = credit_points(level, part.predicate, part.months, self.law)
            known = credited.get((employee, part.last, level))
            if known is None:
                self.rows.credits.append((
                    employee, part.last, self.year.year, part.first, part.last, level, part.predicate, part.months, points, CONVERSION,
                ))  # fmt: skip
            elif (known.predicate, known.points) != (part.predicate, points):
                facts = {"first": part.first, "predicate": part.predicate, "months": part.months, "points": points}
                reason = f"Hasil evaluasi {self.year.year} yang berlaku sesudah putusan atau perubahan."
                correct(record=known, facts=facts, reason=reason, by=self._writer(employee), source=Source.DECISION)
                self.tally.credits_corrected += 1

    def _index(
        self, person: EmployeeCurrent, kind: str, predicate: Predicate, known: Any, found: professionalism.Background
    ) -> None:
        facts = professionalism.facts_of(person.pk, kind, person.education, predicate.value, found)
        index = professionalism.index_of(facts, self.law).result
        if known is None:
            self.rows.indexes.append((
                person.pk, self.last_day, self.year.year, index.qualification, index.competence, index.performance,
                index.discipline, index.score, index.category,
            ))  # fmt: skip
        elif known.score != index.score:
            facts_now = {
                name: getattr(index, name)
                for name in ("qualification", "competence", "performance", "discipline", "score", "category")
            }
            reason = "Dihitung ulang sesudah hasil tahunan berubah."
            correct(record=known, facts=facts_now, reason=reason, by=self._writer(person.pk), source=Source.DECISION)

    def _writer(self, employee: int) -> User | Actor:
        """Nobody corrects the own record, also not the officer who closes the year: there the program signs."""
        return PROGRAM if employee == self.own else self.by

    def _write(self) -> None:
        self.tally.credits, self.tally.indexes = len(self.rows.credits), len(self.rows.indexes)
        for model, rows, columns in (
            (AppraisalRecord, self.rows.appraisals, _APPRAISALS),
            (CreditPointRecord, self.rows.credits, _CREDITS),
            (ProfessionalismRecord, self.rows.indexes, _INDEXES),
        ):
            if rows:
                bulk_append(model, rows, columns=columns, by=self.by, source=Source.DECISION)


def counted(parts: Sequence[Part]) -> list[Part]:
    """The positions to which months of the year belong; who came too late for any has one month in the last."""
    return [part for part in parts if part.months] or [replace(parts[-1], months=1)]


def joined(parts: Sequence[Part], law: LawOn) -> Predicate:
    """Predikat setahun, of one SKP or several (`kinerja.predikat_gabungan`)."""
    facts = JoinedFacts(tuple(PartFacts(Predicate.of(part.predicate), part.months) for part in parts))
    return join_predicates(facts, law).result.predicate


def credit_points(level: str, predicate: str, months: int, law: LawOn) -> Decimal:
    """Angka kredit konversi (`kinerja.angka_kredit`)."""
    facts = CreditPointsFacts(CareerLevel.of(level), Predicate.of(predicate), months)
    return compute_credit_points(facts, law).result.credit_points


def _newest_by_year(model: Any, year: int, employees: Sequence[int]) -> dict[int, Any]:
    """The row that counts for a year, by employee."""
    rows = model.objects.known().filter(year=year, employee__in=employees)
    return {row.employee_id: row for row in rows.order_by("employee_id", "effective_from", "recorded_at", "pk")}
