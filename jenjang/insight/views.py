"""Temuan data: one page that says what in the records somebody should look at."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from jenjang.accounts.access import requires
from jenjang.accounts.queries import user_can
from jenjang.insight import actions, presenters, queries
from jenjang.insight.permissions import READ_ANEW, SIGNALS
from jenjang.kernel import clock
from jenjang.ui.answering import user_of
from jenjang.ui.page import render_page


@requires(SIGNALS)
@require_safe
def signals(request: HttpRequest) -> HttpResponse:
    """Semua temuan, those with something to look at first."""
    user = user_of(request)
    seen = queries.newest(user)
    context = {"seen": seen, "signals": presenters.signals(seen) if seen else [], "may_read": user_can(user, READ_ANEW)}
    return render_page(request, "insight/signals.html", context)


@requires(READ_ANEW)
@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """Baca ulang: now instead of tonight; a second or two in the largest city."""
    actions.read(on=clock.today())
    messages.success(request, "Temuan dibaca ulang.")
    return redirect("insight:signals")
