"""Kemajuan kota peragaan: what some people wrote in the last weeks, now and then with a link that proves it."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, timedelta

from jenjang.demo import work
from jenjang.demo.posts import Plan
from jenjang.demo.sheets import Sheets, noon
from jenjang.performance.weeks import Week, week_of

PROGRESS_SHARE, ENTRIES, PROVEN_SHARE = 0.25, 4, 0.2


class Progress:
    """Builds what was done for the results of plans that were agreed."""

    def __init__(self, sheets: Sheets, chance: random.Random, today: date) -> None:
        self.sheets, self.random, self.today = sheets, chance, today

    def make(self, plans: Iterable[Plan]) -> None:
        """The last weeks of some people."""
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
                text=self.random.choice(work.DONE), at=noon(day),
            )  # fmt: skip
            self.sheets.add("performance.ProgressLine", entry_id=key, result_id=result)
            if self.random.random() < PROVEN_SHARE:
                self._prove(plan, key, result, day)

    def _prove(self, plan: Plan, entry: int, result: int, day: date) -> None:
        key = self.sheets.key("performance.Evidence")
        self.sheets.add(
            "performance.Evidence", id=key, employee_id=plan.post.key, title="Notula dan daftar hadir (rekaan)",
            link=f"https://berkas.contoh.test/{key}", at=noon(day),
        )  # fmt: skip
        self.sheets.add("performance.EvidenceUse", evidence_id=key, result_id=result, entry_id=entry)
