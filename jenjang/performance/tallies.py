"""Hitungan per unit: kept with each move, so that the agency's pages read 250 rows where there are 100,000 people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import Count, Q

from jenjang.performance.models import SKP, Evaluation, IndexTally, PerformanceYear, Tally

PLANS = -1
"""The period number under which SKP are counted."""
ENDED = "berakhir"
"""Where an SKP has a predicate's place: its position ended, so it is not the person's running one."""
_ADD = """
INSERT INTO performance_tally (year_id, unit_id, period, state, predicate, people) VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT ON CONSTRAINT tally_once DO UPDATE SET people = performance_tally.people + EXCLUDED.people
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is counted: in which state, with which predicate."""

    state: str
    predicate: str = ""


@dataclass(slots=True)
class Shifts:
    """Perpindahan yang dikumpulkan: many things that move at once are counted at the end, in one order for everybody.

    Two who count the same places then wait for each other, never in a circle.
    """

    steps: Counter[tuple[int, int, int, str, str]] = field(default_factory=Counter)

    def add(self, year: int, unit: int, period: int, before: Place | None, after: Place | None) -> None:
        """One thing went from one place to another."""
        for place, step in ((before, -1), (after, 1)):
            if place is not None:
                self.steps[(year, unit, period, place.state, place.predicate)] += step

    def write(self) -> None:
        """Everything that was collected."""
        with connection.cursor() as cursor:
            for place, step in sorted(self.steps.items()):
                if step:
                    cursor.execute(_ADD, [*place, step])
        self.steps.clear()


def place_of(skp: SKP) -> Place:
    """Where an SKP is counted now."""
    return Place(skp.state, ENDED if skp.until else "")


def count_skp(skp: SKP, before: Place | None, after: Place) -> None:
    """An SKP went from one state to another."""
    _shift(skp.year_id, skp.unit_id, PLANS, before, after)


def count_evaluation(
    evaluation: Evaluation, before: Place | None, after: Place | None, shifts: Shifts | None = None
) -> None:
    """An evaluation changed its state or predicate, began, or went. With `shifts` it is counted together with others."""
    place = (evaluation.year_id, evaluation.unit_id, evaluation.period)
    if shifts is None:
        _shift(*place, before, after)
    else:
        shifts.add(*place, before, after)


def _shift(year: int, unit: int, period: int, before: Place | None, after: Place | None) -> None:
    shifts = Shifts()
    shifts.add(year, unit, period, before, after)
    shifts.write()


def recount(year: PerformanceYear, units: Iterable[int] | None = None) -> None:
    """Count anew from the rows themselves: after bulk writes, and whenever somebody doubts."""
    chosen = None if units is None else list(units)
    tallies = Tally.objects.filter(year=year)
    plans, evaluations = SKP.objects.filter(year=year), Evaluation.objects.filter(year=year)
    if chosen is not None:
        tallies, plans, evaluations = (rows.filter(unit__in=chosen) for rows in (tallies, plans, evaluations))
    tallies.delete()
    counted = [
        *((unit, PLANS, state, ENDED if ended else "", people) for unit, state, ended, people in
          plans.annotate(ended=Q(until__isnull=False)).values_list("unit", "state", "ended")
          .annotate(people=Count("pk")).order_by()),
        *evaluations.values_list("unit", "period", "state", "predicate").annotate(people=Count("pk")).order_by(),
    ]  # fmt: skip
    Tally.objects.bulk_create(
        Tally(year=year, unit_id=unit, period=period, state=state, predicate=predicate, people=people)
        for unit, period, state, predicate, people in counted
    )


def differences(year: PerformanceYear) -> list[tuple[int, int, str, str]]:
    """Where the projection and the rows disagree; nothing, always. For tests and doubts."""
    kept = {
        (row.unit_id, row.period, row.state, row.predicate): row.people
        for row in Tally.objects.filter(year=year).exclude(people=0)
    }
    skps = SKP.objects.filter(year=year).annotate(ended=Q(until__isnull=False)).values("unit", "state", "ended")
    true = {
        (row["unit"], PLANS, row["state"], ENDED if row["ended"] else ""): row["people"]
        for row in skps.annotate(people=Count("pk")).order_by()
    }
    rows = Evaluation.objects.filter(year=year).values("unit", "period", "state", "predicate")
    for row in rows.annotate(people=Count("pk")).order_by():
        true[(row["unit"], row["period"], row["state"], row["predicate"])] = row["people"]
    return sorted(key for key in kept.keys() | true.keys() if kept.get(key, 0) != true.get(key, 0))


_COUNT_INDEXES = """
INSERT INTO performance_indextally (year, unit_id, people, total)
SELECT %(year)s, c.unit_id, count(*), sum(r.score)
FROM (
  SELECT DISTINCT ON (r.employee_id) r.employee_id, r.score, r.correction FROM performance_professionalismrecord r
  WHERE r.year = %(year)s AND NOT EXISTS (SELECT FROM performance_professionalismrecord s WHERE s.supersedes_id = r.id)
  ORDER BY r.employee_id, r.recorded_at DESC, r.id DESC
) r JOIN personnel_employeecurrent c USING (employee_id)
WHERE c.active AND c.unit_id IS NOT NULL AND r.correction <> 'batal' GROUP BY c.unit_id
"""


def recount_indexes(year: int) -> None:
    """Indeks profesionalitas per unit of a year, counted anew; once after a closing."""
    IndexTally.objects.filter(year=year).delete()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_INDEXES, {"year": year})
