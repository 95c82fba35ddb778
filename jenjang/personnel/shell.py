"""Bingkai halaman: what personnel and organization put into the frame around every page."""

from django.core.cache import cache
from django.http import HttpRequest
from django.urls import reverse

from jenjang.accounts.queries import user_can
from jenjang.organization.queries import agency
from jenjang.personnel.permissions import EMPLOYEE_LIST
from jenjang.ui.shell import Place

_PLACE, _REMEMBERED = "personnel.place", 60  # seconds: an agency changes its name once in a decade


def search_url(request: HttpRequest) -> str:
    """Where the search box in the head leads; nowhere for those who may see only themselves."""
    user = request.user
    if not user.is_authenticated or not user_can(user, EMPLOYEE_LIST):
        return ""
    return reverse("personnel:people")


def place(_request: HttpRequest) -> Place:
    """Whose deployment this is: the agency, once it is known."""
    known: Place | None = cache.get(_PLACE)
    if known is None and (found := agency()):
        known = Place(found.short_name or found.name.removeprefix("Pemerintah "), found.name)
        cache.set(_PLACE, known, _REMEMBERED)
    return known or Place()
