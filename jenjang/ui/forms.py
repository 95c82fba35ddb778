"""Forms that teach: every text has a limit, every error is a sentence, and what was typed stays.

Forms judge shape and syntax only. Law answers through `add_decision`.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.forms.boundfield import BoundField

from jenjang.ui.fields import CountField, DateField, NipField, NumberField, TextField, UploadField

__all__ = ["CountField", "DateField", "Form", "NipField", "NumberField", "TextField", "UploadField"]

MESSAGES = {
    "required": "Belum diisi.",
    "max_length": "Terlalu panjang: %(show_value)d huruf, paling banyak %(limit_value)d.",
    "min_length": "%(show_value)d dari paling sedikit %(limit_value)d huruf.",
    "max_value": "Paling besar %(limit_value)s.",
    "min_value": "Paling kecil %(limit_value)s.",
    "null_characters_not_allowed": "Ada huruf yang tidak dapat disimpan. Ketik ulang bagian ini.",
    "invalid": "Tidak terbaca. Periksa penulisannya.",
    "invalid_choice": "Pilih salah satu dari daftar.",
    "invalid_list": "Pilih dari daftar.",
    "max_digits": "Terlalu banyak angka.",
    "max_decimal_places": "Paling banyak %(max)s angka di belakang koma.",
    "max_whole_digits": "Angkanya terlalu besar.",
    "missing": "Berkas belum dipilih.",
    "empty": "Berkas itu kosong. Pilih berkas lain.",
    "contradiction": "Pilih berkas baru, atau hapus yang lama, jangan keduanya.",
    "invalid_image": "Gambar tidak terbaca. Pilih PNG atau JPEG lain.",
    "incomplete": "Belum lengkap.",
}
LONG_NAME = "Nama berkas itu %(length)d huruf, paling banyak %(max)d. Pendekkan namanya, lalu pilih lagi."
UNSTORABLE = MESSAGES["null_characters_not_allowed"]
ONE_LINE = "Tulis dalam satu baris."
# Signs that let a text be read in another order than it has.
TURNERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Letters of a refused text that come back for mending; ten megabytes would only stop the browser.
LONGEST_SHOWN = 20_000
# A field whose messages a slice wrote itself keeps them; only the framework's own words are replaced.


class TiedField(BoundField):
    """A field tied to its help and its error, in the look of Bootstrap."""

    def value(self) -> Any:
        """What stands in the control; of an endless text its beginning."""
        value = super().value()
        return value[:LONGEST_SHOWN] if isinstance(value, str) else value

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        built = super().build_widget_attrs(attrs, widget)
        look = _look(widget)
        classes = [look, built.get("class", ""), widget.attrs.get("class", ""), "is-invalid" if self.errors else ""]
        built["class"] = " ".join(dict.fromkeys(name for name in classes if name))
        notes = [f"{self.auto_id}_error"] if self.errors else []
        notes += [f"{self.auto_id}_helptext"] if self.help_text else []
        if notes and not getattr(widget, "use_fieldset", False):
            built["aria-describedby"] = " ".join(notes)
        if self.errors:
            built["aria-invalid"] = "true"
        return built


class Form(forms.Form):
    """Base of every form. The server speaks, in Indonesian; browsers' own bubbles are switched off."""

    bound_field_class = TiedField
    use_required_attribute = False
    error_css_class = "is-invalid"

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
        self.objections: list[Any] = []
        self._prepared: set[int] = set()
        self._prepare()

    def full_clean(self) -> None:
        """Fields that a form adds for its object are held to the same, once something was sent to them."""
        if self.is_bound:
            self._prepare()
        super().full_clean()

    def _prepare(self) -> None:
        for name, field in self.fields.items():
            if id(field) not in self._prepared:
                self._prepared.add(id(field))
                _require_limit(type(self).__name__, name, field)
                _speak(field)
                _keep_readable(field)

    def add_decision(self, decision: Any) -> None:
        """What the law objects to stands on top, with its articles; the form stays as it was typed."""
        self.objections.extend(decision.objections)

    def add_refusal(self, sentence: str, field: str | None = None) -> None:
        """A refusal that is not law, such as a fact that does not fit."""
        self.add_error(field if field in self.fields else None, sentence)


def _look(widget: forms.Widget) -> str:
    if isinstance(widget, forms.CheckboxInput | forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "form-check-input"
    if isinstance(widget, forms.Select):
        return "form-select"
    return "" if widget.is_hidden else "form-control"


def _require_limit(form: str, name: str, field: forms.Field) -> None:
    """A text without a limit is a hole: refuse the form, in the first test that builds it."""
    unlimited = isinstance(field, forms.CharField) and not isinstance(field, forms.UUIDField)
    if unlimited and getattr(field, "max_length", None) is None:
        raise ImproperlyConfigured(f"{form}.{name} needs max_length.")


def _keep_readable(field: forms.Field) -> None:
    """Texts hold letters: no control signs, which break letters and sheets, and no line within one line."""
    if isinstance(field, forms.CharField) and not isinstance(field.widget, forms.PasswordInput):
        one_line = not isinstance(field.widget, forms.Textarea)
        field.validators.append(_refuse_controls_and_lines if one_line else _refuse_controls)


def _refuse_controls(text: str) -> None:
    found = (sign for sign in text if not sign.isprintable() and sign not in "\0\t\n\r")
    if any(sign in TURNERS or unicodedata.category(sign) == "Cc" for sign in found):
        raise ValidationError(UNSTORABLE, code="control_characters")


def _refuse_controls_and_lines(text: str) -> None:
    _refuse_controls(text)
    if "\n" in text or "\r" in text:
        raise ValidationError(ONE_LINE, code="lines")


def _speak(field: forms.Field) -> None:
    """Indonesian messages, wherever the slice has not written its own."""
    defaults = _framework_messages(type(field))
    own = {"max_length": LONG_NAME} if isinstance(field, forms.FileField) else {}
    for code, text in (MESSAGES | own).items():
        if field.error_messages.get(code) == defaults.get(code):
            field.error_messages[code] = text


def _framework_messages(kind: type[forms.Field]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for ancestor in reversed(kind.__mro__):
        found.update(getattr(ancestor, "default_error_messages", {}))
    return found
