"""Beranda: what waits for me, and what comes next."""

from typing import cast

from django.http import HttpRequest, HttpResponse

from jenjang.accounts import presenters, shell, todo
from jenjang.accounts.access import signed_in
from jenjang.accounts.models import User
from jenjang.kernel import clock, queries
from jenjang.ui.page import render_page

NEWS = 3


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """The to-do list of a role; never a wall of charts."""
    user = cast(User, request.user)
    desk, coming = todo.home_of(user)
    context = {
        "greeting": presenters.greeting(user),
        "lead": presenters.home_lead(user, len(desk.own)),
        "waiting": desk.own,
        "elsewhere": desk.elsewhere,
        "news": [
            presenters.notice_line(one) for one in (queries.unread_of(user)[:NEWS] if shell.notices(request) else ())
        ],
        "coming": coming,
        "day": clock.today(),
    }
    return render_page(request, "accounts/home.html", context)
