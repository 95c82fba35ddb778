"""Peringkat tercetak: everybody of a run as plain values, for the command line and the export."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jenjang.kernel import clock
from jenjang.law.decisions import Finding
from jenjang.personnel.queries import names_of
from jenjang.selection import runs
from jenjang.selection.explaining import engine_of
from jenjang.selection.inputs import Inputs
from jenjang.selection.models import Application, Vacancy
from jenjang.selection.ranking import Assessed, Engine


class NothingPublished(LookupError):
    """A vacancy without published criteria ranks nobody; the message says what to do."""


def everybody(vacancy: Vacancy) -> list[dict[str, Any]]:
    """All who were examined, in order: verdict, place, score, components and every finding."""
    run = runs.standing_run(vacancy)
    if run is not None:
        engine = engine_of(run)
        lines = [
            _Line(Inputs.from_text(inputs), verdict, rank, score, tied, unmet.split())
            for inputs, verdict, rank, score, tied, unmet in run.entries.order_by("rank", "pk").values_list(
                "inputs", "verdict", "rank", "score", "tied", "unmet"
            )
        ]
    else:
        engine, lines = _provisional(vacancy)
    names = _names(line.person.person for line in lines)
    return [_printed(line, engine, names) for line in lines]


class _Line:
    """One person of a run, stored or not."""

    __slots__ = ("person", "rank", "score", "tied", "unmet", "verdict")

    def __init__(
        self, person: Inputs, verdict: str, rank: int | None, score: Any, tied: bool, unmet: list[str]
    ) -> None:
        self.person, self.verdict, self.rank, self.score = person, verdict, rank, score
        self.tied, self.unmet = tied, unmet


def _provisional(vacancy: Vacancy) -> tuple[Engine, list[_Line]]:
    criteria = vacancy.criteria.select_related("policy_version").order_by("-version").first()
    if criteria is None:
        raise NothingPublished(f"Kriteria lowongan {vacancy.number} belum diumumkan; umumkan dahulu.")
    basis = runs.Basis(criteria, clock.today(), runs.database_time())
    engine, ranking, _ = runs.evaluate(vacancy, basis)
    return engine, [_line(one) for one in ranking.everybody]


def _line(one: Assessed) -> _Line:
    return _Line(one.person, one.verdict, one.rank, one.score, one.tied, one.unmet)


def _printed(line: _Line, engine: Engine, names: dict[int, tuple[str, str]]) -> dict[str, Any]:
    scored = engine.score(line.person)
    nip, name = names.get(line.person.person, ("", ""))
    eligible = line.rank is not None
    findings = [_finding(finding, blocks=True) for finding in engine.findings(line.person)]
    findings += [_finding(finding, blocks=False) for finding in scored.findings]
    findings += [
        {"met": False, "reason": "Berkas lamaran belum dinyatakan memenuhi syarat.", "cites": [], "code": code, "blocks": True}
        for code in line.unmet if code.startswith("berkas_")
    ]  # fmt: skip
    return {
        "nip": nip,
        "name": name,
        "allowed": eligible,
        "status": line.verdict,
        "rank": line.rank,
        "tied": line.tied,
        "score": float(scored.score) if eligible else None,
        "criteria": {code: float(points) for code, points in scored.components},
        "findings": findings,
    }


def _finding(finding: Finding, *, blocks: bool) -> dict[str, Any]:
    return {**finding.as_json(), "code": finding.code, "blocks": blocks}


def _names(people: Iterable[int]) -> dict[int, tuple[str, str]]:
    """NIP and name by the key of the inputs; applicants of other agencies have keys below zero."""
    keys = list(people)
    names = names_of([key for key in keys if key > 0])
    outside = Application.objects.filter(pk__in=[-key for key in keys if key < 0]).select_related("external")
    names |= {-one.pk: (one.external.nip, one.external.name) for one in outside}
    return names
