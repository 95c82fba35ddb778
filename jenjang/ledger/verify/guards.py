"""Penjaga: triggers and functions are there, switched on, and say what they should. And who wrote."""

from jenjang.ledger import functions, sealing
from jenjang.ledger.models import EntryKind
from jenjang.ledger.sealing import SealSchema
from jenjang.ledger.verify.report import Report

# tgtype of pg_trigger: after insert for each statement; before delete, update, truncate for each statement.
AFTER_INSERT = 4
BEFORE_CHANGE = 2 | 8 | 16 | 32
ENABLED = "O"


def check(report: Report) -> None:
    triggers = _triggers(report)
    present = _functions(report)
    newest: dict[str, SealSchema] = {schema.table: schema for schema in report.schemas}
    for table, schema in newest.items():
        name = sealing.function_name(table)
        if triggers.get((table, name)) != (name, AFTER_INSERT, ENABLED, True) or not _refuses(triggers, table):
            report.find("unsealed", table)
        if present.get(name) != (sealing.body(schema), True, settings()):
            report.find("ledger", table)
    for table in sealing.LEDGER_TABLES:
        if not _refuses(triggers, table):
            report.find("ledger", table)
    for name, (_arguments, _result, source) in functions.SIGNATURES.items():
        if present.get(name) != (source, True, settings()):
            report.find("ledger", name)


def settings() -> list[str]:
    """What pg_proc holds of the settings pinned to a function."""
    return sorted(["search_path=pg_catalog, pg_temp", *(f"{name}={value}" for name, value in sealing.PINNED.items())])


def _refuses(triggers: dict[tuple[str, str], tuple[str, int, str, bool]], table: str) -> bool:
    return triggers.get((table, "ledger_refuse")) == ("ledger_refuse", BEFORE_CHANGE, ENABLED, False)


def _triggers(report: Report) -> dict[tuple[str, str], tuple[str, int, str, bool]]:
    report.cursor.execute(
        "SELECT c.relname, t.tgname, p.proname, t.tgtype, t.tgenabled::text, t.tgnewtable IS NOT NULL "
        "FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid "
        "WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal AND t.tgqual IS NULL"
    )
    return {
        (table, name): (function, kind, enabled, new)
        for table, name, function, kind, enabled, new in report.cursor.fetchall()
    }


def _functions(report: Report) -> dict[str, tuple[str, bool, list[str]]]:
    report.cursor.execute(
        "SELECT proname, prosrc, prosecdef, proconfig FROM pg_proc WHERE pronamespace = 'public'::regnamespace "
        "AND (starts_with(proname, 'seal_') OR starts_with(proname, 'ledger_'))"
    )
    return {name: (source, definer, sorted(config or [])) for name, source, definer, config in report.cursor.fetchall()}


def check_writers(report: Report, writers: list[str]) -> None:
    """Entries that a role wrote which should not: rows come from the application, migrations and erasures from the owner.

    The database is asked who owns the tables: whoever serves, and verifies, does not hold the owner's address.
    """
    report.cursor.execute(
        "SELECT e.id FROM public.ledger_entry e JOIN pg_class c ON c.oid = 'public.ledger_entry'::regclass "
        "WHERE NOT (e.writer = ANY(%s) OR (e.writer = pg_get_userbyid(c.relowner) AND e.kind IN (%s, %s, %s))) ORDER BY e.id",
        [writers, EntryKind.SCHEMA, EntryKind.MIGRATED, EntryKind.ERASED],
    )
    report.find_entries("foreign", [entry for (entry,) in report.cursor.fetchall()])
