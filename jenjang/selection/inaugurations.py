"""Pelantikan: the oath is recorded, and with it the appointment enters the person's history by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from jenjang.kernel import actions as kernel
from jenjang.law.decisions import Decision as LawDecision
from jenjang.law.decisions import Finding
from jenjang.law.errors import Refused
from jenjang.personnel import actions as personnel
from jenjang.personnel.decrees import Decree as Basis
from jenjang.personnel.models import Employee
from jenjang.selection import decree_letters, decrees, moves
from jenjang.selection.decisions import no_open_objection
from jenjang.selection.models import ApplicationFacts, Decision, Decree, DecreeKind, Vacancy

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.personnel.models import PositionRecord

CITES = ("pp-11-2017#198",)
SOURCE = "keputusan"


@dataclass(frozen=True, slots=True)
class Ceremony:
    """Upacara: day, place, who administered the oath, the cleric, two witnesses."""

    on: date
    place: str
    official: str
    cleric: str
    witnesses: tuple[str, str]


def oath_findings(decision: Decision, ceremony: Ceremony, on: date) -> LawDecision[Decree | None]:
    """May the oath be recorded? It has taken place, after the decree was signed."""
    signed = Decree.objects.filter(decision=decision, kind=DecreeKind.DECREE).select_related("document").first()
    findings = [
        Finding(moves.state_of(decision.vacancy) == "ditetapkan", "Sudah ditetapkan dan belum dilantik.", CITES, "status"),
        Finding(signed is not None, "Surat keputusan sudah ditandatangani.", CITES, "sk"),
        Finding(ceremony.on <= on, "Pelantikan dicatat sesudah berlangsung.", CITES, "hari"),
        Finding(signed is None or ceremony.on >= signed.dated_on, "Pelantikan tidak mendahului keputusannya.", CITES, "urutan"),
        Finding(len({*ceremony.witnesses}) == len(ceremony.witnesses), "Dua saksi yang berbeda.", CITES, "saksi"),
        no_open_objection(decision.vacancy),
    ]  # fmt: skip
    return LawDecision(findings, signed)


@transaction.atomic
def inaugurate(*, decision: Decision, ceremony: Ceremony, by: User, on: date) -> PositionRecord:
    """Mencatat sumpah dan pelantikan: two minutes, and the post from the day of the oath (TMT)."""
    Vacancy.objects.select_for_update().get(pk=decision.vacancy_id)
    checked = oath_findings(decision, ceremony, on)
    if not checked.allowed or checked.result is None:
        raise Refused(checked)
    moves.move(decision.vacancy, "dilantik", by=by)
    for kind, words in (
        (DecreeKind.OATH, decree_letters.oath),
        (DecreeKind.INAUGURATION, decree_letters.inauguration),
    ):
        decrees.order(
            vacancy=decision.vacancy, decision=decision, kind=kind, by=by, dated_on=ceremony.on,
            effective_from=ceremony.on, paper=decrees.Paper(*words(decision, checked.result.number, ceremony)),
        )  # fmt: skip
    record = _enter_post(decision, checked.result, ceremony.on, by)
    if record.employee.user:
        text = f"Anda dilantik sebagai {decision.vacancy.title}, TMT {ceremony.on:%d/%m/%Y}. Petikan dapat diunduh."
        kernel.notify(users=[record.employee.user], text=text, url=f"/seleksi-saya/{decision.vacancy.number}/")
    return record


def _enter_post(decision: Decision, signed: Decree, on: date, by: User) -> PositionRecord:
    """The post enters the history; the former one ends by that, and the seat has its holder."""
    basis = Basis(number=signed.number, date=signed.dated_on, signed_by=decision.capacity, document=signed.document)
    position = position_of(decision.vacancy)
    employee = _employee_of(decision, basis, on, by)
    return personnel.place(
        employee=employee, position=position, effective_from=on, decree=basis, by=by, source=SOURCE
    )  # fmt: skip


def position_of(vacancy: Vacancy) -> dict[str, Any]:
    """The seat as a post in somebody's history."""
    seat = vacancy.seat
    return {
        "seat": seat, "unit": seat.unit, "title": vacancy.title, "unit_name": vacancy.unit_name, "kind": seat.kind,
        "career_level": seat.career_level, "echelon": seat.echelon, "assignment": "definitif",
    }  # fmt: skip


def _employee_of(decision: Decision, basis: Basis, on: date, by: User) -> Employee:
    """The person; whoever comes from another agency is moved in first."""
    chosen = decision.chosen
    if chosen.employee is not None:
        return chosen.employee
    application = chosen.application
    if application is not None and application.employee is not None:
        return application.employee
    if application is None or application.external is None:
        raise LookupError(f"Calon {chosen.pk} bukan pegawai dan tidak punya lamaran.")
    external = application.external
    known = Employee.objects.filter(nip=external.nip).first()
    if known is not None:
        return known
    facts = ApplicationFacts.objects.filter(application=application).order_by("-pk").first()
    return personnel.transfer_in(
        nip=external.nip, origin=external.agency_name, effective_from=on, decree=basis, by=by,
        **decree_letters.newcomer(external, facts),
    )  # fmt: skip
