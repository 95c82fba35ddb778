"""From marks to a decree: the board, the Sekda, the mayor, the candidates and everybody outside, each at a browser.

The demo city stands where its board has begun to mark. Each test takes the selection one step further, in order.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import psycopg
import pytest
from psycopg import sql

from tests.functional.city import City, agency_day
from tests.functional.test_pages import AXE, RULES, RUN, show_whole
from tests.functional.visitor import DESK, PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Arrive = Callable[..., Visitor]
POST = "Kepala Bidang Pengembangan dan Penilaian Kompetensi"
SCAN = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
REASON = (
    "Calon ini memimpin penilaian kompetensi dua tahun terakhir, menyusun peta kesenjangan untuk tiga puluh unit, dan "
    "jabatan ini memerlukan pengalaman itu sejak hari pertama; calon urutan pertama belum pernah memimpin penilaian."
)


@pytest.fixture(scope="module")
def number(city: City) -> str:
    """The public number of the vacancy that the promotion board fills."""
    found = city.rows("SELECT number FROM selection_vacancy WHERE title LIKE %s", f"{POST}%")
    return str(found[0][0])


def members(city: City, number: str, *seats: str) -> list[str]:
    """Logins of the board by seat."""
    return [
        login
        for (login,) in city.rows(
            "SELECT u.username FROM selection_panelmember m JOIN selection_panel p ON p.id = m.panel_id "
            "JOIN selection_vacancy v ON v.id = p.vacancy_id JOIN accounts_user u ON u.id = m.user_id "
            "WHERE v.number = %s AND m.seat = ANY(%s) ORDER BY m.id", number, list(seats),
        )
    ]  # fmt: skip


def marks_and_locks(member: Visitor, number: str, *, first: int) -> None:
    """Declare, give every cell a mark, save, lock."""
    member.opens(f"/menilai/{number}/")
    if "pernyataan" in member.path:
        member.ticks("Pernyataan ini benar dan lengkap.").presses("Nyatakan")
    if "Tidak ada calon yang Anda nilai" in member.words():
        return
    member.opens(f"/menilai/{number}/nilai/tim_penilai/")
    cells = member.page.locator("input.j-mark-in")
    if not cells.count():
        return
    for place in range(cells.count()):
        cells.nth(place).fill(str(first + place * 4 % 13))
    member.presses("Simpan", exact=True).sees("Tersimpan")


def bears_axe(one: Visitor) -> Visitor:
    """This state of the page, on a phone in the light and on a desk in the dark: no violation."""
    for width, scheme in ((PHONE, "light"), (DESK, "dark")):
        one.width = width
        one.page.emulate_media(color_scheme=scheme)
        show_whole(one)
        one.page.evaluate(AXE)
        found = one.page.evaluate(RUN, RULES)["violations"]
        assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []
    one.page.emulate_media(color_scheme="light")
    one.page.set_viewport_size({"width": DESK, "height": 800})
    return one


def declares_no_interest(official: Visitor) -> None:
    """One tick, once for these three names."""
    official.page.locator("input[name=nihil]").check()
    official.presses("Nyatakan", exact=True)


def test_an_officer_sees_who_is_ranked_where_and_why(visitor: Arrive, city: City, number: str) -> None:
    officer = visitor(city.players("bkpsdm")[0]["login"]).opens("/lowongan/").sees(POST)
    officer.keeps_picture("lowongan", height=600)
    officer.opens(f"/lowongan/{number}/").sees("Peringkat", "Daftar panjang", "diperiksa otomatis")
    officer.keeps_picture("peringkat", height=1000)
    officer.page.locator(".j-ranking a.j-name").nth(1).click()
    officer.sees("Kinerja", "Potensial", "Syarat").keeps_picture("peringkat-mengapa", height=1000)
    officer.opens(f"/lowongan/{number}/?status=TMS").sees("TMS")
    answer = city.run("selection", "rank", number, "--format", "json")
    assert '"findings"' in answer.stdout


def test_a_board_member_steps_back_from_a_relative_and_cannot_open_the_papers(
    visitor: Arrive, city: City, number: str
) -> None:
    login = members(city, number, "sekretaris")[0]
    member = visitor(login).opens("/menilai/").sees(POST)
    member.opens(f"/menilai/{number}/pernyataan/").sees("Sumber: data keluarga", "tidak perlu menyatakannya lagi")
    member.keeps_picture("pernyataan-kepentingan", height=900)
    member.ticks("Pernyataan ini benar dan lengkap.").presses("Nyatakan").sees("Tidak menilai")
    (tied,) = city.rows(
        "SELECT t.candidate_id FROM selection_tie t JOIN selection_panelmember m ON m.id = t.member_id "
        "JOIN accounts_user u ON u.id = m.user_id JOIN selection_candidate c ON c.id = t.candidate_id "
        "JOIN selection_vacancy v ON v.id = c.vacancy_id WHERE u.username = %s AND v.number = %s AND t.certain LIMIT 1",
        login, number,
    )[0]  # fmt: skip
    member.opens(f"/menilai/{number}/calon/{tied}/", status=403).sees("Anda tidak menilai calon ini")
    member.keeps_picture("mundur", height=600)
    member.opens(f"/menilai/{number}/nilai/tim_penilai/").sees("Anda tidak menilai calon ini.", "Belum dapat dikunci:")
    member.keeps_picture("lembar-nilai", height=1000)


def test_marks_are_locked_one_by_one_and_merge_when_all_are_in(visitor: Arrive, city: City, number: str) -> None:
    for place, login in enumerate(members(city, number, "sekretaris", "anggota", "cadangan", "ketua")):
        member = visitor(login, width=PHONE if place % 2 else 1280)
        marks_and_locks(member, number, first=70 + place)
        if member.page.get_by_role("button", name="Kunci nilai saya").count():
            tap = member.page.get_by_label("Peragaan: anggap kode sudah benar")
            if tap.count():
                tap.check()
            member.presses("Kunci nilai saya").confirms()
            member.opens(f"/menilai/{number}/nilai/tim_penilai/").sees("Terkunci dan disegel")
    officer = visitor(city.players("bkpsdm")[0]["login"]).opens(f"/lowongan/{number}/penilai/")
    officer.sees("Nilai gabungan", "Hubungan dan kepentingan").does_not_see("Tertutup").keeps_picture(
        "penilai", height=1000
    )


def test_three_names_go_forward_from_a_meeting_and_the_sekda_proposes(visitor: Arrive, city: City, number: str) -> None:
    chair = members(city, number, "ketua")[0]
    officer = visitor(chair).opens(f"/lowongan/{number}/putusan/tiga-nama/")
    officer.fills("Tanggal rapat", f"{agency_day():%d/%m/%Y}").fills("Tempat", "Ruang rapat BKPSDM (rekaan)")
    for box in officer.page.locator("input[name=present]").all():
        box.check()
    officer.fills("Risalah", "Rapat rekaan.").keeps_picture("rapat", height=900).presses("Ajukan tiga nama")
    officer.sees("Tiga calon teratas")
    sekda = visitor(city.players("pyb")[0]["login"]).opens("/beranda/").opens(f"/lowongan/{number}/putusan/")
    sekda.sees("Adakah kepentingan Anda").keeps_picture("pernyataan-pejabat", height=900)
    declares_no_interest(sekda)
    bears_axe(sekda).sees("Usulkan tiga nama").keeps_picture("usul-sekda", height=900)
    sekda.presses("Usulkan tiga nama").confirms()
    sekda.sees("Tiga nama menunggu putusan")


def test_the_mayor_is_told_what_stands_in_the_way_and_decides_with_a_reason(
    visitor: Arrive, city: City, number: str
) -> None:
    mayor = visitor("walikota").opens(f"/lowongan/{number}/putusan/").sees("Adakah kepentingan Anda")
    bears_axe(mayor).presses("Nyatakan", exact=True).sees("Beri tanda bila tidak ada.")
    bears_axe(mayor)
    declares_no_interest(mayor)
    mayor.sees("Pilih satu dari tiga nama")
    mayor.page.locator("input[name=calon]").nth(1).check()
    mayor.presses("Simpan rancangan dan periksa").sees("Belum dapat ditetapkan:", "teknis")
    bears_axe(mayor).keeps_picture("putusan-terhalang", height=1000)
    officer = visitor(city.players("bkpsdm")[1]["login"])
    for place in range(mayor.page.locator("input[name=calon]").count()):
        officer.opens(f"/lowongan/{number}/putusan/pertek/")
        officer.page.locator("select[name=calon]").select_option(index=place)
        officer.fills("Nomor surat", f"AK-2613730000{place}").fills("Tanggal surat", f"{agency_day():%d/%m/%Y}")
        officer.page.locator("input[name=verdict][value=ya]").check()
        scan: dict[str, Any] = {"name": "pertek.pdf", "mimeType": "application/pdf", "buffer": SCAN}
        officer.page.locator("input[name=scan]").set_input_files(scan)
        officer.presses("Simpan").sees("Pertimbangan teknis")
    mayor.opens(f"/lowongan/{number}/putusan/")
    mayor.page.locator("input[name=calon]").nth(1).check()
    mayor.page.locator("select[name=reason_kind]").select_option(index=2)
    mayor.page.locator("textarea[name=words]").fill("..........")
    mayor.presses("Tetapkan", exact=True).confirms()
    bears_axe(mayor).sees("huruf").keeps_picture("putusan-alasan-kurang", height=1000)
    mayor.page.locator("textarea[name=words]").fill(REASON)
    mayor.presses("Tetapkan", exact=True).confirms()
    bears_axe(mayor).sees("sudah ditetapkan", "urutan 2 dari tiga nama").keeps_picture("ditetapkan", height=900)


def test_the_decree_is_signed_downloaded_and_the_oath_enters_the_history(
    visitor: Arrive, city: City, number: str
) -> None:
    mayor = visitor("walikota").opens(f"/lowongan/{number}/putusan/").presses("Tandatangani keputusan").confirms()
    mayor.sees("Naskah")
    link = mayor.page.locator("a[href^='/naskah/']").first.get_attribute("href")
    decree = mayor.fetches(str(link))
    assert decree.startswith(b"%PDF")
    assert b"/ByteRange" in decree
    officer = visitor(city.players("bkpsdm")[0]["login"]).opens(f"/lowongan/{number}/putusan/pelantikan/")
    officer.fills("Tanggal pelantikan", f"{agency_day():%d/%m/%Y}").fills("Tempat", "Balai kota (rekaan)")
    officer.fills("Pejabat yang melantik", "Wali Kota (peragaan)").fills("Rohaniwan", "Rohaniwan (rekaan)")
    officer.fills("Saksi pertama", "Saksi Satu (rekaan)").fills("Saksi kedua", "Saksi Dua (rekaan)")
    officer.keeps_picture("pelantikan", height=900).presses("Catat pelantikan")
    officer.sees("Naskah")
    nip = chosen(city, number)
    officer.opens(f"/pegawai/{nip}/").sees(POST).keeps_picture("riwayat-jabatan", height=1000)


def chosen(city: City, number: str) -> str:
    return str(
        city.rows(
            "SELECT e.nip FROM selection_decision d JOIN selection_candidate c ON c.id = d.chosen_id "
            "JOIN selection_vacancy v ON v.id = c.vacancy_id JOIN personnel_employee e ON e.id = c.employee_id "
            "WHERE v.number = %s", number,
        )[0][0]
    )  # fmt: skip


def another_candidate(city: City, number: str) -> str:
    """Somebody who was willing, can be played, and was not chosen."""
    rows = city.rows(
        "SELECT u.username FROM selection_candidate c JOIN selection_vacancy v ON v.id = c.vacancy_id "
        "JOIN personnel_employee e ON e.id = c.employee_id JOIN accounts_user u ON u.id = e.user_id "
        "JOIN accounts_demoaccount a ON a.user_id = u.id WHERE v.number = %s AND e.nip <> %s ORDER BY c.id",
        number, chosen(city, number),
    )  # fmt: skip
    return str(rows[-1][0])


def test_a_candidate_reads_why_objects_on_a_phone_without_script_and_another_officer_answers(
    visitor: Arrive, city: City, number: str
) -> None:
    login = another_candidate(city, number)
    person = visitor(login, width=PHONE, script=False).opens("/seleksi-saya/").sees(POST)
    person.opens(f"/seleksi-saya/{number}/").sees("Nilai Anda", "Yang tidak dihitung").keeps_picture(
        "hasil-saya", height=1400
    )
    person.opens(f"/seleksi-saya/{number}/keberatan/").sees("Apa yang keliru?").keeps_picture("keberatan", height=1100)
    person.page.locator("select[name=about]").select_option(index=0)
    person.page.locator("textarea[name=words]").fill("Penghargaan saya tahun lalu belum tercatat, padahal SK-nya ada.")
    scan: dict[str, Any] = {"name": "sk.pdf", "mimeType": "application/pdf", "buffer": SCAN}
    person.page.locator("input[name=evidence]").set_input_files(scan)
    person.presses("Ajukan keberatan").sees("Dijawab paling lambat")
    stranger = visitor(city.players("bkpsdm")[0]["login"]).opens("/keberatan/").follows(re.compile(POST))
    stranger.sees("Anda tidak dapat menjawab:")  # computed the ranking
    officer = visitor(city.players("bkpsdm")[1]["login"]).opens("/keberatan/").follows(re.compile(POST))
    officer.page.locator("input[name=outcome][value=tolak]").check()
    officer.page.locator("textarea[name=words]").fill("SK yang dilampirkan bertanggal sesudah hari penghitungan.")
    officer.keeps_picture("jawab-keberatan", height=900).presses("Kirim jawaban").sees("Tidak diterima")
    person.opens(f"/seleksi-saya/{number}/keberatan/").sees("SK yang dilampirkan bertanggal")


def test_everybody_reads_the_result_and_checks_the_decree_without_signing_in(
    visitor: Arrive, city: City, number: str
) -> None:
    reader = visitor().opens("/").keeps_picture("umum", height=1000)
    reader.opens(f"/publik/lowongan/{number}/").sees(POST).keeps_picture("lowongan-umum", height=1200)
    names = city.rows(
        "SELECT i.name FROM personnel_employeecurrent i JOIN selection_candidate c ON c.employee_id = i.employee_id "
        "JOIN selection_vacancy v ON v.id = c.vacancy_id JOIN personnel_employee e ON e.id = c.employee_id "
        "WHERE v.number = %s AND e.nip <> %s", number, chosen(city, number),
    )  # fmt: skip
    for (name,) in names:
        reader.does_not_see(name)
    mayor = visitor("walikota").opens(f"/lowongan/{number}/putusan/")
    link = mayor.page.locator("a[href^='/naskah/']").first.get_attribute("href")
    decree = mayor.fetches(str(link))
    checker = visitor(width=PHONE, script=False).opens("/periksa/").keeps_picture("periksa", height=900)
    given: dict[str, Any] = {"name": "sk.pdf", "mimeType": "application/pdf", "buffer": decree}
    checker.page.locator("input[name=pdf]").set_input_files(given)
    checker.presses("Periksa PDF").sees("Sama dengan yang dicatat di buku besar").keeps_picture(
        "periksa-cocok", height=900
    )
    changed: dict[str, Any] = {**given, "buffer": decree[:-40] + b"0" + decree[-39:]}
    checker.opens("/periksa/").page.locator("input[name=pdf]").set_input_files(changed)
    checker.presses("Periksa PDF").sees("Buku besar tidak mencatat berkas dengan sidik ini")


def test_the_ledger_is_green_names_what_was_changed_behind_its_back_and_is_green_again(
    visitor: Arrive, city: City
) -> None:
    inspector = (
        visitor(city.players("inspektorat")[0]["login"]).opens("/buku-besar/").keeps_picture("buku-besar", height=900)
    )
    inspector.sees("Buku besar")
    assert city.answer("ledger", "verify")["ok"] is True
    done = json.loads(city.run("demo", "tamper", DATABASE_OWNER_URL=city.superuser).stdout)
    try:
        report = city.answer("ledger", "verify")
        assert report["ok"] is False
        assert [(found["table"], str(found["id"])) for found in report["findings"]] == [(done["table"], done["row"])]
    finally:
        with psycopg.connect(city.superuser) as connection:
            connection.execute("SET LOCAL session_replication_role = replica")
            put_back = sql.SQL("UPDATE {} SET {} = %s WHERE id::text = %s").format(
                sql.Identifier(done["table"]), sql.Identifier(done["column"])
            )
            connection.execute(put_back, [done["before"], done["row"]])
    assert city.answer("ledger", "verify")["ok"] is True
