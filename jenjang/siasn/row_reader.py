"""Pembaca baris "data pegawai": takes cells of one row under SIASN's headings and keeps what is wrong with them. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from jenjang.siasn import cells
from jenjang.siasn.cells import Cell, CellProblem

FUTURE = timedelta(days=366)
EMPTY = "kosong"
# What the columns hold at most; a longer cell is refused at the cell, never cut.
LIMITS = {
    "GELAR DEPAN": 60, "GELAR BELAKANG": 120, "TEMPAT LAHIR NAMA": 120, "AGAMA NAMA": 40, "JENIS KAWIN NAMA": 40,
    "NOMOR HP": 30, "EMAIL": 254, "EMAIL GOV": 254, "NPWP NOMOR": 30, "BPJS": 30, "NOMOR SK CPNS": 100,
    "NOMOR SK PNS": 100, "JABATAN NAMA": 300, "JABATAN ID": 42, "PENDIDIKAN NAMA": 200, "NAMA SEKOLAH": 200,
}  # fmt: skip
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Finding:
    """Temuan: what is wrong in one cell, and how to mend it."""

    row: int
    column: str
    message: str

    def as_json(self) -> dict[str, object]:
        return {"row": self.row, "column": self.column, "message": self.message}


@dataclass(slots=True)
class Seen:
    """Yang sudah dibaca: identity numbers of the rows before, so that the later of two equal ones is refused."""

    nips: dict[str, int] = field(default_factory=dict)
    siasn_ids: dict[str, int] = field(default_factory=dict)
    niks: dict[str, int] = field(default_factory=dict)


class RowReader:
    """Reads cells of one row and keeps what is wrong with them."""

    def __init__(self, row: int, values: Mapping[str, Cell]) -> None:
        self.row = row
        self.values = values
        self.problems: list[Finding] = []
        self.warnings: list[Finding] = []

    def refuse(self, column: str, message: str) -> None:
        self.problems.append(Finding(self.row, column, message))

    def warn(self, column: str, message: str) -> None:
        self.warnings.append(Finding(self.row, column, message))

    def has_problem(self, column: str) -> bool:
        return any(problem.column == column for problem in self.problems)

    def take(self, column: str, read: Callable[[Cell], Value], default: Value) -> Value:
        """The cell as `read` gives it; what cannot be read refuses the row, once."""
        try:
            return read(self.values.get(column))
        except CellProblem as problem:
            if not self.has_problem(column):
                self.refuse(column, f"{column}: {problem}")
            return default

    def text(self, column: str) -> str:
        value = self.take(column, cells.text, "")
        most = LIMITS.get(column, cells.MAX_TEXT)
        if len(value) > most:
            self.refuse(column, f"{column}: isinya {len(value)} huruf; paling banyak {most}. Pendekkan isinya.")
            return ""
        return value

    def day(self, column: str) -> date | None:
        return self.take(column, cells.day, None)

    def past_day(self, column: str, today: date) -> date | None:
        """A day that has come, or comes within a year: a decree may run ahead, not by more."""
        value = self.day(column)
        if value and value > today + FUTURE:
            self.refuse(column, f"{column} {value:%d-%m-%Y} lebih dari setahun sesudah hari ini. Periksa tahunnya.")
            return None
        return value
