"""Evaluasi kinerja: filled in by the person, rated by the appraiser. Nobody rates the own; a relative's rating is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from jenjang import ledger
from jenjang.kernel.actions import account_of, notify
from jenjang.kernel.queries import law_on
from jenjang.law.codes import Predicate, Rating
from jenjang.law.decisions import Decision, Finding
from jenjang.law.parameters import LawOn
from jenjang.performance import kin, periods, years
from jenjang.performance.agreed import agreed_of
from jenjang.performance.models import (
    Assessment,
    AssessmentKind,
    BehaviourReview,
    Calibration,
    Evaluation,
    RatingDraft,
    ResultReview,
)
from jenjang.performance.moves import hold_evaluation, move_evaluation
from jenjang.performance.periods import Period
from jenjang.performance.rules.predicate import PredicateFacts, decide_predicate
from jenjang.performance.scopes import own_employee
from jenjang.performance.skps import refused, require_appraiser, require_owner
from jenjang.performance.tallies import Shifts
from jenjang.personnel.queries import accounts_of

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.ledger import Actor

RATED = frozenset({"dinilai"})
WAITING_FOR_RATING = frozenset({"terbuka", "diisi"})


def period_of(evaluation: Evaluation) -> Period:
    """The period of an evaluation, as its year's rhythm cuts it."""
    year = evaluation.year
    return periods.kept(year.year, year.rhythm, evaluation.period)


@transaction.atomic
def write_review(
    *, evaluation: Evaluation, realizations: Mapping[int, str], by: User
) -> None:  # fmt: skip
    """Menulis realisasi tiap hasil kerja; a draft until it is sent."""
    require_owner(evaluation.skp, by)
    hold_evaluation(evaluation)
    if evaluation.state != "terbuka":
        raise refused("Isian ini sudah dikirim. Tarik kembali dahulu bila perlu diubah.", code="evaluasi")
    own = set(agreed_of(evaluation.skp).keys)
    for result, words in realizations.items():
        if result in own:
            ResultReview.objects.update_or_create(
                evaluation=evaluation, result_id=result, defaults={"realization": words}
            )


@transaction.atomic
def send_review(
    *, evaluation: Evaluation, result_rating: str, behaviour_rating: str, note: str, by: User, on: date
) -> None:  # fmt: skip
    """Mengirim isian with a self-assessment, which proposes and decides nothing."""
    years.require_running(evaluation.year)
    require_owner(evaluation.skp, by)
    hold_evaluation(evaluation)
    decision = may_fill(evaluation, on)
    if not decision.allowed:
        raise refused(decision.objections[0].reason, code="evaluasi", cites=decision.objections[0].cites)
    move_evaluation(evaluation, "diisi", by=by)
    append_assessment(
        evaluation, AssessmentKind.SELF, result_rating, behaviour_rating, by=by, law=law_on(on), note=note
    )
    notify(
        users=accounts_of([evaluation.skp.appraiser_id]) if evaluation.skp.appraiser_id else [],
        text=f"Isian evaluasi {period_of(evaluation).label} menunggu penilaian Anda.",
        url=evaluation.get_absolute_url(),
    )


@transaction.atomic
def take_back(*, evaluation: Evaluation, by: User) -> None:
    """Menarik isian yang belum dinilai."""
    require_owner(evaluation.skp, by)
    move_evaluation(evaluation, "terbuka", by=by)


@transaction.atomic
def draft_rating(
    *, evaluation: Evaluation, result_rating: str, behaviour_rating: str, note: str, by: User
) -> RatingDraft:  # fmt: skip
    """Rancangan nilai on the team's sheet: kept with each choice, seen by the appraiser alone."""
    require_appraiser(evaluation.skp, by)
    hold_evaluation(evaluation)
    require_not_handed_over(evaluation)
    values = {"result_rating": result_rating, "behaviour_rating": behaviour_rating, "note": note, "by": by}
    return RatingDraft.objects.update_or_create(evaluation=evaluation, defaults=values)[0]


@transaction.atomic
def write_feedback(
    *, evaluation: Evaluation, by_result: Mapping[int, str], by_value: Mapping[str, str], by: User
) -> None:  # fmt: skip
    """Umpan balik pimpinan on each result and each value of an evaluation, until it is handed over."""
    require_appraiser(evaluation.skp, by)
    hold_evaluation(evaluation)
    require_not_handed_over(evaluation)
    own = set(agreed_of(evaluation.skp).keys)
    for result, words in by_result.items():
        if result in own:
            ResultReview.objects.update_or_create(evaluation=evaluation, result_id=result, defaults={"feedback": words})
    for value, words in by_value.items():
        BehaviourReview.objects.update_or_create(evaluation=evaluation, value=value, defaults={"feedback": words})


@transaction.atomic
def rate(
    *,
    evaluation: Evaluation,
    result_rating: str,
    behaviour_rating: str,
    by: User,
    on: date,
    note: str = "",
    reason: str = "",
) -> Assessment:
    """Menilai: two ratings, and the predicate that the law gives for them. Rating anew before the handing over says why."""
    years.require_running(evaluation.year)
    require_appraiser(evaluation.skp, by)
    hold_evaluation(evaluation)
    decision = may_rate(evaluation, on)
    if not decision.allowed:
        raise refused(decision.objections[0].reason, code="evaluasi", cites=decision.objections[0].cites)
    appraiser = own_employee(by)
    relation = kin.relation_between(appraiser.pk, evaluation.employee_id, on) if appraiser else ""
    assessment = apply_assessment(
        evaluation, AssessmentKind.APPRAISER, result_rating, behaviour_rating, target="dinilai", by=by, law=law_on(on),
        note=note, reason=reason, relation=relation,
    )  # fmt: skip
    RatingDraft.objects.filter(evaluation=evaluation).delete()
    if relation and appraiser:
        kin.tell_personnel_office(evaluation, appraiser.pk, relation)
    return assessment


def apply_assessment(
    evaluation: Evaluation, kind: str, result_rating: str, behaviour_rating: str, *, target: str, by: User | Actor,
    law: LawOn, reason: str = "", shifts: Shifts | None = None, **more: Any,
) -> Assessment:  # fmt: skip
    """A rating that counts: the row, the move and the projection together. With `shifts` many are counted at once."""
    predicate = predicate_of(result_rating, behaviour_rating, law)
    move_evaluation(
        evaluation, target, by=by, reason=reason, shifts=shifts, result_rating=result_rating,
        behaviour_rating=behaviour_rating, predicate=predicate.value,
    )  # fmt: skip
    if kind == AssessmentKind.APPRAISER and (evaluation.rater_id or evaluation.rated_by_authority):
        evaluation.rater, evaluation.rated_by_authority = None, False  # rated anew by who appraises now
        evaluation.save(update_fields=["rater", "rated_by_authority", "changed_at"])
    return append_assessment(evaluation, kind, result_rating, behaviour_rating, by=by, law=law, reason=reason, **more)


def append_assessment(
    evaluation: Evaluation, kind: str, result_rating: str, behaviour_rating: str, *, by: User | Actor, law: LawOn,
    note: str = "", reason: str = "", relation: str = "", calibration: Calibration | None = None,
    seconded_by: User | None = None,
) -> Assessment:  # fmt: skip
    """Satu baris penilaian. Sealed; the newest of those that count is what the evaluation shows."""
    with ledger.attributed(by=by):
        return Assessment.objects.create(
            evaluation=evaluation, employee_id=evaluation.employee_id, kind=kind, result_rating=result_rating,
            behaviour_rating=behaviour_rating, predicate=predicate_of(result_rating, behaviour_rating, law).value,
            note=note, reason=reason, relation=relation, calibration=calibration, law_on=law.day, by=account_of(by),
            seconded_by=seconded_by,
        )  # fmt: skip


def require_not_handed_over(evaluation: Evaluation) -> None:
    """Refuse drafts and feedback on what the person has received already."""
    if evaluation.state not in WAITING_FOR_RATING | RATED:
        raise refused("Evaluasi ini sudah diserahkan kepada pegawai.", code="evaluasi")


def predicate_of(result_rating: str, behaviour_rating: str, law: LawOn) -> Predicate:
    """Predikat dari dua rating (`kinerja.predikat`)."""
    return decide_predicate(PredicateFacts(Rating.of(result_rating), Rating.of(behaviour_rating)), law).result.predicate


def may_fill(evaluation: Evaluation, on: date, law: LawOn | None = None) -> Decision[None]:
    """Whether the person can fill in and send an evaluation on a day."""
    law = law or law_on(on)
    opens = min(periods.opens_on(period_of(evaluation), law), evaluation.last)
    cites = law["kinerja.evaluasi.buka"].cites
    return Decision(
        [
            Finding(on >= opens, ("Dapat diisi mulai {}.", opens), cites, "buka"),
            Finding(evaluation.state == "terbuka", "Isian belum dikirim." if evaluation.state == "terbuka" else "Isian sudah dikirim.", (), "keadaan"),
        ],
        None,
    )  # fmt: skip


def may_rate(evaluation: Evaluation, on: date, law: LawOn | None = None) -> Decision[None]:
    """Whether an evaluation can be rated on a day: filled in, or the day for filling in is over. Nobody waits for ever."""
    law = law or law_on(on)
    due = periods.fill_by(period_of(evaluation), law)
    cites = law["kinerja.evaluasi.tenggat_isi"].cites
    state = evaluation.state
    if state == "terbuka":
        over = on > due if due else on > evaluation.last
        said = ("Pegawai belum mengisi; dapat dinilai tanpa isian sesudah {}.", due or evaluation.last)
        return Decision([Finding(over, said, cites, "isian")], None)
    is_open = state in ("diisi", "dinilai")
    said_state = "Belum diserahkan." if is_open else "Hasilnya sudah diserahkan kepada pegawai."
    return Decision([Finding(is_open, said_state, (), "keadaan")], None)
