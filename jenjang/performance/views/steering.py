"""Papan pengendalian: how far planning, reporting and rating are, who is behind, and one tap to remind them kindly."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from jenjang.accounts.access import requires
from jenjang.accounts.queries import user_can
from jenjang.kernel import clock, sheets
from jenjang.kernel.documents import XLSX_MIME
from jenjang.performance import presenters_steering, queries_steering, reminding
from jenjang.performance.permissions import REMIND, STEER
from jenjang.ui import formats, paging
from jenjang.ui.answering import user_of
from jenjang.ui.page import render_page


@requires(STEER)
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Siapa belum menyusun, mengisi, menilai: a row a unit, one level of the tree at a time."""
    chosen = presenters_steering.chosen(request.GET, clock.today())
    if chosen is None:
        return render_page(request, "performance/steering/no_year.html")
    rows = queries_steering.board(user_of(request), chosen.year, chosen.period.number, chosen.unit_pk)
    if request.GET.get("ekspor") == "xlsx":
        content = sheets.write_xlsx(
            presenters_steering.COLUMNS, map(presenters_steering.plain, rows), title=chosen.period.short
        )
        answer = HttpResponse(content, content_type=XLSX_MIME)
        answer["Content-Disposition"] = f'attachment; filename="pantau-{chosen.year.year}.xlsx"'
        return answer
    against = queries_steering.against_results(rows, chosen.year, chosen.period.number, clock.today())
    context = {
        "chosen": chosen, "rows": presenters_steering.lines(rows, chosen), "whole": presenters_steering.whole(rows),
        "against": against, "chips": presenters_steering.chips(chosen), "labels": queries_steering.SHORT, "said": presenters_steering.said(rows),
    }  # fmt: skip
    return render_page(request, "performance/steering/board.html", context)


@requires(STEER)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Orang di balik sebuah angka."""
    chosen = presenters_steering.chosen(request.GET, clock.today())
    what = request.GET.get("apa") or next(iter(queries_steering.LABELS))
    if chosen is None:
        return render_page(request, "performance/steering/no_year.html")
    if what not in queries_steering.LABELS:
        raise Http404
    rows = queries_steering.people_behind(user_of(request), chosen.year, chosen.period.number, what, chosen.unit_pk)
    sheet = paging.sheet(request, rows, per_page=50)
    shown = presenters_steering.people(sheet.rows, what)
    context = {
        "chosen": chosen, "what": what, "label": queries_steering.LABELS[what], "sheet": sheet, "shown": shown,
        "may_remind": user_can(user_of(request), REMIND),
        "reminded": queries_steering.reminded_since([one.to for one in shown if one.to], clock.today()),
    }  # fmt: skip
    return render_page(request, "performance/steering/people.html", context)


@requires(REMIND)
@require_POST
def remind(request: HttpRequest) -> HttpResponse:
    """Ingatkan yang dipilih; the list it came from is asked again, so nobody else is reached."""
    chosen = presenters_steering.chosen(request.POST, clock.today())
    what = request.POST.get("apa", "")
    if chosen is None or what not in queries_steering.LABELS:
        raise Http404
    rows = queries_steering.people_behind(user_of(request), chosen.year, chosen.period.number, what, chosen.unit_pk)
    picked = set(request.POST.getlist("pegawai"))
    reached = presenters_steering.people(rows[: presenters_steering.MOST], what)
    keys = [one.to for one in reached if one.to and str(one.to) in picked]
    count = reminding.remind(employees=keys, about=what, by=user_of(request), on=clock.today())
    messages.success(
        request, f"{formats.whole(count)} orang diingatkan. Yang sudah diingatkan pekan ini tidak diingatkan lagi."
    )
    return redirect(f"{reverse('performance:board_people')}?{presenters_steering.query(chosen, what)}")
