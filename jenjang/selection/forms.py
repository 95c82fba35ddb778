"""Formulir seleksi: shape and syntax only; the law answers through the actions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms

from jenjang.selection.criteria import Terms
from jenjang.selection.models import Component
from jenjang.ui.forms import CountField, DateField, Form, NumberField, TextField

STEPS = {
    "diperingkat": "Peringkat diumumkan",
    "dinilai": "Penilaian",
    "diusulkan": "Usul Pejabat yang Berwenang",
    "ditetapkan": "Keputusan",
    "dilantik": "Pelantikan",
}


class SeatSearchForm(Form):
    """Mencari jabatan yang akan diisi."""

    q = forms.CharField(label="Cari jabatan atau unit", max_length=100, required=False)


def at_least(days: int) -> str:
    return f"Paling singkat {days} hari."


class OpenForm(Form):
    """Membuka lowongan."""

    vacant_from = DateField(label="Kosong sejak", required=False)
    call_from = DateField(label="Pengumuman mulai", required=False, help_text="Hanya untuk seleksi terbuka.")
    call_until = DateField(label="Pengumuman sampai", required=False)

    def __init__(self, *args: Any, least_days: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["call_until"].help_text = at_least(least_days)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("call_from"), given.get("call_until")
        if first and last and last < first:
            self.add_refusal("Tanggal akhir harus sesudah tanggal mulai.", "call_until")
        return given


class TermsForm(Form):
    """Kriteria yang diisi petugas; bobot jabatan tim penilai datang dari hukum dan tidak diubah di sini."""

    fields_of_study = forms.CharField(label="Bidang ilmu yang sesuai", max_length=300, required=False, help_text="Pisahkan dengan koma. Kosong berarti semua sesuai.")  # fmt: skip
    related = forms.CharField(label="Bidang tugas terkait", max_length=300, required=False, help_text="Kata pada nama jabatan atau unit terdahulu, pisahkan dengan koma.")  # fmt: skip
    technical = forms.CharField(label="Bidang uji teknis", max_length=300, required=False, help_text="Kosong berarti semua uji teknis dihitung.")  # fmt: skip

    def __init__(self, *args: Any, terms: Terms, least_days: int, **options: Any) -> None:
        self.terms = terms
        options.setdefault("initial", {
            "fields_of_study": ", ".join(terms.fields),
            "related": ", ".join(terms.related),
            "technical": ", ".join(terms.technical_fields),
            **{f"bobot_{name}": weight for name, weight in terms.weights.items()},
        })  # fmt: skip
        super().__init__(*args, **options)
        self.weight_names = list(terms.weights) if terms.method == "seleksi_terbuka" else []
        if self.weight_names:
            self.fields["call_from"] = DateField(label="Pengumuman mulai", required=False)
            self.fields["call_until"] = DateField(label="Pengumuman sampai", required=False, help_text=at_least(least_days))  # fmt: skip
        labels = dict(Component.choices)
        for name in self.weight_names:
            self.fields[f"bobot_{name}"] = NumberField(
                label=f"Bobot {labels[name].lower()} (%)", min_value=0, max_value=100
            )
        for state, label in STEPS.items():
            self.fields[f"hari_{state}"] = DateField(label=label, required=False)

    @property
    def weight_fields(self) -> list[Any]:
        return [self[f"bobot_{name}"] for name in self.weight_names]

    @property
    def step_fields(self) -> list[Any]:
        return [self[f"hari_{state}"] for state in STEPS]

    @property
    def call_fields(self) -> list[Any]:
        return [self[name] for name in ("call_from", "call_until") if name in self.fields]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("call_from"), given.get("call_until")
        if bool(first) != bool(last):
            self.add_refusal("Isi hari mulai dan hari terakhir.", "call_until" if first else "call_from")
        elif first and last and last < first:
            self.add_refusal("Tanggal akhir harus sesudah tanggal mulai.", "call_until")
        return given

    def chosen(self) -> Terms:
        """The terms with what was typed."""
        given = self.cleaned_data
        weights = {name: given[f"bobot_{name}"] for name in self.weight_names} or self.terms.weights
        return replace(
            self.terms, fields=_words(given["fields_of_study"]), related=_words(given["related"]),
            technical_fields=_words(given["technical"]), weights=weights,
        )  # fmt: skip

    def steps(self) -> dict[str, Any]:
        """The days that were typed, by step."""
        return {state: day for state in STEPS if (day := self.cleaned_data.get(f"hari_{state}"))}


class ReasonForm(Form):
    """Alasan perubahan."""

    reason = TextField(label="Alasan", max_length=2000, required=False)


class AskForm(Form):
    """Menanyakan kesediaan."""

    upto = CountField(label="Sampai peringkat", min_value=1, max_value=100, initial=10)
    answer_by = DateField(label="Jawab paling lambat")


class EndForm(Form):
    """Mengakhiri lowongan tanpa hasil."""

    outcome = forms.ChoiceField(label="Bagaimana berakhir", widget=forms.RadioSelect)
    reason = TextField(
        label="Alasan", min_length=30, max_length=2000,
        help_text="Tampil pada halaman publik dan disampaikan kepada calon, pelamar, dan penilai.",
    )  # fmt: skip

    def __init__(self, *args: Any, outcomes: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["outcome"].choices = outcomes
        if len(outcomes) == 1:
            self.fields["outcome"].initial = outcomes[0][0]


class AnswerForm(Form):
    """Menjawab kesediaan."""

    willing = forms.ChoiceField(
        label="Bersediakah Anda dicalonkan?", choices=[("ya", "Ya, saya bersedia"), ("tidak", "Tidak, saya tidak bersedia")],
        widget=forms.RadioSelect,
    )  # fmt: skip
    reason = TextField(label="Alasan", max_length=2000, required=False, help_text="Wajib bila tidak bersedia.")


class OrderForm(Form):
    """Memutus urutan calon yang sama nilai."""

    reason = TextField(label="Alasan", max_length=2000, help_text="Dibaca semua calon. Sebut hasil kerja atau keperluan jabatan.")  # fmt: skip

    def __init__(self, *args: Any, entries: list[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.entries = [key for key, _ in entries]
        for key, name in entries:
            self.fields[f"tempat_{key}"] = CountField(label=f"Urutan {name}", min_value=1, max_value=len(entries))

    @property
    def place_fields(self) -> list[Any]:
        return [self[f"tempat_{key}"] for key in self.entries]

    def order(self) -> list[int]:
        """The entries as they were put in order."""
        return sorted(self.entries, key=lambda key: self.cleaned_data[f"tempat_{key}"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        places = [given.get(f"tempat_{key}") for key in self.entries]
        if None not in places and len(set(places)) < len(places):
            self.add_refusal("Beri setiap calon urutan yang berbeda.")
        return given


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())
