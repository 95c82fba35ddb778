"""Formulir penilai: members, declarations, marks. Shape and syntax only."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from jenjang.selection.marking import WHOLE, Typed
from jenjang.selection.models import Interest, PanelSeat
from jenjang.selection.presenters_panel import aspect_label
from jenjang.ui.forms import DateField, Form, NumberField, TextField

SEATS = 9
SEAT_CHOICES = [("", "–"), *PanelSeat.choices]
INTERESTS = [("", "Tidak ada")] + [choice for choice in Interest.choices if choice[0] != Interest.NONE]


class SheetForm(Form):
    """Lembar nilai: one cell for each aspect of each candidate that the member may mark, and a note a candidate."""

    def __init__(self, *args: Any, rows: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.rows = [row for row in rows if row.may_mark]
        for row in self.rows:
            for aspect, score in row.scores.items():
                self.fields[f"n-{row.candidate.pk}-{aspect}"] = _mark_field(aspect, row.name, score)
            self.fields[f"c-{row.candidate.pk}"] = _note_field(row)

    def lines(self, rows: Sequence[Any]) -> list[dict[str, Any]]:
        """Rows with their bound cells, for the table."""
        return [
            {
                "row": row,
                "cells": [(aspect_label(aspect), self[f"n-{row.candidate.pk}-{aspect}"]) for aspect in row.scores]
                if row.may_mark
                else [],
                "marks": [(aspect_label(aspect), score) for aspect, score in row.scores.items()],
                "note": self[f"c-{row.candidate.pk}"] if row.may_mark else None,
            }
            for row in rows
        ]

    def typed(self) -> list[Typed]:
        """Every cell as it was typed; an empty one takes back what was there."""
        given = self.cleaned_data
        cells = []
        for row in self.rows:
            key = row.candidate.pk
            cells += [Typed(key, aspect, given[f"n-{key}-{aspect}"]) for aspect in row.scores]
            cells.append(Typed(key, WHOLE, None, given[f"c-{key}"].strip()))
        return cells


def _mark_field(aspect: str, name: str, score: Decimal | None) -> NumberField:
    label = f"{aspect_label(aspect)}, {name}, 0 sampai 100"
    made = NumberField(label=label, required=False, min_value=0, max_value=100, decimal_places=2, initial=score)
    made.widget.attrs |= {"class": "form-control-sm j-mark-in", "inputmode": "decimal", "autocomplete": "off"}
    return made


def _note_field(row: Any) -> forms.CharField:
    made = forms.CharField(label=f"Catatan, {row.name}", required=False, max_length=500, initial=row.note)
    made.widget.attrs |= {"class": "form-control-sm", "autocomplete": "off"}
    return made


class DeclarationForm(Form):
    """Pernyataan kepentingan tentang tiap calon, and that it is complete."""

    def __init__(self, *args: Any, people: Sequence[tuple[Any, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = people
        for candidate, name in people:
            self.fields[f"jenis-{candidate.pk}"] = forms.ChoiceField(label=name, choices=INTERESTS, required=False)
            self.fields[f"uraian-{candidate.pk}"] = forms.CharField(
                label=f"Uraian kepentingan terhadap {name}", max_length=500, required=False
            )
        self.fields["benar"] = forms.BooleanField(
            label="Pernyataan ini benar dan lengkap.",
            error_messages={"required": "Beri tanda bahwa pernyataan ini benar."},
        )

    @property
    def pairs(self) -> list[tuple[str, Any, Any]]:
        return [(name, self[f"jenis-{one.pk}"], self[f"uraian-{one.pk}"]) for one, name in self.people]

    def interests(self) -> list[tuple[Any, str, str]]:
        """Candidates with an interest."""
        given = self.cleaned_data
        return [
            (one, given[f"jenis-{one.pk}"], given[f"uraian-{one.pk}"])
            for one, _ in self.people
            if given[f"jenis-{one.pk}"]
        ]


class PanelForm(Form):
    """Membentuk penilai: a decree and up to nine seats with reserves, each named by login or NIP."""

    decree_number = forms.CharField(label="Nomor SK", max_length=100)
    decree_date = DateField(label="Tanggal SK")

    def __init__(self, *args: Any, seats: int = SEATS + 2, **options: Any) -> None:
        super().__init__(*args, **options)
        self.seats = range(seats)
        for place in self.seats:
            named = f"Anggota {place + 1}"
            self.fields[f"akun-{place}"] = forms.CharField(
                label=f"{named}: NIP atau nama masuk", max_length=100, required=False,
                widget=forms.TextInput(attrs={"list": "penilai-dikenal", "autocomplete": "off"}),
            )  # fmt: skip
            self.fields[f"kursi-{place}"] = forms.ChoiceField(
                label=f"{named}: kedudukan", choices=SEAT_CHOICES, required=False
            )

    @property
    def lines(self) -> list[tuple[Any, Any]]:
        return [(self[f"akun-{place}"], self[f"kursi-{place}"]) for place in self.seats]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for place in self.seats:
            if given.get(f"akun-{place}") and not given.get(f"kursi-{place}"):
                self.add_refusal("Pilih kedudukannya.", f"kursi-{place}")
        return given

    def named(self) -> list[tuple[int, str, str]]:
        """(line, login, seat) of every line that was filled."""
        given = self.cleaned_data
        return [
            (place, given[f"akun-{place}"].strip(), given[f"kursi-{place}"])
            for place in self.seats
            if given[f"akun-{place}"].strip()
        ]


class RulingForm(Form):
    """Menegaskan hubungan yang mungkin."""

    holds = forms.ChoiceField(
        label="Benarkah ada hubungan ini?", choices=[("ya", "Ya, benar"), ("tidak", "Tidak, orang lain")],
        widget=forms.RadioSelect,
    )  # fmt: skip
    reason = TextField(label="Dari mana diketahui", min_length=20, max_length=2000)


class ReserveForm(Form):
    """Menambah anggota cadangan."""

    login = forms.CharField(
        label="NIP atau nama masuk", max_length=100, help_text="Ketik nama, lalu pilih dari daftar yang memegang peran ini.",
        widget=forms.TextInput(attrs={"list": "penilai-dikenal", "autocomplete": "off"}),
    )  # fmt: skip


class ReplaceForm(Form):
    """Mengganti anggota yang berhalangan untuk semua calon."""

    member = forms.TypedChoiceField(label="Anggota yang berhalangan", coerce=int)
    replaced_by = forms.TypedChoiceField(label="Digantikan oleh", coerce=int)
    reason = TextField(label="Alasan", min_length=20, max_length=2000)

    def __init__(self, *args: Any, members: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        regular = [one for one in members if one.seat != PanelSeat.RESERVE]
        reserve = [one for one in members if one.seat == PanelSeat.RESERVE]
        self.fields["member"].choices = [(one.pk, one.name) for one in regular]
        self.fields["replaced_by"].choices = [(one.pk, one.name) for one in reserve]
