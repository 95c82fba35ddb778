"""Menunjuk orang: from a login or NIP to the person who is named to a panel, with what ties are computed from."""

from __future__ import annotations

from collections.abc import Sequence

from jenjang.accounts import queries as accounts
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.selection.panels import Named


def person(login: str, seat: str) -> Named:
    """Somebody with an account: an employee is from inside, anybody else from outside."""
    user = accounts.find_account("".join(login.split()))
    if user is None:
        sentence = "Tidak ada akun dengan NIP atau nama masuk “{}”. Buat akunnya lebih dahulu di menu Akun."
        raise Refused(Decision([Finding(False, (sentence, login), (), "akun")], None))
    employee = getattr(user, "employee", None)
    current = getattr(employee, "current", None)
    origin = current.title if current else "Dari luar instansi"
    name = current.full_name if current else user.name
    return Named(
        user=user, seat=seat, origin=origin, internal=employee is not None, name=name,
        employee=employee.pk if employee else None, birth_date=current.birth_date if current else None,
    )  # fmt: skip


def people(rows: Sequence[tuple[int, str, str]]) -> list[Named]:
    """Everybody on the form, in its order."""
    return [person(login, seat) for _, login, seat in rows]
