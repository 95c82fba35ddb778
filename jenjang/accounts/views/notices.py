"""Pemberitahuan: what has happened that concerns me."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from jenjang.accounts import presenters
from jenjang.accounts.access import signed_in
from jenjang.accounts.models import User
from jenjang.kernel import actions, queries
from jenjang.ui.paging import sheet


@signed_in
def notices(request: HttpRequest) -> HttpResponse:
    """The newest first; what is unread stands out."""
    page = sheet(request, queries.notices_of(cast(User, request.user)))
    lines = [presenters.notice_line(item) for item in page]
    unread = queries.unread_count(cast(User, request.user))
    return render(request, "accounts/notices.html", {"page": page, "lines": lines, "unread": unread})


@signed_in
@require_POST
def mark_read(request: HttpRequest) -> HttpResponse:
    """Tandai semua sudah dibaca."""
    actions.mark_read(by=cast(User, request.user))
    return redirect("accounts:notices")
