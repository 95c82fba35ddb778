"""Kata-kata tentang lamaran: labels of papers, states as tags."""

from __future__ import annotations

from jenjang.law.parameters import LawOn
from jenjang.selection.states import APPLICATION

STATE_KINDS = {"ms": "good", "tms": "bad", "ditarik": "", "btl": "warn", "diajukan": "info", "rancangan": "warn"}


def paper_labels(law: LawOn) -> dict[str, str]:
    """What each code of a paper means."""
    return {row["kode"]: row["nama"] for row in law["seleksi.berkas"].value}


def state_tag(state: str) -> tuple[str, str]:
    """Label and kind of an application's state."""
    return APPLICATION.labels[state], STATE_KINDS[state]
