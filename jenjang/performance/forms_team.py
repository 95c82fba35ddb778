"""Formulir tim: SKP agreed together, results joined together, cells of the matrix, somebody from another unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from jenjang.performance.matrix import Place
from jenjang.ui.forms import Form, NipField, TextField

LONGEST = 500


class AgreeManyForm(Form):
    """SKP yang ditetapkan sekaligus: each with the move up to which it was read."""

    chosen = forms.MultipleChoiceField(
        label="SKP", widget=forms.CheckboxSelectMultiple, error_messages={"required": "Pilih paling sedikit satu."}
    )

    def __init__(self, *args: Any, waiting: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["chosen"].choices = [
            (f"{one.skp.pk}-{one.skp.sequence}", one.person.full_name) for one in waiting
        ]  # fmt: skip

    def pairs(self) -> list[tuple[int, int]]:
        """The key of each chosen SKP, and up to which move it was read."""
        return [(int(skp), int(seen)) for skp, seen in (one.split("-") for one in self.cleaned_data["chosen"])]


class JoinManyForm(Form):
    """Hasil kerja tim yang menunggu, each with the leader's result that it serves; what is left open goes on waiting."""

    def __init__(self, *args: Any, loose: Sequence[Any], parents: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.loose = loose
        choices = [("", "Biarkan menunggu"), *((one.pk, one.text) for one in parents)]
        for one in loose:
            self.fields[f"hasil-{one.pk}"] = forms.TypedChoiceField(
                label=f"“{one.text}” mendukung", choices=choices, required=False, coerce=int, empty_value=None
            )

    @property
    def lines(self) -> list[tuple[Any, Any]]:
        return [(one, self[f"hasil-{one.pk}"]) for one in self.loose]

    def chosen(self) -> list[tuple[Any, int]]:
        """Which result joins which."""
        given = self.cleaned_data
        return [(one, given[f"hasil-{one.pk}"]) for one in self.loose if given[f"hasil-{one.pk}"]]


class MatrixForm(Form):
    """Sel matriks of some people: one text for each of the leader's results."""

    def __init__(self, *args: Any, rows: Sequence[Any], columns: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.rows, self.columns = rows, columns
        for row in rows:
            for column in columns:
                cell = row.cells.get(column.pk)
                self.fields[_name((column.pk, row.person.employee_id))] = TextField(
                    label=f"{row.person.full_name}: {column.text}", max_length=LONGEST, required=False,
                    initial=cell.text if cell else "",
                )  # fmt: skip

    @property
    def lines(self) -> list[tuple[Any, list[tuple[Any, Any, Any]]]]:
        """Each person with the bound cells, column by column."""
        return [
            (
                row,
                [
                    (column, self[_name((column.pk, row.person.employee_id))], row.cells.get(column.pk))
                    for column in self.columns
                ],
            )
            for row in self.rows
        ]

    def cells(self) -> dict[Place, str]:
        """What was typed, by result and person; on one line, as it will stand in an SKP."""
        places = [(column.pk, row.person.employee_id) for row in self.rows for column in self.columns]
        return {place: " ".join(self.cleaned_data[_name(place)].split()) for place in places}


class InviteForm(Form):
    """Melibatkan orang dari unit lain."""

    nip = NipField(label="NIP pegawai dari unit lain")
    result = forms.TypedChoiceField(label="Hasil kerja Anda yang dibantunya", coerce=int)
    text = TextField(label="Peran atau hasil yang diharapkan", max_length=LONGEST)

    def __init__(self, *args: Any, columns: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["result"].choices = [(one.pk, one.text) for one in columns]


def _name(place: Place) -> str:
    return f"sel-{place[0]}-{place[1]}"
