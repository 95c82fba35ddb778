"""Bukti dukung: kept once, used where it proves something; one file may serve many results and weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from jenjang.kernel import clock
from jenjang.kernel.actions import store_document
from jenjang.kernel.queries import law_on
from jenjang.performance import scopes
from jenjang.performance.models import Evidence, EvidenceUse, PlannedResult, ProgressEntry
from jenjang.performance.skps import refused
from jenjang.performance.turns import take_turns
from jenjang.performance.weeks import week_of, weeks_until

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.personnel.models import Employee

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Proof:
    """Bukti sebagaimana diberikan: one that is kept already, or a file, or a link."""

    kept: int | None = None
    upload: Any = None
    link: str = ""
    title: str = ""


@transaction.atomic
def keep(*, proof: Proof, by: User) -> Evidence:
    """Menyimpan bukti without using it yet."""
    person = scopes.own_employee(by)
    if person is None:
        raise refused("Akun ini tidak terhubung dengan data pegawai.", code="pemilik")
    return found_or_kept(person, proof, by=by)


def found_or_kept(person: Employee, proof: Proof, *, by: User) -> Evidence:
    """The evidence that is meant: the one kept already, also when the same file or link comes again."""
    take_turns("bukti", person.pk)
    own = Evidence.objects.filter(employee=person)
    if proof.kept is not None:
        found = own.filter(pk=proof.kept).first()
        if found is None:
            raise refused("Bukti itu tidak ada pada daftar Anda.", code="bukti")
        return found
    if proof.link:
        known = own.filter(link=proof.link).first()
        title = proof.title or proof.link
        return known or Evidence.objects.create(employee=person, title=title[:_LONGEST], link=proof.link)
    document = store_document(proof.upload, by=by)
    known = own.filter(document__sha256=document.sha256).first()
    if known is not None:
        document.delete()
        return known
    title = proof.title or document.name
    return Evidence.objects.create(employee=person, title=title[:_LONGEST], document=document)


def prove(evidence: Evidence, entries: Sequence[ProgressEntry]) -> None:
    """Memakai bukti untuk catatan-catatan ini."""
    uses = [
        EvidenceUse(evidence=evidence, entry=entry, result_id=line.result_id)
        for entry in entries
        for line in entry.lines.all()
    ]
    EvidenceUse.objects.bulk_create(uses, ignore_conflicts=True)


@transaction.atomic
def use(*, evidence: Evidence, entry: ProgressEntry, by: User, on: date) -> None:
    """Memakai bukti lagi for what another entry says; used twice it is there once."""
    _require_own(evidence, by)
    if entry.employee_id != evidence.employee_id or entry.withdrawn_at is not None:
        raise refused("Catatan itu sudah ditarik atau diganti.", code="catatan")
    _require_open(entry.on, on)
    prove(evidence, [entry])


@transaction.atomic
def stop_using(*, use: EvidenceUse, by: User, on: date) -> None:
    """Melepas bukti dari satu pemakaian, as long as that week can still be written; the evidence itself stays."""
    _require_own(use.evidence, by)
    _require_open(use.entry.on if use.entry else clock.day_of(use.evidence.at), on)
    use.delete()


def hand_on(older: Sequence[int], newer: ProgressEntry) -> None:
    """A corrected entry keeps the evidence of the one that it corrects."""
    uses = EvidenceUse.objects.filter(entry__in=older)
    EvidenceUse.objects.bulk_create(
        [EvidenceUse(evidence_id=use.evidence_id, result_id=use.result_id, entry=newer) for use in uses],
        ignore_conflicts=True,
    )
    uses.delete()


def reader_may_open(evidence: Evidence, reader: User) -> bool:
    """Whether somebody may open a piece of evidence: its owner, and whoever reads an SKP whose result it proves."""
    person = scopes.own_employee(reader)
    if person is not None and evidence.employee_id == person.pk:
        return True
    proven = PlannedResult.objects.filter(evidence_uses__evidence=evidence).values("skp")
    return scopes.visible_skps(reader).filter(pk__in=proven).exists()


def _require_own(evidence: Evidence, by: User) -> None:
    person = scopes.own_employee(by)
    if person is None or person.pk != evidence.employee_id:
        raise refused("Hanya pemilik bukti yang dapat melakukan ini.", code="pemilik")


def _require_open(day: date, on: date) -> None:
    back = law_on(on)["kinerja.progres.pekan_mundur"]
    if week_of(day) not in weeks_until(on, back.value):
        raise refused("Pekan itu hanya dapat dibaca.", code="pekan", cites=back.cites)
