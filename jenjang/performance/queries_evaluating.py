"""Bacaan satu evaluasi: everything on its page, as far as this reader may see it. Ratings stay unseen by the person until handed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from jenjang.accounts.queries import user_can
from jenjang.performance import handing, kin, scopes
from jenjang.performance.agreed import Agreed, agreed_of
from jenjang.performance.evaluations import WAITING_FOR_RATING, period_of
from jenjang.performance.histories import months_of
from jenjang.performance.models import (
    AmendmentProposal,
    AppraisalObjection,
    Assessment,
    AssessmentKind,
    Evaluation,
    EvaluationDocument,
    EvaluationTransition,
    ImprovementPlan,
    ObjectionRuling,
    PeriodicRecord,
    RatingDraft,
)
from jenjang.performance.periods import Period
from jenjang.performance.permissions import AMEND, DISTRIBUTION
from jenjang.performance.queries_evidence import Done, Proof, Window, done_for, proofs_of, window_of
from jenjang.performance.states import HANDED_OVER
from jenjang.personnel.queries import current_of_employee

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.law.decisions import Decision
    from jenjang.law.parameters import LawOn

_JOINED = (
    "year", "unit", "skp__appraiser__current", "rater__current", "employee__current", "draft", "objection__ruling__by", "objection__evidence",
    "objection__to__current", "improvement",
)  # fmt: skip


@dataclass(slots=True)
class Reading:
    """Yang terbaca on the page of an evaluation."""

    evaluation: Evaluation
    period: Period
    law: LawOn
    day: date
    is_owner: bool
    appraises: bool
    rules: bool
    may_amend: bool
    sees_rating: bool
    agreed: Agreed
    window: Window
    realizations: dict[int, str]
    feedback: dict[int, str]
    behaviours: dict[str, str]
    proofs: dict[int, list[Proof]]
    done: dict[int, list[Done]]
    assessments: list[Assessment]
    moves: list[EvaluationTransition]
    documents: list[EvaluationDocument]
    amendments: list[AmendmentProposal]
    objecting: Decision[Any] | None
    sign_by: date | None

    @property
    def draft(self) -> RatingDraft | None:
        """Rancangan nilai, for who made it."""
        return getattr(self.evaluation, "draft", None) if self.appraises else None

    @property
    def has_papers(self) -> bool:
        """Whether the papers with the ratings open: before the handing over to the appraiser alone."""
        return self.appraises or self.evaluation.state in HANDED_OVER

    @property
    def objection(self) -> AppraisalObjection | None:
        return getattr(self.evaluation, "objection", None)

    @property
    def ruling(self) -> ObjectionRuling | None:
        return getattr(self.objection, "ruling", None)

    @property
    def improvement(self) -> ImprovementPlan | None:
        return getattr(self.evaluation, "improvement", None)

    @property
    def said(self) -> Assessment | None:
        """Penilaian sendiri yang terakhir."""
        return next((one for one in reversed(self.assessments) if one.kind == AssessmentKind.SELF), None)

    @property
    def given(self) -> Assessment | None:
        """The assessment that counts."""
        return next((one for one in reversed(self.assessments) if one.kind != AssessmentKind.SELF), None)

    @property
    def open_amendment(self) -> AmendmentProposal | None:
        return next((one for one in self.amendments if one.state == AmendmentProposal.State.OPEN), None)


def readable(user: User) -> QuerySet[Evaluation]:
    """Evaluasi yang boleh dibaca: of one's scope, and what came to one's desk as an objection."""
    visible = Q(pk__in=scopes.visible_evaluations(user).order_by().values("pk"))
    return Evaluation.objects.filter(visible | scopes.judged_by(user, "objection__"))


def evaluation_for(user: User, pk: int) -> Evaluation | None:
    """One evaluation, if the user may read it."""
    found = readable(user).filter(pk=pk).select_related(*_JOINED).first()
    if found is not None:
        found.skp.year = found.year
    return found


def own_evaluation(user: User, pk: int) -> Evaluation | None:
    """One's own evaluation."""
    person = scopes.own_employee(user)
    found = evaluation_for(user, pk) if person else None
    return found if found is not None and person is not None and found.employee_id == person.pk else None


def appraised_evaluation(user: User, pk: int) -> Evaluation | None:
    """An evaluation that somebody rates."""
    found = evaluation_for(user, pk)
    return found if found is not None and scopes.appraises(user, found.skp) else None


def reading_of(evaluation: Evaluation, user: User, law: LawOn, day: date) -> Reading:
    """Everything on the page."""
    person = scopes.own_employee(user)
    is_owner = person is not None and person.pk == evaluation.employee_id
    appraises, rules = scopes.appraises(user, evaluation.skp), _rules(user, evaluation)
    sees = _sees_rating(user, evaluation, is_owner=is_owner, is_party=appraises or rules)
    agreed, period = agreed_of(evaluation.skp), period_of(evaluation)
    window = window_of(period, law)
    reviews = {row.result_id: row for row in evaluation.reviews.all()}
    said_anything = sees or appraises
    return Reading(
        evaluation, period, law, day, is_owner, appraises, rules,
        may_amend=not is_owner and user_can(user, AMEND), sees_rating=sees, agreed=agreed, window=window,
        realizations={key: row.realization for key, row in reviews.items() if row.realization},
        feedback={key: row.feedback for key, row in reviews.items() if row.feedback and said_anything},
        behaviours={row.value: row.feedback for row in evaluation.behaviours.all() if row.feedback} if said_anything else {},
        proofs=proofs_of(agreed.keys, window), done=done_for(agreed.keys, window),
        assessments=_assessments(evaluation, sees), moves=_moves(evaluation, sees),
        documents=list(evaluation.documents.defer("content").order_by("version")) if sees else [],
        amendments=_amendments(evaluation) if sees else [],
        objecting=handing.may_object(evaluation, day) if is_owner and evaluation.state == "dirilis" else None,
        sign_by=handing.sign_by(evaluation),
    )  # fmt: skip


def _rules(user: User, evaluation: Evaluation) -> bool:
    objection = getattr(evaluation, "objection", None)
    return objection is not None and handing.rules_on(user, objection)


def _sees_rating(user: User, evaluation: Evaluation, *, is_owner: bool, is_party: bool) -> bool:
    """Who reads ratings: from the handing over on everybody who reads the evaluation, before that those who answer for it."""
    if evaluation.state in HANDED_OVER or evaluation.state in WAITING_FOR_RATING:
        return evaluation.state in HANDED_OVER
    return not is_owner and (is_party or user_can(user, DISTRIBUTION))


def _assessments(evaluation: Evaluation, sees: bool) -> list[Assessment]:
    rows = evaluation.assessments.select_related("by", "seconded_by", "calibration").order_by("pk")
    return list(rows if sees else rows.filter(kind=AssessmentKind.SELF))


def _moves(evaluation: Evaluation, sees: bool) -> list[EvaluationTransition]:
    """The way it has gone; ratings anew before the handing over are told only to those who see them."""
    rows = evaluation.transitions.select_related("actor").order_by("sequence")
    return list(rows if sees else rows.exclude(from_state="dinilai", to_state="dinilai"))


def _amendments(evaluation: Evaluation) -> list[AmendmentProposal]:
    return list(evaluation.amendments.select_related("proposed_by", "settled_by").order_by("pk"))


def relation_to(evaluation: Evaluation, user: User, day: date) -> str:
    """Kinship of who is about to rate, rule or amend with whom it is about; nothing for an account without a person."""
    person = scopes.own_employee(user)
    return kin.relation_between(person.pk, evaluation.employee_id, day) if person else ""


def superior_named(evaluation: Evaluation, on: date) -> tuple[bool, Any]:
    """Atasan pejabat penilai: whether there is one, and the row that names him; None is the head of the region."""
    has_one, key = handing.superior_of_appraiser(evaluation, on)
    return has_one, current_of_employee(key) if key else None


def own_evaluations(user: User) -> list[Evaluation]:
    """Evaluasi saya, the newest first; the year before the periods in it."""
    person = scopes.own_employee(user)
    rows = Evaluation.objects.filter(employee=person) if person else Evaluation.objects.none()
    return list(rows.select_related("year", "skp").order_by("-last", "period", "-pk"))


@dataclass(frozen=True, slots=True)
class Earlier:
    """Masa yang sudah dinilai in the same year: here, or before the city came here (`elsewhere`)."""

    last: date
    label: str
    predicate: str
    elsewhere: bool


def earlier_in_year(evaluation: Evaluation) -> list[Earlier]:
    """What a year's other periods were rated, in their order, for whoever rates the year or a later period."""
    here = Evaluation.objects.filter(
        employee=evaluation.employee_id, year=evaluation.year_id, period__gt=0, last__lt=evaluation.last
    ).exclude(predicate="")
    there = PeriodicRecord.objects.filter(employee=evaluation.employee_id, year=evaluation.year.year)
    rated = list(here.select_related("year"))
    months = {month for one in rated for month in range(one.first.month, one.last.month + 1)}
    found = [Earlier(one.last, period_of(one).inline, one.predicate, False) for one in rated]
    found += [
        Earlier(one.effective_from, months_of(one), one.predicate, True)
        for one in there.as_of(evaluation.last)
        if not months.issuperset(one.months)  # our own sheet, back from e-Kinerja
    ]
    return sorted(found, key=lambda one: (one.last, one.elsewhere))
