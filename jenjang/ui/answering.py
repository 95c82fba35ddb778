"""What the pages of every slice answer alike: who asks, what is not there for them, a form that was sent, a button that was tapped."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from jenjang.law.errors import FactError, Refused
from jenjang.ui.forms import Form
from jenjang.ui.page import render_page

if TYPE_CHECKING:
    from jenjang.accounts.models import User

T = TypeVar("T")
Act = Callable[[], Any]
Then = str | Callable[[Any], str]
"""Where it goes on: an address, or one made from what was done."""


def user_of(request: HttpRequest) -> User:
    return cast("User", request.user)


def found_or_404(thing: T | None) -> T:
    """The same answer for what is missing and for what belongs to somebody else."""
    if thing is None:
        raise Http404
    return thing


def add_refusal(form: Form, refusal: Refused) -> None:
    """What was refused stands at the field that it is about, where its code names one, else on top with its articles."""
    for finding in refusal.decision.objections:
        if finding.code in form.fields:
            form.add_refusal(finding.reason, finding.code)
        else:
            form.objections.append(finding)


def answered(
    request: HttpRequest, form: Form, template: str, context: dict[str, Any], act: Act, then: Then = "",
    refuse: Callable[[Form, Refused], None] = add_refusal,
) -> HttpResponse:  # fmt: skip
    """A form page: shown, refused with reasons, or done and on to `then`, else to what was made.

    The page that follows says `done` of the context.
    """
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():  # a scan that was stored goes with what is refused
                made = act()
        except Refused as refusal:
            refuse(form, refusal)
        except FactError as error:
            for field, sentence in error.found:
                form.add_refusal(sentence, field)
        else:
            if said := context.get("done"):
                messages.success(request, said)
            return _on_to(then, made)
    is_refused = bool(form.errors or form.objections)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK
    return render_page(request, template, {**context, "form": form}, status=status)


def tapped(form: Form, act: Act, then: Then, refused: Callable[[Form], HttpResponse]) -> HttpResponse:
    """A button without fields to fill in: done and on to `then`, or the page that it stands on says why not."""
    if form.is_valid():
        try:
            with transaction.atomic():
                made = act()
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            return _on_to(then, made)
    return refused(form)


def _on_to(then: Then, made: Any) -> HttpResponse:
    return redirect(then(made) if callable(then) else then or made)
