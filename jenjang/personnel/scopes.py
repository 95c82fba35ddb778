"""Lingkup: whose records somebody may see, and which roles follow from the post somebody holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from jenjang.accounts import hooks
from jenjang.accounts.queries import Powers, once, powers_of
from jenjang.accounts.roles import Role
from jenjang.kernel import clock
from jenjang.kernel.written import STAND_IN, Written, write
from jenjang.organization.queries import subtree_ids, units_by_siasn_id
from jenjang.personnel.models import EmployeeCurrent, IdentityRecord, PositionRecord
from jenjang.personnel.sign_ins import tie_account

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.accounts.permissions import Permission
    from jenjang.personnel.models import Employee

SEE_ALL = frozenset({Role.PERSONNEL_OFFICER, Role.INSPECTORATE, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY})


def visible_to(user: User) -> QuerySet[EmployeeCurrent]:
    """Whom somebody may see: oneself, the people of the units that one leads or cares for, or everybody."""
    powers: Powers = getattr(user, "powers", None) or powers_of(user)
    if any("" in powers.scopes(role) for role in SEE_ALL):
        return EmployeeCurrent.objects.all()
    return EmployeeCurrent.objects.filter(Q(employee__user=user) | Q(unit__in=units_of(user, powers)))


def may_on(user: User, permission: Permission, employee: Employee) -> bool:
    """Whether the very role that holds a permission reaches this person. Who leads one unit and cares for the data of
    another does not open in the first what only the second role may.
    """
    powers: Powers = getattr(user, "powers", None) or powers_of(user)
    if not powers.allow(permission):
        return False
    if any("" in powers.scopes(role) for role in SEE_ALL & permission.roles):
        return True

    def reached() -> bool:
        units = units_of(user, powers, permission.roles)
        return EmployeeCurrent.objects.filter(employee=employee, unit__in=units).exists()

    return once(user, f"{permission} {employee.pk}", reached)


def units_of(user: User, powers: Powers, roles: Collection[Role] = frozenset(Role)) -> list[int]:
    """The units, with all below them, whose people this user works with, in one of these roles."""
    working = [role for role in (*SEE_ALL, Role.UNIT_OFFICER) if role in roles]
    named = {scope for role in working for scope in powers.scopes(role)} - {""}
    roots = set(units_by_siasn_id(named).values()) if named else set()
    if Role.SUPERVISOR in powers.roles and Role.SUPERVISOR in roles:
        roots.update(units_led_by(user, powers.day))
    return subtree_ids(roots) if roots else []


def units_led_by(user: User, day: date) -> set[int]:
    """Units whose head seat the user holds, definitively or as Plt. or Plh. on the day."""
    return {unit for (unit,) in _led_on(day).rows(user.pk)}


@lru_cache(maxsize=8)
def _led_on(day: date) -> Written:
    """The same for anybody: asked by every request."""
    own = EmployeeCurrent.objects.filter(employee__user=STAND_IN, active=True, seat__is_head=True)
    acting = PositionRecord.objects.filter(
        Q(until=None) | Q(until__gte=day), employee__user=STAND_IN, assignment__in=("plt", "plh"), seat__is_head=True
    )
    return write(
        own.values_list("seat__unit", flat=True).union(
            acting.as_of(day).order_by().values_list("seat__unit", flat=True)
        )
    )


def roles_from_post(user: User, day: date) -> Iterable[Role]:
    """Atasan langsung: who leads a unit."""
    return [Role.SUPERVISOR] if units_led_by(user, day) else []


def keys_of_person(users: Collection[User]) -> Iterable[tuple[int, str]]:
    """The natural persons behind accounts: the employee record, its NIK, name and birth date, in one query."""
    rows = IdentityRecord.objects.filter(employee__user__in=[user.pk for user in users]).current(clock.today())
    columns = ("employee__user_id", "employee_id", "nik", "name", "birth_date")
    for account, employee, nik, name, birth_date in rows.values_list(*columns):
        yield account, f"pegawai:{employee}"
        yield account, hooks.birth_key(name, birth_date)
        if nik:
            yield account, f"{hooks.NIK}{nik}"


def register() -> None:
    """Tell accounts what follows from the record."""
    hooks.person_key(keys_of_person)
    hooks.role_source(roles_from_post)
    hooks.account_made(tie_account)
