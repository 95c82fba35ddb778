"""Status dan perpindahannya: a state machine is a table; what is not in the table cannot happen.

Each slice writes its machines in its own `states.py`; the reference pages are drawn from the same tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused


@dataclass(frozen=True, slots=True)
class Move:
    """Perpindahan: from where to where, what is done, and whether it needs a reason in words."""

    source: str
    target: str
    verb: str
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class Machine:
    """Alur status: its states with labels, where it begins, and every permitted move."""

    name: str
    title: str
    labels: dict[str, str]
    initial: str
    moves: tuple[Move, ...]

    @property
    def ends(self) -> frozenset[str]:
        """States from which nothing follows."""
        return frozenset(self.labels) - {move.source for move in self.moves}

    def next(self, state: str) -> tuple[Move, ...]:
        """The moves that are open from a state."""
        return tuple(move for move in self.moves if move.source == state)

    def find(self, source: str, target: str) -> Move | None:
        """The move between two states, if there is one."""
        return next((move for move in self.moves if (move.source, move.target) == (source, target)), None)

    def check(self, source: str, target: str, reason: str = "") -> Move:
        """The move, or `Refused` with a sentence that names what is open instead."""
        move = self.find(source, target)
        if move is None:
            raise Refused(Decision([Finding(False, self._why_not(source, target), code="status")], None))
        if move.needs_reason and not reason.strip():
            sentence = f"{move.verb} memerlukan alasan tertulis."
            raise Refused(Decision([Finding(False, sentence, code="alasan")], None))
        return move

    def _why_not(self, source: str, target: str) -> str:
        open_moves = [self.labels[move.target] for move in self.next(source)]
        onwards = (
            f"Dari sini hanya dapat menjadi: {', '.join(open_moves)}." if open_moves else "Status ini sudah akhir."
        )
        return f"{self.title} kini “{self.labels[source]}”, tidak dapat menjadi “{self.labels[target]}”. {onwards}"

    def diagram(self) -> str:
        """The machine as a mermaid state diagram."""
        lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {self.initial}"]
        lines += [f"    {state} : {label}" for state, label in self.labels.items()]
        lines += [
            f"    {move.source} --> {move.target} : {move.verb}{' (dengan alasan)' if move.needs_reason else ''}"
            for move in self.moves
        ]
        lines += [f"    {state} --> [*]" for state in self.labels if state in self.ends]
        return "\n".join([*lines, "```"])


def reference_page(title: str, made_from: str, command: str, machines: Iterable[Machine]) -> str:
    """A page of docs/reference, drawn from the tables."""
    head = f"# {title}\n\nHalaman ini dibuat dari `{made_from}`: ubah tabelnya, lalu jalankan\n`{command}`.\n"
    return head + "".join(f"\n## {machine.title}\n\n{machine.diagram()}\n" for machine in machines)
