"""The open home page, and what everybody may read of each vacancy."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse

from jenjang.kernel.clock import today
from jenjang.selection.criteria import Terms
from jenjang.transparency import chances, presenters, queries
from jenjang.transparency.announcements import Told, announcements
from jenjang.transparency.caching import open_page
from jenjang.ui import paging
from jenjang.ui.page import render_page

if TYPE_CHECKING:
    from jenjang.selection.models import Vacancy

YEAR = timedelta(days=365)
SHOWN = 4


@open_page
def home(request: HttpRequest) -> HttpResponse:
    """/: what is being filled, what was decided and why, and whether chances are equal."""
    running = list(queries.published().filter(state__in=queries.RUNNING)[:SHOWN])
    decided = list(queries.published().filter(state__in=queries.DECIDED)[:SHOWN])
    results = queries.results_of(decided)
    context = {
        "running": presenters.all_of(running, queries.criteria_of(running), queries.standing_runs(running), {}),
        "decided": presenters.all_of(decided, {}, {}, results),
        "figures": presenters.figures(queries.year_counts(today() - YEAR)),
        "since": today() - YEAR,
        "chances": chances.chances(),
    }
    return render_page(request, "transparency/home.html", context)


@open_page
def vacancies(request: HttpRequest) -> HttpResponse:
    """/publik/lowongan/: all announced vacancies, searched by words."""
    text = request.GET.get("q", "")[:200].strip()
    found = queries.matching(queries.published(), text)
    if request.GET.get("hasil") == "1":
        found = found.filter(state__in=queries.DECIDED)
    page = paging.sheet(request, found, per_page=20)
    rows = list(page.rows)
    lines = presenters.all_of(rows, queries.criteria_of(rows), queries.standing_runs(rows), queries.results_of(rows))
    context = {"lines": lines, "page": page, "text": text, "decided_only": request.GET.get("hasil") == "1"}
    return render_page(request, "transparency/vacancies.html", context)


@open_page
def vacancy(request: HttpRequest, number: str) -> HttpResponse:
    """One vacancy: post, requirements, weights, timetable, board, numbers, names where the law lets, result."""
    found = queries.published_vacancy(number)
    if found is None:
        raise Http404
    told = _told(found)
    criteria, run, result = told.criteria[-1], told.run, told.result
    terms = Terms.from_text(criteria.content)
    willing = queries.willing_count(found) if run else (0, 0)
    context = {
        "line": presenters.line(found, criteria, run, result),
        "vacancy": found,
        "criteria": criteria,
        "published_on": criteria.law_on,
        "steps": presenters.steps(found, terms, told.days),
        "weights": presenters.weights(terms),
        "terms": presenters.terms_in_words(terms),
        "standard": presenters.standard(terms),
        "board": queries.board_of(found),
        "board_title": presenters.BOARDS[found.method],
        "ending": told.ending,
        "announced": announcements(told),
        "numbers": presenters.numbers(found, run, told.applied, willing),
        "passed": queries.applicants_passed(found) if presenters.shows_names(found) else [],
        "shortlist": told.shortlist,
        "verdict": presenters.verdict_of(result) if result else "",
        "seal": presenters.sealed(result) if result else "",
    }
    return render_page(request, "transparency/vacancy.html", context)


def _told(vacancy: Vacancy) -> Told:
    """What the public knows of one vacancy; names only from the stage on at which the law has them published."""
    criteria, run = queries.all_criteria(vacancy), queries.standing_runs([vacancy]).get(vacancy.pk)
    return Told(
        vacancy=vacancy,
        criteria=criteria,
        days=presenters.days_of_acts(queries.passed_days(vacancy), criteria[-1], run),
        run=run,
        result=queries.results_of([vacancy]).get(vacancy.pk),
        applied=queries.application_counts(vacancy) if presenters.shows_names(vacancy) else {},
        shortlist=queries.shortlisted(vacancy) if presenters.shows_shortlist(vacancy) else [],
        ending=queries.ending_of(vacancy),
    )
