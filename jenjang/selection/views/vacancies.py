"""Lowongan: the list, opening one on a seat, its criteria and their publication."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from jenjang.accounts.access import requires
from jenjang.accounts.queries import user_can
from jenjang.kernel import clock, policy
from jenjang.organization.queries import seat as seat_of
from jenjang.selection import fillable, presenters, queries, vacancies
from jenjang.selection.forms import OpenForm, ReasonForm, SeatSearchForm, TermsForm
from jenjang.selection.models import Vacancy
from jenjang.selection.permissions import CRITERIA_PUBLISH, VACANCY_OPEN, VACANCY_VIEW
from jenjang.selection.states import VACANCY
from jenjang.selection.views.common import answered, in_file, vacancy_or_404
from jenjang.ui import paging
from jenjang.ui.answering import user_of
from jenjang.ui.page import posted, render_page
from jenjang.ui.parts import Chip


@requires(VACANCY_VIEW)
def listing(request: HttpRequest) -> HttpResponse:
    """Lowongan yang sedang dan sudah diisi."""
    user = user_of(request)
    sheet = paging.sheet(request, queries.visible_to(user).order_by("-opened_at", "-pk"), per_page=25)
    context = {"sheet": sheet, "labels": VACANCY.labels, "may_open": user_can(user, VACANCY_OPEN)}
    return render_page(request, "selection/vacancies.html", context)


@requires(VACANCY_OPEN)
def choose(request: HttpRequest) -> HttpResponse:
    """Memilih jabatan yang akan diisi."""
    form = SeatSearchForm(request.GET or None)
    text = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    free_only = not text and request.GET.get("semua") != "1"
    sheet = paging.sheet(request, fillable.choices(text, clock.today(), free_only=free_only), per_page=25)
    return render_page(request, "selection/choose.html", {"form": form, "sheet": sheet, "chips": _free(free_only)})


def _free(free_only: bool) -> list[Chip]:
    return [Chip("Kosong atau segera kosong", "?", free_only), Chip("Semua jabatan", "?semua=1", not free_only)]


@requires(VACANCY_OPEN)
def open_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Membuka lowongan atas satu jabatan."""
    seat = _seat_or_404(pk)
    form = OpenForm(posted(request), least_days=vacancies.shortest_call(policy.law_on(clock.today())))
    context = {
        "seat": seat,
        "holders": queries.holders(seat),
        "decision": vacancies.opening_findings(seat),
        "method": vacancies.method_for(seat.kind),
        "done": "Lowongan dibuka sebagai rancangan. Isi kriteria dan jadwalnya, lalu umumkan.",
    }
    return answered(
        request, form, "selection/open.html", context,
        lambda: vacancies.open_vacancy(seat=seat, by=user_of(request), on=clock.today(), **form.cleaned_data),
        then=presenters.criteria_url,
    )  # fmt: skip


def _seat_or_404(pk: int) -> Any:
    seat = seat_of(pk)
    if seat is None:
        raise Http404
    return seat


@requires(VACANCY_OPEN)
def criteria(request: HttpRequest, number: str) -> HttpResponse:
    """Kriteria: what the law gives and what the officer adds, until they are published."""
    vacancy = vacancy_or_404(request, number)
    law, file = policy.law_on(clock.today()), in_file(request, vacancy, "kriteria")
    terms = vacancies.drafted(vacancy, law.day, law)
    form = TermsForm(posted(request), terms=terms, least_days=vacancies.shortest_call(law))
    form.initial |= {"call_from": vacancy.call_from, "call_until": vacancy.call_until}
    form.initial.update({f"hari_{state}": day for state, day in file["file"].standing.planned.items()})
    context = {
        **file,
        "facts": presenters.terms_facts(terms),
        "decision": vacancies.publishing_findings(vacancy, terms, law),
        "published": file["file"].standing.versions > 0,
        "may_publish": user_can(user_of(request), CRITERIA_PUBLISH),
        "publish_form": ReasonForm(auto_id="umum_%s"),
    }
    return answered(
        request, form, "selection/criteria.html", context, lambda: _save_terms(request, vacancy, form),
        then=presenters.criteria_url(vacancy),
    )  # fmt: skip


def _save_terms(request: HttpRequest, vacancy: Vacancy, form: TermsForm) -> None:
    vacancies.draft_terms(vacancy=vacancy, terms=form.chosen(), by=user_of(request))
    vacancies.plan(vacancy=vacancy, steps=form.steps(), by=user_of(request))
    first, last = form.cleaned_data.get("call_from"), form.cleaned_data.get("call_until")
    if first and last and vacancy.state == "rancangan":
        vacancies.schedule_call(vacancy=vacancy, call_from=first, call_until=last, by=user_of(request))


@requires(CRITERIA_PUBLISH)
def publish(request: HttpRequest, number: str) -> HttpResponse:
    """Mengumumkan: shown once more as it will be sealed, then sealed."""
    vacancy = vacancy_or_404(request, number)
    law, file = policy.law_on(clock.today()), in_file(request, vacancy, "kriteria")
    terms = vacancies.drafted(vacancy, law.day, law)
    form = ReasonForm(posted(request))
    context: dict[str, Any] = {
        **file,
        "facts": presenters.terms_facts(terms),
        "decision": vacancies.publishing_findings(vacancy, terms, law),
        "again": file["file"].standing.versions > 0,
        "done": "Kriteria diumumkan dan disegel.",
    }
    return answered(
        request, form, "selection/publish.html", context,
        lambda: vacancies.publish(
            vacancy=vacancy, by=user_of(request), on=clock.today(), reason=form.cleaned_data["reason"]
        ),
        then=presenters.vacancy_url(vacancy),
    )  # fmt: skip
