"""What the pages of a selection share: finding the vacancy, its file, answering a form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from jenjang.kernel import clock
from jenjang.law.errors import Refused
from jenjang.selection import doors, queries
from jenjang.selection.models import Vacancy
from jenjang.ui import answering
from jenjang.ui.answering import found_or_404, user_of
from jenjang.ui.forms import Form

DONE = "Tersimpan."


def vacancy_or_404(request: HttpRequest, number: str) -> Vacancy:
    """The vacancy, or the same answer for none and for one that the user may not see."""
    return found_or_404(queries.vacancy_for(user_of(request), number))


def in_file(request: HttpRequest, vacancy: Vacancy, part: str) -> dict[str, Any]:
    """What every page of a vacancy's file shows around itself: the vacancy, its parts, the next step."""
    return {"vacancy": vacancy, "file": doors.file_of(vacancy, user_of(request), clock.today(), part)}


def on_top(form: Form, refusal: Refused) -> None:
    """What the law objects to stands on top with its articles, also where it is about one field."""
    form.add_decision(refusal.decision)


def answered(
    request: HttpRequest, form: Form, template: str, context: dict[str, Any], act: answering.Act, then: answering.Then,
    refuse: Callable[[Form, Refused], None] = on_top,
) -> HttpResponse:  # fmt: skip
    """A form page that says “Tersimpan.” when done, where the page that follows has nothing better to say."""
    return answering.answered(request, form, template, {"done": DONE, **context}, act, then, refuse=refuse)
