"""Checking a decree: by address, by paper, by proof; and every wrong thing that people or forgers send."""

import hashlib
import json
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from jenjang import ledger
from jenjang.accounts.models import User
from jenjang.kernel import signing
from jenjang.ledger import checkpoints
from jenjang.ledger import decrees as proofs
from jenjang.transparency import checking

pytestmark = pytest.mark.django_db
FIELDS = {"nomor": "821.2/7/BKPSDM-2026", "tanggal": "2026-11-20", "jenis": "Surat keputusan", "nama": "Rina Contoh",
          "nip": "198001012005012001", "jabatan": "Kepala Bidang Contoh", "unit": "Dinas Contoh"}  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_sent_yet() -> None:
    cache.clear()


@pytest.fixture
def entry(cast: Any) -> int:
    with ledger.attributed(by=ledger.SYSTEM("uji")):
        return proofs.commit_fields(table="selection_decree", row="987654", person="", fields=FIELDS)


def address_of(entry: int) -> str:
    digits = proofs.short_address(FIELDS["nomor"], entry).rsplit("/", 1)[1]
    return f"{checking.slug_of(FIELDS['nomor'])}-{digits}"


def upload(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_known_decree_is_genuine_and_shows_no_nip(client: Client, entry: int) -> None:
    for slash in ("", "/"):
        answer = client.get(f"/s/{address_of(entry)}{slash}")
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "Sama dengan yang dicatat" in page
        assert "Rina Contoh" in page
        assert "20 November 2026" in page
        assert FIELDS["nip"] not in page


def test_the_form_of_the_check_is_kept_by_no_cache_and_a_decrees_page_by_all(client: Client, entry: int) -> None:
    assert "no-store" in client.get("/periksa/")["Cache-Control"]
    assert client.get(f"/s/{address_of(entry)}")["Cache-Control"] == "public, max-age=60"


def test_number_and_code_lead_to_the_same_answer(client: Client, entry: int) -> None:
    digits = address_of(entry).rsplit("-", 1)[1]
    answer = client.get("/periksa/", {"nomor": FIELDS["nomor"], "kode": digits.upper()})
    assert answer.status_code == 302
    assert answer.headers["Location"].rstrip("/") == f"/s/{address_of(entry)}"


@pytest.mark.parametrize("address", ["821-2-7-BKPSDM-2026-000000000000", "tidak-ada-0123456789ab"])
def test_a_wrong_code_or_number_is_unknown(client: Client, entry: int, address: str) -> None:
    answer = client.get(f"/s/{address}/")
    assert answer.status_code == 404
    assert "Rina Contoh" not in answer.content.decode()


def test_a_changed_field_is_told(client: Client, entry: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            "UPDATE ledger_disclosure SET value = 'Orang Lain' WHERE entry_id = %s AND name = 'nama'", [entry]
        )
        cursor.execute("SET session_replication_role = origin")
    assert checking.by_address(*address_of(entry).rsplit("-", 1)).verdict == checking.CHANGED
    assert "Berubah" in client.get(f"/s/{address_of(entry)}/").content.decode()


def test_a_paper_is_known_by_its_hash(client: Client, entry: int) -> None:
    pdf = b"%PDF-1.7 contoh"
    with ledger.attributed(by=ledger.SYSTEM("uji")):
        proofs.commit_document(table="selection_decree", row="987654", person="", sha256=hashlib.sha256(pdf).digest())
    answer = client.post("/periksa/", {"pdf": upload(pdf, "sk.pdf"), "cara": "pdf"})
    assert answer.status_code == 200
    assert "Rina Contoh" in answer.content.decode()
    answer = client.post("/periksa/", {"pdf": upload(pdf + b" ", "sk.pdf"), "cara": "pdf"})
    assert "Tidak dikenal" in answer.content.decode()


def test_a_proof_is_checked_like_outsiders_do(client: Client, entry: int) -> None:
    proof = proofs.prove(entry, disclose=["nomor", "nama"])
    good = client.post("/periksa/", {"bukti": upload(json.dumps(proof).encode(), "bukti.json"), "cara": "bukti"})
    assert "COCOK" in good.content.decode()
    proof["fields"][3]["value"] = "Orang Lain"
    bad = client.post("/periksa/", {"bukti": upload(json.dumps(proof).encode(), "bukti.json"), "cara": "bukti"})
    assert "Isi keputusan tidak sama dengan yang dicatat" in bad.content.decode()
    proof = proofs.prove(entry, disclose=["nomor"])
    proof["fields"][3] |= {"name": "nama", "value": "Orang Lain"}
    forged = client.post("/periksa/", {"bukti": upload(json.dumps(proof).encode(), "bukti.json"), "cara": "bukti"})
    assert "COCOK" not in forged.content.decode()
    assert "Orang Lain" not in forged.content.decode()


@pytest.mark.parametrize(
    ("field", "name", "content"),
    [
        ("pdf", "sk.pdf", b"MZ program"),
        ("pdf", "sk.exe", b"%PDF-1.7"),
        ("pdf", "sk.pdf", b""),
        ("bukti", "bukti.json", b"bukan json"),
        ("bukti", "bukti.json", b"[" * 200_000),
        ("bukti", "bukti.json", b'{"format": "lain"}'),
        ("bukti", "bukti.json", b'{"format": "jenjang-bukti/1", "fields": 7, "path": []}'),
        ("bukti", "bukti.json", b'{"format": "jenjang-bukti/1", "fields": [7], "path": [null], "entry": 3}'),
        ("bukti", "bukti.json", b"\xff\xfe\x00"),
    ],
)
def test_what_is_no_paper_or_proof_is_answered_at_the_field(
    client: Client, field: str, name: str, content: bytes
) -> None:
    answer = client.post("/periksa/", {field: upload(content, name), "cara": "bukti" if field == "bukti" else "pdf"})
    assert answer.status_code == 422
    assert "invalid-feedback" in answer.content.decode()


def test_an_empty_form_is_answered_and_nothing_is_stored(client: Client) -> None:
    users = User.objects.count()
    assert client.post("/periksa/", {"cara": "pdf"}).status_code == 422
    assert client.get("/periksa/", {"nomor": "", "kode": "xyz"}).status_code == 422
    assert User.objects.count() == users


def test_the_last_checkpoint_and_key_can_be_taken_home(client: Client, entry: int) -> None:
    assert client.get("/periksa/titik-periksa.txt").status_code == 404
    note = checkpoints.publish()
    assert client.get("/periksa/titik-periksa.txt").content.decode() == note
    assert client.get("/buku-besar/kunci.txt").status_code == 200


def test_a_flood_of_files_is_asked_to_wait_and_readers_and_others_are_not(client: Client) -> None:
    def send(address: str) -> Any:
        sent = {"pdf": upload(b"MZ program", "sk.pdf"), "cara": "pdf"}
        return client.post("/periksa/", sent, REMOTE_ADDR=address)

    answers = {send("192.0.2.7").status_code for _ in range(20)}
    assert answers == {422}
    stopped = send("192.0.2.7")
    assert stopped.status_code == 429
    assert stopped["Retry-After"] == "600"
    assert "Tunggu 10 menit" in stopped.content.decode()
    assert send("192.0.2.8").status_code == 422
    assert client.get("/periksa/", REMOTE_ADDR="192.0.2.7").status_code == 200


def test_a_check_that_does_not_end_in_time_asks_to_try_again_and_calls_nothing_broken(
    client: Client, entry: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing, "VERIFY_SECONDS", 0.001)
    answer = client.post("/periksa/", {"pdf": upload(b"%PDF-1.7 contoh", "sk.pdf"), "cara": "pdf"})
    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "Pemeriksaan tidak selesai pada waktunya" in page
    assert "Hasil pemeriksaan PDF" not in page
