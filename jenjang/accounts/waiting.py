"""What accounts itself puts on the to-do list."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from jenjang.accounts import actions, codes, permissions, queries
from jenjang.accounts.models import GrantProposal, User
from jenjang.accounts.roles import Role
from jenjang.accounts.todo import Item

NEEDED = (Role.BOARD, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY, Role.INSPECTORATE)
"""Tanpa mereka tidak ada putusan, atau tidak ada yang mengawasinya."""


def roles(user: User, day: date) -> Iterator[Item]:
    """Peran: what this person may approve, and what nobody holds; for those who may propose."""
    if not queries.user_can(user, permissions.ROLE_GRANT, day):
        return
    held, proposed, code_waits = queries.roles_spoken_for(day)
    if code_waits:
        yield from _codes(user)
    if proposed:
        yield from _to_approve(user, queries.open_proposals())
    yield from _unheld(held | proposed)


def roles_spoken_for(user: User, day: date) -> Sequence[QuerySet[Any]]:
    """Proposals and codes that wait, and the office itself where nobody holds or is proposed for a role it cannot do without."""
    if not queries.user_can(user, permissions.ROLE_GRANT, day):
        return ()
    return (queries.open_proposals(), queries.open_code_proposals(), *(queries.lacking(role, day) for role in NEEDED))


def _codes(user: User) -> Iterator[Item]:
    """Usulan kode aktivasi that wait for a second officer such as this one."""
    for proposal in queries.open_code_proposals():
        if codes.may_approve(proposal, user).allowed:
            yield Item(
                title=f"Setujui kode aktivasi {proposal.user.name}",
                text=f"Diusulkan {proposal.proposed_by.name}: {proposal.reason}",
                url=reverse("accounts:code_proposal", args=[proposal.pk]),
                verb="Periksa",
            )


def _unheld(spoken_for: set[Role]) -> Iterator[Item]:
    """Peran tanpa pemegang: a city that was just imported has none of them."""
    lacking = [role.label for role in NEEDED if role not in spoken_for]
    if lacking:
        yield Item(
            title="Usulkan pemegang peran",
            text=f"Belum ada yang memegang: {', '.join(lacking)}. Tanpa mereka lowongan tidak dapat diputus.",
            url=reverse("accounts:propose"),
            verb="Usulkan",
        )


def _to_approve(user: User, proposals: Iterable[GrantProposal]) -> Iterator[Item]:
    """Usulan peran that this person may approve, due on the day on which they should begin."""
    for proposal in proposals:
        if actions.may_approve(proposal, user).allowed:
            yield Item(
                title=f"Setujui peran {proposal.user.name}",
                text=f"{proposal.get_role_display()}, diusulkan {proposal.proposed_by.name}.",
                url=reverse("accounts:proposal", args=[proposal.pk]),
                verb="Periksa",
                due=proposal.since,
            )
