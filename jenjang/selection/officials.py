"""Konflik kepentingan pejabat: who proposes or decides is tied to none of the three, by record or by own word.

Superiors are not asked about: an authority leads everybody by office (UU 30/2014 Pasal 42-43). A possible relation is
settled by a person, or where it comes from: the family record names the relative by NIK or NIP.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jenjang.law.decisions import Finding
from jenjang.law.parameters import LawOn
from jenjang.personnel.relatives import Outsider, Relatives
from jenjang.selection.bench import name_of
from jenjang.selection.hands import Persons
from jenjang.selection.models import Candidate, Interest, OfficialInterest, OfficialTieRuling, Shortlist
from jenjang.selection.rules.conflict import decide_conflict
from jenjang.selection.ties import facts_of

if TYPE_CHECKING:
    from jenjang.accounts.models import User

CITES = ("uu-30-2014#42", "uu-30-2014#43")
DECLARED_CITES = ("permenpanrb-17-2024#pernyataan", "uu-30-2014#43")
TIED, UNSETTLED, UNDECLARED, ONESELF = "konflik", "penegasan", "pernyataan", "diri_sendiri"
SAME_PERSON = "orang yang sama"
CERTAIN = "Calon {} adalah {}. Langkah ini diambil pejabat lain yang diberi wewenang itu."
POSSIBLE = (
    "Calon {} mungkin {}: nama dan tanggal lahir sama. Petugas menegaskannya, atau mencatat NIK atau NIP keluarga itu "
    "pada data keluarga."
)
NONE = "Tidak ada hubungan keluarga yang tercatat dengan ketiga calon."
SILENT = "Anda belum menyatakan ada atau tidaknya kepentingan terhadap ketiga calon."
FREE = "Anda menyatakan tidak mempunyai kepentingan terhadap ketiga calon."
DECLARED = (
    "Anda menyatakan kepentingan terhadap calon {}: {}. Langkah ini diambil pejabat lain yang diberi wewenang itu."
)


@dataclass(frozen=True, slots=True)
class Relation:
    """Hubungan seorang pejabat dengan seorang calon, as the records tell it; not `certain` waits for a person."""

    candidate: Candidate
    words: str
    certain: bool

    @property
    def yours(self) -> str:
        """Said to the official."""
        return "Anda sendiri" if self.words == SAME_PERSON else f"{self.words} Anda"


def interests_in(shortlist: Shortlist) -> list[OfficialInterest]:
    """Pernyataan kepentingan tentang tiga nama ini, by everybody."""
    return list(OfficialInterest.objects.filter(shortlist=shortlist).select_related("by"))


def no_conflict(
    candidates: Sequence[Candidate], declared: Sequence[OfficialInterest], by: User, law: LawOn, persons: Persons
) -> list[Finding]:
    """Tanpa konflik kepentingan: what the records tell, and what the official declared; a silent one declares first."""
    return [*no_relation(candidates, by, law, persons), *no_interest(candidates, declared, by, persons)]


def no_interest(
    candidates: Sequence[Candidate], declared: Sequence[OfficialInterest], by: User, persons: Persons
) -> list[Finding]:
    """Pernyataan pejabat itu sendiri, from whichever account; an interest bars, also when none was declared before."""
    persons.meet([by, *(row.by for row in declared)])
    own = [row for row in declared if persons.are_one(row.by, by)]
    if not own:
        return [Finding(False, SILENT, DECLARED_CITES, UNDECLARED)]
    names = {one.pk: name_of(one) for one in candidates}
    tied = [row for row in own if row.candidate_id is not None]
    said = [(DECLARED, names.get(row.candidate_id or 0, ""), Interest(row.kind).label.lower()) for row in tied]
    return [Finding(False, words, CITES, TIED) for words in said] or [Finding(True, FREE, DECLARED_CITES, UNDECLARED)]


def no_relation(candidates: Sequence[Candidate], by: User, law: LawOn, persons: Persons | None = None) -> list[Finding]:
    """Tidak berhubungan keluarga: one finding for each relation that the law counts, or one that there is none.

    Who is no employee (a mayor) has no family on record: nothing can be computed, and only the own declaration speaks.
    """
    found = relations(candidates, by, law, persons)
    if found is None:
        return []
    said = [
        Finding(False, (CERTAIN if one.certain else POSSIBLE, name_of(one.candidate), one.yours), CITES,
                TIED if one.certain else UNSETTLED)
        for one in found
    ]  # fmt: skip
    return said or [Finding(True, NONE, CITES, TIED)]


def relations(
    candidates: Sequence[Candidate], by: User, law: LawOn, persons: Persons | None = None
) -> list[Relation] | None:
    """Hubungan yang diperhitungkan hukum, as far as nobody has settled that it is none; None without an own record."""
    persons = persons or Persons()
    own = _employees(by, persons)
    if not own or not candidates:
        return None
    nodes = [(one, _node(one)) for one in candidates]
    families = Relatives(around=[*own, *(node for _, node in nodes if isinstance(node, int))])
    found = [relation for one, node in nodes for key in own for relation in _between(families, key, node, one, law)]
    return list(_settled(found, by, persons))


def _between(
    families: Relatives, own: int, other: int | Outsider, candidate: Candidate, law: LawOn
) -> Iterator[Relation]:
    """What is certain first, and what is only possible where nothing certain bars already."""
    if own == other:
        return
    barring = [tie for tie in families.ties(own, other) if not decide_conflict(facts_of(tie), law).allowed]
    for tie in barring[:1]:
        yield Relation(candidate, tie.relation.in_words, tie.certain)
    if families.are_alike(own, other) and not any(tie.certain for tie in barring):
        yield Relation(candidate, SAME_PERSON, False)


def _settled(found: list[Relation], by: User, persons: Persons) -> Iterable[Relation]:
    """What a person said about a likeness counts: it is a tie, or none."""
    rulings = _rulings([one.candidate.pk for one in found if not one.certain], by, persons)
    for one in found:
        holds = one.certain or rulings.get((one.candidate.pk, one.words))
        if holds is not False:
            yield Relation(one.candidate, one.words, bool(holds))


def _rulings(candidates: list[int], by: User, persons: Persons) -> dict[tuple[int, str], bool]:
    if not candidates:
        return {}
    rows = list(OfficialTieRuling.objects.filter(candidate__in=candidates).select_related("official"))
    persons.meet([by, *(row.official for row in rows)])
    return {(row.candidate_id, row.relation): row.holds for row in rows if persons.are_one(row.official, by)}


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
