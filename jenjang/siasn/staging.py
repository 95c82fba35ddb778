"""Dua berkas impor bertahap: how the kernel's engine reads and applies a sheet of employees and a book of histories."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from jenjang import ledger
from jenjang.kernel import documents, sheets
from jenjang.kernel.imports import (
    Entry,
    ImportRefused,
    Reading,
    Remark,
    RowFate,
    Severity,
    StagedImport,
    importer,
)
from jenjang.kernel.jobs import Progress
from jenjang.kernel.staged_rows import numbers_left_out
from jenjang.organization.queries import agency
from jenjang.siasn import employee_import, history_import, other_agency, tree_changes, unit_tree
from jenjang.siasn.employee_import import Outcome
from jenjang.siasn.employee_plan import Plan
from jenjang.siasn.employee_rows import OPTIONAL, REQUIRED, Finding
from jenjang.siasn.presenters import differences_in_words, newcomer_in_words
from jenjang.siasn.queries import EMPLOYEES, HISTORIES, TITLES, has_units
from jenjang.siasn.unit_tree import Unit

HAND = ledger.SYSTEM("impor")  # an import that nobody is named for
Row = TypeVar("Row")


class EmployeeImporter:
    """Impor data pegawai, with the unit tree as its companion."""

    def read(self, staged: StagedImport, progress: Progress) -> Reading:
        """Bandingkan lembar dengan yang tercatat, without writing."""
        units = _tree(staged)
        stated = other_agency.Stated(agency())
        with _employee_sheet(staged) as sheet:
            rows = stated.watching(_telling(sheet, len(sheet), progress, "Membaca baris"))
            outcome = employee_import.preview(rows, units, sheet.others)
        tree = _tree_changes(units, outcome)
        names = {key: unit.name for key, unit in employee_import.with_standing_units(units).items()}
        return Reading(
            rows=outcome.checked.rows,
            unchanged=outcome.unchanged,
            entries=_employee_entries(outcome, names),
            remarks=list(_remarks(outcome.checked.problems, outcome.checked.warnings)),
            summary={"units": len(units), "warnings": len(outcome.checked.warnings), **stated.summary(units), **tree},
        )

    def apply(self, staged: StagedImport, progress: Progress, *, by: Any) -> dict[str, Any]:
        """Baca ulang, bandingkan ulang, tulis: the day may have brought changes since the review."""
        units = _tree(staged)
        with _employee_sheet(staged) as sheet:
            rows = _telling(sheet, len(sheet), progress, "Menerapkan baris")
            checked = employee_import.read(rows, employee_import.with_standing_units(units))
        without = numbers_left_out(staged)
        outcome = employee_import.import_checked(checked, units, by=by or HAND, without=without)
        return _applied(outcome, checked.rejected_rows, without)


class HistoryImporter:
    """Impor riwayat, one sheet a kind."""

    def read(self, staged: StagedImport, progress: Progress) -> Reading:
        """Bandingkan setiap lembar dengan yang tercatat, without writing."""
        try:
            outcome = history_import.preview(documents.path(staged.document), tell=progress.progress)
        except sheets.SheetRefused as refusal:
            raise ImportRefused(str(refusal)) from refusal
        return Reading(
            rows=outcome.rows,
            unchanged=outcome.unchanged,
            entries=history_import.entries(outcome),
            remarks=history_import.remarks(outcome),
            summary={"sheets": outcome.counts(), "warnings": len(outcome.warnings)},
        )

    def apply(self, staged: StagedImport, progress: Progress, *, by: Any) -> dict[str, Any]:
        """Baca ulang, bandingkan ulang, tulis."""
        try:
            without = numbers_left_out(staged)
            outcome = history_import.import_histories(
                documents.path(staged.document), by=by or HAND, tell=progress.progress, without=without
            )
        except sheets.SheetRefused as refusal:
            raise ImportRefused(str(refusal)) from refusal
        return _applied(outcome, len({(found.sheet, found.row) for found in outcome.problems}), without)


def register() -> None:
    """Enter both importers into the engine."""
    importer(EMPLOYEES, title=TITLES[EMPLOYEES], make=EmployeeImporter, url=_url)
    importer(HISTORIES, title=TITLES[HISTORIES], make=HistoryImporter, url=_url)


def _url(staged: StagedImport) -> str:
    return f"/impor/{staged.pk}/"


def _tree(staged: StagedImport) -> Mapping[str, Unit]:
    if staged.companion is None:
        return {}
    try:
        return unit_tree.read(documents.read(staged.companion))
    except unit_tree.TreeRefused as refusal:
        raise ImportRefused(str(refusal)) from refusal


def _employee_sheet(staged: StagedImport) -> sheets.Sheet:
    try:
        return sheets.open_sheet(documents.path(staged.document), required=REQUIRED, known=OPTIONAL)
    except sheets.SheetRefused as refusal:
        raise ImportRefused(str(refusal)) from refusal


def _telling(rows: Iterable[Row], total: int, progress: Progress, words: str) -> Iterator[Row]:
    """The rows one by one, while the page is told how far the work is."""
    for done, row in enumerate(rows, start=1):
        if done % 50 == 0:
            progress.progress(done, total, words)
        yield row
    progress.progress(total, total, "Membandingkan dengan data Jenjang")


def _employee_entries(outcome: Outcome, units: Mapping[str, str]) -> Iterator[Entry]:
    for plan in outcome.plans:
        if plan.is_new:
            yield _entry(plan, RowFate.NEW, newcomer_in_words(plan.person, units))
        elif plan.changes:
            yield _entry(plan, RowFate.CHANGED, differences_in_words(plan.differences, units))
    named = outcome.checked.refused_people
    for row in sorted({problem.row for problem in outcome.checked.problems}):
        nip, name = named.get(row, ("", ""))
        yield Entry(row, RowFate.REJECTED, key=nip, label=name)


def _entry(plan: Plan, fate: RowFate, differences: list[tuple[str, str, str]]) -> Entry:
    return Entry(plan.person.row, fate, key=plan.person.nip, label=plan.person.name, differences=differences)


def _remarks(problems: Iterable[Finding], warnings: Iterable[Finding]) -> Iterator[Remark]:
    for findings, severity in ((problems, Severity.ERROR), (warnings, Severity.WARNING)):
        for found in findings:
            yield Remark(found.row, found.column, found.message, severity)


def _tree_changes(units: Mapping[str, Unit], outcome: Outcome) -> dict[str, Any]:
    """What the tree brings; an empty home takes it as it comes."""
    if not units or not has_units():
        return {}
    away = employee_import.leaders_away(units, outcome.checked)
    return tree_changes.summary(employee_import.tree_differences(units), away)


def _applied(
    outcome: Outcome | history_import.Outcome, rejected: int, without: frozenset[int]
) -> dict[str, dict[str, int]]:
    counts = {"new": outcome.new, "changed": outcome.changed, "unchanged": outcome.unchanged, "rejected": rejected}
    return {"applied": counts | ({"left_out": len(without)} if without else {})}
