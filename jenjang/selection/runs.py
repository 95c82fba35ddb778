"""Menghitung peringkat: gather, evaluate, and seal a line for everybody, in one transaction."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from django.db import connection, transaction

from jenjang import ledger
from jenjang.kernel.beside import lent_connection
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.selection import applicants, moves
from jenjang.selection.criteria import Terms
from jenjang.selection.gathering import gather
from jenjang.selection.inputs import Inputs
from jenjang.selection.lawbooks import law_of
from jenjang.selection.models import Criteria, Method, Run, Scope, Vacancy
from jenjang.selection.ranking import ELIGIBLE, INCOMPLETE, INELIGIBLE, Assessed, Engine, Ranking, components_text

if TYPE_CHECKING:
    from jenjang.accounts.models import User

_COLUMNS = "run_id, employee_id, application_id, verdict, rank, score, tied, components, unmet, missing, inputs"
_NULL = "\\N"
_BATCH = 10_000


@dataclass(frozen=True, slots=True)
class Basis:
    """Dasar penghitungan: criteria and the two times."""

    criteria: Criteria
    on: date
    known_at: datetime


@transaction.atomic
def compute(*, vacancy: Vacancy, by: User, on: date, reason: str = "", known_at: datetime | None = None) -> Run:
    """Menghitung peringkat lowongan. A later run supersedes the earlier, says why, and stands beside it."""
    _require(vacancy.criteria.exists(), "Kriteria belum diumumkan.", "kriteria")
    if vacancy.method == Method.OPEN:
        _require(moves.state_of(vacancy) != "diumumkan", "Pelamar diperingkat sesudah penilaian.", "status")
        _require(applicants.has_all_results(vacancy), "Hasil semua tahap belum lengkap.", "tahap")
    moves.move(vacancy, "diperingkat", by=by, reason=reason)
    # The move holds whoever runs at the same time; what stands is read only now, so that one run supersedes the other.
    before = standing_run(vacancy)
    _require(before is None or bool(reason.strip()), "Penghitungan ulang memerlukan alasan tertulis.", "alasan")
    criteria = vacancy.criteria.select_related("policy_version").latest("version")
    basis = Basis(criteria, on, known_at or database_time())
    with _no_collection():
        return _compute(vacancy, basis, before, by, reason.strip())


def _require(met: bool, reason: str, code: str) -> None:
    if not met:
        raise Refused(Decision([Finding(False, reason, (), code)], None))


def _compute(vacancy: Vacancy, basis: Basis, before: Run | None, by: User, reason: str) -> Run:
    criteria, on = basis.criteria, basis.on
    engine, ranking, applications = evaluate(vacancy, basis)
    with ledger.attributed(by=by):
        run = Run.objects.create(
            vacancy=vacancy, criteria=criteria, number=vacancy.runs.count() + 1,
            scope=Scope.APPLICANTS if vacancy.method == Method.OPEN else Scope.EMPLOYEES,
            on=on, known_at=basis.known_at, computed_by=by, program_version=version("jenjang"),
            law_snapshot=criteria.law_snapshot, law_used=" ".join(engine.law.used),
            examined=len(ranking.everybody), eligible=ranking.verdicts[ELIGIBLE],
            incomplete=ranking.verdicts[INCOMPLETE], ineligible=ranking.verdicts[INELIGIBLE],
            unsettled=ranking.unsettled, supersedes=before, reason=reason,
        )  # fmt: skip
        store(run, ranking.everybody, applications)
    return run


@contextmanager
def _no_collection() -> Iterator[None]:
    """A run makes millions of objects and no cycles; the collector would walk all of them again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def evaluate(vacancy: Vacancy, basis: Basis) -> tuple[Engine, Ranking, dict[int, int]]:
    """The ranking without storing it, with the application behind each person of an open selection."""
    terms = Terms.from_text(basis.criteria.content)
    law = law_of(basis.criteria)
    engine = Engine(terms, law, basis.on)
    if vacancy.method == Method.OPEN:
        people, applications, barred = applicants.inputs_of(vacancy, terms, law, basis.on, basis.known_at)
        return engine, engine.rank(people, barred), applications
    return engine, engine.rank(gather(terms=terms, law=law, on=basis.on, known_at=basis.known_at)), {}


def standing_run(vacancy: Vacancy) -> Run | None:
    """Penghitungan yang berlaku: the newest that nothing has voided or superseded."""
    runs = Run.objects.filter(vacancy=vacancy, void=None, superseded_by=None)
    return runs.select_related("criteria__policy_version").order_by("-number").first()


def database_time() -> datetime:
    """The moment up to which records are known: the database's clock, which stamps them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        moment: datetime = cursor.fetchone()[0]
    return moment


def store(run: Run, everybody: Iterable[Assessed], applications: dict[int, int]) -> None:
    """COPY a line for each; the table seals a block while the next is written. Stands inside `ledger.attributed`."""
    with lent_connection() as beside:
        stored = [
            beside.submit(_copy, block) for block in _blocks(_line(run.pk, one, applications) for one in everybody)
        ]
    for block in stored:
        block.result()


def _copy(block: str) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY selection_runentry ({_COLUMNS}) FROM STDIN") as copy:
        copy.write(block)


def _line(run: int, one: Assessed, applications: dict[int, int]) -> str:
    person: Inputs = one.person
    application = applications.get(person.person)
    employee = person.person if person.person > 0 else None
    return "\t".join((
        str(run),
        _NULL if employee is None else str(employee),
        _NULL if application is None else str(application),
        one.verdict,
        _NULL if one.rank is None else str(one.rank),
        _NULL if one.score is None else str(one.score),
        "t" if one.tied else "f",
        components_text(one.components) if one.components else "",
        " ".join(one.unmet),
        " ".join(one.missing),
        person.as_text().replace("\\", "\\\\"),
    ))  # fmt: skip


def _blocks(lines: Iterator[str]) -> Iterator[str]:
    """Lines in large pieces: a statement for each line would cost more than the line."""
    block: list[str] = []
    for line in lines:
        block.append(line)
        if len(block) == _BATCH:
            yield "\n".join(block) + "\n"
            block.clear()
    if block:
        yield "\n".join(block) + "\n"
