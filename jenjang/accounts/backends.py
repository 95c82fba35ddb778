"""Sign-in with NIP, login or e-mail and a password. Takes as long for an unknown name as for a wrong password."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.db.models import Exists, OuterRef
from django.http import HttpRequest

from jenjang.accounts.models import Installation, User
from jenjang.kernel.queries import unread_within


def tidy_login(text: str) -> str:
    """A NIP as people copy it, with blanks or dots; anything else as typed, without blanks around it."""
    text = text.strip()
    digits = "".join(sign for sign in text if sign not in " .-")
    return digits if digits.isascii() and digits.isdigit() else text.lower()


def canonical_login(text: str) -> str:
    """The username behind what was typed, so that NIP and e-mail of one person share the count of tries."""
    login = tidy_login(text)
    if "@" not in login:
        return login
    return User.objects.filter(email=login).values_list("username", flat=True).first() or login


def account_of_session(user_id: int) -> User | None:
    """Whoever is signed in, with what the frame of every page shows besides: one query instead of three."""
    accounts = User.objects.annotate(
        unread_notices=unread_within(OuterRef("pk")),
        in_demo=Exists(Installation.objects.filter(kind=Installation.Kind.DEMO)),
    )
    return accounts.filter(pk=user_id, is_active=True).first()


class PasswordBackend(BaseBackend):
    """NIP or e-mail, and password (argon2)."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **other: Any
    ) -> User | None:
        if not username or password is None:
            return None
        user = User.objects.filter(username__iexact=canonical_login(username)).first()
        if user is None or not user.has_usable_password():
            User().set_password(password)  # spends the same time as a real check
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        return account_of_session(user_id)
