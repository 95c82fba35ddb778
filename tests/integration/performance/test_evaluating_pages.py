"""The pages of evaluating: a sheet for a whole team, results that are answered, and everything that refuses says where and why."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from jenjang.accounts.todo import waiting_for
from jenjang.performance import evaluations, handing, tallies, unit_predicates
from jenjang.performance.models import (
    AmendmentProposal,
    AppraisalObjection,
    Assessment,
    Calibration,
    Evaluation,
    ImprovementPlan,
    PerformanceYear,
    PeriodicRecord,
    RatingDraft,
)
from jenjang.performance.periods import periods_of
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import give, make_employee, make_seat, make_unit

ABOVE, MEETS, BELOW = "di_atas_ekspektasi", "sesuai_ekspektasi", "di_bawah_ekspektasi"
DAY = date(2026, 4, 14)
SHEET = "/kinerja/tim/penilaian/2026/1/"
LONG = "Bukti laporan bulan Februari belum dibaca, padahal sudah diunggah."
LIST, PROFILE = 15, 25
Act = Callable[..., Client]


@pytest.fixture(autouse=True)
def _day(freeze: Callable[[date], None]) -> None:
    freeze(DAY)


@pytest.fixture
def team(cast: Cast) -> made.Team:
    above = make_unit("Dinas Contoh")
    seat = make_seat(above, "Kepala Dinas Contoh", kind="jpt_pratama", is_head=True)
    make_employee("Hendra Saputra", user=cast.hendra, seat=seat)
    found = made.make_team(cast.yuliana, cast.sri, parent=above)
    made.make_skp(found, state="ditetapkan")
    made.add_members(found, 2)
    return found


@pytest.fixture
def act(client: Client, sign_in: Callable[..., Client]) -> Act:
    return lambda user, **how: sign_in(client, user, **how)


def mine(team: made.Team) -> Evaluation:
    return Evaluation.objects.get(employee=team.member, period=1)


def choices(team: made.Team, result: str = MEETS, behaviour: str = MEETS) -> dict[str, str]:
    """What the sheet sends without script: everybody's fields."""
    sent = {}
    for one in made.evaluations_of(team):
        sent |= {f"h-{one.pk}": result, f"p-{one.pk}": behaviour, f"c-{one.pk}": ""}
    return sent


# the sheet of a team


def test_without_script_the_whole_sheet_is_kept_turned_into_ratings_and_handed_over(team: made.Team, act: Act) -> None:
    client = act(team.head_user)
    assert client.post(SHEET, choices(team)).status_code == 302
    assert RatingDraft.objects.count() == 3
    page = client.post(f"{SHEET}selesai/", choices(team, ABOVE), follow=True)
    assert "3 orang dinilai" in page.content.decode()
    assert set(Evaluation.objects.filter(period=1).exclude(employee=team.head).values_list("state", flat=True)) == {
        "dinilai"
    }
    assert "Serahkan hasil kepada 3 orang" in client.get(f"{SHEET}serahkan/").content.decode()
    assert client.post(f"{SHEET}serahkan/").status_code == 302
    assert mine(team).state == "dirilis"
    assert tallies.differences(team.year) == []


def test_with_script_one_choice_is_kept_and_the_answer_holds_only_what_changed(team: made.Team, act: Act) -> None:
    client, one = act(team.head_user), mine(team)
    answer = client.post(SHEET, {f"h-{one.pk}": ABOVE}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    words = answer.content.decode()
    assert "Tersimpan otomatis" in words
    assert "<html" not in words
    client.post(SHEET, {f"p-{one.pk}": MEETS}, headers={"HX-Request": "true"})
    kept = RatingDraft.objects.get()
    assert (kept.evaluation_id, kept.result_rating, kept.behaviour_rating) == (one.pk, ABOVE, MEETS)


@pytest.mark.parametrize("path", ["", "selesai/"])
def test_a_choice_that_is_none_keeps_nothing_and_loses_no_typed_note(team: made.Team, act: Act, path: str) -> None:
    sent = choices(team) | {f"h-{mine(team).pk}": "hebat", f"c-{mine(team).pk}": "Teliti sekali."}
    answer = act(team.head_user).post(SHEET + path, sent)
    words = answer.content.decode()
    assert answer.status_code == 422
    assert "Teliti sekali." in words
    assert f"h-{mine(team).pk}_error" in words
    assert not RatingDraft.objects.exists()
    assert mine(team).state == "terbuka"


def test_who_rates_nobody_reads_what_will_be_here_and_finds_no_sheet(team: made.Team, cast: Cast, act: Act) -> None:
    client = act(cast.sri)
    assert "Belum ada yang Anda nilai" in client.get("/kinerja/tim/penilaian/").content.decode()
    assert client.get(SHEET).status_code == 404
    assert client.get("/kinerja/tim/penilaian/2026/9/").status_code == 404


def test_nobody_meets_the_own_evaluation_on_a_page_that_rates(team: made.Team, act: Act) -> None:
    made.agree(made.start(team.head))
    own = Evaluation.objects.get(employee=team.head, period=1)
    client = act(team.head_user)
    for page in ("nilai", "serahkan"):
        assert client.post(f"/kinerja/evaluasi/{own.pk}/{page}/", {}).status_code == 404
    assert team.head.current.name not in client.get(SHEET).content.decode().split("<tbody>")[1]


def test_the_sheet_and_the_agencys_spread_ask_no_more_however_many_people_there_are(
    team: made.Team, cast: Cast, act: Act, django_assert_max_num_queries: Callable
) -> None:
    pages = [(team.head_user, SHEET, LIST), (cast.lestari, "/kinerja/sebaran/?tahun=2026&masa=1", LIST),
             (cast.wali, "/kinerja/sebaran/?tahun=2026&masa=1&saya=1", LIST),
             (cast.lestari, f"/kinerja/sebaran/2026/1/{team.unit.pk}/", PROFILE), (cast.lestari, "/kinerja/pola/", LIST)]  # fmt: skip
    made.make_evaluation(team, state="dinilai")
    before = [_queries(act(user), url, most, django_assert_max_num_queries) for user, url, most in pages]
    made.add_members(team, 20, unit=make_unit("Seksi Baru", parent=team.unit))
    after = [_queries(act(user), url, most, django_assert_max_num_queries) for user, url, most in pages]
    assert all(later <= earlier + 1 for earlier, later in zip(before, after, strict=True)), (before, after)


def _queries(client: Client, url: str, most: int, ceiling: Callable) -> int:
    assert client.get(url).status_code == 200  # what is read once per process does not count
    with ceiling(most) as asked:
        client.get(url)
    return len(asked)


# one evaluation


def test_the_person_fills_in_sends_and_sees_no_rating_until_it_is_handed_over(team: made.Team, act: Act) -> None:
    one, client = mine(team), act(team.member_user)
    lines = {f"r-{result.pk}": "Empat laporan tersusun." for result in one.skp.results.all()}
    url = f"/kinerja/evaluasi/{one.pk}/"
    assert client.post(f"{url}isi/", lines | {"aksi": "lanjut"}).headers["Location"] == f"{url}kirim/"
    refused = client.post(f"{url}kirim/", {"result_rating": ABOVE, "note": "Semua laporan tepat waktu."})
    assert refused.status_code == 422
    assert "Semua laporan tepat waktu." in refused.content.decode()
    assert mine(team).state == "terbuka"
    client.post(f"{url}kirim/", {"result_rating": MEETS, "behaviour_rating": MEETS, "note": ""})
    assert mine(team).state == "diisi"
    made.make_evaluation(team)
    act(team.head_user).post(f"{url}nilai/", {"aksi": "nilai", "result_rating": ABOVE, "behaviour_rating": ABOVE, "note": "Rapi."})  # fmt: skip
    assert mine(team).predicate == "sangat_baik"
    assert "Sangat baik" not in act(team.member_user).get(url).content.decode()
    act(team.head_user).post(f"{url}serahkan/")
    assert "Sangat baik" in act(team.member_user).get(url).content.decode()


def test_a_rating_without_both_halves_is_refused_at_its_field_and_a_draft_may_lack_one(
    team: made.Team, act: Act
) -> None:
    made.make_evaluation(team, state="diisi")
    url, client = f"/kinerja/evaluasi/{mine(team).pk}/nilai/", act(team.head_user)
    sent = {"result_rating": ABOVE, "note": "Teruskan."}
    assert client.post(url, sent | {"aksi": "nilai"}).status_code == 422
    assert not Assessment.objects.exclude(kind="sendiri").exists()
    assert client.post(url, sent | {"aksi": "simpan"}).status_code == 302
    assert (mine(team).state, RatingDraft.objects.get().note) == ("diisi", "Teruskan.")


def test_one_signs_and_then_neither_objects_nor_signs_again(team: made.Team, act: Act) -> None:
    one = made.make_evaluation(team, state="dirilis")
    url, client = f"/kinerja/evaluasi/{one.pk}/", act(team.member_user)
    assert client.post(f"{url}tanda-tangan/").status_code == 302
    assert mine(team).state == "diterima"
    assert client.post(f"{url}keberatan/", {"words": LONG}).status_code == 422
    assert client.get(f"{url}tanda-tangan/").status_code == 302
    assert not AppraisalObjection.objects.exists()


def test_an_objection_needs_reasons_and_the_superiors_ruling_ends_it(team: made.Team, cast: Cast, act: Act) -> None:
    one = made.make_evaluation(team, state="dirilis")
    url, client = f"/kinerja/evaluasi/{one.pk}/", act(team.member_user)
    short = client.post(f"{url}keberatan/", {"words": "Tidak adil."})
    assert short.status_code == 422
    assert "Tidak adil." in short.content.decode()
    assert client.post(f"{url}keberatan/", {"words": LONG}).status_code == 302
    assert act(team.head_user).get(f"{url}putusan/").status_code == 404
    superior = act(cast.hendra)
    assert LONG in superior.get(f"{url}putusan/").content.decode()
    sent = {"outcome": "terima", "heard": LONG, "words": LONG}
    for unchanged in ({}, {"behaviour_rating": MEETS}):
        refused = superior.post(f"{url}putusan/", sent | unchanged)
        assert refused.status_code == 422
        assert "paling sedikit satu rating" in refused.content.decode()
    assert superior.post(f"{url}putusan/", sent | {"result_rating": ABOVE}).status_code == 302
    ruled = mine(team)
    assert (ruled.state, ruled.result_rating, ruled.behaviour_rating) == ("diputus", ABOVE, MEETS)


def test_who_rules_reads_what_the_appraiser_noted_and_said_of_conduct(team: made.Team, cast: Cast, act: Act) -> None:
    one, by = made.make_evaluation(team, state="diisi"), team.head_user
    evaluations.write_feedback(evaluation=one, by_result={}, by_value={"akuntabel": "Teliti memeriksa data."}, by=by)
    evaluations.rate(
        evaluation=one, result_rating=MEETS, behaviour_rating=MEETS, note="Laporan kedua terlambat.", by=by, on=made.RATED_ON
    )  # fmt: skip
    handing.release(evaluation=one, by=by, on=made.RATED_ON)
    handing.object_to(evaluation=one, words=LONG, by=team.member_user, on=made.RATED_ON)
    page = act(cast.hendra).get(f"/kinerja/evaluasi/{one.pk}/putusan/").content.decode()
    assert "Laporan kedua terlambat." in page
    assert "Teliti memeriksa data." in page


# after the handing over


def test_an_amendment_is_settled_by_another_officer_and_refusing_it_says_why(
    team: made.Team, cast: Cast, act: Act
) -> None:
    one = made.make_evaluation(team, state="diterima")
    url = f"/kinerja/evaluasi/{one.pk}/ubah/"
    given = {"result_rating": ABOVE, "behaviour_rating": ABOVE}
    assert act(cast.lestari).post(url, given | {"reason": "Salah."}).status_code == 422
    assert act(cast.lestari).post(url, given | {"reason": LONG}).status_code == 302
    settle = f"/kinerja/perubahan/{AmendmentProposal.objects.get().pk}/"
    assert act(cast.lestari, fresh=True).post(settle, {"outcome": "setuju"}).status_code == 422
    second = act(cast.rahmat, fresh=True)
    assert second.post(settle, {"outcome": "tolak"}).status_code == 422
    assert mine(team).state == "diterima"
    assert second.post(settle, {"outcome": "setuju"}).status_code == 302
    assert (mine(team).state, mine(team).predicate) == ("diubah", "sangat_baik")
    assert Assessment.objects.get(kind="perubahan").seconded_by == cast.rahmat


# predicates of a unit


def test_a_unit_is_handed_over_only_after_its_predicate_and_says_so(team: made.Team, cast: Cast, act: Act) -> None:
    made.make_evaluation(team, state="dinilai")
    url = f"/kinerja/sebaran/2026/1/{team.unit.pk}/"
    client = act(team.head_user)
    assert "Predikat organisasi belum ditetapkan." in client.get(f"{url}serahkan/").content.decode()
    assert client.post(f"{url}serahkan/").status_code == 422
    assert client.get(f"{url}predikat/").status_code == 404
    above = act(cast.hendra)
    assert above.post(f"{url}predikat/", {"predicate": "baik", "reason": "Baik."}).status_code == 422
    assert above.post(f"{url}predikat/", {"predicate": "baik", "reason": LONG}).status_code == 302
    assert "/pekerjaan/" in act(team.head_user).post(f"{url}serahkan/").headers["Location"]


def test_a_unit_of_a_year_that_is_over_offers_nothing_that_would_be_refused(
    team: made.Team, cast: Cast, act: Act
) -> None:
    one = made.make_evaluation(team, state="dinilai")
    url = f"/kinerja/sebaran/2026/1/{team.unit.pk}/"
    offered = ("kalibrasi/", "predikat/")
    pages = [act(who).get(url).content.decode() for who in (team.head_user, cast.hendra)]
    assert all(any(f"{url}{what}" in page for page in pages) for what in offered)
    PerformanceYear.objects.filter(pk=one.year_id).update(state="ditutup")
    pages = [act(who).get(url).content.decode() for who in (team.head_user, cast.hendra)]
    assert all("Tahun 2026 sudah ditutup" in page for page in pages)
    assert not any(f"{url}{what}" in page for page in pages for what in offered)


def test_a_meeting_keeps_before_after_and_why_and_refuses_a_change_without_a_reason(team: made.Team, act: Act) -> None:
    one = made.make_evaluation(team, state="dinilai")
    url, client = f"/kinerja/sebaran/2026/1/{team.unit.pk}/kalibrasi/", act(team.head_user)
    said = {"held_on": "13/04/2026", "place": "Ruang rapat", "attended": "Semua ketua tim", "minutes": LONG}
    refused = client.post(url, said | {f"hasil-{one.pk}": ABOVE})
    assert refused.status_code == 422
    assert "Tulis alasan perubahan ini." in refused.content.decode()
    assert client.post(url, said | {f"hasil-{one.pk}": ABOVE, f"alasan-{one.pk}": ""} | {"held_on": "kemarin"}).status_code == 422  # fmt: skip
    assert not Calibration.objects.exists()
    assert client.post(url, said | {f"hasil-{one.pk}": ABOVE, f"alasan-{one.pk}": "Bukti lengkap."}).status_code == 302
    words = client.get(f"{url}{Calibration.objects.get().pk}/").content.decode()
    assert "Bukti lengkap." in words
    assert "Baik (sesuai, sesuai)" in words
    assert "Baik (di atas, sesuai)" in words


# six months of improvement


def test_a_plan_is_begun_lived_through_and_closed_on_its_pages(team: made.Team, act: Act, freeze: Any) -> None:
    freeze(date(2027, 1, 20))
    poor = made.make_evaluation(team, period=0, state="diterima", result_rating=BELOW, behaviour_rating=BELOW)
    url, client = f"/kinerja/evaluasi/{poor.pk}/pembinaan/", act(team.head_user)
    assert "Belum dimulai" in client.get("/kinerja/pembinaan/?keadaan=belum").content.decode()
    late = client.post(url, {"aim": LONG, "langkah-1": "Susun jadwal.", "tenggat-1": "01/12/2027"})
    assert late.status_code == 422
    assert LONG in late.content.decode()
    assert client.post(url, {"aim": LONG, "langkah-1": "Susun jadwal.", "tenggat-1": "10/02/2027"}).status_code == 302
    plan = ImprovementPlan.objects.get()
    step = f"/kinerja/pembinaan/{plan.pk}/langkah/{plan.steps.get().pk}/"
    assert "Kerjakan langkah perbaikan kinerja" in [one.title for one in waiting_for(team.member_user)]
    assert act(team.member_user).post(step, {"note": "Jadwal terpasang."}).status_code == 302
    closing = f"/kinerja/pembinaan/{plan.pk}/tutup/"
    early = act(team.head_user).post(closing, {"outcome": "uji_kompetensi", "words": LONG})
    assert early.status_code == 422
    assert client.post(closing, {"outcome": "membaik", "words": LONG}).status_code == 302


# what waits at home


OF_OTHER_PARTS = {"Catat yang dikerjakan pekan ini", "Mulai SKP 2026"}


def test_each_finds_at_home_what_waits_for_them(team: made.Team, cast: Cast) -> None:
    def titles(user: Any) -> list[str]:
        forget(user)
        return [one.title for one in waiting_for(user) if one.title not in OF_OTHER_PARTS]

    assert titles(team.member_user) == ["Isi evaluasi triwulan I 2026"]
    assert titles(team.head_user) == ["Nilai tim, triwulan I 2026"]
    one = made.make_evaluation(team, state="dinilai")
    assert titles(team.member_user) == []
    handing.release(evaluation=one, by=team.head_user, on=DAY)
    assert titles(team.member_user) == ["Tanggapi hasil evaluasi triwulan I 2026"]
    assert "Tetapkan predikat organisasi" in titles(cast.wali)
    quarter = periods_of(2026, team.year.rhythm)[0]
    unit_predicates.set_predicate(
        unit=team.unit.parent, year=team.year, period=quarter, predicate="baik", reason=LONG, recommendation="",
        by=cast.wali, on=DAY,
    )  # fmt: skip
    assert "Tetapkan predikat organisasi" not in titles(cast.wali)
    handing.object_to(evaluation=one, words=LONG, by=team.member_user, on=DAY)
    assert "Putus keberatan atas penilaian" in titles(cast.hendra)
    handing.rule_on(objection=one.objection, granted=False, heard=LONG, words=LONG, by=cast.hendra, on=DAY)
    handing.propose_amendment(evaluation=one, result_rating=ABOVE, behaviour_rating=ABOVE, reason=LONG, by=cast.lestari)
    assert not [title for title in titles(cast.lestari) if "usul perubahan" in title]
    assert "1 usul perubahan hasil menunggu petugas kedua" in titles(cast.rahmat)


def forget(user: Any) -> None:
    """A new request: what an account asked once is forgotten."""
    user.asked = {}
    user.powers = None


def test_what_was_rated_elsewhere_stands_beside_the_rating_of_the_year(team: made.Team, act: Act) -> None:
    made.make_evaluation(team, period=1, state="diterima")
    give(
        PeriodicRecord, team.member, date(2026, 6, 30), year=2026, first_month=4, last_month=6, predicate="sangat_baik"
    )
    later = made.make_evaluation(team, period=3)
    page = act(team.head_user).get(f"/kinerja/evaluasi/{later.pk}/nilai/").content.decode()
    assert "Masa sebelumnya tahun ini" in page
    assert "April sampai Juni 2026" in page
    assert "Sangat baik (e-Kinerja)" in page


def test_units_whose_predicate_somebody_sets_are_counted_at_home_and_listed_behind_the_link(
    team: made.Team, cast: Cast, act: Act
) -> None:
    made.make_evaluation(team, state="dinilai")
    forget(cast.wali)
    (item,) = [one for one in waiting_for(cast.wali) if one.title == "Tetapkan predikat organisasi"]
    assert item.text.startswith("1 unit, triwulan I 2026")
    every = "/kinerja/sebaran/?tahun=2026&masa=1"
    office, section = team.unit.parent.name, team.unit.name
    for user, url, names in (
        (cast.wali, item.url, [office]),
        (cast.wali, every, [office, section]),
        (cast.hendra, f"{every}&saya=1", [section]),
        (cast.lestari, f"{every}&saya=1", [office, section]),  # who sets none has no such filter
    ):
        page = act(user).get(url).content.decode()
        assert re.findall(r'j-level--\d" href="[^"]+">([^<]+)<', page) == names
        assert ('name="saya"' in page) == (user != cast.lestari)
        assert bool(re.search(r'name="saya"[^>]* checked', page)) == ("saya=1" in url and user != cast.lestari)
