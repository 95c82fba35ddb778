"""Pernyataan kepentingan pejabat: said before proposing or deciding; a likeness is settled by a person; others step in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang import ledger
from jenjang.accounts.queries import are_two_people
from jenjang.accounts.roles import Role
from jenjang.kernel import actions as kernel
from jenjang.kernel import policy
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.selection import moves
from jenjang.selection.hands import holds_the_office
from jenjang.selection.links import decision_url, tell
from jenjang.selection.models import Candidate, Interest, OfficialInterest, OfficialTieRuling, Shortlist, Vacancy
from jenjang.selection.officials import DECLARED_CITES, Relation, relations
from jenjang.selection.permissions import INTEREST_DECLARE
from jenjang.selection.proposals import candidates_of, standing_shortlist

if TYPE_CHECKING:
    from jenjang.accounts.models import User

Told = tuple[Candidate | None, str, str]
NOTHING: Told = (None, str(Interest.NONE), "")
OPEN = ("tiga_nama", "diusulkan")


@transaction.atomic
def declare(*, vacancy: Vacancy, interests: Sequence[Told], by: User, on: date) -> list[OfficialInterest]:
    """Menyatakan kepentingan: none, or each with its kind and words. The same once more changes nothing."""
    vacancy = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    shortlist = standing_shortlist(vacancy)
    told = [(who, kind, words.strip()) for who, kind, words in interests] or [NOTHING]
    known = {row.candidate_id: (row.kind, row.words) for row in _own(shortlist, by)}
    decision = _declaring(vacancy, shortlist, told, known, by, on)
    if not decision.allowed or shortlist is None:
        raise Refused(decision)
    rows = [
        OfficialInterest(shortlist=shortlist, candidate=who, kind=kind, words=words, by=by)
        for who, kind, words in told
        if _key(who) not in known
    ]
    with ledger.attributed(by=by):
        made = OfficialInterest.objects.bulk_create(rows)
    if made:
        _tell_officers(vacancy, shortlist, made, by, on)
    return made


def _own(shortlist: Shortlist | None, by: User) -> list[OfficialInterest]:
    return list(OfficialInterest.objects.filter(shortlist=shortlist, by=by)) if shortlist else []


def _key(candidate: Candidate | None) -> int | None:
    return candidate.pk if candidate else None


def _declaring(
    vacancy: Vacancy, shortlist: Shortlist | None, told: Sequence[Told], known: dict[int | None, tuple[str, str]],
    by: User, on: date,
) -> Decision[None]:  # fmt: skip
    """May this be declared, by this person, now?"""
    three = {one.pk for one in candidates_of(shortlist)} if shortlist else set()
    about = [who for who, _, _ in told if who is not None]
    kinds = set(Interest.values) - {Interest.NONE}
    worded = all(words and kind in kinds for who, kind, words in told if who)
    changed = any(_key(who) in known and known[_key(who)] != (kind, words) for who, kind, words in told)
    taken_back = not about and any(known)
    findings = [
        holds_the_office(by, INTEREST_DECLARE, on),
        Finding(bool(three) and moves.state_of(vacancy) in OPEN, "Tiga nama menunggu langkah Anda.", (), "status"),
        Finding(all(one.pk in three for one in about), "Calon termasuk tiga nama.", (), "calon"),
        Finding(worded, "Tiap kepentingan disertai jenis dan uraian.", DECLARED_CITES, "uraian"),
        Finding(not changed, "Kepentingan terhadap calon ini sudah Anda nyatakan; tidak dapat diubah.", (), "sekali"),
        Finding(not taken_back, "Kepentingan yang sudah dinyatakan tidak dapat ditarik, hanya ditambah.", (), "tarik"),
    ]
    return Decision(findings, None)


def _tell_officers(
    vacancy: Vacancy, shortlist: Shortlist, made: Sequence[OfficialInterest], by: User, on: date
) -> None:
    """Who steps back is told without the reason; a likeness waits to be settled."""
    found = relations(candidates_of(shortlist), by, policy.law_on(on)) or []
    if any(row.candidate_id for row in made) or any(one.certain for one in found):
        said = f"{by.name} mundur dari putusan {vacancy.title}; wewenangnya dilimpahkan kepada pejabat lain."
    elif found:
        said = f"Tegaskan hubungan {by.name} dengan seorang calon {vacancy.title}."
    else:
        return
    tell(Role.PERSONNEL_OFFICER, said, decision_url(vacancy), on)


def unsettled(vacancy: Vacancy, official: User, candidate: int, on: date) -> Relation | None:
    """Hubungan yang menunggu penegasan, between who declared and one of the three."""
    shortlist = standing_shortlist(vacancy)
    if shortlist is None or not _own(shortlist, official):
        return None
    found = relations(candidates_of(shortlist), official, policy.law_on(on)) or []
    return next((one for one in found if one.candidate.pk == candidate and not one.certain), None)


@transaction.atomic
def settle(
    *, vacancy: Vacancy, official: User, candidate: int, holds: bool, reason: str, by: User, on: date
) -> OfficialTieRuling:
    """Menegaskan hubungan pejabat yang mungkin: a person says whether it is one, and how that is known."""
    vacancy = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    found = unsettled(vacancy, official, candidate, on)
    findings = [
        Finding(found is not None, "Tidak ada hubungan yang menunggu penegasan.", (), "pasti"),
        Finding(bool(reason.strip()), "Tulis dari mana hal itu diketahui.", (), "alasan"),
        Finding(are_two_people(by, official, on), "Hubungan Anda sendiri ditegaskan orang lain.", (), "sendiri"),
    ]
    decision = Decision(findings, None)
    if not decision.allowed or found is None:
        raise Refused(decision)
    with ledger.attributed(by=by):
        ruling = OfficialTieRuling.objects.create(
            official=official,
            candidate=found.candidate,
            relation=found.words,
            holds=holds,
            reason=reason.strip(),
            by=by,
        )
    said = f"Hubungan Anda dengan seorang calon {vacancy.title} sudah ditegaskan."
    kernel.notify(users=[official], text=said, url=decision_url(vacancy))
    return ruling
