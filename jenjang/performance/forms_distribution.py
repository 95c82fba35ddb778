"""Formulir predikat unit: the organisation's predicate, an exception, a meeting of calibration. Shape and syntax only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from jenjang.law.codes import OrganisationPredicate, Rating
from jenjang.performance.calibrating import Change, Meeting
from jenjang.performance.models import Evaluation
from jenjang.performance.presenters_rating import organisation_label
from jenjang.performance.queries_distribution import BROKEN, EXCUSED, FITS, HINT, UNRATED, UNSET
from jenjang.ui.forms import DateField, Form, TextField

STANDINGS = {
    UNSET: "Predikat organisasi belum ditetapkan", BROKEN: "Menyimpang dari pola", EXCUSED: "Dikecualikan dengan alasan",
    HINT: "Berbeda, hanya petunjuk", FITS: "Sesuai pola", UNRATED: "Belum ada yang dinilai",
}  # fmt: skip
KEPT = [("", "Tetap")]


class DistributionFilterForm(Form):
    """Saringan daftar sebaran."""

    q = forms.CharField(label="Nama unit", max_length=100, required=False)
    keadaan = forms.ChoiceField(label="Keadaan", choices=[("", "Semua"), *STANDINGS.items()], required=False)
    saya = forms.BooleanField(label="Hanya yang saya tetapkan", required=False)

    def __init__(self, *args: Any, sets: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not sets:
            del self.fields["saya"]

    @property
    def chosen(self) -> dict[str, Any]:
        """What the list is narrowed to; nothing where the address names what is not known."""
        return self.cleaned_data if self.is_valid() else {}


class UnitPredicateForm(Form):
    """Menetapkan predikat organisasi."""

    predicate = forms.ChoiceField(
        label="Predikat kinerja organisasi", widget=forms.RadioSelect,
        choices=[(one.value, organisation_label(one.value)) for one in reversed(OrganisationPredicate)],
    )  # fmt: skip
    reason = TextField(
        label="Alasan", min_length=20, max_length=1000,
        help_text="Capaian perjanjian kinerja dan ekspektasi apa yang mendasarinya. Dibaca semua pegawai unit ini.",
    )  # fmt: skip
    recommendation = TextField(
        label="Rekomendasi unit perencanaan, kepegawaian, atau pengawasan", max_length=1000, required=False
    )


class ExceptionForm(Form):
    """Mengecualikan pola distribusi."""

    reason = TextField(
        label="Alasan sebaran tetap seperti ini", min_length=20, max_length=1000,
        help_text="Misalnya pembagian tugas atau capaian yang membuat pola itu tidak adil bagi unit ini.",
    )  # fmt: skip


class ChoosePeopleForm(Form):
    """Memilih siapa yang dibahas, where a unit has more people than one page bears."""

    orang = forms.TypedMultipleChoiceField(label="Yang dibahas", coerce=int, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, people: Sequence[Evaluation], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["orang"].choices = [(one.pk, one.employee.current.full_name) for one in people]


class CalibrationForm(Form):
    """Rapat kalibrasi: the meeting, and for each person both ratings as they shall be, with why."""

    held_on = DateField(label="Tanggal rapat")
    place = forms.CharField(label="Tempat", max_length=200)
    attended = TextField(label="Hadir", max_length=1000, help_text="Nama dan jabatan yang hadir.")
    minutes = TextField(label="Risalah", min_length=20, max_length=4000)

    def __init__(self, *args: Any, people: Sequence[Evaluation], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = people
        for one in people:
            name = one.employee.current.full_name
            for part, label in (("hasil", "Hasil kerja"), ("perilaku", "Perilaku")):
                self.fields[f"{part}-{one.pk}"] = forms.ChoiceField(
                    label=f"{label} {name}", choices=[*KEPT, *((rating.value, rating.label) for rating in Rating)],
                    required=False,
                )  # fmt: skip
            self.fields[f"alasan-{one.pk}"] = forms.CharField(
                label=f"Alasan mengubah {name}", max_length=1000, required=False
            )

    @property
    def rows(self) -> list[tuple[Evaluation, Any, Any, Any]]:
        """Each person with the three bound fields."""
        return [(one, *(self[f"{part}-{one.pk}"] for part in ("hasil", "perilaku", "alasan"))) for one in self.people]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for one in self.people:
            changes, reason = self._ratings(given, one) is not None, (given.get(f"alasan-{one.pk}") or "").strip()
            if changes and not reason and f"alasan-{one.pk}" not in self.errors:
                self.add_refusal("Tulis alasan perubahan ini.", f"alasan-{one.pk}")
            if reason and not changes and not {f"hasil-{one.pk}", f"perilaku-{one.pk}"} & set(self.errors):
                self.add_refusal("Pilih rating yang berubah, atau kosongkan alasannya.", f"alasan-{one.pk}")
        return given

    @staticmethod
    def _ratings(given: dict[str, Any], one: Evaluation) -> tuple[str, str] | None:
        """Both ratings after the meeting; None when neither was touched."""
        result, behaviour = given.get(f"hasil-{one.pk}"), given.get(f"perilaku-{one.pk}")
        return (result or one.result_rating, behaviour or one.behaviour_rating) if result or behaviour else None

    def changes(self) -> dict[int, Change]:
        """What the meeting decided, by evaluation."""
        found = {}
        for one in self.people:
            ratings = self._ratings(self.cleaned_data, one)
            if ratings is not None:
                found[one.pk] = Change(*ratings, reason=self.cleaned_data[f"alasan-{one.pk}"].strip())
        return found

    def meeting(self) -> Meeting:
        """When, where, who, what."""
        return Meeting(*(self.cleaned_data[name] for name in ("held_on", "place", "attended", "minutes")))
