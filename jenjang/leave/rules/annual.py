"""Cuti tahunan: the right of this year, what is carried over from the years before, and what is left."""

from __future__ import annotations

from dataclasses import dataclass

from jenjang.law.catalogue import rule
from jenjang.law.codes import Status
from jenjang.law.decisions import Decision, Finding
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result


@dataclass(frozen=True, slots=True)
class AnnualLeaveFacts:
    """Masa kerja dan pemakaian cuti tahunan."""

    status: Status = fact("Status kepegawaian")
    service_months: int = fact("Masa kerja terus-menerus", unit="bulan", minimum=0)
    used_last_year: int = fact("Hak tahun lalu yang sudah dipakai", unit="hari kerja", minimum=0)
    used_year_before: int = fact(
        "Hak dua tahun lalu yang sudah dipakai", unit="hari kerja", minimum=0, help="12 bila belum bekerja."
    )
    postponed_last_year: bool = fact("Cuti tahun lalu ditangguhkan pejabat")
    long_leave_this_year: bool = fact("Memakai cuti besar tahun ini")
    pending_days: int = fact("Sedang dimohon", unit="hari kerja", minimum=0)
    used_this_year: int = fact("Sudah dipakai tahun ini", unit="hari kerja", minimum=0)


@dataclass(frozen=True, slots=True)
class AnnualLeaveBalance:
    """Saldo cuti tahunan dalam hari kerja."""

    entitlement: int = result("Hak tahun ini", unit="hari kerja")
    carried_over: int = result("Sisa yang dibawa", unit="hari kerja")
    total: int = result("Jumlah hak", unit="hari kerja")
    available: int = result("Masih dapat dipakai", unit="hari kerja")


_NOTHING = AnnualLeaveBalance(0, 0, 0, 0)
_FOR_PNS = "cuti.tahunan"
_FOR_PPPK = "cuti.tahunan.pppk"


@rule(
    "cuti.tahunan",
    title="Saldo cuti tahunan",
    facts=AnnualLeaveFacts,
    result=AnnualLeaveBalance,
    decides=True,
    cites=("pp-11-2017#311", "pp-11-2017#312", "pp-11-2017#313", "pp-11-2017#314", "pp-11-2017#317"),
)
def decide_annual_leave(facts: AnnualLeaveFacts, law: LawOn) -> Decision[AnnualLeaveBalance]:
    """Cuti tahunan (PP 11/2017 Pasal 311-314, 317; PPPK: Perban BKN 7/2022)."""
    eligible = [_status_finding(facts.status, law)]
    if eligible[0].met:
        eligible.append(service_finding(facts.status, facts.service_months, law))
    if not all(finding.met for finding in eligible):
        return Decision(eligible, _NOTHING)
    right = law[f"{_prefix(facts.status)}.hak"]
    carried_over, carry_finding = _carry_over(facts, right.value, law)
    entitlement = 0 if facts.long_leave_this_year else right.value
    total = entitlement + carried_over
    available = max(total - facts.used_this_year - facts.pending_days, 0)
    findings = [*eligible, _right_finding(facts, right.value, right.cites), carry_finding,
                Finding(available > 0, ("Sisa yang masih dapat dipakai {} hari kerja dari {} hari kerja.",
                                        available, total), right.cites, code="saldo")]  # fmt: skip
    return Decision(findings, AnnualLeaveBalance(entitlement, carried_over, total, available))


def service_finding(status: Status, service_months: int, law: LawOn) -> Finding:
    """Masa kerja: a year of unbroken service comes before any annual leave (PP 11/2017 Pasal 311)."""
    minimum = law[f"{_prefix(status)}.masa_kerja"]
    reason = ("Masa kerja {} bulan; syaratnya {} bulan terus-menerus.", service_months, minimum.value)
    return Finding(service_months >= minimum.value, reason, minimum.cites, code="masa_kerja")


def _prefix(status: Status) -> str:
    return _FOR_PPPK if status is Status.PPPK else _FOR_PNS


def _status_finding(status: Status, law: LawOn) -> Finding:
    kinds = law["cuti.jenis.pppk" if status is Status.PPPK else "cuti.jenis.pns"]
    if status is Status.PPPK_PART_TIME:
        return Finding(False, "Aturan cuti ini belum mengatur PPPK paruh waktu.", kinds.cites, code="status")
    return Finding(True, ("{} berhak atas cuti tahunan.", status), kinds.cites, code="status")


def _right_finding(facts: AnnualLeaveFacts, right: int, cites: tuple[str, ...]) -> Finding:
    if facts.long_leave_this_year:
        return Finding(True, "Hak tahun ini tidak ada karena memakai cuti besar; sisa tahun lalu tetap berlaku.",
                       ("pp-11-2017#317",), code="hak")  # fmt: skip
    return Finding(True, ("Hak tahun ini {} hari kerja.", right), cites, code="hak")


def _carry_over(facts: AnnualLeaveFacts, right: int, law: LawOn) -> tuple[int, Finding]:
    """Sisa tahun lalu (PP 11/2017 Pasal 313-314): by how the two years before were used."""
    if facts.status is Status.PPPK and not facts.postponed_last_year:
        lapse = law["cuti.tahunan.pppk.sisa_hangus"]
        if lapse.value:
            return 0, Finding(True, "Sisa tahun lalu hangus karena tidak ditangguhkan.", lapse.cites, code="sisa")
    unused = max(right - facts.used_last_year, 0)
    unused_before = max(right - facts.used_year_before, 0)
    days, limit_key = _days_left(facts.postponed_last_year, unused, unused_before, right, law)
    limit = law[limit_key]
    days = min(days, limit.value - right)
    reason = ("Tahun lalu tersisa {} hari kerja; dibawa ke tahun ini {}, dengan batas seluruhnya {} hari kerja.",
              unused, days, limit.value)  # fmt: skip
    return days, Finding(True, reason, limit.cites, code="sisa")


def _days_left(postponed: bool, unused: int, unused_before: int, right: int, law: LawOn) -> tuple[int, str]:
    """Days that last year and the year before leave, and the key of the limit on the whole."""
    if postponed:
        return unused, "cuti.tahunan.batas_ditangguhkan"
    a_year = law["cuti.tahunan.sisa_setahun"].value
    if unused and unused_before:
        both_whole = unused == unused_before == right
        if both_whole or not law["cuti.tahunan.dua_tahun_utuh"].value:
            return min(unused, a_year) + min(unused_before, a_year), "cuti.tahunan.batas_dua_tahun"
    return min(unused, a_year), "cuti.tahunan.batas_setahun"
