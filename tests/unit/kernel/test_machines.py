"""State machines of every slice: every state is reached, comes to an end, and is drawn as it is."""

from importlib import import_module

import pytest

from jenjang.kernel.states import Machine
from tests.machines import reached

SLICES = ("feedback", "performance", "projects", "selection")
MACHINES = [machine for name in SLICES for machine in import_module(f"jenjang.{name}.states").MACHINES]
# A year that was closed can be opened again, and an evaluation that is final can still be amended.
ENDLESS = {"performanceyear", "evaluation"}


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_state_is_reached_and_can_come_to_an_end(machine: Machine) -> None:
    assert reached(machine) == set(machine.labels)
    without_end = {state for state in machine.labels if not reached(machine, [state]) & machine.ends}
    assert without_end == (set(machine.labels) if machine.name in ENDLESS else set())


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_move_joins_two_known_states_and_stands_once(machine: Machine) -> None:
    assert {state for move in machine.moves for state in (move.source, move.target)} <= set(machine.labels)
    assert len({(move.source, move.target) for move in machine.moves}) == len(machine.moves)


@pytest.mark.parametrize("name", SLICES)
def test_the_reference_page_is_current(name: str) -> None:
    page, states = import_module(f"jenjang.{name}.cli").REFERENCE, import_module(f"jenjang.{name}.states")
    assert page.read_text("utf-8") == states.reference_page(), f"run: jenjang {name} states --write"
