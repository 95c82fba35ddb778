"""Bacaan denyut: how a unit went from quarter to quarter, as whole groups that are large enough; how many took part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from jenjang.feedback.models import Pulse, PulseGroup, PulseMember, PulseTurn
from jenjang.feedback.people import Voice
from jenjang.feedback.pulse_questions import QUESTIONS
from jenjang.organization.queries import open_units, subtree_ids
from jenjang.performance.scopes import units_in_care
from jenjang.personnel.colleagues import count_by_unit

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.organization.models import OrgUnit

QUARTERS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Quarter:
    """Satu triwulan suatu unit: sums of whole groups; `joined` names the unit whose group the people were counted in."""

    pulse: Pulse
    answers: int = 0
    people: int = 0
    sums: tuple[int, ...] = ()
    joined: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether enough answered."""
        return self.answers > 0


def open_pulses(day: date) -> QuerySet[Pulse]:
    """Denyut yang sedang dibuka: one at most."""
    return Pulse.objects.filter(closed_at=None, opens_on__lte=day, closes_on__gte=day)


def unanswered_by(user: User, day: date) -> QuerySet[Pulse]:
    """The same, as long as somebody has not had the own turn."""
    turns = PulseTurn.objects.filter(pulse=OuterRef("pk"), employee__user=user)
    return open_pulses(day).filter(~Exists(turns))


def running(day: date) -> Pulse | None:
    """That pulse."""
    return open_pulses(day).first()


def pulses() -> QuerySet[Pulse]:
    """Semua denyut, the newest first."""
    return Pulse.objects.select_related("opened_by")


def pulse_of(pk: int) -> Pulse | None:
    """Satu denyut."""
    return Pulse.objects.filter(pk=pk).first()


def closed() -> list[Pulse]:
    """The last counted quarters, oldest first."""
    return list(Pulse.objects.exclude(closed_at=None)[:QUARTERS_SHOWN])[::-1]


def trend(unit: int | None) -> list[Quarter]:
    """Perjalanan suatu unit with all below it, or of the whole agency: sums of groups that never overlap."""
    shown = closed()
    groups = PulseGroup.objects.filter(pulse__in=shown)
    if unit is not None:
        groups = groups.filter(unit__in=subtree_ids([unit]))
    columns = ("answers", "people", *QUESTIONS)
    found = {
        row["pulse"]: row
        for row in groups.order_by().values("pulse").annotate(**{f"all_{name}": Sum(name) for name in columns})
    }
    missing = [pulse for pulse in shown if pulse.pk not in found]
    joined = _joined(unit, missing) if unit is not None and missing else {}
    return [_quarter(pulse, found.get(pulse.pk), joined.get(pulse.pk)) for pulse in shown]


def _quarter(pulse: Pulse, row: dict[str, int] | None, joined: PulseGroup | None) -> Quarter:
    if row is not None:
        return Quarter(pulse, row["all_answers"], row["all_people"], tuple(row[f"all_{name}"] for name in QUESTIONS))
    if joined is None:
        return Quarter(pulse)
    sums = tuple(getattr(joined, name) for name in QUESTIONS)
    return Quarter(pulse, joined.answers, joined.people, sums, joined=joined.unit.name)


def _joined(unit: int, missing: Sequence[Pulse]) -> dict[int, PulseGroup]:
    """In whose group the people of a small unit were counted."""
    rows = PulseMember.objects.filter(unit=unit, pulse__in=missing).select_related("group__unit")
    return {row.pulse_id: row.group for row in rows}


def visible_units(user: User, voice: Voice | None) -> QuerySet[OrgUnit]:
    """Units whose trend somebody may read: the own, those one leads or cares for, or all."""
    care = units_in_care(user)
    if care is None:
        return open_units()
    own = [voice.person.unit] if voice and voice.person and voice.person.unit else []
    return open_units().filter(Q(pk__in=care) | Q(pk__in=own))


def groups_of(pulse: Pulse | None, units: Iterable[int]) -> dict[int, PulseGroup]:
    """The group of each unit in one quarter, for a list; units that joined another have none."""
    rows = PulseGroup.objects.filter(pulse=pulse, unit__in=list(units)) if pulse else []
    return {row.unit_id: row for row in rows}


def taking_part(pulse: Pulse, units: Iterable[int] | None = None) -> tuple[int, int]:
    """How many have answered so far, of how many; for a part of the agency or for all of it."""
    turns = PulseTurn.objects.filter(pulse=pulse)
    if units is None:
        return turns.count(), sum(count_by_unit().values())
    listed = list(units)
    return turns.filter(unit__in=listed).count(), sum(count_by_unit(listed).values())


def figures_of(pulses: Sequence[Pulse]) -> dict[int, tuple[int, int, int]]:
    """Of each counted quarter: groups, answers, people."""
    rows = PulseGroup.objects.filter(pulse__in=pulses).order_by().values("pulse")
    found = rows.annotate(groups=Count("pk"), answered=Sum("answers"), asked=Sum("people"))
    return {row["pulse"]: (row["groups"], row["answered"], row["asked"]) for row in found}
