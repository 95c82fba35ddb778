"""The seal as SQL: what stands in the database of each sealed table, generated from its schema.

The verifier generates the same text again and compares, so a replaced function is found.
"""

from collections.abc import Sequence
from dataclasses import dataclass

# Types whose text is the same on every server and under every setting that is pinned below.
SEALABLE = frozenset({
    "boolean", "smallint", "integer", "bigint", "numeric", "text", "character varying", "character", "date",
    "time without time zone", "timestamp without time zone", "timestamp with time zone", "uuid", "bytea", "daterange",
})  # fmt: skip
IDENTIFYING = frozenset({"smallint", "integer", "bigint", "uuid"})

# Every setting that changes how PostgreSQL writes a value. The verifier's session takes the same ones.
PINNED = {
    "TimeZone": "UTC",
    "DateStyle": "ISO, YMD",
    "IntervalStyle": "iso_8601",
    "bytea_output": "hex",
    "extra_float_digits": "1",
}
# A wider type writes every old value with the same text.
WIDENINGS = frozenset({
    ("smallint", "integer"), ("smallint", "bigint"), ("integer", "bigint"), ("character varying", "character varying"),
    ("character varying", "text"),
})  # fmt: skip
LEDGER_TABLES = (
    "ledger_entry", "ledger_salt", "ledger_disclosure", "ledger_schema", "ledger_leaf", "ledger_checkpoint",
)  # fmt: skip


class SealError(ValueError):
    """A table cannot be sealed as it is; the message says what to change."""


@dataclass(frozen=True, slots=True)
class Column:
    """One sealed column: its name and PostgreSQL's name of its type."""

    name: str
    type: str

    @property
    def base_type(self) -> str:
        plain = self.type.removesuffix("[]")
        start, opening, rest = plain.partition("(")
        return start + rest.partition(")")[2] if opening else plain


@dataclass(frozen=True, slots=True)
class SealSchema:
    """Bentuk segel: which columns of a table are hashed, in which order, under which version."""

    table: str
    version: int
    row: str
    person: str
    columns: tuple[Column, ...]

    def __post_init__(self) -> None:
        for column in self.columns:
            if column.base_type not in SEALABLE:
                raise SealError(
                    f"{self.table}.{column.name} is {column.type}: its text is not the same everywhere, so it cannot be sealed. "
                    "Use numeric for numbers, text for canonical JSON."
                )
        types = {column.name: column.base_type for column in self.columns}
        for name in filter(None, (self.row, self.person)):
            if types.get(name) not in IDENTIFYING:
                raise SealError(f"{self.table}.{name} must be an integer or a uuid column, to name a row or a person.")

    @property
    def definition(self) -> str:
        """The text that the schema's own entry hashes: one column a line."""
        head = f"{self.table} {self.version} {self.row} {self.person or '-'}"
        return "\n".join([head, *(f"{column.name} {column.type}" for column in self.columns)])

    def row_text(self, alias: str) -> str:
        """The expression whose text is hashed. PostgreSQL's text of a row is injective: NULL, "" and commas stay apart."""
        return "ROW(" + ", ".join(f"{alias}.{quoted(column.name)}" for column in self.columns) + ")::text"


def schema_from(table: str, version: int, row: str, person: str, definition: str) -> SealSchema:
    """Read a stored definition back."""
    columns = [line.split(" ", 1) for line in definition.split("\n")[1:]]
    return SealSchema(table, version, row, person, tuple(Column(name, kind) for name, kind in columns))


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def function_name(table: str) -> str:
    return f"seal_{table}"[:63]


def pinned_clauses() -> str:
    settings = {"search_path": "pg_catalog, pg_temp", **PINNED}
    return "\n".join(
        f"SET {name} = {value if name == 'search_path' else literal(value)}" for name, value in settings.items()
    )


def session_settings() -> str:
    """The same settings for a session that only reads."""
    return "; ".join(f"SET LOCAL {name} = {literal(value)}" for name, value in PINNED.items())


def _entries(schema: SealSchema, kind: str, source: str) -> str:
    """One statement that makes entries and salts for all rows of `source`."""
    person = f"coalesce(n.{quoted(schema.person)}::text, '')" if schema.person else "''"
    return f"""WITH fresh AS MATERIALIZED (
    SELECT n.seal_entry AS entry, n.{quoted(schema.row)}::text AS row_id, {person} AS person, n.seal_salt AS salt,
      sha256(n.seal_salt || convert_to({schema.row_text("n")}, 'UTF8')) AS hash
    FROM (
      SELECT m.*, sha256(secret || int8send(m.seal_entry)) AS seal_salt
      FROM (SELECT i.*, nextval('public.ledger_entry_id_seq') AS seal_entry FROM {source} i) m
      OFFSET 0
    ) n
  ), kept AS (
    INSERT INTO public.ledger_salt (entry_id, salt) SELECT entry, salt FROM fresh
  )
  INSERT INTO public.ledger_entry (id, kind, table_name, row_id, person, actor, at, writer, version, hash)
  SELECT entry, {literal(kind)}, {literal(schema.table)}, row_id, person, who, moment, session_user, {schema.version}, hash FROM fresh"""


def body(schema: SealSchema) -> str:
    """The sealing function's body: one statement seals all rows of one INSERT or COPY."""
    return f"""
DECLARE
  who text := current_setting('jenjang.actor', true);
  moment timestamptz := clock_timestamp();
  -- Forgotten when the statement ends, so that nobody can derive a salt again; a random number for each row costs ten times as much.
  secret bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
BEGIN
  IF who IS NULL OR who !~ '^(user|sistem):[A-Za-z0-9._-]+$' THEN
    RAISE EXCEPTION 'Nobody signs for this write to %: use ledger.attributed(by=...).', TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  {_entries(schema, "segel", "inserted")};
  RETURN NULL;
END
"""


def function_sql(schema: SealSchema) -> str:
    name = f"public.{quoted(function_name(schema.table))}()"
    return (
        f"CREATE OR REPLACE FUNCTION {name} RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER\n{pinned_clauses()}\n"
        f"AS $seal${body(schema)}$seal$;\nREVOKE ALL ON FUNCTION {name} FROM PUBLIC;"
    )


def migrated_sql(schema: SealSchema) -> str:
    """Seal every row that is there again, under a new version: a block of the owner's, under the same settings."""
    block = f"""
DECLARE
  who text := 'sistem:migrasi';
  moment timestamptz := clock_timestamp();
  secret bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
BEGIN
  {_entries(schema, "migrasi", "public." + quoted(schema.table))};
END
"""
    return f"{session_settings()};\nDO $migrated${block}$migrated$"


def trigger_sql(table: str) -> str:
    """Seal what comes in, refuse what would change."""
    name = function_name(table)
    return (
        f"CREATE TRIGGER {quoted(name)} AFTER INSERT ON public.{quoted(table)} REFERENCING NEW TABLE AS inserted "
        f"FOR EACH STATEMENT EXECUTE FUNCTION public.{quoted(name)}();\n{refusal_sql(table)}"
    )


def refusal_sql(table: str) -> str:
    return (
        f"CREATE TRIGGER ledger_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON public.{quoted(table)} "
        "FOR EACH STATEMENT EXECUTE FUNCTION public.ledger_refuse();"
    )


def unseal_sql(table: str) -> str:
    """Taking a seal off again, for the way back of a migration."""
    name = quoted(function_name(table))
    return (
        f"DROP TRIGGER IF EXISTS {name} ON public.{quoted(table)}; "
        f"DROP TRIGGER IF EXISTS ledger_refuse ON public.{quoted(table)}; DROP FUNCTION IF EXISTS public.{name}();"
    )


def column_list(columns: Sequence[tuple[str, str]]) -> tuple[Column, ...]:
    return tuple(Column(name, kind) for name, kind in columns)
