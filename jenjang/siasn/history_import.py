"""Impor riwayat: read every sheet, compare with what stands here, append what is new, correct what differs."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from jenjang.kernel import clock, sheets
from jenjang.kernel.histories import Correction
from jenjang.kernel.imports import Entry, Remark, RowFate, Severity
from jenjang.organization.trees import seats_for, standing_units
from jenjang.performance import elsewhere
from jenjang.personnel import actions, known
from jenjang.siasn.employee_import import LOCK
from jenjang.siasn.history_kinds import PERIODIC, SheetKind
from jenjang.siasn.history_kinds_more import KINDS
from jenjang.siasn.history_rows import NIP_COLUMN, Around, HistoryRow, SheetFinding, check
from jenjang.siasn.presenters import history_in_words

Tell = Callable[[int, int, str], None]
Found = tuple[int, Any, dict[str, Any]]  # the row that stands: key, TMT, facts
REASON = "Perubahan dari riwayat SIASN"
GUIDES = ("PETUNJUK", "KODE")
# The engine numbers rows once an import; rows of later sheets lie this far above those of the first.
SHEET_STEP = 1_000_000
POSITIONS = "personnel.PositionRecord"
ENVELOPE = ("employee_id", "effective_from", "supersedes_id", "correction", "reason", "siasn_id")


@dataclass(slots=True)
class Change:
    """Yang akan ditulis: a new row, or one that corrects the row `old` with its facts before."""

    row: HistoryRow
    old: int | None = None
    before: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Outcome:
    """Hasil impor riwayat."""

    rows: int = 0
    unchanged: int = 0
    changes: list[Change] = field(default_factory=list)
    problems: list[SheetFinding] = field(default_factory=list)
    warnings: list[SheetFinding] = field(default_factory=list)
    per_sheet: Counter[str] = field(default_factory=Counter)
    refused_people: dict[tuple[str, int], str] = field(default_factory=dict)

    @property
    def new(self) -> int:
        return sum(change.old is None for change in self.changes)

    @property
    def changed(self) -> int:
        return len(self.changes) - self.new

    def counts(self) -> dict[str, int]:
        """Rows of each sheet, in the order of the kinds."""
        return {kind.sheet: self.per_sheet[kind.sheet] for kind in KINDS if self.per_sheet[kind.sheet]}

    def as_json(self) -> dict[str, Any]:
        return {
            "rows": self.rows,
            "accepted": len(self.changes),
            "unchanged": self.unchanged,
            "rejected": [problem.as_json() for problem in self.problems],
            "warnings": [warning.as_json() for warning in self.warnings],
        }


def _silent(done: int, total: int, message: str) -> None:
    """For importers that nobody watches."""


def preview(file: str | Path | bytes, *, tell: Tell = _silent) -> Outcome:
    """Coba tanpa menulis. Raises `sheets.SheetRefused` when no sheet of the book is a history."""
    today = clock.today()
    units = {siasn_id: unit.pk for siasn_id, unit in standing_units().items()}
    around = Around(known.nips(), units, today, known.lives())
    outcome = Outcome()
    by_kind: dict[str, list[HistoryRow]] = {}
    for kind in _kinds_in(file, outcome):
        by_kind[kind.sheet] = list(_read(kind, file, around, outcome, tell))
    for rows in by_kind.values():
        _compare(rows, outcome)
    return outcome


@transaction.atomic
def import_histories(
    file: str | Path | bytes, *, by: Any, tell: Tell = _silent, without: frozenset[int] = frozenset()
) -> Outcome:
    """Impor buku riwayat: all good rows in one transaction, compared with what stands at that moment.

    `without`: the engine's numbers of rows that a reviewer left out.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    outcome = preview(file, tell=tell)
    outcome.changes = [
        change for change in outcome.changes if place(change.row.kind.sheet, change.row.row) not in without
    ]
    by_kind: dict[str, list[Change]] = {}
    for change in outcome.changes:
        by_kind.setdefault(change.row.kind.sheet, []).append(change)
    for changes in by_kind.values():
        _append(changes, by=by)
    if outcome.changes:
        actions.refresh_current({change.row.employee for change in outcome.changes})
    elsewhere.leave_out({change.row.employee for change in by_kind.get(PERIODIC.sheet, ())})
    return outcome


def _kinds_in(file: str | Path | bytes, outcome: Outcome) -> list[SheetKind]:
    names = sheets.sheet_names(file)
    wanted = {sheets.heading_key(kind.sheet): kind for kind in KINDS}
    found = [wanted[key] for name in names if (key := sheets.heading_key(name)) in wanted]
    if not found:
        raise sheets.SheetRefused(
            f"Tidak ada lembar riwayat. Nama lembar yang dikenal: {', '.join(kind.sheet for kind in KINDS)}. Unduh templatnya."
        )
    for name in names:
        if sheets.heading_key(name) not in wanted and sheets.heading_key(name) not in GUIDES:
            message = f"Lembar “{name[:60]}” tidak dikenal dan dilewati. Pakai nama lembar menurut templat."
            outcome.warnings.append(SheetFinding(name[:60], 1, "", message))
    return [kind for kind in KINDS if kind in found]


def _read(
    kind: SheetKind, file: str | Path | bytes, around: Around, outcome: Outcome, tell: Tell
) -> Iterator[HistoryRow]:
    names = {sheets.heading_key(column.name): column.name for column in kind.columns}
    try:
        known_columns = [column.name for column in kind.columns]
        opened = sheets.open_sheet(file, required=kind.required, known=known_columns, sheet=kind.sheet)
    except sheets.SheetRefused as refusal:
        raise sheets.SheetRefused(f"Lembar {kind.sheet}: {refusal}") from refusal
    with opened as sheet:
        for number, cells in sheet:
            values = {names[key]: cell for key, cell in cells.items() if key in names}
            if not values:
                continue
            outcome.rows += 1
            outcome.per_sheet[kind.sheet] += 1
            if number % 50 == 0:
                tell(number, len(sheet), f"Membaca {kind.label.lower()}")
            row, problems, warnings = check(kind, number, values, around)
            outcome.problems += problems
            outcome.warnings += warnings
            if row is not None:
                yield row
            else:
                outcome.refused_people[kind.sheet, number] = str(values.get(NIP_COLUMN) or "")[:40].replace("\x00", "")


def _compare(rows: Sequence[HistoryRow], outcome: Outcome) -> None:
    """Same, corrected or new: first by SIASN id, then by what the kind calls the same thing."""
    if not rows:
        return
    kind = rows[0].kind
    names = tuple(rows[0].facts)
    by_id: dict[tuple[int, str], Found] = {}
    by_thing: dict[tuple[Any, ...], Found] = {}
    own_id: dict[int, str] = {}
    for employee, pk, since, siasn_id, facts in known.standing(kind.model, names, [row.employee for row in rows]):
        found = (pk, since, dict(zip(names, facts, strict=True)))
        if siasn_id:
            by_id[employee, siasn_id] = found
        by_thing[_thing(kind, employee, since, found[2])] = found
        own_id[pk] = siasn_id
    taken: set[int] = set()
    for row in rows:
        old = by_id.get((row.employee, row.siasn_id)) if row.siasn_id else None
        if old is None:
            old = by_thing.get(_thing(kind, row.employee, row.since, row.facts))
            other_id = old is not None and row.siasn_id and own_id[old[0]] not in ("", row.siasn_id)
            if other_id and not kind.single:
                old = None  # SIASN knows two of them
        _judge(row, old if old is None or old[0] not in taken else None, outcome)
        if old is not None:
            taken.add(old[0])


def _thing(kind: SheetKind, employee: int, since: Any, facts: Mapping[str, Any]) -> tuple[Any, ...]:
    day = _month(since) if kind.by_month else since
    return (employee, day if kind.by_day else None, *(facts[name] for name in kind.same))


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _known_days(row: HistoryRow, before: Mapping[str, Any]) -> dict[str, Any]:
    """The days that stand here, where a row says no more than their months; and their number, where it says them all."""
    days = [name for name in row.kind.by_month if isinstance(row.facts[name], date)]
    same = {name: before[name] for name in days if _month(row.facts[name]) == _month(before[name])}
    return {name: before[name] for name in row.kind.by_month} if len(same) == len(days) else same


def _judge(row: HistoryRow, old: Found | None, outcome: Outcome) -> None:
    if old is None:
        outcome.changes.append(Change(row))
        return
    pk, since, before = old
    # A cell that the sheet left empty never erases what is known here.
    facts = {name: before[name] if value in (None, "") else value for name, value in row.facts.items()}
    if row.kind.by_month and _month(row.since) == _month(since):
        row.since = since
        facts |= _known_days(row, before)
    if since == row.since and all(facts[name] == before[name] for name in facts):
        outcome.unchanged += 1
        return
    row.facts = facts
    outcome.changes.append(Change(row, pk, {name: before[name] for name in facts} | {"effective_from": since}))


def _append(changes: Sequence[Change], *, by: Any) -> None:
    kind = changes[0].row.kind
    names = tuple(changes[0].row.facts)
    extra: dict[int, int | None] = _seats(changes, by=by) if kind.model == POSITIONS else {}
    columns = (*ENVELOPE, *names, *(("seat_id",) if kind.model == POSITIONS else ()))
    rows = [
        (
            change.row.employee, change.row.since, change.old,
            Correction.NONE if change.old is None else Correction.CORRECTED, "" if change.old is None else REASON,
            change.row.siasn_id, *(change.row.facts[name] for name in names),
            *((extra.get(place),) if kind.model == POSITIONS else ()),
        )
        for place, change in enumerate(changes)
    ]  # fmt: skip
    actions.bulk_append(apps.get_model(kind.model), rows, columns=columns, by=by)


def _seats(changes: Sequence[Change], *, by: Any) -> dict[int, int | None]:
    """The seat of each position that a person holds now: a corrected row keeps its own, a newer one finds or makes one."""
    people = {change.row.employee for change in changes}
    held = {pk: facts[0] for _, pk, _, _, facts in known.standing(POSITIONS, ("seat_id",), [*people])}
    newest = {employee: since for employee, _, since, _ in known.newest("position", ("title",))}
    found = {place: held[change.old] for place, change in enumerate(changes) if change.old is not None}
    current = {
        place: (facts["unit_id"], facts["title"], facts["kind"], facts["career_level"])
        for place, change in enumerate(changes)
        if (facts := change.row.facts)["assignment"] == "definitif" and facts["unit_id"] and found.get(place) is None
        and change.row.since >= newest.get(change.row.employee, change.row.since)
    }  # fmt: skip
    seats = seats_for(Counter(current.values()), on=clock.today(), by=by)
    return {**found, **{place: seats[key] for place, key in current.items()}}


def place(sheet: str, row: int) -> int:
    """The engine's number of a row of a sheet."""
    order = next((order for order, kind in enumerate(KINDS) if kind.sheet == sheet), len(KINDS))
    return order * SHEET_STEP + row


def sheet_and_row(number: int) -> tuple[str, int]:
    """The sheet and its row behind the engine's number."""
    order, row = divmod(number, SHEET_STEP)
    return (KINDS[order].sheet if order < len(KINDS) else ""), row


def entries(outcome: Outcome) -> Iterator[Entry]:
    """What the review page lists."""
    for change in outcome.changes:
        row = change.row
        fate = RowFate.NEW if change.old is None else RowFate.CHANGED
        yield Entry(place(row.kind.sheet, row.row), fate, row.nip, row.kind.label, history_in_words(change))
    for sheet, number in sorted({(found.sheet, found.row) for found in outcome.problems}):
        yield Entry(place(sheet, number), RowFate.REJECTED, outcome.refused_people.get((sheet, number), ""))


def remarks(outcome: Outcome) -> list[Remark]:
    """What is wrong with which cell."""
    return [
        Remark(
            place(found.sheet, found.row),
            f"{found.sheet}: {found.column}" if found.column else found.sheet,
            found.message,
            severity,
        )
        for found_in, severity in ((outcome.problems, Severity.ERROR), (outcome.warnings, Severity.WARNING))
        for found in found_in
    ]
