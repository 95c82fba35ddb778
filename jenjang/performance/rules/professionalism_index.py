"""Indeks Profesionalitas ASN: qualification, competence, performance and discipline in one figure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jenjang.law.bands import reached
from jenjang.law.catalogue import rule
from jenjang.law.codes import Education, PositionGroup, Predicate, SanctionLevel
from jenjang.law.decisions import Decision, Finding
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn, Value
from jenjang.law.results import points, result


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """Empat dimensi profesionalitas satu pegawai."""

    position_group: PositionGroup = fact("Kelompok jabatan")
    education: Education = fact("Pendidikan terakhir")
    leadership_training: bool = fact("Sudah pelatihan kepemimpinan")
    functional_training: bool = fact("Sudah pelatihan fungsional")
    technical_lesson_hours: Decimal = fact("Diklat teknis setahun terakhir", unit="JP", minimum=0)
    seminar: bool = fact("Seminar, lokakarya, atau sejenisnya")
    performance: Predicate | Decimal = fact(
        "Kinerja", help="Angka 0 sampai 100, atau predikat.", minimum=0, maximum=100
    )
    sanction: SanctionLevel = fact("Hukuman disiplin terberat")


@dataclass(frozen=True, slots=True)
class ProfessionalismIndex:
    """Nilai tiap dimensi, jumlah, dan kategori."""

    qualification: Decimal = result("Kualifikasi")
    competence: Decimal = result("Kompetensi")
    performance: Decimal = result("Kinerja")
    discipline: Decimal = result("Disiplin")
    score: Decimal = result("Indeks profesionalitas")
    category: str = result("Kategori")


@rule(
    "ip_asn.indeks",
    title="Indeks Profesionalitas ASN",
    facts=IndexFacts,
    result=ProfessionalismIndex,
    cites=("permenpanrb-38-2018#isi", "perban-bkn-8-2019#8", "perban-bkn-8-2019#lampiran"),
)
def decide_professionalism_index(facts: IndexFacts, law: LawOn) -> Decision[ProfessionalismIndex]:
    """Indeks Profesionalitas ASN: jumlah empat dimensi (PermenPANRB 38/2018, Perban BKN 8/2019 Pasal 8)."""
    education, discipline, bands = law["ip_asn.kualifikasi"], law["ip_asn.disiplin"], law["ip_asn.kategori"]
    qualification = Decimal(education.value[facts.education])
    competence, competence_law = _competence(facts, law)
    performance, performance_law = _performance(facts, law)
    conduct = Decimal(discipline.value[facts.sanction])
    score = points(qualification + competence + performance + conduct)
    category = str(_row(bands, score)["kategori"])
    findings = [
        Finding(True, ("Kualifikasi {}: {}.", facts.education, qualification), education.cites, code="kualifikasi"),
        Finding(True, ("Kompetensi: {}.", competence), competence_law.cites, code="kompetensi"),
        Finding(True, ("Kinerja {}: {}.", facts.performance, performance), performance_law.cites, code="kinerja"),
        Finding(True, ("Hukuman disiplin: {}, nilai {}.", facts.sanction, conduct), discipline.cites, code="disiplin"),
    ]
    return Decision(findings, ProfessionalismIndex(qualification, competence, performance, conduct, score, category))


def highest_of(group: PositionGroup, law: LawOn) -> dict[str, Decimal]:
    """Nilai tertinggi tiap dimensi of a group, as its own table or the sum of its kinds of training gives it."""
    highest = {
        "qualification": max(law["ip_asn.kualifikasi"].value.values()),
        "competence": sum(law[f"ip_asn.kompetensi.{group}"].value.values()),
        "performance": max(law["ip_asn.kinerja.predikat"].value.values()),
        "discipline": max(law["ip_asn.disiplin"].value.values()),
    }
    return {name: Decimal(points) for name, points in highest.items()}


def _competence(facts: IndexFacts, law: LawOn) -> tuple[Decimal, Value]:
    """Kompetensi: each kind of training counts or does not; which kinds count depends on the group."""
    weights = law[f"ip_asn.kompetensi.{facts.position_group}"]
    done = {
        "pelatihan_kepemimpinan": facts.leadership_training,
        "pelatihan_fungsional": facts.functional_training,
        "teknis": facts.technical_lesson_hours >= law["ip_asn.jp_teknis"].value,
        "seminar": facts.seminar,
    }
    return sum((Decimal(weight) for kind, weight in weights.value.items() if done[kind]), Decimal(0)), weights


def _performance(facts: IndexFacts, law: LawOn) -> tuple[Decimal, Value]:
    if isinstance(facts.performance, Predicate):
        by_predicate = law["ip_asn.kinerja.predikat"]
        return Decimal(by_predicate.value[facts.performance]), by_predicate
    by_score = law["ip_asn.kinerja.angka"]
    return Decimal(_row(by_score, facts.performance)["nilai"]), by_score


def _row(bands: Value, amount: Decimal) -> dict[str, Decimal | str]:
    row = reached(bands.value, amount)
    assert row is not None, f"{bands.key} must begin at the lowest value"  # noqa: S101 - a fault in regulations/
    return dict(row)
