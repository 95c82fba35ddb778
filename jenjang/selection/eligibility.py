"""Syarat calon: status, the law's requirements, the grade range, and the seat's competency standard, in one decision.

Pure. What is not on record is the finding "belum ada data"; whoever lacks only that is BTL, not TMS.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from jenjang.competency.rules.fit import measure_fit
from jenjang.law.codes import (
    CareerLevel,
    CompetencyCategory,
    Echelon,
    Education,
    Grade,
    PositionKind,
    Predicate,
    SanctionLevel,
)
from jenjang.law.decisions import Finding, Reason
from jenjang.law.parameters import LawOn
from jenjang.organization.rules.grade_range import GradeRangeFacts, decide_grade_range
from jenjang.organization.rules.requirements import (
    HeldPosition,
    RecordedSanction,
    RequirementFacts,
    decide_requirements,
)
from jenjang.selection.criteria import Terms
from jenjang.selection.inputs import Inputs

NO_DATA = "belum_ada_"
GRADES: dict[str, Grade] = {code.value: code for code in Grade}
_KINDS = {code.value: code for code in PositionKind}
_LEVELS = {code.value: code for code in CareerLevel}
_EDUCATIONS = {code.value: code for code in Education}
_PREDICATES = {code.value: code for code in Predicate}
_SANCTIONS = {code.value: code for code in SanctionLevel}


class Eligibility:
    """Pemeriksa syarat for one vacancy: what is the same for everybody is prepared once."""

    def __init__(self, terms: Terms, law: LawOn, on: date) -> None:
        self.terms = terms
        self.law = law
        self.kind = _KINDS[terms.position_kind]
        self.echelon = Echelon.of(terms.echelon) if terms.echelon else None
        self.appointment = terms.appointment_on(on)
        self.years_appraised: int = law[f"jabatan.syarat.{terms.position_kind}"].value.get("tahun_predikat", 0)
        self._fits: dict[tuple[tuple[str, int], ...], Finding] = {}
        self._held: dict[tuple[Any, ...], HeldPosition] = {}
        self._grades: dict[str, Finding] = {}
        status = law["seleksi.status_calon"]
        self._status_cites = status.cites
        self._statuses = frozenset(status.value)
        self._is_status: dict[str, Finding] = {}

    def findings(self, person: Inputs) -> list[Finding]:
        """Every requirement, met or not."""
        found = [self._status(person.status)]
        found += self._requirements(person)
        if self.echelon is not None:
            found.append(self._grade(person.grade))
        if self.terms.standard:
            found.append(self._fit(person.achieved))
        return found

    def _status(self, status: str) -> Finding:
        known = self._is_status.get(status)
        if known is None:
            reason = ("Status {}; jabatan ini untuk {}.", status, sorted(self._statuses))
            known = self._is_status[status] = Finding(status in self._statuses, reason, self._status_cites, "status")
        return known

    def _requirements(self, person: Inputs) -> list[Finding]:
        held = self._held
        positions = []
        for kind, level, months in person.held:
            key = (kind, level, months)
            position = held.get(key)
            if position is None:
                position = held[key] = HeldPosition(_KINDS[kind], _LEVELS[level], months)
            positions.append(position)
        facts = RequirementFacts(
            position_kind=self.kind,
            education=_EDUCATIONS.get(person.education, Education.SD),
            related_years=person.related_years,
            held=tuple(positions),
            birth_date=date.fromisoformat(person.birth_date),
            appointed_on=self.appointment,
            predicates=tuple([_PREDICATES[row[1]] for row in person.predicates]),
            sanctions=tuple([_sanction(row) for row in person.sanctions]) if person.sanctions else (),
        )
        found = list(decide_requirements(facts, self.law).findings)
        return self._without_data(person, found) if self._lacks_data(person) else found

    def _lacks_data(self, person: Inputs) -> bool:
        return not person.education or not person.held or len(person.predicates) < self.years_appraised

    def _without_data(self, person: Inputs, found: list[Finding]) -> list[Finding]:
        """Unmet findings whose ground is that nothing is recorded are told apart from those with a record."""
        appraised = 0
        for place, finding in enumerate(found):
            lacking = (finding.code == "pendidikan" and not person.education) or (
                finding.code == "jabatan_sebelumnya" and not person.held
            )
            if finding.code == "predikat":
                lacking = appraised >= len(person.predicates)
                appraised += 1
            if lacking and not finding.met:
                found[place] = Finding(False, _NO_RECORD[finding.code], finding.cites, NO_DATA + finding.code)
        return found

    def _grade(self, grade: str) -> Finding:
        known = self._grades.get(grade)
        if known is None:
            known = self._grades[grade] = self._compare_grade(grade)
        return known

    def _compare_grade(self, grade: str) -> Finding:
        if not grade:
            return Finding(False, "Pangkat: belum ada data.", self._range_cites, NO_DATA + "pangkat")
        code = GRADES.get(grade)
        if code is None or self.echelon is None:
            return Finding(False, ("Golongan {} tidak termasuk pangkat PNS.", grade), self._range_cites, "pangkat")
        return decide_grade_range(GradeRangeFacts(self.echelon, code), self.law).findings[0]

    @cached_property
    def _range_cites(self) -> tuple[str, ...]:
        return self.law["jabatan.rentang_pangkat.tabel"].cites

    def _fit(self, achieved: dict[str, int] | None) -> Finding:
        if achieved is None:
            return self._not_assessed
        key = tuple(achieved.items())
        known = self._fits.get(key)
        if known is None:
            known = self._fits[key] = self._compare_fit(achieved)
        return known

    @cached_property
    def _not_assessed(self) -> Finding:
        cites = self.law["seleksi.kesesuaian_terendah"].cites
        return Finding(False, "Penilaian kompetensi yang masih berlaku: belum ada data.", cites, NO_DATA + "kompetensi")

    def _compare_fit(self, achieved: dict[str, int]) -> Finding:
        least = self.law["seleksi.kesesuaian_terendah"]
        fit = measure_fit(self.terms.standard, achieved, self.law)
        lowest = CompetencyCategory.of(least.value)
        reason: Reason = (
            "Kesesuaian kompetensi {}% ({}); paling rendah {}.",
            fit.percentage, fit.category, lowest,
        )  # fmt: skip
        return Finding(fit.category.order >= lowest.order, reason, least.cites, "standar_kompetensi")


_NO_RECORD = {
    "pendidikan": "Pendidikan: belum ada data.",
    "jabatan_sebelumnya": "Riwayat jabatan: belum ada data.",
    "predikat": "Predikat kinerja dua tahun terakhir: belum ada data.",
}


def _sanction(row: list[Any]) -> RecordedSanction:
    level, serving, _, ended_on = row[:4]
    return RecordedSanction(_SANCTIONS[level], serving, date.fromisoformat(ended_on) if ended_on else None)
