"""What the pages of feedback share: who speaks, a form that is checked before it is sent, keys in an address."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse

from jenjang.feedback.people import Voice, voice_of
from jenjang.ui.answering import found_or_404, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import render_page

View = Callable[..., HttpResponse]
LONGEST_KEY = 16


def voice_or_404(request: HttpRequest) -> Voice:
    """Who speaks; accounts without a person here have nobody to speak for."""
    return found_or_404(voice_of(user_of(request)))


def personal(view: View) -> View:
    """A page from the menu: an account without a person here reads why there is nothing, instead of 404."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if voice_of(user_of(request)) is None:
            return render_page(request, "personnel/no_record.html")
        return view(request, *args, **kwargs)

    return page


def checked(request: HttpRequest, form: Form, template: str, context: dict[str, Any]) -> HttpResponse:
    """The form again with what would make it better; what could not be sent as it stands is said at its field."""
    status = HTTPStatus.OK if form.is_valid() else HTTPStatus.UNPROCESSABLE_ENTITY
    return render_page(request, template, {**context, "form": form}, status=status)


def whole(text: str) -> int:
    """A key in an address; what is none finds nothing."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < LONGEST_KEY else 0
