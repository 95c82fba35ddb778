"""Rekam jejak talenta: what the records say of everybody within the windows that the law gives, as plain values."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from jenjang.competency import bulk_facts as competency
from jenjang.discipline import bulk_facts as discipline
from jenjang.law.codes import Acting, PositionKind, Variety
from jenjang.law.parameters import LawOn
from jenjang.law.spans import add_years
from jenjang.learning import bulk_facts as learning
from jenjang.organization.rules.requirements import LADDER
from jenjang.performance import bulk_facts as performance
from jenjang.personnel import bulk_facts as personnel
from jenjang.projects import bulk_facts as projects

WINDOWS = "talenta.jendela"


@dataclass(slots=True)
class Evidence:
    """Everything by employee; who has nothing of a kind is not in its mapping."""

    people: Sequence[personnel.Person]
    careers: Mapping[int, personnel.Career]
    predicates: Mapping[int, list[list[Any]]]
    feedback: Mapping[int, list[Any]]
    awards: Mapping[int, list[tuple[str, int]]]
    roles: Mapping[int, list[tuple[str, int]]]
    certificates: Mapping[int, int]
    sanctions: Mapping[int, list[list[Any]]]
    competence: Mapping[int, tuple[list[Any], dict[str, int]]]
    potential: Mapping[int, list[Any]]
    technical: Mapping[int, list[Any]]


def gather(
    *,
    on: date,
    known_at: datetime,
    law: LawOn,
    ids: Collection[int] | None = None,
    related: Sequence[str] = (),
    technical_fields: Sequence[str] = (),
    scored: bool = True,
) -> Evidence:
    """Read everybody (or `ids`, perhaps a range of keys) as they stood on a day and as it was known: eleven statements, however many people.

    Without `scored` only what a requirement may ask, in five.
    """
    since = {name: add_years(on, -years) for name, years in law[WINDOWS].value.items()}
    at: dict[str, Any] = {"on": on, "known_at": known_at, "ids": ids}
    return Evidence(
        people=personnel.people(**at),
        careers=personnel.careers(**at, related=related),
        predicates=performance.predicates(**at, since_year=since["predikat"].year),
        feedback=performance.feedback(**at) if scored else {},
        awards=personnel.awards(**at, since=since["penghargaan"]) if scored else {},
        roles=projects.team_roles(**at, since=since["tim_kerja"]) if scored else {},
        certificates=learning.certificates(**at, since=since["sertifikat"]) if scored else {},
        sanctions=discipline.sanctions(**at),
        competence=competency.competence(**at, since=since["asesmen"]),
        potential=competency.potential(**at, since=since["asesmen"]) if scored else {},
        technical=competency.technical(**at, since=since["asesmen"], fields=technical_fields) if scored else {},
    )


def best(items: Sequence[tuple[str, int]], scale: Mapping[str, int]) -> list[Any] | None:
    """The item worth most on a scale of the law, as [code, record]; None without any."""
    if not items:
        return None
    code, record = max(items, key=lambda item: scale.get(item[0], 0))
    return [code, record]


def variety_of(career: personnel.Career) -> Variety:
    """Keragaman: posts outside the agency, in several of its units, or in one."""
    if career.outside:
        return Variety.CROSS_AGENCY
    return Variety.CROSS_UNIT if career.several_units else Variety.ONE_UNIT


def acting_of(career: personnel.Career, scale: Mapping[str, int], equals: Mapping[str, str]) -> Acting:
    """Penugasan nondefinitif that is worth most: above the own post or beside it, Plt or Plh."""
    if not career.acting:
        return Acting.NONE
    own = _rung(career.kind, career.career_level, equals)
    kinds = [_acting(assignment, _rung(kind, level, equals) > own, title)
             for assignment, kind, level, title in career.acting]  # fmt: skip
    return max(kinds, key=lambda kind: scale.get(kind, 0))


def _acting(assignment: str, higher: bool, title: str) -> Acting:
    if assignment == "pj" and any(name in title.lower() for name in ("wali kota", "walikota", "bupati", "gubernur")):
        return Acting.HEAD_OF_REGION
    if assignment == "plh":
        return Acting.PLH_HIGHER if higher else Acting.PLH_EQUAL
    return Acting.PLT_HIGHER if higher else Acting.PLT_EQUAL


def _rung(kind: str, level: str, equals: Mapping[str, str]) -> int:
    """Where a post stands on the ladder of kinds; a functional one where the law calls it equal."""
    named = equals.get(level, "") if kind == PositionKind.FUNCTIONAL else kind
    return _RUNGS.get(named, -1)


_RUNGS = {kind.value: place for place, kind in enumerate(LADDER)}
