"""Denyut suasana kerja: opened once a quarter, answered without a name, counted once when its days are over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Count, Sum

from jenjang.feedback.deposit import deposit
from jenjang.feedback.joining import join_small
from jenjang.feedback.models import Pulse, PulseAnswer, PulseGroup, PulseMember, PulseTurn
from jenjang.feedback.people import Voice
from jenjang.feedback.pulse_questions import QUESTIONS
from jenjang.feedback.refusals import refused
from jenjang.feedback.turns import hold
from jenjang.feedback.upward import MONTHS_A_QUARTER, quarter_of
from jenjang.kernel import clock
from jenjang.kernel.actions import account_of
from jenjang.kernel.queries import law_on
from jenjang.law.spans import add_months
from jenjang.organization.queries import tree
from jenjang.personnel.colleagues import count_by_unit

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.ledger import Actor


@transaction.atomic
def open_pulse(*, by: User | Actor, on: date) -> Pulse:
    """Membuka denyut triwulan ini, for as many days as the agency allows."""
    quarter = quarter_number(on)
    hold("denyut", on.year, quarter)
    if Pulse.objects.filter(year=on.year, quarter=quarter).exists():
        raise refused(f"Denyut triwulan {quarter} tahun {on.year} sudah dibuka.", code="denyut")
    if Pulse.objects.filter(closed_at=None).exists():
        raise refused("Denyut sebelumnya belum dihitung.", code="denyut")
    days = law_on(on)["kinerja.denyut.lama"].value
    return Pulse.objects.create(
        year=on.year, quarter=quarter, opens_on=on, closes_on=on + timedelta(days=days - 1), opened_by=account_of(by)
    )


def quarter_number(day: date) -> int:
    """In which quarter of its year a day lies, 1 to 4."""
    return (day.month - 1) // MONTHS_A_QUARTER + 1


def last_day_of_quarter(day: date) -> date:
    """Until when the pulse of this quarter can be opened."""
    return add_months(quarter_of(day), MONTHS_A_QUARTER) - timedelta(days=1)


def is_open(pulse: Pulse, day: date) -> bool:
    """Whether somebody can answer on a day."""
    return pulse.closed_at is None and pulse.opens_on <= day <= pulse.closes_on


def has_answered(pulse: Pulse, voice: Voice) -> bool:
    """Whether somebody has had the own turn."""
    return PulseTurn.objects.filter(pulse=pulse, employee=voice.key).exists()


def is_in_a_unit(voice: Voice) -> bool:
    """Whether somebody's answer can be counted with a unit."""
    return voice.person is not None and voice.person.unit is not None


@transaction.atomic
def fill(*, pulse: Pulse, scores: Mapping[str, int], by: Voice, on: date) -> None:
    """Mengisi denyut: five scores, counted with the unit of today."""
    if not is_open(pulse, on):
        raise refused(f"Denyut ini diisi dari {pulse.opens_on:%d-%m-%Y} sampai {pulse.closes_on:%d-%m-%Y}.")
    if by.person is None or by.person.unit is None:
        raise refused("Denyut diisi pegawai yang tercatat pada suatu unit.")
    scale = law_on(on)["kinerja.umpan_balik_360.skala"].value
    if set(scores) != set(QUESTIONS) or not all(
        scale["terendah"] <= one <= scale["tertinggi"] for one in scores.values()
    ):
        raise refused("Jawab kelima pertanyaan.")
    where = {"pulse": pulse, "unit_id": by.person.unit}
    deposit(
        turn=PulseTurn(employee_id=by.person.key, **where),
        who={"employee": by.person.key},
        answer=PulseAnswer(**where, **scores),
        group=where,
    )


@transaction.atomic
def close(*, pulse: Pulse, on: date) -> Pulse:
    """Menghitung denyut: once, after its last day; what was answered in groups that are too small goes unread."""
    pulse = Pulse.objects.select_for_update(of=("self",)).get(pk=pulse.pk)
    if pulse.closed_at is not None:
        raise refused("Denyut ini sudah dihitung.", code="denyut")
    if on <= pulse.closes_on:
        raise refused(f"Denyut ini masih diisi sampai {pulse.closes_on:%d-%m-%Y}.", code="denyut")
    sums = _sums(pulse)
    smallest = law_on(on)["kinerja.denyut.kelompok_terkecil"].value
    parents = {node.id: node.parent for node in tree(pulse.closes_on)}
    people = count_by_unit()
    heads = join_small(
        {unit: sums[unit]["answers"] if unit in sums else 0 for unit in people | sums}, parents, smallest
    )
    _keep(pulse, heads, sums, people)
    PulseAnswer.objects.filter(pulse=pulse).delete()
    pulse.closed_at = clock.now()
    pulse.left_out = sum(row["answers"] for unit, row in sums.items() if unit not in heads)
    pulse.save(update_fields=["closed_at", "left_out"])
    return pulse


def close_due(day: date) -> int:
    """Those whose last day is over; nobody has to remember them."""
    due = list(Pulse.objects.filter(closed_at=None, closes_on__lt=day))
    for pulse in due:
        close(pulse=pulse, on=day)
    return len(due)


def _sums(pulse: Pulse) -> dict[int, dict[str, Any]]:
    """Answers and sums of each unit."""
    rows = PulseAnswer.objects.filter(pulse=pulse).order_by().values("unit")
    return {row["unit"]: row for row in rows.annotate(answers=Count("pk"), **{name: Sum(name) for name in QUESTIONS})}


def _keep(
    pulse: Pulse, heads: Mapping[int, int], sums: Mapping[int, Mapping[str, Any]], people: Mapping[int, int]
) -> None:
    groups: dict[int, PulseGroup] = {}
    for unit, head in heads.items():
        group = groups.setdefault(head, PulseGroup(pulse=pulse, unit_id=head, people=0, answers=0))
        given = sums.get(unit, {})
        group.people += max(people.get(unit, 0), given.get("answers", 0))
        for name in ("answers", *QUESTIONS):
            setattr(group, name, getattr(group, name) + given.get(name, 0))
    PulseGroup.objects.bulk_create(groups.values())
    PulseMember.objects.bulk_create(
        PulseMember(group=groups[head], pulse=pulse, unit_id=unit) for unit, head in heads.items()
    )
