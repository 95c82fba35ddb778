"""Baris riwayat: one row of a sheet becomes a dated fact about a person, or sentences that say what to mend. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jenjang.law.codes import CONTRACTED, PPPKGrade
from jenjang.siasn.cells import Cell, CellProblem
from jenjang.siasn.history_checks import generations
from jenjang.siasn.history_kinds import Column, SheetKind, Values

ENDS = ("until", "ends")
NIP_COLUMN, ID_COLUMN = "nipBaru", "id"
PPPK_GRADES = frozenset(str(grade) for grade in PPPKGrade)


@dataclass(frozen=True, slots=True)
class SheetFinding:
    """Temuan: what is wrong in one cell of one sheet, and how to mend it."""

    sheet: str
    row: int
    column: str
    message: str

    def as_json(self) -> dict[str, object]:
        return {"sheet": self.sheet, "row": self.row, "column": self.column, "message": self.message}


@dataclass(slots=True)
class HistoryRow:
    """Satu baris riwayat: whose it is, since when, and the columns of the history in the order of their kind."""

    kind: SheetKind
    row: int
    nip: str
    employee: int
    since: date
    siasn_id: str
    facts: dict[str, Any]


@dataclass(slots=True)
class Around:
    """Yang diperlukan untuk memeriksa: who is here, which units are, what was read before, which day it is."""

    people: Mapping[str, int]
    units: Mapping[str, int]
    today: date
    lives: Mapping[int, tuple[date, str]] = field(default_factory=dict)  # birth date and status of each person
    ids: dict[tuple[str, str], int] = field(default_factory=dict)
    things: dict[tuple[Any, ...], int] = field(default_factory=dict)


def check(
    kind: SheetKind, row: int, cells: Mapping[str, Cell], around: Around
) -> tuple[HistoryRow | None, list[SheetFinding], list[SheetFinding]]:
    """Periksa satu baris: the fact or None, what refuses it, what is only warned of. `cells` by SIASN's names."""
    problems: list[SheetFinding] = []
    warnings: list[SheetFinding] = []

    def refuse(column: str, message: str) -> None:
        problems.append(SheetFinding(kind.sheet, row, column, message))

    values = {column.name: _value(column, cells.get(column.name), around.today, refuse) for column in kind.columns}
    employee = around.people.get(values[NIP_COLUMN] or "")
    if employee is None and values[NIP_COLUMN]:
        refuse(
            NIP_COLUMN,
            f"NIP {values[NIP_COLUMN]} tidak ada di Jenjang. Impor data pegawainya dahulu, atau betulkan NIP-nya.",
        )
    if problems or employee is None:
        return None, problems, []

    def warn(column: str, message: str) -> None:
        warnings.append(SheetFinding(kind.sheet, row, column, message))

    since = kind.since(values)
    facts = _with_decree(kind, values)
    _look_up(kind, values, facts, around, refuse, warn)
    _check_order(kind, facts, since, refuse)
    if since and since > around.today:
        refuse(kind.dated_by, f"Masanya baru selesai pada {since:%d-%m-%Y}. Impor sesudah hari itu.")
    _check_life(kind, values, facts, since, around.lives.get(employee), refuse, warn)
    _check_twice(kind, row, employee, values, facts, since, around, refuse)
    for column, message in kind.faults(values):
        refuse(column, message)
    if problems or since is None:
        return None, problems, []
    for column, message in kind.doubts(values):
        warn(column, message)
    return HistoryRow(kind, row, values[NIP_COLUMN], employee, since, values[ID_COLUMN], facts), [], warnings


def _value(column: Column, cell: Cell, today: date, refuse: Any) -> Any:
    try:
        value = column.read(cell, today)
    except CellProblem as problem:
        text = str(problem)
        refuse(column.name, f"{column.name}: {text}")
        return None
    if column.required and value in (None, ""):
        refuse(column.name, f"{column.name} kosong. {column.help}.")
    return value


def _with_decree(kind: SheetKind, values: Values) -> dict[str, Any]:
    number, day = kind.decree
    facts = kind.facts(values)
    if number:
        facts |= {"decree_number": values[number], "decree_date": values[day]}
    return facts


def _look_up(kind: SheetKind, values: Values, facts: dict[str, Any], around: Around, refuse: Any, warn: Any) -> None:
    """Units and relatives become keys. A unit that is gone stays a name; a relative that is not here is a mistake."""
    if "unit_id" in facts:
        written = facts["unit_id"]
        facts["unit_id"] = around.units.get(written) if written else None
        if written and facts["unit_id"] is None:
            warn("unorId", f"Unit {written} tidak ada di Jenjang; namanya saja yang dicatat.")
    if facts.get("relative_employee_id"):
        relative = around.people.get(facts["relative_employee_id"])
        if relative is None:
            refuse(
                "nipKeluarga",
                f"NIP {facts['relative_employee_id']} tidak ada di Jenjang. Kosongkan bila bukan ASN di sini.",
            )
        elif relative == around.people[values[NIP_COLUMN]]:
            refuse("nipKeluarga", "NIP keluarga sama dengan NIP pegawainya. Betulkan salah satu.")
        facts["relative_employee_id"] = relative


def _check_order(kind: SheetKind, facts: Mapping[str, Any], since: date | None, refuse: Any) -> None:
    for name in ENDS:
        if since and facts.get(name) and facts[name] < since:
            refuse(_end_column(kind), f"Tanggal berakhir {facts[name]:%d-%m-%Y} sebelum mulainya {since:%d-%m-%Y}.")


def _check_life(
    kind: SheetKind, values: Values, facts: Mapping[str, Any], since: date | None, life: tuple[date, str] | None, refuse: Any,
    warn: Any,
) -> None:  # fmt: skip
    """Nothing happens to somebody before birth; a grade is of the person's own kind of service."""
    if life is None:
        return
    born, status = life
    if kind.from_birth and since and since <= born:
        refuse(kind.dated_by, f"Tanggal {since:%d-%m-%Y} tidak sesudah tanggal lahir pegawai. Periksa tahunnya.")
    if "relation" in facts:
        for column, message in generations(values, born):
            refuse(column, message)
    if "grade" in facts and (facts["grade"] in PPPK_GRADES) != (status in CONTRACTED):
        warn(
            "golonganId",
            f"Golongan {facts['grade']} bukan golongan {status}. Dicatat seperti di SIASN; periksa NIP-nya.",
        )


def _end_column(kind: SheetKind) -> str:
    return next((name for name in ("sampai", "akhirHukumTanggal") if any(one.name == name for one in kind.columns)), "")


def _check_twice(
    kind: SheetKind, row: int, employee: int, values: Values, facts: Mapping[str, Any], since: date | None, around: Around,
    refuse: Any,
) -> None:  # fmt: skip
    """The later of two rows with one id, or of two that say the same, is refused."""
    if values[ID_COLUMN]:
        earlier = around.ids.setdefault((kind.sheet, values[ID_COLUMN]), row)
        if earlier != row:
            refuse(ID_COLUMN, f"Id {values[ID_COLUMN]} sudah dipakai baris {earlier}. Hapus salah satu.")
            return
        if not kind.single:
            return
    thing = (kind.sheet, employee, since if kind.by_day else None, *(facts[name] for name in kind.same))
    earlier = around.things.setdefault(thing, row)
    if earlier != row:
        mend = "Hapus salah satu." if kind.single else "Hapus salah satu, atau isi id-nya."
        refuse(NIP_COLUMN, f"Riwayat ini sama dengan baris {earlier}. {mend}")
