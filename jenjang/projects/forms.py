"""Isian tim kerja: charter, members, tasks, contributions, answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from jenjang.projects.charters import Charter
from jenjang.projects.models import TaskState
from jenjang.ui.forms import CountField, DateField, Form, TextField

RESULTS = 5
"""Rows for expected results; a team that promises more promises too much."""


def share_field(label: str) -> CountField:
    return CountField(label=label, min_value=1, max_value=100, help_text="Persen dari waktu kerja, misalnya 20.")


class CharterForm(Form):
    """Piagam tim."""

    title = forms.CharField(label="Nama tim", max_length=200)
    goal = TextField(label="Tujuan", max_length=1000)
    first = DateField(label="Mulai")
    last = DateField(label="Sampai")
    part = forms.CharField(label="Kontribusi Anda sebagai ketua", max_length=300)
    share = share_field("Bagian waktu Anda")
    crosses_agencies = forms.BooleanField(label="Melibatkan instansi lain", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for place in range(1, RESULTS + 1):
            is_first = place == 1
            self.fields[f"hasil_{place}"] = forms.CharField(label=f"Hasil {place}", max_length=300, required=is_first)
            self.fields[f"ukuran_{place}"] = forms.CharField(label=f"Ukuran {place}", max_length=200, required=is_first)

    def results(self) -> list[tuple[Any, Any]]:
        """The rows of expected results."""
        return [(self[f"hasil_{place}"], self[f"ukuran_{place}"]) for place in range(1, RESULTS + 1)]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for place in range(2, RESULTS + 1):
            text, target = cleaned.get(f"hasil_{place}"), cleaned.get(f"ukuran_{place}")
            if bool(text) != bool(target) and not {f"hasil_{place}", f"ukuran_{place}"} & set(self.errors):
                self.add_error(f"ukuran_{place}" if text else f"hasil_{place}", "Isi keduanya: hasil dan ukurannya.")
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", "Hari terakhir tidak dapat sebelum hari pertama.")
        return cleaned

    def charter(self) -> Charter:
        """What was written."""
        given = self.cleaned_data
        rows = ((given[f"hasil_{place}"], given[f"ukuran_{place}"]) for place in range(1, RESULTS + 1))
        return Charter(
            given["title"], given["goal"], given["first"], given["last"], given["crosses_agencies"],
            [row for row in rows if row[0]], given["share"], given["part"],
        )  # fmt: skip


class MemberForm(Form):
    """Peran seorang anggota."""

    part = forms.CharField(
        label="Kontribusi yang diharapkan", max_length=300,
        help_text="Menjadi hasil kerja tambahan dalam SKP-nya sesudah dikonfirmasi.",
    )  # fmt: skip
    share = share_field("Bagian waktu")


class FindForm(Form):
    """Mencari rekan menurut nama."""

    q = forms.CharField(label="Nama pegawai", max_length=100, required=False)


class ReasonForm(Form):
    """Alasan."""

    reason = TextField(label="Alasan", max_length=500, min_length=5)


class ConsentForm(Form):
    """Jawaban pimpinan unit."""

    answer = forms.ChoiceField(
        label="Jawaban", choices=[("setuju", "Setujui"), ("tolak", "Tidak setuju")], widget=forms.RadioSelect
    )
    reason = TextField(label="Alasan bila tidak setuju", max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("answer") == "tolak" and not cleaned.get("reason"):
            self.add_error("reason", "Sebut alasannya, supaya ketua tim dapat mencari jalan lain.")
        return cleaned


class ConfirmForm(Form):
    """Konfirmasi kontribusi."""

    answer = forms.ChoiceField(
        label="Jawaban", choices=[("ya", "Konfirmasi"), ("kembali", "Kembalikan")], widget=forms.RadioSelect
    )
    reason = TextField(label="Yang perlu dilengkapi, bila dikembalikan", max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("answer") == "kembali" and not cleaned.get("reason"):
            self.add_error("reason", "Sebut yang perlu dilengkapi.")
        return cleaned


class TellForm(Form):
    """Kontribusi sendiri."""

    text = TextField(label="Apa yang Anda kerjakan", max_length=1000, min_length=5)


class TaskForm(Form):
    """Tugas."""

    text = forms.CharField(label="Tugas", max_length=300)
    assignee = forms.TypedChoiceField(label="Untuk", coerce=int, empty_value=None, required=False)
    due = DateField(label="Tenggat", required=False)

    def __init__(self, *args: Any, people: Sequence[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["assignee"].choices = [("", "Belum ditentukan"), *people]


class ChangeTaskForm(TaskForm):
    """Tugas yang sudah ada, dengan keadaannya."""

    state = forms.ChoiceField(label="Keadaan", choices=TaskState.choices)


class MoveForm(Form):
    """Memindah tugas."""

    state = forms.ChoiceField(label="Pindahkan ke", choices=TaskState.choices)
