"""Formulir 360 derajat dan denyut: one bar of five for each question. Shape and syntax only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from jenjang.feedback.pulse_questions import CHOICES, QUESTIONS
from jenjang.ui.forms import Form, TextField

GRANTED, REFUSED = "terima", "tolak"


def _bar(label: str, lowest: int, highest: int) -> forms.TypedChoiceField:
    numbers = [(one, str(one)) for one in range(lowest, highest + 1)]
    return forms.TypedChoiceField(label=label, choices=numbers, coerce=int, widget=forms.RadioSelect)


class RateForm(Form):
    """Penilaian 360 derajat: a score for each of the seven values, and words."""

    def __init__(
        self, *args: Any, guides: Sequence[Mapping[str, Any]], scale: Mapping[str, int], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.guides = guides
        for one in guides:
            self.fields[one["kode"]] = _bar(one["nama"], scale["terendah"], scale["tertinggi"])
        self.fields["words"] = TextField(
            label="Catatan", max_length=500, required=False,
            help_text="Dibaca orangnya tanpa nama Anda. Jangan menyebut hal yang hanya Anda yang tahu.",
        )  # fmt: skip

    @property
    def lines(self) -> list[tuple[Any, Sequence[str]]]:
        """Each value with its guides of conduct."""
        return [(self[one["kode"]], one["panduan"]) for one in self.guides]

    def scores(self) -> dict[str, int]:
        """What was given, by value."""
        return {one["kode"]: self.cleaned_data[one["kode"]] for one in self.guides}


class SettleForm(Form):
    """Putusan atas sanggahan."""

    granted = forms.ChoiceField(
        label="Putusan", choices=[(GRANTED, "Terima: penilai diganti"), (REFUSED, "Tolak: penilai tetap")],
        widget=forms.RadioSelect,
    )  # fmt: skip
    reason = TextField(label="Pertimbangan", min_length=10, max_length=500)

    @property
    def is_granted(self) -> bool:
        return bool(self.cleaned_data["granted"] == GRANTED)


class ObjectForm(Form):
    """Sanggahan atas penilai."""

    reason = TextField(
        label="Alasan", min_length=20, max_length=500, help_text="Dibaca atasan Anda, tidak oleh penilai itu."
    )


class StepBackForm(Form):
    """Pengunduran diri sebagai penilai."""

    reason = TextField(label="Mengapa Anda tidak dapat menilai", min_length=10, max_length=300)


class PulseForm(Form):
    """Denyut suasana kerja: five questions."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, question in QUESTIONS.items():
            self.fields[name] = forms.TypedChoiceField(
                label=question, choices=CHOICES, coerce=int, widget=forms.RadioSelect
            )

    @property
    def lines(self) -> list[Any]:
        """The questions in their order."""
        return [self[name] for name in QUESTIONS]
