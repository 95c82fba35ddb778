"""Bergiliran: two who do the same at once wait for each other until the transaction ends."""

from django.db import connection


def hold(*names: object) -> None:
    """One at a time for what these names say together."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", ["|".join(map(str, names))])
