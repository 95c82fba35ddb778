"""State machines of a selection: what is not in the table is refused, and says what is open or what is missing."""

import pytest

from jenjang.law.errors import Refused
from jenjang.selection.states import APPLICATION, OBJECTION, VACANCY


def test_a_move_that_is_not_in_the_table_is_refused_and_says_what_is_open():
    with pytest.raises(Refused, match=r"Status ini|Ini status akhir"):
        OBJECTION.check("ditolak", "diterima", "alasan")
    with pytest.raises(Refused, match="Dari sini hanya dapat menjadi: Diumumkan, Dibatalkan"):
        VACANCY.check("rancangan", "dilantik")


def test_a_move_that_needs_a_reason_is_refused_without_one():
    with pytest.raises(Refused, match="memerlukan alasan"):
        APPLICATION.check("diajukan", "tms", "  ")
