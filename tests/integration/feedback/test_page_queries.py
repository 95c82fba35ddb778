"""Pages of feedback ask the database no more however many people there are."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse

from jenjang.feedback import notes, pulses, recognitions
from jenjang.feedback.models import Feedback, Rater
from jenjang.feedback.notes import About
from tests.cast import Cast
from tests.factories.feedback import TODAY, Office, fill_pulse, make_office, make_round, of, voice
from tests.factories.people import BY
from tests.integration.feedback.pages import TEXT, Reader, note, words

MOST = 15


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
