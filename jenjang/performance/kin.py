"""Hubungan keluarga penilai dan yang dinilai: rating a relative is not barred here, but the personnel office is told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from jenjang.accounts.queries import holders_of
from jenjang.accounts.roles import Role
from jenjang.kernel.actions import notify
from jenjang.kernel.queries import law_on
from jenjang.law import catalogue
from jenjang.personnel.kinship import KinKind
from jenjang.personnel.queries import full_names
from jenjang.personnel.relatives import Relatives, Tie

if TYPE_CHECKING:
    from jenjang.law.parameters import LawOn
    from jenjang.performance.models import Evaluation

CONFLICT = "seleksi.hubungan"
"""The rule that says which relatives count; by its id, for selection stands above."""


def relation_between(appraiser: int, employee: int, day: date) -> str:
    """How two people are related within the degrees that count, in words; nothing when they are not."""
    return relations_between(appraiser, [employee], day).get(employee, "")


def relation_within(families: Relatives, one: int, other: int, law: LawOn) -> str:
    """The same among families that were read already, for many pairs."""
    return _in_words(families.ties(one, other), law)


def relations_between(appraiser: int, employees: Iterable[int], day: date) -> dict[int, str]:
    """The same for many at once: only those who are related, whose families are read together."""
    people = [key for key in employees if key != appraiser]
    families, law = Relatives(around=[appraiser, *people]), law_on(day)
    found = {key: relation_within(families, appraiser, key, law) for key in people}
    return {key: words for key, words in found.items() if words}


def _in_words(ties: Iterable[Tie], law: LawOn) -> str:
    """The first that counts: what is certain, else what is only possible."""
    rule = catalogue.get(CONFLICT)
    for tie in ties:
        relation = tie.relation
        facts = {"bond": str(relation.kind), "degree": None if relation.kind is KinKind.SPOUSE else relation.degree}
        if not rule.answer(facts, law)["result"]["allowed"]:
            return relation.in_words if tie.certain else f"mungkin {relation.in_words}"
    return ""


def tell_personnel_office(evaluation: Evaluation, who: int, relation: str, did: str = "menilai") -> None:
    """One notice to each officer of the personnel office, with the page where both are seen."""
    names = full_names([who, evaluation.employee_id])
    text = f"{names[who]} {did} {names[evaluation.employee_id]}, keluarganya ({relation})."
    notify(users=holders_of(Role.PERSONNEL_OFFICER), text=text, url=evaluation.get_absolute_url())
