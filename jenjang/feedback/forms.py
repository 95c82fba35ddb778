"""Formulir umpan balik dan apresiasi. Shape and syntax only; who may say what to whom is judged by the actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from jenjang.feedback.notes import About
from jenjang.ui.forms import Form, TextField

RESULT, VALUE = "hasil:", "nilai:"
SHORTEST = 15
Results = Sequence[tuple[int, str]]


def about_choices(values: Mapping[str, str], results: Results, *, empty: str = "") -> list[Any]:
    """Hasil kerja first, then the values; one list, so that a thumb finds both."""
    groups: list[Any] = [("Nilai BerAKHLAK", [(VALUE + code, name) for code, name in values.items()])]
    if results:
        groups.insert(0, ("Hasil kerja", [(f"{RESULT}{key}", text) for key, text in results]))
    return [("", empty or "Pilih"), *groups]


def about_of(chosen: str) -> About:
    """What was chosen, as a result or a value."""
    if chosen.startswith(RESULT):
        return About(result=int(chosen.removeprefix(RESULT)))
    return About(value=chosen.removeprefix(VALUE))


class _Writing(Form):
    """A text with a hint that follows it; `periksa` only asks for the hint."""

    def __init__(self, *args: Any, hint_url: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        if hint_url:
            self.fields["text"].widget.attrs |= {
                "hx-post": hint_url, "hx-trigger": "input changed delay:700ms", "hx-target": "#saran", "hx-swap": "outerHTML",
            }  # fmt: skip


class GiveForm(_Writing):
    """Umpan balik untuk seorang rekan."""

    about = forms.ChoiceField(label="Tentang")
    text = TextField(
        label="Yang Anda lihat", min_length=SHORTEST, max_length=1000, help_text="Satu perbuatan: apa, kapan, dan apa akibatnya.",
    )  # fmt: skip
    next_step = forms.CharField(
        label="Langkah berikut",
        max_length=500,
        required=False,
        help_text="Apa yang dipertahankan, atau dicoba lain kali.",
    )

    def __init__(self, *args: Any, values: Mapping[str, str], results: Results, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["about"].choices = about_choices(values, results)

    def facts(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        return {"about": about_of(given["about"]), "text": given["text"], "next_step": given["next_step"]}


class AnswerForm(Form):
    """Jawaban atas umpan balik."""

    text = TextField(label="Jawaban Anda", min_length=3, max_length=500)


class AskForm(Form):
    """Permintaan umpan balik kepada beberapa rekan."""

    people = forms.TypedMultipleChoiceField(label="Kepada siapa", coerce=int, widget=forms.CheckboxSelectMultiple)
    about = forms.ChoiceField(label="Tentang", required=False)
    question = forms.CharField(
        label="Pertanyaan", max_length=300, required=False, help_text="Misalnya: apa yang sebaiknya saya lakukan lain kali dalam rapat unit?"
    )  # fmt: skip

    def __init__(
        self, *args: Any, people: Sequence[tuple[int, str]], values: Mapping[str, str], results: Results, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["people"].choices = people
        self.fields["about"].choices = about_choices(values, results, empty="Pekerjaan saya pada umumnya")

    def facts(self) -> dict[str, Any]:
        """What the action takes, but for the people."""
        return {"about": about_of(self.cleaned_data["about"]), "question": self.cleaned_data["question"]}


class FindForm(Form):
    """Mencari rekan menurut nama."""

    q = forms.CharField(
        label="Cari rekan", max_length=100, required=False, help_text="Sedikitnya tiga huruf dari namanya."
    )


class RecogniseForm(Form):
    """Apresiasi."""

    value = forms.ChoiceField(label="Nilai yang ditunjukkan", widget=forms.RadioSelect)
    text = TextField(
        label="Yang dilakukannya",
        min_length=SHORTEST,
        max_length=500,
        help_text="Satu perbuatan, dan siapa yang terbantu.",
    )

    def __init__(self, *args: Any, values: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["value"].choices = list(values.items())


class ReasonForm(Form):
    """Alasan tertulis."""

    reason = TextField(label="Alasan", min_length=10, max_length=300)


class UpwardForm(_Writing):
    """Umpan balik tanpa nama kepada pimpinan."""

    value = forms.ChoiceField(label="Tentang")
    text = TextField(
        label="Yang Anda lihat", min_length=SHORTEST, max_length=1000,
        help_text="Jangan menyebut hal yang hanya Anda yang tahu: pembacanya dapat menebak.",
    )  # fmt: skip

    def __init__(self, *args: Any, values: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["value"].choices = [("", "Pilih"), *values.items()]
