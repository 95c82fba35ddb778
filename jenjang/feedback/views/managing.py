"""Putaran dan denyut bagi petugas: opened, watched, counted; how many, never who."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jenjang.accounts.access import requires
from jenjang.accounts.queries import user_can
from jenjang.feedback import (
    closing_round,
    opening_round,
    presenters_pulse,
    pulses,
    queries_pulse,
    queries_rounds,
    rounds,
)
from jenjang.feedback.forms import ReasonForm
from jenjang.feedback.jobs import close_round, propose_raters
from jenjang.feedback.models import Pulse, Round
from jenjang.feedback.permissions import MANAGE, WATCH
from jenjang.feedback.presenters_rounds import round_lines
from jenjang.feedback.rounds import Phase, phase_of
from jenjang.kernel import clock, jobs
from jenjang.kernel.queries import law_on
from jenjang.ui.answering import answered, found_or_404, tapped, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page

if TYPE_CHECKING:
    from jenjang.kernel.models import Job


@requires(WATCH)
@require_safe
def all_rounds(request: HttpRequest) -> HttpResponse:
    """Putaran 360°: how far each is."""
    return _rounds_page(request, Form())


def _rounds_page(request: HttpRequest, form: Form) -> HttpResponse:
    today = clock.today()
    listed = list(queries_rounds.rounds())
    running = next((one for one in listed if one.state in ("disiapkan", "berjalan", "dihitung")), None)
    context = {
        "lines": round_lines(listed, queries_rounds.figures_of(listed), today), "form": form, "running": running,
        "may_manage": user_can(user_of(request), MANAGE), "year": today.year, "numbers": opening_round.numbers(law_on(today)),
        "is_done_this_year": any(one.year == today.year and one.state != "dibatalkan" for one in listed),
        "can_be_counted": running is not None and phase_of(running, today) is Phase.OVER,
    }  # fmt: skip
    return render_page(request, "feedback/round/manage.html", context, status=422 if form.objections else 200)


@requires(MANAGE)
@require_POST
def open_round(request: HttpRequest) -> HttpResponse:
    """Membuka putaran tahun ini; raters are proposed by a job."""
    user = user_of(request)

    def act() -> Job:
        round = opening_round.open_round(by=user, on=clock.today())
        return jobs.start(propose_raters, by=user, round=round.pk, user=user.pk)

    return tapped(Form(request.POST), act, _to_job, lambda form: _rounds_page(request, form))


@requires(MANAGE)
@require_POST
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Melanjutkan usulan penilai yang terhenti."""
    found = found_or_404(_in_state(pk, "disiapkan"))
    user = user_of(request)
    return tapped(
        Form(request.POST), lambda: jobs.start(propose_raters, by=user, round=found.pk, user=user.pk), _to_job,
        lambda form: _rounds_page(request, form),
    )  # fmt: skip


@requires(MANAGE)
@require_POST
def count_round(request: HttpRequest, pk: int) -> HttpResponse:
    """Menghitung hasil, once the last day of filling in is over."""
    found = found_or_404(_in_state(pk, "berjalan", "dihitung"))
    user = user_of(request)

    def act() -> Job:
        closing_round.stop_answers(round=found, by=user, on=clock.today())
        return jobs.start(close_round, by=user, round=found.pk, user=user.pk)

    return tapped(Form(request.POST), act, _to_job, lambda form: _rounds_page(request, form))


@requires(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def cancel_round(request: HttpRequest, pk: int) -> HttpResponse:
    """Membatalkan putaran."""
    found = found_or_404(_in_state(pk, "disiapkan", "berjalan"))
    form = ReasonForm(posted(request))
    return answered(
        request, form, "feedback/round/cancel.html", {"round": found},
        lambda: rounds.cancel_round(round=found, reason=form.cleaned_data["reason"], by=user_of(request)),
        reverse("feedback:rounds"),
    )  # fmt: skip


@requires(WATCH)
@require_safe
def all_pulses(request: HttpRequest) -> HttpResponse:
    """Denyut: quarters, and how many take part."""
    return _pulses_page(request, Form())


def _pulses_page(request: HttpRequest, form: Form) -> HttpResponse:
    today = clock.today()
    listed = list(queries_pulse.pulses())
    waiting = next((one for one in listed if one.closed_at is None), None)
    figures = queries_pulse.figures_of(listed)
    context = {
        "lines": [(one, presenters_pulse.short_name(one), figures.get(one.pk)) for one in listed], "form": form,
        "waiting": waiting, "taking_part": queries_pulse.taking_part(waiting) if waiting else None,
        "days": law_on(today)["kinerja.denyut.lama"].value, "may_manage": user_can(user_of(request), MANAGE),
        "smallest": law_on(today)["kinerja.denyut.kelompok_terkecil"].value, **_next_quarter(listed),
        "can_be_counted": waiting is not None and today > waiting.closes_on,
    }  # fmt: skip
    return render_page(request, "feedback/pulse/manage.html", context, status=422 if form.objections else 200)


def _next_quarter(listed: list[Pulse]) -> dict[str, Any]:
    """This quarter, and whether it was asked already."""
    today = clock.today()
    quarter = pulses.quarter_number(today)
    return {
        "quarter": f"triwulan {presenters_pulse.ROMAN[quarter - 1]} {today.year}",
        "was_asked": any((one.year, one.quarter) == (today.year, quarter) for one in listed),
    }


@requires(MANAGE)
@require_POST
def open_pulse(request: HttpRequest) -> HttpResponse:
    """Membuka denyut triwulan ini."""
    return tapped(
        Form(request.POST), lambda: pulses.open_pulse(by=user_of(request), on=clock.today()), reverse("feedback:pulses"),
        lambda form: _pulses_page(request, form),
    )  # fmt: skip


@requires(MANAGE)
@require_POST
def count_pulse(request: HttpRequest, pk: int) -> HttpResponse:
    """Menghitung denyut yang hari terakhirnya lewat."""
    found = found_or_404(queries_pulse.pulse_of(pk))
    return tapped(
        Form(request.POST), lambda: pulses.close(pulse=found, on=clock.today()), reverse("feedback:pulses"),
        lambda form: _pulses_page(request, form),
    )  # fmt: skip


def _in_state(pk: int, *states: str) -> Round | None:
    found = queries_rounds.round_of(pk)
    return found if found is not None and found.state in states else None


def _to_job(job: Job) -> str:
    return reverse("kernel:job", args=[job.pk])
