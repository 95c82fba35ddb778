"""Hubungan penilai dan calon: which relation keeps a member from assessing (PermenPANRB 17/2024, UU 30/2014 Pasal 43)."""

from __future__ import annotations

from dataclasses import dataclass

from jenjang.law.catalogue import rule
from jenjang.law.codes import Code
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn


class Bond(Code):
    """Jenis hubungan yang diperiksa."""

    NONE = "tidak_ada", "Tidak ada hubungan"
    SAME_PERSON = "orang_sama", "Orang yang sama"
    RIVAL = "pesaing", "Sesama calon"
    SPOUSE = "pasangan", "Suami atau istri"
    BLOOD = "sedarah", "Sedarah"
    IN_LAW = "semenda", "Semenda"
    SUPERIOR = "atasan_langsung", "Atasan langsung"
    SUBORDINATE = "bawahan_langsung", "Bawahan langsung"


@dataclass(frozen=True, slots=True)
class ConflictFacts:
    """Fakta: hubungan penilai dengan seorang calon."""

    bond: Bond = fact("Hubungan")
    degree: int | None = fact("Derajat", unit="derajat", minimum=1, default=None)


@rule(
    "seleksi.hubungan",
    title="Hubungan yang mengharuskan penilai mundur",
    facts=ConflictFacts,
    cites=("permenpanrb-17-2024#sumber-konflik", "uu-30-2014#43"),
    decides=True,
)
def decide_conflict(facts: ConflictFacts, law: LawOn) -> Decision[None]:
    """Hubungan keluarga dan atasan (PermenPANRB 17/2024; UU 30/2014 Pasal 43): bolehkah ia menilai calon ini."""
    degrees = law["seleksi.hubungan.derajat"]
    bond = facts.bond
    if bond in (Bond.SAME_PERSON, Bond.RIVAL, Bond.SPOUSE):
        return _answer(False, (f"Penilai dan calon: {bond.label.lower()}.",), degrees.cites)
    if bond in (Bond.BLOOD, Bond.IN_LAW):
        if facts.degree is None:
            raise FactError("degree", "Derajat harus diisi untuk hubungan keluarga.")
        limit = degrees.value[bond.value]
        said = (
            f"Keluarga {bond.label.lower()} derajat ke-{{}}; penilai mundur sampai derajat ke-{{}}.",
            facts.degree,
            limit,
        )
        return _answer(facts.degree > limit, said, degrees.cites)
    lines = law["seleksi.hubungan.garis"]
    met = bond.value not in lines.value
    return _answer(met, (f"Penilai dan calon: {bond.label.lower()}.",), lines.cites)


def _answer(met: bool, reason: tuple[object, ...], cites: tuple[str, ...]) -> Decision[None]:
    return Decision([Finding(met, reason, cites, "hubungan")], None)
