"""Putusan: the three names, the proposal, the choice with its reason, and what was checked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from jenjang.accounts.access import requires
from jenjang.accounts.queries import user_can
from jenjang.kernel import clock, policy
from jenjang.law.decisions import Finding
from jenjang.law.errors import Refused
from jenjang.law.parameters import LawOn
from jenjang.selection import decisions, presenters_decision, proposals, queries_decision
from jenjang.selection.barred import barred_from
from jenjang.selection.decisions import Choice, Desk
from jenjang.selection.forms_decision import TEXT_CODES, BackForm, ChoiceForm, InterestForm, NoteForm
from jenjang.selection.interests import OPEN
from jenjang.selection.links import decision_url
from jenjang.selection.models import Vacancy
from jenjang.selection.officials import UNDECLARED
from jenjang.selection.permissions import (
    APPROVAL_RECORD,
    DECIDE,
    NAMES_FORWARD,
    OATH_RECORD,
    PANEL_FORM,
    PROPOSE,
    VACANCY_VIEW,
)
from jenjang.selection.views.common import answered, in_file, vacancy_or_404
from jenjang.ui.answering import user_of
from jenjang.ui.page import posted, render_page

TEMPLATE = "selection/decision/page.html"


@requires(VACANCY_VIEW)
def decision(request: HttpRequest, number: str) -> HttpResponse:
    """Halaman putusan: what each role may do now, and what stands in the way."""
    return _page(request, vacancy_or_404(request, number))


def _page(
    request: HttpRequest,
    vacancy: Vacancy,
    form: ChoiceForm | None = None,
    note: NoteForm | None = None,
    status: int = 200,
) -> HttpResponse:
    user, today = user_of(request), clock.today()
    law, desk = policy.law_on(today), decisions.desk_of(vacancy)
    shortlist = desk.proposal.shortlist if desk.proposal else proposals.standing_shortlist(vacancy)
    file = in_file(request, vacancy, "putusan")
    closed = barred_from(user, vacancy, file["file"].standing.is_member)
    names = queries_decision.three_names(shortlist, today, desk.names, closed) if shortlist else []
    context: dict[str, Any] = {
        **_way(file, today),
        "state": vacancy.state,
        "desk": desk,
        "names": names,
        "shortlist": shortlist,
        **_marked(vacancy, names, law),
        **_settled(vacancy),
        "may": _may(user, vacancy),
    }
    if vacancy.state == "diusulkan" and user_can(user, DECIDE):
        context |= _choosing(desk, names, form, user, law)
    if vacancy.state == "tiga_nama" and user_can(user, PROPOSE):
        context |= _proposing(vacancy, note, user, law)
    if shortlist and vacancy.state in OPEN and user_can(user, PANEL_FORM):
        context["aside"] = queries_decision.stepping_aside(shortlist, today, law)
    return render_page(request, TEMPLATE, context, status=status)


def _marked(vacancy: Vacancy, names: list[queries_decision.Name], law: LawOn) -> dict[str, Any]:
    """What the bars of the three stand for, and what was checked of all of them."""
    return {
        "legend": next((one.parts for one in names if one.parts), []),
        "checked": queries_decision.already_checked(vacancy, law) if names else [],
    }


def _way(file: dict[str, Any], today: date) -> dict[str, Any]:
    """The file's parts, where it has been, and why it came back."""
    standing = file["file"].standing
    return {
        **file, "way": presenters_decision.way(standing, today), "returned": presenters_decision.returned(standing),
    }  # fmt: skip


def _settled(vacancy: Vacancy) -> dict[str, Any]:
    """The decision that stands, all papers, and whether its own decree is signed already."""
    decision = decisions.standing_decision(vacancy)
    papers = queries_decision.decrees_of(vacancy) if decision else []
    signed = any(one.decision_id == decision.pk for one in papers) if decision else False
    return {"decision": decision, "papers": papers, "signed": signed}


def _may(user: Any, vacancy: Vacancy) -> dict[str, bool]:
    """The doors that are open to this person in this state."""
    doors = {
        "forward": (NAMES_FORWARD, ("diperingkat",)),
        "approve": (APPROVAL_RECORD, ("tiga_nama", "diusulkan")),
        "sign": (DECIDE, ("ditetapkan",)),
        "inaugurate": (OATH_RECORD, ("ditetapkan",)),
        "send_back": (DECIDE, ("diusulkan",)),
    }
    return {name: vacancy.state in states and user_can(user, held) for name, (held, states) in doors.items()}


def _choosing(desk: Desk, names: list[Any], form: ChoiceForm | None, user: Any, law: LawOn) -> dict[str, Any]:
    """The form with what was kept, and what stands in the way of the choice so far."""
    draft = getattr(desk.vacancy, "decision_draft", None)
    initial = (
        {"calon": str(draft.chosen_id or ""), "reason_kind": draft.reason_kind, "words": draft.words} if draft else {}
    )
    sent = form is not None
    form = form or ChoiceForm(names=names, initial=initial)
    chosen = form.data.get("calon", "") if form.is_bound else initial.get("calon", "")
    choice = Choice(_candidate(desk, chosen), form["reason_kind"].value() or "", form["words"].value() or "")
    checked = decisions.findings_for(desk, choice, user, law.day, law)
    person = next((one for one in names if str(one.candidate) == chosen), None)
    side = _side(checked.findings, law)
    if side["side"] and not (sent and side["side"] == UNDECLARED):
        return side
    passes_over = bool(person and person.place > 1)
    form.expects_words(passes_over)
    return {
        "form": form,
        "chosen": chosen,
        "person": person,
        "passes_over": passes_over,
        "law_findings": sorted(
            (one for one in checked.findings if one.code not in TEXT_CODES), key=lambda one: one.met
        ),
        **presenters_decision.in_the_way(checked.objections, bool(chosen) and not sent),
    }


def _proposing(vacancy: Vacancy, note: NoteForm | None, user: Any, law: LawOn) -> dict[str, Any]:
    """The button with what stands in its way, and the note as it was typed."""
    checked = proposals.proposal_findings(vacancy, user, law.day)
    return {"proposing": checked, "note_form": note or NoteForm(), **_side(checked.findings, law)}


def _side(findings: Sequence[Finding], law: LawOn) -> dict[str, Any]:
    """Where the official stands: has still to declare, steps back, waits for a ruling, or nothing of that."""
    return {
        "side": presenters_decision.desk_side(findings),
        "set_back": presenters_decision.steps_back(findings),
        "undeclared": any(one.code == UNDECLARED and not one.met for one in findings),
        "nothing": InterestForm(people=[], degrees=presenters_decision.kin_words(law))["nihil"],
    }


def _candidate(desk: Desk, key: str) -> Any:
    return next((one.candidate for one in desk.names if str(one.candidate_id) == key), None)


@require_POST
@requires(DECIDE, fresh=True)
def decide(request: HttpRequest, number: str) -> HttpResponse:
    """Menetapkan satu nama."""
    vacancy = vacancy_or_404(request, number)
    desk, form = _choice_form(request, vacancy)
    if form.is_valid():
        try:
            decisions.decide(vacancy=vacancy, choice=_choice(desk, form), by=user_of(request), on=clock.today())
        except Refused as refusal:
            form.add_decision(refusal.decision)
        else:
            return redirect(decision_url(vacancy))
    return _page(request, vacancy, form, status=422)


@require_POST
@requires(DECIDE)
def keep_draft(request: HttpRequest, number: str) -> HttpResponse:
    """Menyimpan rancangan, and seeing what still stands in the way."""
    vacancy = vacancy_or_404(request, number)
    desk, form = _choice_form(request, vacancy)
    if not form.is_valid():
        return _page(request, vacancy, form, status=422)
    decisions.save_draft(vacancy=vacancy, choice=_choice(desk, form), by=user_of(request))
    return redirect(decision_url(vacancy))


def _choice_form(request: HttpRequest, vacancy: Vacancy) -> tuple[Desk, ChoiceForm]:
    desk = decisions.desk_of(vacancy)
    if desk.proposal is None or vacancy.state != "diusulkan":
        raise Http404
    names = queries_decision.three_names(desk.proposal.shortlist, clock.today())
    return desk, ChoiceForm(request.POST, names=names)


def _choice(desk: Desk, form: ChoiceForm) -> Choice:
    given = form.cleaned_data
    return Choice(_candidate(desk, given["calon"]), given["reason_kind"], given["words"])


@requires(DECIDE)
def send_back(request: HttpRequest, number: str) -> HttpResponse:
    """Mengembalikan ke tim."""
    vacancy = vacancy_or_404(request, number)
    form = BackForm(posted(request))
    return answered(
        request, form, "selection/decision/back.html", in_file(request, vacancy, "putusan"),
        lambda: proposals.return_to_panel(
            vacancy=vacancy, reason=form.cleaned_data["reason"], by=user_of(request)
        ),
        then=decision_url(vacancy),
    )  # fmt: skip


@require_POST
@requires(PROPOSE, fresh=True)
def propose(request: HttpRequest, number: str) -> HttpResponse:
    """Mengusulkan tiga nama."""
    vacancy = vacancy_or_404(request, number)
    form = NoteForm(request.POST)
    if form.is_valid():
        try:
            proposals.propose(vacancy=vacancy, by=user_of(request), on=clock.today(), note=form.cleaned_data["note"])
        except Refused as refusal:
            form.add_decision(refusal.decision)
        else:
            return redirect(decision_url(vacancy))
    return _page(request, vacancy, note=form, status=422)
