"""Pintu: what happens to a request that may not pass yet. Sign in, set up the factor, give a code, or be refused."""

from http import HTTPStatus
from typing import cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from jenjang.accounts import factor, queries
from jenjang.accounts.access import SAFE_METHODS, Access
from jenjang.accounts.models import User
from jenjang.accounts.permissions import Permission


def decide(request: HttpRequest, access: Access | None) -> HttpResponse | None:
    """None lets the request pass; otherwise the answer that it gets instead."""
    if access is None:
        return refused(request, None)
    if access.kind == "public":
        return None
    if not request.user.is_authenticated:
        return _send(request, "accounts:sign_in")
    user = cast(User, request.user)
    user.powers = queries.powers_of(user)
    if not access.before_factor and (place := factor.missing(request)):
        return _send(request, place)
    if access.permission and not user.powers.allow(access.permission):
        return refused(request, access.permission)
    if access.fresh and request.method not in SAFE_METHODS and not factor.is_fresh(request):
        return _ask_code(request)
    return None


def refused(request: HttpRequest, permission: Permission | None) -> HttpResponse:
    """Ditolak: says who may, and whom to ask."""
    return render(request, "accounts/refused.html", {"permission": permission}, status=HTTPStatus.FORBIDDEN)


def _send(request: HttpRequest, place: str) -> HttpResponse:
    """To another page first, and back afterwards. A fragment's request moves the whole page."""
    wanted = request.get_full_path() if request.method in SAFE_METHODS else request.headers.get("Referer", "")
    address = f"{reverse(place)}?{urlencode({'lanjut': wanted})}" if wanted.startswith("/") else reverse(place)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=HTTPStatus.UNAUTHORIZED, headers={"HX-Redirect": reverse(place)})
    return HttpResponseRedirect(address)


def _ask_code(request: HttpRequest) -> HttpResponse | None:
    """Ask for a code and carry the form along: what was sent comes back as hidden fields and goes to the same address.

    Nothing is kept on the server, so nothing can be lost, mixed up between two windows, or sent twice later.
    """
    error = ""
    if factor.CODE_FIELD in request.POST or factor.DEMO_FIELD in request.POST:
        error = factor.confirm(request)
        if not error:
            return None
    kept = [(name, value) for name, values in request.POST.lists() if name not in factor.OWN_FIELDS for value in values]
    context = {"kept": kept, "files": bool(request.FILES), "error": error, "action": request.get_full_path()}
    if request.headers.get("HX-Request"):
        answer = render(request, "accounts/confirm_sent.html", context)  # htmx shows only what succeeds
        answer["HX-Retarget"], answer["HX-Reswap"] = "body", "innerHTML"
        return answer
    status = HTTPStatus.TOO_MANY_REQUESTS if error == factor.PAUSED else HTTPStatus.FORBIDDEN
    return render(request, "accounts/confirm_sent.html", context, status=status)
