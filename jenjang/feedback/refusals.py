"""Penolakan: one sentence, at the field that it is about where its code names one."""

from __future__ import annotations

from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused


def refused(reason: str, *, code: str = "umpan_balik", cites: tuple[str, ...] = ()) -> Refused:
    """One reason why something cannot be."""
    return Refused(Decision([Finding(False, reason, cites, code)], None))
