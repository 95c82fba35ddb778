"""Pola penilai: shown to the superior about himself, and to the personnel office about all."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from jenjang.accounts.access import requires
from jenjang.accounts.queries import user_can
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.performance import patterns, presenters_distribution, presenters_patterns, queries_patterns, scopes
from jenjang.performance.forms_patterns import PatternFilterForm
from jenjang.performance.models import PerformanceYear
from jenjang.performance.periods import Period
from jenjang.performance.permissions import APPRAISE, PATTERNS, YEAR_MANAGE
from jenjang.performance.queries_patterns import Pattern
from jenjang.ui import paging
from jenjang.ui.answering import found_or_404, user_of
from jenjang.ui.page import render_page
from jenjang.ui.parts import Chip


@requires(APPRAISE)
@require_safe
def own_pattern(request: HttpRequest) -> HttpResponse:
    """Pola penilaian saya."""
    person, chosen = scopes.own_employee(user_of(request)), _chosen(request)
    found = (
        queries_patterns.pattern_of(person.pk, chosen.year, chosen.period.number, law_on(clock.today()))
        if person and chosen
        else None
    )
    return _page(request, found, chosen, own=True)


@requires(PATTERNS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Pola semua penilai in one's scope, those worth a talk first."""
    chosen, form = _chosen(request), PatternFilterForm(request.GET)
    if chosen is None:
        return render_page(request, "performance/patterns/nothing.html")
    given = form.cleaned_data if form.is_valid() else {"q": "", "pola": ""}
    reading = queries_patterns.reading_of(chosen.year, chosen.period.number)
    context = {"form": form, "chosen": chosen, "reading": reading, "may_read": user_can(user_of(request), YEAR_MANAGE)}
    if reading is not None:
        units, codes = scopes.units_in_care(user_of(request)), presenters_patterns.codes_for(given["pola"])
        page = paging.sheet(
            request, queries_patterns.lines_of(reading, units=units, text=given["q"].strip(), codes=codes)
        )
        context |= {"page": page, "rows": presenters_patterns.rows_of(page, chosen.query)}
    return render_page(request, "performance/patterns/listing.html", context)


@requires(YEAR_MANAGE)
@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """Baca ulang: one period now instead of tonight."""
    chosen = found_or_404(_chosen(request))
    patterns.read(chosen.year, chosen.period.number, on=clock.today())
    messages.success(request, "Pola semua penilai dibaca ulang.")
    return redirect(reverse("performance:patterns") + chosen.query)


@requires(PATTERNS)
@require_safe
def pattern(request: HttpRequest, pk: int) -> HttpResponse:
    """Pola satu penilai."""
    chosen = _chosen(request)
    if chosen is None:
        raise Http404
    found = queries_patterns.pattern_of(pk, chosen.year, chosen.period.number, law_on(clock.today()))
    units = scopes.units_in_care(user_of(request))
    if found is None or (units is not None and found.appraiser.unit_id not in units):
        raise Http404
    return _page(request, found, chosen, own=False)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Masa yang dilihat, among those in which anybody was rated."""

    year: PerformanceYear
    period: Period
    chips: list[Chip]

    @property
    def query(self) -> str:
        """The same period in another address."""
        return f"?tahun={self.year.year}&masa={self.period.number}"


def _chosen(request: HttpRequest) -> Chosen | None:
    """The period that the address asks for, else the newest; None before anybody was rated."""
    found = queries_patterns.periods_with_ratings()
    asked = (request.GET.get("tahun", ""), request.GET.get("masa", ""))
    one = next((one for one in found if (str(one[0].year), str(one[1].number)) == asked), found[0] if found else None)
    return Chosen(*one, presenters_distribution.period_chips(found, one)) if one else None


def _page(request: HttpRequest, found: Pattern | None, chosen: Chosen | None, *, own: bool) -> HttpResponse:
    context = {
        "found": found,
        "own": own,
        "words": presenters_patterns.words_of(found),
        "seen": presenters_patterns.seen_of(found) if found else [],
        "rest": presenters_patterns.rest_of(found) if found else [],
        "chosen": chosen,
    }
    return render_page(request, "performance/patterns/pattern.html", context)
