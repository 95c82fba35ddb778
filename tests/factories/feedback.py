"""Feedback for tests: a leader with a team, some of whom have accounts, and rounds and pulses brought to a state."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from jenjang.feedback import opening_round, pulses, rounds, upward
from jenjang.feedback.models import Rater, Round
from jenjang.feedback.people import Voice, voice_of
from jenjang.feedback.pulse_questions import QUESTIONS
from jenjang.feedback.values import values_on
from jenjang.kernel import clock
from jenjang.personnel.colleagues import Colleague, colleague
from tests.factories.people import BY, make_employee, make_seat, make_unit

TODAY = date(2026, 11, 16)  # a Monday


@dataclass
class Office:
    """Kantor rekaan: a unit, its head, and the people in it."""

    unit: Any
    head: Any
    members: list[Any]


def make_office(
    users: Sequence[Any], *, size: int = 0, head_user: Any = None, parent: Any = None, name: str = "Bidang Contoh"
) -> Office:
    """A unit with a head and as many people as asked for; the first ones get the accounts."""
    unit = make_unit(name, parent=parent)
    head = make_employee("Yuliana Putri", user=head_user, seat=make_seat(unit, f"Kepala {name}", is_head=True))
    accounts = [*users, *[None] * max(size - len(users), 0)]
    members = [
        make_employee(
            f"Pegawai {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[place % 26]}", unit=unit, title="Pengelola Data", user=user
        )
        for place, user in enumerate(accounts)
    ]
    return Office(unit, head, members)


def voice(user: Any) -> Voice:
    """Who speaks through an account, asked anew: within a test the person may have moved."""
    user.asked = {}
    found = voice_of(user)
    assert found is not None
    return found


def of(employee: Any) -> Colleague:
    """A person as colleagues see each other."""
    found = colleague(employee.pk)
    assert found is not None
    return found


def speaks(employee: Any) -> Voice:
    """A person without an account of the cast: one is made."""
    from jenjang.accounts.models import User

    if employee.user is None:
        employee.user = User.objects.create(username=f"orang.{employee.pk}", name=f"Pegawai {employee.pk}")
        employee.save(update_fields=["user"])
    return voice(employee.user)


def write_upward(
    employees: Sequence[Any], *, on: date = TODAY, text: str = "Rapat pekan lalu dimulai tepat waktu."
) -> None:
    for place, employee in enumerate(employees):
        upward.write(writer=speaks(employee), value="akuntabel", text=f"{text} {place}", on=on)


def make_round(*, on: date = TODAY) -> Round:
    """A round whose raters have been proposed."""
    made = opening_round.open_round(by=BY, on=on)
    opening_round.propose_all(made, by=BY, tell=lambda done, total, said: None)
    made.refresh_from_db()
    return made


def filling_day(round: Round) -> date:
    return round.object_until + timedelta(days=1)


def all_the_same(score: int) -> dict[str, int]:
    return dict.fromkeys(values_on(TODAY), score)


def rate_all(round: Round, employee: Any, score: int, *, group: str = "", words: str = "") -> int:
    """Every proposed rater of somebody answers, each at the filling; gives how many."""
    rows = Rater.objects.filter(round=round, employee=employee, state="aktif", rater__isnull=False).select_related(
        "rater"
    )
    rows = rows.filter(group=group) if group else rows
    for row in rows:
        rounds.rate(rater=row, scores=all_the_same(score), words=words, by=speaks(row.rater), on=filling_day(round))
    return len(rows)


def fill_pulse(pulse: Any, employees: Sequence[Any], score: int = 4) -> None:
    for employee in employees:
        pulses.fill(pulse=pulse, scores=dict.fromkeys(QUESTIONS, score), by=speaks(employee), on=pulse.opens_on)


def today(freeze: Any, day: date = TODAY) -> None:
    freeze(day)
    assert clock.today() == day
