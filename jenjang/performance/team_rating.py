"""Penilaian tim: drafts of a whole team kept choice by choice, turned into ratings together, handed over together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang.kernel.queries import law_on
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.law.parameters import LawOn
from jenjang.performance import kin, years
from jenjang.performance.evaluations import RATED, WAITING_FOR_RATING, apply_assessment, may_rate
from jenjang.performance.handing import hand_over
from jenjang.performance.models import AssessmentKind, Evaluation, RatingDraft
from jenjang.performance.moves import hold_evaluations
from jenjang.performance.queries_team_rating import Choice, evaluations_of_team
from jenjang.performance.scopes import own_employee
from jenjang.performance.tallies import Shifts
from jenjang.personnel.queries import full_names

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.performance.models import PerformanceYear


@dataclass(slots=True)
class Outcome:
    """Yang terjadi: who was rated, what is missing for whom, and which relatives the personnel office was told of."""

    rated: list[Evaluation] = field(default_factory=list)
    missing: list[tuple[Evaluation, str]] = field(default_factory=list)
    related: dict[int, str] = field(default_factory=dict)


@transaction.atomic
def save_choices(*, year: PerformanceYear, period: int, typed: Mapping[int, Choice], by: User) -> int:
    """Menyimpan rancangan nilai of those whose choice changed. Gives how many; whoever is rated already is not drafted anew."""
    years.require_running(year)
    team = evaluations_of_team(by, year, period).filter(pk__in=list(typed)).select_related("draft")
    changed = [one for one in team if typed[one.pk] != Choice.of(getattr(one, "draft", None))]
    hold_evaluations(changed)
    late = [one for one in changed if one.state not in WAITING_FOR_RATING]
    if late:
        raise Refused(Decision(_sentences(late, "{} sudah dinilai. Ubah lewat halaman evaluasinya."), None))
    drafts = [
        RatingDraft(
            evaluation=one, result_rating=typed[one.pk].result_rating, behaviour_rating=typed[one.pk].behaviour_rating,
            note=typed[one.pk].note, by=by,
        )
        for one in changed
    ]  # fmt: skip
    RatingDraft.objects.bulk_create(
        drafts, update_conflicts=True, unique_fields=["evaluation"],
        update_fields=["result_rating", "behaviour_rating", "note", "by", "changed_at"],
    )  # fmt: skip
    return len(drafts)


@transaction.atomic
def finish(*, year: PerformanceYear, period: int, by: User, on: date) -> Outcome:
    """Nilai selesai: complete drafts become ratings, all in one transaction; what is missing is named, and waits."""
    years.require_running(year)
    law = law_on(on)
    waiting = list(evaluations_of_team(by, year, period).filter(state__in=WAITING_FOR_RATING).select_related("year"))
    hold_evaluations(waiting)
    drafts = RatingDraft.objects.in_bulk([one.pk for one in waiting])
    outcome, choices = Outcome(), {}
    for one in waiting:
        choices[one.pk] = Choice.of(drafts.get(one.pk))
        if wanting := _wanting(one, choices[one.pk], on, law):
            outcome.missing.append((one, wanting))
        else:
            outcome.rated.append(one)
    person = own_employee(by)
    if person is not None and outcome.rated:
        outcome.related = kin.relations_between(person.pk, [one.employee_id for one in outcome.rated], on)
    _rate(outcome, choices, by, law)
    if person is not None:
        for one in outcome.rated:
            if relation := outcome.related.get(one.employee_id):
                kin.tell_personnel_office(one, person.pk, relation)
    return outcome


def _wanting(one: Evaluation, choice: Choice, on: date, law: LawOn) -> str:
    """What stands between a draft and a rating; nothing when it can be given."""
    decision = may_rate(one, on, law)
    if not decision.allowed:
        return decision.objections[0].reason
    open_parts = [
        name
        for name, value in (("hasil kerja", choice.result_rating), ("perilaku", choice.behaviour_rating))
        if not value
    ]
    return f"Belum dipilih: {' dan '.join(open_parts)}." if open_parts else ""


def _rate(outcome: Outcome, choices: Mapping[int, Choice], by: User, law: LawOn) -> None:
    shifts = Shifts()
    for one in outcome.rated:
        choice = choices[one.pk]
        apply_assessment(
            one, AssessmentKind.APPRAISER, choice.result_rating, choice.behaviour_rating, target="dinilai", by=by, law=law,
            note=choice.note, relation=outcome.related.get(one.employee_id, ""), shifts=shifts,
        )  # fmt: skip
    shifts.write()
    RatingDraft.objects.filter(evaluation__in=outcome.rated).delete()


@transaction.atomic
def release_team(*, year: PerformanceYear, period: int, by: User, on: date) -> Sequence[Evaluation]:
    """Menyerahkan semua penilaian tim yang sudah selesai, together."""
    rated = list(evaluations_of_team(by, year, period).filter(state__in=RATED).select_related("skp", "year"))
    hold_evaluations(rated)
    ready = [one for one in rated if one.state in RATED]
    if not ready:
        reason = "Belum ada penilaian yang siap diserahkan. Nilai dahulu, lalu tekan “Nilai selesai”."
        raise Refused(Decision([Finding(False, reason, code="evaluasi")], None))
    shifts = Shifts()
    for one in ready:
        hand_over(one, by=by, on=on, shifts=shifts)
    shifts.write()
    return ready


def _sentences(evaluations: Iterable[Evaluation], template: str) -> list[Finding]:
    found = list(evaluations)
    names = full_names([one.employee_id for one in found])
    return [Finding(False, template.format(names[one.employee_id]), code="evaluasi") for one in found]
