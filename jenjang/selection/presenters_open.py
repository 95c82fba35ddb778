"""Kata-kata tentang lamaran: labels of papers, states as tags."""

from __future__ import annotations

from collections.abc import Iterable

from jenjang.law.decisions import Finding
from jenjang.law.parameters import LawOn
from jenjang.selection.qualifying import is_unknown
from jenjang.selection.states import APPLICATION

STATE_KINDS = {"ms": "good", "tms": "bad", "ditarik": "", "btl": "warn", "diajukan": "info", "rancangan": "warn"}


def paper_labels(law: LawOn) -> dict[str, str]:
    """What each code of a paper means."""
    return {row["kode"]: row["nama"] for row in law["seleksi.berkas"].value}


def state_tag(state: str) -> tuple[str, str]:
    """Label and kind of an application's state."""
    return APPLICATION.labels[state], STATE_KINDS[state]


def with_kinds(requirements: Iterable[Finding]) -> list[tuple[Finding, str]]:
    """Each requirement and how it is shown: met, unmet, or not on record."""
    return [(one, "good" if one.met else "warn" if is_unknown(one) else "bad") for one in requirements]
