"""What higher slices tell this one: who is behind an account, and which roles follow from the record.

The slices register themselves when the program starts (`AppConfig.ready`), so that accounts never calls upwards.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from jenjang.accounts.roles import Role

if TYPE_CHECKING:
    from jenjang.accounts.models import User

PersonKeys = Callable[["User"], Iterable[str]]
RoleSource = Callable[["User", date], Iterable[Role]]
AccountMade = Callable[["User"], None]
UnitNames = Callable[[], dict[str, str]]

_person_keys: list[PersonKeys] = []
_unit_names: list[UnitNames] = []
_role_sources: list[RoleSource] = []
_account_made: list[AccountMade] = []


def person_key(provider: PersonKeys) -> PersonKeys:
    """Register a function that names the natural person behind an account: "pegawai:<id>", "nik:<number>" …"""
    if provider not in _person_keys:
        _person_keys.append(provider)
    return provider


def role_source(provider: RoleSource) -> RoleSource:
    """Register a function that gives roles which follow from the record, such as `atasan` for the head of a unit."""
    if provider not in _role_sources:
        _role_sources.append(provider)
    return provider


def account_made(listener: AccountMade) -> AccountMade:
    """Register a function that is told of every new account, in the transaction that makes it."""
    if listener not in _account_made:
        _account_made.append(listener)
    return listener


def unit_source(provider: UnitNames) -> UnitNames:
    """Register a function that gives the open units: code in SIASN -> name."""
    if provider not in _unit_names:
        _unit_names.append(provider)
    return provider


def unit_names() -> dict[str, str]:
    return {code: name for provider in _unit_names for code, name in provider().items()}


def tell_account_made(user: "User") -> None:
    for listener in _account_made:
        listener(user)


def person_keys(user: "User") -> frozenset[str]:
    """All names of the person behind an account. Two accounts that share one belong to one person."""
    keys = {f"akun:{user.pk}"}
    if user.is_nip:
        keys.add(f"nip:{user.username}")
    for provider in _person_keys:
        keys.update(provider(user))
    return frozenset(keys)


def derived_roles(user: "User", day: date) -> frozenset[Role]:
    return frozenset(role for provider in _role_sources for role in provider(user, day))
