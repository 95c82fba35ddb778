"""Dokumen kinerja sebagai PDF, for whom the page itself opens."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from jenjang.accounts.access import requires
from jenjang.kernel import clock
from jenjang.performance import credit as credits
from jenjang.performance import papers, papers_credit, papers_unit, queries_papers, queries_results, scopes
from jenjang.performance.permissions import OWN, VIEW
from jenjang.performance.states import HANDED_OVER
from jenjang.performance.views.common import paper
from jenjang.ui.answering import found_or_404, user_of


@requires(OWN)
def skp(request: HttpRequest, pk: int) -> HttpResponse:
    """SKP: the newest agreed version, or the draft."""
    found = found_or_404(queries_results.skp_for(user_of(request), pk))
    return paper(papers.skp_paper(found, found.versions.order_by("-number").first()), f"skp-{found.year.year}-{pk}")


@requires(OWN)
def evaluation(request: HttpRequest, pk: int) -> HttpResponse:
    """Evaluasi kinerja."""
    found = _evaluation(request, pk)
    organisation = queries_papers.organisation_predicate(found)
    return paper(papers.evaluation_paper(found, queries_papers.document_of(found), organisation), f"evaluasi-{pk}")


@requires(OWN)
def summary(request: HttpRequest, pk: int) -> HttpResponse:
    """Dokumen evaluasi kinerja."""
    found = _evaluation(request, pk)
    organisation = queries_papers.organisation_predicate(found)
    return paper(papers.summary_paper(found, queries_papers.document_of(found), organisation), f"dokumen-evaluasi-{pk}")


def _evaluation(request: HttpRequest, pk: int) -> Any:
    """Before the handing over the ratings are the appraiser's alone."""
    found = found_or_404(queries_results.evaluation_for(user_of(request), pk))
    if found.state not in HANDED_OVER and not scopes.appraises(user_of(request), found.skp):
        raise Http404
    return found


@requires(OWN)
def matrix(request: HttpRequest, pk: int) -> HttpResponse:
    """Matriks peran hasil of a leader's SKP."""
    found = found_or_404(queries_results.skp_for(user_of(request), pk))
    leader = found_or_404(queries_papers.person_of(found))
    return paper(papers_unit.matrix_paper(papers_unit.matrix_of(found), leader), f"matriks-{found.year.year}-{pk}")


@requires(VIEW)
def curve(request: HttpRequest, pk: int, year: int, period: int) -> HttpResponse:
    """Kurva distribusi predikat of a unit with all below it."""
    found = found_or_404(queries_papers.curve_of(user_of(request), pk, year, period))
    content = papers_unit.curve_paper(found.unit, found.period, found.counts, found.organisation, found.decision)
    return paper(content, f"kurva-{pk}-{year}-{period}")


@requires(OWN)
def determination(request: HttpRequest, nip: str) -> HttpResponse:
    """Penetapan angka kredit."""
    person = _official(request, nip)
    return paper(
        papers_credit.determination_paper(person, credits.standing(person, clock.today()), clock.today()), f"pak-{nip}"
    )


@requires(OWN)
def accumulation(request: HttpRequest, nip: str) -> HttpResponse:
    """Akumulasi angka kredit."""
    person = _official(request, nip)
    return paper(
        papers_credit.accumulation_paper(person, credits.standing(person, clock.today()), clock.today()),
        f"akumulasi-{nip}",
    )


@requires(OWN)
def conversion(request: HttpRequest, nip: str, year: int) -> HttpResponse:
    """Konversi predikat setahun."""
    person, day = _official(request, nip), clock.today()
    rows = credits.rows_of_year(person, year, day)
    if not rows:
        raise Http404
    return paper(papers_credit.conversion_paper(person, year, rows, day), f"konversi-{nip}-{year}")


def _official(request: HttpRequest, nip: str) -> Any:
    person = found_or_404(queries_results.person_for(user_of(request), nip))
    if not credits.applies_to(person):
        raise Http404
    return person
