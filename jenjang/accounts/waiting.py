"""What accounts itself puts on the to-do list."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from jenjang.accounts import actions, permissions, queries
from jenjang.accounts.models import User
from jenjang.accounts.todo import Item


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
