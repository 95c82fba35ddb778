"""Dates as people type them: 7/12/2026, 07-12-2026, 7 des 26, 07122026, 2026-12-07. The day comes first, always."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from jenjang.ui.formats import MONTHS, MONTHS_SHORT

EARLIEST, LATEST = 1900, 2199
CENTURY_TURNS_AT = 50  # 26 is 2026, 79 is 1979
LONGEST = 40

_SEPARATED = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2}|[a-z]+)\.?\s*[/.\-\s]\s*(\d{4}|\d{2})")
_GLUED_NAME = re.compile(r"(\d{1,2})\s*([a-z]+)\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_EIGHT = re.compile(r"(\d{2})(\d{2})(\d{4})")
_FOREIGN = {"agt": 8, "agus": 8, "aug": 8, "august": 8, "oct": 10, "october": 10, "dec": 12, "december": 12,
            "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "nop": 11, "nopember": 11,
            "pebruari": 2, "sept": 9}  # fmt: skip
_NAMES = (
    {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
    | {name.lower(): number for number, name in enumerate(MONTHS_SHORT, start=1)}
    | _FOREIGN
)


class NotADate(ValueError):
    """A sentence for the person who typed it."""


def parse(text: str) -> date:
    """The day that a person typed, or NotADate with a sentence that says what to change."""
    plain = " ".join(text.lower().split())
    if len(plain) > LONGEST:
        raise NotADate("Tanggal terlalu panjang. Tulis hari/bulan/tahun, misalnya 7/12/2026.")
    if iso := _ISO.fullmatch(plain):
        year, month, day = iso.groups()
    elif match := _SEPARATED.fullmatch(plain) or _GLUED_NAME.fullmatch(plain) or _EIGHT.fullmatch(plain):
        day, month, year = match.groups()
    else:
        raise NotADate("Tanggal tidak terbaca. Tulis hari/bulan/tahun, misalnya 7/12/2026 atau 7 des 26.")
    return _existing_day(int(day), _month(month), _year(year), typed_month=month)


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    try:
        return _NAMES[text]
    except KeyError:
        raise NotADate(f"Bulan “{text}” tidak dikenal. Tulis misalnya 7 Desember 2026.") from None


def _year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year < CENTURY_TURNS_AT else 1900)


def _existing_day(day: int, month: int, year: int, *, typed_month: str) -> date:
    if not EARLIEST <= year <= LATEST:
        raise NotADate(f"Tahun {year} di luar {EARLIEST} sampai {LATEST}. Periksa tahunnya.")
    if not 1 <= month <= len(MONTHS):
        if typed_month.isdecimal() and 1 <= day <= len(MONTHS):
            raise NotADate(f"Tulis hari dulu, baru bulan: mungkin maksud Anda {month}/{day}/{year}.")
        raise NotADate(f"Bulan {month} tidak ada. Tulis hari/bulan/tahun, misalnya 7/12/2026.")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = MONTHS[month - 1]
        raise NotADate(f"{day} {name} {year} tidak ada; {name} {year} sampai tanggal {last}.")
    return date(year, month, day)
