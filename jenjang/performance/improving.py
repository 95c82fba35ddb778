"""Pembinaan kinerja (PP 30/2019 Pasal 56-58): months in which somebody whose results fell short is helped to mend them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from jenjang import ledger
from jenjang.accounts.queries import holders_of
from jenjang.accounts.roles import Role
from jenjang.kernel.actions import notify
from jenjang.kernel.queries import law_on
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.law.parameters import LawOn
from jenjang.law.spans import add_months
from jenjang.law.wording import long_date
from jenjang.performance import scopes
from jenjang.performance.models import (
    YEARLY,
    Evaluation,
    ImprovementOutcome,
    ImprovementPlan,
    ImprovementResult,
    ImprovementStep,
)
from jenjang.performance.moves import hold_evaluation
from jenjang.performance.skps import refused
from jenjang.performance.states import FINAL
from jenjang.personnel.queries import accounts_of, full_names

if TYPE_CHECKING:
    from jenjang.accounts.models import User

_TERM, _TEST = ("pp-30-2019#56",), ("pp-30-2019#57",)


@dataclass(frozen=True, slots=True)
class Step:
    """Langkah yang direncanakan: what is done, and until when."""

    text: str
    due: date


def guides(user: User, plan: ImprovementPlan) -> bool:
    """Whether somebody leads the person through it: who appraised the year, or who appraises the person now. Nobody the own."""
    return _appraises(user, plan.evaluation)


def _appraises(user: User, evaluation: Evaluation) -> bool:
    person = scopes.own_employee(user)
    if person is not None and person.pk == evaluation.employee_id:
        return False
    since = evaluation.year.year
    return scopes.appraised_by(user).filter(employee=evaluation.employee_id, year__year__gte=since).exists()


def may_begin(evaluation: Evaluation, law: LawOn) -> Decision[None]:
    """Bolehkah dimulai: a yearly result that is final, one of the predicates that the law helps."""
    poor = law["kinerja.pembinaan.predikat"]
    is_yearly, is_final = evaluation.period == YEARLY, evaluation.state in FINAL
    named = " atau ".join(code.replace("_", " ") for code in poor.value)
    return Decision(
        [
            Finding(is_yearly and is_final, "Hasil tahunan yang sudah final.", _TERM, "tahunan"),
            Finding(evaluation.predicate in poor.value, f"Pembinaan bagi predikat tahunan {named}.", poor.cites, "predikat"),
        ],
        None,
    )  # fmt: skip


def ends_of(begins: date, law: LawOn) -> date:
    """The last day of the months that the law gives: the same date so many months later, less a day."""
    return add_months(begins, law["kinerja.pembinaan.bulan"].value) - timedelta(days=1)


@transaction.atomic
def begin(*, evaluation: Evaluation, aim: str, steps: Sequence[Step], by: User, on: date) -> ImprovementPlan:
    """Memulai pembinaan today, with its first steps; the person is told."""
    hold_evaluation(evaluation)
    if not _appraises(by, evaluation):
        raise refused("Pembinaan dimulai pejabat penilai pegawai itu.", code="penilai")
    law = law_on(on)
    decision = may_begin(evaluation, law)
    if not decision.allowed:
        raise Refused(decision)
    if ImprovementPlan.objects.filter(evaluation=evaluation).exists():
        raise refused("Pembinaan atas hasil ini sudah dimulai.", code="pembinaan")
    plan = ImprovementPlan.objects.create(
        evaluation=evaluation, employee_id=evaluation.employee_id, begins=on, ends=ends_of(on, law),
        aim=aim.strip(), made_by=by,
    )  # fmt: skip
    for step in steps:
        _add(plan, step)
    _tell(
        plan,
        f"Rencana perbaikan kinerja Anda dimulai, sampai {long_date(plan.ends)}. Atasan menyertai tiap langkahnya.",
    )
    return plan


@transaction.atomic
def add_step(*, plan: ImprovementPlan, step: Step, by: User) -> ImprovementStep:
    """Menambah langkah while it runs."""
    _require_guide(plan, by)
    _require_running(plan)
    made = _add(plan, step)
    _tell(plan, f"Langkah baru pada rencana perbaikan kinerja Anda: {step.text}")
    return made


def _add(plan: ImprovementPlan, step: Step) -> ImprovementStep:
    if not plan.begins <= step.due <= plan.ends:
        reason = ("Tenggat langkah antara {} dan {}.", plan.begins, plan.ends)
        raise Refused(Decision([Finding(False, reason, _TERM, "due")], None))
    order = (plan.steps.aggregate(last=Max("order"))["last"] or 0) + 1
    return ImprovementStep.objects.create(plan=plan, order=order, text=step.text.strip(), due=step.due)


@transaction.atomic
def remove_step(*, step: ImprovementStep, by: User) -> None:
    """Menghapus langkah yang belum dikerjakan."""
    _require_guide(step.plan, by)
    _require_running(step.plan)
    if not ImprovementStep.objects.filter(pk=step.pk, done_on=None).delete()[0]:
        raise refused("Langkah ini sudah selesai, jadi tetap tercatat.", code="langkah")


@transaction.atomic
def do_step(*, step: ImprovementStep, note: str, by: User, on: date) -> None:
    """Menyelesaikan langkah, by the person; the leader is told."""
    person = scopes.own_employee(by)
    if person is None or person.pk != step.plan.employee_id:
        raise refused("Langkah dinyatakan selesai oleh pegawai yang menjalaninya.", code="pemilik")
    _require_running(step.plan)
    if not ImprovementStep.objects.filter(pk=step.pk, done_on=None).update(done_on=on, note=note.strip()):
        raise refused("Langkah ini sudah selesai.", code="langkah")
    name = full_names([person.pk])[person.pk]
    skp = step.plan.evaluation.skp
    users = accounts_of([skp.appraiser_id]) if skp.appraiser_id else []
    notify(
        users=users, text=f"{name} menyelesaikan satu langkah perbaikan: {step.text}", url=step.plan.get_absolute_url()
    )


def may_close(plan: ImprovementPlan, outcome: str, on: date) -> Decision[None]:
    """Bolehkah ditutup: improvement may be found any day, its absence only when the months are over."""
    early = outcome == ImprovementOutcome.IMPROVED
    said = ("Masa perbaikan berlangsung sampai {}; sebelum itu hanya dapat ditutup karena membaik.", plan.ends)
    return Decision([Finding(early or on > plan.ends, said, _TERM if early else _TEST, "outcome")], None)


@transaction.atomic
def close(*, plan: ImprovementPlan, outcome: str, words: str, by: User, on: date) -> ImprovementResult:
    """Menutup pembinaan with what was found; the person and the personnel office are told."""
    _require_guide(plan, by)
    _require_running(plan)
    decision = may_close(plan, outcome, on)
    if not decision.allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        made = ImprovementResult.objects.create(
            plan=plan, employee_id=plan.employee_id, outcome=outcome, words=words.strip(), by=by
        )
    label = ImprovementOutcome(outcome).label.lower()
    _tell(plan, f"Rencana perbaikan kinerja Anda ditutup: {label}.")
    name = full_names([plan.employee_id])[plan.employee_id]
    text = f"Pembinaan kinerja {name} ditutup: {label}."
    notify(users=holders_of(Role.PERSONNEL_OFFICER), text=text, url=plan.get_absolute_url())
    return made


def _tell(plan: ImprovementPlan, text: str) -> None:
    notify(users=accounts_of([plan.employee_id]), text=text, url=plan.get_absolute_url())


def _require_guide(plan: ImprovementPlan, by: User) -> None:
    if not guides(by, plan):
        raise refused("Langkah disusun pejabat penilai pegawai itu.", code="penilai")


def _require_running(plan: ImprovementPlan) -> None:
    """Who changes a plan and who closes it take turns."""
    hold_evaluation(plan.evaluation)
    if ImprovementResult.objects.filter(plan=plan).exists():
        raise refused("Pembinaan ini sudah ditutup.", code="pembinaan")
