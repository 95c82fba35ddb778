"""Lembar kerja: reading what people upload, writing what they take away.

A workbook is looked through (`archives`) before calamine opens it; rows come one by one under the sheet's own numbers.
What we write never computes: a cell that would be a formula is text.
"""

import contextlib
import csv
import re
import resource
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Self

import python_calamine
import xlsxwriter

from jenjang.kernel.archives import ArchiveRefused, check_workbook

HEADING_REACH = 10
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
EXCEL_TEXT_LIMIT = 32_767
READING_MEMORY = 1300 * 1024 * 1024
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
SHEET_TITLE = re.compile(r"[][:*?/\\]+")  # what Excel refuses in the name of a sheet
SIGNED_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")

Cell = Any


class SheetRefused(ValueError):
    """Lembar ditolak; the message says why and what to send instead."""


def heading_key(text: object) -> str:
    """A heading as it is compared: capitals, single blanks, no marks at its ends. 'Nip  baru *' is 'NIP BARU'."""
    return " ".join(str(text).replace("_", " ").replace("\u00a0", " ").upper().split()).strip(" *:.")


@dataclass(slots=True)
class Sheet:
    """Lembar terbuka: its headings, and its rows, each read when it is asked for."""

    name: str
    headings: list[str]
    heading_row: int
    height: int
    _source: python_calamine.CalamineSheet = field(repr=False)
    others: tuple[str, ...] = ()  # sheets that have the headings too and are not read

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        """Let go of the cells, which are most of the memory."""
        del self._source

    def __iter__(self) -> Iterator[tuple[int, dict[str, Cell]]]:
        """Each row that holds anything: the number that Excel shows beside it, and its cells by heading."""
        places = [(place, name) for place, name in enumerate(self.headings) if name]
        for number, cells in enumerate(self._source.iter_rows(), 1):
            if number > self.heading_row:
                row = {name: cells[place] for place, name in places if cells[place] != ""}
                if row:
                    yield number, row

    def __len__(self) -> int:
        """Rows below the heading, empty ones among them: for progress."""
        return max(self.height - self.heading_row, 0)


def open_sheet(
    file: str | Path | bytes | BinaryIO, *, required: Iterable[str], known: Iterable[str] = (), sheet: str | None = None
) -> Sheet:
    """Open a workbook and find its heading: the first of ten rows that has every required heading.

    Without `sheet`, the first visible sheet that has them; `known` headings may stand there once at most. A path costs less
    memory than bytes. Raises `SheetRefused` with a sentence for the field.
    """
    wanted = {heading_key(name) for name in required}
    once = wanted | {heading_key(name) for name in known}
    workbook = _open(file)
    shown, hidden = _names(workbook)
    names = [name for name in shown if sheet is None or heading_key(name) == heading_key(sheet)]
    if not names:
        raise SheetRefused(_no_such_sheet(sheet, shown, hidden))
    nearest: set[str] = wanted
    for place, name in enumerate(names):
        source = _load(workbook, name)
        opened, missing = _with_heading(source, name, wanted, once)
        if opened is not None:
            opened.others = _others(workbook, [*names[place + 1 :], *hidden], wanted) if sheet is None else ()
            return opened
        nearest = min(nearest, missing, key=len)
    covered = _others(workbook, hidden, wanted) if sheet is None else ()
    if covered:
        raise SheetRefused(_no_such_sheet(covered[0], shown, hidden))
    raise SheetRefused(
        f"Baris judul tidak ditemukan di {HEADING_REACH} baris pertama. Kolom yang belum ada: {', '.join(sorted(nearest))}."
    )


def sheet_names(file: str | Path | bytes | BinaryIO) -> list[str]:
    """The names of the visible sheets of a safe workbook."""
    return _names(_open(file))[0]


def _names(workbook: python_calamine.CalamineWorkbook) -> tuple[list[str], list[str]]:
    """The sheets of cells that a person sees, and those that are hidden; charts are neither."""
    shown: list[str] = []
    hidden: list[str] = []
    for one in workbook.sheets_metadata:
        if one.typ == python_calamine.SheetTypeEnum.WorkSheet:
            (shown if one.visible == python_calamine.SheetVisibleEnum.Visible else hidden).append(one.name)
    return shown, hidden


def _no_such_sheet(sheet: str | None, shown: Sequence[str], hidden: Sequence[str]) -> str:
    if not shown or any(heading_key(name) == heading_key(sheet) for name in hidden):
        names = f"'{sheet}'" if sheet else "yang berisi data"
        return f"Lembar {names} tersembunyi. Tampilkan di Excel, simpan, lalu unggah lagi."
    return f"Tidak ada lembar bernama '{sheet}'. Lembar yang ada: {', '.join(shown)}."


def _others(workbook: python_calamine.CalamineWorkbook, names: Iterable[str], wanted: set[str]) -> tuple[str, ...]:
    """Those of the sheets that have the wanted headings too: what is not read is told. Unreadable ones have none."""
    found = []
    for name in names:
        with contextlib.suppress(SheetRefused):
            if _with_heading(_load(workbook, name), name, wanted, set())[0] is not None:
                found.append(name)
    return tuple(found)


def _open(file: str | Path | bytes | BinaryIO) -> python_calamine.CalamineWorkbook:
    try:
        if isinstance(file, str | Path):
            with Path(file).open("rb") as content:
                check_workbook(content)
            return python_calamine.CalamineWorkbook.from_path(file)
        stream = BytesIO(file) if isinstance(file, bytes) else file
        check_workbook(stream)
        return python_calamine.CalamineWorkbook.from_filelike(stream)
    except ArchiveRefused as refusal:
        raise SheetRefused(str(refusal)) from refusal
    except python_calamine.CalamineError as error:
        raise SheetRefused("Berkas tidak dapat dibaca. Buka di Excel, lalu simpan ulang sebagai .xlsx.") from error


def _load(workbook: python_calamine.CalamineWorkbook, name: str) -> python_calamine.CalamineSheet:
    try:
        with _bounded_memory():
            return workbook.get_sheet_by_name(name)
    except python_calamine.CalamineError as error:
        raise SheetRefused(f"Lembar '{name}' tidak dapat dibaca. Simpan ulang sebagai .xlsx.") from error


@contextlib.contextmanager
def _bounded_memory() -> Iterator[None]:
    """A workbook that unfolds beyond reason ends this process, never the machine: the queue then gives the job up."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    limit = used + READING_MEMORY
    if soft != resource.RLIM_INFINITY and soft < limit:
        yield
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _with_heading(
    source: python_calamine.CalamineSheet, name: str, wanted: set[str], once: set[str]
) -> tuple[Sheet | None, set[str]]:
    """The sheet from its heading on; or what the nearest row lacks."""
    nearest = wanted
    for number, cells in enumerate(islice(source.iter_rows(), HEADING_REACH), 1):
        headings = [heading_key(cell) for cell in cells]
        missing = wanted - set(headings)
        if not missing:
            _refuse_doubles(headings, once)
            return Sheet(name, headings, number, source.end[0] + 1 if source.end else 0, source), set()
        nearest = min(nearest, missing, key=len)
    return None, nearest


def _refuse_doubles(headings: list[str], wanted: set[str]) -> None:
    doubles = {name for name in wanted if headings.count(name) > 1}
    if doubles:
        raise SheetRefused(f"Kolom {', '.join(sorted(doubles))} ada dua kali. Hapus salah satunya.")


@dataclass(frozen=True, slots=True)
class Column:
    """Kolom ekspor: the key of its value, its heading, its width."""

    key: str
    title: str
    width: int = 18


def write_xlsx(
    columns: Sequence[Column],
    rows: Iterable[Mapping[str, Any]],
    *,
    title: str = "Data",
    notes: Mapping[str, str] | None = None,
) -> bytes:
    """An .xlsx whose cells hold text, numbers and days, never a formula or a link."""
    return write_book(columns, {title: rows}, notes=notes)


def write_book(
    columns: Sequence[Column],
    pages: Mapping[str, Iterable[Mapping[str, Any]]],
    *,
    notes: Mapping[str, str] | None = None,
) -> bytes:
    """An .xlsx of several sheets with the same columns, each under its title."""
    output = BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(output, options)
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd-mm-yyyy"})
    for title, rows in pages.items():
        page = book.add_worksheet(SHEET_TITLE.sub(" ", title)[:31])
        for place, column in enumerate(columns):
            page.set_column(place, place, column.width)
            page.write_string(0, place, column.title, bold)
            if notes and column.key in notes:
                page.write_comment(0, place, notes[column.key])
        page.freeze_panes(1, 0)
        for number, row in enumerate(rows, 1):
            for place, column in enumerate(columns):
                _write_cell(page, number, place, row.get(column.key), day)
    book.close()
    return output.getvalue()


def _write_cell(page: Any, number: int, place: int, value: Any, day: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        page.write_string(number, place, "Ya" if value else "Tidak")
    elif isinstance(value, int | float | Decimal):
        page.write_number(number, place, value)
    elif isinstance(value, date):
        page.write_datetime(number, place, value, day)
    else:
        page.write_string(number, place, UNPRINTABLE.sub("", str(value))[:EXCEL_TEXT_LIMIT])


def harmless(value: Any) -> str:
    """A CSV field that no spreadsheet will compute: what begins like a formula gets an apostrophe. Numbers stay."""
    text = UNPRINTABLE.sub("", "" if value is None else str(value))
    if text.startswith(FORMULA_MARKS) and not SIGNED_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def write_csv(columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """CSV in UTF-8 with the mark that Excel needs, neutralised."""
    output = StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow([harmless(column.title) for column in columns])
    writer.writerows([harmless(row.get(column.key)) for column in columns] for row in rows)
    return output.getvalue().encode("utf-8-sig")
