"""Persiapan: samples of results, drafts for everybody who has none, years that are opened, appraisers that are named."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from jenjang.accounts.access import requires
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.organization.queries import subtree_ids
from jenjang.performance import (
    copying,
    drafting,
    queries_planning,
    queries_units,
    result_templates,
    scopes,
    starting,
    unit_appraisers,
    years,
)
from jenjang.performance.forms_units import OpenYearForm, TemplateForm, UnitAppraiserForm, WayForm
from jenjang.performance.models import PerformanceYear, ResultTemplate
from jenjang.performance.permissions import UNIT_PLAN, YEAR_MANAGE
from jenjang.performance.skps import AUTHORITY
from jenjang.performance.states import YEAR
from jenjang.personnel.queries import full_names
from jenjang.ui import paging
from jenjang.ui.answering import answered, found_or_404, user_of
from jenjang.ui.page import posted, render_page


@requires(UNIT_PLAN)
def templates(request: HttpRequest, pk: int) -> HttpResponse:
    """Contoh hasil kerja unit ini."""
    unit = _cared_or_404(request, pk)
    everywhere = scopes.units_in_care(user_of(request)) is None
    sheet = paging.sheet(request, queries_units.templates_of(unit, with_posts=everywhere))
    lines = [(one, copying.measures_of(one.indicators)) for one in sheet.rows]
    context = {"unit": unit, "sheet": sheet, "lines": lines}
    return render_page(request, "performance/planning/templates.html", context)


@requires(UNIT_PLAN)
def add_template(request: HttpRequest, pk: int) -> HttpResponse:
    """Tambah contoh."""
    return _template(request, _cared_or_404(request, pk), None, "Tambah contoh")


@requires(UNIT_PLAN)
def change_template(request: HttpRequest, pk: int, template: int) -> HttpResponse:
    """Ubah contoh."""
    unit = _cared_or_404(request, pk)
    return _template(request, unit, _template_or_404(request, unit, template), "Ubah contoh")


@requires(UNIT_PLAN)
@require_POST
def delete_template(request: HttpRequest, pk: int, template: int) -> HttpResponse:
    """Hapus contoh."""
    unit = _cared_or_404(request, pk)
    result_templates.delete_template(template=_template_or_404(request, unit, template), by=user_of(request))
    messages.success(request, "Contoh dihapus.")
    return redirect("performance:templates", unit.pk)


def _template(request: HttpRequest, unit: Any, one: ResultTemplate | None, heading: str) -> HttpResponse:
    everywhere = scopes.units_in_care(user_of(request)) is None
    initial = {"text": one.text, "title": one.title, "scope": "unit" if one.unit_id else "jabatan"} if one else {}
    measures = copying.measures_of(one.indicators) if one else ()
    form = TemplateForm(posted(request), unit=unit, everywhere=everywhere, measures=measures, initial=initial)
    return answered(
        request, form, "performance/planning/template.html",
        {"unit": unit, "template": one, "heading": heading, "done": "Contoh tersimpan."},
        lambda: result_templates.save_template(
            unit=unit if form.cleaned_data["scope"] == "unit" else None, title=form.cleaned_data["title"],
            text=form.cleaned_data["text"], measures=form.measures(), by=user_of(request), template=one,
        ),
        then=reverse("performance:templates", args=[unit.pk]),
    )  # fmt: skip


@requires(UNIT_PLAN)
def prepare(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Siapkan rancangan SKP bagi yang belum punya, in the background."""
    unit, found = _cared_or_404(request, pk), found_or_404(queries_units.year_numbered(year))
    people = drafting.without_skp(found, subtree_ids([unit.pk]))
    form = WayForm(posted(request))
    sheet = paging.sheet(request, people, per_page=25)
    return answered(
        request,
        form,
        "performance/planning/prepare.html",
        {"unit": unit, "year": found, "sheet": sheet},
        lambda: drafting.prepare_for_all(unit=unit, year=found, way=form.cleaned_data["way"], by=user_of(request)),
    )


@requires(YEAR_MANAGE)
def performance_years(request: HttpRequest) -> HttpResponse:
    """Tahun kinerja: open one, and say who appraises where no head seat says it."""
    found, today = queries_planning.known_years(), clock.today()
    form = OpenYearForm(posted(request), initial={"tahun": _next_year(found)})
    sheet = paging.sheet(request, unit_appraisers.without_head_seat(today))
    names = full_names([key for one in sheet.rows if (key := one.appraiser)])
    context = {
        "years": [(one, YEAR.labels[one.state]) for one in found],
        "sheet": sheet,
        "lines": [(one, names.get(one.appraiser or 0, AUTHORITY)) for one in sheet.rows],
        "coming": today.year + 1,
        "opens": years.opens_on(today.year + 1, law_on(today)),
        "done": "Tahun dibuka.",
    }
    return answered(
        request, form, "performance/planning/years.html", context,
        lambda: years.open_year(year=form.cleaned_data["tahun"], by=user_of(request), on=today),
        then=reverse("performance:years"),
    )  # fmt: skip


@requires(YEAR_MANAGE)
@require_POST
def follow_line(request: HttpRequest) -> HttpResponse:
    """Sesuaikan penilai: now instead of tonight."""
    return redirect(starting.start_following(by=user_of(request)))


@requires(YEAR_MANAGE)
def unit_appraiser(request: HttpRequest, pk: int) -> HttpResponse:
    """Tunjuk pejabat penilai suatu unit."""
    unit = found_or_404(queries_units.open_unit(pk))
    form = UnitAppraiserForm(posted(request))
    return answered(
        request, form, "performance/planning/unit_appraiser.html", {"unit": unit, "done": "Pejabat penilai ditunjuk."},
        lambda: unit_appraisers.name_for_unit(unit=unit, by=user_of(request), on=clock.today(), **form.cleaned_data),
        then=reverse("performance:years"),
    )  # fmt: skip


def _next_year(found: list[PerformanceYear]) -> int:
    return max((one.year for one in found), default=clock.today().year - 1) + 1


def _cared_or_404(request: HttpRequest, pk: int) -> Any:
    """A unit in the reader's care; another's is not found."""
    unit = found_or_404(queries_units.open_unit(pk))
    return unit if queries_units.may_plan(user_of(request), unit.pk) else found_or_404(None)


def _template_or_404(request: HttpRequest, unit: Any, pk: int) -> ResultTemplate:
    """A sample of this unit, or one of a post for those who keep these."""
    one: ResultTemplate = found_or_404(queries_units.template(pk))
    kept_here = one.unit_id == unit.pk or (one.unit_id is None and scopes.units_in_care(user_of(request)) is None)
    return one if kept_here else found_or_404(None)
