"""Mulai penilaian: the eligible become candidates with drawn numbers, ties are found, tied members step back."""

from __future__ import annotations

import secrets
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery

from jenjang import ledger
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.law.parameters import LawOn
from jenjang.selection import checking, moves, ties
from jenjang.selection.bench import PEOPLE, bench_of
from jenjang.selection.marking import stages_of
from jenjang.selection.models import (
    Application,
    ApplicationTransition,
    Candidate,
    Method,
    Panel,
    Run,
    Vacancy,
    Willingness,
    WillingnessRequest,
)
from jenjang.selection.panels import law_of_vacancy
from jenjang.selection.qualifying import ruled_out
from jenjang.selection.ranking import ELIGIBLE
from jenjang.selection.rounds import is_marked, rounds_of
from jenjang.selection.runs import standing_run

if TYPE_CHECKING:
    from jenjang.accounts.models import User

PASSED, OPEN_STATES = "ms", ("diajukan", "btl")


@transaction.atomic
def begin_assessment(*, vacancy: Vacancy, by: User, on: date) -> list[Candidate]:
    """Memulai penilaian: lots are drawn, every relation is computed, and the certain ones recuse at once."""
    Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    panel = Panel.objects.select_for_update().filter(vacancy=vacancy).first()
    decision = beginning_findings(vacancy, on)
    if not decision.allowed or panel is None:
        raise Refused(decision)
    moves.move(vacancy, "dinilai", by=by)
    known = set(Candidate.objects.filter(vacancy=vacancy).values_list("employee_id", "application_id"))
    _turn_away(vacancy, {application for _, application in known}, by, on)
    chosen = chosen_for(vacancy, on)
    new = [pair for pair in chosen if pair not in known]
    lots = list(range(len(known) + 1, len(known) + len(new) + 1))  # who has a number already keeps it
    secrets.SystemRandom().shuffle(lots)
    with ledger.attributed(by=by):
        Candidate.objects.bulk_create(
            Candidate(vacancy=vacancy, employee_id=employee, application_id=application, drawn=lot)
            for (employee, application), lot in zip(new, lots, strict=True)
        )
        candidates = list(Candidate.objects.filter(vacancy=vacancy).select_related(*PEOPLE, "employee__user"))
        found = ties.find_ties(panel, candidates, law_of_vacancy(vacancy, on))
        ties.recuse(panel, ties=[tie for tie in found if tie.certain], on=on, by=by)
    return candidates


def beginning_findings(vacancy: Vacancy, on: date, *, examined: bool = True) -> Decision[None]:
    """May the assessment begin?

    A page that only leads to the beginning leaves out `examined`: whether who passed still meets what the law asks.
    """
    begun = Candidate.objects.filter(vacancy=vacancy).exists()
    panel = Panel.objects.filter(vacancy=vacancy).select_related("vacancy").first()
    findings = [Finding(panel is not None, "Panitia sudah dibentuk dengan SK.", (), "panitia")]
    findings += (
        _open_findings(vacancy, on, begun=begun, examined=examined)
        if vacancy.method == Method.OPEN
        else _board_findings(vacancy)
    )
    if panel is not None and begun:
        findings.append(_somebody_to_mark(panel, on))
    return Decision(findings, None)


def _somebody_to_mark(panel: Panel, on: date) -> Finding:
    """Begun once more: only while somebody is left whom the panel has not marked; what was merged stands."""
    vacancy, bench = panel.vacancy, bench_of(panel, on)
    known = {(one.employee_id, one.application_id) for one in bench.candidates}
    joins = any(pair not in known for pair in chosen_for(vacancy, on))
    left = joins or not is_marked(rounds_of(bench, stages_of(vacancy, bench.law)))
    said = "Masih ada calon yang belum dinilai." if left else "Semua calon sudah dinilai; tidak ada yang perlu dinilai lagi."  # fmt: skip
    return Finding(left, said, (), "dinilai")


def chosen_for(vacancy: Vacancy, on: date) -> list[tuple[int | None, int | None]]:
    """Who becomes a candidate: whose papers passed, or who is eligible and willing."""
    return applications_passed(vacancy, on) if vacancy.method == Method.OPEN else willing(vacancy)


def _open_findings(vacancy: Vacancy, on: date, *, begun: bool, examined: bool) -> list[Finding]:
    law = law_of_vacancy(vacancy, on)
    closed = vacancy.call_until is not None and on > vacancy.call_until
    states = list(_with_states(vacancy).values_list("state", flat=True))
    waiting, passed = sum(state in OPEN_STATES for state in states), states.count(PASSED)
    left = len(applications_passed(vacancy, on)) if passed and examined and not begun else passed
    gone = "{} pelamar yang berkasnya lulus kini tidak memenuhi syarat jabatan; ia tidak ikut dinilai dan diberi tahu."
    return [
        Finding(closed, "Masa pengumuman sudah berakhir.", law["seleksi.pengumuman_hari"].cites, "pengumuman"),
        Finding(waiting == 0, ("Berkas {} pelamar belum selesai diperiksa.", waiting), (), "berkas"),
        *([Finding(True, (gone, passed - left), ("pp-11-2017#107",), "gugur")] if left < passed else []),
        *([] if begun else [enough_applicants(left, law)]),
    ]


def enough_applicants(passed: int, law: LawOn) -> Finding:
    """Pelamar cukup: with fewer the call is extended."""
    least = law["seleksi.pelamar_paling_sedikit"]
    sentence = "Pelamar yang memenuhi syarat {} orang; paling sedikit {}. Bila kurang, perpanjang pengumuman."
    return Finding(passed >= least.value, (sentence, passed, least.value), least.cites, "pelamar")


def _board_findings(vacancy: Vacancy) -> list[Finding]:
    run = standing_run(vacancy)
    return [
        Finding(run is not None, "Peringkat yang berlaku sudah dihitung.", ("pp-11-2017#198",), "peringkat"),
        Finding(bool(run and willing(vacancy, run)), "Ada calon memenuhi syarat yang bersedia.", (), "kesediaan"),
    ]


def _with_states(vacancy: Vacancy) -> QuerySet[Application]:
    newest = ApplicationTransition.objects.filter(application=OuterRef("pk")).order_by("-sequence")
    return Application.objects.filter(vacancy=vacancy).annotate(state=Subquery(newest.values("to_state")[:1]))


def _passed(vacancy: Vacancy) -> list[Application]:
    rows = _with_states(vacancy).filter(state=PASSED)
    return list(rows.select_related("employee__user", "external__user").order_by("pk"))


def _turn_away(vacancy: Vacancy, known: set[int | None], by: User, on: date) -> None:
    """Who passed and no longer meets what the law asks does not become a candidate, and reads why."""
    passed = {one.pk: one for one in _passed(vacancy)}
    for pk, against in ruled_out(vacancy, list(passed.values()), on).items():
        if pk not in known:
            checking.turn_away(application=passed[pk], against=against, by=by)


def applications_passed(vacancy: Vacancy, on: date) -> list[tuple[int | None, int | None]]:
    """Applications that passed and that no requirement rules out: (employee, application)."""
    passed = _passed(vacancy)
    out = ruled_out(vacancy, passed, on)
    return [(one.employee_id, one.pk) for one in passed if one.pk not in out]


def willing(vacancy: Vacancy, run: Run | None = None) -> list[tuple[int | None, int | None]]:
    """Eligible people who said that they are willing: (employee, no application)."""
    run = run or standing_run(vacancy)
    newest = Willingness.objects.filter(request=OuterRef("pk")).order_by("-at", "-pk")
    asked = WillingnessRequest.objects.filter(vacancy=vacancy).annotate(answer=Subquery(newest.values("willing")[:1]))
    yes = asked.filter(answer=True).values_list("employee_id", flat=True)
    ranked = run.entries.filter(verdict=ELIGIBLE, employee__in=list(yes)) if run else Candidate.objects.none()
    return [(employee, None) for employee in ranked.order_by("rank", "pk").values_list("employee_id", flat=True)]
