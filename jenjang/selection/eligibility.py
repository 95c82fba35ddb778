"""Syarat calon: status, the law's requirements, the career path, the grade range, the seat's competency standard.

Pure. What is not on record is the finding "belum ada data"; whoever lacks only that is BTL, not TMS.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from jenjang.competency.rules.fit import counted_levels, grade_fit
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
from jenjang.law.errors import FactError
from jenjang.law.parameters import LawOn
from jenjang.organization.rules.career_path import PERMITTED, CareerMoveFacts, decide_career_move
from jenjang.organization.rules.grade_range import GradeRangeFacts, decide_grade_range
from jenjang.organization.rules.requirements import HeldPosition, RecordedSanction, requirements_of
from jenjang.selection.compared import Compared
from jenjang.selection.criteria import Terms
from jenjang.selection.inputs import Inputs

NO_DATA = "belum_ada_"
GRADES: dict[str, Grade] = {code.value: code for code in Grade}
_KINDS = {code.value: code for code in PositionKind}
_LEVELS = {code.value: code for code in CareerLevel}
_EDUCATIONS = {code.value: code for code in Education}
_PREDICATES = {code.value: code for code in Predicate}
_SANCTIONS = {code.value: code for code in SanctionLevel}


Predicates = tuple[str, ...]
Posts = tuple[tuple[str, str, int], ...]


class Eligibility:
    """Pemeriksa syarat for one vacancy. People differ little in any one fact, so each distinct one is compared once.

    The findings are those of the rules, in the order in which `jabatan.syarat` gives them; a test holds both together.
    """

    def __init__(self, terms: Terms, law: LawOn, on: date) -> None:
        compare = self.compare = _Comparison(terms, law, on)
        self._standard = tuple(terms.standard.items())
        self._status = Compared(compare.status)
        self._education = Compared(compare.education)
        self._related = Compared(compare.needed.related)
        self._experience = Compared(compare.experience)
        self._age = Compared(compare.age)
        self._performance = Compared(compare.performance)
        self._move = Compared(compare.move)
        self._grade = Compared(compare.grade)
        self._fit = Compared(compare.fit)
        self._no_sanction = compare.discipline([])

    def findings(self, person: Inputs) -> list[Finding]:
        """Every requirement, met or not."""
        compare = self.compare
        found = [self._status[person.status], self._education[person.education]]
        if compare.needed.related_years is not None:
            found.append(self._related[person.related_years])
        if compare.needed.feeder is not None:
            found.append(self._experience[tuple(map(tuple, person.held))])
        found += self._age[person.birth_date]
        found += self._performance[tuple([row[1] for row in person.predicates])]
        found.append(compare.discipline(person.sanctions) if person.sanctions else self._no_sanction)
        if (moved := self._moved(person)) is not None:
            found.append(moved.finding)
        if compare.echelon is not None:
            found.append(self._grade[person.grade])
        if self._standard:
            achieved = person.achieved
            found.append(
                compare.not_assessed if achieved is None else self._fit[counted_levels(self._standard, achieved)]
            )
        return found

    def move_of(self, person: Inputs) -> str:
        """What an appointment would be for this person, in words: a promotion, a move on the same level, a step down."""
        moved = self._moved(person)
        return moved.words if moved else ""

    def _moved(self, person: Inputs) -> Moved | None:
        """Nothing for whoever holds no post, and under a law book that does not know career paths yet."""
        if person.present is None or not self.compare.knows_moves:
            return None
        return self._move[tuple(person.present)]


class Moved(NamedTuple):
    """Perpindahan menurut pola karier: the finding and its name."""

    finding: Finding
    words: str


class _Comparison:
    """One fact against what this vacancy asks. It keeps no findings: who remembers them may go when they go."""

    def __init__(self, terms: Terms, law: LawOn, on: date) -> None:
        self.terms = terms
        self.law = law
        self.echelon = Echelon.of(terms.echelon) if terms.echelon else None
        self.appointment = terms.appointment_on(on)
        self.needed = requirements_of(_KINDS[terms.position_kind], law)
        self._positions = Compared(_position)
        # A vacancy that was published under a law book without career paths is still asked as it was published.
        self.knows_moves = PERMITTED in law.book.parameters

    def status(self, status: str) -> Finding:
        allowed = self.law["seleksi.status_calon"]
        reason = ("Status {}; jabatan ini untuk {}.", status, sorted(allowed.value))
        return Finding(status in allowed.value, reason, allowed.cites, "status")

    def education(self, education: str) -> Finding:
        found = self.needed.education(_EDUCATIONS.get(education, Education.SD))
        return found if education or found.met else _no_record(found)

    def experience(self, posts: Posts) -> Finding:
        found = self.needed.experience(tuple([self._positions[post] for post in posts]))
        return found if posts or found.met else _no_record(found)

    def age(self, birth: str) -> list[Finding]:
        """Nothing where the law sets no limit."""
        born = date.fromisoformat(birth)
        if self.appointment <= born:
            raise FactError("appointed_on", "Tanggal pengangkatan harus sesudah tanggal lahir.")
        return [] if self.needed.oldest is None else [self.needed.age(born, self.appointment)]

    def performance(self, predicates: Predicates) -> list[Finding]:
        """A year without an appraisal is told apart from a bad one."""
        found = self.needed.performance(tuple([_PREDICATES[code] for code in predicates]))
        return found[: len(predicates)] + [_no_record(finding) for finding in found[len(predicates) :]]

    def discipline(self, sanctions: list[list[Any]]) -> Finding:
        return self.needed.discipline(tuple([_sanction(row) for row in sanctions]))

    def move(self, present: tuple[str, ...]) -> Moved:
        """Promotion, rotation or step down: seen by all, and a step down fills no vacancy by itself."""
        kind, level = present
        try:
            decision = decide_career_move(CareerMoveFacts(self.needed.kind, _KINDS[kind], _LEVELS[level]), self.law)
        except FactError:
            cites = self.law[PERMITTED].cites
            said = "Jenjang jabatan fungsional sekarang: belum ada data."
            return Moved(Finding(False, said, cites, NO_DATA + "jenjang"), "")
        return Moved(decision.findings[0], decision.result.move.label)

    def grade(self, grade: str) -> Finding:
        cites = self.law["jabatan.rentang_pangkat.tabel"].cites
        if not grade:
            return Finding(False, "Pangkat: belum ada data.", cites, NO_DATA + "pangkat")
        code = GRADES.get(grade)
        if code is None or self.echelon is None:
            return Finding(False, ("Golongan {} tidak termasuk pangkat PNS.", grade), cites, "pangkat")
        return decide_grade_range(GradeRangeFacts(self.echelon, code), self.law).findings[0]

    @cached_property
    def not_assessed(self) -> Finding:
        cites = self.law["seleksi.kesesuaian_terendah"].cites
        return Finding(False, "Penilaian kompetensi yang masih berlaku: belum ada data.", cites, NO_DATA + "kompetensi")

    def fit(self, counted: int) -> Finding:
        least = self.law["seleksi.kesesuaian_terendah"]
        fit = grade_fit(counted, sum(self.terms.standard.values()), self.law)
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


def _no_record(finding: Finding) -> Finding:
    """The same finding, unmet because nothing is recorded."""
    return Finding(False, _NO_RECORD[finding.code], finding.cites, NO_DATA + finding.code)


def _position(post: tuple[str, str, int]) -> HeldPosition:
    kind, level, months = post
    return HeldPosition(_KINDS[kind], _LEVELS[level], months)


def _sanction(row: list[Any]) -> RecordedSanction:
    level, serving, _, ended_on = row[:4]
    return RecordedSanction(_SANCTIONS[level], serving, date.fromisoformat(ended_on) if ended_on else None)
