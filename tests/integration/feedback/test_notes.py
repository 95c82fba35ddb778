"""Feedback with a name: who stands how to whom, what is written, answered, asked for and withdrawn."""

from datetime import timedelta

import pytest

from jenjang.feedback import notes
from jenjang.feedback.models import Feedback, FeedbackRequest
from jenjang.feedback.notes import About
from jenjang.feedback.people import near, relation_between
from jenjang.kernel import clock
from jenjang.kernel.models import Notice
from jenjang.law.errors import Refused
from tests.cast import Cast
from tests.factories import feedback as made
from tests.factories import performance
from tests.factories.feedback import TODAY, Office, make_office, of, voice
from tests.factories.people import make_employee, make_unit

TEXT = "Pada rapat Senin Anda menyiapkan data lima unit, sehingga keputusan cepat diambil."
VALUE = About(value="kolaboratif")


@pytest.fixture
def office(cast: Cast) -> Office:
    return make_office([cast.sri, cast.hendra], head_user=cast.yuliana)


def test_the_relation_follows_the_appraiser_line_and_the_unit_and_is_never_asked(office: Office, cast: Cast) -> None:
    sri, hendra = office.members
    below = make_office([cast.dewi], parent=office.unit, name="Seksi Contoh")
    elsewhere = make_employee("Murni Handayani", unit=make_unit("Dinas Lain"), user=cast.budi)
    said = [
        (cast.yuliana, sri, "pimpinan"), (cast.sri, office.head, "bawahan"), (cast.sri, hendra, "rekan"),
        (cast.yuliana, below.members[0], "pimpinan"), (cast.dewi, office.head, "bawahan"),
        (cast.sri, elsewhere, "lintas_unit"), (cast.wali, office.head, "pimpinan"), (cast.wali, sri, "pimpinan"),
        (cast.sri, below.head, "rekan"),
    ]  # fmt: skip
    assert [relation_between(voice(user), of(person), TODAY) for user, person, _ in said] == [one for *_, one in said]


def test_near_are_the_leader_the_team_and_those_beside(office: Office, cast: Cast) -> None:
    below = make_office([], size=2, parent=office.unit, name="Seksi Contoh")
    names = lambda people: sorted(one.key for one in people)  # noqa: E731
    found = near(voice(cast.yuliana), TODAY)
    assert found.leader is None
    assert names(found.team) == sorted([*(one.pk for one in office.members), below.head.pk])
    mine = near(voice(cast.sri), TODAY)
    assert mine.leader is not None
    assert mine.leader.key == office.head.pk
    assert names(mine.peers) == [office.members[1].pk]
    assert mine.team == []


def test_a_note_is_told_to_its_reader_with_the_relation_of_the_day(office: Office, cast: Cast) -> None:
    note = notes.give(writer=voice(cast.yuliana), reader=of(office.members[0]), about=VALUE, text=TEXT, on=TODAY)
    assert (note.relation, note.value, note.author) == ("pimpinan", "kolaboratif", office.head)
    assert Notice.objects.get(user=cast.sri).text == "Yuliana Putri menulis umpan balik untuk Anda."


def test_a_note_says_what_it_is_about_and_is_not_to_oneself(office: Office, cast: Cast) -> None:
    sri = of(office.members[0])
    with pytest.raises(Refused, match="Pilih hasil kerja atau nilai"):
        notes.give(writer=voice(cast.yuliana), reader=sri, about=About(), text=TEXT, on=TODAY)
    with pytest.raises(Refused, match="Pilih salah satu nilai"):
        notes.give(writer=voice(cast.yuliana), reader=sri, about=About(value="sabar"), text=TEXT, on=TODAY)
    with pytest.raises(Refused, match="untuk orang lain"):
        notes.give(writer=voice(cast.sri), reader=sri, about=VALUE, text=TEXT, on=TODAY)


def test_results_are_named_by_the_leader_and_by_those_who_serve_them_not_by_a_stranger(cast: Cast, freeze) -> None:
    freeze(TODAY)
    team = performance.make_team(cast.yuliana, cast.sri)
    result = performance.make_skp(team).results.first()
    about = About(result=result.pk)
    note = notes.give(writer=voice(cast.yuliana), reader=of(team.member), about=about, text=TEXT, on=TODAY)
    assert note.about == "Laporan 1 tersusun"
    make_employee("Hendra Saputra", unit=team.unit, user=cast.hendra)
    with pytest.raises(Refused, match="tidak dapat Anda sebut"):
        notes.give(writer=voice(cast.hendra), reader=of(team.member), about=about, text=TEXT, on=TODAY)


def test_who_was_asked_about_a_result_may_name_it(cast: Cast, freeze) -> None:
    freeze(TODAY)
    team = performance.make_team(cast.yuliana, cast.sri)
    about = About(result=performance.make_skp(team).results.first().pk)
    hendra = make_employee("Hendra Saputra", unit=team.unit, user=cast.hendra)
    (request,) = notes.ask(asker=voice(cast.sri), asked=[of(hendra)], about=about, question="Cukup jelaskah?", on=TODAY)
    note = notes.give(
        writer=voice(cast.hendra), reader=of(team.member), about=about, text=TEXT, on=TODAY, request=request
    )
    request.refresh_from_db()
    assert (request.state, note.request) == ("dijawab", request)


def test_the_same_note_pressed_twice_is_one_note(office: Office, cast: Cast) -> None:
    given = {"writer": voice(cast.yuliana), "reader": of(office.members[0]), "about": VALUE, "text": TEXT, "on": TODAY}
    notes.give(**given)
    with pytest.raises(Refused, match="isi yang sama"):
        notes.give(**given)
    assert Feedback.objects.count() == 1


def test_only_the_writer_withdraws_and_only_within_a_day(office: Office, cast: Cast, freeze) -> None:
    note = notes.give(writer=voice(cast.yuliana), reader=of(office.members[0]), about=VALUE, text=TEXT, on=TODAY)
    with pytest.raises(Refused, match="hanya dapat ditarik penulisnya"):
        notes.withdraw(note=note, by=voice(cast.sri), on=TODAY)
    with clock.frozen(note.at + timedelta(hours=24, minutes=1)), pytest.raises(Refused, match="dalam 24 jam"):
        notes.withdraw(note=note, by=voice(cast.yuliana), on=TODAY)
    with clock.frozen(note.at + timedelta(hours=23)):
        notes.withdraw(note=note, by=voice(cast.yuliana), on=TODAY)
    with pytest.raises(Refused, match="sudah ditarik"):
        notes.withdraw(note=note, by=voice(cast.yuliana), on=TODAY)


def test_a_withdrawn_answer_lets_the_request_wait_again(office: Office, cast: Cast) -> None:
    sri, hendra = office.members
    (request,) = notes.ask(asker=voice(cast.sri), asked=[of(hendra)], about=VALUE, question="", on=TODAY)
    note = notes.give(writer=voice(cast.hendra), reader=of(sri), about=VALUE, text=TEXT, on=TODAY, request=request)
    notes.withdraw(note=note, by=voice(cast.hendra), on=TODAY)
    request.refresh_from_db()
    assert request.state == "menunggu"
    notes.give(writer=voice(cast.hendra), reader=of(sri), about=VALUE, text=TEXT, on=TODAY, request=request)


def test_the_reader_thanks_once_and_answers_once(office: Office, cast: Cast) -> None:
    note = notes.give(writer=voice(cast.yuliana), reader=of(office.members[0]), about=VALUE, text=TEXT, on=TODAY)
    notes.answer(note=note, text="", by=voice(cast.sri))
    notes.answer(note=note, text="Akan saya coba pekan depan.", by=voice(cast.sri))
    note.refresh_from_db()
    assert note.thanked_at
    assert note.answer == "Akan saya coba pekan depan."
    for text in ("", "Lagi."):
        with pytest.raises(Refused):
            notes.answer(note=note, text=text, by=voice(cast.sri))
    with pytest.raises(Refused, match="Hanya penerimanya"):
        notes.answer(note=note, text="", by=voice(cast.yuliana))
    assert Notice.objects.filter(user=cast.yuliana).count() == 2


def test_asking_waits_for_an_answer_before_it_asks_again(office: Office, cast: Cast) -> None:
    asked = [of(office.members[1]), of(office.head)]
    first = notes.ask(asker=voice(cast.sri), asked=asked, about=VALUE, question="", on=TODAY)
    assert {one.due for one in first} == {TODAY + timedelta(days=14)}
    with pytest.raises(Refused, match="Masih menunggu jawaban"):
        notes.ask(asker=voice(cast.sri), asked=asked[:1], about=VALUE, question="", on=TODAY)
    notes.decline(request=first[0], by=voice(cast.hendra))
    notes.cancel(request=first[1], by=voice(cast.sri))
    assert set(FeedbackRequest.objects.values_list("state", flat=True)) == {"dilewati", "dibatalkan"}
    for act, user in ((notes.decline, cast.hendra), (notes.cancel, cast.sri)):
        with pytest.raises(Refused):
            act(request=first[0], by=voice(user))


def test_a_request_is_answered_by_the_one_asked_and_once(office: Office, cast: Cast) -> None:
    sri, hendra = office.members
    (request,) = notes.ask(asker=voice(cast.sri), asked=[of(hendra)], about=VALUE, question="", on=TODAY)
    with pytest.raises(Refused, match="sudah dijawab atau dibatalkan"):
        notes.give(writer=voice(cast.yuliana), reader=of(sri), about=VALUE, text=TEXT, on=TODAY, request=request)
    notes.give(writer=voice(cast.hendra), reader=of(sri), about=VALUE, text=TEXT, on=TODAY, request=request)
    with pytest.raises(Refused, match="sudah dijawab atau dibatalkan"):
        notes.give(writer=voice(cast.hendra), reader=of(sri), about=VALUE, text="Yang lain.", on=TODAY, request=request)


def test_an_account_without_a_person_has_no_voice_but_the_mayor_has(cast: Cast) -> None:
    from jenjang.feedback.people import voice_of

    assert voice_of(cast.marlina) is None
    assert voice_of(cast.nurhayati) is None
    assert made.voice(cast.wali).key is None
