"""Cadangan dan pengganti: who marks instead of a member who stepped back, or who is absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from jenjang import ledger
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.selection.bench import Bench
from jenjang.selection.models import Candidate, Panel, PanelMember, PanelSeat, Recusal, Replacement
from jenjang.selection.rounds import locked_now

if TYPE_CHECKING:
    from jenjang.accounts.models import User


def call_reserve(bench: Bench, pair: tuple[int, int], by: User | ledger.Actor) -> None:
    """The first reserve who is free marks instead; without one the quorum decides."""
    member = next(one for one in bench.members if one.pk == pair[0])
    candidate = next((one for one in bench.candidates if one.pk == pair[1]), None)
    if candidate is None or not bench.is_called(member, candidate):
        return
    locked = locked_now(bench.members)
    for reserve in bench.members:
        free = reserve.seat == PanelSeat.RESERVE and reserve.pk not in locked
        tied = (reserve.pk, pair[1]) in bench.recusals or (reserve.pk, pair[1]) in bench.waiting
        if free and not tied and not bench.is_called(reserve, candidate):
            Replacement.objects.create(
                member=member, replaced_by=reserve, candidate=candidate, by=by,
                reason="Cadangan pertama yang tidak terikat dengan calon ini.",
            )  # fmt: skip
            return


@transaction.atomic
def replace(
    *, member: PanelMember, replaced_by: PanelMember, reason: str, by: User, candidate: Candidate | None = None
) -> Replacement:
    """Mengganti anggota yang berhalangan, for all candidates or for one, with a reserve."""
    Panel.objects.select_for_update().get(pk=member.panel_id)
    decision = replacement_findings(member, replaced_by, reason, candidate)
    if not decision.allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        return Replacement.objects.create(
            member=member, replaced_by=replaced_by, candidate=candidate, reason=reason.strip(), by=by
        )


def replacement_findings(
    member: PanelMember, replaced_by: PanelMember, reason: str, candidate: Candidate | None
) -> Decision[None]:
    """May this reserve stand in for this member?"""
    locked = locked_now([member, replaced_by])
    recused = Recusal.objects.filter(member=replaced_by, candidate=candidate).exists() if candidate else False
    findings = [
        Finding(member.panel_id == replaced_by.panel_id, "Keduanya anggota panitia yang sama.", (), "panitia"),
        Finding(replaced_by.seat == PanelSeat.RESERVE, "Pengganti adalah anggota cadangan.", (), "cadangan"),
        Finding(not recused, "Pengganti sendiri mundur dari calon ini.", (), "terikat"),
        Finding(
            not Replacement.objects.filter(member=member, candidate=candidate).exists(),
            "Anggota ini sudah digantikan.", (), "sekali",
        ),
        Finding(
            not locked,
            "Lembar nilai salah satunya sudah dikunci dan belum digabungkan; nilai yang terkunci tidak dipindahkan.",
            (), "terkunci",
        ),
        Finding(bool(reason.strip()), "Tulis alasan penggantian.", (), "alasan"),
    ]  # fmt: skip
    return Decision(findings, None)
