"""Isi halaman impor: what the list and the review show."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from jenjang.kernel.imports import ImportState, RowFate, Severity, StagedImport, StagedRow
from jenjang.kernel.sheets import Column
from jenjang.kernel.staged_rows import differences_of
from jenjang.siasn import other_agency, queries, tree_changes
from jenjang.siasn.history_import import sheet_and_row
from jenjang.ui import formats
from jenjang.ui.paging import PAGE_KEY, Sheet, sheet
from jenjang.ui.parts import Chip

REFUSED_COLUMNS = (
    Column("sheet", "Lembar", 18), Column("row", "Baris", 8), Column("nip", "NIP", 22), Column("name", "Nama", 30),
    Column("column", "Kolom", 24), Column("message", "Sebab dan cara membetulkan", 90),
)  # fmt: skip
WORKING = (ImportState.UPLOADED, ImportState.READING, ImportState.APPLYING)
PEOPLE_A_PAGE, FINDINGS_A_PAGE = 5, 25
LISTS = {
    RowFate.CHANGED: "Berubah", RowFate.NEW: "Baru", RowFate.REJECTED: "Ditolak", RowFate.WARNED: "Peringatan",
    queries.LEFT_OUT: "Dikeluarkan",
}  # fmt: skip
STATE_TAGS = {
    ImportState.READING: ("Sedang dibaca", "info"), ImportState.UPLOADED: ("Menunggu dibaca", "info"),
    ImportState.READY: ("Siap diperiksa", "warn"), ImportState.APPLYING: ("Sedang diterapkan", "info"),
    ImportState.APPLIED: ("Diterapkan", "good"), ImportState.DISCARDED: ("Dibuang", ""), ImportState.FAILED: ("Tidak dapat diimpor", "bad"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Seseorang yang barisnya mengubah sesuatu: old beside new."""

    name: str
    nip: str
    row: int
    sheet: str
    differences: list[tuple[str, str, str]]
    place: int  # the engine's number of the row
    is_new: bool
    left_out_by: str


def is_working(staged: StagedImport) -> bool:
    return staged.state in WORKING


def line(staged: StagedImport) -> dict[str, Any]:
    """A line of the list."""
    words, kind = STATE_TAGS[ImportState(staged.state)]
    return {"staged": staged, "title": queries.TITLES[staged.kind], "state": words, "state_kind": kind}


def progress(staged: StagedImport) -> dict[str, Any]:
    """How far the job is."""
    job = staged.job
    done, total = (job.progress_done, job.progress_total) if job else (0, 0)
    verb = "Menerapkan" if staged.state == ImportState.APPLYING else "Membaca dan memeriksa"
    words = f"{verb}: {formats.whole(done)} dari {formats.whole(total)} baris" if total else f"{verb}: menunggu giliran"
    return {"staged": staged, "working": is_working(staged), "done": done, "total": total or 1, "words": words}


def review(request: HttpRequest, staged: StagedImport) -> dict[str, Any]:
    """Everything that the review page needs, whatever the state."""
    tallies = queries.tallies(staged)
    fate = _wanted(request, tallies)
    ready = staged.state == ImportState.READY
    context = {
        **line(staged), **progress(staged), **_accepted(staged, tallies), "ready": ready, "fate": fate, "label": LISTS[fate],
        "chips": [Chip(f"{label} {formats.whole(tallies[key])}", f"?lihat={key}", key == fate) for key, label in LISTS.items()],
        "applied": staged.summary.get("applied"), "count": tallies[fate], "sheets": staged.summary.get("sheets", {}),
        "other_agency": other_agency.sentences(staged.summary) if ready else [],
        "tree": tree_changes.in_words(staged.summary) if ready else None,
    }  # fmt: skip
    if fate in (RowFate.CHANGED, RowFate.NEW, queries.LEFT_OUT):
        rows = queries.left_out(staged) if fate == queries.LEFT_OUT else queries.rows_of(staged, fate)
        page = sheet(request, rows, per_page=PEOPLE_A_PAGE)
        context["people"] = [_person(staged, row) for row in page]
        context["here"] = f"?lihat={fate}&{PAGE_KEY}={page.number}"
    else:
        severity = Severity.ERROR if fate == RowFate.REJECTED else Severity.WARNING
        page = sheet(request, queries.remarks_of(staged, severity), per_page=FINDINGS_A_PAGE)
        context["refusals"] = queries.refusals(staged, page.rows)
    return {**context, "page": page, **_neighbours(page, fate)}


def list_address(request: HttpRequest, row: int) -> str:
    """The same list and page again, at the row that was pressed."""
    asked, number = request.GET.get("lihat", ""), request.GET.get(PAGE_KEY, "")
    page = f"&{PAGE_KEY}={number}" if number.isascii() and number.isdecimal() else ""
    return f"?lihat={asked}{page}#baris-{row}" if asked in LISTS else ""


def _accepted(staged: StagedImport, tallies: dict[str, int]) -> dict[str, Any]:
    """What would be written: new and changed rows without those that were left out, and what only the tree changes."""
    without = tallies[queries.LEFT_OUT]
    accepted = staged.new + staged.changed - without
    by_tree = tree_changes.changes(staged.summary)
    return {"accepted": accepted, "without": without, "by_tree": by_tree, "appliable": accepted or by_tree}


def _wanted(request: HttpRequest, tallies: dict[str, int]) -> str:
    """The list that the address asks for, else the first that holds anything."""
    asked = request.GET.get("lihat", "")
    if asked in LISTS:
        return asked
    return next((fate for fate in LISTS if tallies[fate]), RowFate.CHANGED)


def _neighbours(page: Sheet, fate: str) -> dict[str, str]:
    before = f"?lihat={fate}&{PAGE_KEY}={page.number - 1}" if page.has_before else ""
    after = f"?lihat={fate}&{PAGE_KEY}={page.number + 1}" if page.has_after else ""
    return {"before": before, "after": after}


def _person(staged: StagedImport, row: StagedRow) -> Person:
    name, number = sheet_and_row(row.row)
    is_history = staged.kind == queries.HISTORIES
    return Person(
        row.label, row.key, number, name if is_history else "", differences_of(row), row.row,
        row.fate == RowFate.NEW, row.left_out_by.name if row.left_out_by else "",
    )  # fmt: skip
