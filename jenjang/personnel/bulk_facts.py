"""Fakta kepegawaian for everybody at once, as plain values: what the ranking of a whole city reads. One statement each.

The database counts here what `facts_for` counts person by person; a test holds both to the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection

from jenjang.kernel import asof
from jenjang.law.codes import Education

Ids = Iterable[int] | None

_EDUCATION_PLACE = " ".join(f"WHEN '{code.value}' THEN {code.level}" for code in Education)


class Person(NamedTuple):
    """Satu pegawai aktif: dates are ISO text."""

    employee: int
    status: str
    grade: str | None
    grade_since: str | None
    appointed_on: str
    birth_date: str
    education: str | None
    education_field: str | None


class Career(NamedTuple):
    """Riwayat jabatan: current post, months a kind and level, breadth, acting posts, months in related posts."""

    employee: int
    kind: str
    career_level: str
    held: list[list[Any]]
    several_units: bool
    outside: bool
    acting: list[list[str]] | None
    related_months: int


# Since when: the newest day on which the grade became another one.
_RANKS = f"""
    ranks AS (
      SELECT r.employee_id, r.grade, r.effective_from,
             lag(r.grade) OVER person IS DISTINCT FROM r.grade AS fresh, lead(r.id) OVER person IS NULL AS newest
      {asof.known("personnel_rankrecord")}
      WINDOW person AS (PARTITION BY r.employee_id ORDER BY r.effective_from, r.recorded_at, r.id)
    ), rank AS (
      SELECT employee_id, max(grade) FILTER (WHERE newest) AS grade,
             max(effective_from) FILTER (WHERE fresh)::text AS since
      FROM ranks GROUP BY employee_id
    )
"""  # noqa: S608
_PEOPLE = f"""
    WITH status AS NOT MATERIALIZED ({asof.newest("personnel_statusrecord", "r.status, r.active, r.appointed_on")}),
    identity AS NOT MATERIALIZED ({asof.newest("personnel_identityrecord", "r.birth_date")}),
    education AS NOT MATERIALIZED ({
    asof.newest(
        "personnel_educationrecord",
        "r.level, r.field",
        order=f"CASE r.level {_EDUCATION_PLACE} ELSE -1 END DESC, {asof.NEWEST_FIRST}",
    )
}),
    {_RANKS}
    SELECT s.employee_id, s.status, p.grade, p.since, s.appointed_on::text, i.birth_date::text, e.level, e.field
    FROM status s JOIN identity i USING (employee_id) LEFT JOIN rank p USING (employee_id)
    LEFT JOIN education e USING (employee_id) WHERE s.active ORDER BY s.employee_id
"""  # noqa: S608
_MATCHES = "(r.title ILIKE ANY(%(words)s::text[]) OR r.unit_name ILIKE ANY(%(words)s::text[]))"


def _months(first: str, last: str) -> str:
    """Completed months, exactly as `law.spans.full_months` counts them: the last of a month completes any date."""
    return (
        f"greatest((date_part('year', {last}) - date_part('year', {first})) * 12"
        f" + date_part('month', {last}) - date_part('month', {first})"
        f" - (date_part('day', {last}) < date_part('day', {first}) AND date_part('day', {last} + 1) <> 1)::int, 0)::int"
    )


# One sort: posts by person and day. A span is a run of posts of one kind and level without a gap between them.
_CAREERS = f"""
    WITH post AS NOT MATERIALIZED (
      SELECT r.employee_id, r.id, r.kind, r.career_level, r.assignment, r.effective_from AS since, r.until,
             r.recorded_at, r.unit_id, r.unit_id IS NULL AND r.unit_name <> '' AS outside, {_MATCHES} AS related,
             CASE WHEN r.assignment <> 'definitif' THEN r.title END AS title
      {asof.known("personnel_positionrecord")}
    ), definitive AS (
      SELECT employee_id, kind, career_level, unit_id, outside, related, since, recorded_at, id,
             least(until, lead(since) OVER person, %(on)s) AS ends, lead(id) OVER person IS NULL AS newest,
             (lag(kind) OVER person IS DISTINCT FROM kind OR lag(career_level) OVER person <> career_level
              OR coalesce(lag(until) OVER person < since, false))::int AS fresh
      FROM post WHERE assignment = 'definitif'
      WINDOW person AS (PARTITION BY employee_id ORDER BY since, recorded_at, id)
    ), numbered AS (
      SELECT *, sum(fresh) OVER (PARTITION BY employee_id ORDER BY since, recorded_at, id) AS span FROM definitive
    ), span AS (
      SELECT employee_id, kind, career_level, span, {_months("min(since)", "max(ends)")} AS months,
             coalesce(sum({_months("since", "ends")}) FILTER (WHERE related), 0) AS related,
             min(unit_id) AS low, max(unit_id) AS high, bool_or(outside) AS outside, bool_or(newest) AS newest
      FROM numbered GROUP BY employee_id, kind, career_level, span
    ), held AS (
      SELECT employee_id, kind, career_level, sum(months) AS months, sum(related) AS related, min(span) AS first,
             min(low) AS low, max(high) AS high, bool_or(outside) AS outside, bool_or(newest) AS newest
      FROM span GROUP BY employee_id, kind, career_level
    ), career AS (
      SELECT employee_id, max(kind) FILTER (WHERE newest) AS kind, max(career_level) FILTER (WHERE newest) AS career_level,
             string_agg(concat_ws(' ', kind, career_level, months), ',' ORDER BY first) AS held,
             coalesce(min(low) <> max(high), false) AS several_units, bool_or(outside) AS outside,
             sum(related)::int AS related
      FROM held GROUP BY employee_id
    ), acting AS (
      SELECT employee_id, json_agg(json_build_array(assignment, kind, career_level, title) ORDER BY since, id) AS acting
      FROM post WHERE assignment IN ('plt', 'plh', 'pj') GROUP BY employee_id
    )
    SELECT c.employee_id, c.kind, c.career_level, c.held, c.several_units, c.outside, a.acting, c.related
    FROM career c LEFT JOIN acting a USING (employee_id)
"""  # noqa: S608


def blocks(sizes: Iterable[int]) -> Iterator[range]:
    """Keys of all employees in ranges: as many people in each as `sizes` says, the last size again and again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM personnel_employee ORDER BY id")
        keys = [key for (key,) in cursor.fetchall()]
    start, wanted, size = 0, iter(sizes), 1
    while start < len(keys):
        size = next(wanted, size)
        people = keys[start : start + size]
        yield range(people[0], people[-1] + 1)
        start += size


def people(*, on: date, known_at: datetime, ids: Ids = None) -> list[Person]:
    """Everybody in active service on the day."""
    return [Person._make(row) for row in asof.rows(_PEOPLE, on=on, known_at=known_at, ids=ids)]


def careers(*, on: date, known_at: datetime, ids: Ids = None, related: Sequence[str] = ()) -> dict[int, Career]:
    """Posts held, by employee. `related` words pick the posts whose title or unit name counts as related work."""
    words = [f"%{word}%" for word in related]
    found = asof.rows(_CAREERS, on=on, known_at=known_at, ids=ids, words=words)
    return {
        employee: Career(employee, kind, level, _posts(held), *more) for employee, kind, level, held, *more in found
    }


def _posts(held: str) -> list[list[Any]]:
    """Kind, level and months of each; codes hold neither blanks nor commas."""
    return [[kind, level, int(months)] for kind, level, months in (post.split(" ") for post in held.split(","))]


_AWARDS = f"SELECT r.employee_id, r.level, r.id {asof.known('personnel_awardrecord')} AND r.effective_from > %(since)s"


def awards(*, on: date, known_at: datetime, since: date, ids: Ids = None) -> dict[int, list[tuple[str, int]]]:
    """Levels of the awards given after `since`, each with its record."""
    found: dict[int, list[tuple[str, int]]] = {}
    for employee, level, record in asof.rows(_AWARDS, on=on, known_at=known_at, ids=ids, since=since):
        found.setdefault(employee, []).append((level, record))
    return found
