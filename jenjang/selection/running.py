"""Masih calon: who has not withdrawn an application, taken a consent back, or left the service."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jenjang.law.decisions import Finding
from jenjang.selection import willingness
from jenjang.selection.bench import name_of, running, withdrawn
from jenjang.selection.models import Candidate

CITES = ("pp-11-2017#198",)
REFUSED = "tidak"


def in_the_running(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates who can still be appointed."""
    found = running(candidates)
    answers = willingness.answers_of(found[0].vacancy_id) if found else {}
    return [one for one in found if _remains(one, answers)]


def _remains(one: Candidate, answers: Mapping[int, str]) -> bool:
    """Whether an employee is willing and in service; of people of other agencies only their papers tell."""
    employee = one.employee or (one.application.employee if one.application else None)
    return answers.get(one.employee_id or 0) != REFUSED and (employee is None or employee.current.active)


def stands(candidate: Candidate) -> Finding:
    """Whether this candidate, read with `PEOPLE`, can still be appointed."""
    applied = [candidate.application_id] if candidate.application_id else []
    answers = {} if applied else willingness.answers_of(candidate.vacancy_id)
    met = not (applied and withdrawn(applied)) and _remains(candidate, answers)
    said = "{} masih calon." if met else "{} menarik diri atau tidak lagi aktif. Kembalikan tiga nama; tim mengajukan yang baru."  # fmt: skip
    return Finding(met, (said, name_of(candidate)), CITES, "calon_berhalangan")
