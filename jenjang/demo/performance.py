"""Kinerja kota peragaan: two finished years and one running, written like an import, sealed like everything else.

Planted, so that the findings show: a superior who rates all alike, one who rates nearly everybody above expectation, one
whose ratings differ between men and women, one who rates a relative, people who have not planned, reported or rated.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from django.apps import apps
from django.db import connection

from jenjang import ledger
from jenjang.demo import work
from jenjang.demo.people import Person
from jenjang.demo.records import RATINGS
from jenjang.kernel import clock
from jenjang.kernel.lawbooks import keep_law
from jenjang.kernel.queries import law_on
from jenjang.performance import closing, tallies, years
from jenjang.performance.appraisers import chain
from jenjang.performance.content import canonical
from jenjang.performance.evaluations import predicate_of
from jenjang.performance.periods import YEARLY, Period, periods_of
from jenjang.performance.weeks import Week, week_of
from jenjang.personnel import actions as personnel

HAND = ledger.SYSTEM("peragaan")
ALIKE_UNIT = "SD Negeri 07"
LENIENT_UNIT = "SD Negeri 04"
UNEVEN_UNIT = "SD Negeri 14"
RELATIVE_UNIT = "Bidang Pelayanan Dinas Kependudukan dan Pencatatan Sipil"
UNPLANNED, HANDED_IN, DRAFTED = 0.015, 0.02, 0.01
LATE = 0.05
PROGRESS_SHARE, ENTRIES, PROVEN_SHARE = 0.25, 4, 0.2
LARGE_TEAM, TEAM = 18, 13
SENIOR = frozenset({"ahli_madya", "ahli_muda", "penyelia"})
SETTLED_DAYS = 30
"""After so many days a period is over for nearly everybody."""


@dataclass(slots=True)
class Post:
    """Jabatan seseorang dalam suatu tahun."""

    key: int
    person: Person
    unit: int
    title: str
    kind: str
    level: str
    since: date
    appraiser: int | None
    leads: bool


@dataclass(slots=True)
class Plan:
    """SKP yang disusun: its key, and the keys and texts of its results."""

    key: int
    post: Post
    state: str
    results: list[tuple[int, str]] = field(default_factory=list)


class Sheets:
    """Baris untuk banyak tabel, one COPY a table; keys are taken from the tables' own sequences beforehand."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        self.columns: dict[str, tuple[str, ...]] = {}
        self._keys: dict[str, Iterator[int]] = {}

    def key(self, model: str) -> int:
        """The next key of a table."""
        found = next(self._keys.get(model, iter(())), None)
        if found is None:
            self._keys[model] = iter(_reserve(model, 5_000))
            found = next(self._keys[model])
        return found

    def add(self, model: str, **values: Any) -> None:
        """One row; every row of a table names the same columns."""
        self.columns.setdefault(model, tuple(values))
        self.rows[model].append(tuple(values.values()))

    def write(self) -> None:
        """Everything, tables in the order in which they were first used."""
        for model, columns in self.columns.items():
            personnel.bulk_append(apps.get_model(model), self.rows[model], columns=columns, by=HAND)
        self.rows.clear()
        self.columns.clear()


def _reserve(model: str, count: int) -> list[int]:
    table = apps.get_model(model)._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count])
        return [key for (key,) in cursor.fetchall()]


def make(people: Sequence[Person], keys: Mapping[str, int], units: Mapping[str, int], predicates: Mapping[tuple[int, int], str], seed: int, today: date) -> None:  # fmt: skip
    """Fill the years. `predicates` are the yearly ones that the people are known by, by employee and year."""
    Years(people, keys, units, predicates, seed, today).make()


class Years:
    """Builds year after year; the same seed gives the same years."""

    def __init__(
        self, people: Sequence[Person], keys: Mapping[str, int], units: Mapping[str, int],
        predicates: Mapping[tuple[int, int], str], seed: int, today: date,
    ) -> None:  # fmt: skip
        self.people, self.keys, self.units, self.predicates, self.today = people, keys, units, predicates, today
        self.random = random.Random(seed + 7)
        self.sheets = Sheets()
        self.law = law_on(today)
        self.snapshot = keep_law()
        self.unit_names = {unit: name for name, unit in self._names()}
        self.relatives: dict[int, str] = {}

    def make(self) -> None:
        self._name_appraisers()
        self._relate()
        self.line = chain(self.today)
        for year in (self.today.year - 2, self.today.year - 1, self.today.year):
            with clock.frozen(date(year, 1, 3)):
                opened = years.open_year(year=year, by=HAND, on=date(year, 1, 3))
            self._fill(opened)
            self.sheets.write()
            tallies.recount(opened)
            if year < self.today.year:
                for block in closing.blocks(closing.ready(opened)):
                    closing.close_block(opened, block, by=HAND, on=date(year + 1, 1, 29))
                tallies.recount_indexes(year)

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
            plan = self._plan(year, post, plans.get(post.appraiser or 0))
            if plan is not None:
                plans[post.key] = plan
                self._evaluations(year, plan)
        self._progress(year, plans.values())

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
            by_authority=post.appraiser is None, state=state, version=version, changed_at=clock.now(),
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
        parent = leader.results[place % len(leader.results)] if leader and leader.results else None
        waits = "" if parent else "Sasaran perangkat daerah"
        self.sheets.add(
            "performance.PlannedResult", id=key, skp_id=plan.key, order=place, text=text,
            parent_id=parent[0] if parent else None, provisional=waits,
        )  # fmt: skip
        for order, (aspect, words, target) in enumerate(indicators):
            self.sheets.add(
                "performance.PerformanceIndicator", result_id=key, order=order, aspect=aspect, text=words, target=target
            )
        plan.results.append((key, text))
        return {
            "id": key, "jenis": "utama", "teks": text, "mendukung": parent[1] if parent else waits,
            "mendukung_id": parent[0] if parent else None, "indikator_unit": None, "perspektif": "", "asal": "",
            "indikator": [list(one) for one in indicators],
        }  # fmt: skip

    def _agreement(self, year: Any, plan: Plan, lines: list[dict[str, Any]], agreed: date, version: int) -> None:
        post = plan.post
        for number, (source, target) in enumerate((("rancangan", "diajukan"), ("diajukan", "ditetapkan")), 1):
            if plan.state == "rancangan" or (plan.state == "diajukan" and number == 2):
                break
            self.sheets.add(
                "performance.SKPTransition", skp_id=plan.key, employee_id=post.key, sequence=number, from_state=source,
                to_state=target, at=_noon(agreed - timedelta(days=4 - 2 * number)),
            )  # fmt: skip
        if version:
            content = {
                "format": 1, "tahun": year.year, "jabatan": post.title, "unit": post.unit,
                "mulai": post.since.isoformat(), "sampai": None, "pendekatan": "kuantitatif", "penilai": post.appraiser,
                "dinilai_kepala_daerah": post.appraiser is None, "hasil_kerja": lines, "ekspektasi_khusus": {},
                "lampiran": [],
            }  # fmt: skip
            self.sheets.add(
                "performance.SKPVersion", skp_id=plan.key, employee_id=post.key, number=1, content=canonical(content),
                agreed_on=agreed, at=_noon(agreed),
            )  # fmt: skip

    # evaluations

    def _evaluations(self, year: Any, plan: Plan) -> None:
        if plan.state != "ditetapkan":
            return
        for period in periods_of(year.year, year.rhythm):
            days = period.overlap(plan.post.since, None)
            if days is not None:
                self._evaluation(year, plan, period, days)

    def _evaluation(self, year: Any, plan: Plan, period: Period, days: tuple[date, date]) -> None:
        state = self._state(period)
        rated = state not in ("terbuka", "diisi")
        ratings = self._ratings(plan.post, period) if rated else ("", "")
        predicate = predicate_of(*ratings, self.law).value if rated else ""
        released = period.last + timedelta(days=19) if state in ("dirilis", "diterima") else None
        key, post = self.sheets.key("performance.Evaluation"), plan.post
        self.sheets.add(
            "performance.Evaluation", id=key, skp_id=plan.key, employee_id=post.key, year_id=year.pk, unit_id=post.unit,
            period=period.number, first=days[0], last=days[1], state=state, result_rating=ratings[0],
            behaviour_rating=ratings[1], predicate=predicate, released_on=released, changed_at=clock.now(),
        )  # fmt: skip
        path = ("terbuka", "diisi", "dinilai", "dirilis", "diterima")
        for number in range(path.index(state)):
            self.sheets.add(
                "performance.EvaluationTransition", evaluation_id=key, employee_id=post.key, sequence=number + 1,
                from_state=path[number], to_state=path[number + 1], at=_noon(period.last + timedelta(days=4 + 7 * number)),
            )  # fmt: skip
        if rated:
            self._assessment(key, post, period, ratings, predicate)
        if released:
            self._document(key, plan, days, ratings, predicate, released)

    def _state(self, period: Period) -> str:
        if period.last + timedelta(days=SETTLED_DAYS) < self.today:
            if period.year < self.today.year or self.random.random() > LATE:
                return "diterima"
            return self.random.choice(("terbuka", "diisi", "dirilis"))
        if period.last < self.today:
            return self.random.choice(("diisi", "diisi", "dinilai", "dirilis", "terbuka"))
        return "terbuka"

    def _ratings(self, post: Post, period: Period) -> tuple[str, str]:
        """Mostly what the person is known for; the planted superiors have their own way."""
        unit = self.unit_names.get(post.unit, "")
        if not post.leads and unit == ALIKE_UNIT:
            return RATINGS["baik"]
        if not post.leads and unit == LENIENT_UNIT:
            return RATINGS["sangat_baik"]
        if not post.leads and unit == UNEVEN_UNIT:
            return RATINGS["baik" if post.person.sex == "L" else "butuh_perbaikan"]
        usual = self.predicates.get((post.key, period.year)) or self.predicates.get((post.key, period.year - 1), "baik")
        if period.number != YEARLY and self.random.random() < 0.15:
            usual = "baik"
        return RATINGS[usual]

    def _assessment(self, key: int, post: Post, period: Period, ratings: tuple[str, str], predicate: str) -> None:
        day = period.last + timedelta(days=12)
        self.sheets.add(
            "performance.Assessment", evaluation_id=key, employee_id=post.key, kind="penilai", result_rating=ratings[0],
            behaviour_rating=ratings[1], predicate=predicate, relation=self.relatives.get(post.key, ""), law_on=day,
            at=_noon(day),
        )  # fmt: skip

    def _document(
        self, key: int, plan: Plan, days: tuple[date, date], ratings: tuple[str, str], predicate: str, on: date
    ) -> None:
        content = {
            "format": 1, "masa": [day.isoformat() for day in days], "skp": [plan.key, 1], "realisasi": {}, "umpan_balik": {},
            "perilaku": {}, "rating": list(ratings), "predikat": predicate, "catatan": "", "hukum_per": on.isoformat(),
        }  # fmt: skip
        self.sheets.add(
            "performance.EvaluationDocument", evaluation_id=key, employee_id=plan.post.key, version=1,
            content=canonical(content), law_snapshot=self.snapshot, program_version="peragaan", at=_noon(on),
        )  # fmt: skip

    # what was done

    def _progress(self, year: Any, plans: Iterable[Plan]) -> None:
        """The last weeks of some people."""
        if year.year != self.today.year:
            return
        for plan in plans:
            if plan.state != "ditetapkan" or self.random.random() > PROGRESS_SHARE:
                continue
            for week in range(ENTRIES):
                self._week(plan, week_of(self.today).before(week))

    def _week(self, plan: Plan, week: Week) -> None:
        """One entry for a result or two; now and then with a link that proves it."""
        day = min(week.first + timedelta(days=self.random.randint(0, 4)), self.today)
        if day < max(plan.post.since, date(self.today.year, 1, 1)):
            return
        for result, _ in self.random.sample(plan.results, min(self.random.randint(1, 2), len(plan.results))):
            key = self.sheets.key("performance.ProgressEntry")
            self.sheets.add(
                "performance.ProgressEntry", id=key, employee_id=plan.post.key, on=day,
                text=self.random.choice(work.DONE), at=_noon(day),
            )  # fmt: skip
            self.sheets.add("performance.ProgressLine", entry_id=key, result_id=result)
            if self.random.random() < PROVEN_SHARE:
                self._prove(plan, key, result, day)

    def _prove(self, plan: Plan, entry: int, result: int, day: date) -> None:
        key = self.sheets.key("performance.Evidence")
        self.sheets.add(
            "performance.Evidence", id=key, employee_id=plan.post.key, title="Notula dan daftar hadir (rekaan)",
            link=f"https://berkas.contoh.test/{key}", at=_noon(day),
        )  # fmt: skip
        self.sheets.add("performance.EvidenceUse", evidence_id=key, result_id=result, entry_id=entry)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), clock.zone())
