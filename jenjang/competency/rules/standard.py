"""Standar kompetensi bawaan: what PermenPANRB 38/2017 asks of a kind of position whose own standard is not set yet."""

from __future__ import annotations

from jenjang.competency.codes import COMPETENCIES
from jenjang.law.parameters import LawOn


def national_standard(kind: str, career_level: str, law: LawOn) -> dict[str, int]:
    """Standar kompetensi nasional (PermenPANRB 38/2017, lampiran): one level for all nine; empty for a kind without one.

    A functional position is asked by its career level, every other by its kind.
    """
    levels = law["kompetensi.standar"].value
    level = levels.get(career_level, levels.get(kind))
    return {} if level is None else dict.fromkeys(COMPETENCIES, level)
