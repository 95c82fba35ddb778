"""Pengumpulan masukan: from the records to the printed inputs of everybody, as they stood and as it was known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from jenjang.law.parameters import LawOn
from jenjang.law.spans import MONTHS_A_YEAR
from jenjang.personnel.bulk_facts import Career, Person
from jenjang.selection.criteria import Terms
from jenjang.selection.inputs import VERSION, Inputs
from jenjang.talent import evidence
from jenjang.talent.evidence import Evidence


def gather(
    *, terms: Terms, law: LawOn, on: date, known_at: datetime, ids: Iterable[int] | None = None
) -> Iterator[Inputs]:
    """The inputs of everybody in active service, or of `ids`, ready to be ranked and printed."""
    found = evidence.gather(
        on=on, known_at=known_at, law=law, ids=ids, related=terms.related, technical_fields=terms.technical_fields
    )
    return map(_Reader(terms, law, found).read, found.people)


class _Reader:
    """Puts one person's records together; what the law gives is looked up once."""

    def __init__(self, terms: Terms, law: LawOn, found: Evidence) -> None:
        self.found = found
        self.related = bool(terms.related)
        self.fields = tuple(field.casefold() for field in terms.fields)
        self.awards = dict(law["talenta.nilai.penghargaan"].value)
        self.roles = dict(law["talenta.nilai.tim_kerja"].value)
        self.acting = dict(law["talenta.nilai.penugasan"].value)
        self.equals = dict(law["jabatan.setara"].value)
        self._fits: dict[str, bool] = {}

    def read(self, person: Person) -> Inputs:
        """One person, with the record behind every value that has one."""
        found, key = self.found, person.employee
        career = found.careers.get(key)
        competence = found.competence.get(key)
        return Inputs(
            VERSION,
            key,
            person.status,
            person.grade or "",
            person.grade_since or "",
            person.appointed_on,
            person.birth_date,
            person.education or "",
            self._field_fits(person.education_field or ""),
            career.held if career else [],
            self._related_years(career),
            found.predicates.get(key, []),
            found.sanctions.get(key, []),
            competence[1] if competence else None,
            evidence.best(found.awards.get(key, ()), self.awards),
            evidence.best(found.roles.get(key, ()), self.roles),
            found.feedback.get(key),
            found.certificates.get(key, 0),
            self._experience(career) if career else None,
            competence[0] if competence else None,
            found.potential.get(key),
            found.technical.get(key),
        )

    def _field_fits(self, field: str) -> bool:
        """Kesesuaian bidang ilmu: one of the published words stands in the field of study; without words all fit."""
        if not self.fields:
            return True
        known = self._fits.get(field)
        if known is None:
            text = field.casefold()
            known = self._fits[field] = any(word in text for word in self.fields)
        return known

    def _related_years(self, career: Career | None) -> int:
        """Without published words every post is related work."""
        if career is None:
            return 0
        months = career.related_months if self.related else sum(row[2] for row in career.held)
        return int(months) // MONTHS_A_YEAR

    def _experience(self, career: Career) -> list[Any]:
        """Months in posts like the present one, breadth, and the weightiest acting post."""
        months = sum(row[2] for row in career.held if row[0] == career.kind and row[1] == career.career_level)
        acting = evidence.acting_of(career, self.acting, self.equals)
        return [months, evidence.variety_of(career).value, acting.value]
