"""What the frame around a page knows.

The slices above fill it in: `settings.JENJANG_SHELL` names a function for each slot, so this package imports none of
them. A slot without a function keeps its plain default.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.utils.module_loading import import_string

from jenjang.ui import formats


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is signed in, as the head of the page shows it."""

    name: str
    detail: str = ""
    url: str = ""

    @property
    def initials(self) -> str:
        return formats.initials(self.name)


@dataclass(frozen=True, slots=True)
class Place:
    """Whose deployment this is."""

    name: str = ""  # "Kota Sawahlunto"
    office: str = ""  # who runs it, in the foot of the page


def viewer(request: HttpRequest) -> Viewer | None:
    """Slot `viewer`."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    return Viewer(name=user.get_username())


def place(_request: HttpRequest) -> Place:
    """Slot `place`."""
    return Place()


def is_demo(_request: HttpRequest) -> bool:
    """Slot `is_demo`: does the database hold invented people?"""
    return False


def notices(_request: HttpRequest) -> int:
    """Slot `notices`: how many unread."""
    return 0


def allowed(_user: Any, permission: Any) -> bool:
    """Slot `allowed`: may this user do this? Nothing is allowed until accounts answers."""
    return permission is None


def no_address(_request: HttpRequest) -> str:
    """Slots `search_url`, `notices_url`, `account_url`, `sign_in_url`, `sign_out_url`: nowhere, so no link."""
    return ""


DEFAULTS: dict[str, Callable[..., Any]] = {
    "viewer": viewer,
    "place": place,
    "is_demo": is_demo,
    "notices": notices,
    "allowed": allowed,
    "search_url": no_address,
    "notices_url": no_address,
    "account_url": no_address,
    "sign_in_url": no_address,
    "sign_out_url": no_address,
    "law_url": lambda _request: "/hukum/",
    "check_url": lambda _request: "/periksa/",
    "home_url": lambda _request: "/",
}


@cache
def provider(slot: str) -> Callable[..., Any]:
    """The function of a slot: the one named in settings, or the default."""
    if slot not in DEFAULTS:
        raise ImproperlyConfigured(f"JENJANG_SHELL has no slot {slot!r}; there are {', '.join(DEFAULTS)}")
    named: dict[str, str] = getattr(settings, "JENJANG_SHELL", {})
    return import_string(named[slot]) if slot in named else DEFAULTS[slot]
