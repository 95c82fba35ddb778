"""Angka kredit seseorang: what was gathered in the level that is held, what is missing, and what the running year would bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jenjang.kernel.queries import law_on
from jenjang.law.codes import CareerLevel, Grade, Predicate
from jenjang.law.decisions import Decision
from jenjang.performance.closing import credit_points
from jenjang.performance.models import CreditPointRecord
from jenjang.performance.rules.credit_total import TotalFacts, TotalResult, total_credit_points

if TYPE_CHECKING:
    from jenjang.personnel.models import EmployeeCurrent

GRADES = {code.value: code for code in Grade}
ORIGINS = {
    "konversi": "Konversi predikat", "integrasi": "Angka kredit integrasi", "penyesuaian": "Penyesuaian atau penyetaraan",
    "pendidikan": "Peningkatan pendidikan",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """Kedudukan angka kredit on a day."""

    level: CareerLevel
    grade: Grade | None
    rows: Sequence[CreditPointRecord]
    decision: Decision[TotalResult] | None
    coming: Sequence[tuple[Predicate, Decimal]]

    @property
    def total(self) -> TotalResult | None:
        return self.decision.result if self.decision else None


def applies_to(person: EmployeeCurrent) -> bool:
    """Only functional officials gather credit points."""
    return person.career_level not in ("", CareerLevel.NONE.value)


def standing(person: EmployeeCurrent, day: date) -> Standing:
    """What counts for the level that the person holds; rows of earlier levels are history."""
    law = law_on(day)
    level, grade = CareerLevel.of(person.career_level), GRADES.get(person.grade)
    rows = list(CreditPointRecord.objects.as_of(day).filter(employee=person.pk).order_by("-last", "-pk"))
    earned = sum((row.points for row in rows if row.career_level == level), Decimal(0))
    decision = total_credit_points(TotalFacts(level, grade, earned), law) if grade else None
    coming = [(code, credit_points(level.value, code.value, 12, law)) for code in (Predicate.GOOD, Predicate.VERY_GOOD)]
    return Standing(level, grade, rows, decision, coming)


def rows_of_year(person: EmployeeCurrent, year: int, day: date) -> list[CreditPointRecord]:
    """Konversi satu tahun, one line a position held."""
    rows = CreditPointRecord.objects.as_of(day).filter(employee=person.pk, year=year)
    return list(rows.order_by("first", "pk"))


def conversion_terms(row: CreditPointRecord, day: date) -> dict[str, Any]:
    """Persentase dan koefisien behind one line."""
    law = law_on(day)
    share = law["kinerja.angka_kredit.persentase"].value.get(row.predicate)
    return {"share": share, "coefficient": law["kinerja.angka_kredit.koefisien"].value.get(row.career_level)}
