"""Menilai: a member's own panels, the declaration before anything opens, the sheet, the candidate's papers."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from jenjang.accounts.access import requires
from jenjang.kernel import clock, documents
from jenjang.law.errors import Refused
from jenjang.selection import marking, queries_panel, ties
from jenjang.selection.bench import name_of, place_of
from jenjang.selection.forms_panel import DeclarationForm, SheetForm
from jenjang.selection.models import Candidate
from jenjang.selection.permissions import ASSESS
from jenjang.selection.presenters_open import paper_labels
from jenjang.selection.presenters_panel import CITES, aspect_label, stage_label, who_instead, why_recused
from jenjang.selection.queries_panel import Work
from jenjang.selection.views.common import answered, in_file
from jenjang.ui import paging
from jenjang.ui.answering import user_of
from jenjang.ui.page import posted, render_page, wants_fragment


def work_or_404(request: HttpRequest, number: str) -> Work:
    """The user's own work in a vacancy; the same answer for none and for somebody else's."""
    found = queries_panel.work_of(user_of(request), number, clock.today())
    if found is None:
        raise Http404
    return found


@requires(ASSESS)
def mine(request: HttpRequest) -> HttpResponse:
    """Lowongan yang saya nilai."""
    page = paging.sheet(request, queries_panel.memberships(user_of(request)))
    works = queries_panel.works_for(page.rows, clock.today())
    return render_page(request, "selection/panel/mine.html", {"works": works, "page": page})


@requires(ASSESS)
def work(request: HttpRequest, number: str) -> HttpResponse:
    """Satu lowongan bagi seorang penilai: who is marked, what is declared, which sheets wait."""
    found = work_or_404(request, number)
    if found.is_running and not found.has_declared:
        return redirect("selection:declare", number)
    sheets = [(stage, stage_label(stage), stage in found.locked) for stage in found.stages]
    people = [(one, name_of(one), place_of(one), _barrier(found, one)) for one in found.bench.candidates]
    context = {"work": found, **in_file(request, found.vacancy, "menilai"), "sheets": sheets, "people": people}
    declared = queries_panel.declarations_of(found.member)
    return render_page(request, "selection/panel/work.html", context | {"declared": declared})


@requires(ASSESS)
def declare(request: HttpRequest, number: str) -> HttpResponse:
    """Pernyataan kepentingan, sekali sebelum menilai."""
    found = work_or_404(request, number)
    barriers = [(one, name_of(one), _barrier(found, one)) for one in found.bench.candidates]
    form = DeclarationForm(posted(request), people=[(one, name) for one, name, barrier in barriers if not barrier])
    context = {
        "work": found,
        **in_file(request, found.vacancy, "menilai"),
        "recused": [(name, barrier) for _, name, barrier in barriers if barrier],
        "done": "Pernyataan Anda tersimpan dan disegel.",
    }
    return answered(
        request, form, "selection/panel/declare.html", context,
        lambda: ties.declare(
            member=found.member, interests=form.interests(), by=user_of(request), on=clock.today()
        ),
        then=lambda _: redirect("selection:work", number).url,
    )  # fmt: skip


@requires(ASSESS)
def sheet(request: HttpRequest, number: str, stage: str) -> HttpResponse:
    """Lembar nilai: typed, saved, closed to all others."""
    found = _sheet_or_404(request, number, stage)
    if not found.has_declared:
        return redirect("selection:declare", number)
    rows = queries_panel.sheet_of(found, stage)
    form = SheetForm(posted(request), rows=rows)
    kept = request.method == "POST" and form.is_valid() and _kept(request, found, stage, form)
    if kept and not wants_fragment(request):
        return redirect("selection:sheet", number, stage)
    rows = queries_panel.sheet_of(found, stage) if kept else rows
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound and not kept else HTTPStatus.OK
    return render_page(request, "selection/panel/sheet.html", _sheet(request, found, stage, form, rows), status=status)


@requires(ASSESS, fresh=True)
@require_POST
def lock(request: HttpRequest, number: str, stage: str) -> HttpResponse:
    """Kunci nilai saya: what is on the page is saved first, then all is sealed."""
    found = _sheet_or_404(request, number, stage)
    rows = queries_panel.sheet_of(found, stage)
    form = SheetForm(request.POST, rows=rows)
    if form.is_valid() and _kept(request, found, stage, form):
        try:
            marking.lock_sheet(member=found.member, stage=stage, by=user_of(request), on=clock.today())
        except Refused as refusal:
            form.add_decision(refusal.decision)
        else:
            return redirect("selection:sheet", number, stage)
    context = _sheet(request, found, stage, form, rows)
    return render_page(request, "selection/panel/sheet.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@requires(ASSESS)
def candidate(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Berkas calon; closed, with the reason, to a member who stepped back."""
    found, one = _candidate_or_404(request, number, pk)
    file = in_file(request, found.vacancy, "menilai")
    context: dict[str, Any] = {"work": found, **file, "candidate": one, "name": name_of(one)}
    if barrier := _barrier(found, one):
        context |= {"barrier": barrier, "instead": who_instead(found.bench, found.member, one), "cites": CITES}
        return render_page(request, "selection/panel/recused.html", context, status=HTTPStatus.FORBIDDEN)
    if not found.has_declared:
        return redirect("selection:declare", number)
    labels = paper_labels(found.bench.law)
    papers = [(labels.get(row.kind, row.kind), row) for row in queries_panel.papers_of_candidate(one)]
    context |= {"place": place_of(one), "papers": papers}
    return render_page(request, "selection/panel/candidate.html", context)


@requires(ASSESS)
def paper(request: HttpRequest, number: str, pk: int, paper_pk: int) -> HttpResponseBase:
    """Satu berkas calon; a member who stepped back gets the answer of a paper that does not exist."""
    found, one = _candidate_or_404(request, number, pk)
    papers = {row.pk: row for row in queries_panel.papers_of_candidate(one)}
    if _barrier(found, one) or not found.has_declared or paper_pk not in papers:
        raise Http404
    return documents.send(papers[paper_pk].document, inline=True)


def _candidate_or_404(request: HttpRequest, number: str, pk: int) -> tuple[Work, Candidate]:
    found = work_or_404(request, number)
    one = next((one for one in found.bench.candidates if one.pk == pk), None)
    if one is None or not (_barrier(found, one) or found.bench.may_mark(found.member, one)):
        raise Http404
    return found, one


def _sheet_or_404(request: HttpRequest, number: str, stage: str) -> Work:
    found = work_or_404(request, number)
    if stage not in found.stages or not (found.is_running or stage in found.locked):
        raise Http404
    return found


def _barrier(found: Work, one: Candidate) -> str:
    """Why the member may not open this candidate; empty when nothing stands between them."""
    recusal = found.bench.recusals.get((found.member.pk, one.pk))
    if recusal is not None:
        return why_recused(recusal)
    if (found.member.pk, one.pk) in found.bench.waiting:
        return "Hubungan Anda dengan calon ini masih menunggu penegasan petugas."
    return ""


def _kept(request: HttpRequest, found: Work, stage: str, form: SheetForm) -> bool:
    try:
        marking.save_draft(member=found.member, stage=stage, typed=form.typed(), by=user_of(request), on=clock.today())
    except Refused as refusal:
        form.add_decision(refusal.decision)
        return False
    return True


def _sheet(request: HttpRequest, found: Work, stage: str, form: SheetForm, rows: list[Any]) -> dict[str, Any]:
    """Everything on the sheet's page."""
    law = found.bench.law
    decision = marking.locking_findings(found.bench, found.member, stage, user_of(request))
    lines = form.lines(rows)
    for line in lines:
        one = line["row"].candidate
        line["barrier"] = _barrier(found, one)
        line["instead"] = who_instead(found.bench, found.member, one) if line["barrier"] else ""
    return {
        "work": found, **in_file(request, found.vacancy, "menilai"), "stage": stage, "label": stage_label(stage), "form": form, "lines": lines,
        "aspects": [aspect_label(code) for code in marking.aspects_of(stage, law)],
        "is_locked": stage in found.locked, "decision": decision, "guide": law["seleksi.penilaian.pedoman"].value,
        "limits": law["seleksi.penilaian.catatan"].value, "saved_at": queries_panel.saved_at(found, stage), "cites": CITES,
        "weight": queries_panel.weight_of(found.vacancy, stage),
        "progress": f"{sum(row.is_complete for row in rows if row.may_mark)} dari {len(form.rows)} calon selesai",
    }  # fmt: skip
