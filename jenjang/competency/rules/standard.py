"""Standar kompetensi bawaan: what PermenPANRB 38/2017 asks of a kind of position whose own standard is not set yet."""

from __future__ import annotations

from jenjang.law.parameters import LawOn


def national_level(kind: str, career_level: str, law: LawOn) -> int | None:
    """Tingkat kompetensi nasional (PermenPANRB 38/2017, lampiran): one level for all nine; None for a kind without one.

    A functional position is asked by its career level, every other by its kind.
    """
    levels = law["kompetensi.standar"].value
    level: int | None = levels.get(career_level, levels.get(kind))
    return level
