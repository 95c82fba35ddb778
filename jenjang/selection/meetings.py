"""Rapat dan tiga nama: who was there, and the first three of the ranking that stands; nobody chooses the three."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from jenjang import ledger
from jenjang.accounts.queries import user_can
from jenjang.accounts.roles import Role
from jenjang.kernel import actions as kernel
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.selection import decrees, moves, orders
from jenjang.selection.bench import bench_of, name_of
from jenjang.selection.criteria import Terms
from jenjang.selection.explaining import LABELS
from jenjang.selection.hands import not_about_oneself
from jenjang.selection.heard import heard
from jenjang.selection.links import decision_url, tell
from jenjang.selection.models import (
    Candidate,
    Meeting,
    MeetingAttendance,
    Method,
    Panel,
    PanelMember,
    Run,
    RunEntry,
    Shortlist,
    ShortlistName,
    StageResult,
    Vacancy,
)
from jenjang.selection.permissions import PROPOSE
from jenjang.selection.rules.composition import quorum_of
from jenjang.selection.running import in_the_running
from jenjang.selection.runs import standing_run
from jenjang.selection.states import VACANCY

if TYPE_CHECKING:
    from jenjang.accounts.models import User

NAMES = 3
CITES = ("pp-11-2017#198", "permenpanrb-15-2019#lampiran")


@dataclass(frozen=True, slots=True)
class Named:
    """Calon yang akan diajukan, with its place."""

    place: int
    candidate: Candidate
    entry: RunEntry


@transaction.atomic
def hold_meeting(
    *, vacancy: Vacancy, held_on: date, place: str, notes: str, present: Sequence[PanelMember], by: User, on: date
) -> Meeting:
    """Mencatat rapat dan yang hadir. Without a quorum it is recorded all the same, and carries no names."""
    panel = Panel.objects.filter(vacancy=vacancy).first()
    members = list(PanelMember.objects.filter(panel=panel)) if panel else []
    findings = [
        Finding(panel is not None, "Panitia sudah dibentuk.", CITES, "panitia"),
        Finding(_is_member(by, members), "Yang mencatat rapat adalah anggota tim ini.", CITES, "anggota"),
        Finding({one.pk for one in present} <= {one.pk for one in members}, "Yang hadir anggota tim ini.", (), "hadir"),
        Finding(bool(present), "Sebut siapa yang hadir.", (), "kosong"),
        Finding(held_on <= on, "Rapat dicatat sesudah berlangsung.", (), "hari"),
    ]
    if not (decision := Decision(findings, None)).allowed or panel is None:
        raise Refused(decision)
    with ledger.attributed(by=by):
        meeting = Meeting.objects.create(panel=panel, held_on=held_on, place=place, notes=notes.strip(), by=by)
        MeetingAttendance.objects.bulk_create(MeetingAttendance(meeting=meeting, member=one) for one in present)
    return meeting


def quorum_finding(meeting: Meeting | None, on: date) -> Finding:
    """Kuorum rapat."""
    if meeting is None:
        return Finding(False, "Rapat tim belum dicatat.", CITES, "rapat")
    bench = bench_of(meeting.panel, on)
    sitting = {one.pk for one in bench.members if bench.sits(one)}
    needed = quorum_of(len(bench.regular), bench.law)
    there = meeting.attendance.filter(member__in=sitting).count()
    said = ("Hadir {} anggota atau penggantinya; kuorum {}.", there, needed)
    return Finding(there >= needed, said, bench.law["seleksi.kuorum"].cites, "kuorum")


def first_three(run: Run) -> list[Named]:
    """Tiga teratas: by rank, equals as the board ordered them; who is no longer in the running has no place."""
    candidates = in_the_running(Candidate.objects.filter(vacancy=run.vacancy))
    places = orders.places(run)
    entries = run.entries.filter(rank__isnull=False)
    by_employee = {one.employee_id: one for one in candidates if not one.application_id}
    by_application = {one.application_id: one for one in candidates if one.application_id}
    entries = entries.filter(Q(employee__in=by_employee) | Q(application__in=by_application))
    ordered = sorted(entries, key=lambda one: (places.get(one.pk, one.rank), one.pk))
    return [
        Named(place, by_application.get(entry.application_id) or by_employee[entry.employee_id], entry)
        for place, entry in enumerate(ordered[:NAMES], 1)
    ]


def shortlist_findings(vacancy: Vacancy, meeting: Meeting | None, by: User, on: date) -> Decision[list[Named]]:
    """May three names go forward now?"""
    run = standing_run(vacancy)
    names = first_three(run) if run else []
    members = list(PanelMember.objects.filter(panel__vacancy=vacancy))
    findings = [
        Finding(run is not None, "Peringkat yang berlaku sudah dihitung.", CITES, "peringkat"),
        Finding(bool(names), "Penilaian sudah dimulai dan ada calon.", CITES, "calon"),
        Finding(_is_member(by, members), "Tiga nama diajukan anggota tim ini.", CITES, "anggota"),
        quorum_finding(meeting, on),
        not_about_oneself([one.candidate for one in names], by),
    ]
    if run is not None:
        last = names[-1].entry.rank if len(names) == NAMES else None
        after = meeting is None or meeting.held_on >= run.on
        findings.append(Finding(after, "Rapat berlangsung sesudah peringkat dihitung.", CITES, "hari"))
        findings += [_marks_are_in(vacancy, run), _ties_are_settled(run, names), heard(run, last, on).finding]
    return Decision(findings, names)


def _marks_are_in(vacancy: Vacancy, run: Run) -> Finding:
    candidates = in_the_running(Candidate.objects.filter(vacancy=vacancy))
    unmarked = [one for one in candidates if not one.merged_marks.exists()] if vacancy.method == Method.BOARD else []
    late = StageResult.objects.filter(application__vacancy=vacancy, at__gt=run.known_at).exists()
    missing = vacancy.method == Method.OPEN and run.entries.filter(rank__isnull=False).exclude(missing="").exists()
    reason = "Semua calon sudah dinilai, dan peringkat memuat nilai yang terbaru."
    return Finding(not late and not missing and not unmarked, reason, CITES, "nilai")


def _ties_are_settled(run: Run, names: list[Named]) -> Finding:
    settled = orders.places(run)
    open_ties = [one for one in names if one.entry.tied and one.entry.pk not in settled]
    return Finding(not open_ties, "Urutan calon yang sama nilai sudah diputus tim.", CITES, "seri")


def _is_member(by: User, members: Sequence[PanelMember]) -> bool:
    return any(one.user_id == by.pk for one in members)


@transaction.atomic
def put_forward(*, vacancy: Vacancy, meeting: Meeting | None, by: User, on: date, reason: str = "") -> Shortlist:
    """Mengajukan tiga nama: the first three of the merged ranking, after a meeting with a quorum. Minutes are ordered."""
    vacancy = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    decision = shortlist_findings(vacancy, meeting, by, on)
    run = standing_run(vacancy)
    if not decision.allowed or run is None or meeting is None:
        raise Refused(decision)
    moves.move(vacancy, "tiga_nama", by=by)
    weights = Terms.from_text(run.criteria.content).weights
    with ledger.attributed(by=by):
        shortlist = Shortlist.objects.create(vacancy=vacancy, run=run, meeting=meeting, reason=reason.strip(), by=by)
        ShortlistName.objects.bulk_create(
            ShortlistName(
                shortlist=shortlist, candidate=one.candidate, place=one.place, rank=one.entry.rank,
                score=one.entry.score, strength=strength_of(one.entry, weights),
            )
            for one in decision.result
        )  # fmt: skip
    decrees.order_minutes(shortlist=shortlist, by=by, on=on)
    tell(Role.COMPETENT_OFFICER, f"Tiga nama untuk {vacancy.title} menunggu usul Anda.", decision_url(vacancy), on)
    return shortlist


def strength_of(entry: RunEntry, weights: dict[str, Decimal] | object) -> str:
    """Terkuat dan terlemah: the component with the largest and the smallest share of what it may give."""
    points = {code: Decimal(value) for code, value in json.loads(entry.components or "{}").items()}
    most: dict[str, Decimal] = dict(weights)
    shares = sorted((value / most[code], code) for code, value in points.items() if most.get(code))
    if len(shares) < 2:
        return ""
    return f"Terkuat di {LABELS[shares[-1][1]].lower()}; paling jauh dari penuh di {LABELS[shares[0][1]].lower()}."


def names_of(shortlist: Shortlist) -> list[tuple[int, str, Decimal]]:
    """Place, name and score of each, as the minutes say it."""
    names = shortlist.names.select_related(
        "candidate__employee__current", "candidate__application__external", "candidate__application__employee__current"
    )
    return [(one.place, name_of(one.candidate), one.score) for one in names]


def returning_findings(vacancy: Vacancy, by: User) -> Decision[None]:
    """May this person take the three names back? Whoever put them forward, or is to propose them."""
    state = moves.state_of(vacancy)
    members = list(PanelMember.objects.filter(panel__vacancy=vacancy))
    names = ShortlistName.objects.filter(shortlist__vacancy=vacancy).select_related(
        "candidate__employee", "candidate__application__employee", "candidate__application__external"
    )
    words = ("Lowongan {}; hanya tiga nama yang belum diusulkan dapat dikembalikan.", VACANCY.labels[state].lower())
    mine = _is_member(by, members) or user_can(by, PROPOSE)
    findings = [
        Finding(state == "tiga_nama", words, (), "status"),
        Finding(mine, "Dikembalikan anggota tim ini, atau pejabat yang akan mengusulkannya.", CITES, "anggota"),
        not_about_oneself([one.candidate for one in names], by),
    ]
    return Decision(findings, None)


@transaction.atomic
def return_to_ranking(*, vacancy: Vacancy, reason: str, by: User) -> None:
    """Mengembalikan tiga nama ke peringkat, for example when one of the three withdraws."""
    decision = returning_findings(vacancy, by)
    if not decision.allowed:
        raise Refused(decision)
    moves.move(vacancy, "diperingkat", by=by, reason=reason)
    members = [one.user for one in PanelMember.objects.filter(panel__vacancy=vacancy).select_related("user")]
    kernel.notify(users=members, text=f"Tiga nama {vacancy.title} dikembalikan: {reason}", url=decision_url(vacancy))
