"""Cells of BKN's sheets: what is read as what, and what is refused with a sentence."""

from datetime import date, datetime

import pytest

from jenjang.siasn import cells
from jenjang.siasn.cells import CellProblem


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("'  Sri   Rahayu ", "Sri Rahayu"),
        ("null", ""),
        ("'NULL", ""),
        (None, ""),
        (12.0, "12"),
        (datetime(2020, 4, 1), "01-04-2020"),
        ("\u2019Sri", "Sri"),
        ("Bu\u200bdi \u202eosotnaS\ufeff", "Budi osotnaS"),
    ],
)
def test_texts_lose_the_apostrophe_doubled_blanks_and_marks_without_a_shape(cell, value):
    assert cells.text(cell) == value


@pytest.mark.parametrize("cell", ["a\x00b", "a\x07", "a\x9b31m", "x" * 501, True])
def test_control_characters_and_endless_texts_are_refused(cell):
    with pytest.raises(CellProblem):
        cells.text(cell)


@pytest.mark.parametrize(
    "cell",
    ["01-04-2020", "1/4/2020", "1.4.2020", "2020-04-01", "2020-04-01T00:00:00", date(2020, 4, 1), 43922, 43922.75],
)
def test_days_are_read_in_every_writing_that_occurs(cell):
    assert cells.day(cell) == date(2020, 4, 1)


@pytest.mark.parametrize(
    "cell", ["30-02-2020", "1-13-2020", "besok", "01-04-0020", "44197", "१-४-२०२०x", 2020, 20200401, float("nan"), True]
)
def test_days_that_are_none_are_refused(cell):
    with pytest.raises(CellProblem):
        cells.day(cell)


@pytest.mark.parametrize("cell", ["²", "-1", "12,5", "9" * 400, "٣", "61"])
def test_whole_numbers_are_digits_within_bounds(cell):
    with pytest.raises(CellProblem):
        cells.whole(cell, most=60)


@pytest.mark.parametrize(
    "cell", ["19800215 200501 2 001", "19800215-200501-2-001", "'198002152005012001", "\ufeff198002152005012001"]
)
def test_numbers_in_printed_groups_are_bare_digits(cell):
    assert cells.digits(cell) == "198002152005012001"


@pytest.mark.parametrize("cell", [198002152005012001, 1.98e17, "1.98002E+17", "1,98e17"])
def test_a_number_that_a_spreadsheet_rounded_is_refused_as_such(cell):
    with pytest.raises(CellProblem, match="bilangan"):
        cells.digits(cell)
