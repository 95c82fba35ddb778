"""Fields as Indonesians fill them in: typed dates, decimal commas, NIP with spaces, reasons with a least length."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator

from jenjang.ui import dates, formats

NIP_DIGITS = 18
LONGEST_NUMBER = 30
_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+")
_PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class DateField(forms.DateField):
    """Tanggal typed as hh/bb/tttt; browsers in English show the month first, so no native picker."""

    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", "hh/bb/tttt, misalnya 7/12/2026 atau 7 des 26")
        super().__init__(**options)

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        try:
            return dates.parse(str(value))
        except dates.NotADate as problem:
            raise ValidationError(str(problem), code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        return formats.typed_date(value) if isinstance(value, date) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"class": "j-date", "inputmode": "text", "autocomplete": "off", "placeholder": "hh/bb/tttt"}


class TextField(forms.CharField):
    """Several lines, such as a reason that will be published."""

    widget = forms.Textarea

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attributes = super().widget_attrs(widget)
        attributes.setdefault("rows", 4)
        if self.min_length:
            attributes["data-least"] = self.min_length
        return attributes


class NipField(forms.CharField):
    """NIP: eighteen digits; spaces are taken out."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 40)
        options.setdefault("label", "NIP")
        options.setdefault("help_text", "Spasi boleh, nanti dirapikan.")
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        text = "".join(str(super().to_python(value)).split())
        if text and not (text.isascii() and text.isdecimal()):
            raise ValidationError("NIP hanya berisi angka.", code="invalid")
        if text and len(text) != NIP_DIGITS:
            raise ValidationError(_nip_length(len(text)), code="invalid")
        return text

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"inputmode": "numeric", "autocomplete": "off"}


class NumberField(forms.DecimalField):
    """87,45 or 1.250,5: the comma is for decimals, the full stop for thousands; 87.45 is understood too."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values or isinstance(value, Decimal | int):
            return None if value in self.empty_values else Decimal(value)
        text = str(value).strip().replace(" ", "")
        if "," in text or _GROUPED.fullmatch(text):
            text = text.replace(".", "").replace(",", ".")
        if len(text) > LONGEST_NUMBER or not _PLAIN_NUMBER.fullmatch(text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return Decimal(text)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal", "autocomplete": "off"}


class CountField(NumberField):
    """A whole number, 1.250 or 1250."""

    def __init__(self, **options: Any) -> None:
        super().__init__(decimal_places=0, **options)

    def clean(self, value: Any) -> Any:
        number = super().clean(value)
        return None if number is None else int(number)


class UploadField(forms.FileField):
    """A document: PDF, PNG or JPEG. What it really is, is judged by its content when it is stored."""

    KINDS = ("pdf", "png", "jpg", "jpeg")

    def __init__(self, *, kinds: tuple[str, ...] = KINDS, most_mb: int = 10, **options: Any) -> None:
        self.kinds, self.most_mb = kinds, most_mb
        options.setdefault("help_text", f"{', '.join(kind.upper() for kind in kinds)}, paling besar {most_mb} MB")
        options.setdefault("max_length", 200)
        super().__init__(**options)
        self.validators.append(FileExtensionValidator(kinds, message=f"Jenis berkas harus {' atau '.join(kinds)}."))

    def clean(self, data: Any, initial: Any = None) -> Any:
        upload = super().clean(data, initial)
        if upload and getattr(upload, "size", 0) > self.most_mb * 1024 * 1024:
            raise ValidationError(f"Berkas lebih dari {self.most_mb} MB. Kecilkan, lalu unggah lagi.", code="size")
        return upload

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        accepted = ",".join(f".{kind}" for kind in self.kinds)
        return super().widget_attrs(widget) | {"accept": accepted, "data-most-mb": self.most_mb}


def _nip_length(count: int) -> str:
    begun = f"Baru {count} angka" if count < NIP_DIGITS else f"Ada {count} angka"
    return f"{begun}; NIP terdiri dari {NIP_DIGITS} angka."
