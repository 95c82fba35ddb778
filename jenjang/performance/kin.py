"""Hubungan keluarga penilai dan yang dinilai: rating a relative is not barred here, but the personnel office is told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jenjang.accounts.queries import holders_of
from jenjang.accounts.roles import Role
from jenjang.kernel.actions import notify
from jenjang.kernel.queries import law_on
from jenjang.law import catalogue
from jenjang.personnel.kinship import KinKind
from jenjang.personnel.queries import full_names
from jenjang.personnel.relatives import Relatives

if TYPE_CHECKING:
    from jenjang.law.parameters import LawOn
    from jenjang.performance.models import Evaluation

CONFLICT = "seleksi.hubungan"
"""The rule that says which relatives count; by its id, for selection stands above."""


def relation_between(appraiser: int, employee: int, day: date) -> str:
    """How two people are related within the degrees that count, in words; nothing when they are not."""
    return relation_within(Relatives(around=[appraiser, employee]), appraiser, employee, law_on(day))


def relation_within(relatives: Relatives, one: int, other: int, law: LawOn) -> str:
    """The same among families that were read already, for many pairs."""
    tie = relatives.tie(one, other)
    if tie is None:
        return ""
    relation = tie.relation
    facts = {"bond": str(relation.kind), "degree": None if relation.kind is KinKind.SPOUSE else relation.degree}
    answer = catalogue.get(CONFLICT).answer(facts, law)
    if answer["result"]["allowed"]:
        return ""
    return relation.in_words if tie.certain else f"mungkin {relation.in_words}"


def tell_personnel_office(evaluation: Evaluation, appraiser: int, relation: str) -> None:
    """One notice to each officer of the personnel office, with the page where both are seen."""
    names = full_names([appraiser, evaluation.employee_id])
    text = f"{names[appraiser]} menilai {names[evaluation.employee_id]}, keluarganya ({relation})."
    notify(users=holders_of(Role.PERSONNEL_OFFICER), text=text, url=evaluation.get_absolute_url())
