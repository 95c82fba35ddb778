"""Peragaan kecurangan: what somebody with the superuser's password can do, so that a demonstration shows what it leads to."""

from dataclasses import dataclass

import psycopg
from psycopg import sql

from jenjang.config import database

# The first of these that holds rows is the one that a demonstration changes: a better rating, a higher grade.
TEMPTING = (
    ("performance_appraisalrecord", "predicate", "sangat_baik"),
    ("competency_competencyrecord", "score", "99.00"),
    ("personnel_rankrecord", "decree_number", "821/PALSU/2026"),
)


class NothingToTamper(LookupError):
    """There is no sealed row to change: load the demonstration first."""


@dataclass(frozen=True, slots=True)
class Tampered:
    """Yang diubah: by which the demonstration says what it did."""

    table: str
    row: str
    column: str
    before: str
    after: str


def change_one_row(*, address: str | None = None, table: str = "", column: str = "", value: str = "") -> Tampered:
    """Change one sealed row with the triggers off, as the superuser of the embedded database. Leaves no other trace."""
    choices = [(table, column, value)] if table else list(TEMPTING)
    with psycopg.connect(address or database.url("super")) as connection:
        connection.execute("SET LOCAL session_replication_role = replica")
        for choice in choices:
            if done := _change(connection, *choice):
                return done
    raise NothingToTamper("Tidak ada baris tersegel yang dapat diubah. Jalankan `jenjang demo load` dahulu.")


def _change(connection: "psycopg.Connection[tuple[str, ...]]", table: str, column: str, value: str) -> Tampered | None:
    known = connection.execute(
        "SELECT row_column FROM public.ledger_schema WHERE table_name = %s ORDER BY version DESC", [table]
    ).fetchone()
    if known is None:
        return None
    names = {
        "table": sql.Identifier("public", table),
        "row": sql.Identifier(known[0]),
        "column": sql.Identifier(column),
    }
    pick = sql.SQL(
        "SELECT {row}::text, {column}::text FROM {table} WHERE {column}::text <> %s ORDER BY {row} LIMIT 1"
    ).format(**names)
    found = connection.execute(pick, [value]).fetchone()
    if found is None:
        return None
    connection.execute(
        sql.SQL("UPDATE {table} SET {column} = %s WHERE {row}::text = %s").format(**names), [value, found[0]]
    )
    return Tampered(table, found[0], column, found[1], value)
