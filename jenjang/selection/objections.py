"""Keberatan: a candidate says what is wrong and shows it; another officer answers in writing; a granted one counts anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from jenjang import ledger
from jenjang.accounts.queries import are_two_people
from jenjang.accounts.roles import Role
from jenjang.kernel import actions as kernel
from jenjang.kernel import clock, policy
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.law.parameters import LawOn
from jenjang.selection import moves, runs
from jenjang.selection.explaining import LABELS
from jenjang.selection.hands import hands_in
from jenjang.selection.links import tell
from jenjang.selection.models import (
    Objection,
    ObjectionAnswer,
    ObjectionEvidence,
    Run,
    RunEntry,
)
from jenjang.selection.rules.objection import ObjectionFacts, ObjectionResult, decide_objection
from jenjang.selection.rules.reason import plain_words

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.kernel.models import Document

REQUIREMENT, OTHER = "syarat", "lain"
RECOUNTABLE = ("diperingkat", "tiga_nama", "diusulkan", "dinilai")


def subjects(entry: RunEntry) -> dict[str, str]:
    """Yang dapat dipersoalkan: each component of the score, the requirements, the order."""
    weights = entry.run.criteria.content
    named = {code: label for code, label in LABELS.items() if f'"{code}"' in weights}
    return {**named, REQUIREMENT: "Pemeriksaan syarat", OTHER: "Urutan atau hal lain"}


def window(run: Run, on: date) -> Decision[ObjectionResult]:
    """Masa keberatan: counted from the day on which the ranking was computed and shown."""
    law = policy.law_on(on)
    return decide_objection(ObjectionFacts(clock.day_of(run.computed_at), on), law)


def own_objections(user: User, number: str) -> QuerySet[Objection]:
    """Keberatan sendiri dalam satu lowongan."""
    found = Objection.objects.filter(filed_by=user, entry__run__vacancy__number=number)
    return found.select_related("entry__run__vacancy", "answer__by", "answer__new_run").prefetch_related(
        "evidence__document"
    )


def is_open(objection: Objection) -> bool:
    """Whether an answer is still due."""
    return moves.state_of(objection) not in moves.machine_of(objection).ends


def filing_findings(entry: RunEntry, about: str, words: str, by: User, on: date) -> Decision[ObjectionResult]:
    """May this be filed? One's own line of the run that stands, in time, one at a time about each thing."""
    law = policy.law_on(on)
    in_time = window(entry.run, on)
    again = Objection.objects.filter(entry=entry, about=about).exclude(transitions__to_state="ditarik")
    findings = [
        Finding(_is_own(entry, by), "Keberatan hanya atas hasil sendiri.", (), "sendiri"),
        Finding(not hasattr(entry.run, "superseded_by"), "Peringkat ini sudah dihitung ulang; lihat yang baru.", (), "berlaku"),
        Finding(about in subjects(entry), "Pilih bagian yang keliru.", (), "bagian"),
        Finding(not again.exists(), "Bagian ini sudah Anda persoalkan; tunggu jawabannya.", (), "sekali"),
        long_enough(words, law),
        *in_time.findings,
    ]  # fmt: skip
    return Decision(findings, in_time.result)


def long_enough(words: str, law: LawOn) -> Finding:
    """Words that say something: letters and figures, not dots."""
    least, have = law["seleksi.keberatan.huruf"], len(plain_words(words))
    return Finding(
        have >= least.value, ("Tertulis {} dari paling sedikit {} huruf.", have, least.value), least.cites, "panjang"
    )


def _is_own(entry: RunEntry, by: User) -> bool:
    if entry.employee is not None:
        return bool(entry.employee.user_id == by.pk)
    external = entry.application.external if entry.application else None
    return external is not None and external.user_id == by.pk


@transaction.atomic
def file_objection(
    *, entry: RunEntry, about: str, words: str, evidence: Sequence[tuple[Document, str]], by: User, on: date
) -> Objection:
    """Mengajukan keberatan, with evidence. After the last day it is refused, and the day is named."""
    decision = filing_findings(entry, about, words, by, on)
    if not decision.allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        objection = Objection.objects.create(
            entry=entry, about=about, words=words.strip(), closes_on=decision.result.closes_on,
            answer_by=decision.result.answer_by, filed_by=by,
        )  # fmt: skip
        ObjectionEvidence.objects.bulk_create(
            ObjectionEvidence(objection=objection, document=document, note=note) for document, note in evidence
        )
    text = f"Keberatan atas {entry.run.vacancy.title}, dijawab paling lambat {objection.answer_by:%d/%m/%Y}."
    tell(Role.PERSONNEL_OFFICER, text, reverse("selection:objection", args=[objection.pk]), on)
    return objection


@transaction.atomic
def withdraw(*, objection: Objection, by: User) -> None:
    """Menarik keberatan sendiri, as long as it is not answered."""
    if objection.filed_by_id != by.pk:
        raise Refused(Decision([Finding(False, "Hanya yang mengajukan dapat menarik.", (), "sendiri")], None))
    moves.move(objection, "ditarik", by=by)


def answering_findings(objection: Objection, by: User, on: date) -> Decision[None]:
    """May this officer answer? Not who filed it, ran the ranking, or had a hand in the decision."""
    run = objection.entry.run
    others: list[tuple[str, User]] = [("Yang mengajukan keberatan", objection.filed_by)]
    if run.computed_by is not None:
        others.append(("Yang menghitung peringkat", run.computed_by))
    others += [(hand.step, hand.user) for hand in hands_in(run.vacancy)]
    others += [("Yang menetapkan", one.by) for one in run.vacancy.decisions.select_related("by")]
    findings = [
        Finding(are_two_people(user, by, on), ("{} tidak menjawab keberatannya: {}.", step, user.name), ("uu-30-2014#42",),
                "orang_lain")
        for step, user in others
    ]  # fmt: skip
    return Decision([Finding(is_open(objection), "Keberatan belum dijawab.", (), "status"), *findings], None)


@transaction.atomic
def answer(*, objection: Objection, granted: bool, words: str, by: User, on: date) -> ObjectionAnswer:
    """Menjawab keberatan. Granted: the record was corrected, and everybody is counted again, beside the old run."""
    decision = answering_findings(objection, by, on)
    vacancy, law = objection.entry.run.vacancy, policy.law_on(on)
    state = moves.state_of(vacancy)
    countable = not granted or state in RECOUNTABLE
    late = "Jabatan sudah ditetapkan: batalkan penetapan dahulu, lalu hitung ulang."
    findings = [*decision.findings, long_enough(words, law), Finding(countable, late, (), "hitung_ulang")]
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    if moves.state_of(objection) == "diajukan":
        moves.move(objection, "diperiksa", by=by)
    moves.move(objection, "diterima" if granted else "ditolak", by=by, reason=words)
    new_run = None
    if granted:
        new_run = runs.compute(vacancy=vacancy, by=by, on=on, reason=f"Keberatan diterima: {words.strip()}"[:2000])
    with ledger.attributed(by=by):
        made = ObjectionAnswer.objects.create(
            objection=objection, granted=granted, words=words.strip(), new_run=new_run, by=by
        )
    outcome = "diterima; peringkat dihitung ulang" if granted else "tidak diterima"
    url = reverse("selection:own_objections", args=[vacancy.number])
    kernel.notify(users=[objection.filed_by], text=f"Keberatan Anda atas {vacancy.title} {outcome}.", url=url)
    return made


def waiting() -> QuerySet[Objection]:
    """Keberatan yang menunggu jawaban, the nearest day first."""
    ended = ("diterima", "ditolak", "ditarik")
    found = Objection.objects.exclude(transitions__to_state__in=ended)
    return found.select_related("entry__run__vacancy", "filed_by").order_by("answer_by", "pk")


def answered() -> QuerySet[Objection]:
    """Keberatan yang sudah dijawab, newest first."""
    found = Objection.objects.filter(answer__isnull=False)
    return found.select_related("entry__run__vacancy", "filed_by", "answer__by").order_by("-answer__at", "-pk")
