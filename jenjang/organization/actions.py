"""Tindakan organisasi: place units, add, complete and close seats. What is true today follows from what is recorded."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from jenjang import ledger
from jenjang.kernel import clock
from jenjang.kernel.histories import Source
from jenjang.law.errors import FactError
from jenjang.organization import posts, queries
from jenjang.organization.models import Agency, OrgUnit, OrgUnitRecord, Seat, SeatRecord, SeatSource

OFFICER = str(SeatSource.OFFICER)
TAKEN = "Jabatan dengan nama, jenis dan jenjang ini sudah ada di unit ini."
SEAT_FACTS = ("title", "kind", "echelon", "career_level", "job_class", "need", "is_head")


@transaction.atomic
def found_agency(*, siasn_id: str, name: str, by: Any, short_name: str = "", code: str = "") -> Agency:
    """Instansi: the one employer of this deployment, made on first use."""
    with ledger.attributed(by=by):
        agency, _ = Agency.objects.get_or_create(
            siasn_id=siasn_id, defaults={"name": name, "short_name": short_name, "code": code}
        )
    return agency


@transaction.atomic
def open_unit(
    *, agency: Agency, siasn_id: str, name: str, effective_from: date, by: Any, parent: OrgUnit | None = None,
    echelon: str = "", **record: Any,
) -> OrgUnit:  # fmt: skip
    """Unit baru, from a day on."""
    if OrgUnit.objects.filter(siasn_id=siasn_id).exists():
        raise FactError("siasn_id", "Unit dengan ID SIASN ini sudah ada.")
    with ledger.attributed(by=by):
        unit = OrgUnit.objects.create(agency=agency, siasn_id=siasn_id, name=name, parent=parent, echelon=echelon)
        _record_unit(unit, effective_from, record)
    return unit


@transaction.atomic
def change_unit(*, unit: OrgUnit, effective_from: date, by: Any, changes: dict[str, Any], **record: Any) -> OrgUnit:
    """Ganti nama, pindah induk, atau ganti eselon: a new record, and what is true today follows."""
    unit = _standing(unit, effective_from)
    changed = {name: value for name, value in changes.items() if getattr(unit, name) != value}
    if not changed:
        raise FactError("__all__", "Tidak ada yang berubah: isian sama dengan yang sudah tercatat.")
    parent = changed.get("parent")
    if parent is not None and parent.pk in queries.subtree_ids([unit.pk]):
        raise FactError("parent", "Unit tidak dapat berada di bawah dirinya sendiri.")
    for name, value in changed.items():
        setattr(unit, name, value)
    with ledger.attributed(by=by):
        unit.save(update_fields=list(changed))
        _record_unit(unit, effective_from, record)
    return unit


@transaction.atomic
def close_unit(*, unit: OrgUnit, closed_on: date, people: int, by: Any, **record: Any) -> OrgUnit:
    """Tutup unit: not while anybody works there or a unit stands below it; its empty seats close with it.

    `people` is counted by the caller, who sees them.
    """
    unit = _standing(unit, closed_on)
    if below := OrgUnit.objects.filter(parent=unit, closed_on=None).count():
        raise FactError("__all__", f"Masih ada {below} unit di bawahnya. Pindahkan atau tutup unit itu lebih dahulu.")
    if people:
        raise FactError("__all__", f"Masih ada {people} pegawai di unit ini. Pindahkan mereka lebih dahulu.")
    for seat in queries.open_seats([unit.pk]):
        close_seat(seat=seat, closed_on=max(closed_on, seat.opened_on), holders=0, by=by, **record)
    unit.closed_on = closed_on
    with ledger.attributed(by=by):
        unit.save(update_fields=["closed_on"])
        _record_unit(unit, closed_on, record, closed=True)
    return unit


def _standing(unit: OrgUnit, day: date) -> OrgUnit:
    """The unit, locked, if something may happen to it on this day: what is true today follows its newest record."""
    unit = OrgUnit.objects.select_for_update(of=("self",)).select_related("parent").get(pk=unit.pk)
    if unit.closed_on is not None:
        raise FactError("__all__", "Unit ini sudah ditutup.")
    newest = OrgUnitRecord.objects.filter(unit=unit).order_by("-effective_from").first()
    if newest is not None and day < newest.effective_from:
        raise FactError("effective_from", f"Sudah ada perubahan yang berlaku sejak {newest.effective_from:%d/%m/%Y}.")
    return unit


@transaction.atomic
def add_seat(
    *, unit: OrgUnit, title: str, kind: str, opened_on: date, by: Any, source: str = OFFICER, echelon: str = "",
    career_level: str = "tidak_ada", job_class: int | None = None, need: int = 1, is_head: bool = False, **record: Any,
) -> Seat:  # fmt: skip
    """Tambah jabatan ke peta jabatan."""
    if unit.closed_on is not None:
        raise FactError("__all__", "Unit ini sudah ditutup.")
    facts = {"title": _one_spaced(title), "kind": kind, "echelon": echelon, "career_level": career_level,
             "job_class": job_class, "need": need, "is_head": is_head}  # fmt: skip
    _check_day("effective_from", opened_on)
    _check_facts(Seat(unit=unit, **facts))
    try:
        with transaction.atomic(), ledger.attributed(by=by):
            seat = Seat.objects.create(unit=unit, source=source, opened_on=opened_on, **facts)
            _record_seat(seat, opened_on, record)
    except IntegrityError as error:
        raise FactError("is_head" if "head" in str(error) else "title", _taken(str(error))) from None
    return seat


@transaction.atomic
def complete_seat(*, seat: Seat, effective_from: date, by: Any, changes: dict[str, Any], **record: Any) -> Seat:
    """Lengkapi jabatan: class, need and the like, from a day on; only what changes is given."""
    seat = _standing_seat(seat)
    given = {**changes, "title": _one_spaced(changes.get("title", seat.title))}
    changed = {name: value for name, value in given.items() if name in SEAT_FACTS and getattr(seat, name) != value}
    if not changed:
        raise FactError("__all__", "Tidak ada yang berubah: isian sama dengan yang sudah tercatat.")
    _check_day("effective_from", effective_from, seat)
    for name, value in changed.items():
        setattr(seat, name, value)
    _check_facts(seat)
    try:
        with transaction.atomic(), ledger.attributed(by=by):
            seat.save(update_fields=list(changed))
            _record_seat(seat, effective_from, record)
    except IntegrityError as error:
        raise FactError("is_head" if "head" in str(error) else "title", _taken(str(error))) from None
    return seat


@transaction.atomic
def close_seat(*, seat: Seat, closed_on: date, holders: int, reason: str, by: Any, **record: Any) -> Seat:
    """Tutup jabatan: not while somebody holds it. `holders` is counted by the caller, who sees the people."""
    seat = _standing_seat(seat)
    if holders:
        raise FactError("__all__", f"Jabatan ini masih dipegang {holders} orang. Pindahkan pemegangnya lebih dahulu.")
    if closed_on < seat.opened_on:
        raise FactError("closed_on", "Tanggal tutup mendahului tanggal jabatan ini dibuka.")
    _check_day("closed_on", closed_on, seat)
    seat.closed_on = closed_on
    with ledger.attributed(by=by):
        seat.save(update_fields=["closed_on"])
        _record_seat(seat, closed_on, {**record, "reason": reason}, closed=True)
    return seat


def _standing_seat(seat: Seat) -> Seat:
    """The seat, locked, while it is open."""
    seat = Seat.objects.select_for_update().get(pk=seat.pk)
    if seat.closed_on is not None:
        raise FactError("__all__", "Jabatan ini sudah ditutup.")
    return seat


def _check_day(field: str, day: date, seat: Seat | None = None) -> None:
    """The map shows what is true today: nothing is entered ahead, nor behind what an officer entered already.

    An import dates a seat by its own day, for it does not know since when the seat stands; an officer may know.
    """
    if day > clock.today():
        raise FactError(field, "Belum terjadi. Catat pada hari berlakunya, agar peta hari ini tetap benar.")
    entered = SeatRecord.objects.filter(seat=seat, source=Source.OFFICER).order_by("-effective_from").first()
    if entered is not None and day < entered.effective_from:
        raise FactError(field, f"Sudah ada catatan jabatan ini yang berlaku sejak {entered.effective_from:%d/%m/%Y}.")


def _check_facts(seat: Seat) -> None:
    """What a seat says of itself fits together, and no other of its unit is written the same but for capitals."""
    for field, sentence in posts.contradictions(seat.kind, seat.career_level, seat.echelon):
        raise FactError(field, sentence)
    twin = queries.matching_seat(seat.unit_id, seat.title, seat.kind, seat.career_level, but=seat.pk)
    if twin is not None:
        raise FactError("title", TAKEN)


def _one_spaced(title: str) -> str:
    return " ".join(title.split())


def _record_unit(unit: OrgUnit, effective_from: date, record: dict[str, Any], closed: bool = False) -> None:
    OrgUnitRecord.objects.create(
        unit=unit, name=unit.name, parent=unit.parent, echelon=unit.echelon, closed=closed,
        effective_from=effective_from, **record,
    )  # fmt: skip


def _record_seat(seat: Seat, effective_from: date, record: dict[str, Any], closed: bool = False) -> None:
    facts = {name: getattr(seat, name) for name in SEAT_FACTS}
    SeatRecord.objects.create(
        seat=seat, unit=seat.unit, origin=seat.source, closed=closed, effective_from=effective_from, **facts, **record
    )


def _taken(message: str) -> str:
    if "head" in message:
        return "Unit ini sudah mempunyai jabatan pemimpin. Tutup yang lama lebih dahulu."
    return TAKEN
