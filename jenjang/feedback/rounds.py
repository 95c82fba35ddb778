"""Putaran 360 derajat berjalan: raters are objected to and replaced, answers are put in without a name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang.accounts.roles import Role
from jenjang.feedback.deposit import deposit
from jenjang.feedback.models import Rater, RaterAnswer, RaterGroup, RaterTurn, Round
from jenjang.feedback.moves import move_rater, move_round
from jenjang.feedback.opening_round import propose_another
from jenjang.feedback.people import Voice, leader_of
from jenjang.feedback.refusals import refused
from jenjang.feedback.turns import hold
from jenjang.feedback.values import values_of
from jenjang.kernel.actions import notify
from jenjang.kernel.queries import law_on
from jenjang.performance.scopes import powers
from jenjang.personnel import colleagues
from jenjang.personnel.queries import accounts_of

if TYPE_CHECKING:
    from jenjang.accounts.models import User

PAGE = "/umpan-balik/360/"
OBJECTIONS = "/umpan-balik/360/sanggahan/"


class Phase(StrEnum):
    """Masa dalam putaran, by its days."""

    PREPARING = "disiapkan"
    OBJECTING = "sanggah"
    FILLING = "isi"
    OVER = "selesai"


def phase_of(round: Round, day: date) -> Phase:
    """In which of its days a round stands."""
    if round.state == "disiapkan":
        return Phase.PREPARING
    if round.state != "berjalan" or day > round.fill_until:
        return Phase.OVER
    return Phase.OBJECTING if day <= round.object_until else Phase.FILLING


@transaction.atomic
def object_to(*, rater: Rater, reason: str, by: Voice, on: date) -> None:
    """Menyanggah seorang penilai, by the person rated; the own leader settles it."""
    if rater.employee_id != by.key:
        raise refused("Hanya orang yang dinilai yang dapat menyanggah penilainya.")
    if phase_of(rater.round, on) is not Phase.OBJECTING:
        raise refused("Masa sanggah sudah lewat.")
    if rater.group == RaterGroup.LEADER:
        raise refused("Pimpinan menilai karena jabatannya; ia tidak dapat disanggah.")
    move_rater(rater, "disanggah", by=by.user, reason=reason)
    leader = leader_of(by.person, on) if by.person else None
    notify(
        users=accounts_of([leader]) if leader else [],
        text=f"{by.name} menyanggah seorang penilai 360°. Putusannya pada Anda.",
        url=OBJECTIONS,
    )


@transaction.atomic
def settle(*, rater: Rater, granted: bool, reason: str, by: Voice, on: date) -> Rater | None:
    """Memutus sanggahan, by the leader of the person rated; granted, the rule names another."""
    if not may_settle(rater, by, on):
        raise refused("Sanggahan diputus pimpinan orang yang dinilai.")
    if rater.round.state != "berjalan":
        raise refused("Putaran ini sudah tidak berjalan.")
    move_rater(rater, "diganti" if granted else "aktif", by=by.user, reason=reason)
    replaced = propose_another(rater, on=on) if granted else None
    said = "diterima; penilainya diganti" if granted else "tidak diterima"
    notify(users=accounts_of([rater.employee_id]), text=f"Sanggahan Anda atas penilai 360° {said}.", url=PAGE)
    return replaced


def may_settle(rater: Rater, by: Voice, on: date) -> bool:
    """Whether this voice leads the person rated; of those whom nobody leads, the head of the region."""
    person = colleagues.colleague(rater.employee_id)
    return person is not None and person.key != by.key and leader_of(person, on) == by.key


@transaction.atomic
def step_back(*, rater: Rater, reason: str, by: Voice, on: date) -> Rater | None:
    """Mengundurkan diri sebagai penilai: who hardly knows somebody's work says so, and another is named."""
    _check_may_answer(rater, by, on)
    move_rater(rater, "mundur", by=by.user, reason=reason)
    return propose_another(rater, on=on)


@transaction.atomic
def rate(*, rater: Rater, scores: Mapping[str, int], words: str, by: Voice, on: date) -> None:
    """Menilai: one score for each value, and words. Nothing is told to anybody, for a notice would tell when."""
    _check_may_answer(rater, by, on)
    law = law_on(on)
    scale = law["kinerja.umpan_balik_360.skala"].value
    if set(scores) != set(values_of(law)) or not all(
        scale["terendah"] <= one <= scale["tertinggi"] for one in scores.values()
    ):
        raise refused("Beri nilai untuk ketujuh nilai dasar.")
    deposit(
        turn=RaterTurn(round=rater.round, employee_id=rater.employee_id, rater_id=rater.rater_id),
        who={"rater": rater.rater_id},
        answer=RaterAnswer(
            round=rater.round, employee_id=rater.employee_id, group=rater.group, scores=dict(scores), words=words
        ),
        group={"round": rater.round, "employee": rater.employee_id},
    )


def may_answer(rater: Rater, by: Voice) -> bool:
    """Whether a rater is this voice: the person, or the head of the region where no person is named."""
    if rater.rater_id is None:
        return by.person is None and Role.APPOINTING_AUTHORITY in powers(by.user).roles
    return rater.rater_id == by.key


@transaction.atomic
def cancel_round(*, round: Round, reason: str, by: User) -> None:
    """Membatalkan putaran: what was answered is deleted unread."""
    move_round(round, "dibatalkan", by=by, reason=reason)
    RaterAnswer.objects.filter(round=round).delete()
    RaterTurn.objects.filter(round=round).delete()


def _check_may_answer(rater: Rater, by: Voice, on: date) -> None:
    hold("penilai", rater.pk)  # a row lock would leave a trace beside the answer
    rater = Rater.objects.select_related("round").get(pk=rater.pk)
    if not may_answer(rater, by):
        raise refused("Isian ini bukan untuk Anda.")
    if phase_of(rater.round, on) is not Phase.FILLING:
        raise refused(f"Isian 360° diterima dari sesudah masa sanggah sampai {rater.round.fill_until:%d-%m-%Y}.")
    if rater.state != "aktif":
        raise refused("Anda tidak lagi menjadi penilai orang ini.")
    if RaterTurn.objects.filter(round=rater.round, employee=rater.employee_id, rater=rater.rater_id).exists():
        raise refused(
            "Penilaian Anda atas orang ini sudah diterima dan tidak dapat dicari lagi, jadi tidak dapat diubah."
        )
