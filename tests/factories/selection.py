"""Candidates and vacancies for tests, brought to a state through the real actions. All people are invented."""

from datetime import date
from decimal import Decimal
from typing import Any

from jenjang.accounts.models import User
from jenjang.competency.actions import set_standard
from jenjang.competency.models import CompetencyRecord, PotentialRecord, TechnicalRecord
from jenjang.organization.models import Seat
from jenjang.performance.models import AppraisalRecord, Feedback360Record
from jenjang.personnel.models import Employee
from jenjang.selection import runs, vacancies
from jenjang.selection.criteria import canonical
from jenjang.selection.models import Run, Vacancy
from tests.factories import people
from tests.factories.people import BY

ON = date(2026, 11, 17)
COMPETENCIES = (
    "integritas", "kerja_sama", "komunikasi", "orientasi_pada_hasil", "pelayanan_publik",
    "pengembangan_diri_dan_orang_lain", "mengelola_perubahan", "pengambilan_keputusan", "perekat_bangsa",
)  # fmt: skip


def make_candidate(
    name: str = "Rina Wulandari",
    *,
    grade: str = "III/d",
    grade_since: date = date(2021, 4, 1),
    predicates: tuple[str, ...] = ("baik", "baik"),
    technical: str | None = "84",
    competence: str | None = "85",
    potential: str | None = "80",
    level: int = 3,
    feedback: str | None = "baik",
    **facts: Any,
) -> Employee:
    """A pengawas since 2020 who meets the requirements of an administrator, unless told otherwise."""
    facts = {"kind": "pengawas", "title": "Kepala Subbidang Contoh"} | facts
    facts.setdefault("echelon", people.ECHELONS.get(facts["kind"], ""))
    employee = people.make_employee(name, grade=grade, grade_since=grade_since, **facts)
    for place, predicate in enumerate(predicates):
        year = 2025 - place
        if not AppraisalRecord.objects.filter(employee=employee, year=year).exists():
            people.give(AppraisalRecord, employee, date(year, 12, 31), year=year, predicate=predicate)
    since = date(2025, 8, 25)
    if feedback and not Feedback360Record.objects.filter(employee=employee, year=2025).exists():
        people.give(Feedback360Record, employee, since, year=2025, predicate=feedback, raters=11)
    if competence:
        achieved = canonical(dict.fromkeys(COMPETENCIES, level))
        people.give(CompetencyRecord, employee, since, achieved=achieved, score=Decimal(competence))
    if potential:
        people.give(PotentialRecord, employee, since, score=Decimal(potential))
    if technical:
        people.give(TechnicalRecord, employee, since, field="Pengembangan SDM", score=Decimal(technical))
    return employee


def make_standard(seat: Seat, level: int = 3) -> None:
    set_standard(seat=seat, standard=dict.fromkeys(COMPETENCIES, level), effective_from=date(2020, 1, 1), by=BY)


def make_vacancy(by: User, seat: Seat | None = None, *, published: bool = True, **facts: Any) -> Vacancy:
    """A vacancy on an administrator's seat, published: a call is published on its first day."""
    on = facts.get("call_from") or ON
    if seat is None:
        seat = people.make_seat()
        make_standard(seat)
    vacancy = vacancies.open_vacancy(seat=seat, by=by, on=on, **facts)
    if published:
        vacancies.publish(vacancy=vacancy, by=by, on=on)
    return vacancy


def make_run(vacancy: Vacancy, by: User, **facts: Any) -> Run:
    return runs.compute(vacancy=vacancy, by=by, on=ON, **facts)
