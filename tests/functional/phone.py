"""An authenticator app: six digits from a secret and the clock (RFC 6238), written anew so that the test knows it from outside."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time

WINDOW = 30


def code(secret: str, *, later: int = 0) -> str:
    """The digits that the phone shows now, or some windows later."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    window = int(time.time()) // WINDOW + later
    digest = hmac.new(key, window.to_bytes(8, "big"), hashlib.sha1).digest()
    place = digest[-1] & 0x0F
    number = int.from_bytes(digest[place : place + 4], "big") & 0x7FFF_FFFF
    return f"{number % 1_000_000:06}"
