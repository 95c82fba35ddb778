"""What the pages of performance share: finding the thing, answering a form, answering a tap, sending a paper."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from jenjang.law.errors import FactError, Refused
from jenjang.ui.forms import Form
from jenjang.ui.page import render_page

if TYPE_CHECKING:
    from jenjang.accounts.models import User


def user_of(request: HttpRequest) -> User:
    return cast("User", request.user)


def found_or_404(thing: Any) -> Any:
    """The same answer for what is missing and for what belongs to somebody else."""
    if thing is None:
        raise Http404
    return thing


def answered(
    request: HttpRequest, form: Form, template: str, context: dict[str, Any], act: Callable[[], Any], then: str = ""
) -> HttpResponse:
    """A form page: shown, refused at the field or on top, or done and on to `then`, else to what was made."""
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                done = act()
        except Refused as refusal:
            add_refusal(form, refusal)
        except FactError as error:
            form.add_refusal(error.message, error.field)
        else:
            return redirect(then or done)
    is_refused = bool(form.errors or form.objections)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK
    return render_page(request, template, {"form": form, **context}, status=status)


def add_refusal(form: Form, refusal: Refused) -> None:
    """What was refused stands at the field that it is about, where its code names one, else on top with its articles."""
    for finding in refusal.decision.objections:
        if finding.code in form.fields:
            form.add_refusal(finding.reason, finding.code)
        else:
            form.objections.append(finding)


def tapped(form: Form, act: Callable[[], Any], then: str, refused: Callable[[Form], HttpResponse]) -> HttpResponse:
    """A button without fields to fill in: done and on to `then`, or the page that it stands on says why not."""
    if form.is_valid():
        try:
            with transaction.atomic():
                act()
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            return redirect(then)
    return refused(form)


def paper(content: bytes, name: str) -> HttpResponse:
    """A PDF that the browser shows and keeps nowhere."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer
