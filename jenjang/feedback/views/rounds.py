"""Umpan balik 360 derajat: what I fill in, who rates me, what my team objects to, what came of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from jenjang.accounts.access import requires
from jenjang.feedback import presenters_rounds, queries_notes, queries_rounds, rounds
from jenjang.feedback.forms_rounds import ObjectForm, RateForm, SettleForm, StepBackForm
from jenjang.feedback.models import RaterGroup, Round
from jenjang.feedback.people import Voice
from jenjang.feedback.permissions import OWN
from jenjang.feedback.rounds import Phase, phase_of
from jenjang.feedback.values import guides_of, values_of
from jenjang.feedback.views.common import personal, voice_or_404
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.performance.skps import AUTHORITY
from jenjang.ui.answering import answered, found_or_404
from jenjang.ui.page import posted, render_page


@requires(OWN)
@require_safe
@personal
def own(request: HttpRequest) -> HttpResponse:
    """360° saya: forms to fill in, raters to look at, results of each year."""
    voice, today = voice_or_404(request), clock.today()
    round = queries_rounds.running()
    results = queries_rounds.results_of(voice.key) if voice.key else []
    context = {
        "round": round, "results": presenters_rounds.result_lines(results), "objections": 0,
        **(_running(voice, round) if round else {}),
    }  # fmt: skip
    if round and queries_rounds.open_objections().exists():
        context["objections"] = len(queries_rounds.objections_for(voice, today))
    return render_page(request, "feedback/round/own.html", context)


def _running(voice: Voice, round: Round) -> dict[str, Any]:
    today = clock.today()
    phase = phase_of(round, today)
    forms = queries_rounds.forms_of(round, voice) if phase is Phase.FILLING else []
    raters = queries_rounds.raters_of(round, voice.key) if voice.key else []
    names = queries_notes.names_of([*(one.employee_id for one in forms), *(one.rater_id for one in raters)])
    return {
        "phase": phase, "steps": presenters_rounds.steps_of(round, today),
        "forms": presenters_rounds.form_lines(forms, names), "raters": presenters_rounds.rater_lines(raters, names, phase),
        "left": sum(not one.is_done for one in forms),
    }  # fmt: skip


@requires(OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    """Menilai seseorang by the seven values."""
    voice, today = voice_or_404(request), clock.today()
    rater = found_or_404(queries_rounds.form_for(voice, pk))
    law = law_on(today)
    form = RateForm(posted(request), guides=guides_of(law), scale=law["kinerja.umpan_balik_360.skala"].value)

    def act() -> None:
        rounds.rate(rater=rater, scores=form.scores(), words=form.cleaned_data["words"], by=voice, on=today)
        messages.success(request, "Penilaian diterima tanpa nama Anda.")

    context = {
        "who": queries_notes.names_of([rater.employee_id]).get(rater.employee_id, ""), "rater": rater,
        "group": presenters_rounds.SEEN_AS[RaterGroup(rater.group)], "is_leader": rater.group == RaterGroup.LEADER,
        "is_open": phase_of(rater.round, today) is Phase.FILLING,
        "smallest": law["kinerja.umpan_balik.kelompok_terkecil"].value,
    }  # fmt: skip
    return answered(request, form, "feedback/round/fill.html", context, act, reverse("feedback:round"))


@requires(OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def step_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Mundur sebagai penilai."""
    voice, today = voice_or_404(request), clock.today()
    rater = found_or_404(queries_rounds.form_for(voice, pk))
    form = StepBackForm(posted(request))
    context = {"who": queries_notes.names_of([rater.employee_id]).get(rater.employee_id, ""), "rater": rater}
    return answered(
        request, form, "feedback/round/step_back.html", context,
        lambda: rounds.step_back(rater=rater, reason=form.cleaned_data["reason"], by=voice, on=today),
        reverse("feedback:round"),
    )  # fmt: skip


@requires(OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def object_to(request: HttpRequest, pk: int) -> HttpResponse:
    """Menyanggah seorang penilai."""
    voice, today = voice_or_404(request), clock.today()
    rater = found_or_404(queries_rounds.own_rater(voice, pk))
    form = ObjectForm(posted(request))
    names = queries_notes.names_of([rater.rater_id])
    context = {"who": names.get(rater.rater_id or 0, AUTHORITY), "rater": rater}
    return answered(
        request, form, "feedback/round/object.html", context,
        lambda: rounds.object_to(rater=rater, reason=form.cleaned_data["reason"], by=voice, on=today),
        reverse("feedback:round"),
    )  # fmt: skip


@requires(OWN)
@require_safe
@personal
def objections(request: HttpRequest) -> HttpResponse:
    """Sanggahan anggota tim yang menunggu putusan."""
    voice, today = voice_or_404(request), clock.today()
    rows = queries_rounds.objections_for(voice, today)
    names = queries_notes.names_of(key for one in rows for key in (one.employee_id, one.rater_id))
    context = {"lines": presenters_rounds.objection_lines(rows, names)}
    return render_page(request, "feedback/round/objections.html", context)


@requires(OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Memutus sanggahan."""
    voice, today = voice_or_404(request), clock.today()
    rater = found_or_404(queries_rounds.objection_for(voice, pk, today))
    form = SettleForm(posted(request))
    names = queries_notes.names_of([rater.employee_id, rater.rater_id])
    (line,) = presenters_rounds.objection_lines([rater], names)
    return answered(
        request, form, "feedback/round/settle.html", {"line": line},
        lambda: rounds.settle(
            rater=rater, granted=form.is_granted, reason=form.cleaned_data["reason"], by=voice, on=today
        ),
        reverse("feedback:objections"),
    )  # fmt: skip


@requires(OWN)
@require_safe
def result(request: HttpRequest, pk: int) -> HttpResponse:
    """Hasil 360° setahun: what each group said on each value, and how it became a predicate."""
    voice, today = voice_or_404(request), clock.today()
    found = found_or_404(queries_rounds.result_for(voice, pk, today))
    values = values_of(law_on(found.law_on))
    content = queries_rounds.content_of(found)
    groups = presenters_rounds.group_lines(content, values)
    context = {
        "result": found, "predicate": presenters_rounds.LABELS.get(found.predicate, ""), "groups": groups,
        "rows": [(name, [(group.label, group.averages[place]) for group in groups]) for place, name in enumerate(values.values())],
        "findings": presenters_rounds.finding_lines(content), "is_own": found.employee_id == voice.key,
        "who": queries_notes.names_of([found.employee_id]).get(found.employee_id, ""),
    }  # fmt: skip
    return render_page(request, "feedback/round/result.html", context)
