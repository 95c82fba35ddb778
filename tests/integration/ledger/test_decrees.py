"""A decree's fields are committed one by one; an outsider checks a proof with one file and nothing of the program."""

import json
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from django.db import connection, transaction

from jenjang import ledger
from jenjang.ledger import decrees, keys, periksa_bukti
from jenjang.ledger.verify import verify
from tests.integration.ledger.conftest import behind_the_back, run, write

pytestmark = pytest.mark.usefixtures("sealed")

FIELDS = {
    "nomor": "821.2/1/BKPSDM/2026",
    "nama": "Siti Contoh",
    "jabatan": "Kepala Bidang",
    "alasan": 'Baris satu\nBaris dua \\ "kutip"',
}


def enter() -> int:
    (row,) = write("keputusan")
    with transaction.atomic(), ledger.attributed(by=ledger.SYSTEM("uji")):
        return decrees.commit_fields(table="uji_baris", row=str(row), person="7", fields=FIELDS)


def outcome(proof: dict[str, object], key: str = "") -> str:
    try:
        return "\n".join(periksa_bukti.check(proof, key))
    except periksa_bukti.Wrong as error:
        return f"salah: {error}"


def test_a_proof_holds_and_shows_the_disclosed_fields_only() -> None:
    enter()
    proof = decrees.prove(FIELDS["nomor"], ["nomor", "jabatan"])
    text = outcome(json.loads(json.dumps(proof)), str(keys.public()))
    assert text.startswith("COCOK")
    assert "Kepala Bidang" in text
    assert "Siti" not in json.dumps(proof)
    assert "2 ruas lain" in text


def test_every_changed_part_of_a_proof_is_noticed() -> None:
    enter()
    write("sesudahnya")
    proof = json.loads(json.dumps(decrees.prove(FIELDS["nomor"])))
    fields = proof["fields"]
    assert outcome({**proof, "fields": [{**fields[0], "value": "821.2/2"}, *fields[1:]]}).startswith("salah: Isi")
    assert outcome({**proof, "fields": fields[:-1]}).startswith("salah: Isi")
    assert outcome({**proof, "entry": proof["entry"].replace("sistem:uji", "sistem:aku")}).startswith(
        "salah: Catatan ini tidak ada"
    )
    assert outcome({**proof, "index": proof["index"] - 1}).startswith("salah")
    assert outcome({**proof, "path": proof["path"][:-1]}).startswith("salah")
    assert outcome({**proof, "checkpoint": proof["checkpoint"].replace("jenjang\n", "jenjang2\n", 1)}).startswith(
        "salah"
    )
    other = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    assert outcome(proof, other) == "salah: Kunci di dalam bukti bukan kunci yang diumumkan instansi."
    assert outcome({**proof, "key": other}, other) == "salah: Titik periksa tidak ditandatangani oleh kunci ini."


def test_a_hidden_field_cannot_be_given_a_value_of_ones_own() -> None:
    enter()
    proof = decrees.prove(FIELDS["nomor"], ["nomor"])
    hidden = next(field for field in proof["fields"] if "digest" in field)  # type: ignore[attr-defined]
    for forged in ({"name": "nama", "value": "Budi Palsu"}, {"value": "Budi Palsu"}, {"name": "nama"}):
        fields = [{**field, **forged} if field is hidden else field for field in proof["fields"]]  # type: ignore[attr-defined]
        assert outcome({**proof, "fields": fields}).startswith("salah: Sebuah ruas")
    with pytest.raises(ValueError, match="twice"):
        periksa_bukti.parse(json.dumps(proof).encode()[:-1] + b', "fields": []}')


def test_no_single_bit_of_a_proof_changes_unnoticed(tmp_path: Path) -> None:
    enter()
    write("sesudahnya")
    text = json.dumps(decrees.prove(FIELDS["nomor"], ["nomor", "nama"]), ensure_ascii=False).encode()
    place, key, unnoticed = tmp_path / "bukti.json", str(keys.public()), []
    place.write_bytes(text)
    assert periksa_bukti.check(periksa_bukti.read(place), key)
    for bit in range(8 * len(text)):
        flipped = bytearray(text)
        flipped[bit // 8] ^= 1 << bit % 8
        place.write_bytes(flipped)
        try:
            periksa_bukti.check(periksa_bukti.read(place), key)
        except (periksa_bukti.Wrong, periksa_bukti.Unreadable):
            continue
        unnoticed.append(bytes(flipped[bit // 8 - 20 : bit // 8 + 20]))
    assert unnoticed == []


def test_the_one_file_verifier_runs_alone_on_json_and_on_a_pdf_that_holds_it(tmp_path: Path) -> None:
    enter()
    proof = json.dumps(decrees.prove(FIELDS["nomor"])).encode()
    program = tmp_path / "periksa_bukti.py"
    program.write_bytes(Path(periksa_bukti.__file__).read_bytes())
    (tmp_path / "bukti.json").write_bytes(proof)
    packed = zlib.compress(proof)
    (tmp_path / "sk.pdf").write_bytes(
        b"%PDF-1.7\n5 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode /Length "
        + str(len(packed)).encode()
        + b" >>\nstream\n"
        + packed
        + b"\nendstream\n"
    )
    (tmp_path / "lain.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "rusak.json").write_bytes(proof.replace(b'"checkpoint": "jenjang\\n', b'"checkpoint": "jenjang\\nx'))
    for name, code in (("bukti.json", 0), ("sk.pdf", 0), ("lain.pdf", 2), ("tiada.json", 2), ("rusak.json", 2)):
        done = subprocess.run(
            [sys.executable, "-I", program, tmp_path / name], capture_output=True, text=True, check=False, cwd=tmp_path
        )
        assert done.returncode == code, (name, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
        assert ("Bandingkan ruas-ruas" in done.stdout) is (name == "sk.pdf")
    (tmp_path / "bukti.json").write_bytes(proof.replace(b"Siti", b"Tuti"))
    assert (
        subprocess.run(
            [sys.executable, "-I", program, tmp_path / "bukti.json"], capture_output=True, check=False
        ).returncode
        == 1
    )


def test_a_decree_that_is_not_there_cannot_be_proved() -> None:
    with pytest.raises(decrees.NotInLedger, match="bernomor 999"):
        decrees.prove("999")


def test_the_short_address_is_the_beginning_of_the_leaf() -> None:
    entry = enter()
    address = decrees.short_address(FIELDS["nomor"], entry)
    decrees.prove(entry)
    ((leaf,),) = run("SELECT encode(hash, 'hex') FROM ledger_leaf WHERE entry_id = %s", entry)
    assert address == f"{FIELDS['nomor']}/{leaf[:12]}"


def test_a_committed_field_that_is_changed_behind_the_back_is_named() -> None:
    enter()
    with behind_the_back():
        run("UPDATE ledger_disclosure SET value = 'Lain' WHERE name = 'nama'")
    (finding,) = verify(connection)["findings"]
    assert (finding["kind"], finding["table"], finding["by"]) == ("changed", "uji_baris", "sistem:uji")


def test_a_signed_document_is_a_second_entry() -> None:
    (row,) = write("keputusan")
    with transaction.atomic(), ledger.attributed(by=ledger.SYSTEM("uji")):
        entry = decrees.commit_document(table="uji_baris", row=str(row), person="7", sha256=bytes(32))
    assert run("SELECT kind, hash FROM ledger_entry WHERE id = %s", entry)[0][0] == "dokumen"
    assert verify(connection)["ok"]
