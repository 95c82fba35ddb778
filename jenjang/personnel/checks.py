"""Pemeriksaan sebelum mencatat dengan tangan: what is known of the person beside what is about to be sealed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from jenjang.kernel import clock
from jenjang.kernel.histories import HistoryRecord
from jenjang.law.errors import FactError
from jenjang.law.identifiers import NIP, MalformedNumber
from jenjang.organization import posts
from jenjang.personnel import sense
from jenjang.personnel.kinds import kind_of
from jenjang.personnel.models import Employee, IdentityRecord, StatusRecord
from jenjang.personnel.sense import Life, Said

if TYPE_CHECKING:
    from jenjang.personnel.decrees import Decree

Facts = Mapping[str, Any]
TAKEN = "NIP ini sudah tercatat untuk pegawai lain."
TAKEN_NIK = "NIK ini sudah tercatat untuk pegawai lain."


def hiring(nip: str, identity: Facts, status: Facts, more: Facts, since: date, decree: Decree) -> None:
    """Somebody new: the NIP is free and agrees with everything else. Raises `FactError`."""
    if Employee.objects.filter(nip=nip).exists():
        raise FactError("nip", TAKEN)
    life = Life(identity["birth_date"], _read(nip), str(status["status"]))
    sense.judge(_hiring(identity, status, more, since, decree, life))


def _hiring(identity: Facts, status: Facts, more: Facts, since: date, decree: Decree, life: Life) -> Iterator[Said]:
    yield from sense.of_row({**more, **identity}, since, decree, life, clock.today())
    yield from sense.of_hiring(status, since, life)
    if "kind" in more:
        yield from posts.contradictions(more["kind"], more.get("career_level", ""), more.get("echelon", ""))
    yield from _taken_nik(None, identity)


def row(
    model: type[HistoryRecord], employee: Employee, facts: Facts, since: date, decree: Decree,
    *, instead_of: HistoryRecord | None = None,
) -> None:  # fmt: skip
    """One more row, or one in the place of another. Raises `FactError`."""
    sense.judge(_row(model, employee, facts, since, decree, instead_of))


def _row(
    model: type[HistoryRecord], employee: Employee, facts: Facts, since: date, decree: Decree,
    instead_of: HistoryRecord | None,
) -> Iterator[Said]:  # fmt: skip
    kind = kind_of(model)
    if facts.get("relative_employee") == employee:
        yield "relative_nip", "NIP ini milik pegawai itu sendiri."
    life = _life(model, employee, facts, since)
    if life is not None:
        yield from sense.of_row(facts, since, decree, life, clock.today())
    if model is IdentityRecord:
        yield from _taken_nik(employee, facts)
    if kind is not None:
        yield from kind.sense(facts)
        yield from _twice(model, employee, facts, since, kind.once, instead_of)


def _life(model: type[HistoryRecord], employee: Employee, facts: Facts, since: date) -> Life | None:
    """What is known of the person; of a row of identity, what the row itself says."""
    if model is IdentityRecord:
        return Life(facts["birth_date"], _read(facts.get("nip") or employee.nip))
    identity = IdentityRecord.objects.filter(employee=employee).known().order_by("-recorded_at").first()
    if identity is None:
        return None
    statuses = StatusRecord.objects.filter(employee=employee)
    status = statuses.as_of(since).first() or statuses.known().order_by("effective_from").first()
    return Life(identity.birth_date, status=status.status if status else "")


def _twice(
    model: type[HistoryRecord], employee: Employee, facts: Facts, since: date, once: tuple[str, ...],
    instead_of: HistoryRecord | None,
) -> Iterator[Said]:  # fmt: skip
    """What stands already is not recorded a second time, by a second tap or by a second officer."""
    standing = model._default_manager.filter(employee=employee).known()
    if instead_of is not None:
        standing = standing.exclude(pk=instead_of.pk)
    if once and standing.filter(**{name: facts[name] for name in once}).exists():
        yield once[0], "Sudah tercatat. Koreksi baris itu bila isinya berubah."
    names = [field.name for field in model._meta.concrete_fields if field.name in facts and field.name not in OWN]
    if standing.filter(effective_from=since, **{name: facts[name] for name in names}).exists():
        yield "__all__", "Catatan yang sama sudah ada pada riwayat ini."


OWN = frozenset({"id", "employee", "effective_from", "siasn_id", "reason"})


def _taken_nik(employee: Employee | None, facts: Facts) -> Iterator[Said]:
    """Two people cannot share a NIK: kinship is told by it."""
    if not facts.get("nik"):
        return
    others = IdentityRecord.objects.filter(nik=facts["nik"]).known()
    if (others.exclude(employee=employee) if employee else others).exists():
        yield "nik", TAKEN_NIK


def _read(nip: str) -> NIP:
    try:
        return NIP.read(nip)
    except MalformedNumber as error:
        raise FactError("nip", str(error)) from None
