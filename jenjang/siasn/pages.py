"""Isi halaman impor: what the list and the review show."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from jenjang.kernel.imports import ImportState, RowFate, Severity, StagedImport, StagedRow, differences_of
from jenjang.kernel.sheets import Column
from jenjang.siasn import other_agency, queries
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
    context = {
        **line(staged), **progress(staged), "ready": staged.state == ImportState.READY, "fate": fate, "label": LISTS[fate],
        "chips": [Chip(f"{label} {formats.whole(tallies[key])}", f"?lihat={key}", key == fate) for key, label in LISTS.items()],
        "accepted": staged.new + staged.changed, "applied": staged.summary.get("applied"),
        "count": tallies[fate], "sheets": staged.summary.get("sheets", {}),
        "other_agency": other_agency.sentences(staged.summary) if staged.state == ImportState.READY else [],
    }  # fmt: skip
    if fate in (RowFate.CHANGED, RowFate.NEW):
        page = sheet(request, queries.rows_of(staged, fate), per_page=PEOPLE_A_PAGE)
        context["people"] = [_person(staged, row) for row in page]
    else:
        severity = Severity.ERROR if fate == RowFate.REJECTED else Severity.WARNING
        page = sheet(request, queries.remarks_of(staged, severity), per_page=FINDINGS_A_PAGE)
        context["refusals"] = queries.refusals(staged, page.rows)
    return {**context, "page": page, **_neighbours(page, fate)}


def _wanted(request: HttpRequest, tallies: dict[str, int]) -> RowFate:
    """The list that the address asks for, else the first that holds anything."""
    asked = request.GET.get("lihat", "")
    if asked in LISTS:
        return RowFate(asked)
    return next((fate for fate in LISTS if tallies[fate]), RowFate.CHANGED)


def _neighbours(page: Sheet, fate: str) -> dict[str, str]:
    before = f"?lihat={fate}&{PAGE_KEY}={page.number - 1}" if page.has_before else ""
    after = f"?lihat={fate}&{PAGE_KEY}={page.number + 1}" if page.has_after else ""
    return {"before": before, "after": after}


def _person(staged: StagedImport, row: StagedRow) -> Person:
    name, number = sheet_and_row(row.row)
    is_history = staged.kind == queries.HISTORIES
    return Person(row.label, row.key, number, name if is_history else "", differences_of(row))
