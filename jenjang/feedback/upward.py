"""Umpan balik tanpa nama kepada pimpinan: one a quarter from each, held back until a group has written, then shown whole.

Nothing is shown in the week in which it was written, and never an answer alone: those of past weeks are shown together once
they are as many as the law asks for, and the rest waits for as many again. What is still too few when the quarter is
over is deleted unread; the page says so before anybody writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count

from jenjang.accounts.queries import law_for
from jenjang.feedback.deposit import deposit, mix
from jenjang.feedback.models import UpwardAnswer, UpwardTurn
from jenjang.feedback.people import Voice, members_of
from jenjang.feedback.refusals import refused
from jenjang.feedback.turns import hold
from jenjang.feedback.values import values_of
from jenjang.kernel.actions import notify
from jenjang.kernel.queries import law_on
from jenjang.law.decisions import Decision, Finding
from jenjang.performance.appraisers import chain
from jenjang.personnel import colleagues
from jenjang.personnel.queries import accounts_of

if TYPE_CHECKING:
    from jenjang.personnel.colleagues import Colleague

TEAM = "/umpan-balik/tim/"
MONTHS_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Writing:
    """Menulis tanpa nama: to whom, among how many, and whether it can be done now."""

    leader: Colleague | None
    people: int
    decision: Decision[None]


def quarter_of(day: date) -> date:
    """The first day of the quarter."""
    return date(day.year, (day.month - 1) // MONTHS_A_QUARTER * MONTHS_A_QUARTER + 1, 1)


def week_of(day: date) -> date:
    """The Monday of the week."""
    return day - timedelta(days=day.weekday())


def writing(voice: Voice, day: date) -> Writing:
    """To whom somebody may write without a name, and what stands in the way."""
    person = voice.person
    line = chain(day)  # who is led with whom is seen from above only
    key = line.appraiser_of(person.key, person.unit) if person and person.unit else None
    leader = colleagues.colleague(key) if key else None
    if person is None or leader is None:
        reason = "Pimpinan Anda menurut garis penilaian adalah kepala daerah, atau belum tercatat."
        return Writing(None, 0, Decision([Finding(False, reason, code="pimpinan")], None))
    people = len(members_of(leader.key, line))
    smallest = law_for(voice.user, day)["kinerja.umpan_balik.kelompok_terkecil"]
    wrote = UpwardTurn.objects.filter(leader=leader.key, quarter=quarter_of(day), employee=person.key).exists()
    return Writing(leader, people, Decision(
        [
            Finding(
                people >= smallest.value,
                ("{} orang dinilai pimpinan ini; perlu sedikitnya {} agar penulisnya tidak dikenali.", people, smallest.value),
                smallest.cites, "kelompok",
            ),
            Finding(not wrote, "Anda sudah menulis triwulan ini." if wrote else "Anda belum menulis triwulan ini.", (), "giliran"),
        ],
        None,
    ))  # fmt: skip


@transaction.atomic
def write(*, writer: Voice, value: str, text: str, on: date) -> None:
    """Menulis tanpa nama kepada pimpinan sendiri. Nobody is told: a notice would tell when."""
    found = writing(writer, on)
    if found.leader is None or not found.decision.allowed:
        objection = found.decision.objections[0]
        raise refused(objection.reason, code=objection.code, cites=objection.cites)
    if value not in values_of(law_for(writer.user, on)):
        raise refused("Pilih salah satu nilai dari daftar.", code="value")
    group = {"leader": found.leader.key, "quarter": quarter_of(on)}
    deposit(
        turn=UpwardTurn(leader_id=found.leader.key, quarter=quarter_of(on), employee_id=writer.key),
        who={"employee": writer.key},
        answer=UpwardAnswer(
            leader_id=found.leader.key, quarter=quarter_of(on), week=week_of(on), value=value, text=text
        ),
        group=group,
        within={**group, "lot": None},
    )


def publish(day: date) -> int:
    """Memperlihatkan yang sudah cukup, of weeks that are over; gives how many leaders have something new to read."""
    smallest = law_on(day)["kinerja.umpan_balik.kelompok_terkecil"].value
    return sum(_publish_of(leader, quarter, day, smallest) for leader, quarter in _waiting(day))


def _waiting(day: date) -> Iterator[tuple[int, date]]:
    rows = UpwardAnswer.objects.filter(lot=None, week__lt=week_of(day)).values_list("leader_id", "quarter")
    yield from rows.annotate(n=Count("pk")).order_by("leader_id", "quarter").values_list("leader_id", "quarter")


@transaction.atomic
def _publish_of(leader: int, quarter: date, day: date, smallest: int) -> bool:
    """One leader's answers of one quarter: shown together, or held, or deleted when the quarter is over without a group."""
    hold(UpwardTurn._meta.db_table, f"leader={leader}", f"quarter={quarter}")
    ready = UpwardAnswer.objects.filter(leader=leader, quarter=quarter, lot=None, week__lt=week_of(day))
    if ready.count() >= smallest:
        mix(ready, lot=week_of(day))
        notify(users=accounts_of([leader]), text="Ada umpan balik tanpa nama dari tim Anda.", url=TEAM)
        return True
    if week_of(day) >= quarter_of(day) > quarter:
        ready.delete()
    return False
