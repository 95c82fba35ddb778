"""Nomor identitas: what a NIP (Perka BKN 22/2007) and a NIK (UU 23/2006) say about their bearer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jenjang.law.catalogue import rule
from jenjang.law.codes import Sex, Status
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.identifiers import NIK, NIP, MalformedNumber
from jenjang.law.parameters import LawOn
from jenjang.law.results import result
from jenjang.law.spans import is_complete, within_age

NIP_BASIS = ("perka-bkn-22-2007#isi",)
NIK_BASIS = ("uu-23-2006",)


@dataclass(frozen=True, slots=True)
class NIPFacts:
    """Fakta: sebuah NIP."""

    nip: str = fact("NIP", help="18 angka tanpa spasi", example="199001012015031001")


@dataclass(slots=True)
class NIPResult:
    """Hasil: isi sebuah NIP."""

    kind: Status = result("Status")
    birth_date: date = result("Tanggal lahir")
    appointed: str = result("Pengangkatan", help="Tahun dan bulan TMT CPNS; untuk PPPK tahun saja")
    sex: Sex = result("Jenis kelamin")
    serial: str = result("Nomor urut")


@rule("identitas.nip", title="Isi NIP", facts=NIPFacts, result=NIPResult, cites=NIP_BASIS)
def read_nip(facts: NIPFacts, law: LawOn) -> Decision[NIPResult]:
    """NIP (Perka BKN 22/2007): tanggal lahir, TMT CPNS, jenis kelamin, nomor urut."""
    try:
        nip = NIP.read(facts.nip)
    except MalformedNumber as error:
        raise FactError("nip", str(error)) from None
    kind = Status.PPPK if nip.is_pppk else Status.PNS
    return Decision(
        [
            Finding(True, ("Susunan NIP {} benar.", kind), NIP_BASIS, "susunan"),
            _appointment_age(nip, law),
        ],
        NIPResult(kind, nip.birth_date, nip.appointed, nip.sex, nip.serial),
    )


def _appointment_age(nip: NIP, law: LawOn) -> Finding:
    """Usia saat diangkat: unusual is a reason to look again, not an error."""
    usual = law["identitas.nip.usia_pengangkatan"]
    youngest, oldest = usual.value["paling_rendah"], usual.value["paling_tinggi"]
    old_enough = is_complete(nip.birth_date, nip.latest_appointment_month, years=youngest)
    young_enough = nip.is_pppk or within_age(nip.birth_date, nip.earliest_appointment, oldest)
    template = (
        "Usia saat diangkat lazim ({} sampai {} tahun)."
        if old_enough and young_enough
        else "Usia saat diangkat tidak lazim ({} sampai {} tahun); periksa kembali."
    )
    return Finding(old_enough and young_enough, (template, youngest, oldest), usual.cites, "usia_pengangkatan")


@dataclass(frozen=True, slots=True)
class NIKFacts:
    """Fakta: sebuah NIK."""

    nik: str = fact("NIK", help="16 angka tanpa spasi", example="1373014504900001")


@dataclass(slots=True)
class NIKResult:
    """Hasil: isi sebuah NIK."""

    region: str = result("Kode wilayah pendaftaran pertama")
    birth_day: int = result("Tanggal lahir")
    birth_month: int = result("Bulan lahir")
    birth_year_short: str = result("Dua angka tahun lahir")
    sex: Sex = result("Jenis kelamin")


@rule("identitas.nik", title="Isi NIK", facts=NIKFacts, result=NIKResult, cites=NIK_BASIS)
def read_nik(facts: NIKFacts, law: LawOn) -> Decision[NIKResult]:
    """NIK (UU 23/2006): wilayah, tanggal lahir, jenis kelamin."""
    try:
        nik = NIK.read(facts.nik)
    except MalformedNumber as error:
        raise FactError("nik", str(error)) from None
    found = NIKResult(nik.region, nik.birth_day, nik.birth_month, nik.birth_year_short, nik.sex)
    return Decision([Finding(True, "Susunan NIK benar.", NIK_BASIS, "susunan")], found)
