"""Pages of notes and recognition: they work without JavaScript, and say what is wrong at the field."""

from datetime import timedelta

import pytest
from django.urls import reverse

from jenjang.accounts import todo
from jenjang.feedback import recognitions, upward
from jenjang.feedback.models import Feedback, FeedbackRequest, Recognition, UpwardAnswer
from tests.cast import Cast
from tests.factories import feedback as made
from tests.factories.feedback import TODAY, Office, make_office, of, voice
from tests.integration.feedback.pages import TEXT, Reader, note, words

SAID = {"about": "nilai:kolaboratif", "text": TEXT, "next_step": "Lanjutkan pada rapat berikutnya."}


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


def test_an_account_without_a_person_reads_why_instead_of_an_error(cast: Cast, as_: Reader) -> None:
    paths = ("", "cari/", "minta/", "tim/", "tanpa-nama/", "360/", "360/sanggahan/")
    for path in (*(f"/umpan-balik/{path}" for path in paths), "/denyut/isi/"):
        assert "tidak terhubung dengan data pegawai" in words(as_(cast.dewi).get(path)), path
