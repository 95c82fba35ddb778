"""Umpan balik kota peragaan: notes and thanks of some months, a closed 360-degree round, and eight quarters of the pulse.

Planted, so that the trend shows: a unit whose people are heard less and less, quarter after quarter.
"""

from __future__ import annotations

import random
import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.apps import apps

from jenjang.accounts import actions as accounts
from jenjang.demo import said
from jenjang.demo.people import Person
from jenjang.demo.sheets import HAND, noon
from jenjang.feedback import closing_round, moves, opening_round, pulses, upward
from jenjang.feedback.pulse_questions import QUESTIONS
from jenjang.feedback.values import values_of
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.law.spans import add_months
from jenjang.performance.appraisers import chain
from jenjang.personnel import actions as personnel

FALLING_UNIT = "Rumah Sakit Umum Daerah"
ROUND_OFFICES = ("Kecamatan Talawi", "Puskesmas Talawi", "Badan Kepegawaian dan Pengembangan SDM")
"""Offices that tried a round last year; what the others have of 360-degree feedback came in by import."""

QUARTERS, MONTHS_A_QUARTER = 8, 3
ANSWERING = 0.62
USUAL, FALL = 3.9, 0.22
NOTES, RECOGNITIONS, DAYS_BACK = 160, 90, 200
TEAM_AT_LEAST = 3


def rated_in_round(person: Person) -> bool:
    """Whether somebody's 360-degree feedback comes from the round rather than from an import."""
    return any(person.place.unit.name.endswith(office) for office in ROUND_OFFICES)


def make(people: Sequence[Person], keys: Mapping[str, int], units: Mapping[str, int], seed: int, today: date) -> None:
    """Fill what people say to each other; the same seed says the same."""
    Said(people, keys, units, seed, today).make()


class Said:
    """Writes notes, thanks, a round and pulses."""

    def __init__(
        self, people: Sequence[Person], keys: Mapping[str, int], units: Mapping[str, int], seed: int, today: date
    ) -> None:
        self.people, self.keys, self.today = people, keys, today
        self.random = random.Random(seed + 11)
        self.unit_of = {keys[person.nip]: units[person.place.unit.siasn_id] for person in people}
        self.by_unit: dict[int, list[Person]] = defaultdict(list)
        for person in people:
            self.by_unit[self.unit_of[keys[person.nip]]].append(person)

    def make(self) -> None:
        self._round()
        self._pulses()
        self.users = self._accounts()
        self.line = chain(self.today)
        self._notes()
        self._requests()
        self._recognitions()
        self._upward()

    # a round

    def _round(self) -> None:
        """Opened in November of last year in some offices, answered, counted: the real counting, on invented answers."""
        opened = date(self.today.year - 1, 11, 3)
        with clock.frozen(opened):
            round = opening_round.open_round(by=HAND, on=opened)
        lottery = opening_round.Lottery.whole(round)
        rater = apps.get_model("feedback.Rater")
        rows = []
        for person in filter(rated_in_round, self.people):
            key = self.keys[person.nip]
            for group, chosen in lottery.raters_of(key):
                lottery.count(group, chosen)
                rows += [rater(round=round, employee_id=key, rater_id=one, group=group) for one in chosen]
        rater.objects.bulk_create(rows)
        moves.move_round(round, "berjalan", by=HAND)
        self._answers(round, rows)
        closed = round.fill_until + timedelta(days=1)
        closing_round.close_all(round, by=HAND, on=closed, tell=lambda done, total, text: None)

    def _answers(self, round: Any, rows: Sequence[Any]) -> None:
        """Most raters answered; each person has a level around which the scores lie."""
        values = list(values_of(law_on(round.opened_on)))
        level = {row.employee_id: self.random.choices((4.6, 4.0, 3.2), (30, 62, 8))[0] for row in rows}
        answer = apps.get_model("feedback.RaterAnswer")
        answer.objects.bulk_create(
            answer(
                round=round, employee_id=row.employee_id, group=row.group,
                scores={value: self._score(level[row.employee_id]) for value in values},
                words=self.random.choice(said.ABOUT_RATED) if self.random.random() < 0.3 else "",
            )
            for row in rows
            if self.random.random() < 0.9
        )  # fmt: skip

    def _score(self, level: float) -> int:
        return min(5, max(1, int(self.random.gauss(level, 0.6) + 0.5)))

    # pulses

    def _pulses(self) -> None:
        """The quarters before this one, each opened, answered and counted."""
        first = upward.quarter_of(self.today)
        for back in range(QUARTERS, 0, -1):
            opened = add_months(first, -MONTHS_A_QUARTER * back) + timedelta(days=45)
            pulse = pulses.open_pulse(by=HAND, on=opened)
            rows = list(self._pulse_answers(pulse.pk, QUARTERS - back))
            columns = ("id", "pulse_id", "unit_id", *QUESTIONS)
            personnel.bulk_append(apps.get_model("feedback.PulseAnswer"), rows, columns=columns, by=HAND)
            pulses.close(pulse=pulse, on=pulse.closes_on + timedelta(days=1))
        pulses.open_pulse(by=HAND, on=self.today)

    def _pulse_answers(self, pulse: int, place: int) -> Iterator[tuple[Any, ...]]:
        for unit, members in self.by_unit.items():
            is_falling = members[0].place.unit.name == FALLING_UNIT
            usual = USUAL + 0.4 * ((unit * 7) % 10 - 5) / 10
            for _ in members:
                if self.random.random() > ANSWERING:
                    continue
                scores = [
                    self._score(usual - (FALL * place if is_falling and name != "growing" else 0)) for name in QUESTIONS
                ]
                yield (uuid.UUID(int=self.random.getrandbits(128), version=4), pulse, unit, *scores)

    # notes

    def _accounts(self) -> dict[int, int]:
        """Account of each person who writes; the offices of the round have theirs, as they would in a real city."""
        employee = apps.get_model("personnel.Employee")
        users = dict(employee.objects.exclude(user=None).values_list("pk", "user_id"))
        made = []
        for person in filter(rated_in_round, self.people):
            key = self.keys[person.nip]
            if key not in users and person.place.work == "kantor":
                users[key] = accounts.create_account(username=person.nip, name=person.name).pk
                made.append(employee(pk=key, user_id=users[key]))
        employee.objects.bulk_update(made, ["user"])
        return users

    def _notes(self) -> None:
        results = self._results()
        note = apps.get_model("feedback.Feedback")
        rows, seen = [], set()
        for writer, reader in self._pairs(NOTES):
            relation, texts = self._relation(writer, reader)
            value, text, following = self.random.choice(texts)
            if (writer, reader, text) in seen:
                continue
            seen.add((writer, reader, text))
            result = results.get(reader) if self.random.random() < 0.4 else None
            at = self._moment()
            is_thanked, is_answered = self.random.random() < 0.5, self.random.random() < 0.2
            rows.append(note(
                employee_id=reader, author_id=writer, by_id=self.users[writer], relation=relation,
                result_id=result[0] if result else None, about=result[1] if result else "", value="" if result else value,
                text=text, next_step=following, at=at, thanked_at=at + timedelta(days=1) if is_thanked else None,
                answer=self.random.choice(said.ANSWERS) if is_answered else "",
                answered_at=at + timedelta(days=1) if is_answered else None,
            ))  # fmt: skip
        note.objects.bulk_create(rows)

    def _pairs(self, count: int) -> Iterator[tuple[int, int]]:
        """Who writes to whom: mostly within the unit, up and down the line as well."""
        writers = sorted(self.users)
        for _ in range(count):
            writer = self.random.choice(writers)
            near = [self.keys[one.nip] for one in self.by_unit[self.unit_of[writer]]]
            leader = self.line.appraiser_of(writer, self.unit_of[writer])
            reader = self.random.choice([*near, *([leader] if leader else [])])
            if reader != writer:
                yield writer, reader

    def _relation(self, writer: int, reader: int) -> tuple[str, Sequence[said.Note]]:
        if writer in self.line.line_of(reader, self.unit_of[reader]):
            return "pimpinan", said.FROM_LEADERS
        if reader in self.line.line_of(writer, self.unit_of[writer]):
            return "bawahan", said.FROM_SUBORDINATES
        return "rekan", said.FROM_PEERS

    def _results(self) -> dict[int, tuple[int, str]]:
        """One planned result of this year of each person who may be written to."""
        near = {self.keys[one.nip] for writer in self.users for one in self.by_unit[self.unit_of[writer]]}
        rows = apps.get_model("performance.PlannedResult").objects.filter(
            skp__employee__in=near, skp__year__year=self.today.year, order=0
        )
        return {employee: (key, text) for employee, key, text in rows.values_list("skp__employee_id", "pk", "text")}

    def _requests(self) -> None:
        """Each writer of the cast is asked by a colleague, so that home shows what waits."""
        request = apps.get_model("feedback.FeedbackRequest")
        rows = []
        for asked in sorted(self.users)[::9]:
            near = [self.keys[one.nip] for one in self.by_unit[self.unit_of[asked]] if self.keys[one.nip] != asked]
            if near:
                rows.append(request(
                    employee_id=near[0], asked_id=asked, question=self.random.choice(said.QUESTIONS),
                    due=self.today + timedelta(days=9), at=noon(self.today - timedelta(days=5)),
                ))  # fmt: skip
        request.objects.bulk_create(rows)

    # thanks

    def _recognitions(self) -> None:
        recognition, joined = (apps.get_model(f"feedback.{name}") for name in ("Recognition", "RecognitionThanks"))
        writers, everybody = sorted(self.users), sorted(self.unit_of)
        rows = []
        for _ in range(RECOGNITIONS):
            writer, person = self.random.choice(writers), self.random.choice(everybody)
            value, text = self.random.choice(said.THANKS)
            if writer != person:
                rows.append(recognition(
                    employee_id=person, author_id=writer, by_id=self.users[writer], unit_id=self.unit_of[person],
                    value=value, text=text, at=self._moment(),
                ))  # fmt: skip
        rows = recognition.objects.bulk_create(rows)
        joined.objects.bulk_create(
            joined(recognition=row, by_id=self.users[writer])
            for row in rows
            for writer in self.random.sample(writers, min(self.random.randint(0, 4), len(writers)))
            if writer != row.author_id
        )

    # without a name

    def _upward(self) -> None:
        """One lot of the last quarter for each leader with an account and a team that is large enough."""
        turn, answer = (apps.get_model(f"feedback.Upward{name}") for name in ("Turn", "Answer"))
        quarter = add_months(upward.quarter_of(self.today), -MONTHS_A_QUARTER)
        week = upward.week_of(quarter + timedelta(days=40))
        for leader, team in sorted(self._teams().items()):
            writers = self.random.sample(team, min(len(said.UPWARD), len(team)))
            turn.objects.bulk_create(turn(leader_id=leader, quarter=quarter, employee_id=one) for one in writers)
            answer.objects.bulk_create(
                answer(
                    leader_id=leader, quarter=quarter, week=week, lot=week + timedelta(days=7), value=value, text=text
                )
                for value, text in self.random.sample(said.UPWARD, len(writers))
            )

    def _teams(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for key, unit in self.unit_of.items():
            leader = self.line.appraiser_of(key, unit)
            if leader in self.users:
                found[leader].append(key)
        return {leader: team for leader, team in found.items() if len(team) >= TEAM_AT_LEAST}

    def _moment(self) -> datetime:
        """Some working hour within the last months; more of it lately."""
        back = int(DAYS_BACK * self.random.random() ** 2)
        return noon(self.today - timedelta(days=back + 1)) + timedelta(minutes=self.random.randint(-240, 240))
