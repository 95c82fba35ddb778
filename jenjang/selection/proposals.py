"""Usul dan persetujuan: the competent officer proposes the three names; approvals from outside are recorded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang import ledger
from jenjang.accounts.roles import Role
from jenjang.kernel import actions as kernel
from jenjang.kernel import policy
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.selection import moves
from jenjang.selection.hands import (
    Persons,
    another_person,
    capacity_of,
    hands_of,
    holds_the_office,
    not_about_oneself,
    not_for_a_day,
)
from jenjang.selection.links import decision_url, tell
from jenjang.selection.models import (
    Candidate,
    OutsideApproval,
    PanelMember,
    Proposal,
    Shortlist,
    ShortlistName,
    TechnicalApproval,
    Vacancy,
)
from jenjang.selection.officials import interests_in, no_conflict
from jenjang.selection.permissions import PROPOSE

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.kernel.models import Document

OPINION = "pertek"
STANDS = "Peringkat di balik tiga nama ini masih berlaku."
FELL = "Peringkat di balik tiga nama ini sudah dibatalkan atau dihitung ulang; tim mengajukan nama lagi."
PLAIN_NAMES = ("candidate__employee__user", "candidate__employee__current", "candidate__application__external__user")


def standing_shortlist(vacancy: Vacancy) -> Shortlist | None:
    """Tiga nama yang berlaku: the newest."""
    return Shortlist.objects.filter(vacancy=vacancy).select_related("run__criteria__policy_version", "by").first()


def standing_proposal(vacancy: Vacancy) -> Proposal | None:
    """Usul yang berlaku: the newest, when it is about the three names that stand."""
    shortlist = standing_shortlist(vacancy)
    found = Proposal.objects.filter(vacancy=vacancy).select_related("by").first()
    if found is None or shortlist is None or found.shortlist_id != shortlist.pk:
        return None
    found.shortlist = shortlist
    return found


def candidates_of(shortlist: Shortlist) -> list[Candidate]:
    """The three of them, with their accounts."""
    return [one.candidate for one in ShortlistName.objects.filter(shortlist=shortlist).select_related(*PLAIN_NAMES)]


def proposal_findings(vacancy: Vacancy, by: User, on: date) -> Decision[Shortlist | None]:
    """May this person propose the three names?"""
    shortlist = standing_shortlist(vacancy)
    if shortlist is None:
        return Decision([Finding(False, "Tim belum mengajukan tiga nama.", (), "tiga_nama")], None)
    three, persons = candidates_of(shortlist), Persons()
    hands, declared = hands_of(shortlist, None), interests_in(shortlist)
    persons.meet([by, *(hand.user for hand in hands), *(row.by for row in declared)])
    run_stands = not hasattr(shortlist.run, "void") and not hasattr(shortlist.run, "superseded_by")
    findings = [
        holds_the_office(by, PROPOSE, on),
        not_for_a_day(by, Role.COMPETENT_OFFICER, on),
        Finding(run_stands, STANDS if run_stands else FELL, (), "berlaku"),
        not_about_oneself(three, by, persons),
        *no_conflict(three, declared, by, policy.law_on(on), persons),
        *another_person(hands, by, on, persons),
    ]
    return Decision(findings, shortlist)


@transaction.atomic
def propose(*, vacancy: Vacancy, by: User, on: date, note: str = "") -> Proposal:
    """Mengusulkan tiga nama kepada Pejabat Pembina Kepegawaian."""
    vacancy = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    decision = proposal_findings(vacancy, by, on)
    if not decision.allowed or decision.result is None:
        raise Refused(decision)
    moves.move(vacancy, "diusulkan", by=by)
    with ledger.attributed(by=by):
        proposal = Proposal.objects.create(
            vacancy=vacancy, shortlist=decision.result, note=note.strip(),
            capacity=capacity_of(by, Role.COMPETENT_OFFICER, on), by=by,
        )  # fmt: skip
    text = f"{proposal.capacity} mengusulkan tiga nama untuk {vacancy.title}."
    tell(Role.APPOINTING_AUTHORITY, text, decision_url(vacancy), on)
    return proposal


@transaction.atomic
def return_to_panel(*, vacancy: Vacancy, reason: str, by: User) -> None:
    """Mengembalikan ke tim: the proposal no longer stands; the three names may be proposed again or taken back."""
    moves.move(vacancy, "tiga_nama", by=by, reason=reason)
    members = [one.user for one in PanelMember.objects.filter(panel__vacancy=vacancy).select_related("user")]
    proposal = Proposal.objects.filter(vacancy=vacancy).select_related("by").first()
    people = [*members, *([proposal.by] if proposal else [])]
    kernel.notify(users=people, text=f"{vacancy.title}: dikembalikan. {reason}", url=decision_url(vacancy))


@transaction.atomic
def record_approval(
    *,
    vacancy: Vacancy,
    candidate: Candidate,
    kind: str,
    number: str,
    dated_on: date,
    approved: bool,
    document: Document | None,
    by: User,
    on: date,
) -> TechnicalApproval | OutsideApproval:
    """Mencatat pertimbangan teknis BKN, or another approval, with its number, day and scan."""
    shortlist = standing_shortlist(vacancy)
    named = shortlist is not None and shortlist.names.filter(candidate=candidate).exists()
    findings = [
        Finding(moves.state_of(vacancy) in ("tiga_nama", "diusulkan"), "Tiga nama sudah diajukan.", (), "status"),
        Finding(named, "Calon termasuk tiga nama.", (), "calon"),
        Finding(bool(number.strip()), "Nomor surat diisi.", (), "nomor"),
        Finding(dated_on <= on, "Tanggal surat tidak di masa depan.", (), "tanggal"),
        Finding(document is not None, "Pindaian surat dilampirkan.", (), "pindaian"),
        Finding(approved or kind == OPINION, "Persetujuan yang ditolak tidak perlu dicatat.", (), "setuju"),
    ]
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    facts = {"vacancy": vacancy, "candidate": candidate, "number": number.strip(), "dated_on": dated_on,
             "document": document, "by": by}  # fmt: skip
    with ledger.attributed(by=by):
        if kind == OPINION:
            return TechnicalApproval.objects.create(approved=approved, **facts)
        return OutsideApproval.objects.create(kind=kind, **facts)
