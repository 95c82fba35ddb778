"""Keadaan sekarang: rebuild what lists read from the sealed histories, set by set, never person by person."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection, transaction

from jenjang.kernel import clock
from jenjang.law.catalogue import evaluate
from jenjang.law.codes import Education, Grade, PPPKGrade

# The newest row of a history in effect on the day: not superseded, not a cancellation.
NEWEST = """
    SELECT DISTINCT ON (r.employee_id) r.* FROM {table} r
    WHERE r.effective_from <= %(day)s AND r.correction <> 'batal' {people} {more}
      AND NOT EXISTS (SELECT FROM {table} s WHERE s.supersedes_id = r.id)
    ORDER BY r.employee_id, {first} r.effective_from DESC, r.recorded_at DESC, r.id DESC
"""
COLUMNS = (
    "nip", "name", "full_name", "sex", "birth_date", "status", "standing", "active", "appointed_on", "grade",
    "grade_order", "grade_since", "service_years", "service_months", "title", "kind", "echelon", "career_level",
    "position_since", "unit_id", "unit_name", "seat_id", "education", "education_field", "retires_on", "search",
)  # fmt: skip
REBUILD = """
WITH grades(code, place) AS (SELECT * FROM unnest(%(grades)s::text[], %(grade_places)s::int[])),
levels(code, place) AS (SELECT * FROM unnest(%(levels)s::text[], %(level_places)s::int[])),
ages(kind, career_level, teacher, age) AS (
    SELECT * FROM unnest(%(post_kinds)s::text[], %(post_levels)s::text[], %(teachers)s::bool[], %(ages)s::int[])
),
identity AS ({identity}), status AS ({status}), rank AS ({rank}), position AS ({position}), education AS ({education})
INSERT INTO personnel_employeecurrent (employee_id, {columns})
SELECT e.id, e.nip, i.name,
    concat_ws(', ', nullif(concat_ws(' ', nullif(i.title_before, ''), i.name), ''), nullif(i.title_after, '')),
    i.sex, i.birth_date, s.status, s.standing, s.active, s.appointed_on,
    coalesce(r.grade, ''), coalesce(g.place, 0), r.effective_from, coalesce(r.service_years, 0),
    coalesce(r.service_months, 0),
    coalesce(p.title, ''), coalesce(p.kind, ''), coalesce(p.echelon, ''), coalesce(p.career_level, 'tidak_ada'),
    p.effective_from, p.unit_id, coalesce(u.name, p.unit_name, ''), p.seat_id,
    coalesce(d.level, ''), coalesce(d.field, ''),
    (date_trunc('month', i.birth_date + make_interval(years => a.age)) + interval '1 month')::date,
    lower(i.name || ' ' || e.nip)
FROM personnel_employee e
JOIN identity i ON i.employee_id = e.id
JOIN status s ON s.employee_id = e.id
LEFT JOIN rank r ON r.employee_id = e.id
LEFT JOIN grades g ON g.code = r.grade
LEFT JOIN position p ON p.employee_id = e.id
LEFT JOIN organization_orgunit u ON u.id = p.unit_id
LEFT JOIN education d ON d.employee_id = e.id
LEFT JOIN ages a ON a.kind = p.kind AND a.career_level = p.career_level AND a.teacher = (p.title ILIKE 'guru%%')
ON CONFLICT (employee_id) DO UPDATE SET ({columns}) = ROW ({excluded})
WHERE ({present}) IS DISTINCT FROM ({excluded})
"""
POSTS = """
SELECT DISTINCT kind, career_level, title ILIKE 'guru%%' FROM personnel_positionrecord
WHERE %(people)s::bigint[] IS NULL OR employee_id = ANY(%(people)s)
"""
FEW = 50
TALLY = """
INSERT INTO personnel_unittally (unit_id, active, inactive, seated)
SELECT u.id, count(c.employee_id) FILTER (WHERE c.active), count(c.employee_id) FILTER (WHERE NOT c.active),
    (SELECT count(*) FROM organization_seat t JOIN personnel_employeecurrent h ON h.seat_id = t.id AND h.active
     WHERE t.unit_id = u.id AND t.closed_on IS NULL)
FROM organization_orgunit u LEFT JOIN personnel_employeecurrent c ON c.unit_id = u.id
WHERE %(units)s::bigint[] IS NULL OR u.id = ANY(%(units)s)
GROUP BY u.id
ON CONFLICT (unit_id) DO UPDATE
SET active = excluded.active, inactive = excluded.inactive, seated = excluded.seated
"""


@transaction.atomic
def refresh_current(employee_ids: Iterable[int] | None = None, day: date | None = None) -> int:
    """Rebuild the rows of these people (None: of all) as of a day, by default today. Gives how many rows changed."""
    day = day or clock.today()
    people = None if employee_ids is None else sorted(set(employee_ids))
    if people == []:
        return 0
    many = people is None or len(people) > FEW
    with connection.cursor() as cursor:
        units = _units_of(cursor, people)
        if many:
            # Rows written a moment ago have no statistics yet: the planner would loop where it must hash.
            cursor.execute("SET LOCAL enable_nestloop = off")
        given = {**_parameters(day, people), **_retirement_ages(cursor, day, people)}
        cursor.execute(_rebuild_statement(people is not None), given)
        changed = cursor.rowcount
        cursor.execute(TALLY, {"units": None if people is None else units + _units_of(cursor, people)})
        if many:
            cursor.execute("SET LOCAL enable_nestloop = on")
    return changed


def _units_of(cursor: Any, people: list[int] | None) -> list[int]:
    """The units in which these people stand in the list now, and those of their seats: the tallies change with them."""
    if people is None:
        return []
    cursor.execute(
        "SELECT unit_id FROM personnel_employeecurrent WHERE employee_id = ANY(%s) AND unit_id IS NOT NULL UNION "
        "SELECT t.unit_id FROM personnel_employeecurrent c JOIN organization_seat t ON t.id = c.seat_id "
        "WHERE c.employee_id = ANY(%s)",
        [people, people],
    )
    return [unit for (unit,) in cursor.fetchall()]


def _rebuild_statement(some: bool) -> str:
    def newest(table: str, more: str = "", first: str = "") -> str:
        people = "AND r.employee_id = ANY(%(people)s)" if some else ""
        return NEWEST.format(table=f"personnel_{table}", people=people, more=more, first=first)

    held = "AND r.assignment = 'definitif' AND (r.until IS NULL OR r.until >= %(day)s)"
    highest = "(SELECT place FROM levels WHERE code = r.level) DESC NULLS LAST,"
    return REBUILD.format(
        identity=newest("identityrecord"),
        status=newest("statusrecord"),
        rank=newest("rankrecord"),
        position=newest("positionrecord", held),
        education=newest("educationrecord", first=highest),
        columns=", ".join(COLUMNS),
        excluded=", ".join(f"excluded.{name}" for name in COLUMNS),
        present=", ".join(f"personnel_employeecurrent.{name}" for name in COLUMNS),
    )


def _parameters(day: date, people: list[int] | None) -> dict[str, object]:
    grades = [(code.value, place) for codes in (Grade, PPPKGrade) for place, code in enumerate(codes, 1)]
    levels = [(code.value, code.level) for code in Education]
    return {
        "day": day,
        "people": people,
        "grades": [code for code, _ in grades],
        "grade_places": [place for _, place in grades],
        "levels": [code for code, _ in levels],
        "level_places": [place for _, place in levels],
    }


def _retirement_ages(cursor: Any, day: date, people: list[int] | None) -> dict[str, list[Any]]:
    """Retirement (rule `pensiun.bup`): the age is asked once for each kind of post, the day is computed in the set."""
    cursor.execute(POSTS, {"people": people})
    aged = [
        (kind, level, teacher, age)
        for kind, level, teacher in cursor.fetchall()
        if (age := retirement_age(kind, level, teacher, day, day))
    ]
    columns = zip(*aged, strict=True) if aged else ([], [], [], [])
    return dict(zip(("post_kinds", "post_levels", "teachers", "ages"), map(list, columns), strict=True))


def retirement_age(kind: str, career_level: str, teacher: bool, birth_date: date, day: date) -> int | None:
    """Batas usia pensiun by the law of a day; None where a record does not say enough for the rule."""
    facts = {
        "position_kind": kind,
        "career_level": career_level,
        "teacher": teacher,
        "birth_date": birth_date.isoformat(),
    }
    answer = evaluate("pensiun.bup", day.isoformat(), facts)
    return answer["result"]["age"] if "result" in answer else None
