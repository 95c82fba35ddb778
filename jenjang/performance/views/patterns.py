"""Pola penilai: shown to the superior about himself, and to the personnel office about all."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jenjang.accounts.access import requires
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.performance import presenters_distribution, presenters_patterns, queries_patterns, scopes
from jenjang.performance.forms_patterns import PatternFilterForm
from jenjang.performance.models import PerformanceYear
from jenjang.performance.periods import Period
from jenjang.performance.permissions import APPRAISE, PATTERNS
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
    found = _in_scope(request, queries_patterns.patterns(chosen.year, chosen.period.number, law_on(clock.today())))
    page = paging.sheet(request, presenters_patterns.narrowed(found, given["q"], given["pola"]))
    rows = presenters_patterns.rows_of(page.rows, chosen.query)
    context = {"form": form, "page": page, "rows": rows, "everybody": len(found), "chosen": chosen}
    return render_page(request, "performance/patterns/listing.html", context)


@requires(PATTERNS)
@require_safe
def pattern(request: HttpRequest, pk: int) -> HttpResponse:
    """Pola satu penilai."""
    chosen = _chosen(request)
    if chosen is None:
        raise Http404
    found = queries_patterns.pattern_of(pk, chosen.year, chosen.period.number, law_on(clock.today()))
    found_or_404(_in_scope(request, [found]) or None if found else None)
    return _page(request, found, chosen, own=False)


def _in_scope(request: HttpRequest, found: list[Pattern]) -> list[Pattern]:
    """Appraisers of the units that the reader cares for."""
    units = scopes.units_in_care(user_of(request))
    return found if units is None else [one for one in found if one.appraiser.unit_id in units]


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
