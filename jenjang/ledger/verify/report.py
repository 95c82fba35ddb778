"""Laporan verifikasi: the findings, and the reading session in which they are made."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from jenjang.ledger import schemas, sealing
from jenjang.ledger.erasure import RetentionRule
from jenjang.ledger.verify import erasures

# A fresh table has no statistics, and a join of a million rows one by one takes minutes.
PLANNING = "SET LOCAL enable_nestloop = off; SET LOCAL work_mem = '128MB'"
Testimony = tuple[str | None, str | None, str | None]  # person, last true author, when
KINDS = ("changed", "missing", "unsealed", "foreign", "ledger", "rolled_back")


@contextmanager
def snapshot(connection: BaseDatabaseWrapper) -> Iterator[CursorWrapper]:
    """One view of the whole database, under the settings that the seals were made with."""
    outermost = not connection.in_atomic_block
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        if outermost:  # inside another transaction (a test) its own view has to do
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute(f"{sealing.session_settings()}; {PLANNING}")
        yield cursor


def nothing_left(tables: Iterable[str]) -> dict[str, object]:
    """The result when tables of the ledger itself are gone: nothing can be compared with anything."""
    found = [{"kind": "missing", "table": name, "id": None, "person": None, "by": None, "at": None} for name in tables]
    return {"ok": False, "rows": 0, "entries": 0, "findings": found}


class Report:
    """Collects findings; who wrote a row, and when, is looked up only for the few that are found."""

    def __init__(self, cursor: CursorWrapper, retention: RetentionRule) -> None:
        self.cursor = cursor
        self.rows = 0
        self.entries = 0
        self.schemas = schemas.all_schemas(cursor)
        self.erased = erasures.lawful(cursor, retention)
        self.findings: list[dict[str, object]] = []
        self._seen: set[tuple[str, str, str | None]] = set()

    def find(self, kind: str, table: str, row: str | None = None, *, entry: int | None = None) -> None:
        """Add a finding, with the person and author of the entry that testifies to the row."""
        if (kind, table, row) not in self._seen:
            self._add(kind, table, row, self._testimony(entry))

    def _add(self, kind: str, table: str, row: str | None, testimony: Testimony) -> None:
        if (kind, table, row) in self._seen:
            return
        self._seen.add((kind, table, row))
        person, by, at = testimony
        self.findings.append({"kind": kind, "table": table, "id": row, "person": person, "by": by, "at": at})

    def find_entries(self, kind: str, entries: Iterable[int]) -> None:
        """The same finding for many entries: one query for all, for somebody may have touched every row."""
        self.cursor.execute(
            "SELECT table_name, row_id, person, actor, at FROM public.ledger_entry WHERE id = ANY(%s) ORDER BY id",
            [list(entries)],
        )
        for table, row, person, actor, at in self.cursor.fetchall():
            self._add(kind, table, row, (person or None, actor, at.isoformat()))

    def result(self) -> dict[str, object]:
        found = sorted(
            self.findings,
            key=lambda finding: (KINDS.index(str(finding["kind"])), str(finding["table"]), str(finding["id"])),
        )
        return {"ok": not found, "rows": self.rows, "entries": self.entries, "findings": found}

    def _testimony(self, entry: int | None) -> Testimony:
        if entry is None:
            return None, None, None
        self.cursor.execute("SELECT person, actor, at FROM public.ledger_entry WHERE id = %s", [entry])
        person, actor, at = self.cursor.fetchone()
        return person or None, actor, at.isoformat()
