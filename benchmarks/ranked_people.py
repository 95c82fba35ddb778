"""Runs in a process of its own: the people who are ranked, and one vacancy ranked in a transaction that is rolled back.

The people are in the database before, as in a city: committed, with statistics, in a home of their own. They are made by
arithmetic: two thirds would not meet the requirements, a tenth lacks data.
"""

from datetime import date
from typing import Any

from django.db import connection, transaction

from benchmarks.clocks import Clock, Span
from benchmarks.figures import Figure
from jenjang import ledger
from jenjang.accounts.models import User
from jenjang.competency.actions import set_standard
from jenjang.organization import actions as organization
from jenjang.selection import runs, vacancies
from jenjang.selection.models import Vacancy

ROUNDS = 3
ON = date(2026, 11, 17)
BY = ledger.SYSTEM("tolok-ukur")
COMPETENCIES = ("integritas", "kerja_sama", "komunikasi", "orientasi_pada_hasil", "pelayanan_publik",
                "pengembangan_diri_dan_orang_lain", "mengelola_perubahan", "pengambilan_keputusan", "perekat_bangsa")  # fmt: skip
DATED = "employee_id, effective_from, correction, reason, decree_number, decree_by, source, siasn_id"
_DATED = "e.id, {day}, '', '', '800/' || e.n, 'Wali Kota Contoh', 'peragaan', ''"
_LEVELS = ",".join(f"\"{name}\":' || 2 + (e.n / {2 + place}) % 3 || '" for place, name in enumerate(COMPETENCIES))
# table: (columns, day of effect, values, which people)
HISTORIES: tuple[tuple[str, str, str, str, str], ...] = (
    ("personnel_identityrecord", "nip, name, title_before, title_after, birth_place, birth_date, sex, religion, marital, nik",
     "e.appointed", "e.nip, 'Pegawai ' || e.n, '', '', '', e.birth, 'P', '', '', ''", "true"),
    ("personnel_statusrecord", "status, standing, appointed_on, active", "e.appointed", "'PNS', 'Aktif', e.appointed, true", "true"),
    ("personnel_rankrecord", "grade, service_years, service_months, promotion_kind", "date '2021-04-01' - (e.n % 40) * 30",
     "(ARRAY['III/b','III/c','III/d','IV/a'])[1 + e.n % 4], 8, 0, ''", "true"),
    ("personnel_rankrecord", "grade, service_years, service_months, promotion_kind", "date '2014-04-01'", "'III/a', 2, 0, ''", "true"),
    ("personnel_educationrecord", "level, field, school, graduated", "date '2007-08-01'",
     "(ARRAY['d3','s1','s1','s2'])[1 + e.n % 4], 'Administrasi Negara', '', 2007", "true"),
    ("personnel_positionrecord", "title, unit_name, kind, career_level, echelon, assignment", "e.appointed",
     "'Pengelola', '', 'pelaksana', 'tidak_ada', '', 'definitif'", "true"),
    ("personnel_positionrecord", "title, unit_name, kind, career_level, echelon, assignment", "date '2018-02-01' + e.n % 2500",
     "'Kepala Seksi', '', 'pengawas', 'tidak_ada', 'IV.a', 'definitif'", "e.n % 3 > 0"),
    ("performance_appraisalrecord", "year, result_rating, behaviour_rating, predicate", "date '2025-12-31'",
     "2025, '', '', (ARRAY['baik','sangat_baik','baik','butuh_perbaikan'])[1 + e.n % 4]", "e.n % 10 > 0"),
    ("performance_appraisalrecord", "year, result_rating, behaviour_rating, predicate", "date '2024-12-31'",
     "2024, '', '', 'baik'", "true"),
    ("performance_feedback360record", "year, predicate, raters", "date '2026-01-15'", "2025, 'baik', 9", "e.n % 5 > 0"),
    ("competency_competencyrecord", "achieved, score, method", "date '2025-08-25'",
     f"'{{{_LEVELS}}}', 60 + e.n % 40, ''", "e.n % 12 > 0"),
    ("competency_potentialrecord", "score, method", "date '2025-08-25'", "55 + e.n % 45, ''", "e.n % 9 > 0"),
    ("competency_technicalrecord", "field, score", "date '2026-03-25'", "'Teknis', 50 + (e.n % 500) / 10.0", "e.n % 7 > 0"),
    ("learning_courserecord", "kind, name, organizer, lesson_hours, finished_on, certificate_number", "date '2025-03-25'",
     "'teknis', 'Kursus', '', 20, date '2025-03-28', 'S-' || e.n", "true"),
    ("learning_courserecord", "kind, name, organizer, lesson_hours, finished_on, certificate_number", "date '2026-03-25'",
     "'teknis', 'Kursus', '', 20, date '2026-03-28', 'T-' || e.n", "e.n % 2 > 0"),
    ("projects_teamrolerecord", "role, name", "date '2026-01-02'", "'anggota_lintas', 'Tim'", "e.n % 4 = 0"),
    ("personnel_awardrecord", "level, name", "date '2024-08-17'", "'instansi', 'Piagam'", "e.n % 6 = 0"),
    ("discipline_sanctionrecord", "level, sanction, ends, offence", "date '2023-01-02'",
     "'ringan', 'teguran_lisan', date '2023-03-02', ''", "e.n % 100 = 0"),
)  # fmt: skip


def fill(size: int) -> None:
    """Everybody, for good."""
    with transaction.atomic():
        _people(size)


def measure(size: int, bar: float) -> dict[str, Any]:
    """The best of some runs of one vacancy; nothing of it stays."""
    with transaction.atomic():
        try:
            officer = _officer()
            vacancy = _vacancy(officer)
            first = runs.compute(vacancy=vacancy, by=officer, on=ON)
            took = min(_again(vacancy, officer) for _ in range(ROUNDS))
        finally:
            transaction.set_rollback(True)
    detail = f"{first.eligible} MS, {first.incomplete} BTL, {first.ineligible} TMS; best of {ROUNDS}: {took.said}"
    return Figure(f"ranking of {size:,} people, stored", took.wall, bar, "s", detail).as_json()


def _again(vacancy: Vacancy, officer: User) -> Span:
    clock = Clock()
    runs.compute(vacancy=vacancy, by=officer, on=ON, reason="Tolok ukur.")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what a commit would check is part of the price
    took = clock.read()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return took


def _officer() -> User:
    with ledger.attributed(by=BY):
        return User.objects.create(username="tolok-ukur", name="Petugas tolok ukur")


def _people(size: int) -> None:
    """Everybody with all histories, by set-based inserts that the ledger seals like any other."""
    with connection.cursor() as cursor, ledger.attributed(by=BY):
        cursor.execute(
            "CREATE TEMP TABLE bench_people ON COMMIT DROP AS SELECT n, '19800101' || lpad(n::text, 10, '0') AS nip, "
            "date '1975-01-01' + (n * 37) %% 5000 AS birth, date '2006-01-01' + (n * 53) %% 3000 AS appointed, 0::bigint AS id "
            "FROM generate_series(1, %s) n",
            [size],
        )
        cursor.execute("INSERT INTO personnel_employee (siasn_id, nip) SELECT '', nip FROM bench_people")
        cursor.execute("UPDATE bench_people b SET id = e.id FROM personnel_employee e WHERE e.nip = b.nip")
        for table, columns, day, values, who in HISTORIES:
            cursor.execute(
                f"INSERT INTO {table} ({DATED}, {columns}) SELECT {_DATED.format(day=day)}, {values} "
                f"FROM bench_people e WHERE {who}"
            )
            cursor.execute(f"ANALYZE {table}")
        cursor.execute("ANALYZE personnel_employee")


def _vacancy(officer: User) -> Vacancy:
    agency = organization.found_agency(siasn_id="TOLOK-UKUR", name="Kota Contoh", by=BY)
    unit = organization.open_unit(
        agency=agency, siasn_id="TOLOK-UKUR", name="Dinas Contoh", parent=None, effective_from=date(2017, 1, 1), by=BY
    )
    seat = organization.add_seat(
        unit=unit,
        title="Kepala Bidang Contoh",
        kind="administrator",
        echelon="III.b",
        opened_on=date(2017, 1, 1),
        by=BY,
    )
    set_standard(seat=seat, standard=dict.fromkeys(COMPETENCIES, 3), effective_from=date(2020, 1, 1), by=BY)
    vacancy = vacancies.open_vacancy(seat=seat, by=officer, on=ON)
    vacancies.publish(vacancy=vacancy, by=officer, on=ON)
    return vacancy
