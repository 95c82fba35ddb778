"""Formulir standar kompetensi: one level for each competency, from a day on, by a decree."""

from collections.abc import Mapping
from typing import Any

from django import forms

from jenjang.competency.codes import COMPETENCIES, label_of
from jenjang.kernel.documents import DocumentField
from jenjang.ui.forms import DateField, Form


class StandardForm(Form):
    """Tingkat tiap kompetensi; one left empty is not asked of the seat."""

    effective_from = DateField(label="Berlaku sejak")
    decree_number = forms.CharField(label="Nomor keputusan", max_length=100)
    decree_date = DateField(label="Tanggal keputusan")
    decree_by = forms.CharField(label="Pejabat yang menetapkan", max_length=200)
    scan = DocumentField(label="Pindaian keputusan", required=False, help_text="PDF, PNG, atau JPEG")

    def __init__(self, *args: Any, highest: int, standing: Mapping[str, int], **options: Any) -> None:
        super().__init__(*args, **options)
        self.asked = [*COMPETENCIES, *(code for code in standing if code not in COMPETENCIES)]
        choices = [("", "tidak diminta"), *((str(level), f"Tingkat {level}") for level in range(1, highest + 1))]
        for code in self.asked:
            field = forms.TypedChoiceField(
                label=label_of(code), choices=choices, coerce=int, empty_value=None, required=False,
                initial=standing.get(code), error_messages={"invalid_choice": f"Pilih tingkat 1 sampai {highest}."},
            )  # fmt: skip
            self.fields[f"tingkat_{code}"] = field

    @property
    def levels(self) -> list[Any]:
        """The fields of the competencies, for the page."""
        return [self[f"tingkat_{code}"] for code in self.asked]

    @property
    def basis(self) -> list[Any]:
        """The day and the decree, for the page."""
        return [self[name] for name in ("effective_from", "decree_number", "decree_date", "decree_by", "scan")]

    @property
    def standard(self) -> dict[str, int]:
        """What is asked of the seat."""
        levels = {code: self.cleaned_data[f"tingkat_{code}"] for code in self.asked}
        return {code: level for code, level in levels.items() if level is not None}
