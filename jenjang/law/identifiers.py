"""Susunan NIP dan NIK: the formats of identity numbers, digit by digit. Formats, not law: they stand here by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from jenjang.law.codes import Sex

# NIP PNS: birth date 8, appointment year and month 6, sex 1, serial 3. NI PPPK: the month's place holds kind and
# contract count, "21" and above.
_NIP = re.compile(
    r"(?P<birth>[0-9]{8})(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<sex>[0-9])(?P<serial>[0-9]{3})", re.ASCII
)
_LAST_MONTH = 12
_FIRST_CONTRACT_CODE = 21
_SEXES = {"1": Sex.MALE, "2": Sex.FEMALE}

# NIK: region 6, day (women: plus 40), month, short year, serial 4.
_NIK = re.compile(
    r"(?P<region>[0-9]{6})(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{2})(?P<serial>[0-9]{4})", re.ASCII
)
_WOMEN_ADD = 40
_A_LEAP_CENTURY = 2000


class MalformedNumber(ValueError):
    """The digits cannot be such a number; the message says which part is wrong."""


@dataclass(frozen=True, slots=True)
class NIP:
    """Nomor Induk Pegawai, taken apart. `appointed_month` is None for PPPK, whose number has the year only."""

    is_pppk: bool
    birth_date: date
    appointed_year: int
    appointed_month: int | None
    sex: Sex
    serial: str

    @classmethod
    def read(cls, text: str) -> NIP:
        """Take 18 digits apart, or raise `MalformedNumber`."""
        match = _NIP.fullmatch(text)
        if match is None:
            raise MalformedNumber("NIP harus tepat 18 angka tanpa spasi.")
        birth = _birth_date(match["birth"])
        year, code = int(match["year"]), int(match["month"])
        is_pppk = code >= _FIRST_CONTRACT_CODE
        if not is_pppk and not 1 <= code <= _LAST_MONTH:
            raise MalformedNumber(f"Angka ke-13 dan ke-14 ({match['month']}) bukan bulan 01-12 dan bukan kode PPPK.")
        if match["sex"] not in _SEXES:
            raise MalformedNumber(f"Angka ke-15 ({match['sex']}) harus 1 (laki-laki) atau 2 (perempuan).")
        if int(match["serial"]) == 0:
            raise MalformedNumber("Nomor urut NIP mulai dari 001.")
        month = None if is_pppk else code
        if (year, month or _LAST_MONTH) <= (birth.year, birth.month):
            raise MalformedNumber("Pengangkatan pada NIP tidak sesudah tanggal lahirnya.")
        return cls(is_pppk, birth, year, month, _SEXES[match["sex"]], match["serial"])

    @property
    def appointed(self) -> str:
        """`1993-03`, or `2023` for PPPK."""
        if self.appointed_month is None:
            return f"{self.appointed_year:04}"
        return f"{self.appointed_year:04}-{self.appointed_month:02}"

    @property
    def earliest_appointment(self) -> date:
        """The first day that the number allows for the appointment."""
        return date(self.appointed_year, self.appointed_month or 1, 1)

    @property
    def latest_appointment_month(self) -> date:
        """The first day of the last month that the number allows for the appointment."""
        return date(self.appointed_year, self.appointed_month or _LAST_MONTH, 1)


def _birth_date(digits: str) -> date:
    try:
        return date.fromisoformat(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
    except ValueError:
        raise MalformedNumber(f"Delapan angka pertama ({digits}) bukan tanggal lahir tttt-bb-hh.") from None


@dataclass(frozen=True, slots=True)
class NIK:
    """Nomor Induk Kependudukan, taken apart; the region is that of the first registration."""

    region: str
    birth_day: int
    birth_month: int
    birth_year_short: str
    sex: Sex

    @classmethod
    def read(cls, text: str) -> NIK:
        """Take 16 digits apart, or raise `MalformedNumber`."""
        match = _NIK.fullmatch(text)
        if match is None:
            raise MalformedNumber("NIK harus tepat 16 angka tanpa spasi.")
        day = int(match["day"])
        sex = Sex.FEMALE if day > _WOMEN_ADD else Sex.MALE
        day -= _WOMEN_ADD if sex is Sex.FEMALE else 0
        month = int(match["month"])
        try:
            date(_A_LEAP_CENTURY + int(match["year"]), month, day)
        except ValueError:
            raise MalformedNumber("Tanggal lahir pada NIK tidak ada pada kalender.") from None
        return cls(match["region"], day, month, match["year"], sex)
