"""Pemeriksaan PDF: a scan is paper, it does nothing by itself. What acts, hides files or is locked is refused.

The file is not parsed as a reader would, since readers differ and a hostile file lives in the differences. Names are
searched for in all its bytes and in everything that inflates, written plainly or with `#` escapes.
"""

import re
import zlib
from collections.abc import Iterator

ACTIVE_NAMES = {
    "JavaScript": "skrip",
    "Launch": "perintah menjalankan program",
    "EmbeddedFile": "berkas lain di dalamnya",
    "RichMedia": "media aktif",
    "ImportData": "perintah impor data",
    "SubmitForm": "perintah kirim data",
}
LOCK = "Encrypt"
STREAM = re.compile(rb"stream\r?\n")
OBJECT_STREAM_BUDGET = 64 * 1024 * 1024
STREAM_BUDGET = 8 * 1024 * 1024
TOTAL_BUDGET = 256 * 1024 * 1024
DICTIONARY_REACH = 1024
TAIL_REACH = 2048


class ActivePdf(ValueError):
    """PDF ditolak; the message says what it holds."""


def _name_pattern(name: str) -> bytes:
    """The PDF name in any spelling: each letter plain or as #xx."""
    letters = (b"(?:%c|#%x|#%X)" % (letter, letter, letter) for letter in name.encode())
    return b"/" + b"".join(letters)


_ACTIVE = re.compile(b"|".join(b"(%s)" % _name_pattern(name) for name in ACTIVE_NAMES))
_LOCKED = re.compile(_name_pattern(LOCK) + rb"(?![A-Za-z])")
_OBJECT_STREAM = re.compile(_name_pattern("ObjStm"))
_ODD_FILTER = re.compile(rb"/(?:LZWDecode|ASCIIHexDecode|ASCII85Decode|RunLengthDecode|Crypt|Predictor)")


def check_pdf(content: bytes) -> None:
    """Raise `ActivePdf` unless the file is a plain, passive PDF."""
    if not content.startswith(b"%PDF-"):
        raise ActivePdf("Ini bukan PDF.")
    end = content.rfind(b"%%EOF", -TAIL_REACH)
    if end < 0 or content[end + 5 :].strip(b"\0\r\n\t "):
        raise ActivePdf("PDF terpotong atau berisi data lain setelah akhirnya. Cetak ulang ke PDF.")
    if _LOCKED.search(content):
        raise ActivePdf("PDF terkunci kata sandi. Simpan tanpa kata sandi.")
    for part in (content, *_inflated(content)):
        if found := _ACTIVE.search(part):
            what = list(ACTIVE_NAMES.values())[(found.lastindex or 1) - 1]
            raise ActivePdf(f"PDF memuat {what}. Cetak ulang ke PDF (Print to PDF), lalu unggah hasilnya.")


def _inflated(content: bytes) -> Iterator[bytes]:
    """Everything in the file that inflates, each to its budget."""
    view = memoryview(content)
    left = TOTAL_BUDGET
    for found in STREAM.finditer(content):
        dictionary = content[max(0, found.start() - DICTIONARY_REACH) : found.start()].rpartition(b" obj")[2]
        holds_objects = bool(_OBJECT_STREAM.search(dictionary))
        if holds_objects and _ODD_FILTER.search(dictionary):
            raise ActivePdf("PDF disimpan dengan cara yang tidak dapat diperiksa. Cetak ulang ke PDF.")
        budget = min(left, OBJECT_STREAM_BUDGET if holds_objects else STREAM_BUDGET)
        inflater = zlib.decompressobj()
        try:
            part = inflater.decompress(view[found.end() :], budget)
        except zlib.error:
            continue  # not deflated: its bytes were searched with the whole file
        if holds_objects and not inflater.eof:
            raise ActivePdf("PDF terlalu besar setelah dibuka. Cetak ulang ke PDF.")
        left -= len(part)
        if left <= 0:
            raise ActivePdf("PDF terlalu besar setelah dibuka. Cetak ulang ke PDF.")
        yield part
