"""Formulir lamaran: papers, facts from another agency, checks, results. Shape and syntax only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from jenjang.law.codes import Education, Grade, PositionKind, Predicate
from jenjang.selection.models import Component, Verdict
from jenjang.ui.forms import CountField, DateField, Form, NipField, NumberField, TextField, UploadField

MANAGERIAL = (PositionKind.ADMINISTRATOR, PositionKind.JPT_PRATAMA, PositionKind.SUPERVISOR)


class PaperForm(Form):
    """Mengunggah satu berkas."""

    kind = forms.ChoiceField(label="Jenis berkas")
    file = UploadField(label="Berkas")

    def __init__(self, *args: Any, papers: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = [(paper.code, paper.label) for paper in papers]


class StatedForm(Form):
    """Data kepegawaian pelamar dari instansi lain, as the papers show it."""

    grade = forms.ChoiceField(label="Golongan", choices=[(one.value, one.value) for one in Grade])
    grade_since = DateField(label="TMT golongan")
    appointed_on = DateField(label="TMT pengangkatan")
    education = forms.ChoiceField(label="Pendidikan", choices=[(one.value, one.label) for one in Education])
    kind = forms.ChoiceField(label="Jenis jabatan sekarang", choices=[(one.value, one.label) for one in MANAGERIAL])
    years = CountField(label="Lama dalam jenis jabatan itu (tahun)", min_value=0, max_value=40)
    related_years = CountField(label="Lama bekerja di bidang jabatan yang dilamar (tahun)", min_value=0, max_value=40)
    last = forms.ChoiceField(label="Predikat kinerja tahun lalu", choices=[(one.value, one.label) for one in Predicate])
    before = forms.ChoiceField(
        label="Predikat kinerja dua tahun lalu", choices=[(one.value, one.label) for one in Predicate]
    )
    level = CountField(
        label="Tingkat kompetensi menurut asesmen", min_value=1, max_value=5,
        help_text="Tingkat terendah di antara semua kompetensi pada laporan asesmen.",
    )  # fmt: skip

    def facts(self, *, birth_date: Any, year: int, competencies: Mapping[str, int]) -> dict[str, Any]:
        """The same facts under the names that a ranking reads."""
        given = self.cleaned_data
        return {
            "status": "PNS",
            "golongan": given["grade"],
            "tmt_golongan": given["grade_since"].isoformat(),
            "tmt_pengangkatan": given["appointed_on"].isoformat(),
            "tanggal_lahir": birth_date.isoformat(),
            "pendidikan": given["education"],
            "bidang_ilmu_sesuai": True,
            "jabatan_bulan": [[given["kind"], "tidak_ada", int(given["years"]) * 12]],
            "jabatan_sekarang": [given["kind"], "tidak_ada"],
            "tahun_bidang_tugas": int(given["related_years"]),
            "predikat": [[year - 1, given["last"], 0], [year - 2, given["before"], 0]],
            "capaian_kompetensi": dict.fromkeys(competencies, int(given["level"])),
        }


class WithdrawForm(Form):
    """Menarik lamaran."""

    reason = TextField(label="Alasan", max_length=2000, required=False)


class CheckForm(Form):
    """Verifikasi semua berkas satu pelamar; the button says whether the check is concluded, and what its page showed."""

    aksi = forms.ChoiceField(
        label="Tindakan",
        choices=[("simpulkan", "Simpan dan simpulkan"), ("gugurkan", "Simpan dan nyatakan tidak memenuhi syarat")],
        required=False,
    )

    def __init__(self, *args: Any, lines: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.lines = lines
        for line in lines:
            code, check = line.paper.code, line.check
            self.fields[f"hasil-{code}"] = forms.ChoiceField(
                label=f"Hasil: {line.paper.label}", choices=[("", "Belum diperiksa"), *Verdict.choices], required=False,
                initial=check.verdict if check else "",
            )  # fmt: skip
            self.fields[f"alasan-{code}"] = forms.CharField(
                label=f"Alasan: {line.paper.label}", max_length=500, required=False,
                initial=check.reason if check else "",
                widget=forms.TextInput(attrs={"placeholder": "Alasan, bila BTL atau TMS"}),
            )  # fmt: skip

    @property
    def rows(self) -> list[tuple[Any, Any, Any]]:
        return [(line, self[f"hasil-{line.paper.code}"], self[f"alasan-{line.paper.code}"]) for line in self.lines]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for line in self.lines:
            code = line.paper.code
            if given.get(f"hasil-{code}") in (Verdict.INCOMPLETE, Verdict.INELIGIBLE) and not given.get(
                f"alasan-{code}"
            ):
                self.add_refusal("Tulis alasannya; pelamar membacanya.", f"alasan-{code}")
        return given

    def changed(self) -> list[tuple[str, str, str]]:
        """(kind, verdict, reason) of every paper whose check is new or other than before."""
        given, found = self.cleaned_data, []
        for line in self.lines:
            code, check = line.paper.code, line.check
            now = (given[f"hasil-{code}"], given[f"alasan-{code}"].strip())
            if now[0] and now != ((check.verdict, check.reason) if check else None):
                found.append((code, *now))
        return found


class ExternalForm(Form):
    """Mendaftarkan pelamar dari instansi lain."""

    name = forms.CharField(label="Nama", max_length=200)
    nip = NipField()
    birth_date = DateField(label="Tanggal lahir")
    agency_name = forms.CharField(label="Instansi asal", max_length=300)
    email = forms.EmailField(label="E-mail", max_length=200, help_text="Menjadi nama masuknya.")
    nik = forms.RegexField(label="NIK", regex=r"^[0-9]{16}$", max_length=16, required=False)
    phone = forms.CharField(label="Telepon", max_length=20, required=False)


class ExtendForm(Form):
    """Memperpanjang pengumuman."""

    until = DateField(label="Sampai")
    reason = TextField(label="Alasan", min_length=20, max_length=2000)


class StageForm(Form):
    """Mencatat hasil tahap dari lembaga penilai."""

    component = forms.ChoiceField(label="Tahap")
    score = NumberField(label="Nilai", min_value=0, max_value=100, decimal_places=2)
    origin = forms.CharField(label="Asal nilai", max_length=200, help_text="Lembaga, nomor dan tanggal laporan.")
    reason = TextField(
        label="Alasan perbaikan", max_length=2000, required=False, help_text="Wajib bila nilai sudah ada."
    )

    def __init__(self, *args: Any, marked: Sequence[str], **options: Any) -> None:
        super().__init__(*args, **options)
        others = [choice for choice in Component.choices if choice[0] not in marked]
        self.fields["component"].choices = others
