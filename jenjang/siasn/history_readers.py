"""Pembaca sel riwayat: how one cell becomes a value. Each reader raises `CellProblem` with a sentence. Pure."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from jenjang.law.identifiers import NIK, MalformedNumber
from jenjang.law.spans import MONTHS_A_YEAR
from jenjang.siasn import cells
from jenjang.siasn.cells import Cell, CellProblem

Reader = Callable[[Cell, date], Any]
MOST_SCORE, MOST_CREDIT = 100, 9_999
FIRST_YEAR = 1960
_SCORE = re.compile(r"-?\d{1,9}(?:[.,]\d{1,20})?", re.ASCII)


def words(most: int) -> Reader:
    """Text of at most so many letters."""

    def read(cell: Cell, today: date) -> str:
        value = cells.text(cell)
        if len(value) > most:
            raise CellProblem(f"isinya {len(value)} huruf; paling banyak {most}. Pendekkan isinya.")
        return value

    return read


def day(cell: Cell, today: date) -> date | None:
    """A day that is not in the future."""
    value = cells.day(cell)
    if value and value > today:
        raise CellProblem(f"{value:%d-%m-%Y} sesudah hari ini. Periksa tahunnya.")
    return value


def coming_day(cell: Cell, today: date) -> date | None:
    """A day, also in the future: the end of an assignment or of a sanction."""
    return cells.day(cell)


def whole(most: int) -> Reader:
    """A whole number from 0."""
    return lambda cell, today: cells.whole(cell, most=most)


def year(cell: Cell, today: date) -> int | None:
    """A year until this one."""
    value = cells.whole(cell, most=9999)
    if value is not None and not FIRST_YEAR <= value <= today.year:
        raise CellProblem(f"tahun {value} di luar {FIRST_YEAR} sampai {today.year}.")
    return value


def finished_year(cell: Cell, today: date) -> int | None:
    """A year that is over: what is rated must have ended."""
    value = year(cell, today)
    if value is not None and date(value, 12, 31) > today:
        raise CellProblem(f"tahun {value} belum selesai. Impor setelah tahun itu berakhir.")
    return value


def month(cell: Cell, today: date) -> int | None:
    """A month of the year."""
    value = cells.whole(cell, most=99)
    if value is not None and not 1 <= value <= MONTHS_A_YEAR:
        raise CellProblem(f"bulan {value} tidak ada. Tulis 1 sampai 12.")
    return value


def score(cell: Cell, today: date) -> Decimal | None:
    """A mark from 0 to 100, rounded half up to two decimals; comma and point are both read."""
    return _amount(cell, MOST_SCORE)


def _amount(cell: Cell, most: int) -> Decimal | None:
    value = cells.text(cell)
    if not value:
        return None
    if not _SCORE.fullmatch(value):
        raise CellProblem(f"“{value[:40]}” bukan angka. Tulis seperti 87,5.")
    number = Decimal(value.replace(",", "."))
    if not 0 <= number <= most:
        raise CellProblem(f"{value[:40]} di luar 0 sampai {most}.")
    return number.quantize(Decimal("0.01"), ROUND_HALF_UP)


def credit(cell: Cell, today: date) -> Decimal | None:
    """Credit points, rounded half up to two decimals; comma and point are both read."""
    return _amount(cell, MOST_CREDIT)


def coded(*tables: Mapping[str, Any], example: str) -> Reader:
    """A code or its words, from the tables in order."""

    def read(cell: Cell, today: date) -> str:
        value = cells.text(cell)
        if not value:
            return ""
        small = " ".join(value.replace("_", " ").lower().split())
        for table in tables:
            for key in (value, value.upper(), value.lower(), small):
                if key in table:
                    return str(table[key])
        raise CellProblem(f"kode “{value[:40]}” tidak dikenal. {example}")

    return read


def known_code(table: Mapping[str, Any], *, example: str) -> Reader:
    """A code of the table, kept as it is."""

    def read(cell: Cell, today: date) -> str:
        value = cells.text(cell)
        if value and value not in table:
            raise CellProblem(f"kode “{value[:40]}” tidak dikenal. {example}")
        return value

    return read


def digits(length: int) -> Reader:
    """An identity number of so many digits."""

    def read(cell: Cell, today: date) -> str:
        value = cells.digits(cell)
        if value and (len(value) != length or not (value.isascii() and value.isdigit())):
            raise CellProblem(f"“{value[:40]}” bukan {length} angka.")
        return value

    return read


def nik(cell: Cell, today: date) -> str:
    """A NIK that can be one."""
    value = cells.digits(cell)
    if value:
        try:
            NIK.read(value)
        except MalformedNumber as problem:
            raise CellProblem(str(problem)) from None
    return value
