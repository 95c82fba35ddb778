"""Files as a personnel office gets them from BKN, about the demo city's own invented people."""

from __future__ import annotations

import io
import json
from datetime import date

import xlsxwriter

from jenjang.demo.city import City as Tree
from jenjang.demo.load import CITY, SEED
from jenjang.demo.people import Person, Populace

BAD_NIP = "197902301999031001"  # names a 30th of February


def people(count: int, today: date) -> list[Person]:
    """The people whom the demonstration loads, made again from the same seed."""
    return Populace(Tree(CITY), SEED, today).fill(count)


def tree() -> bytes:
    """Ref-unor, in BKN's keys."""
    units = [
        {
            "Id": unit.siasn_id, "InstansiId": unit.agency_id, "DiatasanId": unit.parent_id or None,
            "EselonId": unit.echelon_code, "NamaUnor": unit.name, "NamaJabatan": unit.head_title or None,
            "PemimpinPnsId": None,
        }
        for unit in Tree(CITY).units().values()
    ]  # fmt: skip
    return json.dumps({"code": 1, "data": units}).encode()


def workbook(rows: list[dict[str, str]]) -> bytes:
    """A "data pegawai" export: a title in the first row, the headings in the third."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        page = book.add_worksheet("Data Pegawai")
        page.write_string(0, 0, "DATA PEGAWAI (REKAAN)")
        headings = list(rows[0])
        for column, heading in enumerate(headings):
            page.write_string(2, column, heading)
        for line, row in enumerate(rows, start=3):
            for column, heading in enumerate(headings):
                page.write_string(line, column, row[heading])
    return file.getvalue()
