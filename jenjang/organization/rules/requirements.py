"""Syarat jabatan: who may be appointed to a position (PP 11/2017 jo. PP 17/2020 Pasal 54 and 107).

A vacancy asks this of every employee, so the requirements of one kind are read off the law once (`Requirements`)
and findings are written when somebody reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jenjang.law.catalogue import rule
from jenjang.law.codes import CareerLevel, Education, PositionKind, Predicate, SanctionLevel
from jenjang.law.decisions import Decision, Finding, Reason
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn, Value
from jenjang.law.spans import add_years, within_age

# Kinds from low to high: the ladder on which "the same or higher" is decided.
LADDER = (
    PositionKind.EXECUTOR,
    PositionKind.SUPERVISOR,
    PositionKind.ADMINISTRATOR,
    PositionKind.JPT_PRATAMA,
    PositionKind.JPT_MADYA,
    PositionKind.JPT_UTAMA,
)


@dataclass(frozen=True, slots=True)
class HeldPosition:
    """Jabatan yang sedang atau pernah diduduki."""

    kind: PositionKind = fact("Jenis jabatan")
    career_level: CareerLevel = fact("Jenjang fungsional", help="pilih Tidak ada bila bukan jabatan fungsional")
    months: int = fact("Lama", unit="bulan", minimum=0)


@dataclass(frozen=True, slots=True)
class RecordedSanction:
    """Hukuman disiplin pada rekam jejak."""

    level: SanctionLevel = fact("Tingkat hukuman disiplin")
    serving: bool = fact("Sedang dijalani")
    ended_on: date | None = fact("Tanggal berakhir", help="kosong bila masih dijalani", default=None)


@dataclass(frozen=True, slots=True)
class RequirementFacts:
    """Fakta: calon dan jabatan yang dituju."""

    position_kind: PositionKind = fact("Jenis jabatan yang dituju")
    education: Education = fact("Pendidikan tertinggi")
    related_years: Decimal = fact("Pengalaman pada bidang terkait", unit="tahun", minimum=0)
    held: tuple[HeldPosition, ...] = fact("Jabatan yang pernah diduduki")
    birth_date: date = fact("Tanggal lahir")
    appointed_on: date = fact("Tanggal pengangkatan yang direncanakan")
    predicates: tuple[Predicate, ...] = fact("Predikat kinerja tahun terakhir", help="terbaru lebih dahulu")
    sanctions: tuple[RecordedSanction, ...] = fact("Hukuman disiplin")


@rule(
    "jabatan.syarat",
    title="Syarat jabatan",
    facts=RequirementFacts,
    cites=("pp-11-2017#54", "pp-17-2020#107"),
    decides=True,
)
def decide_requirements(facts: RequirementFacts, law: LawOn) -> Decision[None]:
    """Syarat pengangkatan dalam jabatan (PP 11/2017 jo. PP 17/2020 Pasal 54 dan 107)."""
    if facts.appointed_on <= facts.birth_date:
        raise FactError("appointed_on", "Tanggal pengangkatan harus sesudah tanggal lahir.")
    if facts.position_kind is PositionKind.FUNCTIONAL:
        raise FactError("position_kind", "Syarat jabatan fungsional diatur tersendiri; pilih jenis jabatan lain.")
    needed = requirements_of(facts.position_kind, law)
    findings = [needed.education(facts.education)]
    if needed.related_years is not None:
        findings.append(needed.related(facts.related_years))
    if needed.feeder is not None:
        findings.append(needed.experience(facts.held))
    if needed.oldest is not None:
        findings.append(needed.age(facts.birth_date, facts.appointed_on))
    findings.extend(needed.performance(facts.predicates))
    findings.append(needed.discipline(facts.sanctions))
    return Decision(findings, None)


def requirements_of(kind: PositionKind, law: LawOn) -> Requirements:
    """Syarat satu jenis jabatan: who asks them of a whole city compares each distinct fact once."""
    return law.derive(_ByKind)[kind]


class Requirements:
    """What the law of a day asks of one kind of position, ready to be compared with a person."""

    def __init__(self, kind: PositionKind, law: LawOn) -> None:
        asked = law[f"jabatan.syarat.{kind.value}"]
        terms = asked.value
        self.cites = asked.cites
        self.kind = kind
        self.place = LADDER.index(kind)
        self.least_education = Education.of(terms["pendidikan"])
        self.related_years = terms.get("tahun_terkait")
        self.feeder = PositionKind.of(terms["jabatan"]) if "jabatan" in terms else None
        self.feeder_place = LADDER.index(self.feeder) if self.feeder else 0
        self.feeder_months = terms.get("bulan")
        self.feeder_level = terms.get("jenjang")
        self.oldest = terms.get("usia")
        self.least_predicate = Predicate.of(terms["predikat"]) if "predikat" in terms else None
        self.predicate_years = terms.get("tahun_predikat", 0)
        self.equals = law["jabatan.setara"]
        self.blocking = law["jabatan.syarat.hukuman_menghalangi"]
        self.window: Value | None = law["jabatan.syarat.hukuman_jpt"] if kind.is_jpt else None
        self.on = law.day
        self._no_sanction = Finding(
            True, "Tidak ada hukuman disiplin yang menghalangi.", self.blocking.cites, "hukuman"
        )

    def education(self, held: Education) -> Finding:
        """Pendidikan paling rendah."""
        met = held.level >= self.least_education.level
        return Finding(met, ("Pendidikan {}; syaratnya {}.", held, self.least_education), self.cites, "pendidikan")

    def related(self, years: int | Decimal) -> Finding:
        """Pengalaman kumulatif pada bidang terkait."""
        reason = ("Pengalaman terkait {} tahun; syaratnya {}.", years, self.related_years)
        return Finding(years >= self.related_years, reason, self.cites, "pengalaman_terkait")

    def experience(self, held: tuple[HeldPosition, ...]) -> Finding:
        """Jabatan sebelumnya: months in the feeder kind or above; the same kind as the target is enough by itself.

        A functional level that the article itself names as the way there counts its months, whatever it equals.
        """
        months = 0
        reason: Reason
        for position in held:
            if position.kind is PositionKind.FUNCTIONAL and position.career_level == self.feeder_level:
                months += position.months
                continue
            place = place_on_ladder(position.kind, position.career_level, self.equals.value)
            if place is None:
                continue
            if place >= self.place:
                reason = ("Sudah menduduki {}.", position.kind)
                return Finding(True, reason, self.cites, "jabatan_sebelumnya")
            if place >= self.feeder_place:
                months += position.months
        template = "Menduduki {} atau yang setara {} bulan; syaratnya {} bulan."
        reason = (template, self.feeder, months, self.feeder_months)
        return Finding(months >= self.feeder_months, reason, self.cites + self.equals.cites, "jabatan_sebelumnya")

    def age(self, birth: date, appointed: date) -> Finding:
        """Usia paling tinggi saat diangkat; the birthday itself still counts."""
        reason = ("Usia {} tahun dicapai {}; pengangkatan {}.", self.oldest, add_years(birth, self.oldest), appointed)
        return Finding(within_age(birth, appointed, self.oldest), reason, self.cites, "usia")

    def performance(self, predicates: tuple[Predicate, ...]) -> list[Finding]:
        """Predikat kinerja tahun-tahun terakhir; a missing year is unmet, not skipped."""
        least = self.least_predicate
        if least is None:
            return []
        findings = []
        reason: Reason
        for place in range(self.predicate_years):
            if place < len(predicates):
                met = predicates[place].order >= least.order
                reason = ("Predikat tahun ke-{} terakhir {}; paling rendah {}.", place + 1, predicates[place], least)
            else:
                met = False
                reason = ("Predikat tahun ke-{} terakhir belum ada data; paling rendah {}.", place + 1, least)
            findings.append(Finding(met, reason, self.cites, "predikat"))
        return findings

    def discipline(self, sanctions: tuple[RecordedSanction, ...]) -> Finding:
        """Hukuman disiplin: one being served blocks; for JPT also one that ended within the delegated window."""
        if not sanctions:
            return self._no_sanction
        for sanction in sanctions:
            if sanction.level not in self.blocking.value:
                continue
            if sanction.serving:
                reason = ("Sedang menjalani hukuman disiplin {}.", sanction.level)
                return Finding(False, reason, self.blocking.cites, "hukuman")
            if self.window is not None and self._is_recent(sanction.ended_on, self.window):
                template = "Hukuman disiplin {} pada rekam jejak {} tahun terakhir."
                return Finding(False, (template, sanction.level, self.window.value), self.window.cites, "hukuman")
        return self._no_sanction

    def _is_recent(self, ended_on: date | None, window: Value) -> bool:
        """Without a day of end the window cannot be shown to be over."""
        return ended_on is None or self.on < add_years(ended_on, window.value)


_PLACES: dict[str, int] = {kind: place for place, kind in enumerate(LADDER)}


def place_on_ladder(kind: PositionKind, level: CareerLevel, equals: Mapping[str, str]) -> int | None:
    """Where a position stands on the ladder; a functional one by the delegated equals, nowhere if none is named."""
    if kind is not PositionKind.FUNCTIONAL:
        return _PLACES[kind]
    equal = equals.get(level)
    return None if equal is None else _PLACES[equal]


class _ByKind(dict[PositionKind, Requirements]):
    """Requirements by kind, read when first asked, so that an answer names only the parameters it used."""

    def __init__(self, law: LawOn) -> None:
        super().__init__()
        self._law = law

    def __missing__(self, kind: PositionKind) -> Requirements:
        found = self[kind] = Requirements(kind, self._law)
        return found
