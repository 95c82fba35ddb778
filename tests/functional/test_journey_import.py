"""An officer brings in BKN's export: reads what would change, mends nothing by hand, applies, and does it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.functional import sheets_of_bkn
from tests.functional.city import EMPLOYEES, City, agency_day
from tests.functional.visitor import PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Arrive = Callable[..., Visitor]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FEW = 40


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    """Forty people of the city as BKN knows them today: one moved house by title, one was mistyped, one is new."""
    today = agency_day()
    everybody = sheets_of_bkn.people(EMPLOYEES + 1, today)
    rows = [person.as_row(today) for person in everybody[EMPLOYEES - FEW :]]
    rows[0]["GELAR BELAKANG"] = "S.H., M.H."
    rows[1]["NIP BARU"] = sheets_of_bkn.BAD_NIP
    return rows


def upload(officer: Visitor, rows: list[dict[str, str]], *, tree: bool = True) -> None:
    officer.opens("/impor/")
    sheet: dict[str, Any] = {"name": "pegawai.xlsx", "mimeType": XLSX, "buffer": sheets_of_bkn.workbook(rows)}
    officer.page.locator("input[name=sheet]").first.set_input_files(sheet)
    if tree:
        units: dict[str, Any] = {"name": "unor.json", "mimeType": "application/json", "buffer": sheets_of_bkn.tree()}
        officer.page.locator("input[name=tree]").set_input_files(units)
    officer.presses("Unggah dan periksa")


def waits_until(officer: Visitor, word: str) -> None:
    """The review page, opened again by hand as without script, until the job in the background is through."""
    for _ in range(60):
        officer.page.goto(officer.page.url)
        if word in officer.words():
            return
        officer.page.wait_for_timeout(500)
    raise AssertionError(f"{officer.page.url} never said “{word}”:\n{officer.words()[:1500]}")


def test_an_officer_reviews_an_export_applies_it_and_the_same_again_changes_nothing(
    visitor: Arrive, city: City, rows: list[dict[str, str]]
) -> None:
    officer = visitor(city.players("bkpsdm")[0]["login"])
    officer.opens("/impor/").keeps_picture("impor", height=760)
    upload(officer, rows)
    waits_until(officer, "baris ini?")
    officer.sees("belum ada yang berubah sampai Anda menerapkan", "S.H., M.H.").keeps_picture(
        "impor-periksa", height=900
    )
    officer.follows("Ditolak").sees("NIP BARU", "bukan tanggal lahir").keeps_picture("impor-ditolak", height=760)
    before = city.rows("SELECT count(*) FROM personnel_employee")
    officer.presses("Terapkan").confirms()
    waits_until(officer, "Impor diterapkan.")
    officer.sees("1 baru", "1 berubah", "1 baris ditolak").keeps_picture("impor-diterapkan", height=600)
    assert city.rows("SELECT count(*) FROM personnel_employee")[0][0] == before[0][0] + 1
    officer.opens(f"/pegawai/{rows[-1]['NIP BARU']}/").sees(rows[-1]["NAMA"])

    upload(officer, rows, tree=False)
    waits_until(officer, "Tidak ada yang perlu diterapkan")
    officer.presses("Buang impor ini")
    waits_until(officer, "Impor dibuang.")


def test_the_same_review_works_on_a_phone_without_script(
    visitor: Arrive, city: City, rows: list[dict[str, str]]
) -> None:
    changed = [dict(row) for row in rows[2:6]]
    changed[0]["GELAR BELAKANG"] = "S.E., M.M."
    officer = visitor(city.players("bkpsdm")[0]["login"], width=PHONE, script=False)
    upload(officer, changed, tree=False)
    waits_until(officer, "baris ini?")
    officer.sees("S.E., M.M.").presses("Terapkan").confirms()
    waits_until(officer, "Impor diterapkan.")
    officer.sees("1 berubah")


def test_a_file_that_is_no_sheet_is_refused_at_its_field(visitor: Arrive, city: City) -> None:
    officer = visitor(city.players("bkpsdm")[1]["login"]).opens("/impor/")
    fake: dict[str, Any] = {"name": "pegawai.xlsx", "mimeType": XLSX, "buffer": b"<html>bukan lembar</html>"}
    officer.page.locator("input[name=sheet]").first.set_input_files(fake)
    officer.presses("Unggah dan periksa").sees("XLSX")
    assert officer.page.locator("input[name=sheet].is-invalid, input[name=sheet][aria-invalid=true]").count() == 1
    assert city.rows("SELECT count(*) FROM kernel_stagedimport WHERE document_id IS NULL") == [(0,)]
