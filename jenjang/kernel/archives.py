"""Berkas zip dari luar: looked through before any reader opens it, for a spreadsheet is an archive and may be a trap.

What is refused: bombs (by entries, size, ratio), paths that climb out, entries that overlap, repeat or hide behind a
password, macros and embedded programs, XML that declares entities, and cells so far out that a reader would make a table
of billions. Sizes are counted by inflating, not believed.
"""

import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO

MEGABYTE = 1024 * 1024
CHUNK = 256 * 1024
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MAGIC = b"PK\x03\x04"
UTF8_MARK = b"\xef\xbb\xbf"
FORBIDDEN_XML = (b"<!DOCTYPE", b"<!ENTITY", b"<!doctype", b"<!entity")
# A cell beyond column CZ or row 129,999: one of them makes a reader fill everything before it.
FAR_CELL = re.compile(
    rb"""=\s*["'](?:(?:[D-Z][A-Z]|[A-Z]{3})\d{1,7}|[A-Z]{0,3}(?:1[3-9]\d{4}|[2-9]\d{5}|\d{7,}))["']"""
)
MARKUP_PARTS = (".xml", ".rels", ".vml")
PICTURE_PARTS = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf")
PROGRAM_PARTS = ("vbaproject.bin", "xl/activex/", "xl/embeddings/", "xl/ctrlprops/")
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class ArchiveRefused(ValueError):
    """Berkas ditolak; the message says why and what to send instead."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What an archive may hold. A hundred thousand rows of a full SIASN export stay well below."""

    file: int = 60 * MEGABYTE
    entries: int = 1000
    entry: int = 700 * MEGABYTE
    total: int = 900 * MEGABYTE
    cells: int = 12_000_000
    ratio: int = 200
    ratio_from: int = 8 * MEGABYTE


LIMITS = Limits()


def check_workbook(file: BinaryIO, limits: Limits = LIMITS) -> None:
    """Refuse anything but a plain, bounded .xlsx. The file's position is 0 afterwards."""
    size = file.seek(0, 2)
    if size > limits.file:
        raise ArchiveRefused(f"Berkas lebih dari {limits.file // MEGABYTE} MB. Bagi menjadi beberapa berkas.")
    file.seek(0)
    _check_beginning(file.read(8))
    try:
        with zipfile.ZipFile(file) as archive:
            _check_directory(archive, size, limits)
            _check_is_workbook(archive)
            _check_contents(archive, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError) as error:
        raise ArchiveRefused(
            "Berkas rusak atau bukan .xlsx. Buka di Excel, lalu simpan ulang sebagai .xlsx."
        ) from error
    finally:
        file.seek(0)


def _check_beginning(head: bytes) -> None:
    if head.startswith(OLE_MAGIC):
        raise ArchiveRefused(
            "Berkas .xls atau .xlsx berkata sandi tidak diterima. Simpan sebagai .xlsx tanpa kata sandi."
        )
    if not head.startswith(ZIP_MAGIC):
        raise ArchiveRefused("Ini bukan berkas .xlsx. Unduh ulang ekspornya, atau simpan sebagai .xlsx.")


def _check_directory(archive: zipfile.ZipFile, size: int, limits: Limits) -> None:
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise ArchiveRefused(f"Berkas berisi {len(entries)} bagian; paling banyak {limits.entries}.")
    names = {entry.filename.casefold() for entry in entries}
    if len(names) != len(entries):
        raise ArchiveRefused("Berkas berisi dua bagian bernama sama. Simpan ulang di Excel.")
    for entry in entries:
        _check_entry(entry, limits)
    if sum(entry.file_size for entry in entries) > limits.total:
        raise ArchiveRefused("Isi berkas terlalu besar setelah dibuka. Bagi menjadi beberapa berkas.")
    _check_overlap(entries, size)


def _check_entry(entry: zipfile.ZipInfo, limits: Limits) -> None:
    name = entry.filename
    parts = name.replace("\\", "/").split("/")
    # zipfile cuts a name at a zero byte and turns backslashes; other readers may not, so the raw name counts.
    if entry.orig_filename != name or name.startswith("/") or ".." in parts or ":" in name or "\\" in name:
        raise ArchiveRefused("Berkas berisi nama bagian yang tidak wajar. Simpan ulang di Excel.")
    if entry.flag_bits & 0x1:
        raise ArchiveRefused("Berkas berkata sandi tidak diterima. Simpan tanpa kata sandi.")
    if entry.compress_type not in METHODS:
        raise ArchiveRefused("Berkas dimampatkan dengan cara yang tidak dikenal. Simpan ulang di Excel.")
    if (entry.external_attr >> 16) & 0o170000 == 0o120000:
        raise ArchiveRefused("Berkas berisi tautan. Simpan ulang di Excel.")
    swollen = entry.file_size > limits.ratio_from and entry.file_size > limits.ratio * max(entry.compress_size, 1)
    if entry.file_size > limits.entry or swollen:
        raise ArchiveRefused("Satu bagian berkas terlalu besar setelah dibuka; berkas ini tidak wajar.")


def _check_overlap(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Entries that share bytes multiply in the reader: each needs room of its own, the first at the file's start."""
    end = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset < end:
            raise ArchiveRefused("Bagian berkas saling bertumpuk; berkas ini tidak wajar.")
        if end == 0 and entry.header_offset != 0:
            raise ArchiveRefused("Ada isi lain di depan berkas .xlsx. Simpan ulang di Excel.")
        end = entry.header_offset + 30 + len(entry.orig_filename.encode()) + entry.compress_size
    if end > size:
        raise ArchiveRefused("Berkas terpotong. Unduh ulang.")


def _check_is_workbook(archive: zipfile.ZipFile) -> None:
    names = [name.casefold() for name in archive.namelist()]
    if any(part in name for name in names for part in PROGRAM_PARTS):
        raise ArchiveRefused("Berkas berisi makro atau program. Simpan sebagai .xlsx biasa (bukan .xlsm).")
    if "xl/workbook.xml" not in names or "[content_types].xml" not in names:
        raise ArchiveRefused("Ini arsip zip, bukan berkas .xlsx.")


def _check_contents(archive: zipfile.ZipFile, limits: Limits) -> None:
    total = 0
    for entry in archive.infolist():
        total += _inflate(archive, entry, limits)
        if total > limits.total:
            raise ArchiveRefused("Isi berkas terlalu besar setelah dibuka. Bagi menjadi beberapa berkas.")


def _inflate(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> int:
    """Read an entry to its end: the checksum and the declared size must hold, and what it says must be harmless."""
    name = entry.filename.casefold()
    count = cells = 0
    tail = b""
    with archive.open(entry) as stream:
        while chunk := stream.read(CHUNK):
            if count == 0 and name.endswith(MARKUP_PARTS):
                _check_xml_head(chunk)
            if not name.endswith(PICTURE_PARTS):
                cells += chunk.count(b"<c") + chunk.count(b":c")
                _check_markup(tail + chunk, is_sheet="worksheets/" in name or cells > limits.entries)
                tail = chunk[-24:]
            count += len(chunk)
    if cells > limits.cells:
        raise ArchiveRefused("Lembar berisi terlalu banyak sel. Bagi menjadi beberapa berkas.")
    if count != entry.file_size or _has_more(archive, entry):
        raise ArchiveRefused("Ukuran bagian berkas tidak sesuai daftar isinya; berkas ini tidak wajar.")
    if name == "[content_types].xml" and b"macroenabled" in archive.read(entry).lower():
        raise ArchiveRefused("Berkas bermakro tidak diterima. Simpan sebagai .xlsx biasa (bukan .xlsm).")
    return count


def _check_markup(window: bytes, *, is_sheet: bool) -> None:
    if b"<!" in window and any(mark in window for mark in FORBIDDEN_XML):
        raise ArchiveRefused("Berkas memuat deklarasi XML yang tidak diizinkan. Simpan ulang di Excel.")
    if is_sheet and FAR_CELL.search(window):
        raise ArchiveRefused("Ada sel di luar 129.999 baris atau 104 kolom. Salin datanya saja ke lembar baru.")


def _has_more(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether the compressed bytes hold more than the declared size: another reader would not stop there."""
    if entry.compress_type == zipfile.ZIP_STORED:
        return entry.compress_size != entry.file_size
    with archive.open(entry) as stream:
        raw = stream._fileobj  # type: ignore[attr-defined]  # the shared file, placed at the entry's first byte
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        left, seen = entry.compress_size, 0
        while left > 0 and not inflater.eof:
            piece = raw.read(min(CHUNK, left))
            if not piece:
                return True
            left -= len(piece)
            while piece:
                seen += len(inflater.decompress(piece, CHUNK))
                if seen > entry.file_size:
                    return True
                piece = inflater.unconsumed_tail
        return left > 0 or not inflater.eof


def _check_xml_head(chunk: bytes) -> None:
    text = chunk.removeprefix(UTF8_MARK).lstrip()
    declaration = text[:200].split(b"?>", 1)[0].lower() if text.startswith(b"<?xml") else b""
    if not text.startswith(b"<") or (b"encoding" in declaration and b"utf-8" not in declaration):
        raise ArchiveRefused("Isi berkas tidak dalam UTF-8. Simpan ulang di Excel sebagai .xlsx.")
