"""A leader writes, an officer thanks and answers the pulse on a phone without script, and a 360-degree round is opened."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.functional.city import City
from tests.functional.visitor import PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Arrive = Callable[..., Visitor]
TEXT = "Pada rapat Senin Anda menyiapkan data lima unit, sehingga keputusan cepat diambil."


def menu(one: Visitor, name: str) -> Visitor:
    one.page.get_by_role("navigation", name="Menu utama").get_by_role("link", name=name, exact=True).click()
    return one


def finds(one: Visitor, person: str) -> Visitor:
    """Look for a colleague by name on the page of feedback."""
    menu(one, "Umpan balik").fills("Cari rekan", person).presses("Cari", exact=True)
    return one


def test_a_leader_writes_with_a_hint_and_the_reader_thanks(visitor: Arrive, city: City) -> None:
    leader, officer = city.players("tim_penilai")[0], city.players("bkpsdm")[0]
    writer = finds(visitor(leader["login"]), officer["name"]).follows(re.compile(officer["name"]))
    writer.sees("Umpan balik untuk").chooses("Tentang", "Kolaboratif")
    writer.page.get_by_label("Yang Anda lihat").press_sequentially("Anda orangnya rajin sekali")
    writer.sees("Saran menulis", "menilai orangnya")
    writer.fills("Yang Anda lihat", TEXT).fills("Langkah berikut", "Lanjutkan bulan depan.")
    writer.sees("Menyebut perbuatan", "Ada langkah berikut.")
    writer.keeps_picture("tulis-umpan-balik", height=1000).presses("Kirim", exact=True).sees("Umpan balik terkirim.")
    reader = menu(visitor(officer["login"]), "Umpan balik").sees(TEXT, leader["name"])
    reader.follows(re.compile("Buka")).presses("Terima kasih").sees("Terima kasih disampaikan")


def test_thanks_stand_on_the_wall_and_others_join(visitor: Arrive, city: City) -> None:
    leader, officer = city.players("tim_penilai")[0], city.players("bkpsdm")[0]
    giver = finds(visitor(leader["login"]), officer["name"])
    giver.follows(re.compile(f"Apresiasi.*{officer['name']}")).ticks("Kolaboratif")
    giver.fills("Yang dilakukannya", "Menyatukan data lima unit menjadi satu tabel yang dipakai semua bidang.")
    giver.presses("Beri apresiasi").sees("Menyatukan data lima unit")
    other = menu(visitor(city.players("inspektorat")[0]["login"]), "Apresiasi").sees("Menyatukan data lima unit")
    other.keeps_picture("apresiasi", height=900).presses("Ikut berterima kasih").sees("Anda ikut berterima kasih.")


def test_the_pulse_is_answered_on_a_phone_without_script(visitor: Arrive, city: City) -> None:
    person = visitor(city.players("pegawai")[0]["login"], width=PHONE, script=False)
    person.sees("Isi denyut triwulan ini").opens("/denyut/isi/").presses("Kirim tanpa nama").sees("Belum diisi.")
    for group in person.page.get_by_role("group").all():
        choice = group.get_by_role("radio")
        if choice.count():
            choice.nth(3).check(force=True)
    person.keeps_picture("denyut", height=900).presses("Kirim tanpa nama").sees("Jawaban diterima tanpa nama Anda.")
    person.opens("/denyut/isi/").sees("Jawaban Anda sudah diterima")


def test_an_officer_opens_a_round_and_everybody_sees_the_own_raters(visitor: Arrive, city: City) -> None:
    officer = menu(visitor(city.players("bkpsdm")[0]["login"]), "Putaran 360°").sees("Semua putaran", "Selesai")
    officer.presses("Buka putaran").confirms().sees("pegawai mempunyai penilai")
    menu(officer, "360 derajat").sees("Penilai Anda", "Periksa penilai", "Pimpinan").follows(re.compile("Sanggah"))
    officer.presses("Kirim sanggahan").sees("Belum diisi.")
    officer.fills("Alasan", "Kami belum pernah bekerja bersama tahun ini.").presses("Kirim sanggahan")
    officer.sees("Disanggah, menunggu putusan atasan")
    leader = visitor(city.players("tim_penilai")[0]["login"]).sees("sanggahan atas penilai 360°")
    menu(leader, "360 derajat").follows("Putus sanggahan").follows(re.compile("^Putus"))
    leader.ticks(re.compile("Terima: penilai diganti")).fills("Pertimbangan", "Memang belum pernah sekerja.")
    leader.presses("Putus", exact=True).sees("Tidak ada sanggahan")
