"""Bergiliran: who does the same thing to the same person or unit at once waits, and then sees what the first has done."""

from __future__ import annotations

from django.db import connection


def take_turns(what: str, key: int) -> None:
    """One at a time until the transaction ends, for what has no row of its own yet that could be locked."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s), %s)", [f"performance.{what}", key % 2**31])
