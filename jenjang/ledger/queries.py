"""Reads for the inspector's page and for whoever shows where a row stands in the ledger."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jenjang.ledger import keys, notes
from jenjang.ledger.models import Checkpoint, Entry, Leaf, Schema


@dataclass(frozen=True, slots=True)
class Summary:
    """Ringkasan buku besar."""

    entries: int
    leaves: int
    tables: int
    checkpoint_at: datetime | None
    checkpoint_size: int
    checkpoint: str
    witnesses: tuple[str, ...]


def summary() -> Summary:
    """Counts are the highest numbers, so that the page is as quick with millions of entries as with ten."""
    last = Checkpoint.objects.order_by("-pk").first()
    leaf = Leaf.objects.order_by("-index").values_list("index", flat=True).first()
    entry = Entry.objects.order_by("-pk").values_list("pk", flat=True).first()
    note = notes.read(last.note) if last else None
    return Summary(
        entries=entry or 0,
        leaves=0 if leaf is None else leaf + 1,
        tables=Schema.objects.values("table_name").distinct().count(),
        checkpoint_at=last.at if last else None,
        checkpoint_size=last.size if last else 0,
        checkpoint=last.note if last else "",
        witnesses=tuple(key.name for key in keys.witnesses() if note and note.is_signed_by(key)),
    )


def recent_entries(
    *, kind: str = "", table: str = "", row: str = "", actor: str = "", person: str = ""
) -> QuerySet[Entry]:
    """Newest first, narrowed by what is given."""
    given = {"kind": kind, "table_name": table, "row_id": row, "actor": actor, "person": person}
    return Entry.objects.filter(**{name: value for name, value in given.items() if value}).order_by("-pk")


def tables() -> list[str]:
    """Sealed tables, for the filter."""
    return list(Schema.objects.order_by("table_name").values_list("table_name", flat=True).distinct())
