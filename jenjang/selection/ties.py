"""Hubungan penilai dan calon: found by computation, settled by a person where uncertain, or declared by the member.

A tie or an interest recuses; the first reserve whom nothing ties then stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import transaction

from jenjang import ledger
from jenjang.accounts import hooks
from jenjang.accounts.queries import are_two_people
from jenjang.kernel import clock
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.law.parameters import LawOn
from jenjang.personnel.kinship import KinKind
from jenjang.personnel.queries import identity_of, supervisor_of
from jenjang.personnel.relatives import Outsider, Relatives
from jenjang.personnel.relatives import Tie as Relationship
from jenjang.selection.bench import bench_of
from jenjang.selection.hands import not_about_oneself
from jenjang.selection.marking import merge_what_is_ready, stages_of
from jenjang.selection.models import (
    Candidate,
    Interest,
    InterestDeclaration,
    Panel,
    PanelMember,
    PanelSeat,
    Recusal,
    Replacement,
    Tie,
    TieKind,
    TieRuling,
)
from jenjang.selection.panels import Named, law_of_vacancy, member_row
from jenjang.selection.rounds import is_marked, rounds_of
from jenjang.selection.rules.conflict import Bond, ConflictFacts, decide_conflict
from jenjang.selection.standins import call_reserve
from jenjang.ui import formats

if TYPE_CHECKING:
    from jenjang.accounts.models import User

ONESELF, PERHAPS_ONESELF = "orang yang sama", "mungkin orang yang sama"
BONDS = {KinKind.SPOUSE: Bond.SPOUSE, KinKind.BLOOD: Bond.BLOOD, KinKind.IN_LAW: Bond.IN_LAW}


@dataclass(frozen=True, slots=True)
class Someone:
    """Seorang penilai atau calon, as far as ties go. `names` are all by which accounts and records know the person."""

    key: int
    employee: Any
    name: str
    birth_date: date | None
    nik: str
    names: frozenset[str]

    @property
    def node(self) -> int | Outsider:
        """Where this person stands in the family graph."""
        return self.employee.pk if self.employee else Outsider(self.name, self.birth_date, self.nik)


class Finder:
    """Pencari hubungan: the families once, the superiors once a person."""

    def __init__(self, law: LawOn) -> None:
        self.law = law
        self.families = Relatives()
        self._superiors: dict[int, int | None] = {}

    def between(self, member: Someone, candidate: Someone) -> Iterator[dict[str, Any]]:
        """Every tie of one member to one candidate that keeps the member from assessing."""
        if hooks.are_surely_one(member.names, candidate.names):
            yield _tie(str(TieKind.SAME_PERSON), True, ONESELF, None, "NIP, NIK, atau akun sama")
            return
        if hooks.is_one_person(member.names, candidate.names):
            yield _tie(str(TieKind.POSSIBLE), False, PERHAPS_ONESELF, None, "Nama dan tanggal lahir sama")
        yield from self._kin(member, candidate)
        yield from self._lines(member, candidate)

    def _kin(self, member: Someone, candidate: Someone) -> Iterator[dict[str, Any]]:
        """The nearest that the law counts; what is only possible where nothing certain is."""
        ties = self.families.ties(member.node, candidate.node)
        for found in [tie for tie in ties if not decide_conflict(facts_of(tie), self.law).allowed][:1]:
            kind = TieKind.KIN if found.certain else TieKind.POSSIBLE
            source = "Data keluarga" if found.certain else "Nama dan tanggal lahir yang sama dalam data keluarga"
            evidence = f"{source}, {_recorded(found.relation.records)}"
            yield _tie(str(kind), found.certain, found.relation.in_words, found.relation.degree or None, evidence)

    def _lines(self, member: Someone, candidate: Someone) -> Iterator[dict[str, Any]]:
        if not (member.employee and candidate.employee):
            return
        for bond, lower, upper in (
            (Bond.SUPERIOR, candidate.employee, member.employee),
            (Bond.SUBORDINATE, member.employee, candidate.employee),
        ):
            counts = not decide_conflict(ConflictFacts(bond), self.law).allowed
            if counts and self._superior(lower) == upper.pk:
                role = "bawahan langsung" if bond == Bond.SUPERIOR else "atasan langsung"
                yield _tie(str(TieKind.REPORTING_LINE), True, role, None, "Susunan unit dan jabatan")

    def _superior(self, employee: Any) -> int | None:
        if employee.pk not in self._superiors:
            found = supervisor_of(employee)
            self._superiors[employee.pk] = found.pk if found else None
        return self._superiors[employee.pk]


def _tie(kind: str, certain: bool, relation: str, degree: int | None, evidence: str) -> dict[str, Any]:
    return {"kind": kind, "certain": certain, "relation": relation, "degree": degree, "evidence": evidence}


RIVALRY = _tie(str(TieKind.RIVAL), True, "pesaing", None, "Penilai ini sendiri salah seorang calon")


def _recorded(records: Sequence[int]) -> str:
    """When the rows that tell of a relation were recorded."""
    rows = apps.get_model("personnel.KinshipRecord")._default_manager.filter(pk__in=records)
    days = [clock.day_of(moment) for moment in rows.values_list("recorded_at", flat=True)]
    return f"dicatat {formats.long_date(max(days))}" if days else "tanpa tanggal catatan"


def facts_of(found: Relationship) -> ConflictFacts:
    """A tie of the family graph as the law asks about it."""
    return ConflictFacts(BONDS[found.relation.kind], found.relation.degree or None)


def _someone(key: int, employee: Any, user: User | None, outside: Any) -> Someone:
    """From the employee record, or from what is on record of somebody outside: NIP, NIK, name and birth date."""
    names = set(hooks.person_keys(user)) if user else set()
    nik = outside.nik if outside else ""
    nip = employee.nip if employee else getattr(outside, "nip", "")
    name, birth = (outside.name, outside.birth_date) if outside else ("", None)
    if employee:
        names |= {f"pegawai:{employee.pk}"}
        identity = identity_of(employee)
        nik = (identity.nik if identity else "") or nik
        name, birth = (identity.name, identity.birth_date) if identity else (name, birth)
    names |= {f"{hooks.NIK}{nik}"} if nik else set()
    names |= {f"nip:{nip}"} if nip else set()
    names |= {hooks.birth_key(name, birth)} if birth else set()
    return Someone(key, employee, name, birth, nik, frozenset(names))


def someone(one: PanelMember | Candidate) -> Someone:
    """A member or a candidate as somebody who may be tied."""
    if isinstance(one, PanelMember):
        return _someone(one.pk, one.employee, one.user, None if one.employee else one)
    external = one.application.external if one.application else None
    employee = one.employee or (one.application.employee if one.application else None)
    account = external or employee
    return _someone(one.pk, employee, account.user if account else None, external)


def find_ties(panel: Panel, candidates: Sequence[Candidate], law: LawOn, only: PanelMember | None = None) -> list[Tie]:
    """Mencari hubungan tiap anggota dengan tiap calon, reserves included; one that stands already is not written again.

    A candidate who sits on the panel marks none of the others either. Stands inside `ledger.attributed`.
    """
    finder = Finder(law)
    fields = ("member_id", "candidate_id", "kind", "relation")
    known = set(Tie.objects.filter(member__panel=panel).values_list(*fields))
    members = PanelMember.objects.filter(panel=panel).select_related("user", "employee").order_by("pk")
    contenders = [(one, someone(one)) for one in candidates]
    found = [
        Tie(member=member, candidate=candidate, **facts)
        for member in (members.filter(pk=only.pk) if only else members)
        for candidate, facts in _of_member(finder, someone(member), contenders)
        if (member.pk, candidate.pk, facts["kind"], facts["relation"]) not in known
    ]
    return Tie.objects.bulk_create(found)


def _of_member(
    finder: Finder, member: Someone, contenders: Sequence[tuple[Candidate, Someone]]
) -> list[tuple[Candidate, dict[str, Any]]]:
    found = [(candidate, facts) for candidate, who in contenders for facts in finder.between(member, who)]
    own = [candidate for candidate, facts in found if facts["kind"] == TieKind.SAME_PERSON]
    return found + [(one, RIVALRY) for one, _ in contenders if own and one not in own]


def recuse(
    panel: Panel, *, on: date, by: User | ledger.Actor, ties: Sequence[Tie] = (), declarations: Sequence[Any] = ()
) -> list[Recusal]:
    """Mundur: each pair once, and a reserve in their place; stands inside `ledger.attributed`."""
    known = set(Recusal.objects.filter(member__panel=panel).values_list("member_id", "candidate_id"))
    rows: dict[tuple[int, int], Recusal] = {}
    for ground, name in [(tie, "tie") for tie in ties] + [(one, "declaration") for one in declarations]:
        pair = (ground.member_id, ground.candidate_id)
        if pair not in known:
            rows.setdefault(pair, Recusal(member_id=pair[0], candidate_id=pair[1], **{name: ground}))
    made = Recusal.objects.bulk_create(rows.values())
    for pair in rows:
        call_reserve(bench_of(panel, on), pair, by)
    return made


@transaction.atomic
def add_reserve(*, panel: Panel, person: Named, by: User, on: date) -> PanelMember:
    """Menambah anggota cadangan, for example when a candidate has too few markers; ties are computed at once."""
    panel = Panel.objects.select_for_update(of=("self",)).select_related("vacancy").get(pk=panel.pk)
    known = PanelMember.objects.filter(panel=panel, user=person.user).exists()
    findings = [
        Finding(not known, "Orang ini sudah menjadi anggota.", (), "ganda"),
        Finding(
            person.seat == str(PanelSeat.RESERVE), "Sesudah dibentuk hanya anggota cadangan yang ditambah.", (), "kursi"
        ),
    ]
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        member = member_row(panel, person)
        member.save(force_insert=True)
        bench = bench_of(panel, on)
        found = find_ties(panel, bench.candidates, bench.law, only=member)
        recuse(panel, ties=[tie for tie in found if tie.certain], on=on, by=by)
        for pair in bench.recusals:
            if not _has_stand_in(panel, pair):
                call_reserve(bench_of(panel, on), pair, by)
    return member


def _has_stand_in(panel: Panel, pair: tuple[int, int]) -> bool:
    return Replacement.objects.filter(member_id=pair[0], member__panel=panel, candidate_id=pair[1]).exists()


@transaction.atomic
def rule_tie(*, tie: Tie, holds: bool, reason: str, by: User, on: date) -> TieRuling:
    """Menegaskan hubungan yang mungkin: a person says whether it is one, and how that is known."""
    panel = Panel.objects.select_for_update().get(pk=tie.member.panel_id)
    findings = [
        Finding(not tie.certain, "Hubungan ini sudah pasti; tidak perlu ditegaskan.", (), "pasti"),
        Finding(not TieRuling.objects.filter(tie=tie).exists(), "Hubungan ini sudah ditegaskan.", (), "sekali"),
        Finding(bool(reason.strip()), "Tulis dari mana hal itu diketahui.", (), "alasan"),
        Finding(are_two_people(by, tie.member.user), "Hubungan Anda sendiri ditegaskan orang lain.", (), "sendiri"),
        not_about_oneself([tie.candidate], by),
    ]
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        ruling = TieRuling.objects.create(tie=tie, holds=holds, reason=reason.strip(), by=by)
        if holds:
            recuse(panel, ties=[tie, *_rivalries(tie)], on=on, by=by)
        merge_what_is_ready(panel, by=by, on=on)
    return ruling


def _rivalries(tie: Tie) -> list[Tie]:
    """Who turns out to be a candidate marks none of the others either."""
    if tie.relation != PERHAPS_ONESELF:
        return []
    others = Candidate.objects.filter(vacancy=tie.candidate.vacancy_id).exclude(pk=tie.candidate_id)
    return Tie.objects.bulk_create(Tie(member=tie.member, candidate=one, **RIVALRY) for one in others)


@transaction.atomic
def declare(
    *, member: PanelMember, interests: Sequence[tuple[Candidate, str, str]], by: User, on: date
) -> list[InterestDeclaration]:
    """Pernyataan kepentingan, before anything opens: about none, or about each candidate with kind and words."""
    panel = Panel.objects.select_for_update().get(pk=member.panel_id)
    known = set(Candidate.objects.filter(vacancy=panel.vacancy_id).values_list("pk", flat=True))
    findings = [
        Finding(member.user_id == by.pk, "Pernyataan dibuat oleh anggota itu sendiri.", (), "sendiri"),
        Finding(bool(known), "Calon belum ditetapkan.", (), "calon"),
        Finding(all(one.pk in known for one, _, _ in interests), "Calon bukan dari lowongan ini.", (), "calon"),
        Finding(
            all(words.strip() and kind != str(Interest.NONE) for _, kind, words in interests),
            "Tiap kepentingan disertai jenis dan uraian.", ("permenpanrb-17-2024#pernyataan",), "uraian",
        ),
        Finding(
            not _has_locked(panel, member, on),
            "Lembar nilai Anda sudah dikunci; sampaikan kepentingan baru kepada petugas.", (), "terkunci",
        ),
    ]  # fmt: skip
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        rows = [InterestDeclaration(member=member, candidate=who, kind=kind, words=words.strip())
                for who, kind, words in interests] or [InterestDeclaration(member=member, kind=Interest.NONE)]  # fmt: skip
        made = InterestDeclaration.objects.bulk_create(rows)
        recuse(panel, declarations=[one for one in made if one.candidate_id], on=on, by=by)
        merge_what_is_ready(panel, by=by, on=on)
    return made


def _has_locked(panel: Panel, member: PanelMember, on: date) -> bool:
    """Whether the member has marked and nobody is left to be marked, or the sheet of this round is locked."""
    if not member.sheets.exists():
        return False
    rounds = rounds_of(bench_of(panel, on), stages_of(panel.vacancy, law_of_vacancy(panel.vacancy, on)))
    return is_marked(rounds) or any(member.pk in one.locked for one in rounds.values())
