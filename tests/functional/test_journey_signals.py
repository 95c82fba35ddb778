"""What was planted in the invented city is found: on one page, by whoever answers for the city."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from jenjang.demo.load import EMPLOYEES
from jenjang.demo.performance import RELATIVE_UNIT
from jenjang.demo.ratings import ALIKE_UNIT, LENIENT_UNIT, UNEVEN_UNIT
from jenjang.demo.records import SHORT_OF_SKILLS, WITHOUT_COURSES
from tests.functional.city import City, demo_city
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
