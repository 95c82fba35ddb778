"""Who reads the pages of feedback: a unit with its leader, and clients that are signed in as somebody."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.test import Client

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.factories.feedback import Office


@pytest.fixture
def office(cast: Cast, freeze: Callable[..., object]) -> Office:
    from tests.factories.feedback import TODAY, make_office

    freeze(TODAY)
    return make_office([cast.sri, cast.hendra, cast.budi], size=8, head_user=cast.yuliana)


@pytest.fixture
def as_(sign_in: Callable[..., Client]) -> Callable[..., Client]:
    """A client signed in as somebody, fresh enough for what asks for a code."""
    return lambda user: sign_in(Client(), user, fresh=True)
