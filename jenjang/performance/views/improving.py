"""Pembinaan kinerja: the list, one plan with its steps, beginning and closing it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from jenjang.accounts.access import requires
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.performance import (
    improving,
    presenters_improving,
    presenters_rating,
    queries_evaluating,
    queries_improving,
    scopes,
)
from jenjang.performance.forms_improving import BeginForm, CloseForm, DoneForm, StepForm
from jenjang.performance.models import ImprovementPlan, ImprovementStep
from jenjang.performance.permissions import APPRAISE, OWN
from jenjang.ui import paging
from jenjang.ui.answering import answered, found_or_404, tapped, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page


@requires(OWN)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Pembinaan: the own, of one's team, or of one's scope; and who still has no plan."""
    user, today, state = user_of(request), clock.today(), request.GET.get("keadaan", "")
    context: dict[str, Any] = {"chips": presenters_improving.chips(state)}
    if state == queries_improving.MISSING:
        page = paging.sheet(request, queries_improving.without_plan(user, today))
        context["missing"] = [
            presenters_improving.missing_row(one, user_appraises=scopes.appraises(user, one.skp)) for one in page
        ]
    else:
        page = paging.sheet(request, queries_improving.plans(user, state))
        context["rows"] = [presenters_improving.row_of(one, today) for one in page]
        context["many_missing"] = queries_improving.without_plan(user, today).order_by().count()
    context["page"] = page
    return render_page(request, "performance/improving/listing.html", context)


@requires(APPRAISE)
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Memulai pembinaan from a yearly result."""
    user, today = user_of(request), clock.today()
    found = found_or_404(queries_evaluating.appraised_evaluation(user, pk))
    form, law = BeginForm(posted(request)), law_on(today)
    context = {
        "evaluation": found,
        "name": presenters_rating.name_of(found.employee),
        "checked": improving.may_begin(found, law),
        "ends": improving.ends_of(today, law),
    }
    return answered(
        request, form, "performance/improving/begin.html", context,
        lambda: improving.begin(evaluation=found, aim=form.cleaned_data["aim"], steps=form.steps(), by=user, on=today),
    )  # fmt: skip


@requires(OWN)
@require_safe
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Satu rencana: what must mend, the steps and their days."""
    return _page(request, _plan_or_404(request, pk))


@requires(APPRAISE)
def add_step(request: HttpRequest, pk: int) -> HttpResponse:
    """Menambah langkah."""
    found, form = _guided_or_404(request, pk), StepForm(posted(request))
    return answered(
        request, form, "performance/improving/step.html", _context(request, found),
        lambda: improving.add_step(plan=found, step=form.step(), by=user_of(request)), then=found.get_absolute_url(),
    )  # fmt: skip


@requires(OWN)
def do_step(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """Menyatakan langkah selesai, by the person."""
    found = _plan_or_404(request, pk)
    person = scopes.own_employee(user_of(request))
    found_or_404(person if person and person.pk == found.employee_id else None)
    chosen, form = _step_or_404(found, step), DoneForm(posted(request))
    return answered(
        request, form, "performance/improving/done.html", {**_context(request, found), "step": chosen},
        lambda: improving.do_step(step=chosen, note=form.cleaned_data["note"], by=user_of(request), on=clock.today()),
        then=found.get_absolute_url(),
    )  # fmt: skip


@requires(APPRAISE)
@require_POST
def remove_step(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """Menghapus langkah yang belum dikerjakan."""
    found = _guided_or_404(request, pk)
    chosen = _step_or_404(found, step)
    return tapped(
        Form(request.POST), lambda: improving.remove_step(step=chosen, by=user_of(request)), found.get_absolute_url(),
        lambda form: _page(request, found, form),
    )  # fmt: skip


@requires(APPRAISE)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Menutup pembinaan with what was found."""
    found, form = _guided_or_404(request, pk), CloseForm(posted(request))
    return answered(
        request, form, "performance/improving/close.html", _context(request, found),
        lambda: improving.close(plan=found, **form.cleaned_data, by=user_of(request), on=clock.today()),
        then=found.get_absolute_url(),
    )  # fmt: skip


def _plan_or_404(request: HttpRequest, pk: int) -> ImprovementPlan:
    found: ImprovementPlan = found_or_404(queries_improving.plan_for(user_of(request), pk))
    return found


def _guided_or_404(request: HttpRequest, pk: int) -> ImprovementPlan:
    """A plan through which the user leads somebody."""
    found = _plan_or_404(request, pk)
    found_or_404(improving.guides(user_of(request), found) or None)
    return found


def _step_or_404(found: ImprovementPlan, pk: int) -> ImprovementStep:
    step: ImprovementStep = found_or_404(queries_improving.step_of(found, pk))
    return step


def _page(request: HttpRequest, found: ImprovementPlan, form: Form | None = None) -> HttpResponse:
    person, today = scopes.own_employee(user_of(request)), clock.today()
    steps = queries_improving.steps_of(found)
    is_closed = getattr(found, "outcome", None) is not None
    context = {
        **_context(request, found),
        "form": form,
        "steps": presenters_improving.step_lines(steps, today),
        "is_owner": person is not None and person.pk == found.employee_id,
        "guides": improving.guides(user_of(request), found),
        "is_closed": is_closed,
        "ended": presenters_improving.closed_event(found),
        "facts": presenters_improving.head_facts(found),
    }
    return render_page(request, "performance/improving/plan.html", context, status=422 if form else 200)


def _context(request: HttpRequest, found: ImprovementPlan) -> dict[str, Any]:
    return {
        "plan": found,
        "name": presenters_rating.name_of(found.employee),
        "url": found.get_absolute_url(),
        "state": presenters_improving.plan_state(found, clock.today()),
    }
