"""Kebijakan dalam kata: the way of a draft from hand to hand."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jenjang.kernel import clock
from jenjang.kernel.models import PolicyDraftState
from jenjang.ui.parts import Event

if TYPE_CHECKING:
    from jenjang.kernel.models import PolicyDraftTransition

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
