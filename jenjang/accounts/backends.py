"""Sign-in with NIP, login or e-mail and a password. Takes as long for an unknown name as for a wrong password."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from jenjang.accounts.models import User


def tidy_login(text: str) -> str:
    """A NIP as people copy it, with blanks or dots; anything else as typed, without blanks around it."""
    text = text.strip()
    digits = "".join(sign for sign in text if sign not in " .-")
    return digits if digits.isascii() and digits.isdigit() else text.lower()


class PasswordBackend(BaseBackend):
    """NIP or e-mail, and password (argon2)."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **other: Any
    ) -> User | None:
        if not username or password is None:
            return None
        login = tidy_login(username)
        by_name = {"email": login} if "@" in login else {"username__iexact": login}
        user = User.objects.filter(**by_name).first()
        if user is None or not user.has_usable_password():
            User().set_password(password)  # spends the same time as a real check
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        return User.objects.filter(pk=user_id, is_active=True).first()
