"""Penghapusan: when the law no longer lets a row be kept, row and salt go; what stays says that, when, why and by whom.

Runs as the owner of the tables. The ledger keeps the entry of the row: without its salt the hash says nothing of the value.
"""

import re
from collections.abc import Callable
from datetime import date

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from jenjang.kernel import clock
from jenjang.law.decisions import Decision
from jenjang.ledger import checkpoints, commitments, decrees, schemas
from jenjang.ledger.actors import Account, actor_of, attributed
from jenjang.ledger.models import EntryKind
from jenjang.ledger.sealing import SealSchema, quoted

MINIMUM_REASON = 20

# Says whether a table's rows recorded on a day may go on another: (table, recorded_on, on) -> Decision.
RetentionRule = Callable[[str, date, date], Decision]


class ErasureRefused(ValueError):
    """The row may not go; the sentence says why."""


def erase(
    *,
    table: str,
    row: str,
    by: Account,
    approved_by: Account,
    reason: str,
    rule: RetentionRule | None = None,
    on: date | None = None,
) -> int:
    """Hapus satu baris: two persons, a reason and the retention rule. Returns the entry that testifies to it."""
    if actor_of(by) == actor_of(approved_by):
        raise ErasureRefused("Penghapusan memerlukan dua orang yang berbeda.")
    if len(re.sub(r"\W", "", reason)) < MINIMUM_REASON:
        raise ErasureRefused("Tulis alasan penghapusan dengan kalimat yang jelas.")
    checkpoints.sequence()
    with transaction.atomic(), connection.cursor() as cursor:
        schema = schemas.sealed_tables(cursor).get(table)
        if schema is None:
            raise ErasureRefused(f"{table} bukan tabel tersegel.")
        person, recorded = _testimony(cursor, table, row)
        basis = _basis(rule or configured(), table, recorded, on or clock.today())
        with attributed(by=by):
            entry = _append(
                cursor,
                table,
                row,
                person,
                {"alasan": reason, "orang_kedua": actor_of(approved_by).name, "dasar": basis},
            )
            _delete(cursor, schema, row)
    return entry


def configured() -> RetentionRule:
    """The retention of law and policy, unless somebody says otherwise."""
    from jenjang.ledger import retention

    return retention.decide


def _basis(rule: RetentionRule, table: str, recorded: date, on: date) -> str:
    decision = rule(table, recorded, on)
    if not decision.allowed:
        raise ErasureRefused(" ".join(str(finding.reason) for finding in decision.objections))
    return "; ".join(citation for finding in decision.findings for citation in finding.cites)


def _testimony(cursor: CursorWrapper, table: str, row: str) -> tuple[str, date]:
    cursor.execute(
        "SELECT person, at FROM public.ledger_entry WHERE table_name = %s AND row_id = %s AND kind = %s ORDER BY id LIMIT 1",
        [table, row, EntryKind.SEALED],
    )
    found = cursor.fetchone()
    if found is None:
        raise ErasureRefused(f"Tidak ada baris tersegel {table} dengan id {row}.")
    return found[0], clock.day_of(found[1])


def _append(cursor: CursorWrapper, table: str, row: str, person: str, fields: dict[str, str]) -> int:
    salted = commitments.salted(fields)
    cursor.execute(
        "INSERT INTO public.ledger_entry (kind, table_name, row_id, person, actor, at, writer, version, hash) "
        "VALUES (%s, %s, %s, %s, current_setting('jenjang.actor'), clock_timestamp(), session_user, 0, %s) RETURNING id",
        [EntryKind.ERASED, table, row, person, commitments.digest(salted)],
    )
    entry: int = cursor.fetchone()[0]
    decrees.keep_fields(cursor, entry, salted)
    return entry


def _delete(cursor: CursorWrapper, schema: SealSchema, row: str) -> None:
    """The setting opens the refusal for this transaction; only the owner of the tables has the DELETE to use it."""
    cursor.execute("SELECT set_config('jenjang.erasing', 'ya', true)")
    cursor.execute(
        "DELETE FROM public.ledger_salt WHERE entry_id IN (SELECT id FROM public.ledger_entry WHERE table_name = %s AND row_id = %s)",
        [schema.table, row],
    )
    cursor.execute(
        "DELETE FROM public.ledger_disclosure WHERE entry_id IN "
        "(SELECT id FROM public.ledger_entry WHERE table_name = %s AND row_id = %s AND kind = %s)",
        [schema.table, row, EntryKind.DECREE],
    )
    cursor.execute(f"DELETE FROM public.{quoted(schema.table)} WHERE {quoted(schema.row)}::text = %s", [row])
    if cursor.rowcount != 1:
        raise ErasureRefused(f"Tidak ada baris {schema.table} dengan id {row}.")
    cursor.execute("SELECT set_config('jenjang.erasing', '', true)")
