"""Sekitar: what stands around the sealed tables, and was put there by nobody of this program.

A seal vouches for a row as it was stored. It says nothing when another table is read in its place, when the value was
altered on its way in, or when the database was told to forget that a table is sealed.
"""

from collections import Counter

from django.db.backends.utils import CursorWrapper

from jenjang.ledger import program, sealing
from jenjang.ledger.verify.report import Report

LEDGER = (*sealing.LEDGER_TABLES, "ledger_sequencer")
_LOST = "SELECT name FROM unnest(%s::text[]) AS name WHERE to_regclass('public.' || name) IS NULL"
# What an unqualified name means to the program, which reads by the search path of its role.
_SHADOWED = """
SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  AND to_regclass(quote_ident(c.relname)) IS DISTINCT FROM c.oid::regclass
"""
# Rules, policies of rows, and triggers that come before a row (2) or instead of it (64).
_ALTERED = """
SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY(%s) AND (
  c.relrowsecurity OR EXISTS (SELECT FROM pg_rewrite r WHERE r.ev_class = c.oid AND c.relkind = 'r')
  OR EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgtype & 66 <> 0
             AND t.tgname <> 'ledger_refuse'))
"""
_PRESENT = "SELECT name FROM unnest(%s::text[]) AS name WHERE to_regclass('public.' || quote_ident(name)) IS NOT NULL"


def lost_tables(cursor: CursorWrapper) -> list[str]:
    """Tables of the ledger that are gone."""
    cursor.execute(_LOST, [list(LEDGER)])
    return sorted(name for (name,) in cursor.fetchall())


def check(report: Report) -> None:
    sealed = {schema.table for schema in report.schemas} | program.sealed_tables().keys()
    for table in _names(report, _SHADOWED):
        report.find("unsealed", table)
    for table in _names(report, _ALTERED, [*sealed, *LEDGER]):
        report.find("ledger", table)
    _check_versions(report)


def _check_versions(report: Report) -> None:
    """Every table that this program seals is sealed, and in no version that no migration made."""
    recorded = Counter(schema.table for schema in report.schemas)
    versions = program.sealed_tables()
    for table, newest in versions.items():
        for version in range(newest + 1, recorded[table] + 1):
            report.find("ledger", "ledger_schema", f"{table}.{version}")
    for table in _names(report, _PRESENT, [table for table in versions if not recorded[table]]):
        report.find("unsealed", table)


def _names(report: Report, query: str, names: list[str] | None = None) -> list[str]:
    report.cursor.execute(query, None if names is None else [names])
    return [name for (name,) in report.cursor.fetchall()]
