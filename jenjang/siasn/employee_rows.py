"""Baris "data pegawai" SIASN: one row becomes typed facts about one person, or sentences that say what to mend.

Pure: a row and what is known of the units and the rows before go in; nothing is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jenjang.siasn import cells, employee_person, employee_service
from jenjang.siasn.cells import Cell
from jenjang.siasn.row_reader import Finding, RowReader, Seen
from jenjang.siasn.unit_tree import Unit

__all__ = ["OPTIONAL", "REQUIRED", "EmployeeRow", "Finding", "Seen", "check"]
REQUIRED = (
    "PNS ID",
    "NIP BARU",
    "NAMA",
    "TANGGAL LAHIR",
    "JENIS KELAMIN",
    "STATUS CPNS PNS",
    "UNOR ID",
    "GOL AKHIR NAMA",
    "JABATAN NAMA",
)
# What else is read where it stands; none of these columns may stand there twice, for one would be taken at random.
OPTIONAL = (
    "GELAR DEPAN", "GELAR BELAKANG", "TEMPAT LAHIR NAMA", "AGAMA NAMA", "JENIS KAWIN NAMA", "NIK", "TINGKAT PENDIDIKAN ID",
    "TINGKAT PENDIDIKAN NAMA", "PENDIDIKAN NAMA", "TAHUN LULUS", "NAMA SEKOLAH", "KEDUDUKAN HUKUM ID",
    "KEDUDUKAN HUKUM NAMA", "TMT CPNS", "NOMOR SK CPNS", "TANGGAL SK CPNS", "TMT PNS", "NOMOR SK PNS", "TANGGAL SK PNS",
    "TMT GOLONGAN", "GOL AWAL NAMA", "MK TAHUN", "MK BULAN", "JENIS JABATAN ID", "JENIS JABATAN NAMA", "JABATAN ID",
    "TMT JABATAN", "UNOR NAMA", "NOMOR HP", "EMAIL", "EMAIL GOV", "ALAMAT", "NPWP NOMOR", "BPJS",
)  # fmt: skip


@dataclass(slots=True)
class EmployeeRow:
    """Satu pegawai menurut SIASN. Days are dates, codes are ours, empty texts mean unknown."""

    row: int
    siasn_id: str
    nip: str
    name: str
    title_before: str
    title_after: str
    birth_place: str
    birth_date: date
    sex: str
    religion: str
    marital: str
    nik: str
    phone: str
    email: str
    office_email: str
    address: str
    tax_number: str
    health_insurance: str
    status: str
    standing: str
    active: bool
    appointed_on: date
    appointment_decree: str
    appointment_decree_date: date | None
    permanent_on: date | None
    permanent_decree: str
    permanent_decree_date: date | None
    grade: str
    grade_since: date
    first_grade: str
    service_years: int | None
    service_months: int | None
    position_kind: str
    career_level: str
    echelon: str
    position_title: str
    position_siasn_id: str
    position_since: date
    unit_siasn_id: str
    is_head: bool
    education: str
    education_field: str
    graduated_year: int | None
    school: str


def check(
    row: int, values: Mapping[str, Cell], *, units: Mapping[str, Unit], seen: Seen, today: date
) -> tuple[EmployeeRow | None, list[Finding], list[Finding]]:
    """Periksa satu baris: the person or None, what refuses the row, and what is only warned of."""
    reader = RowReader(row, values)
    nip = employee_person.nip(reader, seen, today)
    identity = employee_person.identity(reader, nip, today)
    service = employee_service.service(reader, nip, today)
    siasn_id = employee_person.siasn_id(reader, seen)
    place = employee_service.place(reader, units, siasn_id, today)
    contact = employee_person.contact(reader)
    if reader.problems or nip is None:
        return None, reader.problems, reader.warnings
    since = service["appointed_on"]
    person = EmployeeRow(
        row=row,
        siasn_id=siasn_id,
        nip=cells.digits(values.get("NIP BARU")),
        **{**identity, "nik": employee_person.own_nik(reader, identity["nik"], seen)},
        **{**service, "grade_since": service["grade_since"] or since},
        **{**place, "position_since": place["position_since"] or since},
        **contact,
    )
    days = {
        "TMT CPNS": person.appointed_on,
        "TMT PNS": person.permanent_on,
        "TMT GOLONGAN": person.grade_since,
        "TMT JABATAN": person.position_since,
    }
    employee_service.order(reader, nip, person.birth_date, days)
    return (None if reader.problems else person), reader.problems, reader.warnings
