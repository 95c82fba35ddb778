"""An ASN on a phone tells of a week: several results, one file, and a draft that outlasts a lost line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.functional.city import City, agency_day
from tests.functional.visitor import PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Arrive = Callable[..., Visitor]
WRITES = "/kinerja/catat/"
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
KEPT = "Object.keys(localStorage).filter(key => key.startsWith('konsep:')).length"


def somebody_with_an_skp(city: City) -> str:
    """An invented employee with an account and an agreed SKP of this year."""
    found = city.rows(
        "SELECT u.username FROM performance_skp s JOIN personnel_employee e ON e.id = s.employee_id "
        "JOIN accounts_user u ON u.id = e.user_id JOIN performance_performanceyear y ON y.id = s.year_id "
        "WHERE s.state = 'ditetapkan' AND y.state = 'berjalan' AND s.until IS NULL "
        "AND y.year = (SELECT max(year) FROM performance_performanceyear)"
    )
    playing = {account["login"] for account in city.players("pegawai")}
    return next(login for (login,) in found if login in playing)


def test_a_week_is_told_from_a_phone_with_one_file_for_several_results(visitor: Arrive, city: City) -> None:
    one = visitor(somebody_with_an_skp(city), width=PHONE).opens(WRITES).sees("Apa yang dikerjakan?")
    words = one.page.get_by_label("Yang dikerjakan")
    words.nth(0).fill("Berkas pekan ini selesai diperiksa.")
    words.nth(1).fill("Laporan disusun dan dikirim.")
    one.page.get_by_label("Foto atau berkas").set_input_files(
        {"name": "notula-rapat.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    one.keeps_picture("catat-kemajuan", height=1000)
    one.presses("Simpan").sees("Tercatat untuk 2 hasil kerja", "Berkas pekan ini selesai diperiksa.")
    assert one.page.get_by_role("link", name="notula-rapat.pdf").count() == 2
    one.page.wait_for_function(f"{KEPT} === 0")  # the script of the next page forgets it
    one.opens("/kinerja/catat/bukti/").sees("dipakai 2 kali")


def test_a_draft_outlasts_a_lost_line_and_a_reload_and_goes_when_the_server_has_it(
    visitor: Arrive, city: City
) -> None:  # fmt: skip
    one = visitor(somebody_with_an_skp(city), width=PHONE).opens(f"{WRITES}?pekan={last_week()}")
    one.context.set_offline(True)
    one.page.get_by_label("Yang dikerjakan").nth(0).fill("Ditulis tanpa sambungan.")
    one.presses("Simpan").sees("Isian Anda tersimpan di perangkat ini")
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        one.page.reload()
    one.context.set_offline(False)
    one.opens(f"{WRITES}?pekan={last_week()}").sees("Isian Anda yang belum terkirim kembali.")
    assert one.page.get_by_label("Yang dikerjakan").nth(0).input_value() == "Ditulis tanpa sambungan."
    one.presses("Simpan").sees("Tercatat untuk 1 hasil kerja", "Ditulis tanpa sambungan.")
    one.page.wait_for_function(f"{KEPT} === 0")  # the script of the next page forgets it
    one.opens(f"{WRITES}?pekan={last_week()}").does_not_see("Isian Anda yang belum terkirim kembali.")


def test_without_script_the_form_simply_works(visitor: Arrive, city: City) -> None:
    one = visitor(somebody_with_an_skp(city), width=PHONE, script=False).opens(WRITES)
    one.does_not_see("Isian Anda yang belum terkirim kembali.")
    one.page.get_by_label("Yang dikerjakan").nth(0).fill("Tanpa skrip pun tercatat.")
    one.presses("Simpan").sees("Tercatat untuk 1 hasil kerja")


def last_week() -> str:
    return (agency_day() - timedelta(days=7)).isoformat()
