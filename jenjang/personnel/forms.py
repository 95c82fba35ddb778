"""Formulir kepegawaian: shape and syntax only. Forms of a history are made from its kind."""

from functools import cache
from typing import Any

from django import forms
from django.db import models

from jenjang.kernel.documents import DocumentField
from jenjang.law.codes import Status
from jenjang.organization import queries as organization
from jenjang.personnel.histories import ECHELONS, EDUCATIONS, GRADES, KINDS, LEVELS, STATUSES, rank_in_words
from jenjang.personnel.kinds import HistoryKind, kind
from jenjang.personnel.listing import Filter
from jenjang.ui.forms import CountField, DateField, Form, NipField, NumberField, TextField

OLDEST_YEAR, NEWEST_YEAR = 1950, 2100


def choices_of(labels: Any, empty: str = "Pilih") -> list[tuple[str, str]]:
    return [("", empty), *labels.items()]


class FilterForm(Form):
    """Saringan daftar pegawai; a wrong value is left out instead of refused, for it comes from an address."""

    q = forms.CharField(label="Cari nama atau NIP", max_length=100, required=False)
    unit = forms.IntegerField(required=False, min_value=1, max_value=2**31, widget=forms.HiddenInput)
    jenis = forms.ChoiceField(label="Jenis jabatan", required=False, choices=choices_of(KINDS, "Semua"))
    gol = forms.ChoiceField(
        label="Golongan",
        required=False,
        choices=choices_of(dict.fromkeys(GRADES) | {g: g for g in GRADES}, "Semua"),
    )
    status = forms.ChoiceField(label="Status", required=False, choices=choices_of(STATUSES, "Semua"))
    keadaan = forms.ChoiceField(
        label="Keadaan", required=False,
        choices=[("aktif", "Aktif"), ("tidak_aktif", "Tidak aktif"), ("semua", "Aktif dan tidak")],
    )  # fmt: skip
    pensiun = forms.ChoiceField(
        label="Pensiun", required=False,
        choices=[("", "Kapan pun"), ("6", "Dalam 6 bulan"), ("12", "Dalam setahun"), ("36", "Dalam tiga tahun")],
    )  # fmt: skip

    def chosen(self, retiring_by: Any) -> Filter:
        """The filter that the address describes."""
        self.is_valid()
        given = self.cleaned_data
        months = given.get("pensiun")
        return Filter(
            text=" ".join((given.get("q") or "").split()),
            unit=given.get("unit"),
            kind=given.get("jenis") or "",
            grade=given.get("gol") or "",
            status=given.get("status") or "",
            standing=given.get("keadaan") or "aktif",
            retiring_by=retiring_by(int(months)) if months else None,
        )


DECREE_GROUP = ("Keputusan", ("effective_from", "decree_number", "decree_date", "decree_by", "scan"))


class DecreeForm(Form):
    """Dasar sebuah catatan: day of effect, decree and scan."""

    effective_from = DateField(label="TMT (mulai berlaku)")
    decree_number = forms.CharField(label="Nomor SK", max_length=100)
    decree_date = DateField(label="Tanggal SK")
    decree_by = forms.CharField(label="Pejabat yang menetapkan", max_length=200)
    scan = DocumentField(label="Pindaian SK", help_text="PDF, PNG, atau JPEG")
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        """What happened is asked before the paper that says so; errors are told in the order of the page."""
        super().__init__(*args, **options)
        shown = [name for _, names in self.groups for name in names]
        self.order_fields(shown or [name for name in self.fields if name not in DECREE_GROUP[1]])


class ReasonForm(Form):
    """Membatalkan atau memutuskan, with a reason that stays."""

    reason = TextField(label="Alasan", min_length=10, max_length=500)


class SettleForm(ReasonForm):
    """Memutuskan permintaan perbaikan: the button that was pressed, and why."""

    putusan = forms.ChoiceField(label="Putusan", choices=[("terima", "Terima"), ("tolak", "Tolak")])


class PurposeForm(Form):
    """Membuka data pribadi."""

    purpose = forms.CharField(
        label="Keperluan", min_length=10, max_length=300, help_text="Pegawai yang bersangkutan akan membacanya."
    )


class HireForm(DecreeForm):
    """Pengangkatan pegawai baru, or somebody who moves in from another agency."""

    nip = NipField()
    name = forms.CharField(label="Nama tanpa gelar", max_length=200)
    title_before = forms.CharField(label="Gelar depan", max_length=60, required=False)
    title_after = forms.CharField(label="Gelar belakang", max_length=120, required=False)
    birth_place = forms.CharField(label="Tempat lahir", max_length=120)
    birth_date = DateField(label="Tanggal lahir")
    sex = forms.ChoiceField(label="Jenis kelamin", choices=[("", "Pilih"), ("L", "Laki-laki"), ("P", "Perempuan")])
    nik = forms.RegexField(
        label="NIK", regex=r"^[0-9]{16}$", max_length=16, strip=True,
        error_messages={"invalid": "NIK terdiri dari tepat 16 angka."},
    )  # fmt: skip
    status = forms.ChoiceField(label="Status", choices=choices_of(STATUSES), initial=Status.CPNS.value)
    appointed_on = DateField(label="TMT CPNS atau mulai perjanjian kerja")
    grade = forms.ChoiceField(label="Golongan", choices=choices_of({code: rank_in_words(code) for code in GRADES}))
    unit = forms.TypedChoiceField(label="Unit", choices=[], coerce=int)
    title = forms.CharField(label="Jabatan", max_length=300)
    kind = forms.ChoiceField(label="Jenis jabatan", choices=choices_of(KINDS))
    career_level = forms.ChoiceField(label="Jenjang", choices=list(LEVELS.items()), initial="tidak_ada")
    level = forms.ChoiceField(label="Pendidikan", choices=choices_of(EDUCATIONS))
    field = forms.CharField(label="Program studi", max_length=200)
    graduated = CountField(label="Tahun lulus", min_value=OLDEST_YEAR, max_value=NEWEST_YEAR)
    origin = forms.CharField(
        label="Instansi asal", max_length=200, required=False, help_text="Hanya bila pindah masuk."
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = unit_choices()

    groups = (
        ("Identitas", ("nip", "name", "title_before", "title_after", "birth_place", "birth_date", "sex", "nik")),
        ("Kepegawaian", ("status", "appointed_on", "grade", "origin")),
        ("Jabatan", ("unit", "title", "kind", "career_level")),
        ("Pendidikan", ("level", "field", "graduated")),
        DECREE_GROUP,
    )


def unit_choices() -> list[tuple[str, str]]:
    units = organization.open_units().values_list("pk", "name")
    return [("", "Pilih"), *((str(pk), name) for pk, name in units)]


def history_form(code: str, *, placing: bool = False) -> type[Form]:
    """The form of one kind of history, with decree and scan. `placing` asks for the unit too."""
    return _history_form(code, placing)


@cache
def _history_form(code: str, placing: bool) -> type[Form]:
    chosen = kind(code)
    if chosen is None:
        raise LookupError(code)
    fields = {name: field_for(chosen, name) for name in chosen.fields if not (placing and name == "unit_name")}
    if placing:
        fields = {"unit": forms.TypedChoiceField(label="Unit", choices=unit_choices, coerce=int), **fields}
    return type(f"{chosen.model.__name__}Form", (DecreeForm,), {**fields, "facts": tuple(fields)})


@cache
def correction_form(code: str) -> type[Form]:
    """Koreksi satu baris: its facts and its day, with a reason; a decree where there is one."""
    chosen = kind(code)
    if chosen is None:
        raise LookupError(code)
    fields: dict[str, forms.Field] = {name: field_for(chosen, name) for name in chosen.fields}
    fields["effective_from"] = DateField(label="TMT (mulai berlaku)")
    facts = tuple(fields)
    fields["reason"] = TextField(label="Alasan koreksi", min_length=10, max_length=500)
    fields["decree_number"] = forms.CharField(label="Nomor SK", max_length=100)
    fields["decree_date"] = DateField(label="Tanggal SK")
    fields["decree_by"] = forms.CharField(label="Pejabat yang menetapkan", max_length=200)
    fields["scan"] = DocumentField(label="Pindaian SK", help_text="PDF, PNG, atau JPEG")
    return type(f"Correct{chosen.model.__name__}Form", (Form,), {**fields, "facts": facts})


@cache
def request_form(code: str, name: str) -> type[Form]:
    """Permintaan perbaikan satu isian, by the person, with evidence."""
    chosen = kind(code)
    if chosen is None or name not in chosen.fields:
        raise LookupError(code)
    value = field_for(chosen, name)
    value.label = f"{chosen.label_of(name)} yang benar"
    return type(
        "RequestForm",
        (Form,),
        {
            "new_value": value,
            "statement": TextField(label="Penjelasan", min_length=10, max_length=500),
            "evidence": DocumentField(label="Bukti", help_text="PDF, PNG, atau JPEG: SK, ijazah, akta, atau KTP"),
        },
    )


def field_for(chosen: HistoryKind, name: str) -> forms.Field:
    """A form field for a field of a history, with the codes that are allowed there."""
    column: Any = chosen.model._meta.get_field(name)
    options = {"label": column.verbose_name, "required": not (column.blank or column.null)}
    if name in chosen.choices:
        return forms.ChoiceField(
            choices=choices_of(chosen.choices[name], "Pilih" if options["required"] else "–"), **options
        )
    if isinstance(column, models.DateField):
        return DateField(**options)
    if isinstance(column, models.DecimalField):
        return NumberField(min_value=0, max_value=100, decimal_places=2, **options)
    if isinstance(column, models.PositiveSmallIntegerField):
        is_year = name in ("year", "graduated")
        return CountField(
            min_value=OLDEST_YEAR if is_year else 0, max_value=NEWEST_YEAR if is_year else 9_999, **options
        )
    return forms.CharField(max_length=column.max_length, **options)


class SeatForm(Form):
    """Jabatan dalam peta jabatan."""

    title = forms.CharField(label="Nama jabatan", max_length=300)
    kind = forms.ChoiceField(label="Jenis jabatan", choices=choices_of(KINDS))
    career_level = forms.ChoiceField(label="Jenjang", choices=list(LEVELS.items()), initial="tidak_ada")
    echelon = forms.ChoiceField(label="Eselon", choices=choices_of(ECHELONS, "–"), required=False)
    job_class = CountField(label="Kelas jabatan", min_value=1, max_value=17, required=False)
    need = CountField(
        label="Kebutuhan", min_value=0, max_value=5_000, help_text="Jumlah orang menurut analisis beban kerja"
    )
    is_head = forms.BooleanField(label="Memimpin unit ini", required=False)
    effective_from = DateField(label="Berlaku sejak")
    decree_number = forms.CharField(label="Nomor keputusan", max_length=100, required=False)


class CloseSeatForm(ReasonForm):
    """Menutup jabatan."""

    closed_on = DateField(label="Ditutup sejak")


class UnitForm(DecreeForm):
    """Unit: its name, place and echelon from a day on, by decree."""

    name = forms.CharField(label="Nama unit", max_length=300)
    echelon = forms.ChoiceField(label="Eselon pemimpinnya", choices=choices_of(ECHELONS, "–"), required=False)


class NewUnitForm(UnitForm):
    """Unit baru."""

    siasn_id = forms.CharField(
        label="ID unit di SIASN", max_length=42, required=False,
        help_text="Bila sudah ada, agar impor berikutnya mengenalinya.",
    )  # fmt: skip
    groups = (("Unit", ("name", "echelon", "siasn_id")), DECREE_GROUP)


class ChangeUnitForm(UnitForm):
    """Ganti nama, pindah, ganti eselon."""

    parent = forms.TypedChoiceField(label="Di bawah", choices=[], coerce=int, empty_value=None, required=False)
    groups = (("Unit", ("name", "parent", "echelon")), DECREE_GROUP)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["parent"].choices = [("", "Puncak susunan"), *unit_choices()[1:]]


class CloseUnitForm(DecreeForm, ReasonForm):
    """Tutup unit."""

    groups = (("Mengapa ditutup", ("reason",)), DECREE_GROUP)
