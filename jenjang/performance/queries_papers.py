"""Bacaan untuk dokumen: the sealed text behind a paper, the unit's counts, and the pattern that they are held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jenjang.kernel.queries import law_on
from jenjang.law.codes import OrganisationPredicate, Predicate
from jenjang.law.decisions import Decision
from jenjang.organization.queries import subtree_ids
from jenjang.organization.queries import unit as unit_of
from jenjang.performance import periods, queries_distribution, scopes
from jenjang.performance.models import (
    SKP,
    Evaluation,
    EvaluationDocument,
    PerformanceYear,
    Tally,
)
from jenjang.performance.periods import Period
from jenjang.performance.rules.distribution import DistributionFacts, check_distribution
from jenjang.personnel.queries import current_of_employee

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.personnel.models import EmployeeCurrent


@dataclass(frozen=True, slots=True)
class Curve:
    """Sebaran predikat suatu unit."""

    unit: str
    period: Period
    counts: Mapping[Predicate, int]
    organisation: str
    decision: Decision[Any] | None


def document_of(evaluation: Evaluation) -> EvaluationDocument | None:
    """The newest sealed document of an evaluation."""
    return evaluation.documents.order_by("-version").first()


def person_of(skp: SKP) -> EmployeeCurrent | None:
    """What lists show of an SKP's owner."""
    return current_of_employee(skp.employee_id)


def organisation_predicate(evaluation: Evaluation) -> str:
    """Predikat organisasi that counts for the person's unit in the evaluation's period, in words."""
    code = predicate_of_unit(evaluation.year, evaluation.unit_id, evaluation.period)
    return OrganisationPredicate.of(code).label if code else ""


def predicate_of_unit(year: PerformanceYear, unit: int, period: int) -> str:
    """The organisation predicate of a unit or of the nearest above, as a code; nothing before one is set."""
    found = queries_distribution.organisation_predicate(unit, year, period)
    return found.predicate if found else ""


def counts_under(year: PerformanceYear, unit: int, period: int) -> dict[Predicate, int]:
    """How many people of a unit and all below it have which predicate, from the projection."""
    found: dict[Predicate, int] = dict.fromkeys(Predicate, 0)
    rows = Tally.objects.filter(year=year, period=period, unit__in=subtree_ids([unit])).exclude(predicate="")
    for code, people in rows.values_list("predicate", "people"):
        found[Predicate.of(code)] += people
    return found


def curve_of(user: User, unit: int, number: int, period: int) -> Curve | None:
    """A unit's curve, for who works with the unit."""
    place = unit_of(unit)
    year = PerformanceYear.objects.filter(year=number).first()
    if place is None or year is None or not scopes.cares_for(user, unit):
        return None
    span = periods.period_of(year.year, year.rhythm, period)
    if span is None:
        return None
    counts = counts_under(year, unit, period)
    code = predicate_of_unit(year, unit, period)
    decision = None
    if code and sum(counts.values()):
        decision = check_distribution(DistributionFacts(OrganisationPredicate.of(code), counts), law_on(span.last))
    return Curve(place.name, span, counts, OrganisationPredicate.of(code).label if code else "", decision)
