"""Memberi nilai: each member alone, drafts first, then locked and sealed; all locked, the marks become one.

Every step takes the panel's row lock, so two hands at once come one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang import ledger
from jenjang.kernel import actions as kernel
from jenjang.kernel import clock
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.law.parameters import LawOn
from jenjang.law.results import points
from jenjang.selection import moves
from jenjang.selection.bench import Bench, bench_of, name_of
from jenjang.selection.models import (
    Candidate,
    Mark,
    MarkDraft,
    MarkSheet,
    MergedMark,
    Method,
    Panel,
    PanelMember,
    StageResult,
    Vacancy,
)
from jenjang.selection.rounds import MarkingRound, rounds_of
from jenjang.selection.rules.marks import MarkFacts, Stage, decide_merged_mark, needs_note, weighed

if TYPE_CHECKING:
    from jenjang.accounts.models import User

WHOLE = ""
"""The aspect under which a member's own mean and note stand."""
BOARD_STAGE = "tim_penilai"


@dataclass(frozen=True, slots=True)
class Typed:
    """Satu sel lembar nilai."""

    candidate: int
    aspect: str
    score: Decimal | None = None
    note: str = ""


def stages_of(vacancy: Vacancy, law: LawOn) -> tuple[str, ...]:
    """What the panel marks itself."""
    return tuple(law["seleksi.penilaian.tahap"].value) if vacancy.method == Method.OPEN else (BOARD_STAGE,)


def aspects_of(stage: str, law: LawOn) -> Mapping[str, int]:
    """The aspects of a stage with their weights."""
    weights: Mapping[str, int] = law[f"seleksi.penilaian.aspek.{stage}"].value
    return weights


def round_of(bench: Bench, stage: str) -> MarkingRound:
    """The round under way on one stage."""
    return rounds_of(bench, [stage])[stage]


@transaction.atomic
def save_draft(*, member: PanelMember, stage: str, typed: Iterable[Typed], by: User, on: date) -> int:
    """Menyimpan rancangan nilai; nobody else ever sees it."""
    bench = _hold(member, on)
    cells = list(typed)
    decision = Decision([*_opening(bench, member, stage, by), *_cells_fit(bench, member, stage, cells)], None)
    if not decision.allowed:
        raise Refused(decision)
    rows = [
        MarkDraft(member=member, candidate_id=cell.candidate, component=stage, aspect=cell.aspect, score=cell.score,
                  note=cell.note, changed_at=clock.now())
        for cell in cells
    ]  # fmt: skip
    MarkDraft.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["member", "candidate", "component", "aspect"],
        update_fields=["score", "note", "changed_at"],
    )  # fmt: skip
    return len(rows)


def _cells_fit(bench: Bench, member: PanelMember, stage: str, cells: Iterable[Typed]) -> list[Finding]:
    own = {one.pk for one in round_of(bench, stage).own(member)}
    aspects = {*aspects_of(stage, bench.law), WHOLE} if stage in stages_of(bench.panel.vacancy, bench.law) else set()
    listed = list(cells)
    in_scale = all(cell.score is None or 0 <= cell.score <= 100 for cell in listed)
    return [
        Finding(all(cell.candidate in own for cell in listed), "Calon ini tidak Anda nilai.", (), "calon"),
        Finding(all(cell.aspect in aspects for cell in listed), "Aspek ini tidak dinilai.", (), "aspek"),
        Finding(in_scale, "Nilai dari 0 sampai 100.", (), "skala"),
    ]


def _opening(bench: Bench, member: PanelMember, stage: str, by: User) -> list[Finding]:
    """What must be true before a member may type or lock anything."""
    vacancy, now = bench.panel.vacancy, round_of(bench, stage)
    return [
        Finding(member.user_id == by.pk, "Lembar ini milik anggota lain.", (), "sendiri"),
        Finding(moves.state_of(vacancy) == "dinilai", "Penilaian sedang berjalan.", (), "status"),
        Finding(stage in stages_of(vacancy, bench.law), "Tahap ini dinilai panitia.", (), "tahap"),
        Finding(
            member.pk in bench.declared, "Pernyataan kepentingan sudah Anda isi.",
            ("permenpanrb-17-2024#pernyataan",), "pernyataan",
        ),
        Finding(bool(bench.marked_by(member)), "Ada calon yang Anda nilai.", (), "calon"),
        Finding(member.pk not in now.locked, "Lembar nilai Anda belum dikunci.", (), "terkunci"),
        Finding(bool(now.pending), "Nilai para penilai belum digabungkan.", (), "digabungkan"),
    ]  # fmt: skip


def locking_findings(bench: Bench, member: PanelMember, stage: str, by: User) -> Decision[None]:
    """May the member lock this sheet? Every empty cell and missing note is named."""
    drafts = _drafts(member, stage)
    findings = _opening(bench, member, stage, by)
    aspects = aspects_of(stage, bench.law) if stage in stages_of(bench.panel.vacancy, bench.law) else {}
    limits = bench.law["seleksi.penilaian.catatan"]
    for candidate in round_of(bench, stage).own(member):
        row = drafts.get(candidate.pk, {})
        name = name_of(candidate)
        empty = sum(row.get(aspect) is None or row[aspect].score is None for aspect in aspects)
        if empty:
            findings.append(Finding(False, ("{}: {} nilai kosong.", name, empty), (), "kosong"))
        extreme = [draft for aspect, draft in row.items() if aspect and _is_extreme(draft, bench.law)]
        if extreme and not (WHOLE in row and row[WHOLE].note.strip()):
            sentence = "{}: nilai {} memerlukan catatan satu kalimat."
            findings.append(Finding(False, (sentence, name, extreme[0].score), limits.cites, "catatan"))
        if (member.pk, candidate.pk) in bench.waiting:
            sentence = "{}: hubungan Anda dengan calon ini masih menunggu penegasan petugas."
            findings.append(Finding(False, (sentence, name), (), "penegasan"))
    return Decision(findings, None)


def _is_extreme(draft: MarkDraft, law: LawOn) -> bool:
    return draft.score is not None and needs_note(draft.score, law)


def _drafts(member: PanelMember, stage: str) -> dict[int, dict[str, MarkDraft]]:
    found: dict[int, dict[str, MarkDraft]] = {}
    for draft in MarkDraft.objects.filter(member=member, component=stage):
        found.setdefault(draft.candidate_id, {})[draft.aspect] = draft
    return found


@transaction.atomic
def lock_sheet(*, member: PanelMember, stage: str, by: User, on: date) -> MarkSheet:
    """Mengunci lembar nilai: sealed for good. The last one to lock makes all marks one."""
    bench = _hold(member, on)
    decision = locking_findings(bench, member, stage, by)
    if not decision.allowed:
        raise Refused(decision)
    drafts, now = _drafts(member, stage), round_of(bench, stage)
    with ledger.attributed(by=by):
        sheet = MarkSheet.objects.create(member=member, component=stage, round=now.number)
        Mark.objects.bulk_create(
            mark for candidate in now.own(member) for mark in _sealed(sheet, candidate, drafts, bench.law)
        )
        MarkDraft.objects.filter(member=member, component=stage).delete()
        _merge_when_ready(bench, stage, by)
    return sheet


def _sealed(
    sheet: MarkSheet, candidate: Candidate, drafts: Mapping[int, Mapping[str, MarkDraft]], law: LawOn
) -> list[Mark]:
    row = drafts[candidate.pk]
    scores = {aspect: row[aspect].score or Decimal(0) for aspect in aspects_of(sheet.component, law)}
    note = row[WHOLE].note.strip() if WHOLE in row else ""
    whole = Mark(sheet=sheet, candidate=candidate, aspect=WHOLE, score=points(weighed(scores, sheet.component, law)), note=note)  # fmt: skip
    return [
        whole,
        *(Mark(sheet=sheet, candidate=candidate, aspect=name, score=score) for name, score in scores.items()),
    ]


def merge_what_is_ready(panel: Panel, *, by: User, on: date) -> None:
    """Menggabungkan nilai whose last obstacle fell after the last lock: nobody is left who would have to lock. Stands inside
    `ledger.attributed`, the panel being held.
    """
    bench = bench_of(panel, on)
    for stage, now in rounds_of(bench, stages_of(panel.vacancy, bench.law)).items():
        if now.locked:
            _merge_when_ready(bench, stage, by)


def merging_findings(bench: Bench, stage: str) -> list[Finding]:
    """May the marks of a stage become one?"""
    now = round_of(bench, stage)
    waiting, short = len(now.waiting), len(now.short_of_quorum)
    return [
        Finding(not waiting, ("Belum mengunci nilai: {} anggota.", waiting), (), "kunci"),
        Finding(not short, ("{} calon kekurangan penilai; kuorum {}.", short, bench.quorum), (), "kuorum"),
        Finding(bool(now.pending), "Nilai tahap ini belum digabungkan.", (), "sekali"),
    ]


def _merge_when_ready(bench: Bench, stage: str, by: User) -> bool:
    """All in and quorum met: one mark for each candidate. Stands inside `ledger.attributed`."""
    if not Decision(merging_findings(bench, stage), None).allowed:
        return False
    rows: dict[int, dict[int, dict[str, Decimal]]] = {}
    marks = Mark.objects.filter(sheet__member__panel=bench.panel, sheet__component=stage).exclude(aspect=WHOLE)
    for candidate, member, aspect, score in marks.values_list("candidate_id", "sheet__member_id", "aspect", "score"):
        rows.setdefault(candidate, {}).setdefault(member, {})[aspect] = score
    merged = []
    for candidate in round_of(bench, stage).pending:
        counted = [
            rows[candidate.pk][one.pk] for one in bench.markers(candidate) if one.pk in rows.get(candidate.pk, {})
        ]
        result = decide_merged_mark(MarkFacts(Stage.of(stage), tuple(counted)), bench.law).result
        merged.append(MergedMark(candidate=candidate, component=stage, score=result.score, markers=result.markers))
    MergedMark.objects.bulk_create(merged)
    _pass_on(bench, stage, merged, by)
    return True


def _pass_on(bench: Bench, stage: str, merged: list[MergedMark], by: User) -> None:
    """Merged marks become stage results of an open selection; a board goes back to its ranking."""
    vacancy = bench.panel.vacancy
    if vacancy.method != Method.OPEN:
        moves.move(vacancy, "diperingkat", by=by)
        return
    StageResult.objects.bulk_create(
        StageResult(application_id=one.candidate.application_id, component=stage, score=one.score, by=by,
                    origin=f"Panitia seleksi, {one.markers} penilai")
        for one in merged
    )  # fmt: skip
    people = [one.candidate.application for one in merged]
    users = [one.employee.user if one.employee else one.external.user for one in people]
    label = Stage.of(stage).label.lower()
    kernel.notify(
        users=[user for user in users if user], text=f"Nilai {label} sudah lengkap: {vacancy.title}.", url="/lamaran/"
    )


def _hold(member: PanelMember, on: date) -> Bench:
    """Lock the panel, then read the bench: who comes second sees what the first has done."""
    panel = Panel.objects.select_for_update(of=("self",)).select_related("vacancy").get(pk=member.panel_id)
    return bench_of(panel, on)
