"""Impor data pegawai: read the sheet, compare with what is known, apply what differs. One transaction, or nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

from jenjang.kernel import clock
from jenjang.organization.trees import (
    Compared,
    Placed,
    TreeUnit,
    compare_tree,
    head_seats,
    place_tree,
    seats_for,
    standing_units,
)
from jenjang.personnel import actions, known
from jenjang.siasn import codes
from jenjang.siasn import employee_plan as plans
from jenjang.siasn.cells import Cell
from jenjang.siasn.employee_plan import Known, Plan, Standing, plan
from jenjang.siasn.employee_rows import EmployeeRow, Finding, Seen, check
from jenjang.siasn.shared_niks import without_shared_niks
from jenjang.siasn.unit_tree import Unit, root_of

UNREAD = "Lembar “{name}” juga memuat judul data pegawai, tetapi tidak dibaca. Satukan barisnya pada satu lembar."
LOCK = 0x494D50  # "IMP": one import is applied at a time; a second one waits for it


@dataclass(slots=True)
class Checked:
    """Hasil membaca: people whose rows are good, and what is wrong with the others."""

    rows: int = 0
    people: list[EmployeeRow] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    refused_people: dict[int, tuple[str, str]] = field(
        default_factory=dict
    )  # row: NIP and name, as far as they can be read

    @property
    def rejected_rows(self) -> int:
        return len({problem.row for problem in self.problems})


@dataclass(slots=True)
class Outcome:
    """Hasil impor, as the report says it."""

    checked: Checked
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    units: Placed | None = None
    plans: list[Plan] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {
            "rows": self.checked.rows,
            "accepted": self.new + self.changed,
            "unchanged": self.unchanged,
            "rejected": [problem.as_json() for problem in self.checked.problems],
            "warnings": [warning.as_json() for warning in self.checked.warnings],
        }


def read(
    rows: Iterable[tuple[int, Mapping[str, Cell]]], units: Mapping[str, Unit], others: Iterable[str] = ()
) -> Checked:
    """Periksa setiap baris sheet, in the sheet's own numbering. Empty rows do not count; other sheets are only told of."""
    checked, seen, today = Checked(), Seen(), clock.today()
    checked.warnings += [Finding(1, "", UNREAD.format(name=name[:60])) for name in others]
    for number, values in rows:
        if not any(value not in (None, "") for value in values.values()):
            continue
        checked.rows += 1
        person, problems, warnings = check(number, values, units=units, seen=seen, today=today)
        if person is not None:
            checked.people.append(person)
        else:
            checked.refused_people[number] = _as_written(values)
        checked.problems += problems
        checked.warnings += warnings if person is not None else []
    return checked


def compare(checked: Checked, without: frozenset[int] = frozenset()) -> list[Plan]:
    """Bandingkan dengan yang tercatat: a plan for everybody whom the sheet would add or change.

    A NIP that belongs to somebody else here refuses its row. Rows that a reviewer left out are compared, but not planned.
    """
    today, state = clock.today(), _known()
    by_id = {current.siasn_id: current for current in state.values() if current.siasn_id}
    by_nip = {current.nip: current for current in state.values()}
    known_people: list[tuple[EmployeeRow, Known | None]] = []
    for person in checked.people:
        owner = by_nip.get(person.nip)
        current = by_id.get(person.siasn_id)
        if current is None and owner is not None and not owner.siasn_id:
            current = owner  # recorded by hand before SIASN's sheet came
        if owner is not None and owner is not current:
            _refuse_taken(checked, person)
            continue
        known_people.append((person, current))
    checked.warnings += without_shared_niks(known_people, state, without)
    return [plan(person, current, today=today) for person, current in known_people if person.row not in without]


def preview(
    rows: Iterable[tuple[int, Mapping[str, Cell]]], units: Mapping[str, Unit], others: Iterable[str] = ()
) -> Outcome:
    """Coba tanpa menulis: what an import would do."""
    checked = read(rows, with_standing_units(units), others)
    return _outcome(checked, compare(checked))


def import_employees(rows: Iterable[tuple[int, Mapping[str, Cell]]], units: Mapping[str, Unit], *, by: Any) -> Outcome:
    """Impor data pegawai: read the rows, then write what they add. One transaction, or nothing."""
    return import_checked(read(rows, with_standing_units(units)), units, by=by)


@transaction.atomic
def import_checked(
    checked: Checked, units: Mapping[str, Unit], *, by: Any, without: frozenset[int] = frozenset()
) -> Outcome:
    """Tempatkan pohon, bandingkan, tulis, but for the rows that a reviewer left out.

    The caller may have let go of the sheet, which is most of the memory.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    placed = _place(units, by=by) if units else None
    outcome = _outcome(checked, compare(checked, without))
    outcome.units = placed
    apply(outcome.plans, by=by)
    return outcome


@transaction.atomic
def apply(changes: list[Plan], *, by: Any) -> None:
    """Tulis rencana: new people first, then every kind of history in one COPY each, then what lists read."""
    keys = {item.person.siasn_id: item.employee_id for item in changes if item.employee_id is not None}
    newcomers = [item.person for item in changes if item.is_new]
    by_nip = actions.bulk_employees([(person.nip, person.siasn_id) for person in newcomers], by=by) if newcomers else {}
    keys.update({person.siasn_id: by_nip[person.nip] for person in newcomers})
    moved = {
        item.employee_id: (item.person.siasn_id, item.person.nip)
        for item in changes
        if item.employee_id and item.anchors
    }
    if moved:
        known.anchor(moved, by=by)
    touched = [item for item in changes if item.changes]
    columns = {"identity": plans.IDENTITY, "status": plans.STATUS, "rank": plans.RANK, "education": plans.EDUCATION}
    for kind, facts in columns.items():
        rows = [(keys[item.person.siasn_id], *row) for item in touched for row in item.rows.get(kind, ())]
        if rows:
            actions.bulk_append(known.model_of(kind), rows, columns=("employee_id", *plans.ENVELOPE, *facts), by=by)
    _append_positions(touched, keys, by=by)
    contacts = {
        keys[item.person.siasn_id]: dict(zip(plans.CONTACT, item.contact, strict=True))
        for item in touched
        if item.contact is not None
    }
    if contacts:
        actions.bulk_contacts(contacts, by=by)
    if touched:
        actions.refresh_current([keys[item.person.siasn_id] for item in touched])


def _append_positions(touched: list[Plan], keys: Mapping[str, int], *, by: Any) -> None:
    """Positions name their seat: whoever leads a unit sits on its leader's, the others on one made from its holders."""
    rows = [(item.person, row) for item in touched for row in item.rows.get("position", ())]
    if not rows:
        return
    units, heads = standing_units(), head_seats()
    size = len(plans.ENVELOPE)
    wanted: Counter[tuple[int, str, str, str]] = Counter()
    for person, row in rows:
        title, unit, kind, level, _ = row[size:]
        if not (person.is_head and units[unit].pk in heads):
            wanted[units[unit].pk, title, kind, level] += 1
    seats = seats_for(wanted, on=clock.today(), by=by)
    complete = []
    for person, row in rows:
        title, unit, kind, level, echelon = row[size:]
        key, name = units[unit].pk, units[unit].name
        seat = heads[key] if person.is_head and key in heads else seats[key, title, kind, level]
        complete.append((keys[person.siasn_id], *row[:size], title, key, name, seat, kind, level, echelon))
    columns = (
        "employee_id", *plans.ENVELOPE, "title", "unit_id", "unit_name", "seat_id", "kind", "career_level", "echelon",
    )  # fmt: skip
    actions.bulk_append(known.model_of("position"), complete, columns=columns, by=by)


def _place(units: Mapping[str, Unit], *, by: Any) -> Placed:
    root = root_of(units)
    return place_tree(
        _tree(units), agency_id=root.agency_id or root.siasn_id, agency_name=root.name, on=clock.today(), by=by
    )


def tree_differences(units: Mapping[str, Unit]) -> Compared:
    """What the tree itself would change, beside the people."""
    return compare_tree(_tree(units))


def leaders_away(units: Mapping[str, Unit], checked: Checked) -> int:
    """How many leaders the tree names who are neither in the good rows nor recorded here: their seats look vacant."""
    here = {person.siasn_id for person in checked.people} | {siasn_id for _, siasn_id, _ in known.everyone()}
    return sum(bool(unit.head_siasn_id) and unit.head_siasn_id not in here for unit in units.values())


def _tree(units: Mapping[str, Unit]) -> list[TreeUnit]:
    return [
        TreeUnit(
            unit.siasn_id, unit.parent_id, unit.name, codes.ECHELON.get(unit.echelon_code, ""), unit.head_title,
            str(codes.ECHELON_KIND.get(unit.echelon_code, "")),
        )
        for unit in units.values()
    ]  # fmt: skip


def with_standing_units(units: Mapping[str, Unit]) -> Mapping[str, Unit]:
    """Without a tree the units that stand here serve, with the leaders that are known."""
    return units or {unit.siasn_id: unit for unit in _standing_units()}


def _standing_units() -> Iterable[Unit]:
    backward = {echelon: code for code, echelon in codes.ECHELON.items()}
    leaders = known.leaders()
    for unit in standing_units().values():
        echelon, leader = backward.get(unit.echelon, "99"), leaders.get(unit.siasn_id, "")
        yield Unit(unit.siasn_id, "", unit.name, unit.head_title, echelon, leader, "", from_tree=False)


def _outcome(checked: Checked, changes: list[Plan]) -> Outcome:
    new = sum(item.is_new for item in changes)
    changed = sum(item.changes and not item.is_new for item in changes)
    return Outcome(checked, new, changed, len(changes) - new - changed, plans=changes)


def _known() -> dict[int, Known]:
    """Everybody recorded, with the newest row of each kind, by key."""
    people = {key: Known(key, nip, siasn_id) for key, siasn_id, nip in known.everyone()}
    if not people:
        return people
    for kind, columns in (
        ("identity", plans.IDENTITY),
        ("status", plans.STATUS),
        ("rank", plans.RANK),
        ("position", plans.POSITION),
    ):
        for employee, pk, since, facts in known.newest(kind, columns):
            setattr(people[employee], kind, Standing(pk, since, facts))
    diplomas: dict[int, set[tuple[str, str, int]]] = {}
    for employee, _, _, facts in known.newest("education", ("level", "field", "graduated"), everything=True):
        diplomas.setdefault(employee, set()).add(facts)
    for employee, found in diplomas.items():
        people[employee].education = frozenset(found)
    for employee, contact in known.contacts(plans.CONTACT):
        people[employee].contact = contact
    return people


def _refuse_taken(checked: Checked, person: EmployeeRow) -> None:
    message = f"NIP {person.nip} sudah dimiliki pegawai lain di Jenjang. Periksa PNS ID dan NIP di SIASN."
    checked.problems.append(Finding(person.row, "NIP BARU", message))
    checked.refused_people[person.row] = (person.nip, person.name)


def _as_written(values: Mapping[str, Cell]) -> tuple[str, str]:
    """NIP and name of a refused row, cut to what a list can show."""
    nip, name = (str(values.get(column) or "").strip().lstrip("'") for column in ("NIP BARU", "NAMA"))
    return nip.replace("\x00", "")[:40], name.replace("\x00", "")[:100]
