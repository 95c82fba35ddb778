"""Penjelasan nilai: from a sealed line to its findings, parts, records and articles. Sentences are made when read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from django.apps import apps

from jenjang.law.decisions import Finding
from jenjang.selection.criteria import Terms
from jenjang.selection.inputs import Inputs
from jenjang.selection.lawbooks import law_of
from jenjang.selection.models import Component, Run, RunEntry
from jenjang.selection.ranking import Engine
from jenjang.selection.scoring import BoardScore
from jenjang.talent.rules.score import talent_parts

_RECORDS = {
    "predikat": ("performance.AppraisalRecord", lambda person: person.predicates[0] if person.predicates else None),
    "umpan_balik_360": ("performance.Feedback360Record", lambda person: person.feedback_360),
    "penghargaan": ("personnel.AwardRecord", lambda person: person.award),
    "tim_kerja": ("projects.TeamRoleRecord", lambda person: person.team_role),
    "kompetensi": ("competency.CompetencyRecord", lambda person: person.competence),
    "potensi": ("competency.PotentialRecord", lambda person: person.potential),
    "kompetensi_teknis": ("competency.TechnicalRecord", lambda person: person.technical),
}
LABELS = {"kinerja": "Kinerja", "potensial": "Potensial", "teknis": "Kompetensi teknis"} | dict(Component.choices)


class Source(NamedTuple):
    """Catatan di balik satu unsur: which table, row, decree and day."""

    model: str
    record: int
    decree_number: str
    decree_date: Any
    effective_from: Any


@dataclass(slots=True)
class Element:
    """Unsur: one criterion, its raw score, weight in this selection, what it adds, and where it stands."""

    code: str
    label: str
    raw: Decimal | None
    weight: Decimal
    points: Decimal
    cites: tuple[str, ...]
    source: Source | None = None


@dataclass(slots=True)
class Group:
    """Komponen: kinerja, potensial, teknis, or a stage; its elements add up to its points."""

    code: str
    label: str
    points: Decimal
    most: Decimal
    elements: list[Element]


@dataclass(slots=True)
class Explanation:
    """Penjelasan satu baris peringkat."""

    entry: RunEntry
    person: Inputs
    requirements: list[Finding]
    scoring: list[Finding]
    groups: list[Group]
    score: Decimal
    performance: Decimal

    @property
    def missing(self) -> list[Finding]:
        """What is not on record and therefore counts 0 or is left out."""
        return [finding for finding in self.scoring if not finding.met]


def engine_of(run: Run) -> Engine:
    """The engine as the run had it."""
    return Engine(Terms.from_text(run.criteria.content), law_of(run.criteria), run.on)


def explain(entry: RunEntry, engine: Engine | None = None) -> Explanation:
    """From one line of a run to every part, record and article behind it."""
    engine = engine or engine_of(entry.run)
    person = Inputs.from_text(entry.inputs)
    scored = engine.score(person)
    groups = _groups(engine, person, dict(scored.components))
    _add_sources([element for group in groups for element in group.elements], person)
    return Explanation(
        entry, person, engine.findings(person), scored.findings, groups, scored.score, scored.performance
    )  # fmt: skip


def _groups(engine: Engine, person: Inputs, components: dict[str, Decimal]) -> list[Group]:
    scoring = engine.scoring
    if not isinstance(scoring, BoardScore):
        cites = engine.law["seleksi.bobot"].cites
        results = person.stages or {}
        return [
            Group(code, LABELS[code], components[code], weight, [
                Element(code, LABELS[code], Decimal(results[code]) if code in results else None, weight,
                        components[code], cites),
            ])
            for code, weight in scoring.weights.items()
        ]  # fmt: skip
    share = engine.law["talenta.jabatan_target.bobot_talenta"]
    talent = Decimal(share.value[scoring.kind]) / 100
    groups = {code: Group(code, LABELS[code], components[code], scoring.weights[code], []) for code in components}
    for part in talent_parts(scoring.talent_facts(person), engine.law):
        groups[part.axis].elements.append(
            Element(part.code, part.label, part.score, part.weight * talent, part.points * talent, part.cites)
        )
    technical = Decimal(person.technical[0]) if person.technical else None
    groups["teknis"].elements.append(
        Element("kompetensi_teknis", "Uji kompetensi teknis", technical, scoring.weights["teknis"],
                components["teknis"], share.cites)
    )  # fmt: skip
    return list(groups.values())


def _add_sources(elements: Iterable[Element], person: Inputs) -> None:
    """One query a table for the records that the inputs name."""
    for element in elements:
        model, read = _RECORDS.get(element.code, ("", None))
        named = read(person) if read else None
        if not named:
            continue
        row = apps.get_model(model)._default_manager.filter(pk=named[-1]).first()
        if row is not None:
            element.source = Source(model, row.pk, row.decree_number, row.decree_date, row.effective_from)
