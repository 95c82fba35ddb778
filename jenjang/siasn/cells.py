"""Sel lembar kerja: how a cell of BKN's sheets becomes text, a date, a number. Nothing here knows a database.

SIASN writes every text behind an apostrophe, `null` for empty, dates as dd-mm-yyyy; people who open the sheet in a
spreadsheet program leave true dates, slashes, numbers and blanks behind.
"""

import re
import sys
from datetime import date, datetime, timedelta

Cell = str | float | int | bool | date | datetime | None

MAX_TEXT = 500
EARLIEST_YEAR = 1900
LONGEST_NUMBER = 9
_SPACES = re.compile(r"[\s\u00a0]+")
# Marks without a shape: they come along when a text is copied, turn the order of reading, and make two equal texts differ.
_SHAPELESS = re.compile(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_APOSTROPHES = ("'", "\u2018", "\u2019", "`")
_DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+)?")
_SCIENTIFIC = re.compile(r"\d[.,]?\d*[eE]\+?\d{1,3}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# A date whose cell lost its format is the number of days since this one: 1927 to 2099, never mistaken for a year.
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 73_050
_DAY_ZERO = date(1899, 12, 30)


class CellProblem(ValueError):
    """A cell cannot be read; the message is a sentence that says how to mend it."""


def text(cell: Cell) -> str:
    """The cell as text: without SIASN's apostrophe, without blanks at the ends or doubled, `null` as empty."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        raise CellProblem(f"Isinya nilai logika {str(cell).upper()}, bukan teks. Ketik ulang isinya.")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return cell.strftime("%d-%m-%Y")
    value = _SPACES.sub(" ", _SHAPELESS.sub("", str(cell))).strip()
    if value.startswith(_APOSTROPHES):
        value = value[1:].strip()
    if value.lower() == "null":
        return ""
    if len(value) > MAX_TEXT:
        raise CellProblem(f"Isinya {len(value):,} huruf; paling banyak {MAX_TEXT}. Pendekkan isinya.".replace(",", "."))
    if _CONTROL.search(value):
        raise CellProblem("Isinya memuat huruf kendali yang tidak tampak. Ketik ulang isinya.")
    return sys.intern(value)  # a city repeats its units, posts and places in every row


def day(cell: Cell) -> date | None:
    """The cell as a day; None when empty. Raises `CellProblem` for a day that the calendar does not have."""
    if isinstance(cell, datetime):
        return _sane(cell.date())
    if isinstance(cell, date):
        return _sane(cell)
    if isinstance(cell, int | float) and _FIRST_SERIAL <= cell <= _LAST_SERIAL:
        return _DAY_ZERO + timedelta(days=int(cell))
    value = text(cell)
    if not value:
        return None
    if match := _DATE.fullmatch(value):
        year, month, number = int(match[3]), int(match[2]), int(match[1])
    elif match := _ISO.fullmatch(value):
        year, month, number = int(match[1]), int(match[2]), int(match[3])
    else:
        raise CellProblem(f"“{value[:40]}” bukan tanggal. Tulis hh-bb-tttt, misalnya 01-03-2020.")
    try:
        return _sane(date(year, month, number))
    except ValueError as error:
        if isinstance(error, CellProblem):
            raise
        raise CellProblem(f"{value} tidak ada pada kalender. Periksa hari dan bulannya.") from None


def digits(cell: Cell) -> str:
    """A number written as text in printed groups (8-6-1-3) or behind an apostrophe, as bare characters."""
    value = text(cell)
    if isinstance(cell, int | float) or _SCIENTIFIC.fullmatch(value):
        raise CellProblem(
            "Tersimpan sebagai bilangan sehingga angka-angka terakhirnya hilang. Ubah sel menjadi teks, lalu ketik ulang."
        )
    return value.replace(" ", "").replace(".", "").replace("-", "")


def whole(cell: Cell, *, most: int) -> int | None:
    """A whole number from 0 to `most`; None when empty."""
    value = text(cell)
    if not value:
        return None
    if not (value.isascii() and value.isdigit()) or len(value) > LONGEST_NUMBER or int(value) > most:
        raise CellProblem(f"“{value[:40]}” bukan bilangan bulat 0 sampai {most}.")
    return int(value)


def _sane(value: date) -> date:
    if value.year < EARLIEST_YEAR:
        raise CellProblem(f"Tahun {value.year} terlalu lama. Periksa tahunnya.")
    return value
