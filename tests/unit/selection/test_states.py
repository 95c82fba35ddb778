"""The state machines: every state is reached, comes to an end, and is drawn as it is."""

from collections.abc import Iterable

import pytest

from jenjang.law.errors import Refused
from jenjang.selection import cli, states
from jenjang.selection.states import APPLICATION, MACHINES, OBJECTION, VACANCY, Machine


def reached(machine: Machine, begin: Iterable[str]) -> set[str]:
    found = set(begin)
    while more := {move.target for move in machine.moves if move.source in found} - found:
        found |= more
    return found


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_state_is_reached_and_can_come_to_an_end(machine):
    assert reached(machine, [machine.initial]) == set(machine.labels)
    for state in machine.labels:
        assert reached(machine, [state]) & machine.ends
    assert len({(move.source, move.target) for move in machine.moves}) == len(machine.moves)


def test_the_reference_page_is_current():
    assert cli.REFERENCE.read_text("utf-8") == states.reference_page(), "run: jenjang selection states --write"


def test_a_move_that_is_not_in_the_table_is_refused_and_says_what_is_open():
    with pytest.raises(Refused, match=r"Status ini|Ini status akhir"):
        OBJECTION.check("ditolak", "diterima", "alasan")
    with pytest.raises(Refused, match="Dari sini hanya dapat menjadi: Diumumkan, Dibatalkan"):
        VACANCY.check("rancangan", "dilantik")


def test_a_move_that_needs_a_reason_is_refused_without_one():
    with pytest.raises(Refused, match="memerlukan alasan"):
        APPLICATION.check("diajukan", "tms", "  ")
