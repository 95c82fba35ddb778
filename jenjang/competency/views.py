"""Standar kompetensi jabatan: set by an officer on the seat's page, read by every vacancy of the seat."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from jenjang.accounts.access import requires
from jenjang.competency import actions, queries
from jenjang.competency.forms import StandardForm
from jenjang.competency.permissions import STANDARD_CHANGE
from jenjang.kernel import clock
from jenjang.kernel.actions import store_document
from jenjang.kernel.queries import law_on
from jenjang.organization.queries import seat as seat_of
from jenjang.personnel.views.common import answered
from jenjang.ui.answering import user_of
from jenjang.ui.page import posted


@requires(STANDARD_CHANGE)
def standard(request: HttpRequest, pk: int) -> HttpResponse:
    """Tetapkan standar kompetensi of an open seat; another one from a later day leaves this one readable."""
    seat, today = seat_of(pk), clock.today()
    if seat is None or seat.closed_on is not None:
        raise Http404
    law = law_on(today)
    highest, standing = law["kompetensi.tingkat_tertinggi"], queries.standard_of(seat, today, law)
    form = StandardForm(
        posted(request), request.FILES or None, highest=highest.value, standing=standing.levels,
        initial={"effective_from": today},
    )  # fmt: skip
    context = {"seat": seat, "standing": standing, "highest": highest, "back": reverse("personnel:seat", args=[pk])}
    return answered(
        request, form, "competency/standard.html", context, lambda: _set(request, seat, form), context["back"]
    )


def _set(request: HttpRequest, seat: Any, form: StandardForm) -> None:
    given = form.cleaned_data
    scan = given["scan"]
    decree = {name: given[name] for name in ("decree_number", "decree_date", "decree_by")}
    decree["document"] = store_document(scan, by=user_of(request)) if scan else None
    actions.set_standard(
        seat=seat, standard=form.standard, effective_from=given["effective_from"], decree=decree, by=user_of(request)
    )
