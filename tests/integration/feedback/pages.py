"""What tests of the pages share: a note, and the words of an answer."""

from collections.abc import Callable

from django.test import Client

from jenjang.feedback import notes
from jenjang.feedback.models import Feedback
from jenjang.feedback.notes import About
from tests.factories.feedback import TODAY, Office, of, voice

TEXT = "Pada rapat Senin Anda menyiapkan data lima unit, sehingga keputusan cepat diambil."
Reader = Callable[..., Client]


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def note(office: Office, writer, member: int = 0, text: str = TEXT) -> Feedback:
    about = About(value="kolaboratif")
    return notes.give(writer=voice(writer), reader=of(office.members[member]), about=about, text=text, on=TODAY)
