"""Putusan urutan: whom every published rule leaves equal, the board puts in order, with a reason that all can read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang import ledger
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.selection.models import OrderRuling, Run, RunEntry

if TYPE_CHECKING:
    from jenjang.accounts.models import User

LEAST_WORDS = 30
CITES = ("pp-11-2017#198",)


def tied_groups(run: Run) -> dict[int, list[RunEntry]]:
    """Entries that share a rank, by that rank, still to be settled or settled."""
    groups: dict[int, list[RunEntry]] = {}
    if not run.unsettled:
        return groups
    entries = run.entries.filter(tied=True).select_related("employee__current", "application__external")
    for entry in entries.order_by("rank", "pk"):
        groups.setdefault(entry.rank or 0, []).append(entry)
    return groups


def rulings_of(run: Run) -> dict[int, OrderRuling]:
    """The rulings of a run by rank."""
    return {ruling.rank: ruling for ruling in OrderRuling.objects.filter(run=run).select_related("by")}


def places(run: Run, rulings: Mapping[int, OrderRuling] | None = None) -> dict[int, int]:
    """Entry -> final place, where the board has ruled."""
    found: dict[int, int] = {}
    for rank, ruling in (rulings_of(run) if rulings is None else rulings).items():
        found.update({int(key): rank + step for step, key in enumerate(ruling.entries.split())})
    return found


@transaction.atomic
def settle(*, run: Run, rank: int, entries: Sequence[int], reason: str, by: User) -> OrderRuling:
    """Memutus urutan calon yang sama nilai: every one of them, once, and why."""
    Run.objects.get(pk=run.pk)
    tied = {entry.pk for entry in run.entries.filter(rank=rank, tied=True)}
    words = " ".join(reason.split())
    standing = not hasattr(run, "void") and not hasattr(run, "superseded_by")
    findings = [
        Finding(standing, "Penghitungan ini masih berlaku.", (), "berlaku"),
        Finding(bool(tied) and set(entries) == tied and len(entries) == len(tied),
                "Urutkan semua calon yang sama nilai, masing-masing satu kali.", CITES, "lengkap"),
        Finding(len(words) >= LEAST_WORDS, ("Alasan {} dari paling sedikit {} huruf.", len(words), LEAST_WORDS), CITES, "alasan"),
        Finding(rank not in rulings_of(run), "Urutan ini belum diputus.", (), "sekali"),
    ]  # fmt: skip
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        return OrderRuling.objects.create(run=run, rank=rank, entries=" ".join(map(str, entries)), reason=words, by=by)
