"""What was planted in the invented city is found: on one page, by whoever answers for the city."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from jenjang.demo.load import EMPLOYEES
from jenjang.demo.performance import RELATIVE_UNIT
from jenjang.demo.ratings import ALIKE_UNIT, LENIENT_UNIT, UNEVEN_UNIT, settled_period
from jenjang.demo.records import SHORT_OF_SKILLS, WITHOUT_COURSES
from tests.functional.city import City, agency_day, demo_city
from tests.functional.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Arrive = Callable[..., Visitor]
PATTERNS = {
    ALIKE_UNIT: "Seragam", LENIENT_UNIT: "Longgar", UNEVEN_UNIT: "Selisih laki-laki dan perempuan",
    RELATIVE_UNIT: "Menilai keluarga",
}  # fmt: skip
STILL = """
    SELECT current.full_name FROM accounts_demoaccount played
    JOIN personnel_employee employee ON employee.user_id = played.user_id
    JOIN personnel_employeecurrent current ON current.employee_id = employee.id
    WHERE played.note LIKE '%%tidak berganti jabatan%%'
"""
OBJECTED = "SELECT evaluation_id FROM performance_appraisalobjection"
AMENDED = "SELECT id FROM performance_amendmentproposal WHERE state = 'menunggu'"
UNPLANNED = """
    SELECT played.note FROM accounts_demoaccount played JOIN personnel_employee employee ON employee.user_id = played.user_id
    WHERE NOT EXISTS (
      SELECT FROM performance_skp skp JOIN performance_performanceyear year ON year.id = skp.year_id
      WHERE skp.employee_id = employee.id AND year.state = 'berjalan'
    )
"""
LATER_IN_THE_YEAR = pytest.mark.skipif(
    settled_period(agency_day().year, "triwulanan", agency_day()) is None,
    reason="until the first quarter is settled nothing of the running year has been evaluated",
)


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    """The city at its own size: in a smaller one the planted units are smaller than what may be shown."""
    with demo_city(employees=EMPLOYEES) as made:
        yield made


def test_every_planted_pattern_is_found(visitor: Arrive, city: City) -> None:
    officer = visitor(city.players("bkpsdm")[0]["login"])
    officer.page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Temuan data").click()
    officer.sees("Apa yang tampak dari data?")
    rows = officer.page.locator("#isi tbody tr").all_inner_texts()
    for unit, pattern in PATTERNS.items():
        assert any(unit in row and pattern in row for row in rows), f"{pattern} in {unit}"
    for unit in (SHORT_OF_SKILLS, WITHOUT_COURSES):
        assert any(unit in row for row in rows), unit
    ((still,),) = city.rows(STILL)
    assert any(still in row for row in rows), still
    officer.sees("Pegawai yang lama di tempat", "Penilai yang terikat dengan calon", "ditemukan dari data")
    officer.keeps_picture("temuan-data", height=1100)


def test_who_is_waited_for_is_seen_and_reminded(visitor: Arrive, city: City) -> None:
    officer = visitor(city.players("bkpsdm")[0]["login"])
    officer.page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Pantau kinerja").click()
    officer.sees("Siapa masih ditunggu?").keeps_picture("pantau-kinerja", height=900)


@LATER_IN_THE_YEAR
def test_whoever_plays_has_planned_the_running_year_and_the_others_are_over(visitor: Arrive, city: City) -> None:
    assert city.rows(UNPLANNED) == []
    year = city.rows("SELECT max(year) FROM performance_performanceyear")[0][0]
    officer = visitor(city.players("bkpsdm")[0]["login"])
    for number, state in ((year - 2, "Ditutup"), (year - 1, "Ditutup"), (year, "Berjalan")):
        officer.opens(f"/kinerja/tahun/{number}/").sees(state)
    assert officer.fetches(f"/kinerja/tahun/{year - 1}/e-kinerja-0.xlsx").startswith(b"PK")


@LATER_IN_THE_YEAR
def test_what_waits_in_the_running_year_waits_for_somebody_who_plays(visitor: Arrive, city: City) -> None:
    ((evaluation,),) = city.rows(OBJECTED)
    mayor = visitor(city.player("walikota")["login"])
    mayor.opens(f"/kinerja/evaluasi/{evaluation}/putusan/").sees("Keberatan", "Saya mohon penilaiannya dibaca kembali")
    mayor.leaves()
    ((proposal,),) = city.rows(AMENDED)
    second = visitor(city.players("bkpsdm")[1]["login"])
    second.opens(f"/kinerja/perubahan/{proposal}/").sees("Usul perubahan hasil", "Putusan petugas kedua")
    second.leaves()


@LATER_IN_THE_YEAR
def test_the_head_of_a_district_has_held_a_meeting_and_helps_somebody(visitor: Arrive, city: City) -> None:
    ((login,),) = city.rows(
        "SELECT username FROM accounts_user u JOIN accounts_demoaccount d ON d.user_id = u.id WHERE d.note LIKE 'Camat%%'"
    )
    ((plan,),) = city.rows("SELECT id FROM performance_improvementplan")
    ((meeting, unit, year, period),) = city.rows(
        "SELECT c.id, c.unit_id, y.year, c.period FROM performance_calibration c JOIN performance_performanceyear y ON y.id = c.year_id"
    )
    head = visitor(login)
    head.opens(f"/kinerja/pembinaan/{plan}/").sees(
        "Selesai dan sudah dibahas dengan pimpinan", "Memimpin satu hari layanan keliling"
    )
    head.opens(f"/kinerja/sebaran/{year}/{period}/{unit}/kalibrasi/{meeting}/").sees(
        "Ruang rapat kantor camat", "tugasnya"
    )
