"""A quarter is rated: twelve people on one page by the keyboard, and again without script; then answered, objected to, ruled on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.functional.city import City, empty_city
from tests.functional.made_teams import LEADER, MEMBERS, OBJECTOR, SIGNER, SUPERIOR, UNSCRIPTED
from tests.functional.test_journey_decision import bears_axe
from tests.functional.visitor import PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Arrive = Callable[..., Visitor]
SHEET = "/kinerja/tim/penilaian/2026/1/"
WORDS = "Bukti laporan bulan Februari belum dibaca, padahal sudah diunggah sebelum tenggat."
MOST_TABS = 80


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    """Two teams of twelve in an agency of their own: in the demo city nearly everybody was rated long ago."""
    with empty_city() as made:
        root = Path(__file__).parents[2]
        subprocess.run(
            [sys.executable, "-m", "tests.functional.made_teams"], env=made.environment, cwd=root, check=True
        )
        made.accounts = json.loads(made.run("demo", "accounts", "--format", "json").stdout)
        made.serve()
        yield made


def presses_tab_until(one: Visitor, wanted: str) -> None:
    """On with Tab alone, as somebody without a mouse goes, until what has the focus fits."""
    for _ in range(MOST_TABS):
        one.page.keyboard.press("Tab")
        if one.page.locator(f":is({wanted}):focus").count():
            return
    raise AssertionError(f"{one.path}: Tab never came to {wanted}")


def test_a_superior_rates_twelve_people_by_keyboard_on_one_page_and_hands_over(visitor: Arrive) -> None:
    leader = visitor(LEADER)
    leader.sees("Nilai tim, triwulan I 2026", f"{MEMBERS} orang menunggu penilaian Anda.").opens(SHEET)
    assert leader.page.locator("tr[id^=orang-]").count() == MEMBERS
    loaded: list[str] = []
    leader.page.on(
        "request", lambda request: loaded.append(request.url) if request.resource_type == "document" else None
    )
    keys = leader.page.keyboard
    presses_tab_until(leader, ".j-rate input")
    for number in range(MEMBERS):
        keys.press("3" if number < 2 else "2")
        keys.press("ArrowRight")
        keys.press("1" if number == MEMBERS - 1 else "2")
        if number == 0:
            keys.press("n")
            keys.type("Laporan selesai sebelum tenggat; teruskan.")
            keys.press("Escape")
        keys.press("ArrowLeft")
        keys.press("ArrowDown")
    leader.page.locator(
        "#tersimpan", has_text=f"{MEMBERS} dari {MEMBERS} orang lengkap"
    ).wait_for()  # one save after another
    leader.sees("11 orang", "1 orang")
    assert loaded == []
    bears_axe(leader).keeps_picture("nilai-tim", height=900)
    presses_tab_until(leader, "button[formaction]")
    keys.press("Enter")
    leader.sees(f"{MEMBERS} orang dinilai")
    presses_tab_until(leader, "a[href$='/serahkan/']")
    keys.press("Enter")
    leader.sees(f"Serahkan hasil kepada {MEMBERS} orang")
    bears_axe(leader)
    presses_tab_until(leader, "#isi form button[type=submit]")
    keys.press("Enter")
    leader.sees("Diserahkan").does_not_see("Nilai selesai")


def test_one_member_signs_on_a_phone(visitor: Arrive) -> None:
    member = visitor(SIGNER, width=PHONE).sees("Tanggapi hasil evaluasi triwulan I 2026")
    member.follows("Baca").sees("Laporan selesai sebelum tenggat; teruskan.", "Baca hasilnya, lalu tanggapi")
    member.keeps_picture("tanggapi-hasil", height=900).follows("Tanda tangani").sees(
        "tidak dapat lagi mengajukan keberatan"
    )
    member.presses("Saya menandatangani").sees("Ditandatangani pegawai")


def test_another_objects_and_the_raters_superior_has_the_last_word(visitor: Arrive) -> None:
    member = visitor(OBJECTOR).sees("Tanggapi hasil evaluasi triwulan I 2026").follows("Baca").sees("Baca hasilnya")
    bears_axe(member).follows("Ajukan keberatan").fills("Alasan keberatan", WORDS)
    bears_axe(member).presses("Ajukan keberatan").sees("Keberatan Anda diperiksa")
    superior = visitor(SUPERIOR).sees("Putus keberatan atas penilaian")
    superior.follows("Putus").sees(WORDS).fills("Keterangan kedua pihak", WORDS)
    superior.ticks("Diterima: rating berubah").fills("Pertimbangan", WORDS)
    superior.page.get_by_role("group", name="Hasil kerja terhadap ekspektasi").get_by_text("Di atas").click()
    superior.page.get_by_role("group", name="Perilaku kerja terhadap ekspektasi").get_by_text("Di atas").click()
    bears_axe(superior).keeps_picture("putus-keberatan", height=1000).presses("Putuskan").sees("Diputus")
    member.opens(member.path).sees("Sangat baik", "Putusan ini final.")


def test_without_script_the_same_sheet_is_filled_in_kept_rated_and_handed_over(visitor: Arrive) -> None:
    leader = visitor(UNSCRIPTED, script=False).opens(SHEET)
    scales: Any = leader.page.locator(".j-rate")
    assert scales.count() == 2 * MEMBERS
    for place in range(scales.count()):
        scales.nth(place).get_by_label("Sesuai").check()
    leader.presses("Simpan rancangan").sees(f"Nilai selesai, {MEMBERS} orang")
    leader.presses("Nilai selesai").sees(f"{MEMBERS} orang dinilai")
    leader.follows("Serahkan hasil").presses("Serahkan kepada semua").sees("Diserahkan")
