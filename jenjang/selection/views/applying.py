"""Melamar: running calls and one's own applications, the same for employees and for people of other agencies."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from jenjang.accounts.access import signed_in
from jenjang.kernel import clock, documents
from jenjang.law.errors import Refused
from jenjang.selection import applications, queries_open
from jenjang.selection.criteria import Terms
from jenjang.selection.forms_open import PaperForm, StatedForm, WithdrawForm
from jenjang.selection.models import Application
from jenjang.selection.presenters_open import state_tag
from jenjang.selection.views.common import answered
from jenjang.ui.answering import user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page


@signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """Seleksi terbuka dan lamaran saya."""
    user, today = user_of(request), clock.today()
    own = [(one, *state_tag(one.state)) for one in queries_open.applications_of(user)]
    begun = {one.vacancy_id for one, *_ in own}
    calls = [call for call in queries_open.running_calls(today) if call.pk not in begun]
    return render_page(request, "selection/open/mine.html", {"own": own, "calls": calls})


@signed_in
def apply(request: HttpRequest, number: str) -> HttpResponse:
    """Lamar: what is asked, and one button."""
    user, today = user_of(request), clock.today()
    vacancy = queries_open.open_call(number, today)
    if vacancy is None:
        raise Http404
    applicant = queries_open.external_of(user)
    papers = applications.papers_of(applications.law_of_vacancy(vacancy, today), external=applicant is not None)
    return answered(
        request, Form(posted(request)), "selection/open/apply.html", {"vacancy": vacancy, "papers": papers, "done": ""},
        lambda: applications.begin(vacancy=vacancy, by=user, on=today, applicant=applicant),
        then=lambda made: redirect("selection:application", made.pk).url,
    )  # fmt: skip


@signed_in
def application(request: HttpRequest, pk: int) -> HttpResponse:
    """Lamaran saya: papers, facts, what is still missing, what came of it. POST adds a paper."""
    found = own_or_404(request, pk)
    law = queries_open.law_for(found, clock.today())
    lines = queries_open.paper_lines(found, law)
    form = PaperForm(posted(request), request.FILES or None, papers=[line.paper for line in lines])
    status = HTTPStatus.OK
    if request.method == "POST":
        if form.is_valid() and _attached(request, found, form):
            return redirect("selection:application", pk)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render_page(request, "selection/open/application.html", _shown(request, found, lines, form), status=status)


@signed_in
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Ajukan: facts from another agency are typed here; an employee's come from the records."""
    found = own_or_404(request, pk)
    user, today = user_of(request), clock.today()
    form = StatedForm(posted(request)) if found.external_id else Form(posted(request))
    return answered(
        request, form, "selection/open/submit.html", {"application": found, "vacancy": found.vacancy, "done": ""},
        lambda: applications.submit(application=found, by=user, on=today, facts=_facts(found, form)),
        then=redirect("selection:application", pk).url,
    )  # fmt: skip


@signed_in
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Tarik lamaran."""
    found = own_or_404(request, pk)
    form = WithdrawForm(posted(request))
    return answered(
        request, form, "selection/open/withdraw.html", {"application": found, "vacancy": found.vacancy, "done": "Lamaran ditarik."},
        lambda: applications.withdraw(application=found, by=user_of(request), reason=form.cleaned_data["reason"]),
        then=redirect("selection:application", pk).url,
    )  # fmt: skip


@signed_in
def paper(request: HttpRequest, pk: int, paper_pk: int) -> HttpResponseBase:
    """Satu berkas sendiri."""
    found = own_or_404(request, pk)
    lines = queries_open.paper_lines(found, queries_open.law_for(found, clock.today()))
    row = next((line.row for line in lines if line.row and line.row.pk == paper_pk), None)
    if row is None:
        raise Http404
    return documents.send(row.document)


def own_or_404(request: HttpRequest, pk: int) -> Application:
    """One's own application; somebody else's is missing."""
    found = queries_open.application_of(user_of(request), pk)
    if found is None:
        raise Http404
    return found


def _attached(request: HttpRequest, found: Application, form: PaperForm) -> bool:
    given = form.cleaned_data
    try:
        applications.attach(
            application=found, kind=given["kind"], file=given["file"], by=user_of(request), on=clock.today()
        )
    except Refused as refusal:
        form.add_decision(refusal.decision)
    except documents.DocumentRefused as refusal:
        form.add_refusal(str(refusal), "file")
    else:
        return True
    return False


def _facts(found: Application, form: Form) -> dict[str, Any] | None:
    if found.external is None or not isinstance(form, StatedForm):
        return None
    criteria = found.vacancy.criteria.order_by("-version").first()
    standard = Terms.from_text(criteria.content).standard if criteria else {}
    return form.facts(birth_date=found.external.birth_date, year=clock.today().year, competencies=standard)


def _shown(request: HttpRequest, found: Application, lines: list[Any], form: PaperForm) -> dict[str, Any]:
    label, kind = state_tag(found.state)
    user, today = user_of(request), clock.today()
    decision = applications.submitting_findings(found, {"diisi": True}, user, today)
    return {
        "application": found, "vacancy": found.vacancy, "lines": lines, "form": form, "label": label, "kind": kind,
        "is_open": found.state in applications.FURNISHING, "decision": decision,
        "may_withdraw": found.state not in ("ditarik", "tms") and applications.undecided(found.vacancy).met,
        "results": queries_open.published_results(found), "current": getattr(found.employee, "current", None),
    }  # fmt: skip
