"""Formulir pembinaan: what must mend, steps with days, what was found in the end. Shape and syntax only."""

from __future__ import annotations

from typing import Any

from django import forms

from jenjang.performance.improving import Step
from jenjang.performance.models import ImprovementOutcome
from jenjang.ui.forms import DateField, Form, TextField

FIRST_STEPS = 3


class BeginForm(Form):
    """Memulai pembinaan with up to three first steps; more are added later."""

    aim = TextField(
        label="Yang harus membaik", min_length=20, max_length=1000,
        help_text="Hasil atau perilaku yang dapat dilihat, bukan sifat: “Laporan bulanan masuk sebelum tanggal 5.”",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for number in range(1, FIRST_STEPS + 1):
            self.fields[f"langkah-{number}"] = forms.CharField(
                label=f"Langkah {number}", max_length=500, required=number == 1
            )
            self.fields[f"tenggat-{number}"] = DateField(label=f"Tenggat {number}", required=number == 1)

    @property
    def pairs(self) -> list[tuple[Any, Any]]:
        return [(self[f"langkah-{number}"], self[f"tenggat-{number}"]) for number in range(1, FIRST_STEPS + 1)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for number in range(2, FIRST_STEPS + 1):
            text, due = given.get(f"langkah-{number}"), given.get(f"tenggat-{number}")
            if text and not due and f"tenggat-{number}" not in self.errors:
                self.add_refusal("Tulis tenggat langkah ini.", f"tenggat-{number}")
            if due and not text and f"langkah-{number}" not in self.errors:
                self.add_refusal("Tulis langkahnya, atau kosongkan tenggatnya.", f"langkah-{number}")
        return given

    def steps(self) -> list[Step]:
        """The lines that were filled."""
        given = self.cleaned_data
        return [
            Step(given[f"langkah-{number}"], given[f"tenggat-{number}"])
            for number in range(1, FIRST_STEPS + 1)
            if given[f"langkah-{number}"]
        ]


class StepForm(Form):
    """Menambah langkah."""

    text = forms.CharField(label="Langkah", max_length=500)
    due = DateField(label="Tenggat")

    def step(self) -> Step:
        """As the action takes it."""
        return Step(self.cleaned_data["text"], self.cleaned_data["due"])


class DoneForm(Form):
    """Menyatakan langkah selesai."""

    note = forms.CharField(
        label="Hasilnya", max_length=500, required=False, help_text="Satu kalimat tentang apa yang berubah."
    )


class CloseForm(Form):
    """Menutup pembinaan."""

    outcome = forms.ChoiceField(label="Hasil", choices=ImprovementOutcome.choices, widget=forms.RadioSelect)
    words = TextField(label="Pertimbangan", min_length=20, max_length=4000, help_text="Dibaca pegawai dan BKPSDM.")
