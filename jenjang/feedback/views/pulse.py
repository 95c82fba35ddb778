"""Denyut suasana kerja: five questions, and the trend of a unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from jenjang.accounts.access import requires
from jenjang.accounts.queries import user_can
from jenjang.feedback import presenters_pulse, pulses, queries_pulse
from jenjang.feedback.forms_rounds import PulseForm
from jenjang.feedback.people import voice_of
from jenjang.feedback.permissions import OWN, VIEW, WATCH
from jenjang.feedback.views.common import personal, voice_or_404
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.ui.answering import answered, found_or_404, user_of
from jenjang.ui.page import posted, render_page
from jenjang.ui.paging import sheet

UNITS_A_PAGE = 30


@requires(VIEW)
@require_safe
def pulse(request: HttpRequest) -> HttpResponse:
    """Denyut: the form while it is open, the trend of the agency, and the units that one may read."""
    user, today = user_of(request), clock.today()
    voice, running = voice_of(user), queries_pulse.running(today)
    units = queries_pulse.visible_units(user, voice).values("pk", "name")
    page = sheet(request, units, UNITS_A_PAGE)
    quarters = queries_pulse.trend(None)
    latest = queries_pulse.groups_of(quarters[-1].pulse if quarters else None, (one["pk"] for one in page))
    context = {
        **_trend(quarters), "page": page, "units": presenters_pulse.unit_lines(page, latest), "running": running,
        "may_fill": bool(running and voice and pulses.is_in_a_unit(voice) and not pulses.has_answered(running, voice)),
        "may_watch": user_can(user, WATCH),
    }  # fmt: skip
    return render_page(request, "feedback/pulse/pulse.html", context)


@requires(VIEW)
@require_safe
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Perjalanan denyut suatu unit."""
    user = user_of(request)
    found = found_or_404(queries_pulse.visible_units(user, voice_of(user)).filter(pk=pk).first())
    return render_page(request, "feedback/pulse/unit.html", {**_trend(queries_pulse.trend(found.pk)), "unit": found})


def _trend(quarters: Sequence[queries_pulse.Quarter]) -> dict[str, Any]:
    return {
        "chart": presenters_pulse.chart_of(quarters), "quarters": presenters_pulse.quarter_lines(quarters),
        "heads": presenters_pulse.heads(), "smallest": law_on(clock.today())["kinerja.denyut.kelompok_terkecil"].value,
    }  # fmt: skip


@requires(OWN)
@require_http_methods(["GET", "HEAD", "POST"])
@personal
def fill(request: HttpRequest) -> HttpResponse:
    """Mengisi denyut yang dibuka."""
    voice, today = voice_or_404(request), clock.today()
    running = queries_pulse.running(today)
    if running is None:
        return render_page(request, "feedback/pulse/fill.html", {})
    form = PulseForm(posted(request))

    def act() -> None:
        pulses.fill(pulse=running, scores=form.cleaned_data, by=voice, on=today)
        messages.success(request, "Jawaban diterima tanpa nama Anda.")

    context = {
        "pulse": running, "has_answered": pulses.has_answered(running, voice), "in_a_unit": pulses.is_in_a_unit(voice),
        "smallest": law_on(today)["kinerja.denyut.kelompok_terkecil"].value,
    }  # fmt: skip
    return answered(request, form, "feedback/pulse/fill.html", context, act, reverse("feedback:pulse"))
