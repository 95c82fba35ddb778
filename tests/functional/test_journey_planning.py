"""A year's plan between a leader and somebody of the team: what the unit wants, what the person does for it, agreed by both."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.functional.city import City, agency_day
from tests.functional.visitor import PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Arrive = Callable[..., Visitor]
OBJECTIVE = "Data kepegawaian dapat dipercaya"
AGREED_PAIR = """
    SELECT member.nip, head.nip FROM performance_skp skp
    JOIN performance_performanceyear year ON year.id = skp.year_id AND year.year = %s
    JOIN performance_skp leaders ON leaders.employee_id = skp.appraiser_id AND leaders.year_id = year.id
    JOIN personnel_employee member ON member.id = skp.employee_id
    JOIN personnel_employee head ON head.id = skp.appraiser_id
    WHERE skp.state = 'ditetapkan' AND leaders.state = 'ditetapkan' AND skp.until IS NULL AND leaders.until IS NULL
    AND member.nip = ANY(%s) AND head.nip = ANY(%s) ORDER BY skp.id LIMIT 1
"""


def menu(one: Visitor, name: str) -> Visitor:
    """Tap a link of the menu: beside the page on a desk, on a page of its own on a phone."""
    if one.width == PHONE:
        one.page.get_by_role("link", name="Menu", exact=True).click()
        return one.follows(name)
    one.page.get_by_role("navigation", name="Menu utama").get_by_role("link", name=name, exact=True).click()
    return one


def own_skp(one: Visitor) -> Visitor:
    menu(one, "Kinerja saya")
    one.page.locator("#isi h2 a.j-name").first.click()
    return one.sees("Rencana hasil kerja")


def begins_change(one: Visitor, reason: str) -> Visitor:
    own_skp(one).follows("Ubah SKP").fills("Alasan", reason).presses("Mulai perubahan")
    return one.sees("Sedang diubah")


def writes(one: Visitor, text: str, indicator: str, target: str) -> Visitor:
    """The fields that every result and every objective has."""
    for label, typed in (("Rencana hasil kerja|Sasaran", text), ("Indikator", indicator), ("Target", target)):
        one.page.get_by_role("textbox", name=re.compile(f"^({label})")).first.fill(typed)
    return one


@pytest.fixture(scope="module")
def two(city: City) -> tuple[str, str]:
    """An officer with an agreed plan, and the head who agreed it: both have an account."""
    officers = [account["login"] for account in city.players("bkpsdm")]
    heads = [account["login"] for account in city.accounts]
    ((member, head),) = city.rows(AGREED_PAIR, agency_day().year, officers, heads)
    return member, head


def test_the_leader_writes_what_the_unit_wants_to_reach_and_proposes_it(visitor: Arrive, two: tuple[str, str]) -> None:
    leader = menu(visitor(two[1]), "Sasaran unit")
    leader.page.locator("#isi table a.j-name").first.click()
    leader.follows("Tambah sasaran")
    writes(leader, OBJECTIVE, "Isian yang sesuai SIASN", "").presses("Simpan", exact=True).sees("Tulis targetnya.")
    writes(leader, OBJECTIVE, "Isian yang sesuai SIASN", "99 %").chooses(re.compile("^Perspektif"), "Proses bisnis")
    leader.presses("Simpan", exact=True).sees(OBJECTIVE, "Isian yang sesuai SIASN", "99 %")
    leader.keeps_picture("sasaran-unit", height=900).follows("Ajukan").presses("Ajukan").sees(
        "Alasan perubahan: Belum diisi."
    )
    leader.fills("Alasan perubahan", "Data harus sama dengan SIASN.").presses("Ajukan").sees("Menunggu kesepakatan")


def test_a_draft_does_not_wait_for_the_leader_and_is_joined_handed_in_talked_over_and_set(
    visitor: Arrive, city: City, two: tuple[str, str]
) -> None:
    member, leader = visitor(two[0], width=PHONE, script=False), visitor(two[1])
    begins_change(member, "Tugas baru memadankan data.").follows("Tambah")
    writes(member, "Selisih data diselesaikan tiap pekan", "Selisih yang diselesaikan", "100 %")
    member.fills("Bila belum ada", "Data andal").presses("Simpan", exact=True).sees("Menunggu pimpinan", "“Data andal”")
    member.keeps_picture("skp-ponsel", height=1000)

    begins_change(leader, "Sasaran unit berubah.").follows("Tambah")
    writes(leader, OBJECTIVE, "Isian yang sesuai SIASN", "99 %").presses("Simpan", exact=True).sees(OBJECTIVE)
    menu(leader, "Tim saya").follows(re.compile(re.escape(city.player(two[0])["name"]))).sees(
        "Selisih data diselesaikan tiap pekan"
    )
    leader.follows("Sambungkan").ticks(OBJECTIVE).presses("Sambungkan")
    leader.sees(f"Mendukung “{OBJECTIVE}”").does_not_see("Menunggu pimpinan")
    leader.fills("Catatan", "Siapa yang memeriksa ulang?").presses("Tulis catatan").sees("Siapa yang memeriksa ulang?")

    own_skp(member).sees(f"Mendukung “{OBJECTIVE}”", "Siapa yang memeriksa ulang?")
    member.fills("Catatan", "Rekan sebidang, bergantian.").presses("Tulis catatan").presses("Ajukan")
    member.sees("Menunggu persetujuan")
    menu(leader, "Tim saya").sees("Menunggu persetujuan Anda").follows(re.compile("Baca SKP"))
    leader.sees("Rekan sebidang, bergantian.", "Yang berubah dari versi yang berlaku")
    leader.keeps_picture("skp-dibaca", height=1000).presses("Tetapkan")
    leader.sees("SKP ditetapkan dan disegel.")
    (version,) = re.findall(r"Versi (\d+) berlaku", leader.words())
    own_skp(member).sees(f"Versi {version} berlaku")
    member.follows(f"Versi {version}").sees("Tugas baru memadankan data.", "Disegel utuh saat ditetapkan")
