"""Bacaan usul perubahan sesudah diserahkan: what waits for a second person, and what was settled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Case, QuerySet, Value, When

from jenjang.accounts.queries import are_two_people
from jenjang.law.decisions import Decision, Finding
from jenjang.performance import scopes
from jenjang.performance.models import AmendmentProposal

if TYPE_CHECKING:
    from jenjang.accounts.models import User

OPEN = AmendmentProposal.State.OPEN
_JOINED = (
    "evaluation__year",
    "evaluation__employee__current",
    "evaluation__skp__appraiser__current",
    "proposed_by",
    "settled_by",
)


def amendments(user: User, state: str = "") -> QuerySet[AmendmentProposal]:
    """Usul perubahan in the officer's scope, those that wait first, then the newest."""
    found = AmendmentProposal.objects.filter(evaluation__in=scopes.visible_evaluations(user).order_by().values("pk"))
    if state in AmendmentProposal.State.values:
        found = found.filter(state=state)
    waits = Case(When(state=OPEN, then=Value(0)), default=Value(1))
    return found.select_related(*_JOINED).order_by(waits, "-pk")


def amendment_for(user: User, pk: int) -> AmendmentProposal | None:
    """One proposal, unless it is about the officer's own result."""
    person = scopes.own_employee(user)
    found = amendments(user).filter(pk=pk)
    return (found.exclude(evaluation__employee=person) if person else found).first()


def may_settle(proposal: AmendmentProposal, user: User, day: date) -> Decision[None]:
    """Whether this officer can settle it: open, and another natural person than who proposed it."""
    is_open = proposal.state == OPEN
    is_second = are_two_people(proposal.proposed_by, user, day)
    return Decision(
        [
            Finding(is_open, "Usul masih menunggu." if is_open else "Usul ini sudah diselesaikan."),
            Finding(is_second, "Anda bukan pengusulnya." if is_second else "Usul ini Anda ajukan sendiri; petugas lain yang menyelesaikannya."),
        ],
        None,
    )  # fmt: skip
