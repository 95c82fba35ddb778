"""Catatan bertanda tangan: C2SP signed notes, the form in which a checkpoint leaves the house.

A note is text, an empty line and signature lines `— name base64`. The log signs with Ed25519 (type 1); a witness cosigns
with a time (type 4), so that whoever runs the log cannot show two histories to two people.
"""

import base64
import binascii
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

LOG, WITNESS = 1, 4
DASH = "\u2014 "
TIME_BYTES = 8


class NoteError(ValueError):
    """The text is no signed note of the form that is expected."""


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """Kunci pemeriksa: `name+id+base64`, the public half that others keep."""

    name: str
    type: int
    public: bytes

    @property
    def id(self) -> bytes:
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.type]) + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(bytes([self.type]) + self.public).decode()}"


def read_key(text: str) -> VerifierKey:
    parts = text.strip().split("+", 2)
    try:
        raw = base64.b64decode(parts[2], validate=True)
        key = VerifierKey(parts[0], raw[0], raw[1:])
        if key.id.hex() != parts[1] or len(key.public) != 32:
            raise NoteError("The key's id does not belong to its name and bytes.")
    except (IndexError, binascii.Error) as error:
        raise NoteError("A verifier key is written name+id+base64.") from error
    return key


@dataclass(frozen=True, slots=True)
class Note:
    """A checkpoint as it was signed: origin, size, root, and the signatures by name."""

    origin: str
    size: int
    root: bytes
    signatures: tuple[tuple[str, bytes], ...]

    @property
    def body(self) -> bytes:
        return body_of(self.origin, self.size, self.root)

    def is_signed_by(self, key: VerifierKey) -> bool:
        """True when one signature line of that key is there and right."""
        return any(
            name == key.name and blob[:4] == key.id and self._is_right(key, blob[4:]) for name, blob in self.signatures
        )

    def names(self, key: VerifierKey) -> bool:
        """True when a signature line claims to be of that key, right or wrong."""
        return any(name == key.name and blob[:4] == key.id for name, blob in self.signatures)

    def _is_right(self, key: VerifierKey, blob: bytes) -> bool:
        message, signature = self.body, blob
        if key.type == WITNESS:
            moment, signature = int.from_bytes(blob[:TIME_BYTES], "big"), blob[TIME_BYTES:]
            message = cosigned(self.body, moment)
        try:
            Ed25519PublicKey.from_public_bytes(key.public).verify(signature, message)
        except InvalidSignature:
            return False
        return True


def body_of(origin: str, size: int, root: bytes) -> bytes:
    return f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n".encode()


def cosigned(body: bytes, moment: int) -> bytes:
    return f"cosignature/v1\ntime {moment}\n".encode() + body


def sign(private: Ed25519PrivateKey, key: VerifierKey, size: int, root: bytes) -> str:
    """A checkpoint with the log's signature."""
    body = body_of(key.name, size, root)
    return body.decode() + "\n" + signature_line(key, private.sign(body))


def cosign(text: str, private: Ed25519PrivateKey, key: VerifierKey, moment: int) -> str:
    """The same checkpoint with a witness's line added."""
    signature = private.sign(cosigned(read(text).body, moment))
    return text + signature_line(key, moment.to_bytes(TIME_BYTES, "big") + signature)


def signature_line(key: VerifierKey, blob: bytes) -> str:
    return f"{DASH}{key.name} {base64.b64encode(key.id + blob).decode()}\n"


def read(text: str) -> Note:
    """Parse a checkpoint; signatures are not judged here."""
    body, empty, tail = text.partition("\n\n")
    lines = body.split("\n")
    if not empty or len(lines) != 3 or not lines[1].isdigit():
        raise NoteError("A checkpoint has three lines (origin, size, root), an empty line and signatures.")
    try:
        root = base64.b64decode(lines[2], validate=True)
        signatures = tuple(_signature(line) for line in tail.splitlines())
    except (ValueError, binascii.Error) as error:
        raise NoteError("The checkpoint's root or a signature is not base64.") from error
    if len(root) != 32 or not signatures:
        raise NoteError("The checkpoint's root is not 32 bytes long, or nobody signed it.")
    return Note(lines[0], int(lines[1]), root, signatures)


def _signature(line: str) -> tuple[str, bytes]:
    dash, name, blob = line.split(" ")
    if dash != DASH.strip():
        raise NoteError("A signature line begins with a long dash.")
    return name, base64.b64decode(blob, validate=True)


def known(note: Note, keys: Sequence[VerifierKey]) -> bool:
    """No line of these keys is wrong. A key without a line is no fault."""
    return all(note.is_signed_by(key) for key in keys if note.names(key))
