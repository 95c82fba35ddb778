"""Kebijakan dalam kata: the way of a draft from hand to hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jenjang.kernel import clock
from jenjang.kernel.models import PolicyDraftState
from jenjang.ui.parts import Event

if TYPE_CHECKING:
    from jenjang.kernel.models import PolicyDraftTransition
    from jenjang.law.parameters import Parameter

DONE = {
    ("", PolicyDraftState.DRAFT): "Dirancang",
    (PolicyDraftState.DRAFT, PolicyDraftState.PROPOSED): "Diajukan",
    (PolicyDraftState.PROPOSED, PolicyDraftState.DRAFT): "Dikembalikan",
    (PolicyDraftState.PROPOSED, PolicyDraftState.ADOPTED): "Ditetapkan",
}


def draft_steps(transitions: Iterable["PolicyDraftTransition"]) -> list[Event]:
    """Perjalanan rancangan, the newest on top."""
    return [
        Event(
            title=f"{DONE.get((step.from_state, step.to_state), 'Dibuang')} oleh {step.actor.name}",
            day=step.at.astimezone(clock.zone()).date(),
            text=step.reason,
            state="now" if place == 0 else "done",
        )
        for place, step in enumerate(transitions)
    ]


@dataclass(frozen=True, slots=True)
class PolicyPart:
    """Some of the delegated values, each with its national default and the agency's own value or nothing."""

    title: str
    rows: list[tuple["Parameter", str, str]]
    is_own: bool = False


def policy_parts(rows: Iterable[tuple["Parameter", str, str]]) -> list[PolicyPart]:
    """What the agency decided by itself comes first; the long rest is folded under it."""
    everything = list(rows)
    own = PolicyPart("Ditetapkan sendiri oleh instansi ini", [row for row in everything if row[2]], is_own=True)
    rest = PolicyPart("Memakai bawaan nasional", [row for row in everything if not row[2]])
    return [part for part in (own, rest) if part.rows]
