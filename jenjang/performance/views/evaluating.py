"""Evaluasi satu orang: read, filled in and sent by the person, rated and handed over by the appraiser."""

from __future__ import annotations

from collections.abc import Container
from functools import partial
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from jenjang.accounts.access import requires
from jenjang.kernel import clock, documents
from jenjang.kernel.queries import law_on
from jenjang.performance import (
    evaluations,
    handing,
    presenters_evaluating,
    presenters_rating,
    presenters_steps,
    queries_evaluating,
)
from jenjang.performance.forms_evaluating import RateForm, RealizationForm, SelfAssessmentForm
from jenjang.performance.models import Evaluation
from jenjang.performance.permissions import APPRAISE, OWN
from jenjang.performance.queries_evaluating import Reading
from jenjang.performance.queries_evidence import evidence_in
from jenjang.ui.answering import answered, found_or_404, tapped, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page

FINISH = "nilai"
OPEN = evaluations.WAITING_FOR_RATING | evaluations.RATED


@requires(OWN)
@require_safe
def own_list(request: HttpRequest) -> HttpResponse:
    """Evaluasi saya."""
    found = queries_evaluating.own_evaluations(user_of(request))
    return render_page(
        request, "performance/evaluating/own.html", {"rows": presenters_evaluating.own_rows(found, clock.today())}
    )


@requires(OWN)
@require_safe
def evaluation(request: HttpRequest, pk: int) -> HttpResponse:
    """Satu evaluasi, as far as the reader may see it."""
    return evaluation_page(request, found_or_404(queries_evaluating.evaluation_for(user_of(request), pk)))


@requires(OWN)
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    """Mengisi realisasi, prefilled from progress; then on to sending, or kept for later."""
    reading = _own_reading(request, pk)
    if _is_past(request, reading.evaluation):
        return redirect(reading.evaluation)
    lines = presenters_evaluating.result_lines(reading)
    initial = {f"r-{line.pk}": line.realization or presenters_evaluating.prefilled(line.done) for line in lines}
    form = RealizationForm(posted(request), lines=lines, initial=initial)
    goes_on = request.POST.get("aksi") == "lanjut"
    then = presenters_evaluating.url_of("send_review" if goes_on else "fill", reading.evaluation)
    return answered(
        request, form, "performance/evaluating/fill.html", context_of(reading),
        lambda: _keep(request, reading, form, goes_on=goes_on), then=then,
    )  # fmt: skip


def _keep(request: HttpRequest, reading: Reading, form: RealizationForm, *, goes_on: bool) -> None:
    evaluations.write_review(
        evaluation=reading.evaluation, realizations=form.realizations(), by=user_of(request)
    )  # fmt: skip
    if not goes_on:
        messages.success(request, "Tersimpan. Isian belum dikirim; lanjutkan kapan saja.")


@requires(OWN)
def send_review(request: HttpRequest, pk: int) -> HttpResponse:
    """Mengirim isian with a self-assessment."""
    reading = _own_reading(request, pk)
    if _is_past(request, reading.evaluation):
        return redirect(reading.evaluation)
    form = SelfAssessmentForm(posted(request))
    context = {**context_of(reading), "quadrant": presenters_rating.quadrant(reading.law)}
    return answered(
        request, form, "performance/evaluating/send.html", context,
        lambda: evaluations.send_review(
            evaluation=reading.evaluation, **form.ratings(), note=form.cleaned_data["note"], by=user_of(request),
            on=clock.today(),
        ),
        then=reading.evaluation.get_absolute_url(),
    )  # fmt: skip


@requires(OWN)
def take_back_review(request: HttpRequest, pk: int) -> HttpResponse:
    """Menarik isian."""
    found = found_or_404(queries_evaluating.own_evaluation(user_of(request), pk))
    return _tap(request, found, partial(evaluations.take_back, evaluation=found, by=user_of(request)))


@requires(APPRAISE)
def rate(request: HttpRequest, pk: int) -> HttpResponse:
    """Umpan balik per hasil dan per nilai, dan kedua rating; kept as a draft, or given."""
    found = found_or_404(queries_evaluating.appraised_evaluation(user_of(request), pk))
    if _is_past(request, found, OPEN):
        return redirect(found)
    reading, finishing = reading_for(request, found), request.POST.get("aksi") == FINISH
    lines, values = presenters_evaluating.result_lines(reading), presenters_evaluating.value_lines(reading)
    form = RateForm(
        posted(request), lines=lines, values=values, is_rated=found.state == "dinilai", finishing=finishing,
        initial=presenters_evaluating.rating_initial(reading),
    )  # fmt: skip
    context = {
        **context_of(reading),
        "said": reading.said,
        "said_words": presenters_evaluating.said_words(reading),
        "checked": evaluations.may_rate(found, reading.day, reading.law),
        "relation": queries_evaluating.relation_to(found, user_of(request), reading.day),
        "earlier": presenters_rating.earlier_rows(queries_evaluating.earlier_in_year(found)),
        "quadrant": presenters_rating.quadrant(reading.law, *presenters_evaluating.chosen_ratings(reading)),
    }
    then = found.get_absolute_url() if finishing else request.path
    return answered(
        request, form, "performance/evaluating/rate.html", context, lambda: _give(request, found, form, finishing), then=then
    )  # fmt: skip


def _give(request: HttpRequest, found: Evaluation, form: RateForm, finishing: bool) -> None:
    by, given = user_of(request), form.cleaned_data
    evaluations.write_feedback(evaluation=found, **form.feedback(), by=by)
    if finishing:
        evaluations.rate(
            evaluation=found,
            **form.ratings(),
            note=given["note"],
            reason=given.get("reason", ""),
            by=by,
            on=clock.today(),
        )
    else:
        evaluations.draft_rating(evaluation=found, **form.ratings(), note=given["note"], by=by)
        messages.success(request, "Rancangan tersimpan. Pegawai belum melihatnya.")


@requires(APPRAISE)
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Menyerahkan hasil satu orang."""
    found = found_or_404(queries_evaluating.appraised_evaluation(user_of(request), pk))
    return _tap(
        request, found, partial(handing.release, evaluation=found, by=user_of(request), on=clock.today())
    )  # fmt: skip


@requires(OWN)
@require_safe
def proof(request: HttpRequest, pk: int, evidence: int) -> HttpResponseBase:
    """Satu berkas bukti, for everybody who may read the evaluation that it proves."""
    reading = reading_for(request, found_or_404(queries_evaluating.evaluation_for(user_of(request), pk)))
    use = evidence_in(reading.agreed.keys, reading.window, evidence)
    if use is None or use.evidence.document is None:
        raise Http404
    return documents.send(use.evidence.document, inline=True)


def evaluation_page(request: HttpRequest, found: Evaluation, form: Form | None = None) -> HttpResponse:
    """The page; `form` says why a tap on it was refused."""
    reading = reading_for(request, found)
    context = {
        **context_of(reading),
        "form": form,
        "step": presenters_steps.step_of(reading),
        "actions": presenters_steps.actions_of(reading),
        "facts": presenters_evaluating.head_facts(reading),
        "lines": presenters_evaluating.result_lines(reading),
        "values": presenters_evaluating.value_lines(reading),
        "quadrant": presenters_evaluating.shown_quadrant(reading),
        "assessments": presenters_evaluating.assessment_events(reading.assessments),
        "way": presenters_evaluating.way_of(reading),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form else HTTPStatus.OK
    return render_page(request, "performance/evaluating/evaluation.html", context, status=status)


def _tap(request: HttpRequest, found: Evaluation, act: Any) -> HttpResponse:
    """A button without fields; refused, the page says why. Whoever only comes by its address sees the page that it stands on."""
    if request.method != "POST":
        return redirect(found)
    return tapped(Form(request.POST), act, found.get_absolute_url(), partial(evaluation_page, request, found))


def _own_reading(request: HttpRequest, pk: int) -> Reading:
    """One's own evaluation; the same answer for none and for another's."""
    return reading_for(request, found_or_404(queries_evaluating.own_evaluation(user_of(request), pk)))


def _is_past(request: HttpRequest, found: Evaluation, states: Container[str] = ("terbuka",)) -> bool:
    """Whether a form is only opened too late. What was typed in time comes back with the reason why it is too late."""
    return request.method != "POST" and found.state not in states


def reading_for(request: HttpRequest, found: Evaluation) -> Reading:
    day = clock.today()
    return queries_evaluating.reading_of(found, user_of(request), law_on(day), day)


def context_of(reading: Reading) -> dict[str, Any]:
    """What every page of an evaluation shows around itself."""
    one = reading.evaluation
    return {
        "evaluation": one,
        "reading": reading,
        "period": reading.period,
        "name": presenters_rating.name_of(one.employee),
        "state": presenters_rating.state_tag(one.state),
    }
