"""Formulir rapat, putusan, pertek, pelantikan, keberatan: shape and syntax only; the law answers through the actions."""

from __future__ import annotations

from typing import Any

from django import forms

from jenjang.kernel.documents import SCANS, DocumentField
from jenjang.selection.models import ApprovalKind, Interest, PublicReason
from jenjang.ui.forms import DateField, Form, TextField

OPINION = ("pertek", "Pertimbangan teknis BKN")
WORD_CODES = ("panjang", "kata", "huruf", "ulangan")
TEXT_CODES = frozenset({*WORD_CODES, "jenis_alasan", "pilihan"})


class MeetingForm(Form):
    """Mencatat rapat tim."""

    held_on = DateField(label="Tanggal rapat")
    place = forms.CharField(label="Tempat", max_length=200)
    present = forms.MultipleChoiceField(label="Yang hadir", widget=forms.CheckboxSelectMultiple)
    notes = TextField(label="Risalah", max_length=10000, required=False)

    def __init__(self, *args: Any, members: list[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.members = {str(one.pk): one for one in members}
        self.fields["present"].choices = [
            (key, f"{one.name}, {one.get_seat_display().lower()}") for key, one in self.members.items()
        ]

    def attending(self) -> list[Any]:
        """The members who were there."""
        return [self.members[key] for key in self.cleaned_data["present"]]


class NoteForm(Form):
    """Catatan usul."""

    note = TextField(label="Catatan untuk pejabat pembina", max_length=4000, required=False)


class BackForm(Form):
    """Mengembalikan, with a reason."""

    reason = TextField(label="Alasan dikembalikan", max_length=2000, min_length=10)


class ChoiceForm(Form):
    """Pilihan satu dari tiga nama; the radio list is drawn by the page."""

    calon = forms.ChoiceField(label="Calon", required=False)
    reason_kind = forms.ChoiceField(
        label="Jenis alasan yang diumumkan", choices=[("", "Pilih jenis alasan"), *PublicReason.choices], required=False
    )
    words = TextField(
        label="Alasan", max_length=4000, required=False,
        help_text="Dibaca semua calon. Wajib bila bukan urutan pertama. Tidak dapat diubah sesudah ditetapkan.",
    )  # fmt: skip

    def __init__(self, *args: Any, names: list[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["calon"].choices = [(str(one.candidate), one.name) for one in names]

    def expects_words(self, passes_over: bool) -> None:
        """A draft may leave anything open; who decides fills the kind, and the words when the first is passed over."""
        self.fields["reason_kind"].required = True
        self.fields["words"].required = passes_over

    def add_decision(self, decision: Any) -> None:
        """What concerns the words stands at the words; the rest above."""
        for finding in decision.objections:
            field = "words" if finding.code in WORD_CODES else None
            field = {"jenis_alasan": "reason_kind"}.get(finding.code, field)
            self.add_refusal(finding.reason, field=field)


INTERESTS = [("", "Tidak ada"), *(choice for choice in Interest.choices if choice[0] != Interest.NONE)]


class InterestForm(Form):
    """Pernyataan kepentingan pejabat: one tick that there is none, or what there is about each candidate."""

    def __init__(self, *args: Any, people: list[tuple[Any, str]], degrees: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = people
        self.fields["nihil"] = forms.BooleanField(
            label=f"Saya tidak mempunyai hubungan keluarga {degrees}, atau kepentingan lain, dengan ketiga calon.",
            required=False,
        )
        for candidate, name in people:
            self.fields[f"jenis-{candidate.pk}"] = forms.ChoiceField(label=name, choices=INTERESTS, required=False)
            self.fields[f"uraian-{candidate.pk}"] = TextField(
                label=f"Uraian tentang {name}", max_length=2000, required=False
            )

    @property
    def triples(self) -> list[tuple[Any, Any, Any]]:
        return [(name, self[f"jenis-{one.pk}"], self[f"uraian-{one.pk}"]) for one, name in self.people]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        some = False
        for one, _ in self.people:
            kind, words = given.get(f"jenis-{one.pk}"), (given.get(f"uraian-{one.pk}") or "").strip()
            some = some or bool(kind or words)
            if kind and not words and f"uraian-{one.pk}" not in self.errors:
                self.add_refusal("Uraikan kepentingannya, misalnya hubungan keluarganya.", f"uraian-{one.pk}")
            if words and not kind and f"jenis-{one.pk}" not in self.errors:
                self.add_refusal("Pilih jenis kepentingannya.", f"jenis-{one.pk}")
        if given.get("nihil") and some:
            self.add_refusal("Hapus tanda ini, atau kosongkan kepentingan di bawahnya.", "nihil")
        elif not given.get("nihil") and not some and not self.errors:
            self.add_refusal("Beri tanda bila tidak ada. Bila ada, sebut kepentingannya pada calon itu.", "nihil")
        return given

    def interests(self) -> list[tuple[Any, str, str]]:
        """Candidates with an interest; none of them when the tick says so."""
        given = self.cleaned_data
        return [
            (one, given[f"jenis-{one.pk}"], given[f"uraian-{one.pk}"].strip())
            for one, _ in self.people
            if given[f"jenis-{one.pk}"]
        ]


class ApprovalForm(Form):
    """Mencatat pertimbangan teknis atau persetujuan lain."""

    kind = forms.ChoiceField(label="Jenis", choices=[OPINION, *ApprovalKind.choices])
    calon = forms.ChoiceField(label="Calon")
    number = forms.CharField(label="Nomor surat", max_length=100)
    dated_on = DateField(label="Tanggal surat")
    verdict = forms.ChoiceField(
        label="Isi", choices=[("ya", "Disetujui"), ("tidak", "Tidak disetujui")], widget=forms.RadioSelect
    )
    scan = DocumentField(label="Pindaian surat", kinds=SCANS)

    def __init__(self, *args: Any, names: list[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["calon"].choices = [(str(one.candidate), one.name) for one in names]


class OathForm(Form):
    """Mencatat pelantikan."""

    on = DateField(label="Tanggal pelantikan (TMT)")
    place = forms.CharField(label="Tempat", max_length=200)
    official = forms.CharField(label="Pejabat yang melantik", max_length=200)
    cleric = forms.CharField(label="Rohaniwan", max_length=200)
    first = forms.CharField(label="Saksi pertama", max_length=200)
    second = forms.CharField(label="Saksi kedua", max_length=200)


class ObjectionForm(Form):
    """Mengajukan keberatan."""

    about = forms.ChoiceField(label="Bagian yang keliru")
    words = TextField(
        label="Apa yang keliru", max_length=4000, help_text="Sebut apa yang tercatat, dan apa yang benar."
    )
    evidence = DocumentField(label="Bukti", kinds=SCANS, required=False, help_text="PDF, PNG, atau JPEG.")

    def __init__(self, *args: Any, subjects: dict[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["about"].choices = list(subjects.items())


class ReplyForm(Form):
    """Menjawab keberatan."""

    outcome = forms.ChoiceField(
        label="Putusan", widget=forms.RadioSelect,
        choices=[("terima", "Diterima: catatan sudah dibetulkan, hitung ulang peringkat"), ("tolak", "Tidak diterima")],
    )  # fmt: skip
    words = TextField(label="Jawaban", max_length=4000, help_text="Dibaca yang mengajukan dan pemeriksa.")
