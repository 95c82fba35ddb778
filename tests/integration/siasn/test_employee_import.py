"""Importing BKN's sheet of employees: what goes in, what is refused and why, and what a second import does."""

import csv
from pathlib import Path

import pytest
import python_calamine

from jenjang import ledger
from jenjang.siasn import employee_import, unit_tree

SHARED = Path(__file__).parents[4] / "shared" / "data"
CLEAN = (SHARED / "siasn_pegawai_sawahlunto.xlsx", SHARED / "siasn_unor_sawahlunto.json")
DIRTY = (SHARED / "faulty" / "siasn_pegawai_salatiga.xlsx", SHARED / "faulty" / "siasn_unor_salatiga.json")
TRUTH = SHARED / "faulty" / "siasn_pegawai_salatiga.truth.csv"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the reference files stand beside the repository")


def load(files):
    sheet, tree = files
    heading, *rows = python_calamine.CalamineWorkbook.from_path(sheet).get_sheet_by_index(0).to_python()
    numbered = [(number, dict(zip(heading, row, strict=True))) for number, row in enumerate(rows, start=2)]
    return numbered, unit_tree.read(tree.read_bytes())


def run(files):
    rows, units = load(files)
    return employee_import.import_employees(rows, units, by=ledger.SYSTEM("uji"))


def test_a_clean_sheet_goes_in_whole_and_again_changes_nothing():
    first = run(CLEAN)
    assert (first.new, first.changed, first.unchanged, first.checked.problems) == (2900, 0, 0, [])
    again = run(CLEAN)
    assert (again.new, again.changed, again.unchanged, again.checked.problems) == (0, 0, 2900, [])


def test_each_row_of_a_dirty_sheet_meets_the_fate_that_the_truth_file_tells():
    outcome = run(DIRTY)
    truth = {int(line["row"]): line for line in csv.DictReader(TRUTH.read_text().splitlines())}
    rejected = {problem.row: problem.column for problem in outcome.checked.problems}
    warned = {warning.row: warning.column for warning in outcome.checked.warnings}
    assert rejected == {row: line["column"] for row, line in truth.items() if line["verdict"] == "reject"}
    assert warned == {row: line["column"] for row, line in truth.items() if line["verdict"] == "warn"}
    assert outcome.new == outcome.checked.rows - len(rejected)
