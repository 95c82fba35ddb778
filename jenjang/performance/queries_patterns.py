"""Bacaan pola penilai: how each appraiser rated in a period, counted in the database; the rule says what of it to look at.

One appraiser is counted when the page is opened; everybody is read ahead (`patterns.py`), and lists show what was read.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Q, QuerySet

from jenjang.law.codes import Predicate, Rating
from jenjang.performance.models import YEARLY, AppraiserPattern, PatternReading, PerformanceYear, Tally
from jenjang.performance.periods import Period, period_of
from jenjang.performance.rules.appraiser_pattern import GroupFacts, PatternFacts, find_pattern
from jenjang.personnel.queries import people_by_key

if TYPE_CHECKING:
    from jenjang.law.decisions import Decision
    from jenjang.law.parameters import LawOn
    from jenjang.personnel.models import EmployeeCurrent

GOOD = (Predicate.GOOD.value, Predicate.VERY_GOOD.value)
CODES = ("longgar", "seragam", "kesan", "jenis_kelamin", "unit", "keluarga")

# What appraisers themselves gave, whatever a meeting or ruling made of it later. It stays theirs when another appraises since.
_GIVEN = """
WITH given AS (
  SELECT DISTINCT ON (a.evaluation_id) a.evaluation_id, a.result_rating, a.behaviour_rating, a.predicate, a.relation,
    e.unit_id, e.employee_id, coalesce(e.rater_id, s.appraiser_id) AS appraiser_id
  FROM performance_assessment a JOIN performance_evaluation e ON e.id = a.evaluation_id
    JOIN performance_skp s ON s.id = e.skp_id
  WHERE e.year_id = %(year)s AND e.period = %(period)s AND a.kind = 'penilai' AND NOT e.rated_by_authority
    AND coalesce(e.rater_id, s.appraiser_id) IS NOT NULL
    AND (%(appraiser)s IS NULL OR coalesce(e.rater_id, s.appraiser_id) = %(appraiser)s)
  ORDER BY a.evaluation_id, a.id DESC
)
"""
_BY_APPRAISER = (
    _GIVEN
    + """
SELECT g.appraiser_id, count(*), count(*) FILTER (WHERE g.result_rating = %(above)s),
  greatest(count(*) FILTER (WHERE g.predicate = 'sangat_baik'), count(*) FILTER (WHERE g.predicate = 'baik'),
    count(*) FILTER (WHERE g.predicate = 'butuh_perbaikan'), count(*) FILTER (WHERE g.predicate = 'kurang'),
    count(*) FILTER (WHERE g.predicate = 'sangat_kurang')),
  count(*) FILTER (WHERE g.result_rating <> %(meets)s OR g.behaviour_rating <> %(meets)s),
  count(*) FILTER (WHERE g.result_rating <> %(meets)s AND g.result_rating = g.behaviour_rating),
  count(*) FILTER (WHERE c.sex = 'P'), count(*) FILTER (WHERE c.sex = 'P' AND g.predicate = ANY(%(good)s)),
  count(*) FILTER (WHERE c.sex = 'L'), count(*) FILTER (WHERE c.sex = 'L' AND g.predicate = ANY(%(good)s)),
  count(*) FILTER (WHERE g.relation <> '')
FROM given g JOIN personnel_employeecurrent c ON c.employee_id = g.employee_id GROUP BY g.appraiser_id
"""
)
_BY_UNIT = (
    _GIVEN
    + """
SELECT appraiser_id, unit_id, count(*), count(*) FILTER (WHERE predicate = ANY(%(good)s)) FROM given
GROUP BY appraiser_id, unit_id
"""
)
_AGENCY = (
    _GIVEN
    + """
SELECT count(*), count(*) FILTER (WHERE result_rating = %(above)s) FROM given
"""
)


@dataclass(slots=True)
class Pattern:
    """Pola satu penilai: what was counted, and what the rule says of it."""

    appraiser: EmployeeCurrent
    facts: PatternFacts
    decision: Decision[Any]
    seen: list[str] = field(default_factory=list)


def pattern_of(employee: int, year: PerformanceYear, period: int, law: LawOn) -> Pattern | None:
    """One appraiser as things stand now, beside the agency as it was last read; None without any rating of the own."""
    read = reading_of(year, period)
    facts = facts_of(year, period, employee, agency=(read.people, read.above) if read else _agency(year, period))
    person = people_by_key([employee]).get(employee)
    if person is None or employee not in facts:
        return None
    decision = find_pattern(facts[employee], law)
    return Pattern(person, facts[employee], decision, codes_of(decision))


def codes_of(decision: Decision[Any]) -> list[str]:
    """The codes of what was seen, in their usual order."""
    seen = {finding.code for finding in decision.objections}
    return [code for code in CODES if code in seen]


def reading_of(year: PerformanceYear, period: int) -> PatternReading | None:
    """When everybody of a period was last read; None before the first time."""
    return PatternReading.objects.filter(year=year, period=period).first()


def lines_of(
    reading: PatternReading, *, units: Collection[int] | None, text: str = "", codes: Sequence[str] | None = None
) -> QuerySet[AppraiserPattern]:
    """Who was read: of these units, by a part of name or unit, with any of these codes. Those worth a talk stand first."""
    lines = reading.lines.select_related("appraiser__current").order_by("place")
    if units is not None:
        lines = lines.filter(appraiser__current__unit__in=units)
    if text:
        named = Q(appraiser__current__full_name__icontains=text) | Q(appraiser__current__unit_name__icontains=text)
        lines = lines.filter(named)
    return lines if codes is None else lines.filter(codes__overlap=list(codes))


def facts_of(
    year: PerformanceYear, period: int, appraiser: int | None = None, *, agency: tuple[int, int] | None = None
) -> dict[int, PatternFacts]:
    """Everybody's counts, or one's; two queries. `agency`: people rated and above expectation, where it is known already."""
    values = _values(year, period, appraiser)
    with connection.cursor() as cursor:
        cursor.execute(_BY_APPRAISER, values)
        rows = cursor.fetchall()
        cursor.execute(_BY_UNIT, values)
        units: dict[int, list[GroupFacts]] = {}
        for key, _, people, good in cursor.fetchall():
            units.setdefault(key, []).append(GroupFacts(people, good))
    whole = agency or (sum(row[1] for row in rows), sum(row[2] for row in rows))
    return {row[0]: _of_row(row, whole, units.get(row[0], [])) for row in rows}


def _agency(year: PerformanceYear, period: int) -> tuple[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(_AGENCY, _values(year, period))
        people, above = cursor.fetchone()
    return people, above


def _values(year: PerformanceYear, period: int, appraiser: int | None = None) -> Mapping[str, Any]:
    return {
        "year": year.pk, "period": period, "appraiser": appraiser, "good": list(GOOD),
        "above": Rating.ABOVE.value, "meets": Rating.MEETS.value,
    }  # fmt: skip


def _of_row(row: Sequence[Any], agency: tuple[int, int], units: Sequence[GroupFacts]) -> PatternFacts:
    _, people, above, largest, departing, equal, women, women_good, men, men_good, relatives = row
    return PatternFacts(
        people=people, above=above, agency_people=agency[0], agency_above=agency[1], largest=largest, departing=departing,
        equal=equal, women=GroupFacts(women, women_good), men=GroupFacts(men, men_good), units=tuple(units),
        relatives=relatives,
    )  # fmt: skip


def periods_with_ratings() -> list[tuple[PerformanceYear, Period]]:
    """Year and period in which anybody was rated, the newest first: of what a pattern can be asked."""
    years = {one.pk: one for one in PerformanceYear.objects.all()}
    rows = Tally.objects.filter(period__gte=YEARLY, people__gt=0).exclude(predicate="")
    found = [
        (years[year], period)
        for year, number in set(rows.order_by().values_list("year", "period").distinct())
        if (period := period_of(years[year].year, years[year].rhythm, number)) is not None
    ]
    return sorted(found, key=lambda one: (one[1].last, one[1].number == YEARLY), reverse=True)
