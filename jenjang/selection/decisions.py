"""Keputusan: the appointing authority picks one of three names, with a reason; what was checked goes with it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang import ledger
from jenjang.accounts.queries import holders_of
from jenjang.accounts.roles import Role
from jenjang.discipline.bulk_facts import sanctions
from jenjang.kernel import clock, policy
from jenjang.law.codes import PositionKind
from jenjang.law.decisions import Decision as LawDecision
from jenjang.law.decisions import Finding
from jenjang.law.errors import Refused
from jenjang.law.parameters import LawOn
from jenjang.personnel.models import PositionRecord
from jenjang.selection import moves
from jenjang.selection.bench import PEOPLE
from jenjang.selection.hands import (
    TITLES,
    Persons,
    another_person,
    capacity_of,
    hands_of,
    holds_the_office,
    not_about_oneself,
)
from jenjang.selection.lawbooks import keep_law
from jenjang.selection.links import decision_url, tell
from jenjang.selection.models import (
    ApprovalKind,
    Candidate,
    Decision,
    DecisionDraft,
    Objection,
    ObjectionAnswer,
    OutsideApproval,
    Proposal,
    PublicReason,
    ShortlistName,
    TechnicalApproval,
    Vacancy,
)
from jenjang.selection.officials import interests_in, no_conflict
from jenjang.selection.permissions import DECIDE
from jenjang.selection.proposals import standing_proposal
from jenjang.selection.rules.appointment import AppointmentFacts, Opinion, decide_appointment
from jenjang.selection.rules.reason import EarlierReason, ReasonFacts, decide_reason
from jenjang.selection.running import stands

if TYPE_CHECKING:
    from jenjang.accounts.models import User

OBJECTION_CITES = ("permenpanrb-15-2019#lampiran",)


@dataclass(frozen=True, slots=True)
class Choice:
    """Pilihan: whom, why in one word for the public, and why in words for the candidates."""

    candidate: Candidate | None = None
    reason_kind: str = ""
    words: str = ""


@dataclass(slots=True)
class Desk:
    """Meja putusan: what lies before the appointing authority. Read once for a page or an action."""

    vacancy: Vacancy
    proposal: Proposal | None
    names: list[ShortlistName] = field(default_factory=list)

    def place_of(self, candidate: Candidate | None) -> ShortlistName | None:
        """The chosen one among the three."""
        return next((one for one in self.names if candidate and one.candidate_id == candidate.pk), None)


def desk_of(vacancy: Vacancy) -> Desk:
    """The proposal that stands, and its three names."""
    proposal = standing_proposal(vacancy)
    if proposal is None:
        return Desk(vacancy, None)
    names = ShortlistName.objects.filter(shortlist=proposal.shortlist_id)
    related = [f"candidate__{name}" for name in (*PEOPLE, "employee__user", "application__external__user")]
    return Desk(vacancy, proposal, list(names.select_related(*related)))


def findings_for(
    desk: Desk, choice: Choice, by: User, on: date, law: LawOn | None = None
) -> LawDecision[ShortlistName | None]:
    """May this be decided, by this person, today? Every finding is read on the page and sealed with the decision."""
    law = law or policy.law_on(on)
    chosen = desk.place_of(choice.candidate)
    findings = [*person_findings(desk, by, on, law), no_open_objection(desk.vacancy)]
    if chosen is None:
        findings.append(Finding(False, "Pilih satu dari tiga nama.", (), "pilihan"))
        return LawDecision(findings, None)
    findings += reason_findings(desk, chosen, choice, law)
    findings += appointment_findings(desk.vacancy, chosen.candidate, law)
    findings += [_no_sanction(chosen.candidate, law), stands(chosen.candidate)]
    return LawDecision(findings, chosen)


def person_findings(desk: Desk, by: User, on: date, law: LawOn) -> list[Finding]:
    """The office, another person than before, and nothing that ties this one to any of the three."""
    three, persons = [one.candidate for one in desk.names], Persons()
    hands = hands_of(desk.proposal.shortlist, desk.proposal) if desk.proposal else []
    declared = interests_in(desk.proposal.shortlist) if desk.proposal else []
    persons.meet([by, *(hand.user for hand in hands), *(row.by for row in declared)])
    return [
        holds_the_office(by, DECIDE, on),
        *another_person(hands, by, on, persons),
        not_about_oneself(three, by, persons),
        *no_conflict(three, declared, by, law, persons),
    ]


def reason_findings(desk: Desk, chosen: ShortlistName, choice: Choice, law: LawOn) -> list[Finding]:
    """Passing over the first needs words; the kind must say the same."""
    decision = decide_reason(ReasonFacts(chosen.place, choice.words, _earlier_reasons(desk.vacancy)), law)
    first = choice.reason_kind == PublicReason.FIRST
    fits = choice.reason_kind in PublicReason.values and first == (chosen.place == 1)
    said = "Jenis alasan sesuai" if fits else "Pilih jenis alasan yang sesuai"
    kind = Finding(fits, f"{said} dengan urutan calon yang dipilih.", (), "jenis_alasan")
    return [*decision.findings, kind]


def _earlier_reasons(vacancy: Vacancy) -> tuple[EarlierReason, ...]:
    rows = Decision.objects.filter(passed_over_first=True).exclude(vacancy=vacancy)
    return tuple(EarlierReason(words, clock.day_of(at)) for words, at in rows.values_list("words", "at"))


def appointment_findings(vacancy: Vacancy, candidate: Candidate, law: LawOn) -> list[Finding]:
    """Pertek, election window, tenure: what the law asks of this appointment."""
    opinion = TechnicalApproval.objects.filter(vacancy=vacancy, candidate=candidate).first()
    kinds = set(
        OutsideApproval.objects.filter(vacancy=vacancy, candidate=candidate).values_list("kind", flat=True)
    )  # fmt: skip
    said = Opinion.MISSING if opinion is None else Opinion.APPROVED if opinion.approved else Opinion.REFUSED
    facts = AppointmentFacts(
        PositionKind.of(vacancy.position_kind), said, ApprovalKind.MINISTER in kinds, _senior_since(candidate, law.day),
        ApprovalKind.EARLY in kinds,
    )  # fmt: skip
    return list(decide_appointment(facts, law).findings)


def _senior_since(candidate: Candidate, on: date) -> date | None:
    """Since when the candidate holds a JPT post, if one is held."""
    if candidate.employee_id is None:
        return None
    held = PositionRecord.objects.as_of(on).filter(employee=candidate.employee_id, assignment="definitif").first()
    return held.effective_from if held and PositionKind.of(held.kind).is_jpt else None


def _no_sanction(candidate: Candidate, law: LawOn) -> Finding:
    levels = law["jabatan.syarat.hukuman_menghalangi"]
    keys = [candidate.employee_id] if candidate.employee_id else []
    found = sanctions(on=law.day, known_at=clock.now(), ids=keys).get(candidate.employee_id or 0, [])
    running = any(level in levels.value and served for level, served, *_ in found)
    said = "sedang" if running else "tidak sedang"
    return Finding(
        not running, ("Calon {} menjalani hukuman disiplin sedang atau berat.", said), levels.cites, "disiplin"
    )


def no_open_objection(vacancy: Vacancy) -> Finding:
    """Nobody is appointed or sworn in while somebody waits for an answer."""
    filed = Objection.objects.filter(entry__run__vacancy=vacancy).exclude(transitions__to_state="ditarik")
    waiting = filed.exclude(pk__in=ObjectionAnswer.objects.values("objection")).count()
    reason = ("{} keberatan belum dijawab.", waiting) if waiting else "Tidak ada keberatan yang menunggu jawaban."
    return Finding(waiting == 0, reason, OBJECTION_CITES, "keberatan")


@transaction.atomic
def save_draft(*, vacancy: Vacancy, choice: Choice, by: User) -> DecisionDraft:
    """Menyimpan rancangan: nothing is decided yet, and nobody else sees it."""
    kept = {"chosen": choice.candidate, "reason_kind": choice.reason_kind, "words": choice.words, "changed_by": by,
            "changed_at": clock.now()}  # fmt: skip
    draft, _ = DecisionDraft.objects.update_or_create(vacancy=vacancy, defaults=kept)
    return draft


@transaction.atomic
def decide(*, vacancy: Vacancy, choice: Choice, by: User, on: date) -> Decision:
    """Menetapkan satu dari tiga nama. Once: a second one finds the vacancy decided."""
    vacancy = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    moves.machine_of(vacancy).check(moves.state_of(vacancy), "ditetapkan")
    desk = desk_of(vacancy)
    decision = findings_for(desk, choice, by, on)
    if not decision.allowed or decision.result is None or desk.proposal is None:
        raise Refused(decision)
    moves.move(vacancy, "ditetapkan", by=by)
    findings = [finding.as_json() for finding in decision.findings]
    with ledger.attributed(by=by):
        decided = Decision.objects.create(
            vacancy=vacancy, proposal=desk.proposal, chosen=decision.result.candidate,
            passed_over_first=decision.result.place > 1, reason_kind=choice.reason_kind, words=choice.words.strip(),
            findings=json.dumps(findings, ensure_ascii=False, sort_keys=True),
            capacity=_capacity(desk.proposal, by, on), law_snapshot=keep_law(),
            supersedes=Decision.objects.filter(vacancy=vacancy, superseded_by=None).first(), by=by,
        )  # fmt: skip
    DecisionDraft.objects.filter(vacancy=vacancy).delete()
    text = f"{vacancy.title} sudah ditetapkan; tinggal naskah dan pelantikan."
    tell(Role.PERSONNEL_OFFICER, text, decision_url(vacancy), on)
    return decided


def _capacity(proposal: Proposal, by: User, on: date) -> str:
    """Jabatan yang memutus; without a post of one's own, that the power of somebody who stepped back was lent."""
    capacity = capacity_of(by, Role.APPOINTING_AUTHORITY, on)
    others = {row.by_id for row in interests_in(proposal.shortlist) if row.candidate_id} - {by.pk}
    lent = others and holders_of(Role.APPOINTING_AUTHORITY, on).filter(pk__in=others).exists()
    return f"Penerima pelimpahan wewenang {capacity}" if lent and capacity in TITLES.values() else capacity


@transaction.atomic
def annul(*, vacancy: Vacancy, reason: str, by: User) -> None:
    """Membatalkan penetapan before the oath: the vacancy is again at the proposal; a new decision supersedes the old."""
    moves.move(vacancy, "diusulkan", by=by, reason=reason)


def standing_decision(vacancy: Vacancy) -> Decision | None:
    """Keputusan yang berlaku: the newest, unless it was annulled."""
    if (getattr(vacancy, "state", "") or moves.state_of(vacancy)) not in ("ditetapkan", "dilantik"):
        return None
    found = Decision.objects.filter(vacancy=vacancy, superseded_by=None)
    return found.select_related("by", "proposal__by", *(f"chosen__{name}" for name in PEOPLE)).first()
