"""What actions of accounts share: a refusal with one reason, and the hash under which a code is kept."""

import hashlib

from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused


def hashed(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def require(met: bool, reason: str) -> None:
    if not met:
        raise refusal(reason)


def refusal(reason: str) -> Refused:
    return Refused(Decision([Finding(False, reason)], None))
