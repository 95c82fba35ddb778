"""Words of the ledger's pages: findings and the state of a verification."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jenjang.ledger.cli import WORDS

if TYPE_CHECKING:
    from jenjang.kernel.models import Job


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
    found = [{**finding, "words": WORDS[finding["kind"]]} for finding in report["findings"]]
    return VerificationView(job, report["ok"], report["rows"], report["entries"], found)
