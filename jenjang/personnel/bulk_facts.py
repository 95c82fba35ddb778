"""Fakta kepegawaian for everybody at once, as plain values: what the ranking of a whole city reads. One statement each.

The database counts here what `facts_for` counts person by person; a test holds both to the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

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
    units: int
    outside: bool
    acting: list[list[str]] | None
    related_months: int


_RANKS = f"""
    ranks AS MATERIALIZED (
      SELECT r.employee_id, r.grade, r.effective_from, r.recorded_at, r.id {asof.known("personnel_rankrecord")}
    ), grade_now AS (
      SELECT DISTINCT ON (employee_id) employee_id, grade FROM ranks
      ORDER BY employee_id, effective_from DESC, recorded_at DESC, id DESC
    ), grade_before AS (
      SELECT r.employee_id, max(r.effective_from) AS last FROM ranks r
      JOIN grade_now n ON n.employee_id = r.employee_id AND n.grade <> r.grade GROUP BY r.employee_id
    ), rank AS (
      SELECT r.employee_id, n.grade, min(r.effective_from)::text AS since FROM ranks r
      JOIN grade_now n ON n.employee_id = r.employee_id AND n.grade = r.grade
      LEFT JOIN grade_before b ON b.employee_id = r.employee_id
      WHERE b.last IS NULL OR r.effective_from >= b.last GROUP BY r.employee_id, n.grade
    )
"""  # noqa: S608
_PEOPLE = f"""
    WITH status AS MATERIALIZED ({asof.newest("personnel_statusrecord", "r.status, r.active, r.appointed_on")}),
    identity AS MATERIALIZED ({asof.newest("personnel_identityrecord", "r.birth_date")}),
    education AS MATERIALIZED ({
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
_MATCHES = "(title ILIKE ANY(%(words)s::text[]) OR unit_name ILIKE ANY(%(words)s::text[]))"


def _months(first: str, last: str) -> str:
    """Completed months, exactly as `law.spans.full_months` counts them."""
    apart = (
        f"((date_part('year', {last}) - date_part('year', {first})) * 12"
        f" + date_part('month', {last}) - date_part('month', {first}))::int"
    )
    return f"greatest({apart} - (({first} + make_interval(months => {apart}))::date > {last})::int, 0)"


_CAREERS = f"""
    WITH post AS MATERIALIZED (
      SELECT r.employee_id, r.id, r.kind, r.career_level, r.title, r.unit_id, r.unit_name, r.assignment,
             r.effective_from AS since, r.until, r.recorded_at
      {asof.known("personnel_positionrecord")}
    ), definitive AS (
      SELECT *, least(until, lead(since) OVER person, %(on)s) AS ends
      FROM post WHERE assignment = 'definitif'
      WINDOW person AS (PARTITION BY employee_id ORDER BY since, recorded_at, id)
    ), marked AS (
      SELECT *, (lag(kind) OVER person IS DISTINCT FROM kind OR lag(career_level) OVER person <> career_level
                 OR since > lag(ends) OVER person)::int AS fresh
      FROM definitive WINDOW person AS (PARTITION BY employee_id ORDER BY since, recorded_at, id)
    ), numbered AS (
      SELECT *, sum(fresh) OVER (PARTITION BY employee_id ORDER BY since, recorded_at, id) AS span FROM marked
    ), span AS (
      SELECT employee_id, kind, career_level, span, {_months("min(since)", "max(ends)")} AS months
      FROM numbered GROUP BY employee_id, kind, career_level, span
    ), held AS (
      SELECT employee_id, json_agg(json_build_array(kind, career_level, months) ORDER BY first) AS held
      FROM (SELECT employee_id, kind, career_level, sum(months)::int AS months, min(span) AS first
            FROM span GROUP BY employee_id, kind, career_level) k GROUP BY employee_id
    ), breadth AS (
      SELECT employee_id, count(DISTINCT unit_id)::int AS units, bool_or(unit_id IS NULL AND unit_name <> '') AS outside,
             (array_agg(kind ORDER BY since DESC, recorded_at DESC, id DESC))[1] AS kind,
             (array_agg(career_level ORDER BY since DESC, recorded_at DESC, id DESC))[1] AS career_level,
             coalesce(sum({_months("since", "ends")}) FILTER (WHERE {_MATCHES}), 0)::int AS related
      FROM definitive GROUP BY employee_id
    ), acting AS (
      SELECT employee_id, json_agg(json_build_array(assignment, kind, career_level, title) ORDER BY since, id) AS acting
      FROM post WHERE assignment IN ('plt', 'plh', 'pj') GROUP BY employee_id
    )
    SELECT b.employee_id, b.kind, b.career_level, h.held, b.units, b.outside, a.acting, b.related
    FROM breadth b JOIN held h USING (employee_id) LEFT JOIN acting a USING (employee_id)
"""  # noqa: S608


def people(*, on: date, known_at: datetime, ids: Ids = None) -> list[Person]:
    """Everybody in active service on the day."""
    return [Person._make(row) for row in asof.rows(_PEOPLE, on=on, known_at=known_at, ids=ids)]


def careers(*, on: date, known_at: datetime, ids: Ids = None, related: Sequence[str] = ()) -> dict[int, Career]:
    """Posts held, by employee. `related` words pick the posts whose title or unit name counts as related work."""
    words = [f"%{word}%" for word in related]
    found = asof.rows(_CAREERS, on=on, known_at=known_at, ids=ids, words=words)
    return {row[0]: Career._make(row) for row in found}


_AWARDS = f"SELECT r.employee_id, r.level, r.id {asof.known('personnel_awardrecord')} AND r.effective_from > %(since)s"


def awards(*, on: date, known_at: datetime, since: date, ids: Ids = None) -> dict[int, list[tuple[str, int]]]:
    """Levels of the awards given after `since`, each with its record."""
    found: dict[int, list[tuple[str, int]]] = {}
    for employee, level, record in asof.rows(_AWARDS, on=on, known_at=known_at, ids=ids, since=since):
        found.setdefault(employee, []).append((level, record))
    return found
