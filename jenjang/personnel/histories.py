"""Riwayat yang dimiliki kepegawaian: identity, status, rank, position, education, awards, family."""

from collections.abc import Iterator, Mapping
from typing import Any

from jenjang.kernel.histories import HistoryRecord
from jenjang.law.codes import Award, CareerLevel, Echelon, Education, Grade, PositionKind, PPPKGrade, Sex, Status
from jenjang.organization import posts
from jenjang.personnel.kinds import HistoryKind, joined, labels_of
from jenjang.personnel.kinship import RELATION_LABELS
from jenjang.personnel.models import (
    AwardRecord,
    EducationRecord,
    IdentityRecord,
    KinshipRecord,
    PositionRecord,
    RankRecord,
    StatusRecord,
)
from jenjang.personnel.models.records import Assignment
from jenjang.ui import formats

GRADES = labels_of([*Grade, *PPPKGrade])
KINDS = labels_of(PositionKind)
LEVELS = labels_of(CareerLevel)
EDUCATIONS = labels_of(Education)
AWARDS = labels_of(Award)
ECHELONS = labels_of(Echelon)
STATUSES = labels_of(Status)
PREFIXES = {"plt": "Plt. ", "plh": "Plh. ", "pj": "Pj. ", "tambahan": "Tugas tambahan: "}


def full_name(row: IdentityRecord) -> str:
    return joined(" ".join(filter(None, (row.title_before, row.name))), row.title_after)


def rank_in_words(grade: str) -> str:
    """Penata, III/c; Golongan IX."""
    name = GRADES.get(grade, "")
    return name if name.endswith(f" {grade}") else joined(name, grade)


def position_in_words(row: PositionRecord) -> str:
    return PREFIXES.get(row.assignment, "") + formats.post_in_unit(row.title, row.unit_name)


def _identity(row: Any) -> str:
    born = f"lahir di {row.birth_place}" if row.birth_place else ""
    return joined(full_name(row), born, row.marital)


def _education(row: Any) -> str:
    return joined(f"{EDUCATIONS.get(row.level, row.level)} {row.field}".strip(), row.school, f"lulus {row.graduated}")


def _fits_its_kind(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """A career level or an echelon that the kind of post does not have would count as experience that nobody had."""
    yield from posts.contradictions(facts["kind"], facts.get("career_level", ""), facts.get("echelon", ""))


def _kin(row: Any) -> str:
    known = f"NIP {formats.nip(row.relative_employee.nip)}" if row.relative_employee else ""
    return f"{RELATION_LABELS.get(row.relation, row.relation)}: {joined(row.relative_name, known)}"


def _kind(code: str, label: str, model: type[HistoryRecord], *fields: str, **rest: Any) -> HistoryKind:
    return HistoryKind(code=code, label=label, model=model, fields=fields, **rest)


kinds = [
    _kind("pangkat", "Pangkat", RankRecord, "grade", "service_years", "service_months", order=10,
          summary=lambda row: joined(rank_in_words(row.grade), row.promotion_kind),
          choices={"grade": {code: rank_in_words(code) for code in GRADES}}),
    _kind("jabatan", "Jabatan", PositionRecord, "title", "unit_name", "kind", "career_level", "echelon", "assignment",
          "until", order=20, summary=position_in_words, sense=_fits_its_kind,
          choices={"kind": KINDS, "career_level": LEVELS, "echelon": ECHELONS, "assignment": dict(Assignment.choices)}),
    _kind("pendidikan", "Pendidikan", EducationRecord, "level", "field", "school", "graduated", order=30,
          summary=_education, choices={"level": EDUCATIONS}),
    _kind("penghargaan", "Penghargaan", AwardRecord, "level", "name", order=60, choices={"level": AWARDS},
          summary=lambda row: joined(row.name, AWARDS.get(row.level, row.level))),
    _kind("status", "Status", StatusRecord, "status", "standing", "appointed_on", "confirmed_on", order=80,
          summary=lambda row: joined(row.status, row.standing), choices={"status": STATUSES}),
    _kind("identitas", "Data diri", IdentityRecord, "nip", "name", "title_before", "title_after", "birth_place",
          "birth_date", "sex", "religion", "marital", "nik", order=85, private=True, summary=_identity,
          choices={"sex": labels_of(Sex)}),
    _kind("keluarga", "Keluarga", KinshipRecord, "relation", "relative_name", "relative_birth_date", "relative_nik",
          order=90, private=True, summary=_kin,
          related=("relative_employee",), choices={"relation": RELATION_LABELS}),
]  # fmt: skip
