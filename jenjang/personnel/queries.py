"""Bacaan kepegawaian: who is this person, on any day, by which decree; who is where; what rules need of everybody."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Now

from jenjang.accounts.queries import once
from jenjang.kernel import clock
from jenjang.kernel.histories import HistoryRecord
from jenjang.law.codes import Education
from jenjang.personnel.kinds import HistoryKind, all_kinds
from jenjang.personnel.models import (
    Contact,
    CorrectionRequest,
    CorrectionTransition,
    EducationRecord,
    Employee,
    EmployeeCurrent,
    IdentityRecord,
    PersonalDataReading,
    PositionRecord,
    RankRecord,
    StatusRecord,
)
from jenjang.personnel.scopes import may_on, units_led_by, visible_to

if TYPE_CHECKING:
    from jenjang.accounts.models import User

__all__ = [
    "ProfileState",
    "accounts_of",
    "active_people",
    "contact_of",
    "counts_of",
    "current_by_nip",
    "current_of",
    "current_of_employee",
    "employee_by_nip",
    "employee_of",
    "has_opened",
    "holders_of_seats",
    "identity_of",
    "may_on",
    "names_of",
    "people_among",
    "people_by_key",
    "profile_as_of",
    "readings_of",
    "supervisor_of",
    "units_led_by",
    "visible_to",
]  # fmt: skip
OPENED_FOR = timedelta(minutes=15)  # long enough to print what was opened, too short to forget it
EDUCATION_PLACES = {code.value: code.level for code in Education}


@dataclass(slots=True)
class ProfileState:
    """Keadaan seorang pegawai on a day, by what was known at a moment."""

    employee: Employee
    day: date
    known_at: datetime | None
    identity: IdentityRecord | None = None
    status: StatusRecord | None = None
    rank: RankRecord | None = None
    position: PositionRecord | None = None
    acting: list[PositionRecord] = field(default_factory=list)
    education: EducationRecord | None = None

    @property
    def is_known(self) -> bool:
        """Whether anything is recorded of this person by that day."""
        return self.identity is not None


def employee_by_nip(user: User, nip: str) -> Employee | None:
    """The person with this NIP, if the user may see that person; otherwise exactly as if there were none."""
    found = visible_to(user).filter(nip=nip).select_related("employee__user").first()
    return found.employee if found else None


def current_by_nip(nip: str) -> EmployeeCurrent | None:
    """Whoever has this NIP today; for checking a typed NIP, never for showing a profile."""
    return EmployeeCurrent.objects.filter(nip=nip).select_related("employee").first()


def employee_of(user: User) -> Employee | None:
    """The employee behind an account, with what is known of the person today."""
    return Employee.objects.filter(user=user).select_related("current__seat").first()


def employees_at_work(user: User) -> QuerySet[Employee]:
    """The person behind an account, as long as active in a unit."""
    return Employee.objects.filter(user=user, current__active=True, current__unit__isnull=False)


def own_person(user: User) -> Employee | None:
    """The same, asked once a request, as whose account lives as long."""
    return once(user, "pegawai", lambda: employee_of(user))


def current_of(user: User) -> EmployeeCurrent | None:
    """What lists show today of the person behind an account: one row that the histories made; asked once a request."""
    return getattr(own_person(user), "current", None)


def current_of_employee(employee: int) -> EmployeeCurrent | None:
    """The same row, by the key of the person."""
    return EmployeeCurrent.objects.filter(pk=employee).select_related("employee").first()


def people_by_key(employees: Sequence[int]) -> dict[int, EmployeeCurrent]:
    """What lists show of many people, by their key."""
    return EmployeeCurrent.objects.in_bulk(list(employees))


def active_people(units: Sequence[int]) -> QuerySet[EmployeeCurrent]:
    """Everybody in active service in these units."""
    return EmployeeCurrent.objects.filter(active=True, unit__in=units)


def standing_still(since: date) -> QuerySet[EmployeeCurrent]:
    """Who has held the same position and the same grade since a day or longer, the longest first."""
    found = EmployeeCurrent.objects.filter(active=True, position_since__lte=since, grade_since__lte=since)
    return found.order_by("position_since", "employee")


def profile_as_of(employee: Employee, day: date, known_at: datetime | None = None) -> ProfileState:
    """The state of a person on a day: one query for each kind that makes it up."""
    state = ProfileState(employee, day, known_at)
    state.identity = _newest(IdentityRecord, employee, day, known_at)
    state.status = _newest(StatusRecord, employee, day, known_at)
    state.rank = _newest(RankRecord, employee, day, known_at)
    positions = PositionRecord.objects.filter(employee=employee).as_of(day, known_at).select_related("unit", "seat")
    running = [row for row in positions if row.until is None or row.until >= day]
    state.position = next((row for row in running if row.assignment == "definitif"), None)
    state.acting = [row for row in running if row.assignment != "definitif"]
    educations = EducationRecord.objects.filter(employee=employee).as_of(day, known_at)
    state.education = max(educations, key=lambda row: EDUCATION_PLACES.get(row.level, -1), default=None)
    return state


def _newest(
    model: type[HistoryRecord], employee: Employee, day: date, known_at: datetime | None
) -> HistoryRecord | None:
    return model._default_manager.filter(employee=employee).as_of(day, known_at).first()


def counts_of(employee: Employee, kinds: Sequence[HistoryKind] | None = None) -> dict[str, int]:
    """How many rows count in each kind of history; one query for all kinds."""
    chosen = all_kinds() if kinds is None else kinds
    parts = [
        f"SELECT '{kind.code}', count(*) FROM {kind.table} r WHERE r.employee_id = %(id)s AND r.correction <> 'batal' "  # noqa: S608
        f"AND NOT EXISTS (SELECT FROM {kind.table} s WHERE s.supersedes_id = r.id)"
        for kind in chosen
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), {"id": employee.pk})
        return dict(cursor.fetchall())


def holders_of_seats(seats: Sequence[int]) -> dict[int, list[EmployeeCurrent]]:
    """Who holds each seat now."""
    found: dict[int, list[EmployeeCurrent]] = {seat: [] for seat in seats}
    for row in EmployeeCurrent.objects.filter(seat__in=seats, active=True).order_by("name", "employee_id"):
        found[row.seat_id].append(row)
    return found


def names_of(employees: Sequence[int]) -> dict[int, tuple[str, str]]:
    """NIP and full name of many people, by their key."""
    rows = EmployeeCurrent.objects.filter(employee__in=employees).values_list("employee_id", "nip", "full_name")
    return {key: (nip, name) for key, nip, name in rows}


def full_names(employees: Sequence[int]) -> dict[int, str]:
    """Full names alone, for pages of slices below that keep only keys."""
    return {key: name for key, (_, name) in names_of(employees).items()}


def people_among(employees: QuerySet[Any, Any]) -> QuerySet[EmployeeCurrent]:
    """Those whom a query names by their keys, asked together with it."""
    return EmployeeCurrent.objects.filter(pk__in=employees)


def people_of_units(units: Collection[int]) -> QuerySet[EmployeeCurrent]:
    """Pegawai aktif of these units themselves, not of those below; for slices above, which decide who may see them."""
    return EmployeeCurrent.objects.filter(unit__in=units, active=True)


def people_with(employees: Collection[int]) -> QuerySet[EmployeeCurrent]:
    """Pegawai aktif among these keys."""
    return EmployeeCurrent.objects.filter(pk__in=employees, active=True)


def identity_of(employee: Employee) -> IdentityRecord | None:
    """Who the person is today, with the NIK on record."""
    return IdentityRecord.objects.filter(employee=employee).current(clock.today()).first()


def accounts_of(employees: Sequence[int]) -> list[User]:
    """The accounts of those among them who have one."""
    people = Employee.objects.filter(pk__in=employees).exclude(user=None).select_related("user")
    return [person.user for person in people if person.user]


def supervisor_of(employee: Employee) -> EmployeeCurrent | None:
    """Atasan langsung: the head of the person's unit, or, of a head, the head of the unit above."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE above AS ("
            " SELECT u.id, u.parent_id, 0 AS height FROM organization_orgunit u"
            " JOIN personnel_employeecurrent c ON c.unit_id = u.id WHERE c.employee_id = %(id)s"
            " UNION ALL SELECT u.id, u.parent_id, a.height + 1 FROM organization_orgunit u"
            " JOIN above a ON u.id = a.parent_id)"
            " SELECT c.employee_id FROM above a JOIN organization_seat s ON s.unit_id = a.id AND s.is_head"
            " JOIN personnel_employeecurrent c ON c.seat_id = s.id AND c.active AND c.employee_id <> %(id)s"
            " ORDER BY a.height LIMIT 1",
            {"id": employee.pk},
        )
        row = cursor.fetchone()
    return EmployeeCurrent.objects.get(pk=row[0]) if row else None


def readings_of(employee: Employee, last: int = 20) -> list[PersonalDataReading]:
    """Who opened the person's masked data, newest first."""
    return list(PersonalDataReading.objects.filter(employee=employee).select_related("reader").order_by("-at")[:last])


def has_opened(employee: Employee, reader: User) -> bool:
    """Whether this reader opened the person's masked data just now, and said what for."""
    recent = PersonalDataReading.objects.filter(employee=employee, reader=reader, at__gte=Now() - OPENED_FOR)
    return recent.exists()


def standing_rows(model: type[HistoryRecord], employee: Employee, day: date, known_at: datetime | None) -> list[Any]:
    """All rows of one history that count on the day, oldest first."""
    return list(model._default_manager.filter(employee=employee).as_of(day, known_at))[::-1]


def contact_of(employee: Employee) -> Contact | None:
    """Kontak seorang pegawai; None when nothing is known."""
    return Contact.objects.filter(employee=employee).first()


def record_of(kind: HistoryKind, employee: Employee, pk: int) -> Any:
    """One row of this person's history, or None, also for a row of somebody else."""
    return kind.rows_of(employee.pk).filter(pk=pk).first()


def requests_of(employee: Employee) -> list[CorrectionRequest]:
    """The person's own requests, newest first."""
    return list(_requests().filter(employee=employee).order_by("-pk"))


def waiting_requests(user: User) -> QuerySet[CorrectionRequest]:
    """Requests of people whom the officer may see, that nobody has settled, oldest first."""
    people = visible_to(user).values("employee_id")
    return open_requests().filter(employee__in=people).order_by("pk")


def open_requests() -> QuerySet[CorrectionRequest]:
    """Anybody's requests that nobody has settled."""
    return _requests().filter(state="diajukan")


def request_for(user: User, pk: int) -> CorrectionRequest | None:
    """A request of somebody whom the user may see."""
    return _requests().filter(employee__in=visible_to(user).values("employee_id"), pk=pk).first()


def _requests() -> QuerySet[CorrectionRequest]:
    newest = CorrectionTransition.objects.filter(request=OuterRef("pk")).order_by("-pk")
    found = CorrectionRequest.objects.annotate(
        state=Subquery(newest.values("to_state")[:1]), answer=Subquery(newest.values("reason")[:1])
    )
    return found.select_related("employee__current", "evidence")
