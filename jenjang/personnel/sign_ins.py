"""Akun pegawai: ties an account to the employee whose NIP is its login, whichever of the two appears first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jenjang.accounts.models import User

# Nobody has two records and no record two accounts: what is tied already stays as it is.
_TIE = """
    UPDATE personnel_employee e SET user_id = u.id FROM accounts_user u
    WHERE u.username = e.nip AND e.user_id IS NULL AND {only}
    AND NOT EXISTS (SELECT FROM personnel_employee o WHERE o.user_id = u.id)"""


def tie_employees(nips: Sequence[str]) -> int:
    """Whoever of these has an account already gets it tied to the record. Returns how many."""
    return _tie("e.nip = ANY(%s)", list(nips))


def tie_account(user: User) -> None:
    """A new account belongs to the employee of that NIP, if there is one."""
    _tie("u.id = %s", user.pk)


def _tie(only: str, given: object) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_TIE.format(only=only), [given])
        return cursor.rowcount
