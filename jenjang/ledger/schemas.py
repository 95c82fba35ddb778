"""Bentuk segel in the database: making, reading and changing what a table's seal covers."""

import hashlib
import secrets

from django.db.backends.utils import CursorWrapper

from jenjang.ledger import sealing
from jenjang.ledger.actors import SETTING
from jenjang.ledger.sealing import SealSchema

MIGRATION_ACTOR = "sistem:migrasi"


def seal(cursor: CursorWrapper, *, table: str, row: str, person: str) -> SealSchema:
    """Record the first schema of an empty table, then put function and triggers on it."""
    cursor.execute(f"SELECT EXISTS (SELECT FROM public.{sealing.quoted(table)})")
    if cursor.fetchone()[0]:
        raise sealing.SealError(f"{table} already holds rows: seal a table in the migration that creates it.")
    version = (newest_version(cursor, table) or 0) + 1
    schema = SealSchema(table, version, row, person, columns_of(cursor, table))
    record(cursor, schema)
    cursor.execute(sealing.function_sql(schema))
    cursor.execute(sealing.trigger_sql(table))
    return schema


def reseal(cursor: CursorWrapper, *, table: str, change: str = "") -> SealSchema:
    """Record a new version after columns were added, and seal every row again under it.

    `change` is SQL that alters values of sealed rows (a backfill); the refusal is lifted for it alone. The caller has
    verified the table under the old version.
    """
    old = sealed_tables(cursor)[table]
    schema = SealSchema(table, old.version + 1, old.row, old.person, columns_of(cursor, table))
    _refuse_losses(old, schema)
    if change:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE public.{sealing.quoted(table)} DISABLE TRIGGER ledger_refuse")
        cursor.execute(change)
        cursor.execute(f"ALTER TABLE public.{sealing.quoted(table)} ENABLE TRIGGER ledger_refuse")
    record(cursor, schema)
    cursor.execute(sealing.function_sql(schema))
    cursor.execute(sealing.migrated_sql(schema))
    return schema


def _refuse_losses(old: SealSchema, new: SealSchema) -> None:
    """Sealed columns stay: what was hashed must be readable for ever. A type may only grow."""
    types = {column.name: column.type for column in new.columns}
    for column in old.columns:
        found = types.get(column.name)
        if found is None or (
            found != column.type and (column.base_type, found.partition("(")[0]) not in sealing.WIDENINGS
        ):
            raise sealing.SealError(
                f"{old.table}.{column.name} ({column.type}) is sealed: it cannot be dropped, renamed or narrowed (now {found or 'gone'}). "
                "Add a new column beside it."
            )


def unseal(cursor: CursorWrapper, *, table: str) -> None:
    cursor.execute(sealing.unseal_sql(table))


def columns_of(cursor: CursorWrapper, table: str) -> tuple[sealing.Column, ...]:
    """A table's columns as they are in the database, in their order."""
    cursor.execute(
        "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute "
        "WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
        [f"public.{sealing.quoted(table)}"],
    )
    return sealing.column_list(cursor.fetchall())


def newest_version(cursor: CursorWrapper, table: str) -> int | None:
    cursor.execute("SELECT max(version) FROM public.ledger_schema WHERE table_name = %s", [table])
    version: int | None = cursor.fetchone()[0]
    return version


def all_schemas(cursor: CursorWrapper) -> list[SealSchema]:
    """Every schema there is, oldest version first."""
    cursor.execute(
        "SELECT table_name, version, row_column, person_column, definition FROM public.ledger_schema ORDER BY table_name, version"
    )
    return [sealing.schema_from(*row) for row in cursor.fetchall()]


def sealed_tables(cursor: CursorWrapper) -> dict[str, SealSchema]:
    """The newest schema of each sealed table."""
    return {schema.table: schema for schema in all_schemas(cursor)}


def record(cursor: CursorWrapper, schema: SealSchema) -> None:
    """Store a schema and the entry that testifies it."""
    cursor.execute(
        "INSERT INTO public.ledger_schema (table_name, version, row_column, person_column, definition) VALUES (%s, %s, %s, %s, %s)",
        [schema.table, schema.version, schema.row, schema.person, schema.definition],
    )
    salt = secrets.token_bytes(32)
    cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, MIGRATION_ACTOR])
    cursor.execute(
        "INSERT INTO public.ledger_entry (kind, table_name, row_id, person, actor, at, writer, version, hash) "
        "VALUES ('skema', 'ledger_schema', %s, '', %s, clock_timestamp(), session_user, %s, %s) RETURNING id",
        [
            f"{schema.table}.{schema.version}",
            MIGRATION_ACTOR,
            schema.version,
            hashlib.sha256(salt + schema.definition.encode()).digest(),
        ],
    )
    cursor.execute("INSERT INTO public.ledger_salt (entry_id, salt) VALUES (%s, %s)", [cursor.fetchone()[0], salt])
