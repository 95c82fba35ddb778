"""Pages of feedback: work without JavaScript, say what is wrong at the field, and ask no more however many people there are."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from jenjang.accounts import todo
from jenjang.feedback import notes, pulses, recognitions, rounds, upward
from jenjang.feedback.models import (
    Feedback,
    FeedbackRequest,
    PulseAnswer,
    Rater,
    RaterAnswer,
    Recognition,
    UpwardAnswer,
)
from jenjang.feedback.notes import About
from jenjang.feedback.pulse_questions import QUESTIONS
from tests.cast import Cast
from tests.factories import feedback as made
from tests.factories.feedback import TODAY, Office, fill_pulse, filling_day, make_office, make_round, of, voice
from tests.factories.people import BY, make_employee

TEXT = "Pada rapat Senin Anda menyiapkan data lima unit, sehingga keputusan cepat diambil."
SAID = {"about": "nilai:kolaboratif", "text": TEXT, "next_step": "Lanjutkan pada rapat berikutnya."}
MOST = 15
Reader = Callable[..., Client]


@pytest.fixture
def office(cast: Cast, freeze) -> Office:
    freeze(TODAY)
    return make_office([cast.sri, cast.hendra, cast.budi], size=8, head_user=cast.yuliana)


@pytest.fixture
def as_(sign_in: Callable[..., Client]) -> Reader:
    """A client signed in as somebody, fresh enough for what asks for a code."""
    return lambda user: sign_in(Client(), user, fresh=True)


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def note(office: Office, writer, member: int = 0, text: str = TEXT) -> Feedback:
    about = About(value="kolaboratif")
    return notes.give(writer=voice(writer), reader=of(office.members[member]), about=about, text=text, on=TODAY)


# notes


def test_a_note_is_written_read_and_answered_with_forms_alone(office: Office, cast: Cast, as_: Reader) -> None:
    leader, sri = as_(cast.yuliana), as_(cast.sri)
    url = reverse("feedback:write", args=[office.members[0].pk])
    assert url in words(leader.get("/umpan-balik/"))
    sent = leader.post(url, SAID, follow=True)
    assert "Umpan balik terkirim." in words(sent)
    note = Feedback.objects.get()
    assert TEXT in words(sri.get("/umpan-balik/"))
    sri.post(reverse("feedback:thank_note", args=[note.pk]))
    sri.post(reverse("feedback:answer", args=[note.pk]), {"text": "Baik, akan saya lanjutkan."})
    page = words(leader.get(note.get_absolute_url()))
    assert "Terima kasih disampaikan" in page
    assert "Baik, akan saya lanjutkan." in page


def test_the_hint_comes_by_a_button_and_while_one_writes_and_stores_nothing(
    office: Office, cast: Cast, as_: Reader
) -> None:
    sri = as_(cast.sri)
    url = reverse("feedback:write", args=[office.members[1].pk])
    typed = {"about": "", "text": "Anda orangnya malas", "next_step": ""}
    page = words(sri.post(url, {**typed, "periksa": "1"}))
    assert "menilai orangnya" in page
    assert "Anda orangnya malas" in page
    assert "menilai orangnya" in words(sri.post("/umpan-balik/saran/", typed, headers={"HX-Request": "true"}))
    assert Feedback.objects.count() == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"about": ""}, "Belum diisi."),
        ({"about": "nilai:tidak-ada"}, "Pilih"),
        ({"about": "hasil:999999"}, "Pilih"),
        ({"about": "hasil:satu"}, "Pilih"),
        ({"text": "Bagus"}, "15"),
        ({"text": "x" * 1001}, "1000"),
        ({"text": "nol \x00 di tengah kalimat yang panjang"}, ""),
        ({"next_step": "x" * 501}, "500"),
    ],
)
def test_bad_input_is_answered_at_the_field_and_nothing_typed_is_lost(
    office: Office, cast: Cast, as_: Reader, changed: dict[str, str], said: str
) -> None:
    answer = as_(cast.yuliana).post(reverse("feedback:write", args=[office.members[0].pk]), {**SAID, **changed})
    page = words(answer)
    assert answer.status_code == 422
    assert said in page
    assert 'aria-invalid="true"' in page
    assert ("Lanjutkan pada rapat berikutnya." in page) == ("next_step" not in changed)
    assert Feedback.objects.count() == 0


def test_the_same_note_twice_and_a_note_to_oneself_are_refused_with_a_sentence(
    office: Office, cast: Cast, as_: Reader
) -> None:
    sri = as_(cast.sri)
    note(office, cast.sri, 1)
    again = sri.post(reverse("feedback:write", args=[office.members[1].pk]), SAID)
    assert (again.status_code, "sudah Anda kirim kepadanya hari ini" in words(again)) == (422, True)
    own = reverse("feedback:write", args=[office.members[0].pk])
    assert "Umpan balik ditulis untuk orang lain" in words(sri.get(own))
    assert sri.post(own, SAID).status_code == 422
    assert Feedback.objects.count() == 1


def test_a_request_is_asked_shown_at_home_and_answered_or_passed_over(office: Office, cast: Cast, as_: Reader) -> None:
    sri, hendra = as_(cast.sri), as_(cast.hendra)
    people = [str(office.members[place].pk) for place in (1, 2)]
    sri.post("/umpan-balik/minta/", {"people": people, "about": "", "question": "Apa yang sebaiknya saya ubah?"})
    assert [item.title for item in todo.waiting_for(cast.hendra, TODAY)] == ["Jawab permintaan umpan balik"]
    assert "Apa yang sebaiknya saya ubah?" in words(hendra.get("/umpan-balik/"))
    request = FeedbackRequest.objects.get(asked=office.members[1])
    url = reverse("feedback:write", args=[office.members[0].pk]) + f"?permintaan={request.pk}"
    assert hendra.post(url, SAID).status_code == 302
    as_(cast.budi).post(reverse("feedback:decline", args=[FeedbackRequest.objects.get(asked=office.members[2]).pk]))
    page = words(sri.get("/umpan-balik/?bagian=diminta"))
    assert "Dijawab" in page
    assert "Dilewati" in page
    cast.hendra.asked = {}
    assert todo.waiting_for(cast.hendra, TODAY) == []


def test_asking_nobody_or_a_stranger_is_refused_at_the_field(office: Office, cast: Cast, as_: Reader) -> None:
    stranger = make_office([], size=1, name="Dinas Lain").members[0]
    for people in ([], [str(stranger.pk)], ["0"], ["x"]):
        answer = as_(cast.sri).post("/umpan-balik/minta/", {"people": people, "about": "", "question": "Bagaimana?"})
        assert answer.status_code == 422
        assert "Bagaimana?" in words(answer)
    assert FeedbackRequest.objects.count() == 0
    assert "Pegawai" in words(as_(cast.sri).get(f"/umpan-balik/minta/?orang={stranger.pk}"))


def test_a_note_is_closed_to_colleagues_and_open_to_the_leader(office: Office, cast: Cast, as_: Reader) -> None:
    url = note(office, cast.hendra).get_absolute_url()
    assert as_(cast.yuliana).get(url).status_code == 200
    assert as_(cast.budi).get(url).status_code == 404
    assert TEXT in words(as_(cast.yuliana).get("/umpan-balik/tim/"))
    assert TEXT not in words(as_(cast.budi).get("/umpan-balik/tim/"))


def test_withdrawing_is_blocked_with_its_reason_once_the_day_is_over(
    office: Office, cast: Cast, as_: Reader, freeze
) -> None:
    written = note(office, cast.hendra)
    url = reverse("feedback:withdraw_note", args=[written.pk])
    Feedback.objects.update(at=written.at - timedelta(days=900))
    assert "hanya dapat ditarik dalam 24 jam" in words(as_(cast.hendra).get(written.get_absolute_url()))
    assert as_(cast.hendra).post(url).status_code == 422
    assert as_(cast.budi).post(url).status_code == 404


# without a name


def test_upward_feedback_says_what_it_promises_and_never_who_wrote(office: Office, cast: Cast, as_: Reader) -> None:
    sri = as_(cast.sri)
    assert "tidak dapat diubah atau ditarik" in words(sri.get("/umpan-balik/tanpa-nama/"))
    answer = sri.post("/umpan-balik/tanpa-nama/", {"value": "akuntabel", "text": TEXT}, follow=True)
    assert "Tersimpan tanpa nama Anda." in words(answer)
    made.write_upward(office.members[1:3], text="Rapat dimulai tepat waktu.")
    upward.publish(TODAY + timedelta(days=7))
    page = words(as_(cast.yuliana).get("/umpan-balik/tim/"))
    assert TEXT in page
    assert "Sri Wahyuni" not in page.split("Tanpa nama dari tim")[1].split("</section>")[0]
    assert "sudah menulis triwulan ini" in words(sri.get("/umpan-balik/tanpa-nama/"))
    assert sri.post("/umpan-balik/tanpa-nama/", {"value": "loyal", "text": TEXT}).status_code == 422
    assert UpwardAnswer.objects.count() == 3


def test_a_leader_of_two_is_told_why_nobody_can_write(cast: Cast, as_: Reader, freeze) -> None:
    freeze(TODAY)
    make_office([cast.sri, cast.hendra], head_user=cast.yuliana)
    page = words(as_(cast.sri).get("/umpan-balik/tanpa-nama/"))
    assert "2 orang dinilai pimpinan ini; perlu sedikitnya 3" in page
    assert "disabled" in page


# recognition


def test_recognition_is_read_by_everybody_joined_withdrawn_and_hidden(office: Office, cast: Cast, as_: Reader) -> None:
    url = reverse("feedback:recognise", args=[office.members[0].pk])
    assert as_(cast.hendra).post(url, {"value": "kolaboratif", "text": TEXT}).status_code == 302
    given = Recognition.objects.get()
    assert TEXT in words(as_(cast.nurhayati).get("/apresiasi/"))
    as_(cast.budi).post(reverse("feedback:thank", args=[given.pk]))
    assert "1 orang ikut berterima kasih." in words(as_(cast.sri).get("/apresiasi/"))
    hide = reverse("feedback:hide", args=[given.pk])
    assert as_(cast.lestari).post(hide, {"reason": "ya"}).status_code == 422
    assert as_(cast.lestari).post(hide, {"reason": "Menyebut penyakit seseorang."}).status_code == 302
    assert TEXT not in words(as_(cast.nurhayati).get("/apresiasi/"))


def test_the_newest_recognition_stands_first(office: Office, cast: Cast, as_: Reader) -> None:
    for place in (1, 2, 3):
        text = f"Mengajari {place} rekan memakai lembar kerja bersama."
        given = recognitions.recognise(
            writer=voice(cast.hendra), person=of(office.members[0]), value="loyal", text=text, on=TODAY
        )
        Recognition.objects.filter(pk=given.pk).update(at=given.at - timedelta(days=place))
    page = words(as_(cast.sri).get("/apresiasi/"))
    assert [page.index(f"Mengajari {place} rekan") for place in (1, 2, 3)] == sorted(
        page.index(f"Mengajari {place} rekan") for place in (1, 2, 3)
    )


def test_recognition_without_a_value_or_of_oneself_is_refused(office: Office, cast: Cast, as_: Reader) -> None:
    sri = as_(cast.sri)
    answer = sri.post(reverse("feedback:recognise", args=[office.members[1].pk]), {"value": "", "text": TEXT})
    assert (answer.status_code, TEXT in words(answer)) == (422, True)
    own = sri.post(reverse("feedback:recognise", args=[office.members[0].pk]), {"value": "kolaboratif", "text": TEXT})
    assert own.status_code == 422
    assert Recognition.objects.count() == 0


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


def test_an_account_without_a_person_reads_why_instead_of_an_error(cast: Cast, as_: Reader) -> None:
    paths = ("", "cari/", "minta/", "tim/", "tanpa-nama/", "360/", "360/sanggahan/")
    for path in (*(f"/umpan-balik/{path}" for path in paths), "/denyut/isi/"):
        assert "tidak terhubung dengan data pegawai" in words(as_(cast.dewi).get(path)), path


# how many queries


@pytest.fixture
def busy(office: Office, cast: Cast) -> Office:
    """A large unit with notes, recognitions, a round that runs and a pulse that was counted."""
    more = make_office([], size=12, parent=office.unit, name="Seksi Contoh")
    for place in range(1, 8):
        note(office, cast.yuliana, place, f"{TEXT} {place}")
        note(office, cast.hendra, 0, f"{TEXT} {place}")
        recognitions.recognise(
            writer=voice(cast.hendra), person=of(more.members[place]), value="loyal", text=f"{TEXT} {place}", on=TODAY
        )
    pulse = pulses.open_pulse(by=BY, on=TODAY - timedelta(days=92))
    fill_pulse(pulse, [*office.members, *more.members])
    pulses.close(pulse=pulse, on=pulse.closes_on + timedelta(days=1))
    pulses.open_pulse(by=BY, on=TODAY)
    make_round(on=TODAY - timedelta(days=9))
    for asker in (cast.hendra, cast.budi):
        asked = [of(one) for one in (office.members[0], office.head)]
        notes.ask(asker=voice(asker), asked=asked, about=About(value="loyal"), question="", on=TODAY)
    return office


@pytest.mark.parametrize(
    ("who", "path"),
    [
        *((who, f"/umpan-balik/{path}") for who in ("sri", "yuliana") for path in (
            "", "?bagian=diberikan", "?bagian=diminta", "cari/?q=pegawai", "minta/", "tim/", "tanpa-nama/", "360/",
            "360/sanggahan/",
        )),
        ("lestari", "/umpan-balik/360/kelola/"), ("sri", "/apresiasi/"), ("sri", "/denyut/"), ("sri", "/denyut/isi/"),
        ("lestari", "/denyut/"), ("lestari", "/denyut/kelola/"),
    ],
)  # fmt: skip
def test_no_page_asks_more_than_fifteen_times(
    busy: Office, cast: Cast, as_: Reader, who: str, path: str, django_assert_max_num_queries: Callable
) -> None:
    reader = as_(getattr(cast, who))
    with django_assert_max_num_queries(MOST):
        assert reader.get(path).status_code == 200


def test_forms_ask_no_more_than_fifteen_times(
    busy: Office, cast: Cast, as_: Reader, django_assert_max_num_queries: Callable
) -> None:
    rater = Rater.objects.get(employee=busy.members[0], group="pimpinan")
    peer = Rater.objects.filter(employee=busy.members[0], group="rekan").first()
    pages = [
        (cast.yuliana, reverse("feedback:write", args=[busy.members[0].pk])),
        (cast.yuliana, reverse("feedback:recognise", args=[busy.members[0].pk])),
        (cast.yuliana, Feedback.objects.filter(by=cast.yuliana).first().get_absolute_url()),
        (cast.yuliana, reverse("feedback:fill", args=[rater.pk])),
        (cast.sri, reverse("feedback:object", args=[peer.pk])),
        (cast.sri, reverse("feedback:pulse_unit", args=[busy.unit.pk])),
    ]
    for user, path in pages:
        reader = as_(user)
        with django_assert_max_num_queries(MOST):
            assert reader.get(path).status_code == 200, path


def test_home_asks_few_times_more_for_feedback(
    busy: Office, cast: Cast, as_: Reader, django_assert_max_num_queries: Callable
) -> None:
    reader = as_(cast.sri)
    with django_assert_max_num_queries(25):
        assert "Isi denyut triwulan ini" in words(reader.get("/beranda/"))
