"""Sasaran unit kota peragaan: what each unit that somebody leads wants to reach, year by year, agreed with the leader above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from jenjang.demo import work
from jenjang.demo.evaluating import JUDGED
from jenjang.demo.posts import Post
from jenjang.demo.sheets import Sheets, noon
from jenjang.organization.queries import open_units
from jenjang.organization.queries import unit as unit_of
from jenjang.performance.appraisers import Chain
from jenjang.performance.periods import YEARLY, periods_of
from jenjang.performance.unit_agreements import content_of

PERSPECTIVES = {"kuantitas": "penerima_layanan", "kualitas": "penguatan_internal", "waktu": "proses_bisnis"}
"""Which perspective a leader's measure belongs to, by the aspect that it would have further down."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Satu sasaran dengan indikatornya: their keys and words."""

    objective: int
    indicator: int
    text: str


class UnitGoals:
    """Builds the objectives of one unit after another, those above first."""

    def __init__(self, sheets: Sheets, line: Chain, today: date) -> None:
        self.sheets, self.line, self.today = sheets, line, today
        self.of_unit: dict[int, list[Goal]] = {}

    def make(self, year: Any, post: Post, results: Sequence[work.Result]) -> None:
        """What the head of a unit answers for is what the unit wants to reach."""
        if self.line.heads.get(post.unit) != post.key or post.unit in self.of_unit:
            return
        above = self._above(post.unit)
        self.of_unit[post.unit] = [
            self._goal(year, post, place, result, above[place % len(above)] if above else None)
            for place, result in enumerate(results)
        ]

    def agree(self, year: Any) -> None:
        """Every unit's objectives as they were agreed in January; begins anew for the next year."""
        for unit in self.of_unit:
            agreed = date(year.year, 1, 8) + timedelta(days=unit % 12)
            head = self.line.heads[unit]
            self.sheets.add(
                "performance.UnitAgreement", year_id=year.pk, unit_id=unit, version=1,
                content=content_of(unit_of(unit), year, head), head_id=head, agreed_on=agreed, at=noon(agreed),
            )  # fmt: skip
        self.of_unit.clear()

    def judge(self, year: Any) -> None:
        """What the head of the region set for each office in a year that is over, before its results were handed over."""
        offices = open_units().filter(parent__parent=None, parent__isnull=False).order_by("pk")
        for unit in offices.values_list("pk", flat=True):
            for period in periods_of(year.year, year.rhythm):
                self.sheets.add(
                    "performance.UnitPredicate", year_id=year.pk, unit_id=unit, period=period.number, predicate="baik",
                    reason=JUDGED["baik"], at=noon(period.last + timedelta(days=9)),
                )  # fmt: skip

    def _above(self, unit: int) -> list[Goal]:
        place = self.line.parents.get(unit)
        while place is not None and place not in self.of_unit:
            place = self.line.parents.get(place)
        return self.of_unit[place] if place is not None else []

    def _goal(self, year: Any, post: Post, place: int, result: work.Result, above: Goal | None) -> Goal:
        text, measures = result
        text = text.format(unit=post.person.place.unit.name)
        objective = self.sheets.key("performance.Objective")
        self.sheets.add(
            "performance.Objective", id=objective, year_id=year.pk, unit_id=post.unit, order=place, text=text,
            parent_id=above.objective if above else None, changed_at=noon(date(year.year, 1, 5)),
        )  # fmt: skip
        keys = [self._indicator(year, objective, order, one) for order, one in enumerate(measures)]
        return Goal(objective, keys[0], text)

    def _indicator(self, year: Any, objective: int, order: int, measure: work.Indicator) -> int:
        aspect, words, target = measure
        key = self.sheets.key("performance.UnitIndicator")
        self.sheets.add(
            "performance.UnitIndicator", id=key, objective_id=objective, order=order, perspective=PERSPECTIVES[aspect],
            text=words, target=target,
        )  # fmt: skip
        for period in periods_of(year.year, year.rhythm):
            if period.last < self.today and (period.number == YEARLY or year.year == self.today.year):
                self._reached(key, period.last, period.number, target)
        return key

    def _reached(self, indicator: int, last: date, period: int, target: str) -> None:
        text = f"Tercapai: {target}" if indicator % 4 else f"Belum mencapai {target}; dilanjutkan pada masa berikutnya"
        self.sheets.add(
            "performance.UnitResult",
            indicator_id=indicator,
            period=period,
            text=text,
            at=noon(last + timedelta(days=6)),
        )
