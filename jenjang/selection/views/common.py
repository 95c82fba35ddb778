"""What the pages of a selection share: finding the vacancy, reading the user, answering a refused form."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from jenjang.kernel import clock
from jenjang.law.errors import Refused
from jenjang.selection import doors, queries
from jenjang.selection.models import Vacancy
from jenjang.ui.forms import Form
from jenjang.ui.page import render_page

if TYPE_CHECKING:
    from jenjang.accounts.models import User

DONE = "Tersimpan."


def user_of(request: HttpRequest) -> User:
    return cast("User", request.user)


def vacancy_or_404(request: HttpRequest, number: str) -> Vacancy:
    """The vacancy, or the same answer for none and for one that the user may not see."""
    found = queries.vacancy_for(user_of(request), number)
    if found is None:
        raise Http404
    return found


def in_file(request: HttpRequest, vacancy: Vacancy, part: str) -> dict[str, Any]:
    """What every page of a vacancy's file shows around itself: the vacancy, its parts, the next step."""
    return {"vacancy": vacancy, "file": doors.file_of(vacancy, user_of(request), clock.today(), part)}


def answered(
    request: HttpRequest, form: Form, template: str, context: dict[str, Any], act: Callable[[], Any], then: Any
) -> HttpResponse:
    """A form page: shown, refused with reasons, or done and on to `then` (an address, or made from what was done).

    The page that follows says `done` of the context; nothing where that page shows it by itself.
    """
    status = HTTPStatus.OK
    if request.method == "POST":
        if form.is_valid():
            try:
                with transaction.atomic():  # a scan that was stored goes with what is refused
                    done = act()
            except Refused as refusal:
                form.add_decision(refusal.decision)
            else:
                if said := context.get("done", DONE):
                    messages.success(request, said)
                return redirect(then(done) if callable(then) else then)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render_page(request, template, {**context, "form": form}, status=status)
