"""Pohon unit dari luar: place a whole tree and the seats of its heads in a few statements, and seats found from holders."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from jenjang import ledger
from jenjang.kernel.histories import Source
from jenjang.organization.models import Agency, OrgUnit, OrgUnitRecord, Seat, SeatRecord, SeatSource

SeatKey = tuple[int, str, str, str]  # unit, title, kind, career level
BEFORE_RECORDS = date(1970, 1, 1)
UNKNOWN_START = "Tanggal berdirinya tidak tercatat pada pohon unit; dianggap sudah ada sejak dahulu."
NO_LEVEL = "tidak_ada"


@dataclass(frozen=True, slots=True)
class TreeUnit:
    """Satu unit pohon: parents come before their children. `head_kind` is empty where nobody leads by office."""

    siasn_id: str
    parent_id: str
    name: str
    echelon: str = ""
    head_title: str = ""
    head_kind: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Hasil menempatkan pohon: how many units are new, changed, the same, and which are open here but not in the tree."""

    new: int
    changed: int
    unchanged: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Beda pohon dengan yang ada: names of new units, sentences on changed ones, names of open units that it lacks."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StandingUnit:
    """Unit yang ada sekarang, with the title of its head's seat."""

    pk: int
    siasn_id: str
    name: str
    echelon: str
    head_title: str


def standing_units() -> dict[str, StandingUnit]:
    """The open units by SIASN id, in two queries."""
    heads = dict(Seat.objects.filter(is_head=True, closed_on=None).values_list("unit_id", "title"))
    rows = OrgUnit.objects.filter(closed_on=None).values_list("pk", "siasn_id", "name", "echelon")
    return {
        siasn_id: StandingUnit(pk, siasn_id, name, echelon, heads.get(pk, "")) for pk, siasn_id, name, echelon in rows
    }


@transaction.atomic
def place_tree(units: Sequence[TreeUnit], *, agency_id: str, agency_name: str, on: date, by: Any) -> Placed:
    """Tempatkan pohon unit: make what is new, change what differs, leave the rest. An empty home gets its agency too.

    Units of an empty home count as standing since long ago: the tree carries no founding days.
    """
    with ledger.attributed(by=by):
        agency, _ = Agency.objects.get_or_create(siasn_id=agency_id, defaults={"name": agency_name})
        known = {unit.siasn_id: unit for unit in OrgUnit.objects.select_for_update()}
        since = BEFORE_RECORDS if not known else on
        new = _make([unit for unit in units if unit.siasn_id not in known], known, agency)
        changed = _change([unit for unit in units if unit.siasn_id not in new], known)
        _record(new | changed, new, known, since, on)
        _head_seats(units, known, since, on)
    given = {unit.siasn_id for unit in units}
    missing = tuple(unit.name for unit in known.values() if unit.siasn_id not in given and unit.closed_on is None)
    return Placed(len(new), len(changed), len(units) - len(new) - len(changed), missing)


def compare_tree(units: Sequence[TreeUnit]) -> Compared:
    """Bandingkan pohon dengan unit yang ada, without writing: what `place_tree` would do, in words."""
    standing = {unit.siasn_id: unit for unit in OrgUnit.objects.select_related("parent")}
    heads = {seat.unit_id: seat for seat in Seat.objects.filter(is_head=True, closed_on=None)}
    names = {unit.siasn_id: unit.name for unit in units}
    new, changed = [], []
    for unit in units:
        found = standing.get(unit.siasn_id)
        if found is None:
            new.append(unit.name)
        elif what := _differences(unit, found, heads.get(found.pk), names):
            changed.append(f"{found.name}: {', '.join(what)}")
    missing = tuple(unit.name for key, unit in standing.items() if key not in names and unit.closed_on is None)
    return Compared(tuple(new), tuple(changed), missing)


def _differences(unit: TreeUnit, found: OrgUnit, head: Seat | None, names: Mapping[str, str]) -> list[str]:
    said = []
    if found.closed_on is not None:
        said.append("dibuka kembali")
    if found.name != unit.name:
        said.append(f"menjadi {unit.name}")
    if (found.parent.siasn_id if found.parent else "") != unit.parent_id:
        said.append(f"pindah ke bawah {names[unit.parent_id]}" if unit.parent_id else "menjadi puncak")
    if found.echelon != unit.echelon:
        said.append(f"eselon {found.echelon or '–'} menjadi {unit.echelon or '–'}")
    if unit.head_title and unit.head_kind and (head is None or head.title != unit.head_title):
        said.append(f"dipimpin {unit.head_title}")
    return said


@transaction.atomic
def seats_for(holders: Mapping[SeatKey, int], *, on: date, by: Any) -> dict[SeatKey, int]:
    """Jabatan dari pemegangnya: the open seat of each key, made where there is none with as many places as holders."""
    keys = {*holders}
    found = _open_seats({key[0] for key in keys})
    missing = sorted(key for key in keys if key not in found)
    with ledger.attributed(by=by):
        made = Seat.objects.bulk_create(
            Seat(
                unit_id=unit, title=title, kind=kind, career_level=level, need=max(1, holders[unit, title, kind, level]),
                source=SeatSource.HOLDER, opened_on=on,
            )
            for unit, title, kind, level in missing
        )  # fmt: skip
        _record_seats(made, on)
    return {
        **{key: found[key] for key in keys if key in found},
        **dict(zip(missing, (seat.pk for seat in made), strict=True)),
    }


def head_seats() -> dict[int, int]:
    """The open seat of each unit's leader: {unit: seat}."""
    return dict(Seat.objects.filter(is_head=True, closed_on=None).values_list("unit_id", "pk"))


def _make(units: Iterable[TreeUnit], known: dict[str, OrgUnit], agency: Agency) -> dict[str, TreeUnit]:
    """New units without parents first, so that one statement makes them all; parents are set in a second one."""
    wanted = {unit.siasn_id: unit for unit in units}
    made = OrgUnit.objects.bulk_create(
        OrgUnit(agency=agency, siasn_id=unit.siasn_id, name=unit.name, echelon=unit.echelon) for unit in wanted.values()
    )
    known.update({unit.siasn_id: unit for unit in made})
    for unit in made:
        unit.parent = known.get(wanted[unit.siasn_id].parent_id)
    OrgUnit.objects.bulk_update(made, ["parent"], batch_size=500)
    return wanted


def _change(units: Iterable[TreeUnit], known: Mapping[str, OrgUnit]) -> dict[str, TreeUnit]:
    changed = {}
    for unit in units:
        row = known[unit.siasn_id]
        parent = known.get(unit.parent_id)
        given = (unit.name, parent.pk if parent else None, unit.echelon, None)
        if (row.name, row.parent_id, row.echelon, row.closed_on) != given:
            row.name, row.parent, row.echelon, row.closed_on = unit.name, parent, unit.echelon, None
            changed[unit.siasn_id] = unit
    OrgUnit.objects.bulk_update(
        [known[key] for key in changed], ["name", "parent", "echelon", "closed_on"], batch_size=500
    )
    return changed


def _record(
    touched: Iterable[str], new: Mapping[str, TreeUnit], known: Mapping[str, OrgUnit], since: date, on: date
) -> None:
    OrgUnitRecord.objects.bulk_create(
        OrgUnitRecord(
            unit=known[key], name=known[key].name, parent=known[key].parent, echelon=known[key].echelon,
            effective_from=since if key in new else on, source=Source.IMPORT,
            reason=UNKNOWN_START if key in new and since == BEFORE_RECORDS else "",
        )
        for key in touched
    )  # fmt: skip


def _head_seats(units: Sequence[TreeUnit], known: Mapping[str, OrgUnit], since: date, on: date) -> None:
    """Every unit with a leader's title has the leader's seat; a new title renames it from the day on.

    A seat of that name which an officer made without saying that it leads becomes the leader's.
    """
    seats = Seat.objects.filter(closed_on=None, career_level=NO_LEVEL, unit__in=list(known.values()))
    by_name = {(seat.unit_id, seat.title, seat.kind): seat for seat in seats}
    standing = {seat.unit_id: seat for seat in by_name.values() if seat.is_head}
    made, changed = [], []
    for unit in units:
        if not (unit.head_title and unit.head_kind):
            continue
        row = known[unit.siasn_id]
        facts = {"title": unit.head_title, "kind": unit.head_kind, "echelon": unit.echelon, "is_head": True}
        seat = standing.get(row.pk) or by_name.get((row.pk, unit.head_title, unit.head_kind))
        if seat is None:
            made.append(Seat(unit=row, source=SeatSource.UNIT_TREE, opened_on=since, **facts))
        elif any(getattr(seat, name) != value for name, value in facts.items()):
            for name, value in facts.items():
                setattr(seat, name, value)
            changed.append(seat)
    _record_seats(Seat.objects.bulk_create(made), since)
    Seat.objects.bulk_update(changed, ["title", "kind", "echelon", "is_head"], batch_size=500)
    _record_seats(changed, on)


def _record_seats(seats: Iterable[Seat], since: date) -> None:
    SeatRecord.objects.bulk_create(
        SeatRecord(
            seat=seat, unit_id=seat.unit_id, title=seat.title, kind=seat.kind, echelon=seat.echelon,
            career_level=seat.career_level, job_class=seat.job_class, need=seat.need, is_head=seat.is_head,
            origin=seat.source, effective_from=since, source=Source.IMPORT,
        )
        for seat in seats
    )  # fmt: skip


def _open_seats(units: set[int]) -> dict[SeatKey, int]:
    rows = Seat.objects.filter(closed_on=None, unit__in=units)
    return {
        (unit, title, kind, level): pk
        for pk, unit, title, kind, level in rows.values_list("pk", "unit_id", "title", "kind", "career_level")
    }
