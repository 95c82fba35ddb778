"""Pages of the 360 degree round and of the pulse: filled in once, without a name, watched by officers as numbers."""

from datetime import timedelta

from django.urls import reverse

from jenjang.accounts import todo
from jenjang.feedback import pulses, rounds
from jenjang.feedback.models import PulseAnswer, Rater, RaterAnswer
from jenjang.feedback.pulse_questions import QUESTIONS
from tests.cast import Cast
from tests.factories import feedback as made
from tests.factories.feedback import TODAY, Office, fill_pulse, filling_day, make_round
from tests.factories.people import BY, make_employee
from tests.integration.feedback.pages import Reader, words

# 360


def test_a_form_of_a_round_is_filled_in_once_and_the_list_says_so(
    office: Office, cast: Cast, as_: Reader, freeze
) -> None:
    round = make_round()
    freeze(filling_day(round))
    rater = Rater.objects.get(round=round, employee=office.members[0], group="pimpinan")
    leader, url = as_(cast.yuliana), reverse("feedback:fill", args=[rater.pk])
    assert "Nilai 8 orang dalam umpan balik 360°" in words(leader.get("/beranda/"))
    scores = dict.fromkeys(made.all_the_same(4), "4")
    for wrong in ({}, {**scores, "loyal": "6"}, {**scores, "loyal": "x"}, {**scores, "words": "x" * 501}):
        assert leader.post(url, wrong).status_code == 422
    assert RaterAnswer.objects.count() == 0
    assert "Penilaian diterima tanpa nama Anda." in words(leader.post(url, scores, follow=True))
    assert "Sudah diterima" in words(leader.get("/umpan-balik/360/"))
    assert leader.post(url, scores).status_code == 422
    assert RaterAnswer.objects.count() == 1


def test_an_objection_is_made_on_the_page_and_settled_by_the_leader(office: Office, cast: Cast, as_: Reader) -> None:
    round = make_round()
    rater = Rater.objects.filter(round=round, employee=office.members[0], group="rekan").first()
    sri, leader = as_(cast.sri), as_(cast.yuliana)
    url = reverse("feedback:object", args=[rater.pk])
    assert url in words(sri.get("/umpan-balik/360/"))
    assert sri.post(url, {"reason": "Pendek"}).status_code == 422
    assert sri.post(url, {"reason": "Kami sedang bersengketa soal pembagian tugas."}).status_code == 302
    assert "Putus 1 sanggahan atas penilai 360°" in words(leader.get("/beranda/"))
    settle = reverse("feedback:settle", args=[rater.pk])
    assert settle in words(leader.get("/umpan-balik/360/sanggahan/"))
    assert leader.post(settle, {"granted": "mungkin", "reason": "Benar ada sengketa."}).status_code == 422
    assert leader.post(settle, {"granted": "terima", "reason": "Benar ada sengketa."}).status_code == 302
    rater.refresh_from_db()
    assert rater.state == "diganti"


def test_officers_open_watch_and_cancel_a_round_and_see_numbers_only(office: Office, cast: Cast, as_: Reader) -> None:
    officer = as_(cast.lestari)
    assert officer.post("/umpan-balik/360/kelola/buka/").status_code == 302
    assert officer.post("/umpan-balik/360/kelola/buka/").status_code == 422
    round = rounds.Round.objects.get()
    assert "Lanjutkan usulan penilai" in words(officer.get("/umpan-balik/360/kelola/"))
    count = reverse("feedback:count_round", args=[round.pk])
    assert officer.post(count).status_code == 404, "nothing to count while raters are proposed"
    cancel = reverse("feedback:cancel_round", args=[round.pk])
    assert officer.post(cancel, {"reason": "Salah tanggal pembukaan."}).status_code == 302
    assert "Dibatalkan" in words(officer.get("/umpan-balik/360/kelola/"))
    assert as_(cast.nurhayati).get("/umpan-balik/360/kelola/").status_code == 200
    assert as_(cast.nurhayati).post("/umpan-balik/360/kelola/buka/").status_code == 403


def test_counting_before_the_last_day_is_refused_on_the_page(office: Office, cast: Cast, as_: Reader) -> None:
    round = make_round()
    answer = as_(cast.lestari).post(reverse("feedback:count_round", args=[round.pk]))
    assert (answer.status_code, "Putaran masih diisi sampai" in words(answer)) == (422, True)


# pulse


def test_the_pulse_is_filled_in_once_without_a_name(office: Office, cast: Cast, as_: Reader) -> None:
    sri = as_(cast.sri)
    assert "Denyut sedang tidak dibuka" in words(sri.get("/denyut/isi/"))
    assert as_(cast.lestari).post("/denyut/kelola/buka/").status_code == 302
    scores = dict.fromkeys(QUESTIONS, "4")
    for wrong in ({}, {**scores, "fair": "0"}, {**scores, "fair": "lima"}):
        assert sri.post("/denyut/isi/", wrong).status_code == 422
    assert "Jawaban diterima tanpa nama Anda." in words(sri.post("/denyut/isi/", scores, follow=True))
    assert "Jawaban Anda sudah diterima" in words(sri.get("/denyut/isi/"))
    assert sri.post("/denyut/isi/", scores).status_code == 422
    assert PulseAnswer.objects.count() == 1
    assert "1 dari" in words(as_(cast.lestari).get("/denyut/kelola/"))


def test_somebody_without_a_unit_reads_why_the_pulse_cannot_be_filled_in(cast: Cast, as_: Reader, freeze) -> None:
    freeze(TODAY)
    make_employee("Tanpa Unit", user=cast.sri)
    pulses.open_pulse(by=BY, on=TODAY)
    assert "belum tercatat pada suatu unit" in words(as_(cast.sri).get("/denyut/isi/"))
    assert as_(cast.sri).post("/denyut/isi/", dict.fromkeys(QUESTIONS, "4")).status_code == 422
    assert todo.waiting_for(cast.sri, TODAY) == []


def test_a_trend_shows_only_the_groups_that_are_large_enough(office: Office, cast: Cast, as_: Reader) -> None:
    pulse = pulses.open_pulse(by=BY, on=TODAY)
    fill_pulse(pulse, office.members[:5], 4)
    pulses.close(pulse=pulse, on=pulse.closes_on + timedelta(days=1))
    url = reverse("feedback:pulse_unit", args=[office.unit.pk])
    assert "4,00" in words(as_(cast.sri).get(url))
    assert as_(cast.dewi).get(url).status_code == 404


def test_officers_are_reminded_of_a_new_quarter_only_where_pulses_are_a_habit(cast: Cast) -> None:
    assert todo.waiting_for(cast.lestari, TODAY) == []
    last = pulses.open_pulse(by=BY, on=TODAY - timedelta(days=92))
    pulses.close(pulse=last, on=last.closes_on + timedelta(days=1))
    assert [item.title for item in todo.waiting_for(cast.lestari, TODAY)] == ["Buka denyut triwulan ini"]
