"""Konflik kepentingan pejabat: who proposes or decides is no relative of any of the three (UU 30/2014 Pasal 42-43).

Superiors are not asked about: an authority leads everybody by office. A possible relation is settled where it comes from:
the family record names the relative by NIK or NIP, which makes it certain or makes it go away.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jenjang.law.decisions import Finding
from jenjang.law.parameters import LawOn
from jenjang.personnel.relatives import Outsider, Relatives
from jenjang.selection.bench import name_of
from jenjang.selection.hands import Persons
from jenjang.selection.models import Candidate
from jenjang.selection.rules.conflict import ConflictFacts, decide_conflict
from jenjang.selection.ties import BONDS

if TYPE_CHECKING:
    from jenjang.accounts.models import User

CITES = ("uu-30-2014#42", "uu-30-2014#43")
CERTAIN = "Calon {} adalah {} Anda. Langkah ini diambil pejabat lain yang diberi wewenang itu."
POSSIBLE = (
    "Calon {} mungkin {} Anda: nama dan tanggal lahir sama. Petugas menegaskannya dengan mencatat NIK atau NIP "
    "keluarga itu pada data keluarga."
)
NONE = "Tidak ada hubungan keluarga yang tercatat dengan ketiga calon."


def no_relation(candidates: Sequence[Candidate], by: User, law: LawOn, persons: Persons | None = None) -> list[Finding]:
    """Tidak berhubungan keluarga: one finding for each relation that the law counts, or one that there is none.

    Who is no employee (a mayor) has no family on record: nothing can be computed, and nothing is said.
    """
    own = _employees(by, persons or Persons())
    if not own or not candidates:
        return []
    nodes = [(one, _node(one)) for one in candidates]
    families = Relatives(around=[*own, *(node for _, node in nodes if isinstance(node, int))])
    found = [
        finding for one, node in nodes for key in own if (finding := _between(families, key, node, name_of(one), law))
    ]
    return found or [Finding(True, NONE, CITES, "konflik")]


def _between(families: Relatives, own: int, other: int | Outsider, name: str, law: LawOn) -> Finding | None:
    tie = families.tie(own, other)
    if tie is None or own == other:
        return None
    facts = ConflictFacts(BONDS[tie.relation.kind], tie.relation.degree or None)
    if decide_conflict(facts, law).allowed:
        return None
    sentence = CERTAIN if tie.certain else POSSIBLE
    return Finding(False, (sentence, name, tie.relation.in_words), CITES, "konflik")


def _employees(by: User, persons: Persons) -> list[int]:
    """The employee record behind the account, as the keys of the person name it."""
    return sorted(int(key.partition(":")[2]) for key in persons.keys(by) if key.startswith("pegawai:"))


def _node(candidate: Candidate) -> int | Outsider:
    employee = candidate.employee_id or (candidate.application.employee_id if candidate.application else None)
    if employee:
        return employee
    external = candidate.application.external if candidate.application else None
    if external is None:
        raise LookupError(f"Calon {candidate.pk} bukan pegawai dan tidak punya lamaran.")
    return Outsider(external.name, external.birth_date, external.nik)
