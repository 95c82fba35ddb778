"""Mesin peringkat: everybody's printed inputs in, everybody's verdict, score and place out. Pure.

Whoever has the inputs, the criteria and the law of the day gets the same order; `recompute` is what an outsider runs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from jenjang.law.decisions import Finding
from jenjang.law.parameters import LawOn
from jenjang.selection.criteria import Terms
from jenjang.selection.eligibility import GRADES, NO_DATA, Eligibility
from jenjang.selection.inputs import Inputs
from jenjang.selection.ordering import put_in_order, sort_key
from jenjang.selection.scoring import BoardScore, OpenScore, Scored

OPEN = "seleksi_terbuka"
ELIGIBLE, INCOMPLETE, INELIGIBLE = "MS", "BTL", "TMS"


@dataclass(slots=True)
class Assessed:
    """Hasil pemeriksaan satu orang. Only the eligible are scored; others are when somebody opens their line."""

    person: Inputs
    verdict: str
    unmet: list[str]
    missing: list[str] = field(default_factory=list)
    score: Decimal | None = None
    components: tuple[tuple[str, Decimal], ...] = ()
    performance: Decimal = Decimal(0)
    rank: int | None = None
    tied: bool = False

    @property
    def grade_order(self) -> int:
        grade = GRADES.get(self.person.grade)
        return -1 if grade is None else grade.order

    @property
    def grade_since(self) -> date:
        return _day(self.person.grade_since)

    @property
    def appointed_on(self) -> date:
        return _day(self.person.appointed_on)

    @property
    def birth_date(self) -> date:
        return _day(self.person.birth_date)


@dataclass(slots=True)
class Ranking:
    """Peringkat lengkap: all who were examined, those ranked first and in order."""

    everybody: list[Assessed]
    ranked: list[Assessed]
    unsettled: int
    verdicts: Counter[str] = field(default_factory=Counter)


class Engine:
    """Mesin: one vacancy's criteria under the law of a day, applied to one person after another."""

    def __init__(self, terms: Terms, law: LawOn, on: date) -> None:
        self.terms = terms
        self.law = law
        self.on = on
        self.eligibility = Eligibility(terms, law, on)
        self.scoring: BoardScore | OpenScore = (OpenScore if terms.method == OPEN else BoardScore)(terms, law, on)

    def findings(self, person: Inputs) -> list[Finding]:
        """The requirements of the position, met or not."""
        return self.eligibility.findings(person)

    def score(self, person: Inputs) -> Scored:
        """The score and the findings behind it."""
        return self.scoring.score(person)

    def assess(self, person: Inputs, barred: str = "") -> Assessed:
        """Everything about one person but the place among others. `barred` names what stands in the way besides."""
        unmet = [finding.code for finding in self.eligibility.findings(person) if not finding.met]
        if barred:
            unmet.append(barred)
        if unmet:
            return Assessed(person, verdict_of(unmet), unmet)
        scored = self.scoring.score(person)
        missing = [finding.code for finding in scored.findings if not finding.met]
        return Assessed(person, ELIGIBLE, unmet, missing, scored.score, scored.components, scored.performance)

    def sort_key(self, one: Assessed) -> tuple[Any, ...]:
        """What decides the place: the score, then the published order among equals."""
        return sort_key(one, self.terms.tie_break)

    def rank(self, people: Iterable[Inputs], barred: Mapping[int, str] | None = None) -> Ranking:
        """Examine all, put the eligible in order; nobody is dropped."""
        bars = barred or {}
        everybody = [self.assess(person, bars.get(person.person, "")) for person in people]
        standing = put_in_order((one for one in everybody if one.verdict == ELIGIBLE), self.terms.tie_break)
        verdicts = Counter(one.verdict for one in everybody)
        rest = [one for one in everybody if one.verdict != ELIGIBLE]
        return Ranking([*standing.ranked, *rest], standing.ranked, standing.unsettled, verdicts)


def verdict_of(unmet: Sequence[str]) -> str:
    """MS with nothing unmet, BTL when all that is unmet is missing data, TMS otherwise."""
    if not unmet:
        return ELIGIBLE
    for code in unmet:
        if not code.startswith(NO_DATA):
            return INELIGIBLE
    return INCOMPLETE


def _day(text: str) -> date:
    """A day that is not on record comes last."""
    return date.fromisoformat(text) if text else date.max


def components_text(components: Iterable[tuple[str, Any]]) -> str:
    """The sealed text of the components."""
    return "{" + ",".join([f'"{name}":"{value}"' for name, value in components]) + "}"
