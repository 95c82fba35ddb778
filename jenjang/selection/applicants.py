"""Masukan pelamar: an open selection ranks who applied, from inside and outside the agency, by the results per stage."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime

from jenjang.law.parameters import LawOn
from jenjang.selection.criteria import Terms
from jenjang.selection.gathering import gather
from jenjang.selection.inputs import Inputs
from jenjang.selection.models import Application, ApplicationFacts, ApplicationTransition, StageResult, Vacancy
from jenjang.selection.states import APPLICATION

PASSED = "ms"
IN_THE_RUNNING = ("ms", "tms", "btl", "diajukan")


def inputs_of(
    vacancy: Vacancy, terms: Terms, law: LawOn, on: date, known_at: datetime
) -> tuple[list[Inputs], dict[int, int], dict[int, str]]:
    """Inputs of all applicants, the application behind each, and the code of what bars whose papers did not pass.

    People of other agencies have no employee record; their key is the application's, below zero.
    """
    applications, states = in_the_running(vacancy)
    keys = {key_of(one): one.pk for one in applications}
    stages = _results(vacancy)
    people = read(applications, terms, law, on, known_at)
    people = [one._replace(stages=stages.get(keys[one.person], {})) for one in people]
    barred = {key: f"berkas_{states[pk]}" for key, pk in keys.items() if states[pk] != PASSED}
    return people, keys, barred


def in_the_running(vacancy: Vacancy) -> tuple[list[Application], dict[int, str]]:
    """Applications that were submitted and not withdrawn, and the state of each."""
    states = _states(vacancy)
    rows = Application.objects.filter(vacancy=vacancy)
    return [one for one in rows if states.get(one.pk) in IN_THE_RUNNING], states


def key_of(application: Application) -> int:
    """The key of the person behind an application."""
    return application.employee_id or -application.pk


def read(
    applications: Iterable[Application], terms: Terms, law: LawOn, on: date, known_at: datetime, *, scored: bool = True
) -> list[Inputs]:
    """What the records say of employees, and what people of other agencies stated; no results of stages."""
    ours = [one.employee_id for one in applications if one.employee_id]
    internal = gather(terms=terms, law=law, on=on, known_at=known_at, ids=ours, scored=scored) if ours else ()
    return [*internal, *_stated([one for one in applications if one.external_id])]


def _states(vacancy: Vacancy) -> dict[int, str]:
    rows = ApplicationTransition.objects.filter(application__vacancy=vacancy).order_by("application", "sequence")
    states = dict.fromkeys(
        Application.objects.filter(vacancy=vacancy).values_list("pk", flat=True), APPLICATION.initial
    )
    states.update(rows.values_list("application_id", "to_state"))
    return states


def _results(vacancy: Vacancy) -> dict[int, dict[str, str]]:
    """The newest score of each component, by application."""
    found: dict[int, dict[str, str]] = {}
    standing = StageResult.objects.filter(application__vacancy=vacancy, superseded_by=None)
    for application, component, score in standing.values_list("application_id", "component", "score"):
        found.setdefault(application, {})[component] = str(score)
    return found


def has_all_results(vacancy: Vacancy) -> bool:
    """Whether every stage that counts has a result of everybody who is still in the running."""
    criteria = vacancy.criteria.order_by("-version").first()
    counted = (
        {name for name, weight in Terms.from_text(criteria.content).weights.items() if weight} if criteria else set()
    )
    states, results = _states(vacancy), _results(vacancy)
    return all(counted <= results.get(pk, {}).keys() for pk, state in states.items() if state == PASSED)


def _stated(applications: list[Application]) -> list[Inputs]:
    """What people of other agencies stated when they applied, the newest submission of each."""
    newest: dict[int, str] = {}
    rows = ApplicationFacts.objects.filter(application__in=applications).order_by("at", "pk")
    newest.update(rows.values_list("application_id", "content"))
    return [
        Inputs.from_printed({**json.loads(newest[one.pk])["masukan"], "id": -one.pk})
        for one in applications
        if one.pk in newest
    ]
