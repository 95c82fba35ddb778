"""Penghapusan: which rows went lawfully. An entry that says so is not enough, for whoever owns the tables can write one.

It must name a reason, a basis in law and a second person, and the retention of that table must have been over. Most
tables have no retention: what decided a career never goes, whatever an entry says.
"""

from collections import defaultdict
from datetime import datetime

from django.db.backends.utils import CursorWrapper

from jenjang.kernel import clock
from jenjang.ledger.erasure import RetentionRule
from jenjang.ledger.models import EntryKind

_ERASED = f"""
SELECT e.id, e.table_name, e.row_id, e.actor, e.at,
  (SELECT min(s.at) FROM public.ledger_entry s
   WHERE s.table_name = e.table_name AND s.row_id = e.row_id AND s.kind = '{EntryKind.SEALED}')
FROM public.ledger_entry e WHERE e.kind = '{EntryKind.ERASED}'
"""
_SAID = f"""
SELECT d.entry_id, d.name, d.value FROM public.ledger_disclosure d
JOIN public.ledger_entry e ON e.id = d.entry_id WHERE e.kind = '{EntryKind.ERASED}'
"""


def lawful(cursor: CursorWrapper, rule: RetentionRule) -> set[tuple[str, str]]:
    """(table, row) of all that may be missing."""
    said: dict[int, dict[str, str]] = defaultdict(dict)
    cursor.execute(_SAID)
    for entry, name, value in cursor.fetchall():
        said[entry][name] = value
    cursor.execute(_ERASED)
    return {
        (table, row)
        for entry, table, row, actor, at, sealed_at in cursor.fetchall()
        if _names_two(said[entry], actor) and sealed_at and _is_over(rule, table, sealed_at, at)
    }


def _names_two(said: dict[str, str], actor: str) -> bool:
    return bool(said.get("alasan") and said.get("dasar") and said.get("orang_kedua", actor) != actor)


def _is_over(rule: RetentionRule, table: str, sealed_at: datetime, erased_at: datetime) -> bool:
    return rule(table, clock.day_of(sealed_at), clock.day_of(erased_at)).allowed
