"""Baris tersegel: every row against its seal, every seal against its row."""

from collections import defaultdict
from hashlib import sha256

from jenjang.ledger import commitments, schemas
from jenjang.ledger.models import EntryKind
from jenjang.ledger.sealing import SealSchema, literal, quoted
from jenjang.ledger.verify.report import Report
from jenjang.ledger.verify.streaming import stream


def check(report: Report) -> None:
    for table, known in _versions(report).items():
        if _is_readable(report, table, known):
            _check_table(report, table, known)
    _check_schemas(report)
    _check_commitments(report)


def check_table(report: Report, table: str) -> None:
    """One table's rows only."""
    _check_table(report, table, _versions(report)[table])


def _versions(report: Report) -> dict[str, list[SealSchema]]:
    versions: dict[str, list[SealSchema]] = defaultdict(list)
    for schema in report.schemas:
        versions[schema.table].append(schema)
    return versions


def _is_readable(report: Report, table: str, known: list[SealSchema]) -> bool:
    """The table and all columns that were ever sealed are there; columns beyond the newest seal are a finding."""
    present = {column.name for column in schemas.columns_of(report.cursor, table)}
    if not present:
        report.find("missing", table)
        return False
    sealed = {column.name for schema in known for column in schema.columns}
    if present - {column.name for column in known[-1].columns}:
        report.find("unsealed", table)
    if sealed - present:
        report.find("ledger", table)
        return False
    return True


def _check_table(report: Report, table: str, known: list[SealSchema]) -> None:
    changed, missing, unsealed, broken = [], [], [], []
    count = 0
    for row, entry, seal, content in stream(report.cursor, _rows_and_seals(table, known)):
        count += 1
        if row is None:
            missing.append(entry)
        elif entry is None:
            unsealed.append(row)
        elif content is None:
            broken.append(entry)
        elif sha256(content).digest() != seal:
            changed.append(entry)
    report.rows += count - len(missing)
    for row in unsealed:
        report.find("unsealed", table, str(row))
    report.find_entries("changed", changed)
    report.find_entries("ledger", broken)
    _find_missing(report, table, missing)


def _rows_and_seals(table: str, known: list[SealSchema]) -> str:
    """Each row beside the newest seal of it, and what has only one of both; salt and text as they were hashed, or NULL."""
    newest = ""
    content = known[-1].row_text("t")
    if len(known) > 1:
        newest = (
            f" AND NOT EXISTS (SELECT FROM public.ledger_entry n WHERE n.table_name = {literal(table)} AND n.row_id = e.row_id "
            f"AND n.kind = '{EntryKind.MIGRATED}' AND n.version > e.version)"
        )
        content = (
            "CASE e.version "
            + " ".join(f"WHEN {schema.version} THEN {schema.row_text('t')}" for schema in known)
            + " END"
        )
    # The text of a row is made last, so that no hash table carries it.
    return (
        f"SELECT t.{quoted(known[-1].row)}, e.id, e.hash, e.salt || convert_to({content}, 'UTF8') "
        f"FROM public.{quoted(table)} t FULL JOIN (SELECT e.id, e.row_id, e.version, e.hash, s.salt FROM public.ledger_entry e "
        f"LEFT JOIN public.ledger_salt s ON s.entry_id = e.id WHERE e.table_name = {literal(table)} AND e.kind IN ('{EntryKind.SEALED}', '{EntryKind.MIGRATED}'){newest}) e "
        f"ON e.row_id = t.{quoted(known[-1].row)}::text"
    )


def _find_missing(report: Report, table: str, entries: list[int]) -> None:
    report.cursor.execute("SELECT row_id, id FROM public.ledger_entry WHERE id = ANY(%s)", [entries])
    for row, entry in report.cursor.fetchall():
        if (table, row) not in report.erased:
            report.find("missing", table, row, entry=entry)


def _check_schemas(report: Report) -> None:
    """Each recorded schema against its entry, and none without the other."""
    report.cursor.execute(
        "SELECT e.id, e.row_id, e.hash, s.salt FROM public.ledger_entry e "
        "LEFT JOIN public.ledger_salt s ON s.entry_id = e.id WHERE e.kind = %s",
        [EntryKind.SCHEMA],
    )
    testified = {name: (entry, seal, salt) for entry, name, seal, salt in report.cursor.fetchall()}
    recorded = {f"{schema.table}.{schema.version}": schema for schema in report.schemas}
    for name in recorded.keys() - testified.keys():
        report.find("ledger", "ledger_schema", name)
    for name, (entry, seal, salt) in testified.items():
        schema = recorded.get(name)
        if schema is None or salt is None or sha256(bytes(salt) + schema.definition.encode()).digest() != bytes(seal):
            report.find("ledger", "ledger_schema", name, entry=entry)


def _check_commitments(report: Report) -> None:
    """Committed fields of decrees and erasures against the entries that hash them."""
    report.cursor.execute(
        "SELECT e.id, e.kind, e.table_name, e.row_id, e.hash, d.name, d.value, d.salt FROM public.ledger_entry e "
        "LEFT JOIN public.ledger_disclosure d ON d.entry_id = e.id WHERE e.kind IN (%s, %s) ORDER BY e.id, d.position",
        [EntryKind.DECREE, EntryKind.ERASED],
    )
    fields: dict[tuple[int, str, str, str, bytes], list[commitments.Field]] = defaultdict(list)
    for entry, kind, table, row, seal, name, value, salt in report.cursor.fetchall():
        found = fields[entry, kind, table, row, bytes(seal)]
        if name is not None:
            found.append(commitments.Field(name, value, bytes(salt)))
    for (entry, kind, table, row, seal), found in fields.items():
        if not found and kind != str(EntryKind.ERASED) and (table, row) in report.erased:
            continue
        if not found or commitments.digest(found) != seal:
            report.find("changed" if found else "missing", table, row, entry=entry)
