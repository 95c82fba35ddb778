"""Rapat kalibrasi: predicates of a unit compared in a meeting; every change keeps before, after and why. Nothing is released by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet

from jenjang import ledger
from jenjang.kernel.actions import notify
from jenjang.kernel.queries import law_on
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.organization.queries import subtree_ids
from jenjang.performance import kin, scopes, years
from jenjang.performance.evaluations import RATED, apply_assessment
from jenjang.performance.models import AssessmentKind, Calibration, Evaluation
from jenjang.performance.moves import hold_evaluations
from jenjang.performance.skps import refused
from jenjang.performance.tallies import Shifts
from jenjang.personnel.queries import accounts_of, full_names

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.organization.models import OrgUnit
    from jenjang.performance.models import PerformanceYear
    from jenjang.performance.periods import Period


@dataclass(frozen=True, slots=True)
class Change:
    """Perubahan dalam rapat: both ratings as they shall be, and why."""

    result_rating: str
    behaviour_rating: str
    reason: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """Rapat: when, where, who was there, what was said."""

    held_on: date
    place: str
    attended: str
    minutes: str


def open_to(user: User, unit: int, year: PerformanceYear, period: int) -> QuerySet[Evaluation]:
    """What a meeting of a unit can speak of: rated and not handed over, of the unit and all below, never one's own."""
    found = Evaluation.objects.filter(unit__in=subtree_ids([unit]), year=year, period=period, state__in=RATED)
    person = scopes.own_employee(user)
    return found.exclude(employee=person) if person else found


@transaction.atomic
def calibrate(
    *, unit: OrgUnit, year: PerformanceYear, period: Period, meeting: Meeting, changes: Mapping[int, Change], by: User,
    on: date,
) -> Calibration:  # fmt: skip
    """Mencatat rapat kalibrasi with the changes that it decided; what it left alone stays as it was."""
    years.require_running(year)
    if not scopes.acts_for(by, unit.pk):
        raise refused("Rapat kalibrasi unit ini dicatat pimpinannya atau petugas BKPSDM.", code="unit")
    if meeting.held_on > on:
        raise refused("Tanggal rapat belum tiba.", code="held_on")
    found = list(open_to(by, unit.pk, year, period.number).filter(pk__in=list(changes)).select_related("skp", "year"))
    hold_evaluations(found)
    _require_open(found, changes)
    with ledger.attributed(by=by):
        calibration = Calibration.objects.create(
            year=year, unit=unit, period=period.number, held_on=meeting.held_on, place=meeting.place,
            attended=meeting.attended, minutes=meeting.minutes.strip(), by=by,
        )  # fmt: skip
    _change(calibration, found, changes, by, on)
    _tell(found, period)
    return calibration


def _require_open(found: Sequence[Evaluation], changes: Mapping[int, Change]) -> None:
    """What was handed over since the page was opened is changed by nobody alone."""
    late = [one for one in found if one.state not in RATED]
    if late or len(found) < len(changes):
        names = full_names([one.employee_id for one in late])
        who = f" ({', '.join(sorted(names.values()))})" if names else ""
        raise refused(f"Sebagian hasil sudah diserahkan atau bukan bagian unit ini{who}. Muat ulang halaman ini.")
    same = [one for one in found if (one.result_rating, one.behaviour_rating) == _ratings(changes[one.pk])]
    if same:
        names = full_names([one.employee_id for one in same])
        said = [
            Finding(False, f"{names[one.employee_id]}: rating baru sama dengan yang lama.", code=f"hasil-{one.pk}")
            for one in same
        ]
        raise Refused(Decision(said, None))


def _ratings(change: Change) -> tuple[str, str]:
    return change.result_rating, change.behaviour_rating


def _change(
    calibration: Calibration, found: Sequence[Evaluation], changes: Mapping[int, Change], by: User, on: date
) -> None:
    person, law, shifts = scopes.own_employee(by), law_on(on), Shifts()
    related = kin.relations_between(person.pk, [one.employee_id for one in found], on) if person and found else {}
    for one in found:
        change, relation = changes[one.pk], related.get(one.employee_id, "")
        apply_assessment(
            one, AssessmentKind.CALIBRATION, *_ratings(change), target="dinilai", by=by, law=law, reason=change.reason.strip(),
            note=_note_of(one), relation=relation, calibration=calibration, shifts=shifts,
        )  # fmt: skip
        if person is not None and relation:
            kin.tell_personnel_office(one, person.pk, relation, "mengubah dalam kalibrasi nilai")
    shifts.write()


def _note_of(one: Evaluation) -> str:
    """The appraiser's note stays with the person's result."""
    last = one.assessments.exclude(kind=AssessmentKind.SELF).order_by("-pk").first()
    return last.note if last else ""


def _tell(found: Sequence[Evaluation], period: Period) -> None:
    """Who rated hears which of the own ratings were changed."""
    for one in found:
        if one.skp.appraiser_id:
            notify(
                users=accounts_of([one.skp.appraiser_id]),
                text=f"Rapat kalibrasi {period.label} mengubah penilaian Anda. Alasannya tercatat.",
                url=one.get_absolute_url(),
            )
