"""Dokumen: files from people and letters from us. Kept by their hash under JENJANG_HOME/berkas, typed by their content.

Who may see a document is decided by the slice whose record it stands behind; this module only keeps and sends.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from django import forms
from django.conf import settings
from django.http import FileResponse, HttpResponseBase
from django.utils.text import get_valid_filename

from jenjang.kernel.archives import ArchiveRefused, check_workbook
from jenjang.kernel.models import Document
from jenjang.kernel.pdfguard import ActivePdf, check_pdf

MEGABYTE = 1024 * 1024
PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
JPEG_MAGIC = b"\xff\xd8\xff"
IMAGE_SIDE = 20_000
HIDDEN_MARKS = (b"PK\x05\x06", b"<script", b"<?php", b"<html", b"<svg", b"%PDF-")
JSON_DEPTH = 60
XLSX_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class DocumentRefused(ValueError):
    """Berkas ditolak; the message says why and what to send instead."""


def _check_png(content: bytes) -> None:
    if not content.startswith(PNG_MAGIC) or content[12:16] != b"IHDR" or not content.endswith(b"IEND\xaeB`\x82"):
        raise DocumentRefused("Gambar PNG rusak atau berisi data lain. Simpan ulang gambarnya.")
    width, height = int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
    if not (0 < width <= IMAGE_SIDE and 0 < height <= IMAGE_SIDE):
        raise DocumentRefused(f"Sisi gambar paling panjang {IMAGE_SIDE} piksel.")
    _check_nothing_hidden(content)


def _check_jpeg(content: bytes) -> None:
    if not content.startswith(JPEG_MAGIC) or b"\xff\xd9" not in content[-4096:]:
        raise DocumentRefused("Gambar JPEG rusak atau terpotong. Simpan ulang gambarnya.")
    _check_nothing_hidden(content)


def _check_nothing_hidden(content: bytes) -> None:
    """A picture that is also an archive, a page or a program is not a picture."""
    lowered = content.lower()
    if any(mark.lower() in lowered for mark in HIDDEN_MARKS):
        raise DocumentRefused("Gambar berisi data lain yang tersembunyi. Simpan ulang gambarnya.")


def _check_pdf(content: bytes) -> None:
    try:
        check_pdf(content)
    except ActivePdf as refusal:
        raise DocumentRefused(str(refusal)) from refusal


def _check_xlsx(content: bytes) -> None:
    try:
        check_workbook(BytesIO(content))
    except ArchiveRefused as refusal:
        raise DocumentRefused(str(refusal)) from refusal


def _check_json(content: bytes) -> None:
    try:
        read = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # wrong bytes, wrong JSON, or a number of thousands of digits
        raise DocumentRefused("Berkas JSON tidak dapat dibaca. Unduh ulang dari SIASN.") from error
    if _depth(read) > JSON_DEPTH:
        raise DocumentRefused("Isi JSON bertingkat terlalu dalam.")


def _depth(value: Any) -> int:
    level, depth = [value], 0
    while level:
        depth += 1
        nested = [item for item in level if isinstance(item, dict | list)]
        level = [inner for item in nested for inner in (item.values() if isinstance(item, dict) else item)]
    return depth


def _check_written(content: bytes) -> None:
    """Letters of our own carry attachments, which a scan may not."""
    if not content.startswith(b"%PDF-"):
        raise DocumentRefused("Ini bukan PDF.")


@dataclass(frozen=True, slots=True)
class Kind:
    """Jenis berkas: what it is called, how it begins, how large it may be, and how it is looked through."""

    label: str
    mime: str
    magic: tuple[bytes, ...]
    limit: int
    check: Callable[[bytes], None]
    suffix: str


PDF = Kind("PDF", "application/pdf", (b"%PDF-",), 10 * MEGABYTE, _check_pdf, ".pdf")
PNG = Kind("PNG", "image/png", (PNG_MAGIC,), 5 * MEGABYTE, _check_png, ".png")
JPEG = Kind("JPEG", "image/jpeg", (JPEG_MAGIC,), 5 * MEGABYTE, _check_jpeg, ".jpg")
XLSX = Kind("XLSX", XLSX_MIME, (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"), 60 * MEGABYTE, _check_xlsx, ".xlsx")
JSON = Kind("JSON", "application/json", (b"{", b"["), 20 * MEGABYTE, _check_json, ".json")
LETTER = Kind("PDF", "application/pdf", (b"%PDF-",), 50 * MEGABYTE, _check_written, ".pdf")

SCANS = (PDF, PNG, JPEG)
SHEETS = (XLSX,)
TREES = (JSON,)
LETTERS = (LETTER,)


def examine(content: bytes, kinds: tuple[Kind, ...]) -> Kind:
    """The kind of the content, by its bytes and never by its name; else `DocumentRefused`."""
    wanted = " atau ".join(dict.fromkeys(kind.label for kind in kinds))
    if not content:
        raise DocumentRefused("Berkas kosong.")
    head = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:16]
    for kind in kinds:
        if content.startswith(kind.magic) or (kind is JSON and head.startswith(kind.magic)):
            if len(content) > kind.limit:
                raise DocumentRefused(f"Berkas lebih dari {kind.limit // MEGABYTE} MB.")
            kind.check(content)
            return kind
    raise DocumentRefused(f"Jenis berkas ini tidak diterima; yang diterima: {wanted}.")


def read_upload(file: BinaryIO, kinds: tuple[Kind, ...]) -> bytes:
    """The content of an upload, at most a byte more than the largest kind may have."""
    file.seek(0)
    content = file.read(max(kind.limit for kind in kinds) + 1)
    file.seek(0)
    return content


def path_of(sha256: str) -> Path:
    """Where content with this hash lies."""
    return Path(settings.FILES_ROOT) / sha256[:2] / sha256[2:]


def keep(content: bytes) -> str:
    """Write the content under its hash, once and whole, and give the hash."""
    sha256 = hashlib.sha256(content).hexdigest()
    place = path_of(sha256)
    if place.exists() and place.stat().st_size == len(content):
        return sha256
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as draft:
        draft.write(content)
        draft.flush()
        os.fsync(draft.fileno())
    Path(draft.name).replace(place)
    return sha256


def path(document: Document) -> Path:
    return path_of(document.sha256)


def read(document: Document) -> bytes:
    """The content, if it still is what its hash says."""
    content = path(document).read_bytes()
    if hashlib.sha256(content).hexdigest() != document.sha256:
        raise OSError(
            f"Document {document.pk}: content does not match its hash {document.sha256}; restore it from a backup."
        )
    return content


def clean_name(name: str, kind: Kind) -> str:
    """A file name that is safe in a header and on any disk, with the suffix of the true kind."""
    stem = Path(name.replace("\\", "/")).name.rsplit(".", 1)[0]
    stem = "".join(letter for letter in stem if letter.isprintable()).strip(". ") or "dokumen"
    return get_valid_filename(stem)[:150] + kind.suffix


def send(document: Document, *, inline: bool = False) -> HttpResponseBase:
    """The document as an answer that no browser will run. The caller has decided that this person may see it."""
    shown = inline and document.mime in (PDF.mime, PNG.mime, JPEG.mime)
    response = FileResponse(
        path(document).open("rb"), as_attachment=not shown, filename=document.name, content_type=document.mime
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response


class DocumentField(forms.FileField):
    """A file of a form, refused at the field with a sentence."""

    default_error_messages = {"required": "Pilih berkasnya.", "empty": "Berkas kosong.", "invalid": "Pilih berkasnya."}

    def __init__(self, *, kinds: tuple[Kind, ...] = SCANS, **options: Any) -> None:
        super().__init__(**options)
        self.kinds = kinds
        self.widget.attrs["accept"] = ",".join(dict.fromkeys(kind.suffix for kind in kinds))

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if data and file:
            try:
                examine(read_upload(file, self.kinds), self.kinds)
            except DocumentRefused as refusal:
                raise forms.ValidationError(str(refusal), code="refused") from refusal
        return file
