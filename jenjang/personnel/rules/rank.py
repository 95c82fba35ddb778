"""Pangkat dan kenaikan pangkat (PP 99/2000 jo. PP 12/2002; periods by BKN)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jenjang.law.catalogue import rule
from jenjang.law.codes import Education, Grade, PositionKind, PPPKGrade, Predicate, SanctionLevel, Status
from jenjang.law.decisions import Decision, Finding, Reason
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result
from jenjang.law.spans import add_years, first_of_next_month, is_complete

GRADES = ("pp-99-2000#3",)


@dataclass(frozen=True, slots=True)
class GradeFacts:
    """Fakta: golongan ruang."""

    grade: Grade = fact("Golongan ruang")


@dataclass(slots=True)
class NextGradeResult:
    """Hasil: golongan ruang berikutnya dan nama pangkatnya."""

    next_grade: Grade | None = result("Golongan ruang berikutnya", help="Kosong setelah IV/e")
    name: str | None = result("Nama pangkat")


@rule(
    "pangkat.berikutnya",
    title="Pangkat berikutnya",
    facts=GradeFacts,
    result=NextGradeResult,
    cites=GRADES,
)
def next_rank(facts: GradeFacts, law: LawOn) -> Decision[NextGradeResult]:
    """Susunan pangkat dan golongan ruang (PP 99/2000 Pasal 3)."""
    above = facts.grade.next
    if above is None:
        finding = Finding(True, ("{} adalah pangkat tertinggi.", facts.grade), GRADES, "tertinggi")
        return Decision([finding], NextGradeResult(None, None))
    finding = Finding(True, f"Setelah {facts.grade.value}: {above.value} {above.label}.", GRADES, "berikutnya")
    return Decision([finding], NextGradeResult(above, above.label))


@dataclass(frozen=True, slots=True)
class DayFacts:
    """Fakta: suatu hari."""

    day: date = fact("Hari yang ditanyakan")


@dataclass(slots=True)
class PeriodResult:
    """Hasil: periode kenaikan pangkat berikutnya."""

    next_period: date = result("Periode kenaikan pangkat berikutnya")


@rule(
    "pangkat.periode",
    title="Periode kenaikan pangkat",
    facts=DayFacts,
    result=PeriodResult,
    cites=("perban-bkn-4-2025#isi", "perban-bkn-4-2023#isi"),
)
def next_promotion_period(facts: DayFacts, law: LawOn) -> Decision[PeriodResult]:
    """Periode kenaikan pangkat pertama sesudah suatu hari (Perban BKN 4/2025, sebelumnya 4/2023)."""
    months = law["pangkat.periode"]
    period = first_of_next_month(facts.day)
    while period.month not in months.value:
        period = first_of_next_month(period)
    reason = ("Periode pertama sesudah {}: {}.", facts.day, period)
    return Decision([Finding(True, reason, months.cites, "periode")], PeriodResult(period))


@dataclass(frozen=True, slots=True)
class ServedSanction:
    """Hukuman disiplin: tingkatnya dan apakah sedang dijalani."""

    level: SanctionLevel = fact("Tingkat hukuman disiplin")
    serving: bool = fact("Sedang dijalani")


@dataclass(frozen=True, slots=True)
class RegularPromotionFacts:
    """Fakta: pegawai yang diusulkan naik pangkat reguler."""

    status: Status = fact("Status kepegawaian")
    grade: Grade | PPPKGrade = fact("Golongan sekarang")
    grade_since: date = fact("TMT golongan ruang")
    education: Education = fact("Pendidikan yang diakui")
    predicates: tuple[Predicate, ...] = fact("Predikat kinerja tahun terakhir", help="terbaru lebih dahulu")
    exam_passed: bool = fact("Lulus ujian dinas")
    position_kind: PositionKind = fact("Jenis jabatan")
    sanctions: tuple[ServedSanction, ...] = fact("Hukuman disiplin")


@dataclass(slots=True)
class RegularPromotionResult:
    """Hasil: golongan ruang yang dituju."""

    next_grade: Grade | None = result("Golongan ruang yang dituju")


@rule(
    "pangkat.reguler",
    title="Kenaikan pangkat reguler",
    facts=RegularPromotionFacts,
    result=RegularPromotionResult,
    cites=("pp-99-2000#6", "pp-99-2000#7", "pp-12-2002#8", "perban-bkn-2-2025#isi"),
    decides=True,
)
def decide_regular_promotion(facts: RegularPromotionFacts, law: LawOn) -> Decision[RegularPromotionResult]:
    """Kenaikan pangkat reguler (PP 99/2000 Pasal 6-8 jo. PP 12/2002)."""
    findings = _regular_findings(facts, law)
    if facts.grade_since > law.day:
        raise FactError("grade_since", "TMT golongan tidak boleh sesudah tanggal yang ditanyakan.")
    return Decision(findings, RegularPromotionResult(None if isinstance(facts.grade, PPPKGrade) else facts.grade.next))


def _regular_findings(facts: RegularPromotionFacts, law: LawOn) -> list[Finding]:
    """Who has no rank is refused for that alone; a golongan of PPPK fits nobody else."""
    status, grade = _status(facts.status, law), facts.grade
    if isinstance(grade, PPPKGrade):
        if status.met:
            raise FactError("grade", f"Golongan {grade} bukan golongan ruang {facts.status}.")
        return [status]
    findings = [
        status,
        _position(facts.position_kind, law),
        _time_in_grade(facts.grade_since, law),
        *_predicates(facts.predicates, law),
        _ceiling(grade, facts.education, law),
        _sanctions(facts.sanctions, law),
    ]
    exam = _exam(grade, facts, law)
    return [*findings, exam] if exam else findings


def _status(status: Status, law: LawOn) -> Finding:
    ranked = law["pangkat.reguler.status"]
    return Finding(status in ranked.value, ("Status {}; syaratnya {}.", status, ranked.value), ranked.cites, "status")


def _position(kind: PositionKind, law: LawOn) -> Finding:
    regular = law["pangkat.reguler.jabatan"]
    met = kind in regular.value
    template = "Jabatan {} naik pangkat secara reguler." if met else "Jabatan {} tidak naik pangkat secara reguler."
    return Finding(met, (template, kind), regular.cites, "jabatan")


def _time_in_grade(since: date, law: LawOn) -> Finding:
    needed = law["pangkat.reguler.masa"]
    met = is_complete(since, law.day, years=needed.value)
    reason = ("Dalam pangkat sejak {}; {} tahun genap pada {}.", since, needed.value, add_years(since, needed.value))
    return Finding(met, reason, needed.cites, "masa_pangkat")


def _predicates(predicates: tuple[Predicate, ...], law: LawOn) -> list[Finding]:
    """One finding for each of the years that count; a year without a predicate is an unmet one."""
    needed = law["pangkat.reguler.predikat"]
    least, years = Predicate.of(needed.value["paling_rendah"]), needed.value["tahun"]
    findings = []
    reason: Reason
    for place in range(years):
        if place < len(predicates):
            reason = ("Predikat tahun ke-{} terakhir {}; paling rendah {}.", place + 1, predicates[place], least)
            met = predicates[place].order >= least.order
        else:
            reason, met = ("Predikat tahun ke-{} terakhir belum ada; paling rendah {}.", place + 1, least), False
        findings.append(Finding(met, reason, needed.cites, "predikat"))
    return findings


def _ceiling(grade: Grade, education: Education, law: LawOn) -> Finding:
    ceilings = law["pangkat.reguler.pangkat_tertinggi"]
    highest, target = Grade.of(ceilings.value[education]), grade.next
    if target is None:
        return Finding(False, f"{grade.value} adalah golongan ruang tertinggi.", ceilings.cites, "batas_ijazah")
    reason = f"Dengan ijazah {education.label} paling tinggi {highest.value}; yang dituju {target.value}."
    return Finding(target.order <= highest.order, reason, ceilings.cites, "batas_ijazah")


def _sanctions(sanctions: tuple[ServedSanction, ...], law: LawOn) -> Finding:
    blocking = law["pangkat.hukuman_menghalangi"]
    served = [sanction.level for sanction in sanctions if sanction.serving and sanction.level in blocking.value]
    reason = ("Sedang menjalani hukuman disiplin {}.", served) if served else "Tidak sedang menjalani hukuman disiplin."
    return Finding(not served, reason, blocking.cites, "hukuman_disiplin")


def _exam(grade: Grade, facts: RegularPromotionFacts, law: LawOn) -> Finding | None:
    """Ujian dinas: asked only where the next grade opens a new golongan."""
    exams = law["pangkat.ujian_dinas"]
    exempting = exams.value.get(grade)
    if exempting is None:
        return None
    if facts.education.level >= Education.of(exempting).level:
        reason = ("Bebas ujian dinas karena ijazah {}.", facts.education)
        return Finding(True, reason, exams.cites, "ujian_dinas")
    template = "Lulus ujian dinas dari {}." if facts.exam_passed else "Belum lulus ujian dinas dari {}."
    return Finding(facts.exam_passed, (template, grade.value), exams.cites, "ujian_dinas")
