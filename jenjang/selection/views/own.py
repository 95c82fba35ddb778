"""Seleksi saya: one's own place, why it is so, what would change it, and the answer to "are you willing?"."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from jenjang.accounts.access import requires
from jenjang.kernel import clock
from jenjang.law.wording import long_date
from jenjang.selection import (
    explaining,
    gaps,
    own,
    queries,
    queries_decision,
    queries_objection,
    queries_runs,
    willingness,
)
from jenjang.selection.forms import AnswerForm
from jenjang.selection.permissions import OWN_SELECTION
from jenjang.selection.views.common import answered
from jenjang.ui.answering import user_of
from jenjang.ui.page import posted, render_page


@requires(OWN_SELECTION)
def results(request: HttpRequest) -> HttpResponse:
    """Seleksi yang menyangkut saya."""
    return render_page(request, "selection/own_list.html", {"results": queries.own_results(user_of(request))})


@requires(OWN_SELECTION)
def result(request: HttpRequest, number: str) -> HttpResponse:
    """Mengapa peringkat saya sekian?"""
    found = _own_or_404(request, number)
    context: dict[str, Any] = {"found": found, "vacancy": found.vacancy}
    if found.entry is not None:
        engine = explaining.engine_of(found.entry.run)
        explained = explaining.explain(found.entry, engine)
        context |= own.standing(found.entry, explained, engine, gaps.smallest_changes)
        context["former"] = queries_runs.former(found.entry)
        context["clock"] = queries_objection.clock_of(found.entry.run, clock.today())
        context["papers"] = queries_decision.own_papers(user_of(request), found.vacancy)
    return render_page(request, "selection/own_result.html", context)


@requires(OWN_SELECTION)
def answer(request: HttpRequest, number: str) -> HttpResponse:
    """Bersedia atau tidak."""
    found = _own_or_404(request, number)
    asked = found.request
    if asked is None:
        raise Http404
    form = AnswerForm(posted(request))
    before = asked.answers.order_by("-at", "-pk").first()
    done = f"Jawaban Anda tersimpan. Anda masih dapat mengubahnya sampai {long_date(asked.answer_by)}."
    context = {"vacancy": found.vacancy, "asked": asked, "before": before, "done": done}
    return answered(
        request, form, "selection/answer.html", context,
        lambda: willingness.answer(
            request=asked, willing=form.cleaned_data["willing"] == "ya", reason=form.cleaned_data["reason"],
            by=user_of(request), on=clock.today(),
        ),
        then="selection:own_results",
    )  # fmt: skip


def _own_or_404(request: HttpRequest, number: str) -> queries.OwnResult:
    found = queries.own_result(user_of(request), number)
    if found is None:
        raise Http404
    return found
