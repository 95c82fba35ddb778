"""Catatan kemajuan: what was done for each result in a week. A newer entry of the week takes the place of the older, which stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet

from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.law.spans import MONTHS_A_YEAR
from jenjang.performance import evidence, scopes
from jenjang.performance.models import SKP, EvidenceUse, PlannedResult, ProgressEntry, ProgressLine
from jenjang.performance.skps import refused
from jenjang.performance.turns import take_turns
from jenjang.performance.weeks import Week, week_of, weeks_until

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.performance.evidence import Proof
    from jenjang.personnel.models import Employee

OVER = frozenset({"ditutup", "dibatalkan"})
KEY = 32
"""Letters of a draft's own key; what follows in an entry's key is its place in the draft."""


@dataclass(frozen=True, slots=True)
class Done:
    """Yang dikerjakan untuk satu hasil kerja, as it was typed."""

    result: int
    text: str
    amount: Decimal | None = None


@transaction.atomic
def record(
    *, week: Week, done: Sequence[Done], by: User, on: date, key: str = "", proof: Proof | None = None
) -> list[ProgressEntry]:
    """Mencatat kemajuan satu pekan for one or several results, with at most one new piece of evidence for all of them.

    The same draft that arrives twice (`key`) is kept once, whatever became of the line in between.
    """
    person = _person(by)
    require_open_week(week, on)
    take_turns("catat", person.pk)
    if key and (sent := _sent_before(person, key)):
        return sent
    if not done:
        raise refused("Tulis apa yang dikerjakan, paling sedikit untuk satu hasil kerja.", code="isi")
    results = _open_results(person, week, [one.result for one in done])
    entries = [
        _enter(results[one.result], one, week, on, f"{key[:KEY]}-{place}" if key else "")
        for place, one in enumerate(done, 1)
    ]
    if proof is not None:
        kept = evidence.found_or_kept(person, proof, by=by)
        evidence.prove(kept, entries)
    return entries


@transaction.atomic
def enter_for(*, result: PlannedResult, text: str, on: date, key: str) -> ProgressEntry:
    """Mencatat untuk seseorang what others have confirmed already, such as work in a team; by its key only once."""
    person = result.skp.employee
    take_turns("catat", person.pk)
    sent = ProgressEntry.objects.filter(employee=person, key=key).first()
    if sent is not None:
        return sent
    entry = ProgressEntry.objects.create(employee=person, on=on, text=text[:_LONGEST], key=key)
    ProgressLine.objects.create(entry=entry, result=result)
    return entry


@transaction.atomic
def withdraw(*, entry: ProgressEntry, by: User, on: date) -> None:
    """Menarik catatan: it counts no longer and stays readable as withdrawn."""
    person = _person(by)
    take_turns("catat", person.pk)
    entry.refresh_from_db()
    if entry.employee_id != person.pk or entry.withdrawn_at is not None:
        raise refused("Catatan ini sudah ditarik atau diganti.", code="catatan")
    require_open_week(week_of(entry.on), on)
    _lay_aside([entry.pk])


def require_open_week(week: Week, on: date) -> None:
    """Only the present week and a few before it are written; what is older is read."""
    back = law_on(on)["kinerja.progres.pekan_mundur"]
    if week not in weeks_until(on, back.value):
        said = f"Pekan {week.label} tidak dapat dicatat lagi; yang masih dapat: pekan ini dan {back.value} pekan sebelumnya."
        raise refused(said if week.first <= on else f"Pekan {week.label} belum tiba.", code="pekan", cites=back.cites)


def open_results(employee: Employee, week: Week) -> QuerySet[PlannedResult]:
    """Hasil kerja that can be written about in a week: of every SKP that stood in it and is not over."""
    return (
        PlannedResult.objects.filter(
            dropped=False, skp__employee=employee, skp__year__state="berjalan", skp__effective_from__lte=week.last
        )
        .exclude(skp__state__in=OVER)
        .exclude(skp__until__lt=week.first)
        .filter(skp__year__year__in={week.first.year, week.last.year})
        .select_related("skp__year")
        .order_by("skp__effective_from", "skp_id", "-kind", "order", "pk")
    )


def _open_results(person: Employee, week: Week, keys: Sequence[int]) -> dict[int, PlannedResult]:
    found = {one.pk: one for one in open_results(person, week)}
    if not set(keys) <= found.keys():
        raise refused("Salah satu hasil kerja sudah tidak ada pada SKP pekan itu. Muat ulang halaman.", code="hasil")
    return found


def _enter(result: PlannedResult, one: Done, week: Week, on: date, key: str) -> ProgressEntry:
    """One entry for a result and a week; typed again without a change it stays the one that is there."""
    standing = list(_standing(result, week))
    same = next((entry for entry in standing if _says(entry, result, one)), None)
    if same is not None:
        return same
    entry = ProgressEntry.objects.create(
        employee=result.skp.employee, on=_day_in(week, result.skp, on), text=one.text, key=key
    )
    ProgressLine.objects.create(entry=entry, result=result, amount=one.amount)
    evidence.hand_on([older.pk for older in standing], entry)
    _lay_aside([older.pk for older in standing])
    return entry


def _standing(result: PlannedResult, week: Week) -> QuerySet[ProgressEntry]:
    return ProgressEntry.objects.filter(
        lines__result=result, on__range=(week.first, week.last), withdrawn_at=None
    ).prefetch_related("lines")


def _says(entry: ProgressEntry, result: PlannedResult, one: Done) -> bool:
    line = next(line for line in entry.lines.all() if line.result_id == result.pk)
    return (entry.text, line.amount) == (one.text, one.amount)


def _day_in(week: Week, skp: SKP, on: date) -> date:
    """The day that an entry carries: today in the present week, else the last day of the week on which the SKP stood."""
    last = skp.until or date(skp.year.year, MONTHS_A_YEAR, 31)
    return max(min(week.last, on, last), skp.effective_from)


def _lay_aside(entries: Sequence[int]) -> None:
    ProgressEntry.objects.filter(pk__in=entries).update(withdrawn_at=clock.now())


def _sent_before(person: Employee, key: str) -> list[ProgressEntry]:
    return list(ProgressEntry.objects.filter(employee=person, key__startswith=key[:KEY]).order_by("pk"))


def _person(by: User) -> Employee:
    person = scopes.own_employee(by)
    if person is None:
        raise refused("Akun ini tidak terhubung dengan data pegawai.", code="pemilik")
    return person


def uses_of(entries: Sequence[int]) -> dict[int, list[EvidenceUse]]:
    """The evidence that each entry came with; one query."""
    found: dict[int, list[EvidenceUse]] = {}
    for use in EvidenceUse.objects.filter(entry__in=entries).select_related("evidence__document").order_by("pk"):
        found.setdefault(use.entry_id or 0, []).append(use)
    return found


_LONGEST = 1000
