"""The pages of planning as each reader opens them: what they show, what they refuse, how many queries they make."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jenjang.performance import matrix, planning, skps, unit_agreements, unit_plans
from jenjang.performance.models import SKP, AgreementProposal, PlannedResult, RoleCell, UnitResult
from jenjang.performance.planning import Draft, Measure
from jenjang.performance.unit_plans import IndicatorDraft, ObjectiveDraft
from tests.factories import performance as made
from tests.factories.people import give_position, make_employee, make_unit

LIST, PROFILE = 15, 25
DAY = date(2026, 2, 2)


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(DAY)


@pytest.fixture
def team(cast):
    return made.make_team(cast.yuliana, cast.sri)


@pytest.fixture
def enter(client, sign_in):
    """`enter(user)`: a signed-in client."""
    return lambda user: sign_in(client, user)


def text_of(answer):
    """The words of a page's main part, without its marks."""
    page = answer.content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page[page.index('id="isi"') :]))


def many(team, count):
    """Further people of the team, each with an agreed or submitted SKP."""
    for number in range(count):
        person = make_employee(f"Pegawai {number}", unit=team.unit, title="Arsiparis")
        skp = SKP.objects.create(
            employee=person, year=team.year, unit=team.unit, title="Arsiparis", kind="pelaksana", appraiser=team.head,
            effective_from=date(2026, 1, 1), state="diajukan" if number % 2 else "rancangan",
        )  # fmt: skip
        made.add_result(skp, f"Arsip {number} tertata", provisional="Data unit andal")


def test_one_tap_begins_an_skp_and_leads_to_it(enter, team):
    client = enter(team.member_user)
    assert "Mulai SKP 2026" in text_of(client.get("/kinerja/"))
    answer = client.post("/kinerja/mulai/", {"tahun": "2026"})
    skp = SKP.objects.get()
    assert answer["Location"] == skp.get_absolute_url()
    again = client.post("/kinerja/mulai/", {"tahun": "2026"})
    assert again.status_code == 422
    assert "SKP untuk jabatan ini sudah ada" in text_of(again)
    assert "Belum ada hasil kerja" in text_of(client.get(skp.get_absolute_url()))


def test_before_a_year_is_opened_and_without_a_record_the_page_says_so(enter, cast):
    assert "Tahun kinerja belum dibuka" not in text_of(enter(cast.wali).get("/kinerja/"))
    assert "tidak terhubung dengan data pegawai" in text_of(enter(cast.wali).get("/kinerja/"))
    make_employee("Hendra Saputra", user=cast.hendra, unit=make_unit())
    assert "Tahun kinerja belum dibuka" in text_of(enter(cast.hendra).get("/kinerja/"))
    assert enter(cast.hendra).get("/kinerja/?tahun=1999").status_code == 404
    assert enter(cast.hendra).get("/kinerja/?tahun=²").status_code == 404


def test_a_result_is_written_and_what_is_wrong_is_said_at_its_field(enter, team):
    skp = made.make_skp(team, results=0)
    client, address = enter(team.member_user), reverse("performance:add_result", args=[skp.pk])
    typed = {
        "text": "Laporan tersusun", "kind": "utama", "parent": "", "provisional": "Data unit andal",
        "aspek-0": "kuantitas", "indikator-0": "Banyaknya laporan", "target-0": "", "aspek-1": "kualitas",
        "indikator-1": "", "target-1": "", "aspek-2": "", "indikator-2": "Tepat waktu", "target-2": "tanggal 5",
    }  # fmt: skip
    refused = client.post(address, typed)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert re.search(r'id="id_target-0_error">Tulis targetnya', page)
    assert re.search(r'id="id_aspek-2_error">Pilih aspeknya', page)
    assert "Laporan tersusun" in page
    assert not PlannedResult.objects.exists()
    done = client.post(address, typed | {"target-0": "12 laporan", "aspek-2": "waktu"})
    assert done["Location"] == f"{skp.get_absolute_url()}#hasil"
    assert [one.aspect for one in PlannedResult.objects.get().indicators.all()] == ["kuantitas", "waktu"]
    shown = text_of(client.get(skp.get_absolute_url()))
    assert "Menunggu pimpinan “Data unit andal”" in shown
    onwards = client.post(address, typed | {"target-0": "1", "aspek-2": "waktu", "lanjut": "1"})
    newest = PlannedResult.objects.order_by("-pk").first()
    assert onwards["Location"] == reverse("performance:change_result", args=[newest.pk])


def test_lines_that_were_typed_are_kept_although_the_result_has_fewer_now(enter, team):
    skp = made.make_skp(team, results=1)
    result = skp.results.get()
    lines = {f"aspek-{n}": "kuantitas" for n in range(6)} | {f"indikator-{n}": f"Indikator {n}" for n in range(6)}
    lines |= {f"target-{n}": str(n) for n in range(6)}
    typed = {"text": result.text, "kind": "utama", "provisional": "Data unit andal", **lines}
    enter(team.member_user).post(reverse("performance:change_result", args=[result.pk]), typed)
    assert result.indicators.count() == 6


def test_the_owner_sees_what_keeps_the_skp_from_being_handed_in(enter, team):
    skp = made.make_skp(team, results=0)
    PlannedResult.objects.create(skp=skp, text="Arsip tertata")
    client = enter(team.member_user)
    page = client.get(skp.get_absolute_url()).content.decode()
    assert 'aria-disabled="true"' in page
    assert "“Arsip tertata” belum mempunyai indikator." in page
    refused = client.post(reverse("performance:submit", args=[skp.pk]))
    assert refused.status_code == 422
    assert SKP.objects.get().state == "rancangan"


def test_the_appraiser_reads_agrees_and_is_refused_what_has_changed_since(enter, team):
    skp = made.make_skp(team, state="diajukan")
    client, agree = enter(team.head_user), reverse("performance:agree", args=[skp.pk])
    page = client.get(skp.get_absolute_url()).content.decode()
    seen = re.search(r'name="dibaca" value="(\d+)"', page)[1]
    skps.send_back(skp=skp, by=team.member_user, reason="Ada yang terlupa.")
    skps.submit(skp=skp, by=team.member_user, on=DAY)
    refused = client.post(agree, {"dibaca": seen})
    assert refused.status_code == 422
    assert "berubah sejak Anda membukanya" in text_of(refused)
    agreed = client.post(agree, {"dibaca": "3"}, follow=True)
    assert agreed.redirect_chain == [(skp.get_absolute_url(), 302)]
    assert "SKP ditetapkan dan disegel." in agreed.content.decode()
    assert "Versi 1 berlaku" in text_of(agreed)


def test_a_change_shows_what_it_changed_and_each_version_stays_readable(enter, team):
    skp = made.make_skp(team, state="ditetapkan")
    client = enter(team.member_user)
    reason = reverse("performance:change", args=[skp.pk])
    assert client.post(reason, {"reason": "x"}).status_code == 422
    client.post(reason, {"reason": "Tugas baru dari pimpinan."})
    first = skp.results.first()
    draft = Draft(
        "Laporan bulanan terbit", provisional="Data unit andal", measures=(Measure("Terbit", "tanggal 5", "waktu"),)
    )
    planning.change_result(result=first, draft=draft, by=team.member_user)
    shown = text_of(client.get(skp.get_absolute_url()))
    assert "Yang berubah dari versi yang berlaku" in shown
    assert "Hasil kerja diubah Laporan 1 tersusun Laporan bulanan terbit" in shown
    skps.submit(skp=SKP.objects.get(), by=team.member_user, on=DAY)
    skps.agree(skp=SKP.objects.get(), by=team.head_user, on=DAY)
    second = client.get(reverse("performance:skp_version", args=[skp.pk, 2]))
    assert "Tugas baru dari pimpinan." in text_of(second)
    assert "Indikator “Laporan bulanan terbit” ditambah Terbit: tanggal 5 (waktu)" in text_of(second)
    assert "Laporan 1 tersusun" in text_of(client.get(reverse("performance:skp_version", args=[skp.pk, 1])))
    assert client.get(reverse("performance:skp_version", args=[skp.pk, 3])).status_code == 404


def test_a_changed_position_is_said_and_the_new_skp_is_one_tap_away(enter, team, freeze):
    made.make_skp(team, state="ditetapkan")
    freeze(date(2026, 8, 3))
    give_position(
        team.member, "pelaksana", since=date(2026, 8, 1), title="Pengelola Arsip", unit=make_unit("Bagian Lain")
    )
    client = enter(team.member_user)
    for address in ("/kinerja/", SKP.objects.get().get_absolute_url()):
        assert "Jabatan Anda berubah" in text_of(client.get(address))
    client.post("/kinerja/mulai/", {"tahun": "2026"})
    assert list(SKP.objects.order_by("pk").values_list("title", "until")) == [
        ("Pengelola Data", date(2026, 7, 31)), ("Pengelola Arsip", None),
    ]  # fmt: skip
    assert "Jabatan Anda berubah" not in text_of(client.get("/kinerja/"))


def test_who_gives_up_the_draft_for_a_new_position_can_begin_it_again(enter, team, freeze):
    made.make_skp(team, state="ditetapkan")
    freeze(date(2026, 8, 3))
    give_position(
        team.member, "pelaksana", since=date(2026, 8, 1), title="Pengelola Arsip", unit=make_unit("Bagian Lain")
    )
    client = enter(team.member_user)
    client.post("/kinerja/mulai/", {"tahun": "2026"})
    draft = SKP.objects.get(title="Pengelola Arsip")
    client.post(reverse("performance:discard", args=[draft.pk]), {"reason": "Salah mulai."})
    page = text_of(client.get("/kinerja/"))
    assert "Jabatan Anda berubah" in page
    assert "SKP Pengelola Data berakhir 31 Juli 2026." in page
    assert "Susun SKP jabatan yang baru" in text_of(client.get("/beranda/"))
    client.post("/kinerja/mulai/", {"tahun": "2026"})
    assert SKP.objects.filter(title="Pengelola Arsip", state="rancangan").count() == 1
    assert "Jabatan Anda berubah" not in text_of(client.get(SKP.objects.get(title="Pengelola Data").get_absolute_url()))


def test_no_day_of_january_is_named_to_who_begins_in_august(enter, team, freeze):
    freeze(date(2026, 8, 3))
    give_position(
        team.member, "pelaksana", since=date(2026, 8, 1), title="Pengelola Arsip", unit=make_unit("Bagian Lain")
    )
    client = enter(team.member_user)
    before = text_of(client.get("/kinerja/"))
    client.post("/kinerja/mulai/", {"tahun": "2026"})
    skp = SKP.objects.get()
    for page in (before, text_of(client.get("/kinerja/")), text_of(client.get(skp.get_absolute_url()))):
        assert "Ditetapkan paling lambat" not in page
    assert "Lewat" not in text_of(client.get("/beranda/"))


def test_roles_are_offered_and_taken_with_one_tap(enter, team):
    skp = made.make_skp(team, results=0)
    leaders = skps.start(employee=team.head, year=team.year, by=team.head_user, on=made.START)
    matrix.write_cells(
        year=team.year,
        cells={(made.add_result(leaders, "Data andal").pk, team.member.pk): "Menyusun laporan"},
        by=team.head_user,
    )
    client = enter(team.member_user)
    take = reverse("performance:take_role", args=[skp.pk, RoleCell.objects.get().pk])
    for address in ("/kinerja/", skp.get_absolute_url()):
        assert f'action="{take}"' in client.get(address).content.decode()
    for _ in range(2):
        assert client.post(take).status_code == 302
    assert PlannedResult.objects.filter(skp=skp).count() == 1


def test_samples_are_ticked_and_copied(enter, team, cast):
    made.make_skp(made.make_team(cast.rahmat, cast.hendra), state="ditetapkan")
    skp = made.make_skp(team, results=0)
    client, address = enter(team.member_user), reverse("performance:copy_results", args=[skp.pk])
    page = client.get(address).content.decode()
    assert "Yang pernah disepakati pemegang jabatan yang sama" in page
    assert "Hendra" not in page
    keys = re.findall(r'name="chosen" value="([^"]+)"', page)
    assert client.post(address, {}).status_code == 422
    assert client.post(address, {"chosen": keys}).status_code == 302
    assert skp.results.count() == len(keys) == 2
    assert "Sudah ada dalam SKP ini" in text_of(client.get(address))


def test_the_team_is_filtered_and_several_skp_are_agreed_at_once(enter, team, cast):
    made.make_skp(team, state="diajukan")
    second = make_employee("Hendra Saputra", user=cast.hendra, unit=team.unit, title="Arsiparis")
    other = skps.start(employee=second, year=team.year, by=cast.hendra, on=made.START)
    made.add_result(other, "Arsip tertata", provisional="Data unit andal")
    skps.submit(skp=other, by=cast.hendra, on=made.START)
    make_employee("Belum Menyusun", unit=team.unit, title="Arsiparis")
    client = enter(team.head_user)
    page = client.get("/kinerja/tim/")
    assert "3 orang Anda nilai kinerjanya; 2 SKP menunggu" in text_of(page)
    assert "Hendra" not in text_of(client.get("/kinerja/tim/?saring=tanpa")).split("Anggota tim")[1]
    chosen = re.findall(r'name="chosen" value="([^"]+)"', page.content.decode())
    assert client.post("/kinerja/tim/tetapkan/", {}).status_code == 422
    stale = client.post("/kinerja/tim/tetapkan/", {"chosen": [chosen[0], "1-99"]})
    assert stale.status_code == 422
    assert SKP.objects.filter(state="ditetapkan").count() == 0
    assert client.post("/kinerja/tim/tetapkan/", {"chosen": chosen}).status_code == 302
    assert SKP.objects.filter(state="ditetapkan").count() == 2


def test_results_that_wait_are_joined_together(enter, team):
    skp = made.make_skp(team, state="ditetapkan")
    leaders = skps.start(employee=team.head, year=team.year, by=team.head_user, on=made.START)
    client = enter(team.head_user)
    assert "belum berisi hasil kerja" in text_of(client.get("/kinerja/tim/sambung/"))
    above = made.add_result(leaders, "Data andal")
    first, second = skp.results.order_by("pk")
    client.post("/kinerja/tim/sambung/", {f"hasil-{first.pk}": above.pk, f"hasil-{second.pk}": ""})
    assert list(skp.results.order_by("pk").values_list("parent", flat=True)) == [above.pk, None]


def test_the_matrix_is_written_for_all_or_for_one_and_shows_people_of_other_units(enter, team, cast):
    leaders = skps.start(employee=team.head, year=team.year, by=team.head_user, on=made.START)
    above = made.add_result(leaders, "Data andal")
    outside = make_employee("Hendra Saputra", user=cast.hendra, unit=make_unit("Dinas Lain"))
    client, write = enter(team.head_user), "/kinerja/tim/matriks/tulis/"
    client.post(write, {f"sel-{above.pk}-{team.member.pk}": "Menyusun\nlaporan"})
    assert RoleCell.objects.get().text == "Menyusun laporan"
    invite = "/kinerja/tim/matriks/libatkan/"
    wrong = client.post(invite, {"nip": "1" * 18, "result": above.pk, "text": "Mendata"})
    assert re.search(r'id="id_nip_error">Tidak ada pegawai aktif', wrong.content.decode())
    assert client.post(invite, {"nip": outside.nip, "result": above.pk, "text": "Mendata"}).status_code == 302
    page = text_of(client.get("/kinerja/tim/matriks/"))
    assert "Hendra Saputra" in page
    assert "Unit lain" in page
    one = client.get(write, {"orang": outside.pk}).content.decode()
    assert f"sel-{above.pk}-{outside.pk}" in one
    assert f"sel-{above.pk}-{team.member.pk}" not in one
    assert client.get(write, {"orang": "abc"}).status_code == 404


def plan(team, cast, *, above=None):
    """An objective of the team's unit, agreed by the mayor."""
    draft = ObjectiveDraft("Layanan memuaskan", above, (IndicatorDraft("Indeks kepuasan", "86", "penerima_layanan"),))
    one = unit_plans.add_objective(unit=team.unit, year=team.year, draft=draft, by=team.head_user)
    proposal = unit_agreements.propose(unit=team.unit, year=team.year, by=team.head_user, on=DAY)
    unit_agreements.agree(proposal=proposal, by=cast.wali, on=DAY)
    return one


def test_a_unit_is_planned_agreed_and_reported_in_the_browser(enter, team, cast):
    place = f"/kinerja/unit/{team.unit.pk}/2026/"
    client = enter(team.head_user)
    assert "Belum ada sasaran" in text_of(client.get(place))
    typed = {
        "text": "Layanan memuaskan",
        "indikator-baru0": "Indeks kepuasan",
        "target-baru0": "",
        "angka-baru0": "8,5",
    }
    refused = client.post(f"{place}sasaran/", typed)
    assert re.search(r'id="id_target-baru0_error">Tulis targetnya', refused.content.decode())
    done = client.post(f"{place}sasaran/", typed | {"target-baru0": "86", "perspektif-baru0": "penerima_layanan"})
    assert done["Location"] == place
    assert client.post(f"{place}ajukan/", {"reason": ""}).status_code == 302
    assert "sedang diajukan" in text_of(client.get(f"{place}sasaran/"))
    mayor = enter(cast.wali)
    assert "Baca, lalu sepakati" in text_of(mayor.get(place))
    assert mayor.post(f"{place}sepakati/").status_code == 302
    assert mayor.post(f"{place}sepakati/").status_code == 422
    client = enter(team.head_user)
    assert "Layanan memuaskan" in text_of(client.get(f"{place}versi/1/"))
    again = client.post(f"{place}ajukan/", {"reason": " "})
    assert (again.status_code, AgreementProposal.objects.count()) == (422, 1)
    assert re.search(r'id="id_reason_error">Belum diisi', again.content.decode())
    (pk,) = re.findall(r'name="teks-(\d+)"', client.get(f"{place}capaian/").content.decode())
    without = client.post(f"{place}capaian/", {f"teks-{pk}": "", f"angka-{pk}": "80"})
    assert re.search(rf'id="id_teks-{pk}_error">Tulis capaiannya', without.content.decode())
    assert client.post(f"{place}capaian/", {f"teks-{pk}": "80", f"angka-{pk}": "80"}).status_code == 302
    assert UnitResult.objects.get().period == 1
    assert client.get(f"{place}capaian/?masa=2").status_code == 404


def test_the_mayor_sends_a_plan_back_with_a_reason_that_the_unit_reads(enter, team, cast):
    plan(team, cast)
    draft = ObjectiveDraft("Arsip tertib", None, (IndicatorDraft("Berkas", "300", "proses_bisnis"),))
    unit_plans.add_objective(unit=team.unit, year=team.year, draft=draft, by=team.head_user)
    unit_agreements.propose(unit=team.unit, year=team.year, by=team.head_user, on=DAY, reason="Tambahan.")
    place = f"/kinerja/unit/{team.unit.pk}/2026/"
    assert enter(cast.wali).post(f"{place}kembalikan/", {"reason": "Ukurannya belum jelas."}).status_code == 302
    shown = text_of(enter(team.head_user).get(place))
    assert "Ukurannya belum jelas." in shown
    assert "Sasaran ditambah Arsip tertib" in shown


def test_a_year_is_opened_and_what_cannot_be_opened_is_said_at_the_field(enter, cast):
    client = enter(cast.lestari)
    for year, said in (("2027", "dapat dibuka mulai 1 Oktober 2026"), ("2001", "Tidak ada aturan evaluasi")):
        refused = client.post("/kinerja/tahun/", {"tahun": year})
        assert re.search(rf'id="id_tahun_error">[^<]*{said}', refused.content.decode())
    assert client.post("/kinerja/tahun/", {"tahun": "2026"}).status_code == 302
    assert "sudah dibuka" in text_of(client.post("/kinerja/tahun/", {"tahun": "2026"}))


def test_an_officer_changes_the_appraiser_of_an_skp(enter, team, cast):
    skp = made.make_skp(team, state="ditetapkan")
    other = make_employee("Rahmat Hidayat", user=cast.rahmat, unit=team.unit)
    client, address = enter(cast.lestari), reverse("performance:appraiser", args=[skp.pk])
    wrong = client.post(address, {"nip": "1" * 18, "reason": "Atasan cuti besar."})
    assert re.search(r'id="id_nip_error">Tidak ada pegawai aktif', wrong.content.decode())
    assert client.post(address, {"nip": other.nip, "reason": "Atasan cuti besar."}).status_code == 302
    assert SKP.objects.get(pk=skp.pk).appraiser == other


def test_pages_stay_under_their_ceilings_at_any_size(enter, team, cast):
    skp = made.make_skp(team, state="ditetapkan")
    leaders = skps.start(employee=team.head, year=team.year, by=team.head_user, on=made.START)
    made.add_result(leaders, "Data andal")
    plan(team, cast)
    place = f"/kinerja/unit/{team.unit.pk}/2026/"
    pages = (
        (team.member_user, "/kinerja/", LIST), (team.member_user, skp.get_absolute_url(), LIST),
        (team.head_user, "/kinerja/tim/", LIST), (team.head_user, "/kinerja/tim/?saring=menunggu", LIST),
        (team.head_user, "/kinerja/tim/matriks/", LIST), (team.head_user, "/kinerja/tim/matriks/tulis/", LIST),
        (team.head_user, "/kinerja/tim/sambung/", LIST), (team.head_user, skp.get_absolute_url(), LIST),
        (team.head_user, place, PROFILE), (team.head_user, f"{place}massal/", LIST), (cast.lestari, "/kinerja/unit/", LIST),
        (cast.lestari, "/kinerja/tahun/", LIST), (team.head_user, f"/kinerja/unit/{team.unit.pk}/contoh/", LIST),
    )  # fmt: skip
    counts = {}
    for size in (2, 30):
        many(team, size)
        for user, address, most in pages:
            client = enter(user)
            client.get(address)  # what is read once per process does not count
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            counts.setdefault((user.name, address, most), []).append(len(captured))
    grown = {page: found for page, found in counts.items() if found[1] > found[0] or found[1] > page[2]}
    assert grown == {}
