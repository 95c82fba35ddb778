"""Bacaan putaran 360 derajat: what I fill in, who rates me, what my team objects to, what came of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from jenjang.accounts.roles import Role
from jenjang.feedback.models import Rater, RaterTurn, Round, RoundResult
from jenjang.feedback.people import Voice, leader_of, team_of
from jenjang.feedback.rounds import may_settle
from jenjang.performance.scopes import powers
from jenjang.personnel import colleagues


@dataclass(frozen=True, slots=True)
class Figures:
    """Berapa, bukan siapa: how far a round is."""

    people: int
    asked: int
    answered: int
    objections: int


def running_rounds() -> QuerySet[Round]:
    """Rounds under way, or being prepared or counted: one at most."""
    return Round.objects.filter(state__in=("disiapkan", "berjalan", "dihitung"))


def running() -> Round | None:
    """That round."""
    return running_rounds().first()


def rounds() -> QuerySet[Round]:
    """Semua putaran, the newest first."""
    return Round.objects.select_related("opened_by")


def round_of(pk: int) -> Round | None:
    """Satu putaran."""
    return Round.objects.filter(pk=pk).first()


def forms_of(round: Round, voice: Voice) -> list[Rater]:
    """Isian yang diminta dari seseorang, those not given yet first; each with `is_done`."""
    turn = RaterTurn.objects.filter(round=round, employee=OuterRef("employee"))
    turn = turn.filter(rater=voice.key) if voice.key else turn.filter(rater=None)
    rows = _asked_of(round, voice).filter(state="aktif").annotate(is_done=Exists(turn))
    return list(rows.order_by("is_done", "group", "employee_id"))


def waiting_forms(round: Round, voice: Voice) -> int:
    """How many of them are not given yet."""
    return sum(not one.is_done for one in forms_of(round, voice))


def _asked_of(round: Round, voice: Voice) -> QuerySet[Rater]:
    if voice.key:
        return Rater.objects.filter(round=round, rater=voice.key)
    is_mayor = Role.APPOINTING_AUTHORITY in powers(voice.user).roles
    return Rater.objects.filter(round=round, rater=None) if is_mayor else Rater.objects.none()


def form_for(voice: Voice, pk: int) -> Rater | None:
    """One form that this voice was asked to fill in."""
    row = Rater.objects.select_related("round").filter(pk=pk, state="aktif").first()
    return row if row is not None and _asked_of(row.round, voice).filter(pk=pk).exists() else None


def raters_of(round: Round, employee: int) -> list[Rater]:
    """Penilai seseorang, as proposed and replaced; never whether they have answered."""
    return list(Rater.objects.filter(round=round, employee=employee).order_by("group", "pk"))


def own_rater(voice: Voice, pk: int) -> Rater | None:
    """A rater of this person in a round that runs."""
    rows = Rater.objects.select_related("round").filter(pk=pk, employee=voice.key, round__state="berjalan")
    return rows.first()


def objections_for(voice: Voice, day: date) -> list[Rater]:
    """Sanggahan yang menunggu putusan seseorang."""
    team = {one.key for one in team_of(voice, day)}
    rows = Rater.objects.filter(state="disanggah", round__state="berjalan", employee__in=team).select_related("round")
    return list(rows.prefetch_related("transitions").order_by("pk"))


def open_objections() -> QuerySet[Rater]:
    """Anybody's objections that wait."""
    return Rater.objects.filter(state="disanggah", round__state="berjalan")


def objection_for(voice: Voice, pk: int, day: date) -> Rater | None:
    """One of them."""
    row = Rater.objects.filter(pk=pk, state="disanggah", round__state="berjalan").select_related("round").first()
    return row if row is not None and may_settle(row, voice, day) else None


def objection_words(rater: Rater) -> str:
    """Alasan sanggahan, the newest."""
    found = sorted(rater.transitions.all(), key=lambda one: one.sequence)
    return next((one.reason for one in reversed(found) if one.to_state == "disanggah"), "")


def results_of(employee: int) -> list[RoundResult]:
    """Hasil seseorang, the newest year first."""
    return list(RoundResult.objects.filter(employee=employee).select_related("round").order_by("-round__year"))


def result_for(voice: Voice, pk: int, day: date) -> RoundResult | None:
    """One result, for the person and the person's leader of today."""
    found = RoundResult.objects.filter(pk=pk).select_related("round").first()
    if found is None or found.employee_id == voice.key:
        return found
    person = colleagues.colleague(found.employee_id)
    is_leader = person is not None and person.unit is not None and leader_of(person, day) == voice.key
    return found if is_leader else None


def content_of(result: RoundResult) -> dict[str, Any]:
    """What was counted, as plain values."""
    found: dict[str, Any] = json.loads(result.content)
    return found


def figures_of(rounds: Sequence[Round]) -> dict[int, Figures]:
    """How far each round is, in two queries; never a name."""
    rows = Rater.objects.filter(round__in=rounds).order_by().values("round")
    asked = Q(state__in=("aktif", "disanggah"))
    found = rows.annotate(
        people=Count("employee", distinct=True),
        asked=Count("pk", filter=asked),
        objections=Count("pk", filter=Q(state="disanggah")),
    )
    turns = dict(
        RaterTurn.objects.filter(round__in=rounds)
        .order_by()
        .values_list("round")
        .annotate(n=Count("pk"))
        .values_list("round", "n")
    )
    return {
        row["round"]: Figures(row["people"], row["asked"], turns.get(row["round"], 0), row["objections"])
        for row in found
    }
