"""Keberatan: filing one's own, and the officers' list and answers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from jenjang.accounts.access import requires, signed_in
from jenjang.accounts.queries import user_can
from jenjang.kernel import actions as kernel
from jenjang.kernel import clock, documents
from jenjang.law.errors import Refused
from jenjang.selection import objections, queries, queries_objection
from jenjang.selection.forms_decision import ObjectionForm, ReplyForm
from jenjang.selection.models import Objection, RunEntry
from jenjang.selection.permissions import OBJECTION_ANSWER, OWN_SELECTION
from jenjang.selection.views.common import answered
from jenjang.ui.answering import user_of
from jenjang.ui.page import posted, render_page


@requires(OWN_SELECTION)
def own_objections(request: HttpRequest, number: str) -> HttpResponse:
    """Keberatan saya: the clock, the form, and what was answered."""
    found = queries.own_result(user_of(request), number)
    if found is None or found.entry is None:
        raise Http404
    entry, user, today = found.entry, user_of(request), clock.today()
    form = ObjectionForm(posted(request), request.FILES or None, subjects=objections.subjects(entry))
    context = {
        "vacancy": found.vacancy,
        "entry": entry,
        "clock": queries_objection.clock_of(entry.run, today),
        "own": queries_objection.told(objections.own_objections(user, number)),
        "done": "Keberatan terkirim. Jawabannya diberitahukan kepada Anda.",
    }
    return answered(
        request, form, "selection/objection/own.html", context, lambda: _file(request, entry, form),
        then=request.path,
    )  # fmt: skip


def _file(request: HttpRequest, entry: RunEntry, form: ObjectionForm) -> Objection:
    given, user = form.cleaned_data, user_of(request)
    evidence = [(kernel.store_document(given["evidence"], by=user), "")] if given["evidence"] else []
    return objections.file_objection(
        entry=entry, about=given["about"], words=given["words"], evidence=evidence, by=user, on=clock.today()
    )


@require_POST
@requires(OWN_SELECTION)
def withdraw(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Menarik keberatan sendiri."""
    objection = get_object_or_404(objections.own_objections(user_of(request), number), pk=pk)
    try:
        objections.withdraw(objection=objection, by=user_of(request))
    except Refused as refusal:
        context = {"vacancy": objection.entry.run.vacancy, "reasons": refusal.decision.objections}
        return render_page(request, "selection/decision/refused.html", context, status=422)
    return redirect("selection:own_objections", number)


@requires(OBJECTION_ANSWER)
def listing(request: HttpRequest) -> HttpResponse:
    """Keberatan yang menunggu, the nearest day first."""
    waiting, answered_ones = objections.waiting(), objections.answered()
    number = request.GET.get("lowongan", "")[:20]
    if number:
        waiting = waiting.filter(entry__run__vacancy__number=number)
        answered_ones = answered_ones.filter(entry__run__vacancy__number=number)
    context = {
        "waiting": queries_objection.told(waiting),
        "answered": queries_objection.told(answered_ones[:50]),
        "number": number,
        "today": clock.today(),
    }
    return render_page(request, "selection/objection/list.html", context)


@requires(OBJECTION_ANSWER)
def objection(request: HttpRequest, pk: int) -> HttpResponse:
    """Menjawab satu keberatan."""
    found = queries_objection.one(pk)
    if found is None:
        raise Http404
    user, today = user_of(request), clock.today()
    form = ReplyForm(posted(request))
    context = {
        "told": queries_objection.told([found])[0],
        "objection": found,
        "checked": objections.answering_findings(found, user, today),
        "names": queries_objection.subject_of(found),
        "done": "Jawaban tersimpan, dan yang mengajukan diberi tahu.",
    }
    return answered(
        request, form, "selection/objection/answer.html", context,
        lambda: objections.answer(
            objection=found, granted=form.cleaned_data["outcome"] == "terima", words=form.cleaned_data["words"],
            by=user, on=today,
        ),
        then=request.path,
    )  # fmt: skip


@signed_in
def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Bukti: for who filed it and for who answers."""
    user = user_of(request)
    found = queries_objection.evidence_for(user, pk, answers=user_can(user, OBJECTION_ANSWER))
    if found is None:
        raise Http404
    return documents.send(found.document, inline=True)
