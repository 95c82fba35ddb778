"""Who may do what, on which day, and for whom. Roles come from sealed grants, from delegations, and from the record."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from allauth.mfa.models import Authenticator
from django.db.models import Exists, Q, QuerySet, Value
from django.shortcuts import get_object_or_404

from jenjang.accounts import hooks
from jenjang.accounts.backends import tidy_login
from jenjang.accounts.models import CodeProposal, Delegation, DelegationKind, GrantProposal, RoleGrant, User
from jenjang.accounts.permissions import Permission
from jenjang.accounts.roles import Role
from jenjang.kernel import clock
from jenjang.kernel.queries import laws
from jenjang.kernel.written import STAND_IN, Written, write

if TYPE_CHECKING:
    from jenjang.law.parameters import LawOn

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Acting:
    """Pelaksana tugas atau harian (Plt, Plh): a role that somebody exercises for another, while it runs."""

    role: Role
    kind: DelegationKind
    principal: User
    scope_unit: str
    since: date
    until: date
    decree_number: str


@dataclass(frozen=True, slots=True)
class Powers:
    """All that one account may do on one day."""

    day: date
    own: dict[Role, frozenset[str]]
    acting: tuple[Acting, ...]

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(self.own) | {item.role for item in self.acting}

    @property
    def is_above_employee(self) -> bool:
        return any(role.is_above_employee for role in self.roles)

    def allow(self, permission: Permission) -> bool:
        if permission.roles & self.own.keys():
            return True
        return any(item.role in permission.roles for item in self.acting) and not permission.strategic

    def scopes(self, role: Role) -> frozenset[str]:
        """Units for which the role is held: "" means the whole agency, no unit means not at all."""
        acting = {item.scope_unit for item in self.acting if item.role is role}
        return self.own.get(role, frozenset()) | acting


def powers_of(user: User, day: date | None = None) -> Powers:
    """What a person may do on a day: one query, and one more for who acts for another."""
    day = day or clock.today()
    if not user.is_active or user.pk is None:
        return Powers(day, {}, ())
    own: dict[Role, set[str]] = {role: {""} for role in hooks.derived_roles(user, day)}
    if user.is_nip:
        own.setdefault(Role.EMPLOYEE, {""})
    acts = False
    for code, unit, for_another in _grants_and_delegations(day).rows(user.pk):
        acts = acts or for_another
        if not for_another:
            own.setdefault(Role(code), set()).add(unit)
    acting = tuple(acting_for(user, day)) if acts else ()
    return Powers(day, {role: frozenset(units) for role, units in own.items()}, acting)


@lru_cache(maxsize=8)
def _grants_and_delegations(day: date) -> Written:
    """Role, unit, and whether it is exercised for another: asked by every request."""
    own = grants_on(day).filter(user=STAND_IN).order_by().annotate(acts=Value(False))
    lent = delegations_on(day).filter(delegate=STAND_IN).order_by().annotate(acts=Value(True))
    columns = ("role", "scope_unit", "acts")
    return write(own.values_list(*columns).union(lent.values_list(*columns), all=True))


def user_can(user: User, permission: Permission, day: date | None = None) -> bool:
    """Whether a person holds a permission, by an own role or as an acting official."""
    known: Powers | None = getattr(user, "powers", None)
    if known is None or (day and known.day != day):
        known = powers_of(user, day)
    return known.allow(permission)


def once(user: User, what: str, ask: Callable[[], T]) -> T:
    """Tanya sekali saja: menu and home show the same numbers, and an account lives as long as its request."""
    known: dict[str, T] | None = getattr(user, "asked", None)
    if known is None:
        known = {}
        user.asked = known
    if what not in known:
        known[what] = ask()
    return known[what]


def law_for(user: User, day: date) -> "LawOn":
    """Hukum pada suatu hari, with the agency's own values; the versions are read once a request, whatever days are asked."""
    return laws_of(user)(day)


def laws_of(user: User) -> Callable[[date], "LawOn"]:
    """The same for any day."""
    return once(user, "hukum", laws)


def powers_today(user: User, day: date) -> Powers:
    """What a person may do, as far as the request has found it out already."""
    known: Powers | None = getattr(user, "powers", None)
    return known if known is not None and known.day == day else powers_of(user, day)


def roles_of(user: User, day: date | None = None) -> frozenset[Role]:
    """Own roles and those exercised for another."""
    return powers_of(user, day).roles


def roles_held(user: User) -> frozenset[Role]:
    """The same today, as far as the request has found it out already."""
    known: Powers | None = getattr(user, "powers", None)
    return (known or powers_of(user)).roles


def acting_for(user: User, day: date | None = None) -> list[Acting]:
    """For whom a person acts (Plt, Plh) on a day, and in which role."""
    day = day or clock.today()
    running = delegations_on(day).filter(delegate=user).select_related("principal")
    return [
        Acting(
            Role(item.role), DelegationKind(item.kind), item.principal, item.scope_unit, item.since, item.until,
            item.decree_number,
        )
        for item in running
    ]  # fmt: skip


def grants_on(day: date) -> QuerySet[RoleGrant]:
    """Role grants in force on a day: begun, not over, not revoked by then."""
    begun = RoleGrant.objects.filter(ends=None, since__lte=day).filter(Q(until=None) | Q(until__gte=day))
    return begun.exclude(ended_by__since__lte=day)


def delegations_on(day: date) -> QuerySet[Delegation]:
    """Pelimpahan (Plt, Plh) yang berlaku on a day."""
    begun = Delegation.objects.filter(ends=None, since__lte=day, until__gte=day)
    return begun.exclude(ended_by__since__lte=day)


def holders_of(role: Role, day: date | None = None) -> QuerySet[User]:
    """Who holds a role by grant on a day, not counting those who act for a holder."""
    granted = grants_on(day or clock.today()).filter(role=role)
    return User.objects.filter(is_active=True, pk__in=granted.values("user")).order_by("name", "pk")


def roles_spoken_for(day: date) -> tuple[set[Role], set[Role], bool]:
    """Every role that somebody with an open account holds by grant on a day, every role that is proposed, and whether a
    code waits for its second officer.
    """
    held = grants_on(day).filter(user__is_active=True).order_by().annotate(what=Value("held"))
    waiting = open_proposals().select_related(None).order_by().annotate(what=Value("proposed"))
    codes = open_code_proposals().select_related(None).order_by().annotate(role=Value(""), what=Value("code"))
    parts = [part.values_list("role", "what") for part in (held, waiting, codes)]
    rows = list(parts[0].union(*parts[1:]))
    return (
        {Role(code) for code, what in rows if what == "held"},
        {Role(code) for code, what in rows if what == "proposed"},
        any(what == "code" for _, what in rows),
    )


def lacking(role: Role, day: date) -> QuerySet[User]:
    """Some account, as long as nobody with an open account holds a role and nobody is proposed for it."""
    held = grants_on(day).filter(user__is_active=True, role=role).order_by()
    proposed = open_proposals().select_related(None).filter(role=role).order_by()
    return User.objects.filter(~Exists(held), ~Exists(proposed))


def same_person(one: User, other: User) -> bool:
    """Whether two accounts belong to one natural person: by account, NIP, NIK, employee record, or name and birth date."""
    return hooks.is_one_person(hooks.person_keys(one), hooks.person_keys(other))


def people_behind(user: User, day: date | None = None) -> list[frozenset[str]]:
    """The natural persons behind an account: the person, and all for whom that person acts on the day."""
    behind = {user, *(item.principal for item in acting_for(user, day))}
    return list(hooks.keys_of_persons(behind).values())


def are_two_people(one: User, other: User, day: date | None = None) -> bool:
    """Dua orang yang berbeda: also when one of them acts for the other or uses a second account."""
    others = people_behind(other, day)
    return not any(hooks.is_one_person(first, second) for first in people_behind(one, day) for second in others)


def are_several_one(users: Iterable[User]) -> bool:
    """Whether two of these accounts belong to one natural person, or one account is named twice."""
    known = list(users)
    keys = hooks.keys_of_persons(set(known))
    pairs = combinations([keys[user.pk] for user in known], 2)
    return any(hooks.is_one_person(one, other) for one, other in pairs)


FOUND_AT_MOST = 20


def open_proposals() -> QuerySet[GrantProposal]:
    """Usulan peran yang menunggu orang kedua."""
    waiting = GrantProposal.objects.filter(state=GrantProposal.State.OPEN)
    return waiting.select_related("user", "principal", "proposed_by").order_by("proposed_at", "pk")


def needs_two_officers(user: User) -> bool:
    """Whether an account holds a role above `pegawai`, will hold one, is proposed for one, or is kept by a second factor."""
    if powers_of(user).is_above_employee or open_proposals().filter(user=user).exists():
        return True
    if Authenticator.objects.filter(user=user).exists():
        return True
    to_come = RoleGrant.objects.filter(user=user, ends=None, ended_by=None, since__gt=clock.today())
    return to_come.exists() or running_delegations().filter(delegate=user).exists()


def open_code_proposals() -> QuerySet[CodeProposal]:
    """Usulan kode aktivasi yang menunggu petugas kedua."""
    waiting = CodeProposal.objects.filter(state=GrantProposal.State.OPEN)
    return waiting.select_related("user", "proposed_by").order_by("proposed_at", "pk")


def code_proposal_or_404(pk: int) -> CodeProposal:
    """Satu usulan kode aktivasi, or the answer 404."""
    return get_object_or_404(CodeProposal.objects.select_related("user", "proposed_by", "settled_by"), pk=pk)


def standing_grants(words: str = "") -> QuerySet[RoleGrant]:
    """Roles in force today or still to come, by name; `words` searches name and login."""
    day = clock.today()
    rows = RoleGrant.objects.filter(ends=None, ended_by=None).filter(Q(until=None) | Q(until__gte=day))
    rows = rows.select_related("user", "proposed_by", "approved_by")
    words = words.strip()[:100]
    if words:
        rows = rows.filter(Q(user__name__icontains=words) | Q(user__username__startswith=tidy_login(words)))
    return rows.order_by("user__name", "role", "pk")


def running_delegations() -> QuerySet[Delegation]:
    """Plt and Plh in force today or still to come."""
    rows = Delegation.objects.filter(ends=None, until__gte=clock.today()).exclude(ended_by__since__lte=clock.today())
    return rows.select_related("principal", "delegate").order_by("since", "pk")


def find_account(text: str) -> User | None:
    """One account by NIP, login or e-mail, exactly."""
    login = tidy_login(text)
    found = User.objects.filter(Q(username__iexact=login) | Q(email=login) & ~Q(email=""), is_active=True)
    return found.order_by("pk").first()


def names_of(keys: Iterable[int]) -> dict[int, str]:
    """Names behind accounts, for the pages that say who wrote."""
    return dict(User.objects.filter(pk__in=list(keys)).values_list("pk", "name"))


def find_accounts(words: str) -> list[User]:
    """Accounts by a part of the name or the beginning of the login."""
    words = words.strip()
    if not words:
        return []
    rows = User.objects.filter(Q(name__icontains=words) | Q(username__startswith=tidy_login(words)))
    return list(rows.order_by("name", "pk")[:FOUND_AT_MOST])


def proposal_or_404(pk: int) -> GrantProposal:
    """Satu usulan peran, or the answer 404."""
    return get_object_or_404(
        GrantProposal.objects.select_related("user", "principal", "proposed_by", "settled_by"), pk=pk
    )


def grant_or_404(pk: int) -> RoleGrant:
    """Satu pemberian peran, or the answer 404."""
    return get_object_or_404(standing_grants(), pk=pk)


def delegation_or_404(pk: int) -> Delegation:
    """Satu pelimpahan, or the answer 404."""
    return get_object_or_404(running_delegations(), pk=pk)


def account_or_404(pk: int) -> User:
    """Satu akun, or the answer 404."""
    return get_object_or_404(User, pk=pk, is_active=True)
