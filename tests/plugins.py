"""Fixtures for everybody: the cast of invented people, and signing one of them in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

    from jenjang.accounts.models import User
    from tests.cast import Cast


@pytest.fixture
def cast(db: None) -> "Cast":
    """Thirteen invented people with their roles (tests/cast.py)."""
    from tests import cast as people

    return people.make()


@pytest.fixture
def sign_in() -> "Callable[..., Client]":
    """`sign_in(client, user)`: past password and second factor. `fresh=True`: the code was given just now.

    `factor=False` leaves out the second factor, which closes every page to a role above `pegawai`.
    """
    from jenjang.accounts import factor as factors
    from jenjang.kernel import clock

    def enter(client: "Client", user: "User", *, fresh: bool = False, factor: bool = True) -> "Client":
        client.force_login(user, backend="jenjang.accounts.backends.PasswordBackend")
        session = client.session
        if factor:
            session[factors.SESSION_KEY] = clock.now().timestamp() - (0 if fresh else 24 * 60 * 60)
        session.save()
        return client

    return enter
