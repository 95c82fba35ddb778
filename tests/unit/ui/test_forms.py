"""Forms that teach."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django import forms
from django.core.exceptions import ImproperlyConfigured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template

from jenjang.ui.forms import CountField, DateField, Form, NipField, NumberField, TextField, UploadField


class Sample(Form):
    title = forms.CharField(label="Judul", max_length=20)
    starts = DateField(label="Mulai")
    nip = NipField(required=False)
    score = NumberField(label="Nilai", required=False, min_value=0, max_value=100, decimal_places=2)
    seats = CountField(label="Kebutuhan", required=False, min_value=1)
    reason = TextField(label="Alasan", min_length=10, max_length=50, required=False)
    document = UploadField(label="Berkas", required=False, most_mb=1)


GOOD = {"title": "Kepala Bidang", "starts": "7 des 26"}


def errors(**changes: str) -> dict[str, list[str]]:
    return dict(Sample(GOOD | changes).errors)


def test_a_good_form_gives_a_day_and_decimals() -> None:
    form = Sample(GOOD | {"score": "87,45", "seats": "1.250", "nip": "19900214 201303 2 007"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["starts"] == date(2026, 12, 7)
    assert form.cleaned_data["score"] == Decimal("87.45")
    assert form.cleaned_data["seats"] == 1250
    assert form.cleaned_data["nip"] == "199002142013032007"


def test_a_text_without_a_limit_is_refused_where_the_form_is_built() -> None:
    class Unlimited(Form):
        note = forms.CharField()

    with pytest.raises(ImproperlyConfigured, match=r"Unlimited\.note needs max_length"):
        Unlimited()


def test_a_file_with_an_endless_name_is_answered_with_its_length() -> None:
    class Upload(Form):
        document = UploadField(label="Berkas")

    upload = SimpleUploadedFile("a.pdf", b"%PDF-1.4")
    upload._name = "panjang" * 35 + ".pdf"  # type: ignore[attr-defined]  # longer than a name of a file system's may be
    form = Upload({}, {"document": upload})
    assert form.errors["document"] == [
        "Nama berkas itu 249 huruf, paling banyak 200. Pendekkan namanya, lalu pilih lagi."
    ]


def test_long_text_nul_bytes_and_emptiness_are_answered_in_indonesian() -> None:
    assert errors(title="x" * 21) == {"title": ["Terlalu panjang: 21 huruf, paling banyak 20."]}
    assert errors(title="a\x00b") == {"title": ["Ada huruf yang tidak dapat disimpan. Ketik ulang bagian ini."]}
    assert errors(title="") == {"title": ["Belum diisi."]}
    assert errors(reason="pendek") == {"reason": ["6 dari paling sedikit 10 huruf."]}
    assert errors(starts="30/2/2026") == {"starts": ["30 Februari 2026 tidak ada; Februari 2026 sampai tanggal 28."]}
    assert errors(nip="1990021420130320") == {"nip": ["Baru 16 angka; NIP terdiri dari 18 angka."]}
    assert errors(score="101") == {"score": ["Paling besar 100."]}


@pytest.mark.parametrize("typed", ["1e999999", "NaN", "Infinity", "1__0", "9" * 40, "0x10", "٣"])
def test_hostile_numbers_are_refused_with_a_sentence(typed: str) -> None:
    assert all(message.endswith(".") for message in errors(score=typed)["score"])


@pytest.mark.parametrize(
    ("typed", "value"), [("1.250,5", "1250.5"), ("87.45", "87.45"), ("1.250", "1250"), ("0,1", "0.1")]
)
def test_commas_are_decimals_and_full_stops_are_thousands(typed: str, value: str) -> None:
    assert NumberField().clean(typed) == Decimal(value)


def test_a_message_that_a_slice_wrote_itself_stays() -> None:
    class Own(Form):
        name = forms.CharField(max_length=5, error_messages={"required": "Tulis nama Anda."})

    assert Own({"name": ""}).errors == {"name": ["Tulis nama Anda."]}


def test_an_upload_of_another_kind_or_too_large_is_refused() -> None:
    executable = SimpleUploadedFile("surat.exe", b"MZ")
    assert Sample(GOOD, {"document": executable}).errors == {
        "document": ["Jenis berkas harus pdf atau png atau jpg atau jpeg."]
    }
    large = SimpleUploadedFile("surat.pdf", b"x" * (1024 * 1024 + 1))
    assert Sample(GOOD, {"document": large}).errors == {
        "document": ["Berkas lebih dari 1 MB. Kecilkan, lalu unggah lagi."]
    }


def test_an_error_is_tied_to_its_field_and_what_was_typed_stays() -> None:
    form = Sample(GOOD | {"starts": "<b>besok</b>"})
    html = Template("{% load jenjang %}{% form_errors form %}{% field form.starts %}").render(Context({"form": form}))
    assert 'value="&lt;b&gt;besok&lt;/b&gt;"' in html
    assert 'aria-describedby="id_starts_error id_starts_helptext"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_starts_error"' in html
    assert '<a href="#id_starts">Mulai</a>' in html


def test_what_the_law_objects_to_stands_on_top_with_its_article() -> None:
    form = Sample(GOOD)
    form.add_decision(SimpleNamespace(objections=[SimpleNamespace(reason="Sisa 7 hari.", cites=("pp-11-2017#312",))]))
    html = Template("{% load jenjang %}{% form_errors form %}").render(Context({"form": form}))
    assert "Sisa 7 hari." in html
    assert "PP 11/2017 Pasal 312" in html
