"""Kinerja kota peragaan: two finished years and one running, written like an import, sealed like everything else.

Planted, so that the findings show: one who rates a relative, people who have not planned; what else is planted stands with
the ratings (`ratings.py`): who rates all alike, nearly everybody above expectation, men and women differently, or too late.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.apps import apps

from jenjang.demo import beside, cast, evaluating, work
from jenjang.demo.people import Person
from jenjang.demo.posts import Plan, Post
from jenjang.demo.progress import Progress
from jenjang.demo.ratings import Evaluations
from jenjang.demo.sheets import HAND, Sheets, noon
from jenjang.demo.unit_goals import PERSPECTIVES, UnitGoals
from jenjang.kernel import clock
from jenjang.law.codes import PositionKind
from jenjang.performance import closing, tallies, years
from jenjang.performance.appraisers import chain
from jenjang.performance.content import canonical
from jenjang.performance.models import Approach
from jenjang.personnel import actions as personnel

RELATIVE_UNIT = "Bidang Pelayanan Dinas Kependudukan dan Pencatatan Sipil"
UNPLANNED, HANDED_IN, DRAFTED = 0.015, 0.02, 0.01
LARGE_TEAM, TEAM = 18, 13
IN_WORDS = "Protokol dan Komunikasi Pimpinan"
"""The office, with those below, whose SKP are qualitative."""
OVER = "Hasil evaluasi sudah final; predikat, angka kredit, dan indeks profesionalitas sudah dicatat."
SENIOR = frozenset({"ahli_madya", "ahli_muda", "penyelia"})


def make(people: Sequence[Person], keys: Mapping[str, int], units: Mapping[str, int], predicates: Mapping[tuple[int, int], str], seed: int, today: date) -> None:  # fmt: skip
    """Fill the years. `predicates` are the yearly ones that the people are known by, by employee and year."""
    known_by = {**predicates, **evaluating.planted(people, keys, today)}
    Years(people, keys, units, known_by, seed, today).make()


class Years:
    """Builds year after year; the same seed gives the same years."""

    def __init__(
        self, people: Sequence[Person], keys: Mapping[str, int], units: Mapping[str, int],
        predicates: Mapping[tuple[int, int], str], seed: int, today: date,
    ) -> None:  # fmt: skip
        self.people, self.keys, self.units, self.today = people, keys, units, today
        self.random = random.Random(seed + 7)
        self.sheets = Sheets()
        self.relatives: dict[int, str] = {}
        self.players = cast.players(people)
        names = {unit: name for name, unit in self._names()}
        held = evaluating.held_back(people, keys)
        self.evaluations = Evaluations(self.sheets, self.random, names, predicates, self.relatives, held, today)
        self.progress = Progress(self.sheets, self.random, today)

    def make(self) -> None:
        self._name_appraisers()
        self._relate()
        self.line = chain(self.today)
        self.goals = UnitGoals(self.sheets, self.line, self.today)
        for year in (self.today.year - 2, self.today.year - 1, self.today.year):
            with clock.frozen(date(year, 1, 3)):
                opened = years.open_year(year=year, by=HAND, on=date(year, 1, 3))
            self._fill(opened)
            self.sheets.write()
            self.goals.agree(opened)
            if year < self.today.year:
                self.goals.judge(opened)
            self.sheets.write()
            tallies.recount(opened)
            if year < self.today.year:
                for block in closing.blocks(closing.ready(opened)):
                    closing.close_block(opened, block, by=HAND, on=date(year + 1, 1, 29))
                tallies.recount_indexes(year)
                self._declare_over(opened)

    def _declare_over(self, year: Any) -> None:
        """A year is over a month after its end, when what was missing has come in."""
        day = date(year.year + 1, 2, 2)
        if day <= self.today:
            with clock.frozen(day):
                years.declare(year=year, by=HAND, reason=OVER, on=day)

    def _names(self) -> Iterable[tuple[str, int]]:
        return ((person.place.unit.name, self.units[person.place.unit.siasn_id]) for person in self.people)

    def _name_appraisers(self) -> None:
        """Schools and clinics have no head seat: somebody experienced is named."""
        eldest: dict[int, Person] = {}
        for person in self.people:
            if person.place.work != "kantor" and person.status == "P":
                unit = self.units[person.place.unit.siasn_id]
                known = eldest.get(unit)
                if known is None or (person.grade, known.appointed) > (known.grade, person.appointed):
                    eldest[unit] = person
        for unit, person in sorted(eldest.items()):
            self.sheets.add(
                "performance.UnitAppraiser", unit_id=unit, appraiser_id=self.keys[person.nip],
                since=date(self.today.year - 3, 1, 1), decree_number=f"800/{unit}/BKPSDM/{self.today.year - 3}",
            )  # fmt: skip
        self.sheets.write()

    def _relate(self) -> None:
        """Somebody is appraised by an elder sibling, and both are on record as that."""
        team = [person for person in self.people if person.place.unit.name == RELATIVE_UNIT]
        head = next((person for person in team if person.title == person.place.unit.head_title), None)
        other = next((person for person in team if person is not head), None)
        if head is None or other is None:
            return
        employee = apps.get_model("personnel.Employee").objects.get(pk=self.keys[other.nip])
        relation, back = ("kakak", "adik kandung") if head.birth_date < other.birth_date else ("adik", "kakak kandung")
        facts = {"relation": relation, "relative_employee_id": self.keys[head.nip], "relative_name": head.name,
                 "relative_birth_date": head.birth_date}  # fmt: skip
        personnel.append(
            model=apps.get_model("personnel.KinshipRecord"), employee=employee, facts=facts,
            effective_from=max(head.birth_date, other.birth_date), by=HAND, source="peragaan",
        )  # fmt: skip
        self.relatives[self.keys[other.nip]] = back

    # a year

    def _fill(self, year: Any) -> None:
        posts = {post.key: post for post in self._posts(year.year)}
        plans: dict[int, Plan] = {}
        for post in sorted(posts.values(), key=lambda post: (self._height(post), post.key)):
            self.goals.make(year, post, self._chosen(post))
            plan = self._plan(year, post, plans.get(post.appraiser or 0))
            if plan is not None:
                plans[post.key] = plan
                self.evaluations.make(year, plan)
        if year.year == self.today.year:
            self.progress.make(plans.values())

    def _posts(self, year: int) -> Iterator[Post]:
        for person in self.people:
            if person.appointed >= date(year, 10, 1):
                continue
            key, unit = self.keys[person.nip], self.units[person.place.unit.siasn_id]
            title, kind, level, since = self._held(person, year)
            leads = person.title == person.place.unit.head_title or key in self.leaders
            begins = max(since, date(year, 1, 1))
            yield Post(key, person, unit, title, kind, level, begins, self.appraisers[key], leads)

    @cached_property
    def appraisers(self) -> dict[int, int | None]:
        """Who appraises whom; nobody rates a whole hospital: the experienced of a large team take a dozen each."""
        found = {key: self.line.appraiser_of(key, unit) for key, unit in self._unit_of.items()}
        teams: dict[tuple[int, int], list[Person]] = defaultdict(list)
        for person in self.people:
            key = self.keys[person.nip]
            leader = found[key]
            if leader is not None and self._unit_of.get(leader) == self._unit_of[key]:
                teams[(leader, self._unit_of[key])].append(person)
        for team in teams.values():
            if len(team) > LARGE_TEAM:
                team.sort(key=lambda person: (person.level not in SENIOR, person.appointed, person.nip))
                count = -(-len(team) // TEAM)
                leaders, others = team[:count], team[count:]
                for place, person in enumerate(others):
                    found[self.keys[person.nip]] = self.keys[leaders[place % count].nip]
        return found

    @cached_property
    def leaders(self) -> set[int | None]:
        """Who appraises anybody: they plan what a leader answers for."""
        return set(self.appraisers.values())

    def _held(self, person: Person, year: int) -> tuple[str, str, str, date]:
        """The post in the middle of a year: the present one, or the last before it."""
        middle = date(year, 7, 1)
        if person.since <= middle or year == self.today.year:
            return person.title, person.kind, person.level, person.since
        former = [post for post in person.past if post.since <= middle]
        if former:
            return former[-1].title, former[-1].kind, former[-1].level, former[-1].since
        return person.title, person.kind, person.level, person.appointed

    def _height(self, post: Post) -> int:
        """Leaders plan before those who serve their results."""
        height, key = 0, post.appraiser
        seen = {post.key}
        while key is not None and key not in seen and height < 9:
            seen.add(key)
            height += 1
            key = self.appraisers.get(key)
        return height

    @cached_property
    def _unit_of(self) -> dict[int, int]:
        return {self.keys[person.nip]: self.units[person.place.unit.siasn_id] for person in self.people}

    def _plan(self, year: Any, post: Post, leader: Plan | None) -> Plan | None:
        running = year.year == self.today.year
        draw = self.random.random() if running else 1.0
        if post.person.nip in self.players:
            draw = 1.0
        if draw < UNPLANNED:
            return None
        state = "ditetapkan"
        if draw < UNPLANNED + HANDED_IN + DRAFTED:
            state = "diajukan" if draw < UNPLANNED + HANDED_IN else "rancangan"
        version = 1 if state == "ditetapkan" else 0
        plan = Plan(self.sheets.key("performance.SKP"), post, state)
        self.sheets.add(
            "performance.SKP", id=plan.key, employee_id=post.key, year_id=year.pk, unit_id=post.unit, title=post.title,
            kind=post.kind, career_level=post.level, effective_from=post.since, appraiser_id=post.appraiser,
            by_authority=post.appraiser is None, appraiser_chosen=post.appraiser != self.line.appraiser_of(post.key, post.unit),
            approach=_approach(post), state=state, version=version, changed_at=clock.now(),
        )  # fmt: skip
        lines = [self._result(plan, place, result, leader) for place, result in enumerate(self._chosen(post))]
        agreed = date(year.year, 1, 12) + timedelta(days=self.random.randint(0, 17))
        agreed = max(agreed, post.since + timedelta(days=10))
        self._agreement(year, plan, lines, agreed, version)
        return plan

    def _chosen(self, post: Post) -> list[work.Result]:
        source = work.LEADS if post.leads or post.appraiser is None else work.DOES
        return list(source[post.person.place.field])

    def _result(self, plan: Plan, place: int, result: work.Result, leader: Plan | None) -> dict[str, Any]:
        text, indicators = result
        text = text.format(unit=plan.post.person.place.unit.name)
        key = self.sheets.key("performance.PlannedResult")
        goals = self.goals.of_unit.get(plan.post.unit) if plan.post.appraiser is None else None
        goal = goals[place % len(goals)] if goals else None
        parent = leader.results[place % len(leader.results)] if leader and leader.results else None
        waits = "" if parent or goal else "Sasaran perangkat daerah"
        leads = plan.post.appraiser is None or PositionKind.of(plan.post.kind).is_jpt
        perspective = PERSPECTIVES[indicators[0][0]] if leads else ""
        self.sheets.add(
            "performance.PlannedResult", id=key, skp_id=plan.key, order=place, text=text,
            parent_id=parent[0] if parent else None, provisional=waits, perspective=perspective,
            unit_indicator_id=goal.indicator if goal else None,
        )  # fmt: skip
        bare = leads or _approach(plan.post) == Approach.QUALITATIVE
        lines = [["" if bare else aspect, words, target] for aspect, words, target in indicators]
        for order, (aspect, words, target) in enumerate(lines):
            self.sheets.add(
                "performance.PerformanceIndicator", result_id=key, order=order, aspect=aspect, text=words, target=target
            )
        if leader and parent and place < len(leader.results):
            beside.give_role(self.sheets, plan, parent[0], text, key)
        plan.results.append((key, text))
        return {
            "id": key, "jenis": "utama", "teks": text, "mendukung": parent[1] if parent else waits,
            "mendukung_id": parent[0] if parent else None, "indikator_unit": goal.indicator if goal else None,
            "perspektif": perspective, "asal": "", "indikator": lines,
        }  # fmt: skip

    def _agreement(self, year: Any, plan: Plan, lines: list[dict[str, Any]], agreed: date, version: int) -> None:
        post = plan.post
        for number, (source, target) in enumerate((("rancangan", "diajukan"), ("diajukan", "ditetapkan")), 1):
            if plan.state == "rancangan" or (plan.state == "diajukan" and number == 2):
                break
            self.sheets.add(
                "performance.SKPTransition", skp_id=plan.key, employee_id=post.key, sequence=number, from_state=source,
                to_state=target, at=noon(agreed - timedelta(days=4 - 2 * number)),
            )  # fmt: skip
        expected, annexes = beside.write(self.sheets, plan)
        if version:
            content = {
                "format": 1, "tahun": year.year, "jabatan": post.title, "unit": post.unit,
                "mulai": post.since.isoformat(), "sampai": None, "pendekatan": _approach(post), "penilai": post.appraiser,
                "dinilai_kepala_daerah": post.appraiser is None, "hasil_kerja": lines, "ekspektasi_khusus": expected,
                "lampiran": annexes,
            }  # fmt: skip
            self.sheets.add(
                "performance.SKPVersion", skp_id=plan.key, employee_id=post.key, number=1, content=canonical(content),
                agreed_on=agreed, at=noon(agreed),
            )  # fmt: skip


def _approach(post: Post) -> Approach:
    """Pendekatan SKP of a unit."""
    return Approach("kualitatif" if post.person.place.unit.name.endswith(IN_WORDS) else "kuantitatif")
