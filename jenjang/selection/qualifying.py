"""Syarat pelamar: what the law asks of the post, held against those who applied, by the engine that ranks them later.

What is not on record says nothing against an applicant; a person judges it with the papers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from jenjang.law.decisions import Finding
from jenjang.selection import applicants
from jenjang.selection.criteria import Terms
from jenjang.selection.eligibility import NO_DATA
from jenjang.selection.lawbooks import law_of
from jenjang.selection.models import Application, Vacancy
from jenjang.selection.ranking import Engine
from jenjang.selection.runs import database_time


def engine_of(vacancy: Vacancy, on: date) -> Engine | None:
    """The engine of the published criteria; none before they are."""
    criteria = vacancy.criteria.select_related("policy_version").order_by("-version").first()
    return Engine(Terms.from_text(criteria.content), law_of(criteria), on) if criteria else None


def requirements_for(application: Application, on: date) -> list[Finding]:
    """Every requirement of one applicant, met or not."""
    return requirements_of(application.vacancy, [application], on).get(application.pk, [])


def requirements_of(vacancy: Vacancy, applications: Sequence[Application], on: date) -> dict[int, list[Finding]]:
    """The same of several applicants to one vacancy, by application."""
    engine = engine_of(vacancy, on) if applications else None
    if engine is None:
        return {}
    people = applicants.read(applications, engine.terms, engine.law, on, database_time(), scored=False)
    keys = {applicants.key_of(one): one.pk for one in applications}
    return {keys[one.person]: engine.findings(one) for one in people}


def is_unknown(finding: Finding) -> bool:
    """Whether it is unmet only because nothing is on record."""
    return not finding.met and finding.code.startswith(NO_DATA)


def ruling_out(findings: Iterable[Finding]) -> list[Finding]:
    """What rules an applicant out: requirements that are known to be unmet."""
    return [one for one in findings if not one.met and not is_unknown(one)]


def ruled_out(vacancy: Vacancy, applications: Sequence[Application], on: date) -> dict[int, list[Finding]]:
    """Who of them is ruled out, and by what."""
    found = {key: ruling_out(findings) for key, findings in requirements_of(vacancy, applications, on).items()}
    return {key: against for key, against in found.items() if against}


def said(findings: Iterable[Finding]) -> str:
    """The sentences of findings, as one reason."""
    return " ".join(one.reason for one in findings)
