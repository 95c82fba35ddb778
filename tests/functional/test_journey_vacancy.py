"""From a vacant post to a board that marks, and a call for a leading post: by links and buttons alone, no typed address."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.functional.city import City, agency_day
from tests.functional.visitor import PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Arrive = Callable[..., Visitor]
FILE = "Bagian berkas lowongan"
SCAN = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def menu(one: Visitor, name: str) -> Visitor:
    """Tap a link of the menu: beside the page on a desk, on a page of its own on a phone."""
    if one.width == PHONE:
        one.page.get_by_role("link", name="Menu", exact=True).click()
        return one.follows(name)
    one.page.get_by_role("navigation", name="Menu utama").get_by_role("link", name=name, exact=True).click()
    return one


def part(one: Visitor, name: str) -> Visitor:
    """Go to another part of the vacancy's file."""
    one.page.get_by_role("navigation", name=FILE).get_by_role("link", name=re.compile(name)).click()
    return one


def confirmed(one: Visitor, button: str) -> Visitor:
    """Press what binds: with the tap of the demonstration where a code is asked."""
    tap = one.page.get_by_label("Peragaan: anggap kode sudah benar")
    if tap.count():
        tap.check()
    return one.presses(button).confirms()


def day(ahead: int) -> str:
    return f"{agency_day() + timedelta(days=ahead):%d/%m/%Y}"


@pytest.fixture(scope="module")
def story() -> dict[str, str]:
    """What one test tells the next: the vacancy's title."""
    return {}


def test_an_officer_opens_a_vacancy_on_a_vacant_post_and_announces_it(
    visitor: Arrive, city: City, story: dict[str, str]
) -> None:
    officer = visitor(city.players("bkpsdm")[0]["login"])
    menu(officer, "Lowongan").follows("Buka lowongan").sees("Kosong atau segera kosong")
    row = officer.page.locator("tr", has_text=re.compile("IV.a|IV.b|III.a")).first
    story["title"] = row.locator("a.j-name").inner_text()
    officer.keeps_picture("pilih-jabatan", height=800)
    row.locator("a.j-name").click()
    officer.fills("Kosong sejak", day(0)).presses("Buka lowongan").sees("Apa yang dituntut", "Rancangan kini")
    officer.fills("Penilaian", day(20)).fills("Keputusan", day(30)).presses("Simpan rancangan")
    officer.keeps_picture("kriteria", height=1000)
    part(officer, "Peringkat").sees("Susun kriteria, lalu umumkan", "di meja Anda")
    officer.follows("Periksa lalu umumkan").sees("Umumkan kriteria ini?").presses("Umumkan", exact=True)
    officer.sees("Kriteria yang diumumkan", "Hitung peringkat")


def test_everybody_is_ranked_and_the_first_are_asked(visitor: Arrive, city: City, story: dict[str, str]) -> None:
    officer = visitor(city.players("bkpsdm")[0]["login"])
    menu(officer, "Lowongan").follows(story["title"]).presses("Hitung peringkat").sees(
        "Daftar panjang", "memenuhi syarat"
    )
    officer.sees("Tanyakan kesediaan").follows("Tanyakan kesediaan")
    officer.fills("Sampai peringkat", "40").fills("Jawab paling lambat", day(7)).presses("Tanyakan")
    officer.sees("Siapa bersedia dicalonkan?", "Menunggu jawaban").keeps_picture("kesediaan", height=800)
    part(officer, "Peringkat").sees("Bentuk tim penilai", "sudah menjawab")


def asked_players(city: City, title: str) -> list[str]:
    """Who was asked and can be played."""
    rows = city.rows(
        "SELECT u.username FROM selection_willingnessrequest r JOIN selection_vacancy v ON v.id = r.vacancy_id "
        "JOIN personnel_employee e ON e.id = r.employee_id JOIN accounts_user u ON u.id = e.user_id "
        "JOIN accounts_demoaccount a ON a.user_id = u.id WHERE v.title = %s ORDER BY r.id", title,
    )  # fmt: skip
    return [login for (login,) in rows]


def test_an_employee_answers_on_a_phone_from_the_list_of_what_waits(
    visitor: Arrive, city: City, story: dict[str, str]
) -> None:
    players = asked_players(city, story["title"])
    assert players, "nobody who was asked can be played"
    person = visitor(players[0], width=PHONE).sees("bersediakah Anda dicalonkan?")
    person.page.locator("#isi").get_by_role("link", name=re.compile("bersediakah Anda dicalonkan")).first.click()
    person.ticks("Ya, saya bersedia").keeps_picture("jawab-kesediaan", height=740).presses("Kirim jawaban")
    person.sees(story["title"])


def test_a_board_is_formed_and_begins(visitor: Arrive, city: City, story: dict[str, str]) -> None:
    officer = visitor(city.players("bkpsdm")[0]["login"])
    menu(officer, "Lowongan").follows(story["title"]).sees("Bentuk tim penilai").follows("Bentuk tim penilai")
    officer.fills("Nomor SK", "800/77/BKPSDM/2026 (rekaan)").fills("Tanggal SK", day(0))
    members = [one["login"] for one in city.players("tim_penilai")]
    for place, (login, seat) in enumerate(
        zip(members, ("Ketua", "Sekretaris", "Anggota", "Anggota", "Anggota"), strict=False)
    ):
        officer.fills(f"Anggota {place + 1}: NIP atau nama masuk", login).chooses(
            f"Anggota {place + 1}: kedudukan", seat
        )
    officer.keeps_picture("bentuk-tim", height=1100).presses("Bentuk").sees("Siapa menilai lowongan ini?")
    part(officer, "Peringkat").follows("Mulai penilaian").presses("Mulai penilaian").sees("nomor undian")
    part(officer, "Peringkat").sees("Menunggu nilai", "Tim penilai")
    story["member"] = members[0]
    menu(visitor(members[0]), "Menilai calon").follows(story["title"]).sees("Adakah kepentingan Anda")


def sheet_of(member: Visitor, title: str) -> Visitor:
    """From the menu to the member's own sheet, declaring first where that is still to do."""
    menu(member, "Menilai calon").follows(title)
    if "Adakah kepentingan Anda" in member.words():
        member.ticks("Pernyataan ini benar dan lengkap.").presses("Nyatakan")
    return member.follows(re.compile("^Nilai ")).sees("Lembar nilai")


def test_a_mark_keeps_itself_while_it_is_typed_and_keys_walk_the_sheet(
    visitor: Arrive, city: City, story: dict[str, str]
) -> None:
    member = sheet_of(visitor(story["member"]), story["title"])
    cells = member.page.locator("input.j-mark-in")
    first = cells.nth(0).get_attribute("name")
    cells.nth(0).focus()
    member.page.keyboard.type("81")
    member.page.keyboard.press("Enter")
    assert member.page.evaluate("document.activeElement.name") != first, "Enter goes on to the next cell"
    member.page.get_by_role("status").filter(has_text=re.compile(r"Tersimpan \d\d[.:]\d\d")).wait_for()
    member.page.keyboard.press("Shift+Enter")
    assert member.page.evaluate("document.activeElement.name") == first, "with Shift it goes back"
    member.page.reload()
    assert member.page.locator(f"input[name='{first}']").input_value() == "81,00"


def test_what_is_typed_when_the_session_has_ended_comes_back_after_signing_in(
    visitor: Arrive, city: City, story: dict[str, str]
) -> None:
    member = sheet_of(visitor(story["member"]), story["title"])
    place = member.path
    cell = member.page.locator("input.j-mark-in").nth(1)
    member.context.clear_cookies(name="jenjang_sesi")
    cell.fill("77")
    cell.blur()
    member.page.wait_for_url(re.compile("/masuk/|/peragaan/"))
    member.taps(story["member"]).opens(place).sees("Isian dikembalikan")
    assert member.page.locator("input.j-mark-in").nth(1).input_value() == "77"
    member.page.get_by_text("Isian dikembalikan").wait_for(state="hidden")
    member.page.reload()
    assert member.page.locator("input.j-mark-in").nth(1).input_value() == "77,00"
    member.does_not_see("Isian dikembalikan")


def test_arrows_go_up_and_down_a_column_of_marks(visitor: Arrive, city: City) -> None:
    member = visitor(city.player("pansel.dua")["login"])
    menu(member, "Menilai calon").follows(re.compile("^Kepala Dinas"))
    if "Adakah kepentingan Anda" in member.words():
        member.ticks("Pernyataan ini benar dan lengkap.").presses("Nyatakan")
    member.follows(re.compile("^Nilai ")).sees("Lembar nilai")
    first, seen = member.page.locator("input.j-mark-in").first, []
    first.focus()
    for key in ("ArrowUp", "ArrowDown", "ArrowDown", "ArrowUp"):
        member.page.keyboard.press(key)
        seen.append(str(member.page.evaluate("document.activeElement.name")))
    assert seen[0] == first.get_attribute("name"), "above the first row there is nothing"
    assert seen[1] == seen[3] != seen[0]
    assert seen[2] not in seen[:2], "each press goes to the next candidate"
    assert len({name.rsplit("-", 1)[1] for name in seen}) == 1, "in one column"


def test_a_note_that_was_saved_by_the_button_is_not_brought_back(
    visitor: Arrive, city: City, story: dict[str, str]
) -> None:
    member = sheet_of(visitor(story["member"]), story["title"])
    member.page.locator("input[name^='c-']").first.fill("  Bukti kerja jelas.  ")
    member.presses("Simpan", exact=True).sees("Tersimpan").does_not_see("Isian dikembalikan")
    assert member.page.locator("input[name^='c-']").first.input_value() == "Bukti kerja jelas."
    assert member.page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('isian:'))") == []


def test_means_and_progress_follow_the_marks_without_a_new_page(
    visitor: Arrive, city: City, story: dict[str, str]
) -> None:
    member = sheet_of(visitor(story["member"]), story["title"])
    row = member.page.locator("tr", has=member.page.locator("input.j-mark-in")).first
    for place, mark in enumerate(("80", "80", "80")):
        row.locator("input.j-mark-in").nth(place).fill(mark)
        row.locator("input.j-mark-in").nth(place).blur()
    row.get_by_text("80,00", exact=True).wait_for()
    member.page.get_by_role("status").filter(has_text=re.compile(r"[1-9]\d* dari \d+ calon selesai")).wait_for()


def test_without_script_the_button_keeps_the_marks(visitor: Arrive, city: City, story: dict[str, str]) -> None:
    member = sheet_of(visitor(story["member"], script=False), story["title"])
    member.page.locator("input.j-mark-in").nth(0).fill("79")
    member.presses("Simpan", exact=True).sees("Tersimpan")
    assert member.page.locator("input.j-mark-in").nth(0).input_value() == "79,00"


def test_a_vacancy_that_is_called_off_says_why_to_everybody(visitor: Arrive, city: City, story: dict[str, str]) -> None:
    officer = visitor(city.players("bkpsdm")[0]["login"])
    menu(officer, "Lowongan").follows(story["title"]).follows("Akhiri tanpa hasil")
    officer.ticks(re.compile("^Dibatalkan")).fills(
        "Alasan", "Unit ini digabung menurut peraturan wali kota yang baru (rekaan)."
    )
    confirmed(officer, "Akhiri lowongan").sees("digabung menurut peraturan")
    part(officer, "Halaman publik").sees("dibatalkan", "digabung menurut peraturan")


def test_a_call_for_a_leading_post_lasts_fifteen_days_and_takes_applicants_from_everywhere(
    visitor: Arrive, city: City, story: dict[str, str]
) -> None:
    officer = visitor(city.players("bkpsdm")[0]["login"])
    menu(officer, "Lowongan").follows("Buka lowongan").follows("Semua jabatan")
    officer.fills("Cari jabatan atau unit", "Kepala Dinas").presses("Cari")
    rows = officer.page.locator("tr", has_text=re.compile(r"(?<!I)II\.b"))
    link = rows.locator("a.j-name").last  # the first is being filled already
    story["call"] = link.inner_text()
    link.click()
    officer.fills("Pengumuman mulai", day(0)).fills("Pengumuman sampai", day(5)).presses("Buka lowongan")
    officer.sees("paling singkat 15").follows("Periksa lalu umumkan").sees("Belum dapat diumumkan:")
    part(officer, "Kriteria").fills("Pengumuman sampai", day(20)).presses("Simpan rancangan")
    officer.follows("Periksa lalu umumkan").presses("Umumkan", exact=True).sees("Pelamar", "belum ada")
    part(officer, "Halaman publik").sees(story["call"], "Pengumuman")


def applies(person: Visitor, title: str) -> Visitor:
    """Begin an application, give every paper that is asked, submit."""
    menu(person, "Seleksi terbuka").follows(re.compile(f"Lamar {re.escape(title)}")).presses("Mulai lamaran")
    for place in range(person.page.locator("select[name=kind] option[value]:not([value=''])").count()):
        kinds = person.page.locator("select[name=kind] option[value]:not([value=''])")
        person.page.locator("select[name=kind]").select_option(str(kinds.nth(place).get_attribute("value")))
        scan: dict[str, Any] = {"name": f"berkas-{place}.pdf", "mimeType": "application/pdf", "buffer": SCAN}
        person.page.locator("input[name=file]").set_input_files(scan)
        person.presses("Unggah", exact=True)
        person.page.get_by_role("link", name=f"berkas-{place}.pdf").wait_for()  # kept, no longer only chosen
    return person.follows("Ajukan lamaran").presses("Ajukan lamaran").sees("Diajukan")


def test_an_employee_applies_with_papers_on_a_phone_and_another_withdraws(
    visitor: Arrive, city: City, story: dict[str, str]
) -> None:
    # The last card is played by somebody who meets what the law asks of a leading post.
    first, second = (city.players("pegawai")[place]["login"] for place in (-1, 0))
    applies(visitor(first, width=PHONE), story["call"]).keeps_picture("lamaran", height=900)
    gone = applies(visitor(second), story["call"]).follows("Tarik lamaran").fills("Alasan", "Alasan keluarga (rekaan).")
    gone.presses("Tarik lamaran").sees("Ditarik")


def test_an_officer_registers_somebody_from_outside_checks_papers_and_records_a_stage(
    visitor: Arrive, city: City, story: dict[str, str]
) -> None:
    officer = visitor(city.players("bkpsdm")[0]["login"])
    menu(officer, "Lowongan").follows(story["call"])
    part(officer, "Pelamar").sees("Periksa").follows("Daftarkan pelamar luar")
    officer.fills("Nama", "Yusra Rekaan").fills("NIP", "198001012005011001").fills("Tanggal lahir", "01/01/1980")
    officer.fills("E-mail", "yusra@contoh.example").fills("Instansi asal", "Kota Lain (rekaan)")
    confirmed(officer, "Daftarkan").sees("Kode aktivasi")
    part(officer, "Pelamar").follows(re.compile("^Periksa"))
    officer.sees("Syarat jabatan", "Pendidikan")
    for verdict in officer.page.locator("select[name^=hasil]").all():
        verdict.select_option(label="Memenuhi syarat")
    officer.keeps_picture("periksa-berkas", height=1000).presses("Simpan dan simpulkan").sees("1 memenuhi syarat")
    officer.follows(re.compile("^Buka")).follows("Catat hasil tahap")
    officer.page.locator("select[name=component]").select_option(index=0)
    officer.fills("Nilai", "82,50").fills("Asal nilai", "Assessment Center (rekaan)").presses("Catat")
    officer.sees("82,50")
