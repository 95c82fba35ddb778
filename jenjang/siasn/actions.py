"""Tindakan impor: take a file in, apply it, discard it. The engine of the kernel does the work; this module knows the files."""

from typing import TYPE_CHECKING, BinaryIO

from django.db import connection, transaction

from jenjang.kernel import actions as kernel
from jenjang.kernel import documents, imports, staged_rows
from jenjang.kernel.imports import StagedImport
from jenjang.siasn import queries, unit_tree

if TYPE_CHECKING:
    from jenjang.accounts.models import User

UPLOAD_LOCK = 0x494D51


class UploadRefused(ValueError):
    """Berkas ditolak; the field whose file is wrong, and a sentence that says what to send instead."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@transaction.atomic
def upload_employees(*, sheet: BinaryIO, tree: BinaryIO | None, by: "User") -> StagedImport:
    """Mengunggah data pegawai, with its unit tree. The same files again, while they wait, give the same import."""
    if tree is None and not queries.has_units():
        raise UploadRefused("tree", "Belum ada unit di sini. Unggah juga pohon unit (ref-unor) dari SIASN.")
    companion = None
    if tree is not None:
        content = documents.read_upload(tree, documents.TREES)
        try:
            unit_tree.read(content)
        except unit_tree.TreeRefused as refusal:
            raise UploadRefused("tree", str(refusal)) from refusal
        companion = _store("tree", tree, documents.TREES, by)
    return _stage(queries.EMPLOYEES, _store("sheet", sheet, documents.SHEETS, by), companion, by)


@transaction.atomic
def upload_histories(*, sheet: BinaryIO, by: "User") -> StagedImport:
    """Mengunggah buku riwayat."""
    return _stage(queries.HISTORIES, _store("sheet", sheet, documents.SHEETS, by), None, by)


def apply(*, staged: StagedImport, by: "User") -> StagedImport:
    """Menerapkan impor in the background, whole or not at all. Pressed twice it is applied once."""
    staged.refresh_from_db()
    if staged.state in (imports.ImportState.APPLYING, imports.ImportState.APPLIED):
        return staged
    return imports.apply(staged=staged, by=by)


def discard(*, staged: StagedImport, by: "User") -> StagedImport:
    """Membuang impor. Nothing has been written, so nothing is undone."""
    staged.refresh_from_db()
    if staged.state == imports.ImportState.DISCARDED:
        return staged
    return imports.discard(staged=staged, by=by)


def leave_out(*, staged: StagedImport, row: int, by: "User") -> None:
    """Mengeluarkan satu baris dari impor yang ditinjau."""
    staged_rows.leave_out(staged=staged, row=row, by=by)


def put_back(*, staged: StagedImport, row: int) -> None:
    """Mengikutkan lagi satu baris: as if nobody had left it out."""
    staged_rows.put_back(staged=staged, row=row)


def _store(field: str, file: BinaryIO, kinds: tuple[documents.Kind, ...], by: "User") -> documents.Document:
    try:
        return kernel.store_document(file, by=by, kinds=kinds)
    except documents.DocumentRefused as refusal:
        raise UploadRefused(field, str(refusal)) from refusal


def _stage(kind: str, document: documents.Document, companion: documents.Document | None, by: "User") -> StagedImport:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [UPLOAD_LOCK])
    waiting = queries.waiting_with(kind, document.sha256, companion.sha256 if companion else "")
    return waiting or imports.upload(kind=kind, document=document, companion=companion, by=by)
