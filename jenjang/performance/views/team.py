"""Tim: the leader's board, SKP agreed together, results joined together, the matrix of roles."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from jenjang.accounts.access import requires
from jenjang.kernel import clock
from jenjang.law.errors import Refused
from jenjang.performance import matrix, planning, presenters_team, presenters_year, queries_planning, queries_team, skps
from jenjang.performance.forms_team import AgreeManyForm, InviteForm, JoinManyForm, MatrixForm
from jenjang.performance.models import PerformanceYear
from jenjang.performance.permissions import APPRAISE
from jenjang.performance.queries_team import WAITS, Team
from jenjang.ui import paging
from jenjang.ui.answering import answered, found_or_404, tapped, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page

PEOPLE = 15
"""People on one page of the matrix while it is written: a form that a slow line still carries."""


@requires(APPRAISE)
@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """Tim saya: everybody appraised by the reader, with one tap to the next thing."""
    years, year = years_of(request)
    return _board(request, years, queries_team.team_of(user_of(request), year, clock.today()) if year else None)


def _board(
    request: HttpRequest, years: list[PerformanceYear], found: Team | None, form: Form | None = None
) -> HttpResponse:
    chosen = request.GET.get("saring", "")
    chosen = chosen if chosen in presenters_team.FILTERS else ""
    today = clock.today()
    waiting = found.standing(WAITS) if found else []
    lines = [presenters_team.line_of(one, today) for one in (found.standing(chosen) if found else [])]
    shown = form or AgreeManyForm(waiting=waiting)
    context = {
        "found": found,
        "sheet": paging.sheet(request, lines),
        "chips": presenters_team.chips_of(found, chosen) if found else [],
        "form": shown,
        "waiting": waiting,
        "offers": list(zip(shown["chosen"], waiting, strict=True)),
        "is_refused": form is not None,
        "year_chips": presenters_year.year_chips(years, found.year if found else None),
    }
    status = HTTPStatus.OK if form is None else HTTPStatus.UNPROCESSABLE_ENTITY
    return render_page(request, "performance/planning/team.html", context, status=status)


@requires(APPRAISE)
@require_POST
def agree_many(request: HttpRequest) -> HttpResponse:
    """Tetapkan beberapa SKP sekaligus; one that cannot be agreed keeps them all."""
    years, year = years_of(request)
    found = queries_team.team_of(user_of(request), found_or_404(year), clock.today())
    form = AgreeManyForm(request.POST, waiting=found.standing(WAITS))
    by_key = {one.skp.pk: one.skp for one in found.standing(WAITS)}
    then = f"{reverse('performance:team')}?tahun={found.year}"
    return tapped(
        form, lambda: _agree(request, [(by_key[pk], seen) for pk, seen in form.pairs()]), then,
        lambda form: _board(request, years, found, form),
    )  # fmt: skip


def _agree(request: HttpRequest, pairs: list[tuple[Any, int]]) -> None:
    for skp, seen in pairs:
        try:
            skps.agree(skp=skp, by=user_of(request), on=clock.today(), seen=seen)
        except Refused as refusal:
            raise skps.refused(f"{skp.employee.current.full_name}: {refusal}") from refusal
    messages.success(request, f"{len(pairs)} SKP ditetapkan.")


@requires(APPRAISE)
def join_many(request: HttpRequest) -> HttpResponse:
    """Sambungkan hasil kerja tim yang menunggu."""
    year = found_or_404(year_of(request))
    loose = queries_team.loose_results(user_of(request), year)
    parents = queries_team.own_results(user_of(request), year)
    form = JoinManyForm(posted(request), loose=loose, parents=parents)
    by_key = {one.pk: one for one in parents}
    return answered(
        request, form, "performance/planning/join_many.html", {"year": year, "loose": loose, "parents": parents},
        lambda: _join(request, [(one, by_key[parent]) for one, parent in form.chosen()]),
        then=f"{reverse('performance:team')}?tahun={year.year}",
    )  # fmt: skip


def _join(request: HttpRequest, pairs: list[tuple[Any, Any]]) -> None:
    for result, parent in pairs:
        planning.join(result=result, parent=parent, by=user_of(request))
    messages.success(request, f"{len(pairs)} hasil kerja tersambung.")


@requires(APPRAISE)
@require_safe
def roles(request: HttpRequest) -> HttpResponse:
    """Matriks peran hasil."""
    year = found_or_404(year_of(request))
    columns = queries_team.own_results(user_of(request), year)
    rows = queries_team.matrix_of(user_of(request), year, clock.today(), columns) if columns else []
    sheet = paging.sheet(request, rows)
    lines = [(row, [(column, row.cells.get(column.pk)) for column in columns]) for row in sheet.rows]
    context = {"year": year, "columns": columns, "sheet": sheet, "lines": lines}
    return render_page(request, "performance/planning/matrix.html", context)


@requires(APPRAISE)
def write_roles(request: HttpRequest) -> HttpResponse:
    """Tulis sel matriks, of one person or of a page of people."""
    year = found_or_404(year_of(request))
    columns = queries_team.own_results(user_of(request), year)
    rows = queries_team.matrix_of(user_of(request), year, clock.today(), columns) if columns else []
    one = request.GET.get("orang", "")
    if one:
        rows = [row for row in rows if str(row.person.employee_id) == one] or found_or_404(None)
    sheet = paging.sheet(request, rows, per_page=PEOPLE)
    form = MatrixForm(posted(request), rows=sheet.rows, columns=columns)
    context = {"year": year, "columns": columns, "sheet": sheet, "one": one, "done": "Matriks tersimpan."}
    return answered(
        request, form, "performance/planning/matrix_form.html", context,
        lambda: matrix.write_cells(year=year, cells=form.cells(), by=user_of(request)),
        then=f"{reverse('performance:roles')}?tahun={year.year}",
    )  # fmt: skip


@requires(APPRAISE)
def invite(request: HttpRequest) -> HttpResponse:
    """Libatkan orang dari unit lain."""
    year = found_or_404(year_of(request))
    columns = queries_team.own_results(user_of(request), year)
    form = InviteForm(posted(request), columns=columns)
    by_key = {one.pk: one for one in columns}
    return answered(
        request, form, "performance/planning/invite.html",
        {"year": year, "columns": columns, "done": "Peran diberikan; orangnya diberi tahu."},
        lambda: matrix.invite(
            year=year, result=by_key[form.cleaned_data["result"]], nip=form.cleaned_data["nip"],
            text=" ".join(form.cleaned_data["text"].split()), by=user_of(request),
        ),
        then=f"{reverse('performance:roles')}?tahun={year.year}",
    )  # fmt: skip


def year_of(request: HttpRequest) -> PerformanceYear | None:
    """The year that the address names; 404 for one that there is not. None before the first is opened."""
    return years_of(request)[1]


def years_of(request: HttpRequest) -> tuple[list[PerformanceYear], PerformanceYear | None]:
    """All years, and the one that is looked at."""
    typed, years = request.GET.get("tahun", ""), queries_planning.known_years()
    found = queries_planning.chosen_year(years, typed, clock.today())
    if found is None and typed:
        raise Http404
    return years, found
