"""Tindakan kepegawaian: every write about a person. Keyword-only, atomic, signed with `by=`, and nothing is ever edited."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from jenjang import ledger
from jenjang.accounts.models import User
from jenjang.accounts.queries import are_two_people
from jenjang.kernel import clock
from jenjang.kernel.histories import Correction, HistoryRecord, Source
from jenjang.law.errors import FactError
from jenjang.personnel import checks
from jenjang.personnel.bulk import Writer, bulk_append, bulk_contacts, bulk_employees
from jenjang.personnel.decrees import NO_DECREE, Decree
from jenjang.personnel.models import (
    EducationRecord,
    Employee,
    IdentityRecord,
    PersonalDataReading,
    PositionRecord,
    RankRecord,
    StatusRecord,
)
from jenjang.personnel.projection import refresh_current
from jenjang.personnel.sign_ins import tie_employees

__all__ = [
    "Decree", "append", "bulk_append", "bulk_contacts", "bulk_employees", "cancel", "correct", "die", "hire",
    "open_personal_data", "place", "refresh_current", "retire", "transfer_in", "transfer_out",
]  # fmt: skip

Record = TypeVar("Record", bound=HistoryRecord)
Facts = Mapping[str, Any]
# What a row says about itself rather than about the person: never carried over to its correction. BKN's id is: by it the
# next import knows the corrected row again.
OWN = {"id", "recorded_at", "supersedes", "correction", "reason", "decree_number", "decree_date", "decree_by", "document",
       "source"}  # fmt: skip
OFFICER = str(Source.OFFICER)
RETIRED, MOVED_AWAY, DIED, ACTIVE = "Pensiun", "Pindah instansi", "Meninggal dunia", "Aktif"


@transaction.atomic
def hire(
    *,
    nip: str,
    identity: Facts,
    status: Facts,
    effective_from: date,
    decree: Decree,
    by: Writer,
    rank: Facts | None = None,
    position: Facts | None = None,
    education: Facts | None = None,
    siasn_id: str = "",
    source: str = OFFICER,
) -> Employee:
    """Pengangkatan: a new person with the first row of each history. The NIP must agree with birth date and sex."""
    more = {**(rank or {}), **(position or {}), **(education or {})}
    checks.hiring(nip, identity, status, more, effective_from, decree)
    with ledger.attributed(by=by):
        employee = _new_employee(nip, siasn_id)
        common: dict[str, Any] = {
            "employee": employee,
            "effective_from": effective_from,
            "decree": decree,
            "by": by,
            "source": source,
        }
        _add(model=IdentityRecord, facts={"nip": nip, **identity}, **common)
        _add(model=StatusRecord, facts={"standing": ACTIVE, "active": True, **status}, **common)
        for model, facts in ((RankRecord, rank), (PositionRecord, position), (EducationRecord, education)):
            if facts:
                _add(model=model, facts=facts, **common)
    tie_employees([nip])
    refresh_current([employee.pk])
    return employee


@transaction.atomic
def append(
    *,
    model: type[Record],
    employee: Employee,
    facts: Facts,
    effective_from: date,
    by: Writer,
    decree: Decree = NO_DECREE,
    source: str = OFFICER,
) -> Record:
    """Add one row to any history of a person. What cannot be, or is there already, is refused; a late record is marked."""
    check_not_own(employee, by)
    _lock(employee)
    checks.row(model, employee, facts, effective_from, decree)
    row = _add(
        model=model, employee=employee, facts=facts, effective_from=effective_from, decree=decree, by=by, source=source
    )
    refresh_current([employee.pk])
    return row


@transaction.atomic
def correct(
    *, record: Record, facts: Facts, reason: str, by: Writer, decree: Decree = NO_DECREE, source: str = OFFICER
) -> Record:
    """Koreksi: a new row in the place of a wrong one, with what was wrong put right; both stay readable."""
    _check_may_supersede(record, reason, by)
    kept = {field.name: getattr(record, field.name) for field in record._meta.concrete_fields if field.name not in OWN}
    changed = {name: value for name, value in facts.items() if kept.get(name) != value}
    if not changed:
        raise FactError("__all__", "Tidak ada yang berubah: isian sama dengan yang sudah tercatat.")
    whole = {**kept, **changed}
    checks.row(type(record), record.employee, whole, whole["effective_from"], decree, instead_of=record)
    row = _supersede(record, str(Correction.CORRECTED), whole, reason, decree, by, source)
    _follow_nip(row, by)
    refresh_current([row.employee_id])
    return row


@transaction.atomic
def cancel(*, record: Record, reason: str, by: Writer, decree: Decree = NO_DECREE) -> Record:
    """Pembatalan: the row counts no longer; it stays readable, with the one that cancels it."""
    _check_may_supersede(record, reason, by)
    kept = {field.name: getattr(record, field.name) for field in record._meta.concrete_fields if field.name not in OWN}
    row = _supersede(record, str(Correction.CANCELLED), kept, reason, decree, by, OFFICER)
    refresh_current([row.employee_id])
    return row


@transaction.atomic
def place(
    *,
    employee: Employee,
    position: Facts,
    effective_from: date,
    decree: Decree,
    by: Writer,
    source: str = OFFICER,
) -> PositionRecord:
    """Mutasi di dalam instansi: another post from a day on; the former one ends by that."""
    return append(
        model=PositionRecord, employee=employee, facts=position, effective_from=effective_from, decree=decree, by=by,
        source=source,
    )  # fmt: skip


@transaction.atomic
def transfer_in(
    *, nip: str, origin: str, effective_from: date, decree: Decree, by: Writer, **histories: Any
) -> Employee:
    """Pindah masuk dari instansi lain: somebody new here, or somebody who comes back."""
    known = Employee.objects.filter(nip=nip).first()
    if known is None:
        return hire(nip=nip, effective_from=effective_from, decree=decree, by=by, **histories)
    _lock(known)
    status = current_status(known, effective_from)
    if status.active:
        raise FactError("nip", "Pegawai dengan NIP ini masih tercatat aktif di instansi ini.")
    _change_standing(known, ACTIVE, True, effective_from, decree, by, reason=f"Pindah masuk dari {origin}")
    if histories.get("position"):
        place(employee=known, position=histories["position"], effective_from=effective_from, decree=decree, by=by)
    return known


@transaction.atomic
def transfer_out(
    *, employee: Employee, destination: str, effective_from: date, decree: Decree, by: Writer
) -> StatusRecord:
    """Pindah keluar ke instansi lain."""
    return _leave(employee, MOVED_AWAY, effective_from, decree, by, reason=f"Pindah ke {destination}")


@transaction.atomic
def retire(*, employee: Employee, effective_from: date, decree: Decree, by: Writer) -> StatusRecord:
    """Pensiun (PP 11/2017 Pasal 239): active service ends on the day of effect."""
    return _leave(employee, RETIRED, effective_from, decree, by)


@transaction.atomic
def die(*, employee: Employee, effective_from: date, decree: Decree, by: Writer) -> StatusRecord:
    """Meninggal dunia: active service ends with the person's death."""
    if effective_from > clock.today():
        raise FactError("effective_from", "Tanggal ini sesudah hari ini. Periksa tahunnya.")
    return _leave(employee, DIED, effective_from, decree, by)


@transaction.atomic
def open_personal_data(*, employee: Employee, purpose: str, by: Any) -> PersonalDataReading:
    """Membuka data pribadi: masked numbers are shown once, and the person sees who looked and why."""
    if len(purpose.strip()) < MINIMUM_WORDS:
        raise FactError("purpose", "Sebutkan keperluan membuka data ini; pegawai yang bersangkutan akan membacanya.")
    with ledger.attributed(by=by):
        return PersonalDataReading.objects.create(employee=employee, reader=by, purpose=purpose.strip())


MINIMUM_WORDS = 5


def current_status(employee: Employee, day: date | None = None) -> StatusRecord:
    """Status yang berlaku pada suatu hari."""
    status = StatusRecord.objects.filter(employee=employee).as_of(day or clock.today()).first()
    if status is None:
        raise FactError("effective_from", "Pada tanggal itu orang ini belum tercatat sebagai pegawai.")
    return status


def _leave(
    employee: Employee, standing: str, effective_from: date, decree: Decree, by: Writer, reason: str = ""
) -> StatusRecord:
    _lock(employee)
    if not current_status(employee, effective_from).active:
        raise FactError("effective_from", "Pada tanggal itu pegawai ini sudah tidak aktif.")
    return _change_standing(employee, standing, False, effective_from, decree, by, reason)


def _change_standing(
    employee: Employee, standing: str, active: bool, effective_from: date, decree: Decree, by: Writer, reason: str = ""
) -> StatusRecord:
    before = current_status(employee, effective_from)
    facts = {
        "status": before.status,
        "appointed_on": before.appointed_on,
        "confirmed_on": before.confirmed_on,
        "standing": standing,
        "active": active,
        "reason": reason,
    }
    return append(
        model=StatusRecord, employee=employee, facts=facts, effective_from=effective_from, decree=decree, by=by
    )


def _add(
    *,
    model: type[Record],
    employee: Employee,
    facts: Facts,
    effective_from: date,
    decree: Decree,
    by: Writer,
    source: str,
) -> Record:
    with ledger.attributed(by=by):
        return model._default_manager.create(
            employee=employee, effective_from=effective_from, source=source, **decree.as_fields(), **facts
        )


def _supersede(record: Record, kind: str, facts: Facts, reason: str, decree: Decree, by: Writer, source: str) -> Record:
    with ledger.attributed(by=by):
        return type(record)._default_manager.create(
            **facts, supersedes=record, correction=kind, reason=reason.strip(), source=source, **decree.as_fields()
        )


def check_not_own(employee: Employee, by: Writer) -> None:
    """Nobody changes the own record, nor that of somebody for whom one acts."""
    if isinstance(by, User) and employee.user is not None and not are_two_people(employee.user, by):
        raise FactError("__all__", "Data Anda sendiri diubah oleh petugas lain. Ajukan permintaan perbaikan.")


def _check_may_supersede(record: HistoryRecord, reason: str, by: Writer) -> None:
    check_not_own(record.employee, by)
    if len(reason.strip()) < MINIMUM_WORDS:
        raise FactError("reason", "Tuliskan alasan perubahan ini; alasan itu menjadi bagian dari riwayat.")
    _lock(record.employee)
    if type(record)._default_manager.filter(supersedes=record).exists():
        raise FactError("__all__", "Baris ini sudah diganti oleh catatan yang lebih baru. Muat ulang halaman ini.")


def _lock(employee: Employee) -> None:
    """The person is locked (a sealed row cannot be), so that two officers at once come one after the other."""
    Employee.objects.select_for_update().get(pk=employee.pk)


def _new_employee(nip: str, siasn_id: str) -> Employee:
    try:
        with transaction.atomic():
            return Employee.objects.create(nip=nip, siasn_id=siasn_id)
    except IntegrityError:
        raise FactError("nip", checks.TAKEN) from None


def _follow_nip(row: HistoryRecord, by: Writer) -> None:
    """A corrected NIP moves the anchor too: lists, links and sign-in use it."""
    if isinstance(row, IdentityRecord) and row.nip and row.nip != row.employee.nip:
        if Employee.objects.filter(nip=row.nip).exists():
            raise FactError("nip", checks.TAKEN)
        with ledger.attributed(by=by):
            Employee.objects.filter(pk=row.employee_id).update(nip=row.nip)
        tie_employees([row.nip])
