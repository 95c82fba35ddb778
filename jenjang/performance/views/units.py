"""Unit: its objectives and their indicators, the agreement with the leader above, what was reached of it."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from jenjang.accounts.access import requires
from jenjang.kernel import clock, documents
from jenjang.kernel.actions import store_document
from jenjang.performance import (
    periods,
    presenters_units,
    presenters_year,
    queries_planning,
    queries_units,
    unit_agreements,
    unit_plans,
    unit_results,
)
from jenjang.performance.content import read
from jenjang.performance.forms_planning import MoveForm
from jenjang.performance.forms_units import ObjectiveForm, ProposeForm, ReachedForm, ReturnForm, UnitSearchForm
from jenjang.performance.models import Objective, PerformanceYear
from jenjang.performance.permissions import OWN, UNIT_AGREE, UNIT_PLAN
from jenjang.performance.queries_units import UnitPage
from jenjang.performance.views.common import saying
from jenjang.ui import paging
from jenjang.ui.answering import answered, found_or_404, tapped, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page


@requires(UNIT_PLAN)
@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """Unit yang dikelola, with how far each is."""
    years = queries_planning.known_years()
    year = queries_planning.chosen_year(years, request.GET.get("tahun", ""), clock.today())
    if year is None and request.GET.get("tahun"):
        raise Http404
    form = UnitSearchForm(request.GET or None)
    text = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    rows = queries_units.unit_rows(user_of(request), year, text) if year else []
    lines = [(row, *presenters_units.row_state(row)) for row in rows]
    context = {"year": year, "form": form, "sheet": paging.sheet(request, lines), "text": text}
    context["chips"] = presenters_year.year_chips(years, year)
    return render_page(request, "performance/planning/units.html", context)


@requires(OWN)
@require_safe
def unit_now(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Unit pada tahun yang berjalan."""
    unit, years = found_or_404(queries_units.open_unit(pk)), queries_planning.known_years()
    year = found_or_404(queries_planning.chosen_year(years, "", clock.today()))
    return redirect("performance:unit", unit.pk, year.year)


@requires(OWN)
@require_safe
def unit(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Sasaran, perjanjian, dan capaian satu unit dalam satu tahun."""
    return _unit_page(request, *_place_or_404(pk, year))


def _unit_page(request: HttpRequest, unit: Any, year: PerformanceYear, form: Form | None = None) -> HttpResponse:
    page = queries_units.unit_page(user_of(request), unit, year, clock.today())
    decision = unit_agreements.may_propose(unit.pk, year, page.ends) if page.is_open and page.differs else None
    context = {
        "page": page,
        "unit": unit,
        "year": year,
        "form": form,
        "chips": presenters_units.year_chips(queries_planning.known_years(), unit.pk, year),
        "status": presenters_units.status_of(page),
        "step": presenters_units.step_of(page, decision),
        "lines": presenters_units.objective_lines(page),
        "head": presenters_units.head_name(page),
        "leader": presenters_units.leader_name(page),
    }
    status = HTTPStatus.OK if form is None else HTTPStatus.UNPROCESSABLE_ENTITY
    return render_page(request, "performance/planning/unit.html", context, status=status)


@requires(UNIT_PLAN)
def add_objective(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Tambah sasaran."""
    unit, found = _cared_or_404(request, pk, year)
    form = ObjectiveForm(posted(request), above=unit_plans.objectives_above(unit.pk, found), indicators=[])
    act = lambda: unit_plans.add_objective(unit=unit, year=found, draft=form.draft(), by=user_of(request))  # noqa: E731
    return _written(request, form, unit, found, {"title": "Tambah sasaran"}, act)


@requires(UNIT_PLAN)
def change_objective(request: HttpRequest, pk: int) -> HttpResponse:
    """Ubah sasaran dan indikatornya."""
    one = _objective_or_404(request, pk)
    initial = {"text": one.text, "parent": one.parent_id}
    above = unit_plans.objectives_above(one.unit_id, one.year)
    form = ObjectiveForm(posted(request), above=above, indicators=list(one.indicators.all()), initial=initial)
    act = lambda: unit_plans.change_objective(objective=one, draft=form.draft(), by=user_of(request))  # noqa: E731
    return _written(request, form, one.unit, one.year, {"title": "Ubah sasaran", "objective": one}, act)


def _written(
    request: HttpRequest, form: ObjectiveForm, unit: Any, year: PerformanceYear, context: dict[str, Any], act: Any
) -> HttpResponse:
    """The form of an objective; "lanjut" keeps it open for further lines. A plan that waits is only read."""
    decision = unit_plans.may_write(unit.pk, year)
    if not decision.allowed:
        form.objections.extend(decision.objections)
        return _unit_page(request, unit, year, form)

    def goes_on(made: Objective) -> str:
        if "lanjut" in request.POST:
            return reverse("performance:change_objective", args=[made.pk])
        return unit_agreements.url_of(unit.pk, year)

    context = {"unit": unit, "year": year, "done": "Sasaran tersimpan.", **context}
    return answered(request, form, "performance/planning/objective.html", context, act, goes_on)


@requires(UNIT_PLAN)
@require_POST
def remove_objective(request: HttpRequest, pk: int) -> HttpResponse:
    """Hapus sasaran."""
    one = _objective_or_404(request, pk)
    act = lambda: unit_plans.remove_objective(objective=one, by=user_of(request))  # noqa: E731
    return _tap(request, Form(request.POST), one.unit, one.year, saying(request, "Sasaran dihapus.", act))


@requires(UNIT_PLAN)
@require_POST
def move_objective(request: HttpRequest, pk: int) -> HttpResponse:
    """Naikkan atau turunkan sasaran."""
    one, form = _objective_or_404(request, pk), MoveForm(request.POST)
    act = lambda: unit_plans.move_objective(objective=one, up=form.cleaned_data["arah"] == "naik", by=user_of(request))  # noqa: E731
    return _tap(request, form, one.unit, one.year, act)


@requires(UNIT_PLAN)
@require_POST
def copy_objectives(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Salin sasaran tahun lalu."""
    unit, found = _cared_or_404(request, pk, year)
    act = lambda: unit_plans.copy_objectives(unit=unit, year=found, by=user_of(request))  # noqa: E731
    return _tap(request, Form(request.POST), unit, found, saying(request, "Sasaran tahun lalu tersalin.", act))


@requires(UNIT_PLAN)
def propose(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Ajukan perjanjian kepada pimpinan di atasnya; shown once more as it will be read."""
    unit, found = _cared_or_404(request, pk, year)
    page = queries_units.unit_page(user_of(request), unit, found, clock.today())
    form = ProposeForm(posted(request), is_change=bool(page.agreements))
    context = {"unit": unit, "year": found, "page": page, "leader": presenters_units.leader_name(page)}
    context["done"] = "Perjanjian diajukan."
    return answered(
        request, form, "performance/planning/propose.html", context,
        lambda: unit_agreements.propose(
            unit=unit, year=found, by=user_of(request), on=clock.today(), reason=form.cleaned_data["reason"]
        ),
        then=unit_agreements.url_of(unit.pk, found),
    )  # fmt: skip


@requires(UNIT_PLAN)
@require_POST
def withdraw(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Tarik kembali usul perjanjian."""
    unit, found = _cared_or_404(request, pk, year)
    page = queries_units.unit_page(user_of(request), unit, found, clock.today())
    return _settle(request, page, unit_agreements.withdraw, "Usul ditarik kembali.")


@requires(UNIT_AGREE)
@require_POST
def agree(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Sepakati perjanjian unit di bawahnya."""
    page = _page_above_or_404(request, pk, year)
    return _settle(
        request, page, partial(unit_agreements.agree, on=clock.today()), "Perjanjian disepakati dan disegel."
    )


@requires(UNIT_AGREE)
def send_back(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Kembalikan perjanjian dengan alasan."""
    page = _page_above_or_404(request, pk, year)
    proposal = found_or_404(page.proposal)
    form = ReturnForm(posted(request))
    return answered(
        request, form, "performance/planning/send_back.html",
        {"unit": page.unit, "year": page.year, "done": "Perjanjian dikembalikan dengan alasannya."},
        lambda: unit_agreements.send_back(
            proposal=proposal, reason=form.cleaned_data["reason"], by=user_of(request), on=clock.today()
        ),
        then=unit_agreements.url_of(page.unit.pk, page.year),
    )  # fmt: skip


def _settle(request: HttpRequest, page: UnitPage, act: Any, words: str) -> HttpResponse:
    """One tap that settles what waits; where nothing waits any more, the page says so."""
    form = Form(request.POST)
    if page.proposal is None:
        form.objections.append(presenters_units.SETTLED)
        return _unit_page(request, page.unit, page.year, form)
    acts = saying(request, words, lambda: act(proposal=page.proposal, by=user_of(request)))
    return _tap(request, form, page.unit, page.year, acts)


def _page_above_or_404(request: HttpRequest, pk: int, year: int) -> UnitPage:
    """The page of a unit, for the leader above it."""
    unit, found = _place_or_404(pk, year)
    page: UnitPage = queries_units.unit_page(user_of(request), unit, found, clock.today())
    return page if page.is_above else found_or_404(None)


@requires(OWN)
@require_safe
def agreement(request: HttpRequest, pk: int, year: int, version: int) -> HttpResponse:
    """Satu versi perjanjian kinerja, as it was sealed."""
    unit, found = _place_or_404(pk, year)
    sealed, changes = found_or_404(queries_units.agreement_of(unit, found, version))
    lines = presenters_units.sealed_objectives(read(sealed.content))
    context = {"unit": unit, "year": found, "agreement": sealed, "changes": changes, "lines": lines}
    return render_page(request, "performance/planning/agreement.html", context)


@requires(UNIT_PLAN)
def results(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Catat capaian satu masa."""
    unit, found = _cared_or_404(request, pk, year)
    period = _period_or_404(request, found)
    indicators = queries_units.indicators_of(unit, found)
    there = unit_results.newest(unit.pk, found, period.number)
    form = ReachedForm(posted(request), request.FILES or None, indicators=indicators, there=there)
    chips = presenters_units.period_chips(unit.pk, found, period.number, clock.today())
    return answered(
        request, form, "performance/planning/reached.html",
        {"unit": unit, "year": found, "period": period, "chips": chips, "indicators": indicators, "done": "Capaian tersimpan."},
        lambda: _record(request, unit, found, period.number, form), then=unit_agreements.url_of(unit.pk, found),
    )  # fmt: skip


def _record(request: HttpRequest, unit: Any, year: PerformanceYear, period: int, form: ReachedForm) -> None:
    scan = form.cleaned_data["document"]
    unit_results.record(
        unit=unit, year=year, period=period, reached=form.reached(), by=user_of(request), on=clock.today(),
        document=store_document(scan, by=user_of(request)) if scan else None,
    )  # fmt: skip


@requires(OWN)
@require_safe
def paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Bukti capaian unit."""
    found = found_or_404(queries_units.result_with_document(user_of(request), pk))
    return documents.send(found.document, inline=True)


def _period_or_404(request: HttpRequest, year: PerformanceYear) -> periods.Period:
    """The period that the address names; else the last that has begun."""
    begun = [one for one in periods.periods_of(year.year, year.rhythm) if one.first <= clock.today()]
    typed = request.GET.get("masa", "")
    parts = [one for one in begun if one.number != periods.YEARLY] or begun
    found = next((one for one in begun if str(one.number) == typed), None) if typed else parts[-1] if parts else None
    period: periods.Period = found_or_404(found)
    return period


def _tap(request: HttpRequest, form: Form, unit: Any, year: PerformanceYear, act: Any) -> HttpResponse:
    return tapped(form, act, unit_agreements.url_of(unit.pk, year), lambda form: _unit_page(request, unit, year, form))


def _place_or_404(pk: int, year: int) -> tuple[Any, PerformanceYear]:
    return found_or_404(queries_units.open_unit(pk)), found_or_404(queries_units.year_numbered(year))


def _cared_or_404(request: HttpRequest, pk: int, year: int) -> tuple[Any, PerformanceYear]:
    """A unit in the reader's care; another's is not found."""
    unit, found = _place_or_404(pk, year)
    return (unit, found) if queries_units.may_plan(user_of(request), unit.pk) else found_or_404(None)


def _objective_or_404(request: HttpRequest, pk: int) -> Objective:
    one: Objective = found_or_404(queries_units.objective(pk))
    return one if queries_units.may_plan(user_of(request), one.unit_id) else found_or_404(None)
