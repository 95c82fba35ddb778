"""The board of who is still waited for, in a sentence."""

from __future__ import annotations

from jenjang.performance.presenters_steering import said
from jenjang.performance.queries_steering import LABELS, UNAGREED, UNFILLED, UNPLANNED, Row


def row(**waiting: int) -> Row:
    return Row(1, "Dinas Perhubungan", 40, False, dict.fromkeys(LABELS, 0) | waiting, {})


def test_the_most_waited_for_comes_first_and_an_acronym_keeps_its_capitals() -> None:
    rows = [row(**{UNAGREED: 3, UNFILLED: 2}), row(**{UNAGREED: 1, UNPLANNED: 1})]
    assert said(rows) == (
        "Yang masih ditunggu: 4 SKP belum ditetapkan, 2 belum mengisi evaluasi, 1 belum menyusun SKP."
    )


def test_a_board_where_nobody_waits_says_so() -> None:
    assert said([row()]) == "Tidak ada yang ditunggu."
