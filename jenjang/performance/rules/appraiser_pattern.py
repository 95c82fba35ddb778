"""Pola penilai: does an appraiser's way of rating differ from what people and agency show? A hint, never a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jenjang.law.catalogue import rule
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result

_INTEREST = ("uu-30-2014#43",)


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """Satu kelompok yang dinilai: berapa orang, dan berapa di antaranya berpredikat baik ke atas."""

    people: int = fact("Banyaknya orang", minimum=0)
    good: int = fact("Berpredikat baik ke atas", minimum=0)


@dataclass(frozen=True, slots=True)
class PatternFacts:
    """Fakta: penilaian seorang penilai dalam satu masa, dan bagian di atas ekspektasi seinstansi."""

    people: int = fact("Orang yang dinilai", unit="orang", minimum=0)
    above: int = fact("Hasil kerjanya di atas ekspektasi", unit="orang", minimum=0)
    agency_people: int = fact("Orang yang dinilai seinstansi", unit="orang", minimum=0)
    agency_above: int = fact("Hasil kerjanya di atas ekspektasi, seinstansi", unit="orang", minimum=0)
    largest: int = fact("Orang pada predikat yang paling banyak diberikan", unit="orang", minimum=0)
    departing: int = fact("Salah satu ratingnya bukan sesuai ekspektasi", unit="orang", minimum=0)
    equal: int = fact("Di antaranya, kedua ratingnya sama", unit="orang", minimum=0)
    women: GroupFacts = fact("Perempuan")
    men: GroupFacts = fact("Laki-laki")
    units: tuple[GroupFacts, ...] = fact("Unit yang dinilai")
    relatives: int = fact("Keluarga yang dinilai", unit="orang", minimum=0)


@dataclass(slots=True)
class PatternResult:
    """Hasil: pola yang tampak; tanpa satu pun bila kelompoknya terlalu kecil."""

    shown: bool = result("Cukup orang untuk diperlihatkan")
    lenient: bool = result("Longgar")
    alike: bool = result("Menyeragamkan")
    halo: bool = result("Terpengaruh kesan")
    sex_gap: bool = result("Selisih antara perempuan dan laki-laki")
    unit_gap: bool = result("Selisih antarunit")
    relatives: bool = result("Menilai keluarga")


@rule(
    "kinerja.pola_penilai",
    title="Pola seorang penilai kinerja",
    facts=PatternFacts,
    result=PatternResult,
    cites=("permenpanrb-6-2022#25", "uu-30-2014#43"),
)
def find_pattern(facts: PatternFacts, law: LawOn) -> Decision[PatternResult]:
    """Pola penilai (PermenPANRB 6/2022 Pasal 25, nilai batasnya kebijakan instansi): leniency, all alike, halo, gaps, relatives."""
    _check(facts)
    smallest = law["kinerja.pola_penilai.kelompok_terkecil"]
    shown = facts.people >= smallest.value
    findings = [_relatives(facts)]
    if shown:
        findings += [_lenient(facts, law), _alike(facts, law), *_halo(facts, law), *_gaps(facts, law)]
    else:
        reason = ("{} orang dinilai; pola diperlihatkan mulai {} orang.", facts.people, smallest.value)
        findings.append(Finding(True, reason, smallest.cites, "kelompok_kecil"))
    seen = {finding.code for finding in findings if not finding.met}
    return Decision(findings, PatternResult(
        shown, "longgar" in seen, "seragam" in seen, "kesan" in seen, "jenis_kelamin" in seen, "unit" in seen,
        "keluarga" in seen,
    ))  # fmt: skip


def _check(facts: PatternFacts) -> None:
    parts = {
        "above": facts.above, "largest": facts.largest, "departing": facts.departing, "relatives": facts.relatives,
    }  # fmt: skip
    for name, part in parts.items():
        if part > facts.people:
            raise FactError(name, "Tidak mungkin lebih banyak daripada orang yang dinilai.")
    if facts.equal > facts.departing:
        raise FactError("equal", "Tidak mungkin lebih banyak daripada yang ratingnya bukan sesuai ekspektasi.")
    if facts.agency_above > facts.agency_people:
        raise FactError("agency_above", "Tidak mungkin lebih banyak daripada orang yang dinilai seinstansi.")
    groups = [("women", facts.women), ("men", facts.men), *(("units", unit) for unit in facts.units)]
    for name, group in groups:
        if group.good > group.people:
            raise FactError(name, "Yang berpredikat baik ke atas tidak mungkin lebih banyak daripada orangnya.")


def _relatives(facts: PatternFacts) -> Finding:
    """Told at any size: it is about the family of who rates (UU 30/2014 Pasal 43)."""
    if facts.relatives:
        return Finding(False, ("Menilai {} orang keluarganya.", facts.relatives), _INTEREST, "keluarga")
    return Finding(True, "Tidak menilai keluarganya.", _INTEREST, "keluarga")


def _lenient(facts: PatternFacts, law: LawOn) -> Finding:
    """Shares compare exactly, in whole people."""
    most = law["kinerja.pola_penilai.longgar"]
    own, others = facts.above * facts.agency_people, facts.agency_above * facts.people
    beyond = 100 * (own - others) >= most.value * facts.people * facts.agency_people
    template = (
        "Di atas ekspektasi: {} dari {} orang; seinstansi {} dari {}. Disebut longgar mulai selisih {} poin persen."
    )
    reason = (template, facts.above, facts.people, facts.agency_above, facts.agency_people, most.value)
    return Finding(not (beyond and facts.agency_people > 0), reason, most.cites, "longgar")


def _alike(facts: PatternFacts, law: LawOn) -> Finding:
    share = law["kinerja.pola_penilai.seragam"]
    reason = ("{} dari {} orang berpredikat sama; disebut seragam mulai {}%.", facts.largest, facts.people, share.value)
    return Finding(100 * facts.largest < share.value * facts.people, reason, share.cites, "seragam")


def _halo(facts: PatternFacts, law: LawOn) -> Iterator[Finding]:
    if facts.departing < law["kinerja.pola_penilai.kelompok_terkecil"].value:
        return
    share = law["kinerja.pola_penilai.halo"]
    template = "{} dari {} orang yang tidak “sesuai” di keduanya mendapat dua rating sama; patut diperiksa mulai {}%."
    reason = (template, facts.equal, facts.departing, share.value)
    yield Finding(100 * facts.equal < share.value * facts.departing, reason, share.cites, "kesan")


def _gaps(facts: PatternFacts, law: LawOn) -> Iterator[Finding]:
    smallest = law["kinerja.pola_penilai.kelompok_terkecil"].value
    if min(facts.women.people, facts.men.people) >= smallest:
        template = (
            "Baik ke atas: perempuan {} dari {}, laki-laki {} dari {}; patut diperiksa mulai selisih {} poin persen."
        )
        yield _gap(facts.women, facts.men, template, "jenis_kelamin", law)
    units = [unit for unit in facts.units if unit.people >= smallest]
    if len(units) > 1:
        units.sort(key=lambda unit: (unit.good / unit.people, unit.people))
        template = "Baik ke atas: pada unit tertinggi {} dari {}, terendah {} dari {}; patut diperiksa mulai selisih {} poin persen."
        yield _gap(units[-1], units[0], template, "unit", law)


def _gap(one: GroupFacts, other: GroupFacts, template: str, code: str, law: LawOn) -> Finding:
    most = law["kinerja.pola_penilai.selisih"]
    apart = abs(one.good * other.people - other.good * one.people)
    reason = (template, one.good, one.people, other.good, other.people, most.value)
    return Finding(100 * apart < most.value * one.people * other.people, reason, most.cites, code)
