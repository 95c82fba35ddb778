"""Lembar penilaian tim: three fields a person, of whom a post may carry some or all. Shape and syntax only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from jenjang.performance.presenters_rating import RATING_CHOICES
from jenjang.performance.queries_team_rating import Choice, Line
from jenjang.ui.forms import Form, TextField

RESULT, BEHAVIOUR, NOTE = "h", "p", "c"


class TeamSheetForm(Form):
    """Lembar penilaian tim. Without script it is sent whole, with script row by row: who is not in it stays as he is."""

    def __init__(self, *args: Any, lines: Sequence[Line], **options: Any) -> None:
        super().__init__(*args, **options)
        self.lines = lines
        for line in lines:
            self._add(line)

    def _add(self, line: Line) -> None:
        key, name, choice = line.evaluation.pk, line.person.full_name, line.choice
        for part, label, value in (
            (RESULT, "Hasil kerja", choice.result_rating), (BEHAVIOUR, "Perilaku", choice.behaviour_rating),
        ):  # fmt: skip
            self.fields[f"{part}-{key}"] = forms.ChoiceField(
                label=f"{label} {name}", choices=RATING_CHOICES, widget=forms.RadioSelect, required=False, initial=value
            )
        self.fields[f"{NOTE}-{key}"] = TextField(
            label=f"Catatan {name}", max_length=1000, required=False, initial=choice.note,
            widget=forms.Textarea(attrs={"rows": 1, "class": "j-appr__note"}),
        )  # fmt: skip

    def rows(self) -> dict[int, tuple[Any, Any, Any]]:
        """The three bound fields of each person."""
        return {
            line.evaluation.pk: (
                self[f"{RESULT}-{line.evaluation.pk}"], self[f"{BEHAVIOUR}-{line.evaluation.pk}"],
                self[f"{NOTE}-{line.evaluation.pk}"],
            )
            for line in self.lines
        }  # fmt: skip

    def typed(self) -> dict[int, Choice]:
        """What was sent, of those who were in it; a part that was not sent stays as it was kept."""
        found = {}
        for line in self.lines:
            key, kept = line.evaluation.pk, line.choice
            names = {part: f"{part}-{key}" for part in (RESULT, BEHAVIOUR, NOTE)}
            if any(name in self.data for name in names.values()):
                given = {part: self.cleaned_data[name] if name in self.data else None for part, name in names.items()}
                found[key] = Choice(
                    _or(given[RESULT], kept.result_rating), _or(given[BEHAVIOUR], kept.behaviour_rating),
                    _or(given[NOTE], kept.note),
                )  # fmt: skip
        return found


def _or(given: str | None, kept: str) -> str:
    return kept if given is None else given
