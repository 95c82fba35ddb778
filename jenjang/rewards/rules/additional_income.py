"""Tambahan penghasilan pegawai (TPP): its base by job class and what is paid out in a month."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jenjang.law.catalogue import rule
from jenjang.law.codes import DeductionBase
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result, rupiah

_PERCENT = Decimal(100)


@dataclass(frozen=True, slots=True)
class BaseFacts:
    """Kelas jabatan dan indeks daerah."""

    job_class: int = fact("Kelas jabatan", minimum=1)
    itpp: Decimal = fact(
        "Indeks TPP daerah", minimum=0, maximum=100, help="Kapasitas fiskal x kemahalan x pemerintahan daerah."
    )


@dataclass(frozen=True, slots=True)
class BaseAmount:
    """TPP dasar sebulan."""

    amount: int = result("TPP dasar", unit="rupiah")


@rule(
    "tpp.dasar",
    title="TPP dasar menurut kelas jabatan",
    facts=BaseFacts,
    result=BaseAmount,
    cites=("pp-12-2019#58", "kepmendagri-900-4700-2020#lampiran"),
)
def decide_base(facts: BaseFacts, law: LawOn) -> Decision[BaseAmount]:
    """TPP dasar: tunjangan kinerja kelas jabatan dikali indeks TPP daerah (Kepmendagri 900-4700/2020)."""
    table = law["tpp.kelas"]
    classes = {int(row["kelas"]): int(row["nilai"]) for row in table.value}
    if facts.job_class not in classes:
        raise FactError("job_class", f"Kelas jabatan harus antara {min(classes)} dan {max(classes)}.")
    full = classes[facts.job_class]
    amount = rupiah(full * facts.itpp)
    reason = ("Kelas {}: Rp{} dikali indeks {} menjadi Rp{}.", facts.job_class, full, facts.itpp, amount)
    return Decision([Finding(True, reason, table.cites, code="kelas")], BaseAmount(amount))


@dataclass(frozen=True, slots=True)
class PayoutFacts:
    """Capaian sebulan dan potongannya."""

    amount: int = fact("TPP sebelum potongan", unit="rupiah", minimum=0)
    productivity: Decimal = fact("Capaian produktivitas", help="0 sampai 1.", minimum=0, maximum=1)  # fmt: skip
    deduction_percent: Decimal = fact("Jumlah potongan disiplin", unit="persen", minimum=0)
    base: DeductionBase = fact("Potongan disiplin dihitung dari")
    sanction_percent: Decimal = fact("Pemotongan karena hukuman disiplin", unit="persen", minimum=0, maximum=100)


@dataclass(frozen=True, slots=True)
class Payout:
    """TPP yang dibayarkan."""

    net: int = result("TPP dibayarkan", unit="rupiah")


@rule(
    "tpp.bersih",
    title="TPP yang dibayarkan sebulan",
    facts=PayoutFacts,
    result=Payout,
    cites=("pp-12-2019#58", "kepmendagri-900-4700-2020#lampiran", "pp-94-2021#8"),
)
def decide_payout(facts: PayoutFacts, law: LawOn) -> Decision[Payout]:
    """TPP bersih: bagian produktivitas dan disiplin, dikurangi potongan dan hukuman (Kepmendagri 900-4700/2020)."""
    shares = law["tpp.porsi"]
    work, conduct = (shares.value[name] / _PERCENT for name in ("produktivitas", "disiplin"))
    deduction = min(facts.deduction_percent, _PERCENT) / _PERCENT
    if facts.base is DeductionBase.DISCIPLINE:
        share = work * facts.productivity + conduct * (1 - deduction)
    else:
        share = (work * facts.productivity + conduct) * (1 - deduction)
    net = rupiah(facts.amount * share * (1 - facts.sanction_percent / _PERCENT))
    findings = [
        Finding(True, ("Produktivitas {} persen dengan capaian {}, disiplin {} persen.", shares.value["produktivitas"],
                       facts.productivity, shares.value["disiplin"]), shares.cites, code="porsi"),
        Finding(deduction == 0, ("Potongan disiplin {} persen dari: {}.", min(facts.deduction_percent, _PERCENT),
                                 facts.base), shares.cites, code="potongan"),
        Finding(facts.sanction_percent == 0, ("Pemotongan karena hukuman disiplin {} persen.", facts.sanction_percent),
                ("pp-94-2021#8",), code="hukuman"),
    ]  # fmt: skip
    return Decision(findings, Payout(net))
