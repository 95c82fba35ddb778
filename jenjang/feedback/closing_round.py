"""Menutup putaran 360 derajat: from answers without names to one sealed result a person, and to the record that talent reads.

A block of people at a time, whole or not at all: results, records and the end of the answers stand in one transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from importlib.metadata import version
from random import SystemRandom
from typing import TYPE_CHECKING, Any

from django.db import transaction

from jenjang import ledger
from jenjang.feedback.models import RaterAnswer, RaterTurn, Round, RoundResult
from jenjang.feedback.moves import move_round
from jenjang.feedback.opening_round import BLOCK, Tell
from jenjang.feedback.refusals import refused
from jenjang.feedback.rules.round_outcome import (
    LEADER,
    PEERS,
    SUBORDINATES,
    AnswersFacts,
    RoundFacts,
    RoundOutcome,
    decide_round_outcome,
)
from jenjang.feedback.values import values_of
from jenjang.kernel.lawbooks import keep_law
from jenjang.kernel.queries import law_on
from jenjang.law.decisions import Decision
from jenjang.law.parameters import LawOn
from jenjang.performance.content import canonical
from jenjang.performance.feedback_360 import record_feedback_360

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.ledger import Actor

FORMAT = 1
Answers = Mapping[str, Sequence[RaterAnswer]]


@dataclass(slots=True)
class Closed:
    """Yang sudah dihitung, for the officer who asked."""

    with_predicate: int = 0
    without: int = 0


@transaction.atomic
def stop_answers(*, round: Round, by: User | Actor, on: date) -> None:
    """Menghentikan pengisian, once its last day is over; from here on nobody's answer comes later than another's."""
    if round.state == "dihitung":
        return  # started again after a kill
    if on <= round.fill_until:
        raise refused(f"Putaran masih diisi sampai {round.fill_until:%d-%m-%Y}.", code="putaran")
    move_round(round, "dihitung", by=by)


def close_all(round: Round, *, by: User | Actor, on: date, tell: Tell) -> Closed:
    """Results for everybody who has none yet, then the round is closed."""
    stop_answers(round=round, by=by, on=on)
    snapshot = {"hukum": keep_law(), "program": version("jenjang")}
    waiting = list(_without_result(round))
    done, whole = 0, Closed()
    for start in range(0, len(waiting), BLOCK):
        block = waiting[start : start + BLOCK]
        _close(round, block, by, on, snapshot, whole)
        done += len(block)
        tell(done, len(waiting), f"{done} dari {len(waiting)} pegawai")
    round.refresh_from_db()
    if round.state == "dihitung":
        move_round(round, "ditutup", by=by)
    return whole


@transaction.atomic
def _close(
    round: Round, block: Sequence[int], by: User | Actor, on: date, snapshot: Mapping[str, str], whole: Closed
) -> None:
    law = law_on(on)
    answers = RaterAnswer.objects.filter(round=round, employee__in=block)
    results = [_result(round, employee, given, law, snapshot) for employee, given in _by_person(block, answers)]
    with ledger.attributed(by=by):
        RoundResult.objects.bulk_create(results)
    found = [(one.employee_id, one.predicate, one.raters) for one in results if one.predicate]
    record_feedback_360(year=round.year, predicates=found, by=by, on=on)
    answers.delete()
    RaterTurn.objects.filter(round=round, employee__in=block).delete()
    whole.with_predicate += len(found)
    whole.without += len(results) - len(found)


def _by_person(block: Sequence[int], answers: Any) -> Iterator[tuple[int, Answers]]:
    found: dict[int, dict[str, list[RaterAnswer]]] = {employee: defaultdict(list) for employee in block}
    for one in answers:
        found[one.employee_id][one.group].append(one)
    yield from found.items()


def _result(round: Round, employee: int, answers: Answers, law: LawOn, snapshot: Mapping[str, str]) -> RoundResult:
    decision = decide_round_outcome(facts_of(answers), law)
    outcome = decision.result
    return RoundResult(
        round=round, employee_id=employee, predicate=outcome.predicate.value if outcome.predicate else "",
        score=outcome.score, raters=outcome.raters, content=_content(answers, decision, law, snapshot), law_on=law.day,
    )  # fmt: skip


def facts_of(answers: Answers) -> RoundFacts:
    """How many answered in each group, and the sum of all their scores."""
    return RoundFacts(*(
        AnswersFacts(len(answers.get(group, ())), sum(sum(one.scores.values()) for one in answers.get(group, ())))
        for group in (LEADER, PEERS, SUBORDINATES)
    ))  # fmt: skip


def _content(answers: Answers, decision: Decision[RoundOutcome], law: LawOn, snapshot: Mapping[str, str]) -> str:
    """Only what was counted: averages a value and words of each group, never an answer."""
    weights = law["kinerja.umpan_balik_360.bobot"].value
    groups = []
    for name in decision.result.groups:
        parts = name.split("+")
        given = [one for part in parts for one in answers.get(part, ())]
        words = [one.words for one in given if one.words]
        SystemRandom().shuffle(words)
        groups.append({
            "kelompok": parts, "penilai": len(given), "bobot": str(sum(weights[part] for part in parts)),
            "nilai": {value: _average([one.scores[value] for one in given]) for value in values_of(law)}, "catatan": words,
        })  # fmt: skip
    findings = [finding.as_json() for finding in decision.findings]
    return canonical({"format": FORMAT, "kelompok": groups, "temuan": findings, **snapshot})


def _average(scores: Sequence[int]) -> str:
    return str((Decimal(sum(scores)) / len(scores)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))


def _without_result(round: Round) -> list[int]:
    done = RoundResult.objects.filter(round=round).values("employee_id")
    rows = round.raters.exclude(employee__in=done).order_by("employee_id").values_list("employee_id", flat=True)
    return list(rows.distinct())
