"""Pelamar, from the officer's side: the list, papers checked side by side, a longer call, results from outside."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from jenjang.accounts.access import requires
from jenjang.accounts.permissions import ACCOUNT_MANAGE
from jenjang.accounts.queries import user_can
from jenjang.kernel import clock, documents
from jenjang.selection import applications, candidates, checking, qualifying, queries_open
from jenjang.selection.applicants import IN_THE_RUNNING
from jenjang.selection.bench import name_of, place_of
from jenjang.selection.explaining import LABELS
from jenjang.selection.forms_open import CheckForm, ExtendForm, ExternalForm, StageForm
from jenjang.selection.marking import stages_of
from jenjang.selection.models import Application, Component, Method, Vacancy
from jenjang.selection.permissions import APPLICANT_REGISTER, APPLICATION_CHECK
from jenjang.selection.presenters_open import state_tag, with_kinds
from jenjang.selection.views.common import answered, in_file, vacancy_or_404
from jenjang.ui.answering import add_refusal, user_of
from jenjang.ui.page import posted, render_page

CONCLUDING = ("simpulkan", "gugurkan")


@requires(APPLICATION_CHECK)
def listing(request: HttpRequest, number: str) -> HttpResponse:
    """Pelamar: who applied, how far the papers are, and whether there are enough."""
    vacancy = _open_or_404(request, number)
    today = clock.today()
    rows = queries_open.applicants_of(vacancy)
    passed = sum(row.state == "ms" for row in rows)
    law = applications.law_of_vacancy(vacancy, today)
    context = {
        **in_file(request, vacancy, "pelamar"), "passed": passed,
        "rows": [(row, *state_tag(row.state)) for row in rows],
        "enough": candidates.enough_applicants(passed, law), "state": vacancy.state,
        "may_extend": vacancy.state == "diumumkan", "components": Component.choices,
        "may_register": vacancy.state == "diumumkan" and user_can(user_of(request), ACCOUNT_MANAGE),
    }  # fmt: skip
    return render_page(request, "selection/open/applicants.html", context)


@requires(APPLICATION_CHECK)
def check(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Periksa lamaran: the papers with MS, BTL or TMS and a reason; what the law asks beside them."""
    vacancy, found = _submitted_or_404(request, number, pk)
    law = queries_open.law_for(found, clock.today())
    running = found.state in IN_THE_RUNNING
    requirements = qualifying.requirements_for(found, clock.today()) if running else []
    lines = queries_open.paper_lines(found, law)
    form = CheckForm(posted(request), lines=lines)
    label, kind = state_tag(found.state)
    context = {
        **in_file(request, vacancy, "pelamar"), "application": found, "name": name_of(found), "place": place_of(found), "label": label,
        "kind": kind, "is_open": found.state == "diajukan", "current": getattr(found.employee, "current", None),
        "requirements": with_kinds(requirements), "against": qualifying.ruling_out(requirements),
        "results": [(LABELS[row.component], row) for row in found.results.filter(superseded_by=None).order_by("pk")],
    }  # fmt: skip
    settle = request.POST.get("aksi") in CONCLUDING
    here = redirect("selection:check", number, pk).url
    return answered(
        request, form, "selection/open/check.html", context, lambda: _checked(request, found, form),
        then=redirect("selection:applicants", number).url if settle else here,
    )  # fmt: skip


@requires(APPLICATION_CHECK)
def paper(request: HttpRequest, number: str, pk: int, paper_pk: int) -> HttpResponseBase:
    """Satu berkas pelamar."""
    _, found = _submitted_or_404(request, number, pk)
    row = next((one for one in found.documents.select_related("document") if one.pk == paper_pk), None)
    if row is None:
        raise Http404
    return documents.send(row.document, inline=True)


@requires(APPLICANT_REGISTER, fresh=True)
def register(request: HttpRequest, number: str) -> HttpResponse:
    """Daftarkan pelamar dari instansi lain; the code is shown once."""
    vacancy = _open_or_404(request, number)
    form = ExternalForm(posted(request))
    made: dict[str, Any] = {}

    def act() -> None:
        applicant, code = applications.register_external(**form.cleaned_data, by=user_of(request))
        made.update(applicant=applicant, code=code)

    response = answered(
        request, form, "selection/open/register.html", in_file(request, vacancy, "pelamar"), act,
        then=redirect("selection:applicants", number).url, refuse=add_refusal,
    )  # fmt: skip
    return (
        render_page(request, "selection/open/registered.html", {**in_file(request, vacancy, "pelamar"), **made})
        if made
        else response
    )


@requires(APPLICATION_CHECK)
def extend(request: HttpRequest, number: str) -> HttpResponse:
    """Perpanjang pengumuman."""
    vacancy = _open_or_404(request, number)
    form = ExtendForm(posted(request))
    return answered(
        request, form, "selection/open/extend.html", in_file(request, vacancy, "pelamar"),
        lambda: applications.extend_call(vacancy=vacancy, **form.cleaned_data, by=user_of(request), on=clock.today()),
        then=redirect("selection:applicants", number).url, refuse=add_refusal,
    )  # fmt: skip


@requires(APPLICATION_CHECK)
def stage(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Catat hasil tahap dari lembaga penilai."""
    vacancy, found = _submitted_or_404(request, number, pk)
    today = clock.today()
    form = StageForm(posted(request), marked=stages_of(vacancy, queries_open.law_for(found, today)))
    return answered(
        request, form, "selection/open/stage.html", {**in_file(request, vacancy, "pelamar"), "application": found, "name": name_of(found)},
        lambda: applications.record_stage(application=found, **form.cleaned_data, by=user_of(request), on=today),
        then=redirect("selection:check", number, pk).url,
    )  # fmt: skip


def _checked(request: HttpRequest, found: Application, form: CheckForm) -> None:
    user, today, said = user_of(request), clock.today(), form.cleaned_data["aksi"]
    settle, passing = said in CONCLUDING, said == "simpulkan"
    checking.check_all(application=found, checks=form.changed(), settle=settle, passing=passing, by=user, on=today)


def _open_or_404(request: HttpRequest, number: str) -> Vacancy:
    vacancy = vacancy_or_404(request, number)
    if vacancy.method != Method.OPEN:
        raise Http404
    return vacancy


def _submitted_or_404(request: HttpRequest, number: str, pk: int) -> tuple[Vacancy, Application]:
    vacancy = _open_or_404(request, number)
    found = queries_open.submitted(vacancy, pk)
    if found is None:
        raise Http404
    return vacancy, found
