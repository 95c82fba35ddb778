"""Yang berlaku sekarang, untuk membandingkan impor: the newest row of a kind for everybody, in one query, without objects."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.apps import apps
from django.db import connection, models
from psycopg import sql

from jenjang import ledger
from jenjang.personnel.sign_ins import tie_employees

_NEWEST = sql.SQL(
    """SELECT DISTINCT ON (r.employee_id) r.employee_id, r.id, r.effective_from, {columns} FROM {table} r {join}
    WHERE r.correction <> 'batal' AND {only} AND NOT EXISTS (SELECT FROM {table} s WHERE s.supersedes_id = r.id)
    ORDER BY r.employee_id, r.effective_from DESC, r.recorded_at DESC, r.id DESC"""
)
_ALL = sql.SQL(
    """SELECT r.employee_id, r.id, r.effective_from, {columns} FROM {table} r {join}
    WHERE r.correction <> 'batal' AND {only} AND NOT EXISTS (SELECT FROM {table} s WHERE s.supersedes_id = r.id)"""
)
KINDS = {
    "identity": "personnel.IdentityRecord",
    "status": "personnel.StatusRecord",
    "rank": "personnel.RankRecord",
    "position": "personnel.PositionRecord",
    "education": "personnel.EducationRecord",
}


def model_of(kind: str) -> type[models.Model]:
    """The history model behind one of the five kinds that a personnel sheet speaks of."""
    return apps.get_model(KINDS[kind])


def people() -> dict[str, tuple[int, str]]:
    """Everybody ever recorded: {SIASN id: (key, NIP)}."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT siasn_id, id, nip FROM personnel_employee WHERE siasn_id <> ''")
        return {siasn_id: (key, nip) for siasn_id, key, nip in cursor}


def everyone() -> Iterator[tuple[int, str, str]]:
    """Everybody ever recorded: key, SIASN id (empty when hired by hand), NIP."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, siasn_id, nip FROM personnel_employee")
        yield from cursor.fetchall()


def lives() -> dict[int, tuple[date, str]]:
    """Everybody's birth date and status: {key: (birth date, status)}."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT employee_id, birth_date, status FROM personnel_employeecurrent")
        return {key: (born, status) for key, born, status in cursor}


def leaders() -> dict[str, str]:
    """Who sits on the seat of a unit's leader: {SIASN id of the unit: SIASN id of the person}."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT u.siasn_id, e.siasn_id FROM personnel_employeecurrent c "
            "JOIN personnel_employee e ON e.id = c.employee_id JOIN organization_seat s ON s.id = c.seat_id "
            "JOIN organization_orgunit u ON u.id = s.unit_id WHERE s.is_head AND s.closed_on IS NULL AND c.active"
        )
        return dict(cursor.fetchall())


def anchor(people: Mapping[int, tuple[str, str]], *, by: Any) -> None:
    """Tie people to their SIASN id and their present NIP: {key: (SIASN id, NIP)}. The histories keep the former NIP."""
    with connection.cursor() as cursor, ledger.attributed(by=by):
        cursor.execute(
            "UPDATE personnel_employee e SET siasn_id = n.siasn_id, nip = n.nip "
            "FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS n(id, siasn_id, nip) WHERE e.id = n.id",
            [[*people], [siasn_id for siasn_id, _ in people.values()], [nip for _, nip in people.values()]],
        )
    tie_employees([nip for _, nip in people.values()])


def standing(
    model: str, columns: Sequence[str], employees: Sequence[int]
) -> Iterator[tuple[int, int, date, str, tuple[Any, ...]]]:
    """Every row of any history that stands, of these people: employee, row, TMT, SIASN id, facts in the columns' order."""
    statement = sql.SQL(
        """SELECT r.employee_id, r.id, r.effective_from, r.siasn_id, {columns} FROM {table} r
        WHERE r.employee_id = ANY(%s) AND r.correction <> 'batal'
        AND NOT EXISTS (SELECT FROM {table} s WHERE s.supersedes_id = r.id) ORDER BY r.effective_from, r.id"""
    ).format(
        table=sql.Identifier(apps.get_model(model)._meta.db_table),
        columns=sql.SQL(", ").join(sql.Identifier("r", name) for name in columns),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(employees)])
        for employee, pk, since, siasn_id, *facts in cursor:
            yield employee, pk, since, siasn_id, tuple(facts)


def nips() -> dict[str, int]:
    """Everybody ever recorded: {NIP: key}."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nip, id FROM personnel_employee")
        return dict(cursor.fetchall())


def newest(
    kind: str, columns: Sequence[str], *, everything: bool = False
) -> Iterator[tuple[int, int, date, tuple[Any, ...]]]:
    """The newest row of a kind for everybody (or every row that stands): employee, row, TMT, facts.

    The column `unit` of a position is the unit's SIASN id. Acting assignments are left out.
    """
    table = model_of(kind)._meta.db_table
    names = [sql.SQL("coalesce(u.siasn_id, '')") if name == "unit" else sql.Identifier("r", name) for name in columns]
    statement = (_ALL if everything else _NEWEST).format(
        table=sql.Identifier(table),
        columns=sql.SQL(", ").join(names),
        join=sql.SQL("LEFT JOIN organization_orgunit u ON u.id = r.unit_id" if "unit" in columns else ""),
        only=sql.SQL("r.assignment = 'definitif'" if kind == "position" else "true"),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)
        for employee, pk, since, *facts in cursor:
            yield employee, pk, since, tuple(facts)


def contacts(columns: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Everybody's contact, in the order of the columns."""
    with connection.cursor() as cursor:
        names = sql.SQL(", ").join(map(sql.Identifier, columns))
        cursor.execute(sql.SQL("SELECT employee_id, {} FROM personnel_contact").format(names))
        for employee, *facts in cursor:
            yield employee, tuple(facts)
