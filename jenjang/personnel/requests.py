"""Tindakan atas permintaan perbaikan data: the person asks with evidence, another officer settles, the result is sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from django.db import transaction

from jenjang import ledger
from jenjang.accounts.queries import are_two_people
from jenjang.kernel.actions import store_document
from jenjang.kernel.histories import HistoryRecord
from jenjang.law.errors import FactError
from jenjang.personnel import actions
from jenjang.personnel.decrees import NO_DECREE, Decree
from jenjang.personnel.kinds import HistoryKind
from jenjang.personnel.kinds import kind as kind_named
from jenjang.personnel.models import CorrectionRequest, CorrectionTransition, Employee
from jenjang.personnel.models.requests import RequestState

if TYPE_CHECKING:
    from jenjang.accounts.models import User


@transaction.atomic
def ask(
    *, employee: Employee, kind: HistoryKind, record: HistoryRecord, field: str, new_value: Any, statement: str,
    evidence: BinaryIO, by: User,
) -> CorrectionRequest:  # fmt: skip
    """Ajukan perbaikan: one field of one row, what it should say, and a paper that proves it."""
    old = getattr(record, field)
    if old == new_value:
        raise FactError("new_value", "Isian ini sama dengan yang sudah tercatat.")
    waiting = CorrectionRequest.objects.filter(employee=employee, kind=kind.code, record_id=record.pk, field=field)
    if any(state_of(request) == RequestState.SUBMITTED for request in waiting):
        raise FactError("field", "Permintaan untuk isian ini masih menunggu petugas.")
    with ledger.attributed(by=by):
        request = CorrectionRequest.objects.create(
            employee=employee, kind=kind.code, record_id=record.pk, field=field, old_value=_text(old),
            new_value=_text(new_value), statement=statement.strip(), evidence=store_document(evidence, by=by),
        )  # fmt: skip
        _move(request, "", RequestState.SUBMITTED, by, "")
    return request


@transaction.atomic
def settle(*, request: CorrectionRequest, accept: bool, reason: str, by: User, decree: Decree = NO_DECREE) -> None:
    """Putuskan: accepted, the history gets a correcting row; refused, the person reads why. Never by the person."""
    request = _locked(request)
    owner = request.employee.user
    if owner is not None and not are_two_people(owner, by):
        raise FactError("__all__", "Permintaan Anda sendiri diputuskan oleh petugas lain.")
    if len(reason.strip()) < actions.MINIMUM_WORDS:
        raise FactError("reason", "Tuliskan alasannya; pegawai yang mengajukan akan membacanya.")
    if accept:
        record = record_of(request)
        value = record._meta.get_field(request.field).to_python(request.new_value or None)
        evidence = decree if decree.document else Decree(decree.number, decree.date, decree.signed_by, request.evidence)
        actions.correct(record=record, facts={request.field: value}, reason=reason, decree=evidence, by=by)
    with ledger.attributed(by=by):
        _move(request, RequestState.SUBMITTED, RequestState.ACCEPTED if accept else RequestState.REFUSED, by, reason)


@transaction.atomic
def withdraw(*, request: CorrectionRequest, by: User) -> None:
    """Cabut permintaan, while nobody has settled it."""
    request = _locked(request)
    with ledger.attributed(by=by):
        _move(request, RequestState.SUBMITTED, RequestState.WITHDRAWN, by, "")


def state_of(request: CorrectionRequest) -> str:
    newest = request.transitions.order_by("-pk").first()
    return newest.to_state if newest else ""


def record_of(request: CorrectionRequest) -> HistoryRecord:
    kind = kind_named(request.kind)
    if kind is None:
        raise FactError("__all__", "Jenis riwayat ini tidak dikenal lagi.")
    return kind.model._default_manager.get(pk=request.record_id)


def _locked(request: CorrectionRequest) -> CorrectionRequest:
    locked = CorrectionRequest.objects.select_for_update(of=("self",)).select_related("employee__user", "evidence")
    found = locked.get(pk=request.pk)
    if state_of(found) != RequestState.SUBMITTED:
        raise FactError("__all__", "Permintaan ini sudah diputuskan. Muat ulang halaman ini.")
    return found


def _move(request: CorrectionRequest, before: str, after: str, by: User, reason: str) -> None:
    CorrectionTransition.objects.create(
        request=request, actor=by, from_state=before, to_state=after, reason=reason.strip()
    )


def _text(value: Any) -> str:
    return "" if value is None else str(value)
