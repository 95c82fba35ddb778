"""Coming in: by one tap, by password and phone, with and without script; and what stays closed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.functional.city import City
from tests.functional.phone import code
from tests.functional.visitor import PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Arrive = Callable[..., Visitor]


def followers(city: City) -> list[dict[str, str]]:
    """Employees who lead nobody: a superior needs a phone to sign in."""
    staff = city.rows("SELECT nip FROM personnel_employeecurrent WHERE kind IN ('pelaksana', 'fungsional')")
    nips = {nip for (nip,) in staff}
    return [account for account in city.players("pegawai") if account["nip"] in nips]


def test_a_citizen_plays_an_invented_officer_by_one_tap(visitor: Arrive, city: City) -> None:
    reader = visitor()
    reader.opens("/peragaan/").sees("Mau masuk sebagai siapa?", "rekaan").keeps_picture("peragaan", height=720)
    officer = city.players("bkpsdm")[0]
    reader.taps(officer["login"]).sees(officer["name"].split()[0])
    reader.keeps_picture("beranda-petugas", height=720)


def test_an_officer_signs_in_with_password_and_phone_and_the_code_counts_once(visitor: Arrive, city: City) -> None:
    officer = city.players("bkpsdm")[2]
    first = visitor().gives_password(officer["login"], officer["secret"])
    first.sees("Pasang kode ponsel").keeps_picture("pasang-kode", height=720)
    secret = first.page.locator("code.j-secret").inner_text().replace(" ", "")
    first.opens("/pegawai/").sees("Pasang kode ponsel")  # nothing else opens before the factor is there
    given = code(secret)
    first.fills("Kode dari ponsel", given).page.get_by_role("button", name="Pasang", exact=True).click()
    first.sees("cadangan").opens("/beranda/").sees(officer["name"].split()[0])

    second = visitor().gives_password(officer["login"], officer["secret"]).sees("Satu langkah lagi")
    second.fills("Kode dari ponsel", given).page.get_by_role("button", name="Masuk", exact=True).click()
    second.sees("Kode tidak cocok atau sudah dipakai")
    second.fills("Kode dari ponsel", code(secret, later=1)).page.get_by_role("button", name="Masuk", exact=True).click()
    second.page.wait_for_url("**/beranda/")


def test_a_wrong_password_says_how_many_tries_are_left_and_keeps_the_name(visitor: Arrive, city: City) -> None:
    person = city.players("pegawai")[0]
    guest = visitor(width=PHONE).gives_password(person["login"], "bukan kata sandinya")
    guest.sees("NIP dan kata sandi tidak cocok", "Tersisa 4 kali")
    assert guest.page.get_by_label("NIP atau e-mail").input_value() == person["login"]


def test_an_employee_signs_in_and_out_without_script(visitor: Arrive, city: City) -> None:
    person = followers(city)[-1]
    guest = visitor(width=PHONE, script=False).gives_password(person["login"], person["secret"])
    guest.page.wait_for_url("**/beranda/")
    guest.opens("/akun/").sees(person["name"])
    guest.opens("/keluar/").presses("Keluar")
    guest.opens("/beranda/").sees("Masuk")
    assert guest.path.startswith("/masuk/")


def test_pages_without_a_right_say_who_may_and_pages_of_others_do_not_exist(visitor: Arrive, city: City) -> None:
    person, other = followers(city)[-2:]
    guest = visitor(person["login"])
    guest.opens("/buku-besar/", status=403).sees("Inspektorat")
    missing = visitor(person["login"]).opens("/pegawai/199901012024011999/", status=404).words()
    of_other = guest.opens(f"/pegawai/{other['login']}/", status=404).words()
    assert re.sub(r"\d{18}", "NIP", of_other) == re.sub(r"\d{18}", "NIP", missing)


def test_every_page_says_that_the_data_is_invented(visitor: Arrive) -> None:
    reader = visitor()
    for path in ("/masuk/", "/peragaan/", "/aksesibilitas/"):
        reader.opens(path).sees("Peragaan: semua data di halaman ini rekaan.")
