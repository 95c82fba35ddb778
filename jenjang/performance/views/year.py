"""Penutupan tahun: how far the year is, and one button that turns results into records, again and again until all are in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from jenjang.accounts.access import requires
from jenjang.kernel import clock, sheets
from jenjang.kernel.documents import XLSX_MIME
from jenjang.performance import exchange, periods, queries_results, starting, years
from jenjang.performance.forms_results import DeclareForm
from jenjang.performance.permissions import YEAR_MANAGE
from jenjang.performance.states import EVALUATION, FINAL, YEAR
from jenjang.ui.answering import answered, found_or_404, user_of
from jenjang.ui.page import posted, render_page


@requires(YEAR_MANAGE)
@require_safe
def closing(request: HttpRequest, number: int) -> HttpResponse:
    """Keadaan tahun kinerja."""
    return render_page(request, "performance/results/year.html", _context(number))


@requires(YEAR_MANAGE, fresh=True)
@require_POST
def close(request: HttpRequest, number: int) -> HttpResponse:
    """Tutup tahun untuk semua yang sudah final; goes on as a job that can be left."""
    year = found_or_404(queries_results.year_of(number))
    return redirect(starting.start_closing(year=year, by=user_of(request)))


@requires(YEAR_MANAGE, fresh=True)
def declare(request: HttpRequest, number: int) -> HttpResponse:
    """Nyatakan tahun ditutup, or open it again with a reason."""
    context = _context(number)
    year = context["year"]
    form = DeclareForm(posted(request), reason_needed=context["waiting"] > 0 or year.state == "ditutup")
    return answered(
        request, form, "performance/results/declare.html", context,
        lambda: years.declare(year=year, by=user_of(request), reason=form.cleaned_data["reason"], on=clock.today()),
        then=f"/kinerja/tahun/{number}/",
    )  # fmt: skip


@requires(YEAR_MANAGE)
@require_safe
def export(request: HttpRequest, number: int, period: int) -> HttpResponse:
    """Hasil final satu masa dengan kode e-Kinerja."""
    year = found_or_404(queries_results.year_of(number))
    span = found_or_404(periods.period_of(year.year, year.rhythm, period))
    title = exchange.YEARLY_SHEET if period == periods.YEARLY else exchange.PERIODIC
    content = sheets.write_xlsx(exchange.columns_of(period), exchange.rows_of(year, period), title=title)
    return _sheet(content, f"{title}-{number}-{span.short.replace(' ', '')}")


@requires(YEAR_MANAGE)
@require_safe
def export_credits(request: HttpRequest, number: int) -> HttpResponse:
    """Angka kredit setahun dengan kode SIASN."""
    year = found_or_404(queries_results.year_of(number))
    content = sheets.write_xlsx(exchange.CREDIT_COLUMNS, exchange.credit_rows_of(year), title=exchange.CREDITS)
    return _sheet(content, f"{exchange.CREDITS}-{number}")


def _sheet(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=XLSX_MIME)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _context(number: int) -> dict[str, Any]:
    year = found_or_404(queries_results.year_of(number))
    states = queries_results.waiting_evaluations(year)
    return {
        "year": year,
        "label": YEAR.labels[year.state],
        "periods": periods.periods_of(year.year, year.rhythm),
        "states": [(EVALUATION.labels[state], people, state in FINAL) for state, people in states],
        "final": sum(people for state, people in states if state in FINAL),
        "waiting": sum(people for state, people in states if state not in FINAL),
    }
