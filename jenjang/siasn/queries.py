"""Baca impor: the list, one import, its rows and what is wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from jenjang.kernel import staged_rows
from jenjang.kernel.imports import ImportState, RowFate, Severity, StagedFinding, StagedImport, StagedRow
from jenjang.organization.trees import standing_units
from jenjang.siasn.history_import import sheet_and_row

if TYPE_CHECKING:
    pass

EMPLOYEES, HISTORIES = "pegawai", "riwayat"
TITLES = {EMPLOYEES: "Data pegawai", HISTORIES: "Riwayat"}
LEFT_OUT = "dikeluarkan"  # the list of rows that a reviewer left out, beside those of each fate
WAITING = (ImportState.UPLOADED, ImportState.READING, ImportState.READY, ImportState.APPLYING)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Satu temuan beserta orangnya, as the list and the download show it."""

    sheet: str
    row: int
    nip: str
    name: str
    column: str
    message: str


def all_imports() -> QuerySet[StagedImport]:
    """Every import, the newest first."""
    found = StagedImport.objects.filter(kind__in=TITLES).select_related("document", "uploaded_by", "settled_by")
    return found.order_by("-uploaded_at", "-pk")


def staged_or_none(pk: int) -> StagedImport | None:
    """One import with its files and its job."""
    found = StagedImport.objects.filter(kind__in=TITLES)
    return found.select_related("document", "companion", "job", "uploaded_by", "settled_by").filter(pk=pk).first()


def waiting_for_review() -> QuerySet[StagedImport]:
    """Imports that were read and wait for somebody's decision, the oldest first."""
    return StagedImport.objects.filter(kind__in=TITLES, state=ImportState.READY).order_by("uploaded_at")


def waiting_with(kind: str, sha256: str, companion: str) -> StagedImport | None:
    """An import of these very files that is not settled yet."""
    found = StagedImport.objects.filter(kind=kind, document__sha256=sha256, state__in=WAITING)
    found = found.filter(companion__sha256=companion) if companion else found.filter(companion=None)
    return found.order_by("-pk").first()


def has_units() -> bool:
    """Whether any unit stands here."""
    return bool(standing_units())


def rows_of(staged: StagedImport, fate: str) -> QuerySet[StagedRow]:
    """Rows of one fate, as they stand in the sheet."""
    return staged_rows.rows_of(staged, fate).select_related("left_out_by")


def left_out(staged: StagedImport) -> QuerySet[StagedRow]:
    """Rows that a reviewer left out, as they stand in the sheet."""
    return staged_rows.left_out(staged).select_related("left_out_by")


def is_waiting(staged: StagedImport) -> bool:
    """Whether somebody still decides on it."""
    return bool(staged.state == ImportState.READY)


def row_or_none(staged: StagedImport, row: int) -> StagedRow | None:
    """One row that would be written, or None, also for a row that is refused."""
    return staged_rows.rows_of(staged).filter(row=row, fate__in=staged_rows.WRITTEN).first()


def remarks_of(staged: StagedImport, severity: str) -> QuerySet[StagedFinding]:
    """Findings of one weight, as they stand in the sheet."""
    return staged_rows.remarks_of(staged, severity)


def refusals(staged: StagedImport, findings: Any) -> list[Refusal]:
    """Findings with the people whose rows they are, in two queries."""
    found = list(findings)
    people = {row.row: row for row in StagedRow.objects.filter(staged=staged, row__in={one.row for one in found})}
    return list(_refusals(found, people))


def all_refusals(staged: StagedImport) -> list[Refusal]:
    """Everything that refuses a row, for the download."""
    return refusals(staged, remarks_of(staged, Severity.ERROR))


def _refusals(found: list[StagedFinding], people: dict[int, StagedRow]) -> Iterator[Refusal]:
    for one in found:
        sheet, row = sheet_and_row(one.row)
        person = people.get(one.row)
        shown = sheet if ": " in one.column else ""
        yield Refusal(
            sheet=shown, row=row, nip=person.key if person else "", name=person.label if person else "",
            column=one.column.rpartition(": ")[2], message=one.message,
        )  # fmt: skip


def tallies(staged: StagedImport) -> dict[str, int]:
    """How many of each list: changed, new, refused rows, warnings, rows left out."""
    return {
        RowFate.CHANGED: staged.changed,
        RowFate.NEW: staged.new,
        RowFate.REJECTED: staged.rejected,
        RowFate.WARNED: int(staged.summary.get("warnings", 0)),
        LEFT_OUT: left_out(staged).count(),
    }
