"""Langkah yang menaikkan indeks rata-rata suatu unit: the steps of its people, added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.performance import bulk_facts, index_steps, professionalism
from jenjang.personnel.queries import active_people

if TYPE_CHECKING:
    from jenjang.law.parameters import LawOn
    from jenjang.performance.rules.professionalism_index import IndexFacts

MOST = 3_000
"""So many people are read at once while somebody waits for the page."""
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class UnitStep:
    """Satu langkah bagi semua yang dapat menempuhnya: how many they are, and how much the mean of the unit would rise."""

    title: str
    people: int
    gain: Decimal


def of_units(units: Sequence[int], day: date) -> list[UnitStep] | None:
    """The largest first; None where more people are meant than can be read at once."""
    people = list(active_people(units).values_list("pk", "kind", "education")[: MOST + 1])
    if len(people) > MOST:
        return None
    law, ids, now = law_on(day), [key for key, *_ in people], clock.now()
    found = professionalism.background(ids, on=day, known_at=now, law=law)
    rated = bulk_facts.predicates(on=day, known_at=now, since_year=0, ids=ids)
    alike = Counter(
        _whole(professionalism.facts_of(key, kind, education, rated[key][0][1], found), law)
        for key, kind, education in people
        if key in rated
    )
    return _added(alike, law)


def _whole(facts: IndexFacts, law: LawOn) -> IndexFacts:
    """Hours count in full or not at all, so people who lack some are alike."""
    hours = Decimal(law["ip_asn.jp_teknis"].value)
    has_enough = facts.technical_lesson_hours >= hours
    return replace(facts, technical_lesson_hours=hours if has_enough else Decimal(0))


def _added(alike: Counter[IndexFacts], law: LawOn) -> list[UnitStep]:
    """Who is alike takes the same steps: the rule is asked once for all of them."""
    people: Counter[str] = Counter()
    gains: dict[str, Decimal] = {}
    for facts, many in alike.items():
        for step in index_steps.steps(facts, professionalism.index_of(facts, law).result.score, law):
            people[step.title] += many
            gains[step.title] = gains.get(step.title, Decimal(0)) + many * step.gain
    everybody = alike.total()
    found = [UnitStep(title, people[title], (gain / everybody).quantize(_CENT)) for title, gain in gains.items()]
    return sorted(found, key=lambda step: (-step.gain, step.title))
