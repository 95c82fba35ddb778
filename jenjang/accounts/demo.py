"""Peragaan: sign-in by one tap. It works only in a database that was marked as a demonstration, and only for invented people."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from jenjang.accounts.backends import account_of_session
from jenjang.accounts.models import DemoAccount, Installation, User
from jenjang.accounts.roles import Role

BACKEND = "jenjang.accounts.demo.DemoBackend"


def is_demo() -> bool:
    """Whether this database was marked as a demonstration."""
    return Installation.objects.filter(kind=Installation.Kind.DEMO).exists()


def seen_in_demo(user: Any) -> bool:
    """The same for who is signed in: it came with the account of the session, else it is asked."""
    known: bool | None = getattr(user, "in_demo", None)
    return is_demo() if known is None else known


def may_tap(user: User) -> bool:
    return seen_in_demo(user) and DemoAccount.objects.filter(user=user).exists()


class DemoBackend(BaseBackend):
    """Knows one thing: which invented person was tapped. Outside a demonstration it knows nobody."""

    def authenticate(self, request: HttpRequest | None, demo_account: int | None = None, **other: Any) -> User | None:
        if request is None or demo_account is None or not is_demo():
            return None
        found = DemoAccount.objects.filter(pk=demo_account, user__is_active=True).select_related("user").first()
        return found.user if found else None

    def get_user(self, user_id: int) -> User | None:
        """A session that began with one tap ends when the database is no longer a demonstration."""
        found = account_of_session(user_id)
        return found if found is not None and getattr(found, "in_demo", False) else None


def people() -> list[DemoAccount]:
    """The invented people, in the order in which they are worth meeting. Nobody outside a demonstration."""
    return list(DemoAccount.objects.filter(user__is_active=True).select_related("user")) if is_demo() else []


def introduced() -> list[DemoAccount]:
    """One of each role: whom to meet first."""
    return [found[0] for _, found in by_role()]


def by_role() -> list[tuple[Role, list[DemoAccount]]]:
    """The invented people by role, the roles in their usual order."""
    everybody = people()
    groups = [(role, [item for item in everybody if item.role == role]) for role in Role]
    return [(role, found) for role, found in groups if found]


def accounts_list() -> list[dict[str, str]]:
    """For `jenjang demo accounts`: one line per invented account. The secret is its password."""
    rows = DemoAccount.objects.select_related("user") if is_demo() else DemoAccount.objects.none()
    return [
        {
            "role": row.role,
            "name": row.user.name,
            "nip": row.user.username if row.user.is_nip else "",
            "login": row.user.username,
            "secret": row.secret,
        }
        for row in rows
    ]
