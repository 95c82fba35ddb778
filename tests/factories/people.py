"""People, units and seats for tests, made through the real actions. All names are invented."""

from datetime import date
from itertools import count
from typing import Any

from jenjang import ledger
from jenjang.law.codes import CONTRACTED
from jenjang.organization import actions as organization
from jenjang.organization.models import Agency, OrgUnit, Seat
from jenjang.personnel import actions as personnel
from jenjang.personnel.actions import Decree
from jenjang.personnel.models import Employee, RankRecord

BY = ledger.SYSTEM("uji")
_serials = count(1)
DECREE = Decree(number="821.2/1/2020", date=date(2020, 1, 2), signed_by="Wali Kota")


def make_agency() -> Agency:
    return organization.found_agency(
        siasn_id="A5EB-UJI", name="Pemerintah Kota Contoh", short_name="Kota Contoh", by=BY
    )


def make_unit(name: str = "Dinas Contoh", parent: OrgUnit | None = None, since: date = date(2017, 1, 1)) -> OrgUnit:
    return organization.open_unit(
        agency=make_agency(), siasn_id=f"UNIT-{next(_serials)}", name=name, parent=parent, effective_from=since, by=BY
    )


ECHELONS = {"administrator": "III.b", "pengawas": "IV.a", "jpt_pratama": "II.b"}


def make_seat(
    unit: OrgUnit | None = None, title: str = "Kepala Bidang Contoh", kind: str = "administrator", **facts: Any
) -> Seat:
    facts.setdefault("echelon", ECHELONS.get(kind, ""))
    return organization.add_seat(
        unit=unit or make_unit(), title=title, kind=kind, opened_on=date(2017, 1, 1), by=BY, **facts
    )


def make_nip(
    birth: date = date(1985, 3, 17), appointed: date = date(2010, 1, 1), sex: str = "P", serial: int | None = None,
    *, status: str = "PNS",
) -> str:  # fmt: skip
    number = serial if serial is not None else next(_serials)
    month = "21" if status in CONTRACTED else f"{appointed:%m}"
    return f"{birth:%Y%m%d}{appointed:%Y}{month}{'1' if sex == 'L' else '2'}{(number - 1) % 999 + 1:03}"


def make_employee(
    name: str = "Sri Rahayu",
    *,
    birth: date = date(1985, 3, 17),
    appointed: date = date(2010, 1, 1),
    sex: str = "P",
    nip: str = "",
    status: str = "PNS",
    grade: str = "III/c",
    grade_since: date | None = None,
    kind: str = "pelaksana",
    career_level: str = "tidak_ada",
    title: str = "Pengelola Kepegawaian",
    echelon: str = "",
    unit: OrgUnit | None = None,
    seat: Seat | None = None,
    position_since: date | None = None,
    education: str = "s1",
    user: Any = None,
    **identity: Any,
) -> Employee:
    """Somebody who was hired, promoted and placed; give only what the test is about."""
    employee = Employee.objects.filter(user=user).first() if user is not None else None
    if employee is None:
        employee = _hire(
            name,
            nip or make_nip(birth, appointed, sex, status=status),
            birth,
            appointed,
            sex,
            status,
            education,
            identity,
        )
    since = grade_since or date(2020, 4, 1)
    if not RankRecord.objects.filter(employee=employee, grade=grade, effective_from=since).exists():
        give_rank(employee, grade, since)
    if seat is not None:
        kind, title, echelon, career_level, unit = seat.kind, seat.title, seat.echelon, seat.career_level, seat.unit
    give_position(
        employee, kind, since=position_since or date(2020, 1, 2), title=title, echelon=echelon,
        career_level=career_level, unit=unit, seat=seat,
    )  # fmt: skip
    if user is not None and employee.user is None:
        employee.user = user
        employee.save(update_fields=["user"])
    return employee


def _hire(
    name: str, nip: str, birth: date, appointed: date, sex: str, status: str, education: str, identity: dict[str, Any]
) -> Employee:
    return personnel.hire(
        nip=nip,
        identity={"name": name, "birth_date": birth, "sex": sex, "birth_place": "Sawahlunto", **identity},
        status={"status": status, "appointed_on": appointed},
        education={"level": education, "field": "Administrasi Negara", "school": "Universitas Contoh", "graduated": appointed.year - 1},
        effective_from=appointed,
        decree=DECREE,
        by=BY,
    )  # fmt: skip


def give_rank(employee: Employee, grade: str, since: date, years: int = 8) -> Any:
    return personnel.append(
        model=RankRecord, employee=employee, facts={"grade": grade, "service_years": years}, effective_from=since,
        decree=DECREE, by=BY,
    )  # fmt: skip


def give_position(employee: Employee, kind: str, *, since: date, title: str = "Jabatan Contoh", **facts: Any) -> Any:
    unit = facts.get("unit")
    facts = {name: value for name, value in facts.items() if value is not None}
    return personnel.place(
        employee=employee, effective_from=since, decree=DECREE, by=BY,
        position={"kind": kind, "title": title, "unit_name": unit.name if unit else "", **facts},
    )  # fmt: skip


def mend(record: Any, **facts: Any) -> Any:
    """A correction of a row that stands."""
    return personnel.correct(record=record, facts=facts, reason="Salah catat.", decree=DECREE, by=BY)


def give(model: type, employee: Employee, since: date, **facts: Any) -> Any:
    """One row of any history: give(AppraisalRecord, person, date(2025, 12, 31), year=2025, predicate="baik")."""
    return personnel.append(model=model, employee=employee, facts=facts, effective_from=since, decree=DECREE, by=BY)
