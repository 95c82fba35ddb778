"""Membaca berkas: what was announced, which runs there were, and who answered whether they are willing. For everybody who sees the vacancy."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from jenjang.accounts.access import requires
from jenjang.accounts.queries import user_can
from jenjang.selection import presenters, queries_runs, willingness
from jenjang.selection.barred import barred_from
from jenjang.selection.models import Method
from jenjang.selection.permissions import VACANCY_VIEW, WILLINGNESS_ASK
from jenjang.selection.views.common import in_file, vacancy_or_404
from jenjang.ui.answering import user_of
from jenjang.ui.page import render_page


@requires(VACANCY_VIEW)
def terms(request: HttpRequest, number: str) -> HttpResponse:
    """Kriteria yang berlaku, and every earlier version with the reason for its change."""
    vacancy = vacancy_or_404(request, number)
    versions = [
        (one, presenters.terms_facts_of(one)) for one in vacancy.criteria.select_related("published_by").all()
    ]  # fmt: skip
    if not versions:
        raise Http404
    return render_page(request, "selection/terms.html", {**in_file(request, vacancy, "kriteria"), "versions": versions})


@requires(VACANCY_VIEW)
def runs(request: HttpRequest, number: str) -> HttpResponse:
    """Penghitungan berdampingan: each with its reason, and who moved since the one before."""
    vacancy = vacancy_or_404(request, number)
    found = queries_runs.runs_of(vacancy)
    if not found:
        raise Http404
    newest, before = found[0], next(iter(found[1:]), None)
    shifts = queries_runs.shifts(before, newest, barred_from(user_of(request), vacancy)) if before else []
    context = {"runs": found, "newest": newest, "before": before, "shifts": shifts, "many": queries_runs.COMPARED}
    return render_page(request, "selection/runs.html", {**in_file(request, vacancy, "peringkat"), **context})


@requires(VACANCY_VIEW)
def willing(request: HttpRequest, number: str) -> HttpResponse:
    """Siapa ditanya, siapa bersedia."""
    vacancy = vacancy_or_404(request, number)
    if vacancy.method != Method.BOARD:
        raise Http404
    file = in_file(request, vacancy, "kesediaan")
    context = {
        "rows": [presenters.reply(one) for one in willingness.replies_of(vacancy)],
        "may_ask": user_can(user_of(request), WILLINGNESS_ASK) and vacancy.state == "diperingkat",
    }
    return render_page(request, "selection/willing.html", {**file, **context})
