"""Documents: typed by their bytes, passive, kept once under their hash, sent so that no browser runs them."""

import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from jenjang.kernel import actions, documents
from jenjang.kernel.documents import DocumentField, DocumentRefused
from jenjang.kernel.models import Document

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\0IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 40 + b"\xff\xd9"


def pdf_with(body: bytes) -> bytes:
    return PDF.replace(b"trailer", b"2 0 obj\n" + body + b"\nendobj\ntrailer")


def packed(body: bytes, dictionary: bytes = b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode") -> bytes:
    return pdf_with(b"<< " + dictionary + b" >>\nstream\n" + zlib.compress(body) + b"\nendstream")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, settings: Any) -> Path:
    settings.FILES_ROOT = tmp_path
    return tmp_path


@pytest.mark.parametrize(
    ("content", "name", "mime", "kept"),
    [
        (PDF, "../../SK Jabatan.exe", "application/pdf", "SK_Jabatan.pdf"),
        (PNG, "foto.pdf", "image/png", "foto.png"),
        (JPEG, "C:\\pindaian\\a.jpeg", "image/jpeg", "a.jpg"),
    ],
)
def test_the_type_is_that_of_the_bytes_whatever_the_name_says(content: bytes, name: str, mime: str, kept: str) -> None:
    document = actions.store_document(content, by=None, name=name)
    assert (document.mime, document.name, document.size) == (mime, kept, len(content))
    assert documents.read(document) == content


def test_the_same_content_lies_on_the_disk_once(place: Path) -> None:
    first, second = (actions.store_document(PDF, by=None, name=name) for name in ("a.pdf", "b.pdf"))
    assert first.sha256 == second.sha256
    assert [file for file in place.rglob("*") if file.is_file()] == [place / first.sha256[:2] / first.sha256[2:]]


HOSTILE = {
    "program": b"MZ\x90\0" + b"\0" * 500,
    "elf": b"\x7fELF" + b"\0" * 500,
    "page": b"<html><script>alert(1)</script></html>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
    "empty": b"",
    "pdf inside a page": b"<html>" + PDF,
    "cut pdf": PDF[:30],
    "pdf and archive": PDF + b"PK\x03\x04" + b"x" * 50 + b"PK\x05\x06" + b"\0" * 18,
    "script": pdf_with(b"<< /S /JavaScript /JS (app.alert(1)) >>"),
    "escaped script": pdf_with(b"<< /S /J#61vaScr#69pt /JS (x) >>"),
    "launch": pdf_with(b"<< /S /Launch /F (cmd.exe) >>"),
    "file inside": pdf_with(b"<< /Type /EmbeddedFile >>"),
    "locked": PDF.replace(b"/Root", b"/Encrypt 3 0 R /Root"),
    "packed script": packed(b"5 0 << /S /JavaScript /JS (x) >>"),
    "script in a false picture": packed(b"5 0 << /S /JavaScript >>", b"/Subtype /Image /Filter /FlateDecode"),
    "unreadable objects": packed(b"5 0 << >>", b"/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]"),
    "swollen objects": packed(b" " * 70_000_000),
    "png and archive": PNG[:-12] + b"PK\x05\x06" + PNG[-12:],
    "png and page": PNG[:-12] + b"<SCRIPT>" + PNG[-12:],
    "png with a tail": PNG + b"tail",
    "huge png": PNG[:16] + b"\0\x10\0\0\0\x10\0\0" + PNG[24:],
    "cut jpeg": JPEG[:-2],
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_what_is_active_or_two_things_at_once_is_refused_with_a_sentence(name: str, place: Path) -> None:
    with pytest.raises(DocumentRefused) as refusal:
        actions.store_document(HOSTILE[name], by=None, name="a.pdf")
    assert str(refusal.value).endswith(".")
    assert not Document.objects.exists()
    assert not any(place.rglob("*"))


def test_a_file_beyond_its_limit_is_refused() -> None:
    with pytest.raises(DocumentRefused, match="10 MB"):
        actions.store_document(PDF.replace(b"trailer", b"% " + b"x" * documents.PDF.limit + b"\ntrailer"), by=None)


@pytest.mark.parametrize("content", [b"{", b'{"a": ' * 20_000, b"[" * 100 + b"]" * 100, b"\xff\xfe{}"])
def test_json_must_be_whole_and_shallow(content: bytes) -> None:
    with pytest.raises(DocumentRefused):
        actions.store_document(content, by=None, kinds=documents.TREES)


def test_a_tree_is_kept() -> None:
    assert actions.store_document(b'\xef\xbb\xbf{"a": [1]}', by=None, kinds=documents.TREES).mime == "application/json"


def test_a_field_refuses_at_the_field_and_leaves_a_good_file_unread() -> None:
    field = DocumentField()
    with pytest.raises(ValidationError, match="skrip"):
        field.clean(SimpleUploadedFile("a.pdf", HOSTILE["script"]))
    good = field.clean(SimpleUploadedFile("a.pdf", PDF))
    assert good.read() == PDF


def test_a_document_is_sent_so_that_no_browser_runs_it() -> None:
    response = documents.send(actions.store_document(PDF, by=None, name='a"\r\nX: y.pdf'))
    assert response["Content-Disposition"].startswith("attachment")
    assert "\n" not in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert b"".join(response) == PDF  # type: ignore[arg-type]
    response.close()


def test_content_that_changed_on_the_disk_is_not_given_out() -> None:
    document = actions.store_document(PDF, by=None)
    documents.path(document).write_bytes(PDF + b" ")
    with pytest.raises(OSError, match="hash"):
        documents.read(document)


def test_a_scan_written_by_a_common_program_is_accepted() -> None:
    from jenjang.kernel import letters

    plain = letters.render("surat", {"title": ["Pindaian"]})
    assert documents.examine(plain, documents.SCANS) is documents.PDF
    assert documents.read_upload(BytesIO(plain), documents.SCANS) == plain
