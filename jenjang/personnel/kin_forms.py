"""Formulir keluarga: a relative is named by NIP, and then checked against that record, or by name and birth date."""

from typing import Any

from django import forms

from jenjang.personnel.forms import DecreeForm, choices_of
from jenjang.personnel.kinship import RELATION_LABELS
from jenjang.personnel.queries import current_by_nip
from jenjang.ui.forms import DateField, Form, NipField, TextField

SEX_OF = {
    **dict.fromkeys(("suami", "ayah", "kakek", "paman"), "L"),
    **dict.fromkeys(("istri", "ibu", "nenek", "bibi"), "P"),
}
SEX_LABELS = {"L": "laki-laki", "P": "perempuan"}


class KinForm(DecreeForm):
    """Satu anggota keluarga, proven by a certificate or the family card."""

    relation = forms.ChoiceField(label="Hubungan", choices=choices_of(RELATION_LABELS))
    relative_nip = NipField(
        label="NIP, bila pegawai di sini", required=False, help_text="Nama dan tanggal lahir diambil dari datanya."
    )
    relative_name = forms.CharField(label="Nama, bila bukan pegawai di sini", max_length=200, required=False)
    relative_birth_date = DateField(label="Tanggal lahir", required=False)
    relative_nik = forms.RegexField(
        label="NIK", regex=r"^[0-9]{16}$", max_length=16, strip=True, required=False,
        error_messages={"invalid": "NIK terdiri dari tepat 16 angka."},
    )  # fmt: skip
    facts: tuple[str, ...] = (
        "relation", "relative_employee", "relative_name", "relative_birth_date", "relative_nik",
    )  # fmt: skip
    labels = {
        "effective_from": "Berlaku sejak", "decree_number": "Nomor akta atau kartu keluarga",
        "decree_date": "Tanggal dokumen", "decree_by": "Penerbit", "scan": "Pindaian dokumen",
    }  # fmt: skip
    at_the_end: tuple[str, ...] = ("effective_from", "decree_number", "decree_date", "decree_by", "scan")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in self.labels.items():
            self.fields[name].label = label
        self.order_fields([*(name for name in self.fields if name not in self.at_the_end), *self.at_the_end])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        given["relative_employee"] = None
        if given.get("relative_nip"):
            self._clean_colleague(given)
        elif "relative_nip" not in self.errors:
            self._clean_outsider(given)
        return given

    def _clean_colleague(self, given: dict[str, Any]) -> None:
        """An employee: name and birth date are those of the record, and what was typed must agree with it."""
        found = current_by_nip(given["relative_nip"])
        if found is None:
            self.add_error("relative_nip", "NIP ini tidak ada di Jenjang. Bila bukan pegawai di sini, isi namanya.")
            return
        if given.get("relative_name") and given["relative_name"].casefold() != found.name.casefold():
            self.add_error("relative_name", f"Pegawai dengan NIP ini bernama {found.name}. Kosongkan atau betulkan.")
        if given.get("relative_birth_date") and given["relative_birth_date"] != found.birth_date:
            self.add_error("relative_birth_date", "Tidak sama dengan tanggal lahir pegawai dengan NIP ini. Kosongkan.")
        wanted = SEX_OF.get(given.get("relation", ""))
        if wanted and wanted != found.sex:
            label = RELATION_LABELS[given["relation"]]
            self.add_error("relation", f"{label} tidak cocok: {found.name} tercatat {SEX_LABELS[found.sex]}.")
        given.update(relative_employee=found.employee, relative_name=found.name, relative_birth_date=found.birth_date)

    def _clean_outsider(self, given: dict[str, Any]) -> None:
        if not given.get("relative_name") and "relative_name" not in self.errors:
            self.add_error("relative_name", "Isi nama, atau NIP bila pegawai di sini.")
        if not given.get("relative_birth_date") and "relative_birth_date" not in self.errors:
            self.add_error("relative_birth_date", "Isi tanggal lahir, atau NIP bila pegawai di sini.")


class KinCorrectionForm(KinForm):
    """Koreksi satu anggota keluarga, with a reason."""

    reason = TextField(label="Alasan koreksi", min_length=10, max_length=500)
    facts = (*KinForm.facts, "effective_from")
    at_the_end = ("effective_from", "reason", *KinForm.at_the_end[1:])


def nip_of_relative(row: Any) -> dict[str, str]:
    """The NIP that the form asks for, of a row that knows its relative by key; nothing for other histories."""
    known = getattr(row, "relative_employee", None)
    return {"relative_nip": known.nip} if known else {}


FORMS: dict[str, type[Form]] = {"keluarga": KinForm}
CORRECTION_FORMS: dict[str, type[Form]] = {"keluarga": KinCorrectionForm}
