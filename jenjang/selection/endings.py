"""Mengakhiri tanpa hasil: a vacancy is called off or closed unfilled, with a reason that everybody concerned reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from jenjang.kernel import actions as kernel
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.selection import moves
from jenjang.selection.models import Application, PanelMember, Vacancy, WillingnessRequest
from jenjang.selection.states import VACANCY

if TYPE_CHECKING:
    from jenjang.accounts.models import User

OUTCOMES = {
    "dibatalkan": "Dibatalkan: jabatan tidak jadi diisi",
    "tidak_terisi": "Tidak terisi: tidak ada calon yang dapat diajukan",
}


def open_outcomes(state: str) -> list[tuple[str, str]]:
    """How a vacancy in this state may end without anybody being appointed."""
    targets = {move.target for move in VACANCY.next(state)}
    return [(code, label) for code, label in OUTCOMES.items() if code in targets]


def ending_findings(vacancy: Vacancy) -> Decision[None]:
    """May this vacancy be ended without a result?"""
    state = moves.state_of(vacancy)
    words = ("Lowongan {}; hanya yang belum ditetapkan dapat diakhiri.", VACANCY.labels[state].lower())
    return Decision([Finding(bool(open_outcomes(state)), words, (), "status")], None)


@transaction.atomic
def end(*, vacancy: Vacancy, outcome: str, reason: str, by: User) -> None:
    """Mengakhiri lowongan: the reason is sealed and public, and whoever took part is told."""
    decision = ending_findings(vacancy)
    if not decision.allowed:
        raise Refused(decision)
    moves.move(vacancy, outcome, by=by, reason=reason)
    text = f"{vacancy.title}: {VACANCY.labels[outcome].lower()}. {reason.strip()}"
    if vacancy.criteria.exists():  # a draft is nobody's business yet, also when it ends
        kernel.notify(users=concerned(vacancy), text=text, url=reverse("transparency:vacancy", args=[vacancy.number]))


def concerned(vacancy: Vacancy) -> list[User]:
    """Who applied, who was asked, and who marks."""
    applied = Application.objects.filter(vacancy=vacancy).filter(
        Q(employee__user__isnull=False) | Q(external__user__isnull=False)
    )
    people = [one.employee.user if one.employee else one.external.user for one in applied.select_related("employee__user", "external__user")]  # fmt: skip
    asked = WillingnessRequest.objects.filter(vacancy=vacancy, employee__user__isnull=False)
    people += [one.employee.user for one in asked.select_related("employee__user")]
    members = PanelMember.objects.filter(panel__vacancy=vacancy).select_related("user")
    return [*people, *(one.user for one in members)]
