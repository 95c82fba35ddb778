"""Formulir rencana: one planned result with its measures, what to copy, expectations, annexes, reasons. Shape and syntax only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from jenjang.performance.copying import FORMER
from jenjang.performance.models import AnnexKind, Approach, Aspect, Perspective, ResultKind
from jenjang.performance.planning import Draft, Measure
from jenjang.ui.forms import CountField, Form, NipField, TextField

LINES, SPARE, MOST_LINES = 3, 2, 12
LONGEST = 500
USUAL = (Aspect.QUANTITY, Aspect.QUALITY, Aspect.TIME)
"""Aspects that the first lines of a new quantitative result begin with."""


class MeasuresForm(Form):
    """Baris indikator: text and target, with an aspect where the SKP has them. A line without text is no line."""

    def __init__(self, *args: Any, measures: Sequence[Measure] = (), aspects: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.aspects = aspects
        many = max(
            len(measures), min(max(len(measures) + SPARE if measures else LINES, LINES, self._sent()), MOST_LINES)
        )
        filled: list[Measure | None] = [*measures, *([None] * many)]
        self.lines_shown = range(many)
        for number in self.lines_shown:
            self._add_line(number, filled[number])

    def _sent(self) -> int:
        """How many lines the page had that sent this: nothing typed there is lost, whatever has changed since."""
        return sum(1 for number in range(MOST_LINES) if f"indikator-{number}" in self.data) if self.is_bound else 0

    def _add_line(self, number: int, one: Measure | None) -> None:
        name = f"Indikator {number + 1}"
        self.fields[f"indikator-{number}"] = forms.CharField(
            label=name, max_length=LONGEST, required=False, initial=one.text if one else ""
        )
        self.fields[f"target-{number}"] = forms.CharField(
            label=f"Target {number + 1}", max_length=200, required=False, initial=one.target if one else ""
        )
        if self.aspects:
            usual = USUAL[number] if number < len(USUAL) else ""
            self.fields[f"aspek-{number}"] = forms.ChoiceField(
                label=f"Aspek {number + 1}", choices=[("", "–"), *Aspect.choices], required=False,
                initial=one.aspect if one else usual,
            )  # fmt: skip

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The bound fields, line by line."""
        return [
            {
                "number": number + 1,
                "text": self[f"indikator-{number}"],
                "target": self[f"target-{number}"],
                "aspect": self[f"aspek-{number}"] if self.aspects else None,
            }
            for number in self.lines_shown
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for number in self.lines_shown:
            text, target = given.get(f"indikator-{number}"), given.get(f"target-{number}")
            if text and not target and f"target-{number}" in given:
                self.add_refusal("Tulis targetnya.", f"target-{number}")
            if target and not text and f"indikator-{number}" in given:
                self.add_refusal("Tulis indikatornya.", f"indikator-{number}")
            if text and self.aspects and given.get(f"aspek-{number}") == "":
                self.add_refusal("Pilih aspeknya.", f"aspek-{number}")
        return given

    def measures(self) -> tuple[Measure, ...]:
        """The lines that were filled."""
        given = self.cleaned_data
        return tuple(
            Measure(given[f"indikator-{number}"], given[f"target-{number}"], given.get(f"aspek-{number}", ""))
            for number in self.lines_shown
            if given[f"indikator-{number}"]
        )


class ResultForm(MeasuresForm):
    """Rencana hasil kerja: what, for which result above, and how one sees that it is reached."""

    text = TextField(label="Rencana hasil kerja", max_length=LONGEST, help_text="Hasil yang dapat dilihat, bukan kegiatan: “Laporan triwulan tersusun tepat waktu”.")  # fmt: skip
    kind = forms.ChoiceField(label="Jenis", choices=ResultKind.choices, widget=forms.RadioSelect)

    field_order = ("text", "kind", "parent", "provisional", "unit_indicator", "perspective")

    def __init__(
        self, *args: Any, parents: Sequence[Any], indicators: Sequence[Any], leads: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        if leads:
            self._tie_to_unit(indicators)
        else:
            self._tie_to_leader(parents)
        self.order_fields(self.field_order)

    def _tie_to_unit(self, indicators: Sequence[Any]) -> None:
        self.fields["unit_indicator"] = forms.TypedChoiceField(
            label="Indikator unit yang didukung", required=False, coerce=int, empty_value=None,
            choices=[("", "Belum dipilih"), *((one.pk, f"{one.text} ({one.target})") for one in indicators)],
        )  # fmt: skip
        self.fields["perspective"] = forms.ChoiceField(
            label="Perspektif", required=False, choices=[("", "Belum dipilih"), *Perspective.choices]
        )

    def _tie_to_leader(self, parents: Sequence[Any]) -> None:
        self.fields["parent"] = forms.TypedChoiceField(
            label="Hasil kerja pimpinan yang didukung", required=False, coerce=int, empty_value=None,
            choices=[("", "Belum ada dalam daftar"), *((one.pk, one.text) for one in parents)],
        )  # fmt: skip
        self.fields["provisional"] = forms.CharField(
            label="Bila belum ada, tulis sementara", max_length=LONGEST, required=False,
            help_text="Perkiraan hasil kerja pimpinan dengan kata Anda sendiri. Disambungkan begitu pimpinan menyusunnya.",
        )  # fmt: skip

    def draft(self) -> Draft:
        """What was typed."""
        given = self.cleaned_data
        return Draft(
            given["text"], given["kind"], given.get("parent"), given.get("provisional", ""), given.get("unit_indicator"),
            given.get("perspective", ""), self.measures(),
        )  # fmt: skip


class ReasonForm(Form):
    """Alasan mengembalikan, mengubah, atau membatalkan."""

    reason = TextField(label="Alasan", min_length=5, max_length=LONGEST)


class NoteForm(Form):
    """Catatan dialog."""

    text = TextField(label="Catatan", max_length=1000)


class ApproachForm(Form):
    """Pendekatan SKP."""

    approach = forms.ChoiceField(label="Pendekatan", choices=Approach.choices, widget=forms.RadioSelect)


class SeenForm(Form):
    """Sampai perpindahan ke berapa SKP sudah dibaca."""

    dibaca = CountField(label="Yang dibaca", min_value=0, max_value=30_000, widget=forms.HiddenInput)


class YearForm(Form):
    """Tahun yang akan dimulai."""

    tahun = CountField(label="Tahun", min_value=2000, max_value=2199, widget=forms.HiddenInput)


class MoveForm(Form):
    """Naik atau turun satu tempat."""

    arah = forms.ChoiceField(label="Arah", choices=[("naik", "Naik"), ("turun", "Turun")])


class JoinForm(Form):
    """Menyambungkan ke hasil kerja pimpinan."""

    parent = forms.TypedChoiceField(label="Hasil kerja pimpinan", coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, parents: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["parent"].choices = [(one.pk, one.text) for one in parents]


class CopyForm(Form):
    """Contoh yang disalin."""

    chosen = forms.MultipleChoiceField(
        label="Hasil kerja", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu."},
    )  # fmt: skip

    def __init__(self, *args: Any, sources: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["chosen"].choices = [(one.key, one.text) for one in sources if not one.there]
        self.fields["chosen"].initial = [one.key for one in sources if one.origin == FORMER and not one.there]


class ExpectationsForm(Form):
    """Ekspektasi khusus pimpinan, one for each of the seven values."""

    def __init__(self, *args: Any, values: Sequence[dict[str, Any]], there: dict[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.values = values
        for one in values:
            self.fields[one["kode"]] = TextField(
                label=one["nama"], max_length=LONGEST, required=False, initial=there.get(one["kode"], "")
            )

    @property
    def lines(self) -> list[tuple[Any, Sequence[str]]]:
        return [(self[one["kode"]], one["panduan"]) for one in self.values]


ANNEX_HELP = {
    "dukungan": "Yang diperlukan untuk mencapainya: orang, alat, anggaran, pendampingan.",
    "pertanggungjawaban": "Kapan dan kepada siapa kemajuan dilaporkan, dengan bukti apa.",
    "konsekuensi": "Yang mengikuti bila tercapai, dan bila tidak.",
}


class AnnexForm(Form):
    """Lampiran: one line for each point."""

    def __init__(self, *args: Any, there: dict[str, list[str]], **options: Any) -> None:
        super().__init__(*args, **options)
        for kind, label in AnnexKind.choices:
            self.fields[kind] = TextField(
                label=label, max_length=4000, required=False, initial="\n".join(there.get(kind, [])),
                help_text=f"{ANNEX_HELP[kind]} Satu baris satu hal.",
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for kind, _ in AnnexKind.choices:
            if any(len(line) > LONGEST for line in _lines(given.get(kind) or "")):
                self.add_refusal(f"Satu baris paling banyak {LONGEST} huruf.", kind)
        return given

    def texts(self) -> dict[str, list[str]]:
        return {kind: _lines(self.cleaned_data[kind]) for kind, _ in AnnexKind.choices}


class AppraiserForm(Form):
    """Mengganti pejabat penilai satu SKP."""

    nip = NipField(label="NIP penilai yang baru")
    reason = TextField(label="Alasan", min_length=10, max_length=LONGEST)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
