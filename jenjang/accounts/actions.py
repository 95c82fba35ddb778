"""What may be done with accounts and roles. A role comes into force when one person proposes and another approves."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse

from jenjang import ledger
from jenjang.accounts import codes, hooks, permissions, queries
from jenjang.accounts.backends import tidy_login
from jenjang.accounts.deciding import lock_grants, require
from jenjang.accounts.demo import is_demo
from jenjang.accounts.models import (
    Delegation,
    DelegationKind,
    DemoAccount,
    GrantProposal,
    Installation,
    RoleGrant,
    User,
)
from jenjang.accounts.roles import GRANTABLE, Role
from jenjang.kernel import clock
from jenjang.kernel.actions import notify
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.ui.formats import long_date

OPENED_BY_ONE = (
    "Akun ini dibuka dengan kode dari seorang petugas saja, yang dapat membukanya sendiri. Beri pemiliknya kode baru "
    "lewat dua petugas (Akun dan kode), tunggu sampai ia membuka akunnya lagi, lalu setujui."
)
UNIT_OF_ROLE = (
    "Pengelola kepegawaian unit memegang perannya untuk sebuah unit; semua peran lain berlaku untuk seluruh instansi."
)
NEW_LEADER = "Akun baru untuk yang memimpin unit."


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """One of the first two officers of an empty database."""

    username: str
    name: str
    email: str = ""
    password: str | None = None
    role: Role = Role.PERSONNEL_OFFICER


@dataclass(frozen=True, slots=True)
class ActingTerms:
    """Ketentuan Plt/Plh: for whom, as what, by which decree."""

    principal: User
    kind: DelegationKind
    decree_number: str
    decree_date: date


@transaction.atomic
def create_account(*, username: str, name: str, email: str = "", password: str | None = None) -> User:
    """Make an account without any granted role. An ASN's login is the NIP, by which it is tied to the record."""
    user = User.objects.create_user(tidy_login(username), name=name, email=email, password=password)
    hooks.tell_account_made(user)
    return user


@transaction.atomic
def create_with_code(*, login: str, name: str, email: str, by: User) -> tuple[User, str]:
    """Akun baru, and the code with which its owner opens it; none yet for who leads a unit: that takes a second officer."""
    require(queries.user_can(by, permissions.ACCOUNT_MANAGE), "Anda tidak berwenang membuat akun.")
    require(queries.find_account(login) is None, "Akun dengan nama masuk itu sudah ada.")
    require(not email or queries.find_account(email) is None, "E-mail itu sudah dipakai akun lain.")
    user = create_account(username=login, name=name, email=email)
    if queries.needs_two_officers(user):
        codes.propose_activation(user=user, by=by, reason=NEW_LEADER)
        return user, ""
    return user, codes.issue_activation(user=user, by=by)


@transaction.atomic
def bootstrap_officers(*, first: NewOfficer, second: NewOfficer, on: date | None = None) -> list[User]:
    """The first two officers, who then grant all other roles. Only while nobody holds any role."""
    lock_grants()
    require(not RoleGrant.objects.exists(), "Sudah ada peran yang diberikan; usulkan peran baru di halaman Peran.")
    same = tidy_login(first.username) == tidy_login(second.username)
    same = same or bool(first.email and first.email.lower() == second.email.lower())
    require(not same, "Dua petugas pertama harus dua orang, dengan NIP dan e-mail masing-masing.")
    users = []
    with ledger.attributed(by=ledger.SYSTEM("pemasangan")):
        for officer in (first, second):
            user = create_account(
                username=officer.username, name=officer.name, email=officer.email, password=officer.password
            )
            _seal_grant(user=user, role=officer.role, since=on or clock.today(), reason="Petugas pertama")
            users.append(user)
    return users


@transaction.atomic
def propose_role(
    *,
    user: User,
    role: Role,
    since: date,
    reason: str,
    by: User,
    until: date | None = None,
    scope_unit: str = "",
    acting: ActingTerms | None = None,
) -> GrantProposal:
    """Usulkan peran: nothing is in force until another person approves."""
    require(queries.user_can(by, permissions.ROLE_GRANT), "Anda tidak berwenang mengusulkan peran.")
    require(role in GRANTABLE, f"Peran {role.label} tidak diberikan; peran itu mengikuti data pegawai.")
    require(until is None or until >= since, "Hari terakhir lebih awal daripada hari pertama.")
    require(acting is None or until is not None, "Plt. dan Plh. harus memiliki hari terakhir.")
    require(bool(scope_unit) == (role is Role.UNIT_OFFICER), UNIT_OF_ROLE)
    if acting:
        require(not queries.same_person(user, acting.principal), "Pelaksana tidak dapat mewakili dirinya sendiri.")
        gone = acting.kind == DelegationKind.PLT  # the holder of a vacant office holds nothing any more
        holds = gone or role in queries.powers_of(acting.principal, since).own
        require(holds, f"{acting.principal.name} tidak memegang peran {role.label} pada hari itu.")
    return GrantProposal.objects.create(
        user=user, role=role, scope_unit=scope_unit, since=since, until=until, reason=reason,
        kind=acting.kind if acting else "", principal=acting.principal if acting else None,
        decree_number=acting.decree_number if acting else "", decree_date=acting.decree_date if acting else None,
        proposed_by=by, proposed_at=clock.now(),
    )  # fmt: skip


class UnknownAccount(LookupError):
    """What was typed names no account; `field` says where it was typed."""

    def __init__(self, field: str) -> None:
        super().__init__("Akun ini tidak ditemukan. Periksa NIP, nama masuk, atau e-mail.")
        self.field = field


def propose_from_form(*, data: dict[str, Any], by: User) -> GrantProposal:
    """The proposal as a page sends it: people are named by NIP, login or e-mail."""
    acting = None
    if data["kind"]:
        acting = ActingTerms(
            _known("principal", data), DelegationKind(data["kind"]), data["decree_number"], data["decree_date"]
        )
    return propose_role(
        user=_known("login", data), role=Role(data["role"]), since=data["since"], until=data["until"],
        reason=data["reason"], scope_unit=data["scope_unit"], acting=acting, by=by,
    )  # fmt: skip


@transaction.atomic
def approve_proposal(*, proposal: GrantProposal, by: User) -> RoleGrant | Delegation:
    """Setujui: by another person than the one who proposed and the one who receives. Seals the grant."""
    proposal = _open_proposal(proposal)
    decision = may_approve(proposal, by)
    if not decision.allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        made = _seal_delegation(proposal, by) if proposal.kind else _seal_proposal(proposal, by)
    _settle(proposal, str(GrantProposal.State.APPROVED), by, "")
    text = f"Anda memegang peran {Role(proposal.role).label} mulai {long_date(proposal.since)}."
    notify(users=[proposal.user], text=text, url=reverse("accounts:account"))
    return made


@transaction.atomic
def reject_proposal(*, proposal: GrantProposal, by: User, answer: str) -> None:
    """Tolak, with a reason; the proposer may withdraw an own proposal the same way."""
    proposal = _open_proposal(proposal)
    require(queries.user_can(by, permissions.ROLE_GRANT), "Anda tidak berwenang memutus usulan peran.")
    own = queries.same_person(proposal.proposed_by, by)
    state = GrantProposal.State.WITHDRAWN if own else GrantProposal.State.REJECTED
    _settle(proposal, str(state), by, answer)


def may_approve(proposal: GrantProposal, by: User) -> Decision[None]:
    """Why a person may or may not approve, for the action and for the button."""
    return Decision(
        [
            Finding(queries.user_can(by, permissions.ROLE_GRANT), "Anda tidak berwenang menyetujui peran."),
            Finding(
                queries.are_two_people(proposal.proposed_by, by),
                "Usulan ini dari Anda sendiri, atau dari orang yang Anda wakili. Harus orang lain yang menyetujui.",
            ),
            Finding(not queries.same_person(proposal.user, by), "Peran ini untuk Anda sendiri."),
            Finding(not proposal.user.opened_by_one, OPENED_BY_ONE),
            Finding(_still_held(proposal), "Yang diwakili tidak lagi memegang peran ini pada hari pertamanya."),
        ],
        None,
    )


def _still_held(proposal: GrantProposal) -> bool:
    """A Plh. stands in for a holder; between proposal and approval the role may have been taken back."""
    if proposal.kind != DelegationKind.PLH or proposal.principal is None:
        return True
    return Role(proposal.role) in queries.powers_of(proposal.principal, proposal.since).own


def mark_demo() -> None:
    """Mark this database as a demonstration. Only an empty one: real people's data never opens by one tap."""
    if is_demo():
        return
    require(not User.objects.exists(), "Basis data ini sudah berisi akun; ia tidak dapat menjadi peragaan.")
    Installation.objects.create(kind=Installation.Kind.DEMO)


def add_demo_account(*, user: User, role: Role, note: str, secret: str, order: int = 0) -> DemoAccount:
    """Let anybody play this invented person."""
    require(is_demo(), "Akun peragaan hanya ada di basis data peragaan.")
    made, _ = DemoAccount.objects.update_or_create(
        user=user, defaults={"role": role, "note": note, "secret": secret, "order": order}
    )
    return made


@transaction.atomic
def grant_at_setup(*, user: User, role: Role, since: date, scope_unit: str = "") -> RoleGrant:
    """A role for an invented person, while the demonstration is made."""
    require(is_demo(), "Peran tanpa dua orang hanya ada di basis data peragaan.")
    with ledger.attributed(by=ledger.SYSTEM("peragaan")):
        return _seal_grant(user=user, role=role, since=since, reason="Peran rekaan", scope_unit=scope_unit)


def _seal_grant(*, user: User, role: Role, since: date, reason: str, scope_unit: str = "") -> RoleGrant:
    return RoleGrant.objects.create(user=user, role=role, since=since, reason=reason, scope_unit=scope_unit)


def _seal_proposal(proposal: GrantProposal, by: User) -> RoleGrant:
    return RoleGrant.objects.create(
        user_id=proposal.user_id, role=proposal.role, scope_unit=proposal.scope_unit, since=proposal.since,
        until=proposal.until, reason=proposal.reason, proposed_by_id=proposal.proposed_by_id, approved_by=by,
    )  # fmt: skip


def _seal_delegation(proposal: GrantProposal, by: User) -> Delegation:
    return Delegation.objects.create(
        principal_id=proposal.principal_id, delegate_id=proposal.user_id, kind=proposal.kind, role=proposal.role,
        scope_unit=proposal.scope_unit, since=proposal.since, until=proposal.until, reason=proposal.reason,
        decree_number=proposal.decree_number, decree_date=proposal.decree_date,
        proposed_by_id=proposal.proposed_by_id, approved_by=by,
    )  # fmt: skip


def _open_proposal(proposal: GrantProposal) -> GrantProposal:
    """The proposal under a lock, so that two who decide at once are one after the other."""
    lock_grants()
    fresh = (
        GrantProposal.objects.select_for_update(of=("self",))
        .select_related("user", "principal", "proposed_by")
        .get(pk=proposal.pk)
    )
    require(fresh.state == GrantProposal.State.OPEN, f"Usulan ini sudah {fresh.get_state_display().lower()}.")
    return fresh


def _settle(proposal: GrantProposal, state: str, by: User, answer: str) -> None:
    proposal.state, proposal.settled_by, proposal.settled_at, proposal.answer = state, by, clock.now(), answer
    proposal.save(update_fields=["state", "settled_by", "settled_at", "answer"])


def _known(field: str, data: dict[str, Any]) -> User:
    found = queries.find_account(data[field])
    if found is None:
        raise UnknownAccount(field)
    return found
