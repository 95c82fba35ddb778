"""Formulir evaluasi: realisations, both ratings, feedback, objection, ruling, amendment. Shape and syntax only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from jenjang.kernel.documents import SCANS, DocumentField
from jenjang.law.codes import Rating
from jenjang.ui.forms import Form, TextField

LONGEST = 1000
RATINGS = [(one.value, one.label) for one in Rating]
RESULT, BEHAVIOUR = "Hasil kerja terhadap ekspektasi", "Perilaku kerja terhadap ekspektasi"


class RatingsForm(Form):
    """Dua rating; `required` while they decide something."""

    result_rating = forms.ChoiceField(label=RESULT, choices=RATINGS, widget=forms.RadioSelect)
    behaviour_rating = forms.ChoiceField(label=BEHAVIOUR, choices=RATINGS, widget=forms.RadioSelect)

    def ratings(self) -> dict[str, str]:
        """Both, as actions take them."""
        return {name: self.cleaned_data[name] for name in ("result_rating", "behaviour_rating")}


class RealizationForm(Form):
    """Realisasi tiap hasil kerja."""

    aksi = forms.ChoiceField(
        label="Tindakan", choices=[("lanjut", "Lanjut"), ("simpan", "Simpan dahulu")], required=False
    )

    def __init__(self, *args: Any, lines: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.lines = lines
        for line in lines:
            self.fields[f"r-{line.pk}"] = TextField(
                label=f"Realisasi {line.number}", max_length=LONGEST, required=False
            )

    @property
    def pairs(self) -> list[tuple[Any, Any]]:
        """Each result with its bound field."""
        return [(line, self[f"r-{line.pk}"]) for line in self.lines]

    def realizations(self) -> dict[int, str]:
        """What was written, by result."""
        return {line.pk: self.cleaned_data[f"r-{line.pk}"] for line in self.lines}


class SelfAssessmentForm(RatingsForm):
    """Penilaian sendiri yang menyertai isian; it proposes and decides nothing."""

    note = TextField(label="Catatan untuk atasan", max_length=LONGEST, required=False)


class RateForm(RatingsForm):
    """Umpan balik dan nilai: a draft until both ratings are given and the button “Nilai” is pressed."""

    note = TextField(
        label="Catatan dan rekomendasi", max_length=LONGEST, required=False,
        help_text="Satu kalimat tentang apa yang diteruskan atau diubah. Dibaca pegawai bersama hasilnya.",
    )  # fmt: skip
    aksi = forms.ChoiceField(
        label="Tindakan", choices=[("nilai", "Nilai"), ("simpan", "Simpan rancangan")], required=False
    )

    def __init__(
        self, *args: Any, lines: Sequence[Any], values: Sequence[Any], is_rated: bool, finishing: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.lines, self.values = lines, values
        for name in ("result_rating", "behaviour_rating"):
            self.fields[name].required = finishing
        for line in lines:
            self.fields[f"u-{line.pk}"] = TextField(
                label=f"Umpan balik hasil kerja {line.number}", max_length=LONGEST, required=False
            )
        for value in values:
            self.fields[f"v-{value.code}"] = TextField(
                label=f"Umpan balik {value.name}", max_length=LONGEST, required=False
            )
        if is_rated:
            self.fields["reason"] = TextField(
                label="Alasan menilai ulang", max_length=LONGEST, required=finishing, help_text="Tercatat pada riwayat."
            )

    @property
    def result_pairs(self) -> list[tuple[Any, Any]]:
        return [(line, self[f"u-{line.pk}"]) for line in self.lines]

    @property
    def value_pairs(self) -> list[tuple[Any, Any]]:
        return [(value, self[f"v-{value.code}"]) for value in self.values]

    def feedback(self) -> dict[str, Mapping[Any, str]]:
        """What was written, by result and by value."""
        given = self.cleaned_data
        return {
            "by_result": {line.pk: given[f"u-{line.pk}"] for line in self.lines},
            "by_value": {value.code: given[f"v-{value.code}"] for value in self.values},
        }


class AppraisalObjectionForm(Form):
    """Mengajukan keberatan atas hasil penilaian."""

    words = TextField(
        label="Alasan keberatan", min_length=20, max_length=4000,
        help_text="Sebut bagian mana yang menurut Anda keliru, dan bukti apa yang belum dibaca.",
    )  # fmt: skip
    evidence = DocumentField(label="Bukti", kinds=SCANS, required=False, help_text="PDF, PNG, atau JPEG.")


class ObjectionRulingForm(RatingsForm):
    """Putusan keberatan: granted with another rating or two, or not; what both sides said, and why."""

    outcome = forms.ChoiceField(
        label="Putusan", widget=forms.RadioSelect,
        choices=[("terima", "Diterima: rating berubah"), ("tolak", "Tidak diterima: hasil tetap")],
    )  # fmt: skip
    heard = TextField(
        label="Keterangan kedua pihak", min_length=20, max_length=4000,
        help_text="Apa yang disampaikan pegawai dan pejabat penilai, dan kapan keduanya didengar.",
    )  # fmt: skip
    words = TextField(label="Pertimbangan", min_length=20, max_length=LONGEST, help_text="Dibaca kedua pihak.")

    field_order = ("outcome", "result_rating", "behaviour_rating", "heard", "words")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("result_rating", "behaviour_rating"):
            self.fields[name].required = False


class AmendmentForm(RatingsForm):
    """Usul perubahan sesudah diserahkan."""

    reason = TextField(
        label="Alasan perubahan", min_length=20, max_length=LONGEST, help_text="Dibaca petugas kedua dan pegawai."
    )


class SettlementForm(Form):
    """Menyetujui atau menolak usul perubahan."""

    outcome = forms.ChoiceField(
        label="Putusan", widget=forms.RadioSelect, choices=[("setuju", "Disetujui"), ("tolak", "Ditolak")]
    )
    answer = TextField(label="Catatan", max_length=500, required=False, help_text="Wajib bila ditolak.")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("outcome") == "tolak" and not given.get("answer") and "answer" not in self.errors:
            self.add_refusal("Tulis mengapa usul ditolak.", "answer")
        return given
