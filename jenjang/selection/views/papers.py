"""Berkas putusan: the meeting and its three names, approvals from outside, the signed decree, the oath, downloads."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from jenjang.accounts.access import requires, signed_in
from jenjang.kernel import actions as kernel
from jenjang.kernel import clock, documents
from jenjang.law.errors import Refused
from jenjang.selection import decisions, decrees, inaugurations, meetings, proposals, queries_decision
from jenjang.selection.barred import barred_from
from jenjang.selection.bench import name_of
from jenjang.selection.forms_decision import ApprovalForm, MeetingForm, OathForm
from jenjang.selection.links import decision_url
from jenjang.selection.models import Shortlist, TechnicalApproval, Vacancy
from jenjang.selection.permissions import APPROVAL_RECORD, DECIDE, NAMES_FORWARD, OATH_RECORD
from jenjang.selection.views.common import answered, in_file, vacancy_or_404
from jenjang.ui.answering import user_of
from jenjang.ui.page import posted, render_page


@requires(NAMES_FORWARD)
def forward(request: HttpRequest, number: str) -> HttpResponse:
    """Mencatat rapat dan mengajukan tiga nama."""
    vacancy = vacancy_or_404(request, number)
    panel = getattr(vacancy, "panel", None)
    if panel is None:
        raise Http404
    form = MeetingForm(posted(request), members=list(panel.members.all()))
    first = meetings.shortlist_findings(vacancy, None, user_of(request), clock.today()).result
    closed = barred_from(user_of(request), vacancy)
    names = [(one, name_of(one.candidate), closed.covers(one.candidate)) for one in first or []]
    return answered(
        request, form, "selection/decision/forward.html", {**in_file(request, vacancy, "putusan"), "names": names},
        lambda: _meet_and_forward(vacancy, form, request), then=decision_url(vacancy),
    )  # fmt: skip


def _meet_and_forward(vacancy: Vacancy, form: MeetingForm, request: HttpRequest) -> Shortlist:
    given, user, today = form.cleaned_data, user_of(request), clock.today()
    meeting = meetings.hold_meeting(
        vacancy=vacancy, held_on=given["held_on"], place=given["place"], notes=given["notes"],
        present=form.attending(), by=user, on=today,
    )  # fmt: skip
    return meetings.put_forward(vacancy=vacancy, meeting=meeting, by=user, on=today)


@requires(APPROVAL_RECORD)
def approval(request: HttpRequest, number: str) -> HttpResponse:
    """Mencatat pertimbangan teknis BKN."""
    vacancy = vacancy_or_404(request, number)
    shortlist = proposals.standing_shortlist(vacancy)
    if shortlist is None:
        raise Http404
    names = queries_decision.three_names(shortlist, clock.today())
    form = ApprovalForm(posted(request), request.FILES or None, names=names)
    return answered(
        request, form, "selection/decision/approval.html", {**in_file(request, vacancy, "putusan"), "names": names},
        lambda: _record(vacancy, shortlist, form, request), then=decision_url(vacancy),
    )  # fmt: skip


def _record(
    vacancy: Vacancy, shortlist: Shortlist, form: ApprovalForm, request: HttpRequest
) -> TechnicalApproval | object:
    given, user = form.cleaned_data, user_of(request)
    candidate = next(one for one in proposals.candidates_of(shortlist) if str(one.pk) == given["calon"])
    return proposals.record_approval(
        vacancy=vacancy, candidate=candidate, kind=given["kind"], number=given["number"], dated_on=given["dated_on"],
        approved=given["verdict"] == "ya", document=kernel.store_document(given["scan"], by=user), by=user,
        on=clock.today(),
    )  # fmt: skip


@require_POST
@requires(DECIDE, fresh=True)
def sign(request: HttpRequest, number: str) -> HttpResponse:
    """Menandatangani keputusan; the paper is set at once, or by the worker if something comes between."""
    vacancy = vacancy_or_404(request, number)
    decision = decisions.standing_decision(vacancy)
    if decision is None:
        raise Http404
    try:
        orders = decrees.sign(decision=decision, by=user_of(request), on=clock.today())
    except Refused as refusal:
        context = {**in_file(request, vacancy, "putusan"), "reasons": refusal.decision.objections}
        return render_page(request, "selection/decision/refused.html", context, status=422)
    for order in orders:
        decrees.finish(order.pk)
    return redirect(decision_url(vacancy))


@requires(OATH_RECORD)
def inaugurate(request: HttpRequest, number: str) -> HttpResponse:
    """Mencatat sumpah dan pelantikan."""
    vacancy = vacancy_or_404(request, number)
    decision = decisions.standing_decision(vacancy)
    if decision is None or vacancy.state != "ditetapkan":
        raise Http404
    form = OathForm(posted(request))
    return answered(
        request, form, "selection/decision/oath.html", {**in_file(request, vacancy, "putusan"), "decision": decision},
        lambda: inaugurations.inaugurate(
            decision=decision, ceremony=_ceremony(form), by=user_of(request), on=clock.today()
        ),
        then=decision_url(vacancy),
    )  # fmt: skip


def _ceremony(form: OathForm) -> inaugurations.Ceremony:
    given = form.cleaned_data
    return inaugurations.Ceremony(
        on=given["on"], place=given["place"], official=given["official"], cleric=given["cleric"],
        witnesses=(given["first"], given["second"]),
    )  # fmt: skip


@signed_in
def paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Mengunduh naskah: officers, the board, and the person it is about."""
    found = queries_decision.decree_for(user_of(request), pk)
    if found is None or found.document is None:
        raise Http404
    return documents.send(found.document, inline=True)
