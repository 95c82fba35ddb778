"""What higher slices tell this one: who is behind an account, and which roles follow from the record.

The slices register themselves when the program starts (`AppConfig.ready`), so that accounts never calls upwards.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from jenjang.accounts.roles import Role

if TYPE_CHECKING:
    from jenjang.accounts.models import User

BIRTH, NIK = "lahir:", "nik:"
PersonKeys = Callable[[Collection["User"]], Iterable[tuple[int, str]]]
RoleSource = Callable[["User", date], Iterable[Role]]
AccountMade = Callable[["User"], None]
UnitNames = Callable[[], dict[str, str]]

_person_keys: list[PersonKeys] = []
_unit_names: list[UnitNames] = []
_role_sources: list[RoleSource] = []
_account_made: list[AccountMade] = []


def person_key(provider: PersonKeys) -> PersonKeys:
    """Register a function that names the natural persons behind accounts: (account, "pegawai:<id>"), (account, "nik:…"),
    (account, `birth_key`)."""
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
    """All names of the person behind an account; `is_one_person` compares them."""
    return keys_of_persons([user])[user.pk]


def keys_of_persons(users: Collection["User"]) -> dict[int, frozenset[str]]:
    """The same for several accounts, each source asked once."""
    keys = {user.pk: {f"akun:{user.pk}"} | ({f"nip:{user.username}"} if user.is_nip else set()) for user in users}
    for provider in _person_keys:
        for account, key in provider(users):
            keys[account].add(key)
    return {account: frozenset(found) for account, found in keys.items()}


def is_one_person(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the names of two accounts belong to one natural person: an equal account, employee record, NIP or NIK.

    Equal name and birth date are one person too, until two different NIK on record tell them apart.
    """
    return are_surely_one(one, other) or (bool(one & other) and not (_has_nik(one) and _has_nik(other)))


def are_surely_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """The same by a number or a record, not by a likeness alone."""
    return any(not key.startswith(BIRTH) for key in one & other)


def _has_nik(keys: frozenset[str]) -> bool:
    return any(key.startswith(NIK) for key in keys)


def birth_key(name: str, birth_date: date) -> str:
    """The name of a person by name and birth date, however the name is spaced and capitalised."""
    return f"{BIRTH}{' '.join(name.casefold().split())}:{birth_date.isoformat()}"


def derived_roles(user: "User", day: date) -> frozenset[Role]:
    return frozenset(role for provider in _role_sources for role in provider(user, day))
