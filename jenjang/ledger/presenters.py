"""Words of the ledger's pages: findings and the state of a verification."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.dateparse import parse_datetime

from jenjang.ledger.cli import WORDS
from jenjang.ledger.naming import actor_names, people_names, record_kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from jenjang.kernel.models import Job
    from jenjang.ledger.models import Entry


@dataclass(frozen=True, slots=True)
class EntryView:
    """Satu catatan: in the words of whoever reads it, with the codes that prove it."""

    number: int
    kind: str
    record: str
    table: str
    row: str
    who: str
    actor: str
    at: datetime


def entries(rows: Iterable[Entry]) -> list[EntryView]:
    """The lines of one sheet; names are asked for once a sheet."""
    rows = list(rows)
    names = actor_names(row.actor for row in rows)
    return [
        EntryView(
            row.pk, row.get_kind_display(), record_kind(row.table_name), row.table_name, row.row_id,
            names[row.actor], row.actor, row.at,
        )
        for row in rows
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class VerificationView:
    """Verifikasi: still running, failed, green, or a list of findings."""

    job: Job
    ok: bool
    rows: int
    entries: int
    findings: list[dict[str, Any]]


def verification(job: Job | None) -> VerificationView | None:
    """What a page says of the newest verification."""
    if job is None:
        return None
    report: dict[str, Any] = (
        json.loads(job.result) if job.result else {"ok": False, "rows": 0, "entries": 0, "findings": []}
    )
    return VerificationView(job, report["ok"], report["rows"], report["entries"], _readable(report["findings"]))


def _readable(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Findings with the names of what was touched, who wrote it last in the open, and whom it concerns."""
    authors = actor_names(finding["by"] for finding in findings if finding["by"])
    people = people_names(finding["person"] for finding in findings if finding["person"])
    return [
        {
            **finding,
            "words": WORDS[finding["kind"]],
            "record": record_kind(finding["table"]),
            "author": authors.get(finding["by"], ""),
            "about": people.get(finding["person"], finding["person"] or ""),
            "when": parse_datetime(finding["at"]) if finding["at"] else None,
        }
        for finding in findings
    ]
