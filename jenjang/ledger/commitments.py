"""Komitmen per ruas: each field of a decree is hashed with its own salt, so that a proof shows one and hides the rest.

The digest of a decree is the RFC 6962 root over its fields' leaves. Pure.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jenjang.ledger.merkle import leaf_hash, root_of

SALT_BYTES = 32


@dataclass(frozen=True, slots=True)
class Field:
    """Ruas: a name, its text and the salt that hides it."""

    name: str
    value: str
    salt: bytes

    @property
    def leaf(self) -> bytes:
        """Salt first and of fixed length, then the name, a line feed that no name holds, and the value."""
        return leaf_hash(self.salt + self.name.encode() + b"\n" + self.value.encode())


def salted(values: Mapping[str, str]) -> list[Field]:
    if any("\n" in name or not name for name in values):
        raise ValueError("The name of a committed field is one line of text.")
    return [Field(name, value, secrets.token_bytes(SALT_BYTES)) for name, value in values.items()]


def digest(fields: Sequence[Field]) -> bytes:
    return root_of([field.leaf for field in fields])
