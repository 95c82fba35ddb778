"""Buku riwayat (XLSX): every history of a person as the profile shows it, one sheet a kind.

Nothing is in the book that its reader could not read on the page: no masked number, no history closed to the reader.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from jenjang.kernel import clock, sheets
from jenjang.personnel import presenters
from jenjang.personnel.kinds import HistoryKind
from jenjang.personnel.models import Employee

COLUMNS = (
    sheets.Column("since", "TMT", 14), sheets.Column("until", "Sampai", 14), sheets.Column("text", "Isi", 60),
    sheets.Column("number", "Nomor SK", 28), sheets.Column("date", "Tanggal SK", 14),
    sheets.Column("signed_by", "Pejabat", 28), sheets.Column("recorded", "Dicatat", 14), sheets.Column("source", "Asal", 18),
    sheets.Column("standing", "Keadaan", 22), sheets.Column("reason", "Keterangan", 40),
)  # fmt: skip


def write(person: Employee, kinds: Iterable[HistoryKind], known_at: datetime | None = None) -> bytes:
    """The book of these kinds; with `known_at` only what was recorded by then."""
    return sheets.write_book(COLUMNS, {kind.label: _rows(person, kind, known_at) for kind in kinds})


def _rows(person: Employee, kind: HistoryKind, known_at: datetime | None) -> list[dict[str, Any]]:
    rows = kind.rows_of(person.pk)
    if known_at:
        rows = rows.filter(recorded_at__lte=known_at)
    found = list(rows)
    lines = presenters.lines(kind, found, person.nip, may_change=False, may_ask=False)
    return [
        {
            "since": row.effective_from, "until": getattr(row, "until", None), "text": line.text,
            "number": row.decree_number, "date": row.decree_date, "signed_by": row.decree_by,
            "recorded": clock.day_of(row.recorded_at), "source": line.source, "standing": line.gone or "berlaku",
            "reason": row.reason,
        }
        for row, line in zip(found, lines, strict=True)
    ]  # fmt: skip
