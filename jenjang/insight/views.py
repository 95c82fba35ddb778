"""Temuan data: one page that says what in the records somebody should look at."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jenjang.accounts.access import requires
from jenjang.insight import presenters, queries
from jenjang.insight.permissions import SIGNALS
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.ui.answering import user_of
from jenjang.ui.page import render_page


@requires(SIGNALS)
@require_safe
def signals(request: HttpRequest) -> HttpResponse:
    """Semua temuan, those with something to look at first."""
    today = clock.today()
    seen = queries.gather(user_of(request), today, law_on(today))
    context = {"signals": presenters.signals(seen), "day": today}
    return render_page(request, "insight/signals.html", context)
