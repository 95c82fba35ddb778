"""Where one can get to in a state machine."""

from collections.abc import Iterable

from jenjang.kernel.states import Machine


def reached(machine: Machine, begin: Iterable[str] = (), without: str = "") -> set[str]:
    """The states that can be reached from some, else from the first, never going through one."""
    found = set(begin) or {machine.initial}
    while more := {move.target for move in machine.moves if move.source in found} - found - {without}:
        found |= more
    return found
