"""What accounts itself puts on the to-do list."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from jenjang.accounts import actions, permissions, queries
from jenjang.accounts.models import User
from jenjang.accounts.roles import Role
from jenjang.accounts.todo import Item

NEEDED = (Role.BOARD, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY, Role.INSPECTORATE)
"""Tanpa mereka tidak ada putusan, atau tidak ada yang mengawasinya."""


def unheld_roles(user: User, day: date) -> Iterator[Item]:
    """Peran tanpa pemegang, for those who may propose: a city that was just imported has none of them."""
    if not queries.user_can(user, permissions.ROLE_GRANT, day):
        return
    held = queries.roles_held(day) | {Role(proposal.role) for proposal in queries.open_proposals()}
    lacking = [role.label for role in NEEDED if role not in held]
    if lacking:
        yield Item(
            title="Usulkan pemegang peran",
            text=f"Belum ada yang memegang: {', '.join(lacking)}. Tanpa mereka lowongan tidak dapat diputus.",
            url=reverse("accounts:propose"),
            verb="Usulkan",
        )


def role_proposals(user: User, day: date) -> Iterator[Item]:
    """Usulan peran that this person may approve, due on the day on which they should begin."""
    if not queries.user_can(user, permissions.ROLE_GRANT, day):
        return
    for proposal in queries.open_proposals():
        if actions.may_approve(proposal, user).allowed:
            yield Item(
                title=f"Setujui peran {proposal.user.name}",
                text=f"{proposal.get_role_display()}, diusulkan {proposal.proposed_by.name}.",
                url=reverse("accounts:proposal", args=[proposal.pk]),
                verb="Periksa",
                due=proposal.since,
            )
