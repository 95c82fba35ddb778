"""What the pages of feedback share: who speaks, finding the thing, answering a form, answering a tap."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from jenjang.feedback.people import Voice, voice_of
from jenjang.law.errors import Refused
from jenjang.ui.forms import Form
from jenjang.ui.page import render_page

if TYPE_CHECKING:
    from jenjang.accounts.models import User

T = TypeVar("T")
View = Callable[..., HttpResponse]
LONGEST_KEY = 16


def user_of(request: HttpRequest) -> User:
    return cast("User", request.user)


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


def found_or_404(thing: T | None) -> T:
    """The same answer for what is missing and for what belongs to somebody else."""
    if thing is None:
        raise Http404
    return thing


def answered(
    request: HttpRequest, form: Form, template: str, context: dict[str, Any], act: Callable[[], Any], then: Any
) -> HttpResponse:
    """A form page: shown, refused at the field or on top, or done and on to `then` (an address, or made from what was done)."""
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                done = act()
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            return redirect(then(done) if callable(then) else then)
    is_refused = bool(form.errors or form.objections)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK
    return render_page(request, template, {**context, "form": form}, status=status)


def checked(request: HttpRequest, form: Form, template: str, context: dict[str, Any]) -> HttpResponse:
    """The form again with what would make it better; what could not be sent as it stands is said at its field."""
    status = HTTPStatus.OK if form.is_valid() else HTTPStatus.UNPROCESSABLE_ENTITY
    return render_page(request, template, {**context, "form": form}, status=status)


def tapped(form: Form, act: Callable[[], Any], then: Any, refused: Callable[[Form], HttpResponse]) -> HttpResponse:
    """A button without fields: done and on, or the page on which it stands says why not."""
    if form.is_valid():
        try:
            with transaction.atomic():
                done = act()
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            return redirect(then(done) if callable(then) else then)
    return refused(form)


def add_refusal(form: Form, refusal: Refused) -> None:
    """What was refused stands at the field that it is about, where its code names one, else on top with its articles."""
    for finding in refusal.decision.objections:
        if finding.code in form.fields:
            form.add_refusal(finding.reason, finding.code)
        else:
            form.objections.append(finding)


def whole(text: str) -> int:
    """A key in an address; what is none finds nothing."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < LONGEST_KEY else 0
