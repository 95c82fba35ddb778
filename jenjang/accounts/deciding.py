"""What actions of accounts share: a refusal with one reason, the lock on grants, and the hash under which a code is kept."""

import hashlib

from django.db import connection

from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused

GRANTS_LOCK = 0x4A6A01  # one approval or revocation at a time: the last two who may grant are counted under it


def hashed(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def require(met: bool, reason: str) -> None:
    if not met:
        raise refusal(reason)


def refusal(reason: str) -> Refused:
    return Refused(Decision([Finding(False, reason)], None))


def lock_grants() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [GRANTS_LOCK])
