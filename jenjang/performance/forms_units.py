"""Formulir unit: objectives with indicators and targets, what was reached, samples, drafts for many, years. Shape and syntax only."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from jenjang.kernel.documents import DocumentField
from jenjang.performance.drafting import WAYS
from jenjang.performance.forms_planning import MeasuresForm
from jenjang.performance.models import Perspective
from jenjang.performance.unit_plans import IndicatorDraft, ObjectiveDraft
from jenjang.performance.unit_results import Reached
from jenjang.ui.forms import CountField, DateField, Form, NipField, NumberField, TextField

SPARE, LEAST, MOST = 2, 3, 12
LONGEST = 500
DIGITS = {"max_digits": 16, "decimal_places": 2}


class ObjectiveForm(Form):
    """Sasaran unit dengan baris indikatornya. A line without words is no line; an indicator whose words go is taken out."""

    text = TextField(label="Sasaran", max_length=LONGEST, help_text="Keadaan yang ingin dicapai, bukan kegiatan.")

    def __init__(self, *args: Any, above: Sequence[Any], indicators: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        if above:
            self.fields["parent"] = forms.TypedChoiceField(
                label="Sasaran unit di atas yang didukung", required=False, coerce=int, empty_value=None,
                choices=[("", "Belum dipilih"), *((one.pk, f"{one.text} ({one.unit.name})") for one in above)],
            )  # fmt: skip
        self.keys: list[str] = [str(one.pk) for one in indicators]
        for one in indicators:
            self._add_line(str(one.pk), one)
        for number in range(max(LEAST - len(self.keys), SPARE) if len(self.keys) < MOST else 0):
            self.keys.append(f"baru{number}")
            self._add_line(f"baru{number}", None)

    def _add_line(self, key: str, one: Any) -> None:
        place = len([name for name in self.fields if name.startswith("indikator-")]) + 1
        self.fields[f"perspektif-{key}"] = forms.ChoiceField(
            label=f"Perspektif {place}", required=False, choices=[("", "–"), *Perspective.choices],
            initial=one.perspective if one else "",
        )  # fmt: skip
        self.fields[f"indikator-{key}"] = forms.CharField(
            label=f"Indikator {place}", max_length=LONGEST, required=False, initial=one.text if one else ""
        )
        self.fields[f"target-{key}"] = forms.CharField(
            label=f"Target {place}", max_length=200, required=False, initial=one.target if one else ""
        )
        self.fields[f"angka-{key}"] = NumberField(
            label=f"Target dalam angka {place}", required=False, initial=one.target_number if one else None, **DIGITS
        )
        self.fields[f"satuan-{key}"] = forms.CharField(
            label=f"Satuan {place}", max_length=60, required=False, initial=one.measure if one else ""
        )

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The bound fields, line by line."""
        names = ("perspektif", "indikator", "target", "angka", "satuan")
        return [
            {"number": place, **{name: self[f"{name}-{key}"] for name in names}}
            for place, key in enumerate(self.keys, start=1)
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for key in self.keys:
            text, target = given.get(f"indikator-{key}"), given.get(f"target-{key}")
            if text and not target and f"target-{key}" in given:
                self.add_refusal("Tulis targetnya.", f"target-{key}")
            if target and not text and key.startswith("baru") and f"indikator-{key}" in given:
                self.add_refusal("Tulis indikatornya.", f"indikator-{key}")
        return given

    def draft(self) -> ObjectiveDraft:
        """What was typed."""
        given = self.cleaned_data
        indicators = tuple(
            IndicatorDraft(
                given[f"indikator-{key}"], given[f"target-{key}"], given[f"perspektif-{key}"], given[f"angka-{key}"],
                given[f"satuan-{key}"], None if key.startswith("baru") else int(key),
            )
            for key in self.keys
            if given[f"indikator-{key}"]
        )  # fmt: skip
        return ObjectiveDraft(given["text"], given.get("parent"), indicators)


class ProposeForm(Form):
    """Mengajukan perjanjian; a change says why."""

    reason = TextField(label="Alasan perubahan", max_length=LONGEST)

    def __init__(self, *args: Any, is_change: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].required = is_change


class ReturnForm(Form):
    """Mengembalikan perjanjian."""

    reason = TextField(label="Alasan", min_length=5, max_length=LONGEST)


class ReachedForm(Form):
    """Capaian satu masa, indicator by indicator; what is left empty stays as it was."""

    document = DocumentField(label="Bukti", required=False, help_text="PDF, PNG, atau JPEG, paling besar 10 MB")

    def __init__(self, *args: Any, indicators: Sequence[Any], there: dict[int, Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.indicators = indicators
        for one in indicators:
            row = there.get(one.pk)
            self.fields[f"angka-{one.pk}"] = NumberField(
                label=f"Capaian dalam angka, {one.text}", required=False, initial=row.number if row else None, **DIGITS
            )
            self.fields[f"teks-{one.pk}"] = forms.CharField(
                label=f"Capaian, {one.text}", max_length=LONGEST, required=False, initial=row.text if row else ""
            )

    @property
    def lines(self) -> list[tuple[Any, Any, Any]]:
        return [(one, self[f"teks-{one.pk}"], self[f"angka-{one.pk}"]) for one in self.indicators]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for one in self.indicators:
            words = f"teks-{one.pk}"
            if given.get(f"angka-{one.pk}") is not None and words in given and not given[words]:
                self.add_refusal("Tulis capaiannya dengan kata, misalnya “82 dari 100 berkas”.", words)
        return given

    def reached(self) -> dict[int, Reached]:
        """What was typed, by indicator."""
        given = self.cleaned_data
        found: dict[int, tuple[str, Decimal | None]] = {}
        for one in self.indicators:
            if given[f"teks-{one.pk}"]:
                found[one.pk] = (given[f"teks-{one.pk}"], given[f"angka-{one.pk}"])
        return found


class TemplateForm(MeasuresForm):
    """Contoh hasil kerja."""

    scope = forms.ChoiceField(label="Untuk siapa", widget=forms.RadioSelect)
    title = forms.CharField(
        label="Nama jabatan", max_length=300, required=False,
        help_text="Persis seperti pada data kepegawaian. Kosong berarti semua jabatan di unit ini.",
    )  # fmt: skip
    text = TextField(label="Rencana hasil kerja", max_length=LONGEST)

    field_order = ("scope", "title", "text")

    def __init__(self, *args: Any, unit: Any, everywhere: bool, **options: Any) -> None:
        super().__init__(*args, aspects=True, **options)
        choices = [("unit", f"Pegawai {unit.name} dan unit di bawahnya")]
        if everywhere:
            choices.append(("jabatan", "Pemegang jabatan ini di semua unit"))
        self.fields["scope"].choices = choices
        self.fields["scope"].initial = self.initial.get("scope", "unit")
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("scope") == "jabatan" and given.get("title") == "":
            self.add_refusal("Tulis nama jabatannya.", "title")
        return given


class WayForm(Form):
    """Menyiapkan rancangan untuk banyak orang."""

    way = forms.ChoiceField(
        label="Isi rancangan", choices=[(code, label) for code, (label, _) in WAYS.items()], widget=forms.RadioSelect,
        initial="sebelumnya",
    )  # fmt: skip


class UnitSearchForm(Form):
    """Mencari unit."""

    q = forms.CharField(label="Cari unit", max_length=100, required=False)


class OpenYearForm(Form):
    """Membuka tahun kinerja."""

    tahun = CountField(label="Tahun", min_value=2000, max_value=2199)


class UnitAppraiserForm(Form):
    """Menunjuk pejabat penilai suatu unit."""

    nip = NipField(label="NIP pejabat penilai")
    since = DateField(label="Sejak")
    decree_number = forms.CharField(label="Nomor surat penunjukan", max_length=100)
