"""Peran basis data: who runs, who migrates, and the refusal to run with more rights than running needs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from jenjang.config import database, env

if TYPE_CHECKING:
    import psycopg
    from django.db.backends.base.base import BaseDatabaseWrapper


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
        cursor.execute(
            "SELECT current_user, r.rolsuper, pg_has_role(current_user, c.relowner, 'MEMBER'), "
            "has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, INSERT') "
            "FROM pg_roles r, pg_class c WHERE r.rolname = current_user AND c.oid = 'public.ledger_entry'::regclass"
        )
        ((name, is_super, is_owner, may_write),) = cursor.fetchall()
    if is_super or is_owner or may_write:
        raise env.SettingError(
            f"The program does not serve as the database role {name}: it could change what is sealed. "
            "Use a role of its own, not the owner of the tables and no superuser, and run `jenjang setup` for its grants."
        )
