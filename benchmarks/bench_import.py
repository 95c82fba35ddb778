"""What an import costs, against reading the sheet with calamine and copying its bare rows; and what 100,000 rows weigh.

Run as superuser role in an empty database of its own (`JENJANG_DB_ROLE=super`); everything is rolled back. People are invented.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import python_calamine
import xlsxwriter
from django.db import connection, transaction

from jenjang import ledger
from jenjang.demo.city import City
from jenjang.demo.people import Populace
from jenjang.kernel import clock, sheets
from jenjang.siasn import employee_import
from jenjang.siasn.employee_rows import REQUIRED
from jenjang.siasn.unit_tree import Unit

ROWS, MANY_ROWS = 4_300, 100_000
RATIO_BAR, MEMORY_BAR = 15.0, 900.0
COLUMNS = 67  # as many as SIASN's own export; those that the importer does not read hold a word
FILLER = "PEMERINTAH KOTA CONTOH"
BY = ledger.SYSTEM("tolok-ukur")


def run() -> list[dict[str, object]]:
    """The figures of both bars."""
    with tempfile.TemporaryDirectory() as folder:
        return [_ratio(Path(folder) / "sedang.xlsx"), _memory(Path(folder) / "besar.xlsx")]


def write_sheet(place: Path, count: int) -> dict[str, Unit]:
    """A sheet of invented people, repeated under new numbers beyond the demonstration's size."""
    city, today = City("Kota Contoh"), clock.today()
    headings: list[str] = []
    book = xlsxwriter.Workbook(str(place), {"constant_memory": True, "strings_to_formulas": False})
    page = book.add_worksheet()
    for number, row in enumerate(_people(city, count, today), start=1):
        if not headings:
            headings = [*row, *(f"KOLOM LAIN {spare}" for spare in range(max(0, COLUMNS - len(row))))]
            page.write_row(0, 0, headings)
        page.write_row(number, 0, [str(row.get(heading, FILLER) or "") for heading in headings])
    book.close()
    return city.units()


def _people(city: City, count: int, today: date) -> Iterator[dict[str, Any]]:
    people = Populace(city, 7, today).fill(min(count, 2_900))
    for number in range(count):
        row = people[number % len(people)].as_row(today)
        serial = f"{number // len(people):03}"
        if number >= len(people):
            nip = str(row["NIP BARU"]).lstrip("'")
            row = {
                **row,
                "NIP BARU": _numbered(nip, number // len(people)),
                "PNS ID": f"PNS-{serial}-{number}",
                "NIK": "",
            }
        yield row


def _numbered(nip: str, copy: int) -> str:
    """Another sound number of the same birth date: the year and month of the appointment stay, the serial moves."""
    return f"{nip[:15]}{(int(nip[15:]) + 17 * copy) % 999 + 1:03}"


def _ratio(place: Path) -> dict[str, object]:
    units = write_sheet(place, ROWS)
    with transaction.atomic():
        try:
            bare = _bare(place)
            _warm(units)
            started = time.perf_counter()
            with sheets.open_sheet(place, required=REQUIRED) as sheet:
                outcome = employee_import.import_employees(sheet, units, by=BY)
            took = time.perf_counter() - started
        finally:
            transaction.set_rollback(True)
    ratio = round(took / bare, 2)
    return {
        "bar": "import against reading and a bare COPY", "measured": ratio, "limit": RATIO_BAR, "met": ratio <= RATIO_BAR, "unit": "times",
        "detail": f"{ROWS} rows, {outcome.new} in: reading and COPY {bare:.2f} s, import {took:.2f} s",
    }  # fmt: skip


def _warm(units: dict[str, Unit]) -> None:
    """The rules of law are found once a process; a server has done so long before anybody imports."""
    from jenjang.law import catalogue

    catalogue.all_rules()


def _bare(place: Path) -> float:
    started = time.perf_counter()
    heading, *rows = python_calamine.CalamineWorkbook.from_path(place).get_sheet_by_index(0).to_python()
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE bench_rows ({', '.join(f'c{number} text' for number in range(len(heading)))})")
        with cursor.copy("COPY bench_rows FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    return time.perf_counter() - started


def _memory(place: Path) -> dict[str, object]:
    """The peak of a process that does nothing but this import, as the job worker would."""
    write_sheet(place, MANY_ROWS)
    process = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); from benchmarks import bench_import; bench_import.weigh({str(place)!r})"],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    megabytes, seconds, people = process.stdout.split()[-3:]
    return {
        "bar": "peak memory of 100,000 rows", "measured": float(megabytes), "limit": MEMORY_BAR, "met": float(megabytes) <= MEMORY_BAR,
        "unit": "MB", "detail": f"{people} people in, {seconds} s",
    }  # fmt: skip


def weigh(place: str) -> None:
    """In a process of its own: import, roll back, print the peak in MB, the seconds and the people."""
    units = City("Kota Contoh").units()
    started = time.perf_counter()
    with transaction.atomic():
        with sheets.open_sheet(place, required=REQUIRED) as sheet:
            checked = employee_import.read(sheet, units)
        print(round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024), "MB after reading")
        outcome = employee_import.import_checked(checked, units, by=BY)
        transaction.set_rollback(True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(round(peak), round(time.perf_counter() - started, 1), outcome.new)
