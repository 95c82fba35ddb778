"""Rencana impor pegawai: what one checked row would add to the histories of one person. Pure.

Nothing is edited: a later TMT appends, the same or an earlier one corrects the row that stands, a cell that BKN left empty
never erases what is known here.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jenjang.kernel.histories import Correction
from jenjang.law.codes import Status
from jenjang.law.spans import MONTHS_A_YEAR, full_months
from jenjang.siasn.employee_rows import EmployeeRow

# The columns of each kind of history that this sheet speaks of, in the order of the tuples below.
ENVELOPE = ("effective_from", "supersedes_id", "correction", "reason", "decree_number", "decree_date", "siasn_id")
IDENTITY = (
    "nip",
    "name",
    "title_before",
    "title_after",
    "birth_place",
    "birth_date",
    "sex",
    "religion",
    "marital",
    "nik",
)
STATUS = ("status", "standing", "appointed_on", "confirmed_on", "active")
RANK = ("grade", "service_years", "service_months")
POSITION = ("title", "unit", "kind", "career_level", "echelon")
EDUCATION = ("level", "field", "school", "graduated")
CONTACT = ("phone", "email", "work_email", "address", "tax_number", "health_insurance")
LABELS = {
    "nip": "NIP", "name": "Nama", "title_before": "Gelar depan", "title_after": "Gelar belakang",
    "birth_place": "Tempat lahir", "birth_date": "Tanggal lahir", "sex": "Jenis kelamin", "religion": "Agama",
    "marital": "Status kawin", "nik": "NIK", "status": "Status", "standing": "Kedudukan hukum",
    "appointed_on": "TMT CPNS", "confirmed_on": "TMT PNS", "active": "Aktif", "grade": "Golongan",
    "grade_since": "TMT golongan", "title": "Jabatan", "unit": "Unit", "kind": "Jenis jabatan", "career_level": "Jenjang",
    "echelon": "Eselon", "position_since": "TMT jabatan", "level": "Pendidikan", "field": "Program studi",
    "school": "Sekolah", "graduated": "Tahun lulus", "phone": "Nomor telepon", "email": "Surel", "work_email": "Surel dinas",
    "address": "Alamat", "tax_number": "NPWP", "health_insurance": "Nomor BPJS",
}  # fmt: skip
PRIVATE = frozenset({"nik", "phone", "email", "address", "tax_number", "health_insurance"})
FIXED = frozenset({"nip", "birth_date", "sex", "nik"})  # never true "from a day on": a change corrects what stands
REASON = "Perubahan dari data SIASN"
OLDEST_EXPORT = 12  # months: nobody imports an older sheet


@dataclass(slots=True)
class Standing:
    """The newest row of one kind that stands now: its key, its TMT and its facts in the order of the kind."""

    pk: int
    since: date
    facts: tuple[Any, ...]


@dataclass(slots=True)
class Known:
    """Yang sudah tercatat tentang satu orang."""

    employee_id: int
    nip: str
    siasn_id: str = ""
    identity: Standing | None = None
    status: Standing | None = None
    rank: Standing | None = None
    position: Standing | None = None
    education: frozenset[tuple[str, str, int]] = frozenset()
    contact: tuple[str, ...] = ()


@dataclass(slots=True)
class Plan:
    """Yang akan ditambahkan: rows of each kind (envelope, then facts) and the differences to show, old | new."""

    person: EmployeeRow
    employee_id: int | None
    rows: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    contact: tuple[str, ...] | None = None
    differences: list[list[str]] = field(default_factory=list)
    anchors: bool = False  # whether the SIASN id or the NIP of the person becomes another

    @property
    def is_new(self) -> bool:
        return self.employee_id is None

    @property
    def changes(self) -> bool:
        return bool(self.rows) or self.contact is not None or self.anchors

    def add(self, kind: str, *row: Any) -> None:
        self.rows.setdefault(kind, []).append(row)


def plan(person: EmployeeRow, known: Known | None, *, today: date) -> Plan:
    """Bandingkan satu baris dengan yang tercatat."""
    if known is None:
        return _newcomer(person, today)
    result = Plan(person, known.employee_id, anchors=(known.siasn_id, known.nip) != (person.siasn_id, person.nip))
    if known.siasn_id != person.siasn_id:
        result.differences.append(["PNS ID", known.siasn_id, person.siasn_id])
    _identity(result, known, today)
    _status(result, known, today)
    if person.grade:
        _dated(result, "rank", "grade", known.rank, person.grade_since, _rank(person, today), compare=1)
    _dated(
        result, "position", "position", known.position, person.position_since, _position(person), compare=len(POSITION)
    )
    _education(result, known)
    _contact(result, known)
    return result


def _newcomer(person: EmployeeRow, today: date) -> Plan:
    result = Plan(person, None)
    result.add("identity", *_first(person.appointed_on), *_identity_facts(person))
    for since, facts, number, day in _statuses(person):
        result.add("status", since, None, Correction.NONE, "", number, day, "", *facts)
    if person.first_grade and person.first_grade != person.grade and person.appointed_on < person.grade_since:
        number, day = person.appointment_decree, person.appointment_decree_date
        result.add("rank", person.appointed_on, None, Correction.NONE, "", number, day, "", person.first_grade, 0, 0)
    if person.grade:
        result.add("rank", *_first(person.grade_since), *_rank(person, today))
    result.add("position", *_first(person.position_since), *_position(person))
    if person.education:
        result.add("education", *_first(_graduation(person)), *_education_facts(person))
    result.contact = _contact_facts(person)
    return result


def _first(since: date) -> tuple[Any, ...]:
    return since, None, Correction.NONE, "", "", None, ""


def _later(since: date, old: Standing | None) -> tuple[Any, ...]:
    """Envelope of a row that follows `old`: appended when later, a correction of it otherwise."""
    if old is None or since > old.since:
        return _first(since)
    return since, old.pk, Correction.CORRECTED, REASON, "", None, ""


def _identity(result: Plan, known: Known, today: date) -> None:
    facts = _identity_facts(result.person)
    old = known.identity
    if old is None:
        result.add("identity", *_first(result.person.appointed_on), *facts)
        return
    facts = tuple(new or before for new, before in zip(facts, old.facts, strict=True))
    changed = _differences(result, IDENTITY, old.facts, facts)
    if changed:
        result.add("identity", *_later(old.since if changed & FIXED else today, old), *facts)


def _status(result: Plan, known: Known, today: date) -> None:
    person, old = result.person, known.status
    since, facts, number, day = _statuses(person)[-1]
    if old is None:
        result.add("status", since, None, Correction.NONE, "", number, day, "", *facts)
        return
    facts = tuple(before if new in ("", None) else new for new, before in zip(facts, old.facts, strict=True))
    changed = _differences(result, STATUS, old.facts, facts)
    if changed:
        # A new standing (leave, study, end of service) carries no TMT in this sheet: it counts from today.
        since = today if changed & {"standing", "active"} and since <= old.since else since
        result.add("status", *_later(since, old), *facts)


def _dated(
    result: Plan, kind: str, what: str, old: Standing | None, since: date, facts: tuple[Any, ...], *, compare: int
) -> None:
    """A kind whose TMT the sheet gives. Only the first `compare` facts decide whether something changed."""
    if old is not None and old.since == since and old.facts[:compare] == facts[:compare]:
        return
    names = RANK if kind == "rank" else POSITION
    before = old.facts if old else ("",) * len(names)
    _differences(result, names[:compare], before[:compare], facts[:compare])
    if old is None or old.since != since:
        result.differences.append([LABELS[f"{what}_since"], _shown(old.since if old else ""), _shown(since)])
    result.add(kind, *_later(since, old), *facts)


def _education(result: Plan, known: Known) -> None:
    person = result.person
    if not person.education:
        return
    level, field_name, _, graduated = facts = _education_facts(person)
    if (level, field_name, graduated) not in known.education:
        result.differences.append([LABELS["level"], "", f"{level.upper()} {field_name} {graduated}".strip()])
        result.add("education", *_first(_graduation(person)), *facts)


def _contact(result: Plan, known: Known) -> None:
    before = known.contact or ("",) * len(CONTACT)
    facts = tuple(new or old for new, old in zip(_contact_facts(result.person), before, strict=True))
    if _differences(result, CONTACT, before, facts):
        result.contact = facts


def _differences(result: Plan, names: tuple[str, ...], old: tuple[Any, ...], new: tuple[Any, ...]) -> set[str]:
    changed = {name for name, before, after in zip(names, old, new, strict=True) if before != after}
    for name, before, after in zip(names, old, new, strict=True):
        if name in changed:
            hidden = name in PRIVATE
            result.differences.append(
                [
                    LABELS[name],
                    "(disamarkan)" if hidden and before else _shown(before),
                    "(disamarkan)" if hidden else _shown(after),
                ]
            )
    return changed


def _shown(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return "" if value is None else str(value)


def _identity_facts(person: EmployeeRow) -> tuple[Any, ...]:
    return (
        person.nip, person.name, person.title_before, person.title_after, person.birth_place, person.birth_date,
        person.sex, person.religion, person.marital, person.nik,
    )  # fmt: skip


def _statuses(person: EmployeeRow) -> list[tuple[date, tuple[Any, ...], str, date | None]]:
    """CPNS, then PNS; PPPK have one. Each with its decree."""
    confirmed = person.permanent_on if person.status == Status.PNS else None
    now = (person.status, person.standing, person.appointed_on, confirmed, person.active)
    appointment = (person.appointment_decree, person.appointment_decree_date)
    if confirmed is None or confirmed <= person.appointed_on:
        return [(person.appointed_on, now, *appointment)]
    trial = (str(Status.CPNS), "Aktif", person.appointed_on, None, True)
    return [
        (person.appointed_on, trial, *appointment),
        (confirmed, now, person.permanent_decree, person.permanent_decree_date),
    ]


def _rank(person: EmployeeRow, today: date) -> tuple[Any, ...]:
    years, months = divmod(_service_at_grade(person, today), MONTHS_A_YEAR)
    return person.grade, years, months


def _service_at_grade(person: EmployeeRow, today: date) -> int:
    """Masa kerja golongan at the TMT of the grade, in months; time goes on from there by itself.

    The sheet may count until the day of its export. That shows: it is more than could be served by the TMT, and as much as
    could be served by now. Service that a decree added stands apart from both.
    """
    written = (person.service_years or 0) * MONTHS_A_YEAR + (person.service_months or 0)
    by_grade, by_now = (full_months(person.appointed_on, day) for day in (person.grade_since, today))
    counted_until_now = written > by_grade and by_now - OLDEST_EXPORT <= written <= by_now + 1
    return by_grade if counted_until_now else written


def _position(person: EmployeeRow) -> tuple[Any, ...]:
    return person.position_title, person.unit_siasn_id, person.position_kind, person.career_level, person.echelon


def _education_facts(person: EmployeeRow) -> tuple[str, str, str, int]:
    return person.education, person.education_field, person.school, person.graduated_year or _graduation(person).year


def _graduation(person: EmployeeRow) -> date:
    """A diploma counts from the end of its year; without a year, from the appointment."""
    return date(person.graduated_year, 12, 31) if person.graduated_year else person.appointed_on


def _contact_facts(person: EmployeeRow) -> tuple[str, ...]:
    return (person.phone, person.email, person.office_email, person.address, person.tax_number, person.health_insurance)
