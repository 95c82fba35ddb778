"""Kunci buku besar: the Ed25519 key that signs checkpoints, and the keys of witnesses, under JENJANG_HOME/kunci."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from jenjang.config import env
from jenjang.ledger.notes import LOG, VerifierKey, read_key

PRIVATE, PUBLIC, WITNESSES = "ledger-key", "ledger-key.pub", "ledger-saksi"
DEFAULT_ORIGIN = "jenjang"


def folder() -> Path:
    return env.home() / "kunci"


def ensure() -> VerifierKey:
    """Make the key on first use. The origin (JENJANG_ORIGIN) is fixed with it, for it is part of every signature."""
    place = folder() / PRIVATE
    if not place.exists():
        folder().mkdir(parents=True, exist_ok=True, mode=0o700)
        private = Ed25519PrivateKey.generate()
        key = VerifierKey(
            env.text("JENJANG_ORIGIN", DEFAULT_ORIGIN),
            LOG,
            private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw),
        )
        (folder() / PUBLIC).write_text(f"{key}\n")
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as handle:
            handle.write(private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()))
    return public()


def public() -> VerifierKey:
    return read_key((folder() / PUBLIC).read_text())


def private() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes((folder() / PRIVATE).read_bytes())


def witnesses() -> list[VerifierKey]:
    """Saksi: the verifier keys of those who cosign, one a line."""
    place = folder() / WITNESSES
    return [read_key(line) for line in place.read_text().splitlines() if line.strip()] if place.exists() else []
