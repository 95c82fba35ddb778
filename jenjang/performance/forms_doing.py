"""Isian pelaksanaan: a few words for each result of a week, and one piece of evidence for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.validators import URLValidator

from jenjang.kernel.documents import DocumentField
from jenjang.performance.evidence import Proof
from jenjang.performance.progress import KEY, Done
from jenjang.performance.queries_doing import Target
from jenjang.ui.forms import Form, NumberField, TextField

LONGEST = 1000
_KEY = re.compile(rf"[0-9a-f]{{{KEY}}}")


class LinkField(forms.CharField):
    """Tautan: an address on the web, as it is copied from a browser."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 500)
        super().__init__(**options)
        said = "Tautan diawali https:// atau http://, seperti yang disalin dari peramban."
        self.validators.append(URLValidator(schemes=["http", "https"], message=said))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"inputmode": "url", "autocomplete": "off"}


class EvidenceForm(Form):
    """Bukti baru: a file or a link, and a name for it."""

    berkas = DocumentField(label="Foto atau berkas", required=False, help_text="PDF, PNG, atau JPEG.")
    tautan = LinkField(label="Atau tautan", required=False)
    judul = forms.CharField(label="Nama bukti", max_length=200, required=False)
    needs_one = True

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("berkas") and cleaned.get("tautan"):
            self.add_error("tautan", "Pilih satu: berkas atau tautan.")
        if self.needs_one and not self.errors and not (cleaned.get("berkas") or cleaned.get("tautan")):
            self.add_error("berkas", "Pilih berkas atau tulis tautannya.")
        return cleaned

    def proof(self) -> Proof | None:
        """What was given; nothing when nothing was."""
        given = self.cleaned_data
        if given.get("berkas") or given.get("tautan"):
            return Proof(upload=given.get("berkas"), link=given.get("tautan") or "", title=given.get("judul") or "")
        return None


class RecordForm(EvidenceForm):
    """Catatan satu pekan: two fields a result, evidence for those that were filled in."""

    needs_one = False
    bukti = forms.ChoiceField(label="Bukti yang sudah ada", required=False)
    kunci = forms.CharField(max_length=100, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, targets: Sequence[Target], kept: Sequence[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.targets = targets
        self.fields["bukti"].choices = [("", "Tidak ada"), *kept]
        for one in targets:
            self.fields[f"teks-{one.pk}"] = TextField(
                label=f"Yang dikerjakan, {one.text}", max_length=LONGEST, required=False
            )
            self.fields[f"jumlah-{one.pk}"] = NumberField(
                label=f"Jumlah, {one.text}", required=False, max_digits=14, decimal_places=2, min_value=0
            )

    def rows(self) -> Iterator[tuple[Target, Any, Any]]:
        """Each result with its two fields."""
        for one in self.targets:
            yield one, self[f"teks-{one.pk}"], self[f"jumlah-{one.pk}"]

    def clean_kunci(self) -> str:
        """A key that no script of ours made is none: the entry is kept all the same."""
        given: str = self.cleaned_data["kunci"]
        return given if _KEY.fullmatch(given) else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for one in self.targets:
            if cleaned.get(f"jumlah-{one.pk}") is not None and not cleaned.get(f"teks-{one.pk}"):
                self.add_error(f"teks-{one.pk}", "Sebut juga apa yang dikerjakan.")
        if sum(bool(cleaned.get(name)) for name in ("bukti", "berkas", "tautan")) > 1 and not self.errors:
            self.add_error("bukti", "Pilih satu: bukti yang sudah ada, berkas baru, atau tautan.")
        if not self.errors and not any(cleaned.get(f"teks-{one.pk}") for one in self.targets):
            first = f"teks-{self.targets[0].pk}" if self.targets else None
            self.add_error(first, "Tulis apa yang dikerjakan, paling sedikit untuk satu hasil kerja.")
        return cleaned

    def done(self) -> list[Done]:
        """What was filled in."""
        given = self.cleaned_data
        return [
            Done(one.pk, given[f"teks-{one.pk}"], given.get(f"jumlah-{one.pk}"))
            for one in self.targets
            if given.get(f"teks-{one.pk}")
        ]

    def proof(self) -> Proof | None:
        """New evidence, or one that is kept already."""
        kept = self.cleaned_data.get("bukti")
        return Proof(kept=int(kept)) if kept else super().proof()


class UseForm(Form):
    """Memakai bukti untuk satu catatan lagi."""

    catatan = forms.TypedChoiceField(label="Pakai juga untuk", coerce=int)

    def __init__(self, *args: Any, entries: Sequence[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["catatan"].choices = entries
