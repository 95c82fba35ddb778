"""Peringkat: the ranking, why a score is what it is, the long list, and the same as a sheet or to recompute."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from jenjang.accounts.access import requires
from jenjang.accounts.queries import user_can
from jenjang.kernel import clock, sheets
from jenjang.law.errors import Refused
from jenjang.selection import explaining, orders, presenters, queries, replay, runs, willingness
from jenjang.selection.barred import CLOSED, Barred, barred_from
from jenjang.selection.bench import name_of
from jenjang.selection.criteria import Terms
from jenjang.selection.forms import AskForm, OrderForm, ReasonForm
from jenjang.selection.models import Run, RunEntry, Vacancy
from jenjang.selection.permissions import (
    ORDER_SETTLE,
    RANKING_RUN,
    VACANCY_VIEW,
    WILLINGNESS_ASK,
)
from jenjang.selection.ranking import Engine
from jenjang.selection.views.common import answered, in_file, vacancy_or_404
from jenjang.ui import paging
from jenjang.ui.answering import user_of
from jenjang.ui.page import posted, render_page

TOP = 10
ASKED = "Permintaan terkirim; para calon membacanya di beranda mereka."


@requires(VACANCY_VIEW)
def vacancy(request: HttpRequest, number: str) -> HttpResponse:
    """Lowongan: where it stands, and the ranking once there is one."""
    found = vacancy_or_404(request, number)
    run = runs.standing_run(found)
    context = _frame(request, found, run)
    if run is None:
        return render_page(request, "selection/vacancy.html", context)
    engine = explaining.engine_of(run)
    closed = barred_from(user_of(request), found, context["file"].standing.is_member)
    if request.GET.get("ekspor") in ("xlsx", "csv"):
        return _sheet(request, run, engine, closed)
    context |= {"closed_words": CLOSED, "whole": closed.opening(), **_ranking(request, found, run, engine, closed)}
    return render_page(request, "selection/ranking.html", context)


def _frame(request: HttpRequest, found: Vacancy, run: Run | None) -> dict[str, Any]:
    """What every page of one vacancy shows: its way, its criteria, and what may be done."""
    user = user_of(request)
    file = in_file(request, found, "peringkat")
    # A run stands only under the newest criteria: a later version voids it.
    criteria = run.criteria if run else found.criteria.select_related("policy_version").order_by("-version").first()
    return {
        **file,
        "run": run,
        "criteria": criteria,
        "terms": presenters.terms_facts(Terms.from_text(criteria.content)) if criteria else [],
        "stages": presenters.stages(found, file["file"].standing),
        "may_run": user_can(user, RANKING_RUN) and found.state in ("diumumkan", "diperingkat", "dinilai"),
        "when": presenters.when_ranked(found),
        "may_settle": user_can(user, ORDER_SETTLE),
    }


def _ranking(request: HttpRequest, found: Vacancy, run: Run, engine: Engine, closed: Barred) -> dict[str, Any]:
    verdict, text = _filters(request)
    answers, rulings = willingness.answers_of(found.pk), orders.rulings_of(run)
    places = orders.places(run, rulings)
    weights = engine.scoring.weights

    def line(entry: RunEntry) -> presenters.Line:
        answer = answers.get(entry.employee_id or 0, "")
        shown = presenters.line(entry, engine, weights=weights, place=places.get(entry.pk), answer=answer)
        return presenters.closed(shown) if closed.covers(entry) else shown

    counts = {"MS": run.eligible, "BTL": run.incomplete, "TMS": run.ineligible}
    total = None if text else counts[verdict] if verdict else run.examined
    people = queries.narrowed(queries.lines(run), verdict=verdict, text=text)
    sheet = paging.sheet(request, people, per_page=25, total=total)
    shown = [entry for entry in sheet.rows if entry.rank][:TOP]
    top = shown if sheet.number == 1 and not verdict and not text else queries.top(run, TOP)
    sheet.rows[:] = [line(entry) for entry in sheet.rows]
    return {
        "top": [line(entry) for entry in top],
        "legend": [presenters.Part(explaining.LABELS[name], weight) for name, weight in weights.items()],
        "list": sheet,
        "chips": presenters.chips(presenters.vacancy_url(found), counts, verdict),
        "verdict": verdict,
        "text": text,
        "ties": orders.tied_groups(run),
        "settled": rulings,
        **_why(request, run, engine, [entry for entry in top if not closed.covers(entry)], line, closed),
    }


def _why(
    request: HttpRequest, run: Run, engine: Engine, top: list[RunEntry], line: Any, closed: Barred
) -> dict[str, Any]:
    """The panel beside the ranking: `?calon=`, or the first of the list that is open to the reader."""
    asked = request.GET.get("calon", "")
    entry = queries.line_of(run, asked) if asked else next(iter(top), None)
    if entry is None:
        if asked:
            raise Http404
        return {"why": None}
    if closed.covers(entry):
        return {"why": None, "barred": True, "chosen": entry.pk}
    beside = queries.neighbours(entry) if entry.rank else (None, None)
    above, below = (None if closed.covers(one) else one for one in beside)
    explained = explaining.explain(entry, engine)
    return {
        "why": presenters.why(line(entry), explained, above=above, below=below, eligible=run.eligible),
        "chosen": entry.pk,
    }


def _filters(request: HttpRequest) -> tuple[str, str]:
    verdict = request.GET.get("status", "")
    return (verdict if verdict in presenters.VERDICT_KINDS else "", request.GET.get("cari", "")[:100])


def _sheet(request: HttpRequest, run: Run, engine: Engine, closed: Barred) -> HttpResponse:
    """The long list as it is filtered, as XLSX or CSV; who is closed on the page is closed here."""
    verdict, text = _filters(request)
    entries = queries.narrowed(queries.lines(run), verdict=verdict, text=text)

    def line(entry: RunEntry) -> presenters.Line:
        shown = presenters.line(entry, engine, weights={})
        return presenters.closed(shown) if closed.covers(entry) else shown

    rows = presenters.export_rows(map(line, entries.iterator(2000)))
    name = f"{run.vacancy.number}-{run.number}"
    if request.GET["ekspor"] == "csv":
        content, kind = sheets.write_csv(presenters.EXPORT_COLUMNS, rows), "text/csv; charset=utf-8"
    else:
        content = sheets.write_xlsx(presenters.EXPORT_COLUMNS, rows, title="Daftar panjang")
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    headers = {"Content-Disposition": f'attachment; filename="{name}.{request.GET["ekspor"]}"'}
    return HttpResponse(content, content_type=kind, headers=headers)


@requires(VACANCY_VIEW)
def inputs(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """Masukan tercetak: all that is needed to compute the ranking again, as JSON or as a sheet.

    It holds the records of everybody, and is no use with somebody left out: closed to a member who stepped back.
    """
    found = vacancy_or_404(request, number)
    run = runs.standing_run(found)
    if run is None:
        raise Http404
    whole = barred_from(user_of(request), found).opening()
    if not whole.met:
        context = {**in_file(request, found, "peringkat"), "reasons": [whole]}
        return render_page(request, "selection/decision/refused.html", context, status=HTTPStatus.FORBIDDEN)
    printed = replay.export_inputs(run)
    content = replay.as_csv(printed) if kind == "csv" else json.dumps(printed, ensure_ascii=False, indent=1)
    headers = {"Content-Disposition": f'attachment; filename="{number}-masukan.{kind}"'}
    types = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
    return HttpResponse(content, content_type=types[kind], headers=headers)


@require_POST
@requires(RANKING_RUN)
def compute(request: HttpRequest, number: str) -> HttpResponse:
    """Menghitung, or computing again with a reason."""
    found = vacancy_or_404(request, number)
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            runs.compute(vacancy=found, by=user_of(request), on=clock.today(), reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_decision(refusal.decision)
        else:
            return redirect("selection:vacancy", number)
    context = {**_frame(request, found, runs.standing_run(found)), "form": form}
    return render_page(request, "selection/vacancy.html", context, status=422)


@requires(WILLINGNESS_ASK)
def ask(request: HttpRequest, number: str) -> HttpResponse:
    """Menanyakan kesediaan calon teratas."""
    found = vacancy_or_404(request, number)
    run = runs.standing_run(found)
    if run is None:
        raise Http404
    form = AskForm(posted(request))
    return answered(
        request, form, "selection/ask.html", {**in_file(request, found, "kesediaan"), "run": run, "done": ASKED},
        lambda: willingness.ask(run=run, by=user_of(request), on=clock.today(), **form.cleaned_data),
        then=reverse("selection:willing", args=[number]),
    )  # fmt: skip


@requires(ORDER_SETTLE)
def settle(request: HttpRequest, number: str, rank: int) -> HttpResponse:
    """Memutus urutan calon yang sama nilai."""
    found = vacancy_or_404(request, number)
    run = runs.standing_run(found)
    entries = orders.tied_groups(run).get(rank, []) if run else []
    if run is None or not entries:
        raise Http404
    form, user = OrderForm(posted(request), entries=[(one.pk, name_of(one)) for one in entries]), user_of(request)
    decision = orders.settling_findings(run, entries, user)
    return answered(
        request, form, "selection/settle.html",
        {**in_file(request, found, "peringkat"), "entries": entries, "rank": rank, "decision": decision},
        lambda: orders.settle(
            run=run, rank=rank, entries=form.order(), reason=form.cleaned_data["reason"], by=user, on=clock.today()
        ),
        then=presenters.vacancy_url(found),
    )  # fmt: skip
