"""Letters and signatures: the words arrive as words, the proof travels inside, every changed byte is seen."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from jenjang.kernel import letters, signing

DAY = date(2026, 11, 20)


def data(**changes: Any) -> dict[str, Any]:
    return {
        "document_title": "Keputusan",
        "letterhead": {"lines": ["Pemerintah Kota Contoh", "Badan Kepegawaian"], "address": "Jalan Contoh 1"},
        "title": ["Keputusan Wali Kota Contoh"],
        "number": "821.22/1/BKPSDM/2026",
        "subject": "Pengangkatan dalam jabatan",
        "body": [
            {"kind": "pertimbangan", "label": "Menimbang", "items": ["bahwa jabatan lowong"]},
            {"kind": "diktum", "label": "KESATU", "text": "Mengangkat pegawai berikut."},
            {"kind": "isian", "rows": [["Nama", "Sri Wahyuni"]]},
            {"kind": "tabel", "columns": [{"title": "No", "share": 0}, {"title": "Nama"}], "rows": [["1", "Sri"]]},
        ],
        "signature": {"place": "Contoh", "date": "20 November 2026", "position": "Wali Kota", "name": "Wali Contoh"},
        "qr": letters.qr("https://contoh.go.id/p/1-0123456789ab"),
    } | changes


def words(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


@pytest.fixture
def keys(tmp_path: Path, settings: Any) -> Path:
    settings.HOME = tmp_path
    return signing.make_key(name="Kota Contoh")


def test_a_letter_is_pdf_a_3b_on_a4_with_its_number_and_its_names() -> None:
    pdf = letters.render("keputusan", data(), on=DAY)
    assert b"<pdfaid:part>3</pdfaid:part>" in pdf
    assert [round(float(side)) for side in PdfReader(BytesIO(pdf)).pages[0].mediabox[2:]] == [595, 842]
    assert all(piece in words(pdf) for piece in ("821.22/1/BKPSDM/2026", "Sri Wahyuni", "KESATU", "Wali Contoh"))


@pytest.mark.parametrize(
    "hostile",
    [
        "#pagebreak()",
        "*tebal* _miring_",
        "$x^2$",
        '#read("/etc/passwd")',
        "= Judul",
        "<script>alert(1)</script>",
        "@rujukan",
    ],
)
def test_words_are_never_read_as_markup(hostile: str) -> None:
    pdf = letters.render("keputusan", data(subject="Uji", body=[{"kind": "paragraf", "text": hostile}]), on=DAY)
    assert hostile in words(pdf)
    assert len(PdfReader(BytesIO(pdf)).pages) == 1


def test_attachments_travel_inside_byte_by_byte() -> None:
    proof, picture = b'{"daun": "\xc3\xa9"}', bytes(range(256))
    inside = [
        letters.Attachment("bukti.json", proof, "application/json", "Bukti"),
        letters.Attachment("b.bin", picture, "image/png", "Biner"),
    ]
    attached = PdfReader(BytesIO(letters.render("keputusan", data(), inside, on=DAY))).attachments
    assert (attached["bukti.json"], attached["b.bin"]) == ([proof], [picture])


def test_the_same_letter_is_the_same_bytes() -> None:
    assert letters.render("keputusan", data(), on=DAY) == letters.render("keputusan", data(), on=DAY)


@pytest.mark.parametrize("template", sorted(letters.TEMPLATES))
def test_every_template_stands_with_the_least_data(template: str) -> None:
    assert letters.render(template, {"title": ["Uji"]}, on=DAY).startswith(b"%PDF")


def test_a_history_sheet_says_when_a_table_is_empty() -> None:
    sections = [{"title": "Riwayat jabatan", "columns": [{"title": "Jabatan"}], "rows": []}]
    assert "Tidak ada data" in words(
        letters.render("drh", {"title": ["Daftar riwayat hidup"], "sections": sections}, on=DAY)
    )


def test_a_signed_letter_is_valid_and_names_its_signer(keys: Path) -> None:
    report = signing.verify_pdf(signing.sign_pdf(letters.render("keputusan", data(), on=DAY), reason="Penetapan"))
    assert (report.valid, report.signer, report.problem) == (True, "Kota Contoh", "")


def test_every_changed_byte_is_seen(keys: Path) -> None:
    pdf = signing.sign_pdf(letters.render("keputusan", data(), on=DAY), reason="Penetapan")
    for place in (100, len(pdf) // 2, len(pdf) - 200):
        changed = bytearray(pdf)
        changed[place] ^= 1
        assert not signing.verify_pdf(bytes(changed)).valid
    assert not signing.verify_pdf(pdf + b"\n% tambahan").valid


def test_a_stranger_signature_is_not_trusted(keys: Path, tmp_path: Path, settings: Any) -> None:
    pdf = signing.sign_pdf(letters.render("keputusan", data(), on=DAY), reason="Penetapan")
    settings.HOME = tmp_path / "lain"
    signing.make_key(name="Kota Lain")
    report = signing.verify_pdf(pdf)
    assert (report.signed, report.intact, report.valid) == (True, True, False)


@pytest.mark.parametrize("content", [b"", b"bukan pdf", b"%PDF-1.7\nrusak", b"%PDF-1.7\n%%EOF"])
def test_what_is_not_signed_is_answered_with_a_sentence(keys: Path, content: bytes) -> None:
    report = signing.verify_pdf(content)
    assert not report.valid
    assert report.problem


def _pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first its catalogue."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        body
        + head
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    )


CATALOGUE = (b"<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>")
HOSTILE = {
    "points at itself": _pdf(*CATALOGUE, b"4 0 R", b"3 0 R"),
    "its own child": _pdf(*CATALOGUE, b"<</Fields[4 0 R]>>", b"<</T(a)/FT/Sig/Kids[4 0 R]>>"),
    "deep": _pdf(*CATALOGUE, b"<</Fields" + b"[" * 100_000 + b"]" * 100_000 + b">>"),
    "long": _pdf(*CATALOGUE, b"<</Fields[" + b"4 0 R " * 1_500_000 + b"]>>", b"<</T(a)/FT/Tx>>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_paper_that_asks_for_endless_work_is_answered_with_a_sentence(keys: Path, name: str) -> None:
    report = signing.verify_pdf(HOSTILE[name])
    assert not report.signed
    assert "terlalu rumit untuk diperiksa" in report.problem


def test_a_check_that_does_not_end_in_time_says_nothing_of_the_paper(keys: Path, monkeypatch: Any) -> None:
    pdf = signing.sign_pdf(letters.render("keputusan", data(), on=DAY), reason="Penetapan")
    monkeypatch.setattr(signing, "VERIFY_SECONDS", 0.001)
    with pytest.raises(signing.NotInTime):
        signing.verify_pdf(pdf)


def test_a_state_certificate_can_sign_instead(keys: Path, tmp_path: Path, settings: Any) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

    key = serialization.load_pem_private_key((keys.parent / signing.KEY_NAME).read_bytes(), None)
    bundle = pkcs12.serialize_key_and_certificates(
        b"negara",
        key,
        x509.load_pem_x509_certificate(keys.read_bytes()),
        None,
        BestAvailableEncryption(b"rahasia"),  # type: ignore[arg-type]
    )
    (tmp_path / "negara.p12").write_bytes(bundle)
    (tmp_path / "sandi").write_text("rahasia\n")
    settings.JENJANG_SIGNING_PKCS12 = str(tmp_path / "negara.p12")
    settings.JENJANG_SIGNING_PASSPHRASE_FILE = str(tmp_path / "sandi")
    assert signing.verify_pdf(signing.sign_pdf(letters.render("keputusan", data(), on=DAY), reason="Penetapan")).valid


def test_the_key_is_made_once_and_readable_by_its_owner_only(keys: Path) -> None:
    before = keys.read_bytes()
    assert signing.make_key().read_bytes() == before
    assert (keys.parent / signing.KEY_NAME).stat().st_mode & 0o077 == 0


def test_a_page_of_a_wide_form_never_bears_signatures_alone() -> None:
    signers = [{"role": "Pegawai,", "name": "Sri Rekaan"}, {"role": "Pejabat penilai,", "name": "Yuliana Rekaan"}]
    columns = [{"title": "No", "share": 0}, {"title": "Peran", "share": 1}]
    pages = []
    for lines in range(20, 30):
        rows = [{"cells": [str(number), f"Peran {number}."]} for number in range(1, lines + 1)]
        sections = [{"title": "Peran", "columns": columns, "rows": rows}]
        pdf = letters.render("kinerja", {"title": ["Matriks"], "sections": sections, "signers": signers}, on=DAY)
        last = PdfReader(BytesIO(pdf)).pages[-1]
        pages.append(last.page_number)
        assert f"Peran {lines}." in last.extract_text()
        assert "Yuliana Rekaan" in last.extract_text()
    assert set(pages) == {0, 1}, "some of these forms fit one page and some do not"
