"""Forms of the open pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from jenjang.transparency import checking
from jenjang.ui.forms import Form, UploadField


class CodeForm(Form):
    """By what stands under the QR code."""

    nomor = forms.CharField(label="Nomor naskah", max_length=100, help_text="Seperti tertulis di bawah judul naskah.")
    kode = forms.RegexField(
        r"[0-9A-Fa-f]{12}", label="Kode", max_length=12, help_text="12 huruf dan angka di akhir alamat pada kode QR.",
        error_messages={"invalid": "Kode terdiri dari 12 huruf a sampai f dan angka."},
    )  # fmt: skip

    def clean_nomor(self) -> str:
        number: str = self.cleaned_data["nomor"]
        if not checking.slug_of(number):
            raise ValidationError("Tulis nomor naskahnya, misalnya 821.2/12/BKPSDM-2026.")
        return number


class PaperForm(Form):
    """By the signed PDF."""

    pdf = UploadField(kinds=("pdf",), most_mb=10, label="Naskah PDF", help_text="PDF asli, bukan hasil pindai. Paling besar 10 MB; tidak kami simpan.")  # fmt: skip

    def clean_pdf(self) -> UploadedFile[Any]:
        upload: UploadedFile[Any] = self.cleaned_data["pdf"]
        if upload.read(5) != b"%PDF-":
            raise ValidationError("Isi berkas ini bukan PDF.")
        upload.seek(0)
        return upload


class ProofForm(Form):
    """By the proof that is attached to the PDF."""

    bukti = UploadField(kinds=("json",), most_mb=1, label="Bukti (bukti.json)", help_text="Lampiran di dalam PDF naskah. Tidak kami simpan.")  # fmt: skip
