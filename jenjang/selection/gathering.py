"""Pengumpulan masukan: from the records to the printed inputs of everybody, as they stood and as it was known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from jenjang.kernel.beside import ahead
from jenjang.law.codes import Acting, Variety
from jenjang.law.parameters import LawOn
from jenjang.law.spans import MONTHS_A_YEAR
from jenjang.personnel.bulk_facts import Career, Person, blocks
from jenjang.selection.compared import Compared
from jenjang.selection.criteria import Terms
from jenjang.selection.inputs import VERSION, Inputs
from jenjang.talent import evidence
from jenjang.talent.evidence import Evidence


def gather(
    *, terms: Terms, law: LawOn, on: date, known_at: datetime, ids: Iterable[int] | None = None, scored: bool = True
) -> Iterator[Inputs]:
    """The inputs of everybody in active service, or of `ids`, in the order of their keys, ready to be ranked and printed.

    Everybody comes in blocks: while one is ranked the database reads the next. Without `scored` they hold only what the
    requirements ask.
    """
    reader = _Reader(terms, law)

    def read(block: Iterable[int]) -> Evidence:
        return evidence.gather(
            on=on, known_at=known_at, law=law, ids=block, related=terms.related,
            technical_fields=terms.technical_fields, scored=scored,
        )  # fmt: skip

    found = ahead(read, blocks(_BLOCKS)) if ids is None else map(read, [ids])
    for block in found:
        yield from reader.read_all(block)


class _Reader:
    """Puts one person's records together; what the law gives is looked up once."""

    found: Evidence

    def __init__(self, terms: Terms, law: LawOn) -> None:
        self.related = bool(terms.related)
        self.awards = dict(law["talenta.nilai.penghargaan"].value)
        self.roles = dict(law["talenta.nilai.tim_kerja"].value)
        self.acting = dict(law["talenta.nilai.penugasan"].value)
        self.equals = dict(law["jabatan.setara"].value)
        words = tuple(field.casefold() for field in terms.fields)
        self._fits: Compared[str, bool] = Compared(lambda field: _field_fits(words, field))

    def read_all(self, found: Evidence) -> Iterator[Inputs]:
        """Everybody of whom something was found."""
        self.found = found
        return map(self.read, found.people)

    def read(self, person: Person) -> Inputs:
        """One person, with the record behind every value that has one."""
        found = self.found
        key, status, grade, grade_since, appointed_on, birth_date, education, field = person
        career = found.careers.get(key)
        score, achieved = found.competence.get(key, _NOT_ASSESSED)
        awards, roles = found.awards.get(key), found.roles.get(key)
        return Inputs(
            VERSION,
            key,
            status,
            grade or "",
            grade_since or "",
            appointed_on,
            birth_date,
            education or "",
            self._fits[field or ""],
            career.held if career else [],
            self._related_years(career) if career else 0,
            found.predicates.get(key, []),
            found.sanctions.get(key, []),
            achieved,
            evidence.best(awards, self.awards) if awards else None,
            evidence.best(roles, self.roles) if roles else None,
            found.feedback.get(key),
            found.certificates.get(key, 0),
            self._experience(career) if career else None,
            score,
            found.potential.get(key),
            found.technical.get(key),
            present=[career.kind, career.career_level] if career else None,
        )

    def _related_years(self, career: Career) -> int:
        """Without published words every post is related work."""
        months: int = career.related_months if self.related else sum([row[2] for row in career.held])
        return months // MONTHS_A_YEAR

    def _experience(self, career: Career) -> list[Any]:
        """Months in posts like the present one, breadth, and the weightiest acting post."""
        months = sum([row[2] for row in career.held if row[0] == career.kind and row[1] == career.career_level])
        acting = evidence.acting_of(career, self.acting, self.equals)
        return [months, _VARIETIES[evidence.variety_of(career)], _ACTINGS[acting]]


def _field_fits(words: tuple[str, ...], field: str) -> bool:
    """Kesesuaian bidang ilmu: one of the published words stands in the field of study; without words all fit."""
    text = field.casefold()
    return not words or any(word in text for word in words)


# The first block is small, because nothing else can be done while it is read.
_BLOCKS = (1_000, 2_000, 4_000, 8_000)
_NOT_ASSESSED = (None, None)
_VARIETIES = {code: code.value for code in Variety}
_ACTINGS = {code: code.value for code in Acting}
