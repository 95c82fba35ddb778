"""Peran basis data: who runs, who migrates, and the refusal to run with more rights than running needs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from jenjang.config import database, env

if TYPE_CHECKING:
    import psycopg
    from django.db.backends.base.base import BaseDatabaseWrapper


# A role that may make roles can make itself a member of the owner (before PostgreSQL 16).
_RIGHTS = """
SELECT current_user, r.rolsuper OR r.rolcreaterole OR coalesce(bool_or(pg_has_role(current_user, c.relowner, 'MEMBER')), false),
  coalesce(bool_or(has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE')
    OR c.relname = 'ledger_entry' AND has_table_privilege(c.oid, 'INSERT')), false), count(c.oid)
FROM pg_roles r LEFT JOIN pg_class c ON c.relnamespace = to_regnamespace('public') AND (c.relname = 'ledger_entry'
  OR EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'ledger_refuse'))
WHERE r.rolname = current_user GROUP BY r.rolname, r.rolsuper, r.rolcreaterole
"""


def application() -> str:
    return _user("app")


def owner() -> str:
    return _user("owner")


def writers() -> list[str]:
    """Roles whose seals are expected. JENJANG_LEDGER_WRITERS adds others, as the tests do, which write as superuser."""
    return [application(), *env.words("JENJANG_LEDGER_WRITERS")]


def _user(role: str) -> str:
    return unquote(urlsplit(database.url(role)).username or "")


def refuse_if_privileged(connection: BaseDatabaseWrapper | psycopg.Connection) -> None:
    """`serve` runs as a role that can neither change what is sealed nor switch the seals off."""
    with connection.cursor() as cursor:
        cursor.execute(_RIGHTS)
        ((name, is_privileged, may_change, sealed),) = cursor.fetchall()
    if not sealed:
        raise env.SettingError("Basis data ini belum disiapkan. Jalankan `jenjang setup` dahulu.")
    if is_privileged or may_change:
        raise env.SettingError(
            f"The program does not serve as the database role {name}: it could change what is sealed. "
            "Use a role of its own, not the owner of the tables and no superuser, and run `jenjang setup` for its grants."
        )
