"""Putusan urutan: whom every published rule leaves equal, the board puts in order, with a reason that all can read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang import ledger
from jenjang.kernel import policy
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.selection import moves
from jenjang.selection.barred import barred_from
from jenjang.selection.models import Candidate, OrderRuling, PanelMember, Run, RunEntry, Vacancy
from jenjang.selection.rules.reason import plain_words

if TYPE_CHECKING:
    from jenjang.accounts.models import User

CITES = ("pp-11-2017#198",)
OPEN = ("diperingkat", "dinilai")


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


def settling_findings(run: Run, tied: Sequence[RunEntry], by: User) -> Decision[None]:
    """May this person say who comes first? A member of this team, whom nothing ties to any of the equals."""
    vacancy = run.vacancy
    member = PanelMember.objects.filter(panel__vacancy=vacancy, user=by).exists()
    begun = Candidate.objects.filter(vacancy=vacancy).exists()
    closed = barred_from(by, vacancy)
    standing = not hasattr(run, "void") and not hasattr(run, "superseded_by")
    findings = [
        Finding(standing, "Penghitungan ini masih berlaku.", (), "berlaku"),
        Finding(moves.state_of(vacancy) in OPEN, "Tiga nama belum diajukan.", (), "status"),
        Finding(member, "Urutan diputus anggota tim ini.", CITES, "anggota"),
        Finding(begun, "Penilaian sudah dimulai, sehingga hubungan penilai dengan calon sudah dihitung.", CITES, "dinilai"),
        Finding(not any(closed.covers(one) for one in tied), "Anda tidak terikat dengan seorang pun di antara calon yang sama nilai.", ("uu-30-2014#43",), "terikat"),
        Finding(not OrderRuling.objects.filter(run=run, rank=tied[0].rank if tied else 0).exists(), "Urutan ini belum diputus.", (), "sekali"),
    ]  # fmt: skip
    return Decision(findings, None)


@transaction.atomic
def settle(*, run: Run, rank: int, entries: Sequence[int], reason: str, by: User, on: date) -> OrderRuling:
    """Memutus urutan calon yang sama nilai: every one of them, once, and why."""
    Vacancy.objects.select_for_update().get(pk=run.vacancy_id)
    tied, least = list(run.entries.filter(rank=rank, tied=True)), policy.law_on(on)["seleksi.urutan_alasan"]
    keys, have = {one.pk for one in tied}, len(plain_words(reason))
    whole = bool(keys) and set(entries) == keys and len(entries) == len(keys)
    findings = [
        *settling_findings(run, tied, by).findings,
        Finding(whole, "Urutkan semua calon yang sama nilai, masing-masing satu kali.", CITES, "lengkap"),
        Finding(have >= least.value, ("Alasan {} dari paling sedikit {} huruf.", have, least.value), least.cites, "alasan"),
    ]  # fmt: skip
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    words = " ".join(reason.split())
    with ledger.attributed(by=by):
        return OrderRuling.objects.create(run=run, rank=rank, entries=" ".join(map(str, entries)), reason=words, by=by)
