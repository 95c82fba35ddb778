"""Bacaan seleksi terbuka: running calls, one's own applications, and the officer's list. Everybody sees only their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from jenjang.law.parameters import LawOn
from jenjang.selection.applications import Paper, newest_papers, papers_of
from jenjang.selection.bench import name_of, place_of
from jenjang.selection.checking import standing_checks
from jenjang.selection.models import (
    Application,
    ApplicationDocument,
    ApplicationTransition,
    Candidate,
    DocumentCheck,
    ExternalApplicant,
    Method,
    StageResult,
    Vacancy,
)
from jenjang.selection.panels import law_of_vacancy
from jenjang.selection.queries import with_state
from jenjang.selection.states import APPLICATION

if TYPE_CHECKING:
    from jenjang.accounts.models import User


def running_calls(on: date) -> list[Vacancy]:
    """Seleksi terbuka yang sedang menerima lamaran."""
    calls = with_state(Vacancy.objects.filter(method=Method.OPEN, call_from__lte=on, call_until__gte=on))
    return list(calls.filter(state="diumumkan").order_by("call_until", "pk"))


def open_call(number: str, on: date) -> Vacancy | None:
    """One of them."""
    return next((one for one in running_calls(on) if one.number == number), None)


def external_of(user: User) -> ExternalApplicant | None:
    """Who this account is as an applicant from another agency."""
    return ExternalApplicant.objects.filter(user=user).first()


def _with_state(rows: QuerySet[Application]) -> QuerySet[Application]:
    newest = ApplicationTransition.objects.filter(application=OuterRef("pk")).order_by("-sequence")
    return rows.select_related("vacancy", "external__user", "employee__user", "employee__current").annotate(
        state=Coalesce(Subquery(newest.values("to_state")[:1]), Value(APPLICATION.initial)),
        why=Subquery(newest.values("reason")[:1]),
    )


def own_applications(user: User) -> QuerySet[Application]:
    """Lamaran saya."""
    return Application.objects.filter(Q(employee__user=user) | Q(external__user=user))


def applications_of(user: User) -> list[Application]:
    """Lamaran saya, newest first."""
    return list(_with_state(own_applications(user)).order_by("-begun_at", "-pk"))


def application_of(user: User, pk: int) -> Application | None:
    """One's own application; somebody else's is as if it did not exist."""
    return next((one for one in applications_of(user) if one.pk == pk), None)


@dataclass(slots=True)
class PaperLine:
    """Satu jenis berkas dalam satu lamaran: what is there, and what the check said."""

    paper: Paper
    row: ApplicationDocument | None
    check: DocumentCheck | None


def paper_lines(application: Application, law: LawOn) -> list[PaperLine]:
    """Every paper that is asked, there or not."""
    have, checks = newest_papers(application), standing_checks(application)
    asked = papers_of(law, external=application.external_id is not None)
    return [PaperLine(paper, have.get(paper.code), checks.get(paper.code)) for paper in asked]


def law_for(application: Application, on: date) -> LawOn:
    """The law of the vacancy."""
    return law_of_vacancy(application.vacancy, on)


def published_results(application: Application) -> list[StageResult]:
    """Own results of stages in which every candidate has one: nobody reads a stage that is under way."""
    own = StageResult.objects.filter(application=application, superseded_by=None).order_by("pk")
    waiting = Candidate.objects.filter(vacancy=application.vacancy_id).count()
    counts = StageResult.objects.filter(application__vacancy=application.vacancy_id, superseded_by=None).values_list(
        "component"
    )
    full = {component for component, many in counts.annotate(many=Count("pk")) if waiting and many >= waiting}
    return [one for one in own if one.component in full]


@dataclass(slots=True)
class Applicant:
    """Satu pelamar dalam daftar petugas."""

    application: Application
    name: str
    place: str
    state: str
    papers: int
    checked: int
    results: dict[str, Any]


def applicants_of(vacancy: Vacancy) -> list[Applicant]:
    """Semua lamaran satu lowongan; begun ones are nobody's business but the applicant's."""
    rows = list(
        _with_state(Application.objects.filter(vacancy=vacancy)).exclude(state="rancangan").order_by("begun_at", "pk")
    )
    papers = dict(
        ApplicationDocument.objects.filter(application__vacancy=vacancy)
        .values_list("application")
        .annotate(n=Count("kind", distinct=True))
    )
    checks = dict(
        DocumentCheck.objects.filter(application__vacancy=vacancy)
        .values_list("application")
        .annotate(n=Count("kind", distinct=True))
    )
    results: dict[int, dict[str, Any]] = {}
    for row in StageResult.objects.filter(application__vacancy=vacancy, superseded_by=None):
        results.setdefault(row.application_id, {})[row.component] = row.score
    return [
        Applicant(one, name_of(one), place_of(one), one.state, papers.get(one.pk, 0), checks.get(one.pk, 0), results.get(one.pk, {}))
        for one in rows
    ]  # fmt: skip


def passed_count(vacancy: Vacancy) -> int:
    """How many passed and are still in the running."""
    return _with_state(Application.objects.filter(vacancy=vacancy)).filter(state="ms").count()


def submitted(vacancy: Vacancy, pk: int) -> Application | None:
    """A submitted application of this vacancy, for the officer."""
    rows = _with_state(Application.objects.filter(vacancy=vacancy)).exclude(state="rancangan")
    return rows.filter(pk=pk).first()
