"""Evaluasi kota peragaan: how far each period has come, who was rated how, and the superiors who were planted."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from jenjang.demo.posts import Plan, Post
from jenjang.demo.records import RATINGS
from jenjang.demo.sheets import Sheets, noon
from jenjang.kernel import clock
from jenjang.kernel.lawbooks import keep_law
from jenjang.kernel.queries import law_on
from jenjang.performance.content import canonical
from jenjang.performance.evaluations import predicate_of
from jenjang.performance.periods import YEARLY, Period, periods_of

ALIKE_UNIT = "SD Negeri 07"
LENIENT_UNIT = "SD Negeri 04"
UNEVEN_UNIT = "SD Negeri 14"
LATE = 0.05
SETTLED_DAYS = 30
"""After so many days a period is over for nearly everybody."""


def settled_period(year: int, rhythm: str, today: date) -> Period | None:
    """The newest part of the running year that is over for nearly everybody; None early in the year."""
    over = [one for one in periods_of(year, rhythm) if one.number != YEARLY and _is_settled(one, today)]
    return over[-1] if over else None


def _is_settled(period: Period, today: date) -> bool:
    return period.last + timedelta(days=SETTLED_DAYS) < today


class Evaluations:
    """Builds the evaluations of one plan after another.

    `relatives` says who is rated by a relative, and which; `held` how far the newest came of whom it must wait for.
    """

    def __init__(
        self, sheets: Sheets, chance: random.Random, unit_names: Mapping[int, str],
        predicates: Mapping[tuple[int, int], str], relatives: Mapping[int, str], held: Mapping[int, str], today: date,
    ) -> None:  # fmt: skip
        self.sheets, self.random, self.unit_names, self.predicates = sheets, chance, unit_names, predicates
        self.relatives, self.held, self.today = relatives, held, today
        self.law = law_on(today)
        self.snapshot = keep_law()

    def make(self, year: Any, plan: Plan) -> None:
        """One for each period in which the position was held."""
        if plan.state != "ditetapkan":
            return
        for period in periods_of(year.year, year.rhythm):
            days = period.overlap(plan.post.since, None)
            if days is not None:
                self._evaluation(year, plan, period, days)

    def _evaluation(self, year: Any, plan: Plan, period: Period, days: tuple[date, date]) -> None:
        state = self._state(plan.post, period)
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
                from_state=path[number], to_state=path[number + 1], at=noon(period.last + timedelta(days=4 + 7 * number)),
            )  # fmt: skip
        if rated:
            self._assessment(key, post, period, ratings, predicate)
        if released:
            self._document(key, plan, days, ratings, predicate, released)

    def _state(self, post: Post, period: Period) -> str:
        usual = self._usual_state(period)
        is_newest = period == settled_period(self.today.year, period.rhythm, self.today)
        return self.held.get(post.key, usual) if is_newest else usual

    def _usual_state(self, period: Period) -> str:
        if _is_settled(period, self.today):
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
            at=noon(day),
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
            content=canonical(content), law_snapshot=self.snapshot, program_version="peragaan", at=noon(on),
        )  # fmt: skip
