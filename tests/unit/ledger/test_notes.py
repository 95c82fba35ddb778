"""Signed notes: what was signed is read back, and nothing else passes."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from jenjang.ledger import notes

ROOT = bytes(range(32))


def pair(name: str, kind: int) -> tuple[Ed25519PrivateKey, notes.VerifierKey]:
    private = Ed25519PrivateKey.generate()
    return private, notes.VerifierKey(name, kind, private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))


def test_a_signed_checkpoint_reads_back_and_verifies() -> None:
    private, key = pair("kota.contoh/jenjang", notes.LOG)
    note = notes.read(notes.sign(private, key, 7, ROOT))
    assert (note.origin, note.size, note.root) == ("kota.contoh/jenjang", 7, ROOT)
    assert note.is_signed_by(key)


def test_another_size_or_key_does_not_verify() -> None:
    private, key = pair("kota", notes.LOG)
    text = notes.sign(private, key, 7, ROOT)
    assert not notes.read(text.replace("\n7\n", "\n8\n")).is_signed_by(key)
    assert not notes.read(text).is_signed_by(pair("kota", notes.LOG)[1])


def test_a_witness_cosigns_and_a_forged_line_of_a_known_witness_is_noticed() -> None:
    private, key = pair("kota", notes.LOG)
    inspectorate, witness = pair("inspektorat", notes.WITNESS)
    text = notes.sign(private, key, 7, ROOT)
    assert notes.known(notes.read(text), [witness]), "a witness who has not signed is no fault"
    signed = notes.cosign(text, inspectorate, witness, 1_790_000_000)
    assert notes.read(signed).is_signed_by(witness)
    assert notes.read(signed).is_signed_by(key)
    assert not notes.known(notes.read(signed.replace("\n7\n", "\n9\n")), [witness])


def test_a_verifier_key_survives_being_written_and_read() -> None:
    key = pair("kota", notes.LOG)[1]
    assert notes.read_key(str(key)) == key
    with pytest.raises(notes.NoteError):
        notes.read_key(str(key).replace("kota", "lain"))


def test_the_key_id_is_the_one_that_C2SP_prescribes() -> None:
    """The example key of the Go implementation's documentation."""
    assert notes.read_key("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").id.hex() == "c74f20a3"


@pytest.mark.parametrize(
    "text", ["", "kota\n7\n", "kota\nx\nAAAA\n\n\u2014 a b\n", "kota\n7\n!!\n\n\u2014 a AAAA\n", "kota\n7\nAAAA\n\n"]
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(notes.NoteError):
        notes.read(text)
