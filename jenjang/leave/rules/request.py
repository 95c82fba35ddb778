"""Permohonan cuti: whether a leave of each kind may be granted for these days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from jenjang.law.catalogue import rule
from jenjang.law.codes import Doctor, LeaveReason, LeaveType, Status
from jenjang.law.decisions import Decision, Finding, Reason
from jenjang.law.errors import FactError, NotInForce
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn, Value
from jenjang.law.results import result
from jenjang.law.spans import add_months, days_between
from jenjang.law.workdays import working_calendar
from jenjang.leave.rules.annual import service_finding


@dataclass(frozen=True, slots=True)
class LeaveRequestFacts:
    """Permohonan cuti: siapa, jenis apa, kapan, dan bukti apa."""

    type: LeaveType = fact("Jenis cuti")
    status: Status = fact("Status kepegawaian")
    service_months: int = fact("Masa kerja terus-menerus", unit="bulan", minimum=0)
    first: date = fact("Hari pertama")
    last: date = fact("Hari terakhir")
    birth_number: int = fact("Kelahiran ke-", minimum=0, help="Dihitung sejak menjadi PNS; 0 bila bukan.")
    first_hajj: bool = fact("Ibadah haji pertama")
    hajj_schedule: bool = fact("Jadwal keberangkatan haji terlampir")
    doctor: Doctor = fact("Surat dokter")
    reason: LeaveReason = fact("Alasan")
    months_taken: int = fact("Sudah dijalani", unit="bulan", minimum=0, help="Untuk sakit atau pemberian yang sama.")


@dataclass(frozen=True, slots=True)
class LeaveDays:
    """Hari kerja yang terpakai; kosong bila hari libur tahun itu belum ditetapkan."""

    working_days: int | None = result("Hari kerja", unit="hari kerja")


_KINDS_OF = {Status.PNS: "cuti.jenis.pns", Status.CPNS: "cuti.jenis.cpns", Status.PPPK: "cuti.jenis.pppk"}


@rule(
    "cuti.permohonan",
    title="Permohonan cuti",
    facts=LeaveRequestFacts,
    result=LeaveDays,
    decides=True,
    cites=("pp-11-2017#310", "pp-11-2017#316", "pp-11-2017#320", "pp-11-2017#325", "pp-11-2017#328", "pp-11-2017#334",
           "perban-bkn-24-2017#lampiran", "perban-bkn-7-2022#lampiran"),
)  # fmt: skip
def decide_leave_request(facts: LeaveRequestFacts, law: LawOn) -> Decision[LeaveDays]:
    """Permohonan cuti tahunan, besar, sakit, melahirkan, alasan penting, dan CLTN (PP 11/2017 Pasal 310-335)."""
    if facts.last < facts.first:
        raise FactError("last", "Hari terakhir mendahului hari pertama.")
    working_days = _working_days(facts, law)
    findings = [_kind_finding(facts, law)]
    if findings[0].met:
        findings += _CONDITIONS[facts.type](facts, law)
    if facts.type is LeaveType.ANNUAL:
        findings.append(Finding(bool(working_days), ("Permohonan memuat {} hari kerja.", working_days or 0),
                                working_calendar(law).cites, code="hari_kerja"))  # fmt: skip
    return Decision(findings, LeaveDays(working_days))


def _working_days(facts: LeaveRequestFacts, law: LawOn) -> int | None:
    """Annual leave is counted in working days; other kinds may reach into years without holidays yet."""
    try:
        return working_calendar(law).count(facts.first, facts.last)
    except NotInForce:
        if facts.type is LeaveType.ANNUAL:
            raise
        return None


def _kind_finding(facts: LeaveRequestFacts, law: LawOn) -> Finding:
    """Jenis cuti menurut status: PPPK and candidates have fewer kinds (PP 49/2018 Pasal 77)."""
    kinds = law[_KINDS_OF.get(facts.status, _KINDS_OF[Status.PPPK])]
    if facts.status is Status.PPPK_PART_TIME:
        return Finding(False, "Aturan cuti ini belum mengatur PPPK paruh waktu.", kinds.cites, code="status")
    met = facts.type in kinds.value
    verdict = "termasuk" if met else "tidak termasuk"
    return Finding(met, ("{} {} hak {}.", facts.type, verdict, facts.status), kinds.cites, code="jenis")


def _annual(facts: LeaveRequestFacts, law: LawOn) -> list[Finding]:
    """Cuti tahunan: a year of service; a PPPK may have a few days sooner for the family (Perban BKN 7/2022)."""
    service = service_finding(facts.status, facts.service_months, law)
    if service.met or facts.status is not Status.PPPK:
        return [service]
    reasons = law["cuti.tahunan.pppk.mendesak_alasan"]
    if facts.reason not in reasons.value:
        return [service]
    limit = law["cuti.tahunan.pppk.mendesak_hari"]
    days = working_calendar(law).count(facts.first, facts.last)
    text = ("{}: sebelum satu tahun bekerja paling lama {} hari kerja; diminta {}.", facts.reason, limit.value, days)
    return [Finding(days <= limit.value, text, limit.cites, code="mendesak")]


def _long(facts: LeaveRequestFacts, law: LawOn) -> list[Finding]:
    """Cuti besar: five years of service, but not for the first hajj and the fourth child on (PP 11/2017 Pasal 316)."""
    waived = _waiver(facts, law)
    minimum = law["cuti.besar.masa_kerja"]
    service = Finding(facts.service_months >= minimum.value, ("Masa kerja {} bulan; syaratnya {} bulan terus-menerus.",
                      facts.service_months, minimum.value), minimum.cites, code="masa_kerja")  # fmt: skip
    return [service if service.met or waived is None else waived, _months_finding(facts, law["cuti.besar.lama"])]


def _waiver(facts: LeaveRequestFacts, law: LawOn) -> Finding | None:
    """Pengecualian masa kerja: what stands in for five years of service, if the request names it."""
    child = law["cuti.besar.anak_ke"]
    if facts.birth_number >= child.value:
        return Finding(True, ("Kelahiran anak ke-{}: masa kerja dikecualikan.", facts.birth_number), child.cites,
                       code="masa_kerja")  # fmt: skip
    if not facts.first_hajj:
        return None
    cites = law["cuti.besar.masa_kerja"].cites
    if facts.hajj_schedule:
        return Finding(True, "Ibadah haji pertama: masa kerja dikecualikan.", cites, code="masa_kerja")
    return Finding(False, "Jadwal keberangkatan haji belum dilampirkan.", cites, code="jadwal_haji")


def _sick(facts: LeaveRequestFacts, law: LawOn) -> list[Finding]:
    """Cuti sakit: which doctor must have signed, and how long in all (PP 11/2017 Pasal 319-320)."""
    letter = _doctor_finding(facts, law)
    if facts.status is Status.PPPK:
        return [letter, _months_finding(facts, law["cuti.sakit.pppk.lama"])]
    return [letter, _extended_finding(facts, law["cuti.sakit.lama"], law["cuti.sakit.tambahan"])]


def _doctor_finding(facts: LeaveRequestFacts, law: LawOn) -> Finding:
    days = days_between(facts.first, facts.last)
    from_day = law[
        "cuti.sakit.pppk.surat_dokter_mulai" if facts.status is Status.PPPK else "cuti.sakit.surat_dokter_mulai"
    ]
    any_doctor = law["cuti.sakit.dokter_pemerintah_setelah"]
    if days > any_doctor.value or facts.months_taken > 0:
        text = ("Sakit lebih dari {} hari memerlukan surat dokter pemerintah.", any_doctor.value)
        return Finding(facts.doctor is Doctor.STATE_DOCTOR, text, any_doctor.cites, code="surat_dokter")
    if days < from_day.value:
        return Finding(True, "Sakit satu hari cukup diberitahukan tertulis kepada atasan langsung.", from_day.cites,
                       code="surat_dokter")  # fmt: skip
    text = ("Sakit {} hari memerlukan surat dokter.", days)
    return Finding(facts.doctor is not Doctor.NONE, text, from_day.cites, code="surat_dokter")


def _maternity(facts: LeaveRequestFacts, law: LawOn) -> list[Finding]:
    """Cuti melahirkan: the first births; later ones are long leave (PP 11/2017 Pasal 325)."""
    last_child = law["cuti.melahirkan.anak_terakhir"]
    if facts.birth_number == 0:
        birth = Finding(False, "Kelahiran ke berapa belum diisi.", last_child.cites, code="kelahiran")
    else:
        birth = Finding(facts.birth_number <= last_child.value,
                        ("Kelahiran ke-{}; cuti melahirkan untuk kelahiran pertama sampai ke-{}, sesudahnya cuti besar.",
                         facts.birth_number, last_child.value), last_child.cites, code="kelahiran")  # fmt: skip
    return [birth, _months_finding(facts, law["cuti.melahirkan.lama"])]


def _compelling(facts: LeaveRequestFacts, law: LawOn) -> list[Finding]:
    """Cuti karena alasan penting: a reason that the law names, with its letter (PP 11/2017 Pasal 328-330)."""
    return [
        *_reason_findings(facts, law["cuti.alasan_penting.alasan"], law["cuti.alasan_penting.perlu_surat"]),
        _months_finding(facts, law["cuti.alasan_penting.lama"]),
    ]


def _unpaid(facts: LeaveRequestFacts, law: LawOn) -> list[Finding]:
    """CLTN: five years of service, a personal reason, three years and one more (PP 11/2017 Pasal 334-335)."""
    minimum = law["cuti.cltn.masa_kerja"]
    return [
        Finding(facts.service_months >= minimum.value, ("Masa kerja {} bulan; syaratnya {} bulan terus-menerus.",
                facts.service_months, minimum.value), minimum.cites, code="masa_kerja"),
        *_reason_findings(facts, law["cuti.cltn.alasan"], law["cuti.cltn.perlu_surat"]),
        _extended_finding(facts, law["cuti.cltn.lama"], law["cuti.cltn.perpanjangan"]),
    ]  # fmt: skip


def _reason_findings(facts: LeaveRequestFacts, permitted: Value, with_letter: Value) -> list[Finding]:
    if facts.reason is LeaveReason.NONE:
        return [Finding(False, "Alasan belum diisi.", permitted.cites, code="alasan")]
    met = facts.reason in permitted.value
    verdict = "memberi" if met else "tidak memberi"
    findings = [Finding(met, ("{} {} hak atas {}.", facts.reason, verdict, facts.type), permitted.cites, code="alasan")]
    if facts.reason in with_letter.value:
        text = ("{}: surat dokter atau rumah sakit dilampirkan.", facts.reason)
        findings.append(Finding(facts.doctor is not Doctor.NONE, text, with_letter.cites, code="surat"))
    return findings


def _months_finding(facts: LeaveRequestFacts, limit: Value) -> Finding:
    """Lama cuti dalam bulan: a month ends the day before the same date of the next month."""
    return _until_finding(facts, limit.value, limit.cites)


def _extended_finding(facts: LeaveRequestFacts, limit: Value, extension: Value) -> Finding:
    """Perpanjangan: asked for once the first grant is used up, never together with it."""
    if facts.months_taken < limit.value:
        return _until_finding(facts, limit.value, limit.cites)
    return _until_finding(facts, limit.value + extension.value, extension.cites)


def _until_finding(facts: LeaveRequestFacts, months: int, cites: tuple[str, ...]) -> Finding:
    text: Reason
    left = months - facts.months_taken
    if left <= 0:
        text = ("Batas {} bulan sudah habis dijalani.", months)
        return Finding(False, text, cites, code="lama")
    until = add_months(facts.first, left) - timedelta(days=1)
    text = ("Paling lama {} bulan, {} sudah dijalani: sampai {}; diminta sampai {}.", months, facts.months_taken, until,
            facts.last)  # fmt: skip
    return Finding(facts.last <= until, text, cites, code="lama")


_CONDITIONS: dict[LeaveType, Callable[[LeaveRequestFacts, LawOn], list[Finding]]] = {
    LeaveType.ANNUAL: _annual,
    LeaveType.LONG: _long,
    LeaveType.SICK: _sick,
    LeaveType.MATERNITY: _maternity,
    LeaveType.COMPELLING: _compelling,
    LeaveType.CLTN: _unpaid,
}
