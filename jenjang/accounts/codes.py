"""Kode aktivasi: what opens an account. Who holds it can become that person, so above `pegawai` two officers give it."""

import secrets
from datetime import timedelta

from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse

from jenjang import ledger
from jenjang.accounts import factor, permissions, queries, sessions
from jenjang.accounts.backends import tidy_login
from jenjang.accounts.deciding import hashed, refusal, require
from jenjang.accounts.models import ActivationCode, CodeGrant, CodeProposal, GrantProposal, User
from jenjang.kernel import clock
from jenjang.kernel.actions import notify
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused

CODE_DAYS = 7
CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that are mistaken for another on paper
CODE_LENGTH = 12
State = GrantProposal.State
TWO = (
    "Akun ini memegang, atau diusulkan memegang, peran di atas pegawai, atau sudah memakai kode ponsel. "
    "Kodenya diberikan oleh dua petugas."
)
OUTDATED = (
    "Sejak kode ini diberikan, akun Anda memegang atau diusulkan memegang peran, atau memakai kode ponsel. "
    "Minta kode baru, yang disetujui dua petugas."
)


class Paused(Refused):
    """Too many wrong tries of one person from one address; right ones wait too."""


@transaction.atomic
def issue_activation(*, user: User, by: User) -> str:
    """Terbitkan kode aktivasi of an employee's account: shown once, kept only as a hash. An earlier one stops working."""
    _require_manager(user, by)
    require(not queries.needs_two_officers(user), TWO)
    text = f"{by.name} menerbitkan kode aktivasi untuk akun Anda. Bila Anda tidak memintanya, hubungi Inspektorat."
    notify(users=[user], text=text, url=reverse("accounts:account"))
    return _give(user=user, proposed_by=by, approved_by=None, by=by, reason="")


@transaction.atomic
def propose_activation(*, user: User, by: User, reason: str) -> CodeProposal:
    """Usulkan kode aktivasi of an account above `pegawai`. No code exists until another officer approves."""
    _require_manager(user, by)
    waiting = CodeProposal.objects.filter(user=user, state=State.OPEN)
    require(not waiting.exists(), "Kode untuk akun ini sudah diusulkan dan menunggu petugas kedua.")
    text = f"{by.name} mengusulkan kode aktivasi untuk akun Anda. Bila Anda tidak memintanya, hubungi Inspektorat."
    notify(users=[user], text=text, url=reverse("accounts:account"))
    return CodeProposal.objects.create(user=user, reason=reason, proposed_by=by, proposed_at=clock.now())


@transaction.atomic
def approve_activation(*, proposal: CodeProposal, by: User) -> str:
    """Setujui: the second officer gets the code to hand over, and the ledger keeps who gave it with whom."""
    proposal = _open(proposal)
    decision = may_approve(proposal, by)
    if not decision.allowed:
        raise Refused(decision)
    _settle(proposal, str(State.APPROVED), by, "")
    text = f"Kode aktivasi untuk akun Anda diusulkan {proposal.proposed_by.name} dan disetujui {by.name}."
    notify(users=[proposal.user], text=text, url=reverse("accounts:account"))
    return _give(
        user=proposal.user, proposed_by=proposal.proposed_by, approved_by=by, by=by, reason=proposal.reason
    )  # fmt: skip


@transaction.atomic
def reject_activation(*, proposal: CodeProposal, by: User, answer: str) -> None:
    """Tolak with a reason; who proposed may withdraw the same way."""
    proposal = _open(proposal)
    require(queries.user_can(by, permissions.ROLE_GRANT), "Anda tidak berwenang memutus usulan kode.")
    own = queries.same_person(proposal.proposed_by, by)
    _settle(proposal, str(State.WITHDRAWN if own else State.REJECTED), by, answer)


def may_approve(proposal: CodeProposal, by: User) -> Decision[None]:
    """Why a person may or may not approve, for the action and for the button."""
    return Decision(
        [
            Finding(queries.user_can(by, permissions.ROLE_GRANT), "Anda tidak berwenang menyetujui kode aktivasi."),
            Finding(
                queries.are_two_people(proposal.proposed_by, by),
                "Usulan ini dari Anda sendiri, atau dari orang yang Anda wakili. Harus orang lain yang menyetujui.",
            ),
            Finding(not queries.same_person(proposal.user, by), "Kode ini untuk akun Anda sendiri."),
        ],
        None,
    )


@transaction.atomic
def first_activation(*, user: User) -> str:
    """Kode aktivasi of one of the first officers, whom nobody else could hand it to."""
    require(not user.has_usable_password(), "Akun ini sudah memiliki kata sandi.")
    return _give(
        user=user, proposed_by=None, approved_by=None, by=ledger.SYSTEM("pemasangan"), reason="Petugas pertama"
    )


@transaction.atomic
def activation_at_the_server(*, user: User, reason: str) -> str:
    """For an office whose second officer is missing: by who runs the server, named so in the ledger."""
    text = "Kode aktivasi untuk akun Anda diterbitkan dari peladen. Bila Anda tidak memintanya, hubungi Inspektorat."
    notify(users=[user], text=text, url=reverse("accounts:account"))
    return _give(user=user, proposed_by=None, approved_by=None, by=ledger.SYSTEM("peladen"), reason=reason)


def activate_account(*, request: HttpRequest, login: str, code: str, password: str) -> User:
    """Aktifkan: one answer for an unknown account, a wrong code and an old one; tries are counted like passwords."""
    username = tidy_login(login)
    if not sessions.may_try(request, username):
        raise Paused(Decision([Finding(False, "Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi.")], None))
    user = _spend(username, code, password)
    if user is None:  # counted outside the transaction, or the refusal would undo the count
        sessions.note_failure(request, username)
        raise refusal("Kode aktivasi tidak cocok atau sudah lewat. Minta kode baru kepada pengelola kepegawaian.")
    return user


@transaction.atomic
def _spend(username: str, code: str, password: str) -> User | None:
    given = hashed("".join(sign for sign in code.upper() if sign.isalnum()))
    kept = ActivationCode.objects.select_for_update(of=("self",)).select_related("user")
    found = kept.filter(user__username__iexact=username, user__is_active=True, expires_at__gt=clock.now()).first()
    if found is None or not secrets.compare_digest(found.code_hash, given):
        return None
    require(not found.by_one or not queries.needs_two_officers(found.user), OUTDATED)
    found.delete()
    change_password(user=found.user, password=password)
    found.user.opened_by_one = found.by_one
    found.user.save(update_fields=["opened_by_one"])
    factor.release(
        found.user
    )  # whoever needs a code may have lost the phone as well; nobody keeps one by a code of one officer
    return found.user


@transaction.atomic
def change_password(*, user: User, password: str) -> None:
    """Ganti kata sandi: every other session of the account ends, because its hash is part of a session."""
    user.set_password(password)
    user.save(update_fields=["password"])
    user.sessions.all().delete()


def _give(
    *, user: User, proposed_by: User | None, approved_by: User | None, by: User | ledger.Actor, reason: str
) -> str:
    """A new code, and the sealed row that says who gave it; never the code itself."""
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    above = queries.needs_two_officers(user)
    with ledger.attributed(by=by):
        CodeGrant.objects.create(
            user=user, is_above_employee=above, proposed_by=proposed_by, approved_by=approved_by, reason=reason
        )
    ActivationCode.objects.update_or_create(
        user=user,
        defaults={
            "code_hash": hashed(code), "issued_by": approved_by or proposed_by or user,
            "by_one": proposed_by is not None and approved_by is None, "expires_at": clock.now() + timedelta(days=CODE_DAYS),
        },
    )  # fmt: skip
    return "-".join(code[place : place + 4] for place in range(0, CODE_LENGTH, 4))


def _require_manager(user: User, by: User) -> None:
    require(queries.user_can(by, permissions.ACCOUNT_MANAGE), "Anda tidak berwenang menerbitkan kode aktivasi.")
    require(not queries.same_person(user, by), "Kode untuk akun Anda sendiri diberikan oleh petugas lain.")


def _open(proposal: CodeProposal) -> CodeProposal:
    """The proposal under a lock, so that of two who decide at once one comes too late."""
    fresh = (
        CodeProposal.objects.select_for_update(of=("self",)).select_related("user", "proposed_by").get(pk=proposal.pk)
    )
    require(fresh.state == State.OPEN, f"Usulan ini sudah {fresh.get_state_display().lower()}.")
    return fresh


def _settle(proposal: CodeProposal, state: str, by: User, answer: str) -> None:
    proposal.state, proposal.settled_by, proposal.settled_at, proposal.answer = state, by, clock.now(), answer
    proposal.save(update_fields=["state", "settled_by", "settled_at", "answer"])
