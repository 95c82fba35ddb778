"""Penilaian tim: one sheet for everybody whom a leader rates in a period, kept choice by choice."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from jenjang.accounts.access import requires
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.law.errors import Refused
from jenjang.performance import presenters_team_rating, queries_team_rating, team_rating
from jenjang.performance.forms_team_rating import TeamSheetForm
from jenjang.performance.permissions import APPRAISE
from jenjang.performance.queries_distribution import decide, organisation_predicate
from jenjang.performance.queries_team_rating import Sheet
from jenjang.personnel.queries import full_names
from jenjang.ui.answering import add_refusal, answered, found_or_404, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page, wants_fragment


@requires(APPRAISE)
@require_safe
def to_sheet(request: HttpRequest) -> HttpResponse:
    """Ke lembar yang menunggu, or what will be here."""
    today = clock.today()
    found = queries_team_rating.periods_of_team(user_of(request), today, law_on(today))
    one = queries_team_rating.period_to_rate(found)
    if one is None:
        return render_page(request, "performance/team/nobody.html")
    return redirect(presenters_team_rating.url_of(one.year.year, one.period.number))


@requires(APPRAISE)
def sheet(request: HttpRequest, year: int, period: int) -> HttpResponse:
    """Lembar penilaian tim: kept with each choice; the whole page without script."""
    found = _sheet_or_404(request, year, period)
    form = TeamSheetForm(posted(request), lines=found.open_lines)
    kept = request.method == "POST" and form.is_valid() and _kept(request, found, form)
    if kept and not wants_fragment(request):
        return redirect(request.path)
    if kept:
        found = _sheet_or_404(request, year, period)
        form = TeamSheetForm(lines=found.open_lines)
    return _page(request, found, form, is_kept=kept)


@requires(APPRAISE)
@require_POST
def finish(request: HttpRequest, year: int, period: int) -> HttpResponse:
    """Nilai selesai: what is on the page is kept first, then complete drafts become ratings."""
    found = _sheet_or_404(request, year, period)
    form = TeamSheetForm(request.POST, lines=found.open_lines)
    if not (form.is_valid() and _kept(request, found, form)):
        return _page(request, found, form)
    outcome = team_rating.finish(year=found.year, period=period, by=user_of(request), on=clock.today())
    names = full_names([line.evaluation.employee_id for line in found.lines])
    for kind, words in presenters_team_rating.outcome_words(outcome, names):
        getattr(messages, kind)(request, words)
    return redirect(presenters_team_rating.url_of(year, period))


@requires(APPRAISE)
def hand_over(request: HttpRequest, year: int, period: int) -> HttpResponse:
    """Menyerahkan semua yang sudah dinilai, after reading what that means."""
    found = _sheet_or_404(request, year, period)
    form = Form(posted(request))
    context = {
        **_context(request, found),
        "rated": presenters_team_rating.rows_of(
            Sheet(found.year, found.period, found.law, found.rated), TeamSheetForm(lines=[])
        ),
        "left": [line.person.full_name for line in found.open_lines],
    }
    return answered(
        request, form, "performance/team/hand_over.html", context,
        lambda: team_rating.release_team(year=found.year, period=period, by=user_of(request), on=clock.today()),
        then=presenters_team_rating.url_of(year, period),
    )  # fmt: skip


def _sheet_or_404(request: HttpRequest, year: int, number: int) -> Sheet:
    """The sheet of somebody's team; the same answer for no such period and for nobody to rate in it."""
    today = clock.today()
    opened, period = found_or_404(queries_team_rating.year_and_period(year, number))
    found = queries_team_rating.sheet_of(user_of(request), opened, period, law_on(today), today)
    if not found.lines:
        raise Http404
    return found


def _kept(request: HttpRequest, found: Sheet, form: TeamSheetForm) -> bool:
    try:
        team_rating.save_choices(
            year=found.year, period=found.period.number, typed=form.typed(), by=user_of(request)
        )  # fmt: skip
    except Refused as refusal:
        add_refusal(form, refusal)
        return False
    return True


def _page(request: HttpRequest, found: Sheet, form: TeamSheetForm, *, is_kept: bool = False) -> HttpResponse:
    context = {
        **_context(request, found),
        "form": form,
        "rows": presenters_team_rating.rows_of(found, form),
        "missing": presenters_team_rating.missing_of(found),
        "progress": presenters_team_rating.progress_of(found),
        "saved_at": clock.now() if is_kept else found.saved_at,
    }
    if not wants_fragment(request):
        teams = queries_team_rating.periods_of_team(user_of(request), clock.today(), found.law)
        context["chips"] = presenters_team_rating.period_chips(teams, found)
    is_refused = form.is_bound and bool(form.errors or form.objections)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK
    return render_page(request, "performance/team/sheet.html", context, status=status)


def _context(request: HttpRequest, found: Sheet) -> dict[str, Any]:
    """The team's spread, beside the sheet and before the handing over."""
    counts, user = found.counts(), user_of(request)
    organisation = organisation_predicate(found.unit, found.year, found.period.number)
    given = {one.value: many for one, many in counts.items() if many}
    decision = decide(organisation.predicate, given, found.law) if organisation and given else None
    before = queries_team_rating.counts_before(user, found)
    return {
        "sheet": found,
        "lead": presenters_team_rating.lead_of(found),
        "counts": counts,
        "spread": presenters_team_rating.spread_words(counts, organisation, decision),
        "pattern_findings": decision.findings if decision and not decision.result.valid else [],
        "before": presenters_team_rating.before_words(before, counts),
    }
