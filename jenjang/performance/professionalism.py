"""Indeks Profesionalitas ASN for everybody at once: the facts that the records give, and the rule over them.

Education, training, the year's predicate and sanctions are read once each; the rule runs a person at a time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from jenjang.discipline import bulk_facts as discipline
from jenjang.law.codes import Education, PositionGroup, PositionKind, Predicate, SanctionLevel
from jenjang.law.decisions import Decision
from jenjang.law.parameters import LawOn
from jenjang.law.spans import add_years
from jenjang.learning import bulk_facts as learning
from jenjang.learning.bulk_facts import Training
from jenjang.performance.rules.professionalism_index import (
    IndexFacts,
    ProfessionalismIndex,
    decide_professionalism_index,
)

_UNTRAINED = Training(False, False, 0, False)
_STRUCTURAL = frozenset({"jpt_utama", "jpt_madya", "jpt_pratama", "administrator", "pengawas"})


@dataclass(frozen=True, slots=True)
class Background:
    """What the records say of many people, by employee."""

    trainings: Mapping[int, Training]
    sanctions: Mapping[int, list[list[Any]]]


def background(ids: Sequence[int], *, on: date, known_at: datetime, law: LawOn) -> Background:
    """Training and sanctions of these people as they stood on a day: two statements."""
    windows, kinds = law["ip_asn.jendela"].value, law["ip_asn.jenis_diklat"].value
    at: dict[str, Any] = {"on": on, "known_at": known_at, "ids": ids}
    return Background(
        learning.trainings(
            **at, kinds=kinds, technical_since=add_years(on, -windows["teknis"]),
            seminar_since=add_years(on, -windows["seminar"]),
        ),
        discipline.sanctions(**at),
    )  # fmt: skip


def group_of(kind: str) -> PositionGroup:
    """Kelompok jabatan: structural, functional, or executor."""
    if kind in _STRUCTURAL:
        return PositionGroup.STRUCTURAL
    return PositionGroup.FUNCTIONAL if kind == PositionKind.FUNCTIONAL else PositionGroup.EXECUTOR


def facts_of(employee: int, kind: str, education: str, predicate: str, found: Background) -> IndexFacts:
    """The facts of the rule for one person; who has no education on record counts as the lowest."""
    training = found.trainings.get(employee, _UNTRAINED)
    serving = [SanctionLevel.of(level) for level, is_serving, *_ in found.sanctions.get(employee, []) if is_serving]
    return IndexFacts(
        position_group=group_of(kind),
        education=Education.of(education) if education else Education.SD,
        leadership_training=training.leadership,
        functional_training=training.functional,
        technical_lesson_hours=Decimal(training.technical_hours),
        seminar=training.seminar,
        performance=Predicate.of(predicate),
        sanction=max(serving, key=lambda level: level.order, default=SanctionLevel.NONE),
    )


def index_of(facts: IndexFacts, law: LawOn) -> Decision[ProfessionalismIndex]:
    """`ip_asn.indeks`."""
    return decide_professionalism_index(facts, law)
