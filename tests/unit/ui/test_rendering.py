"""Controls written directly: the same text as Django's own templates, but for empty lines."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

from jenjang.ui.rendering import WRITERS, Renderer

CHOICES = [
    ("", "–"),
    (1, 'Dinas <Contoh> & "Lain"'),
    ("b", mark_safe("<em>aman</em>")),
    ("Golongan 'III'", [("c", "Tiga"), ("d", 2026)]),
    (True, date(2026, 11, 17)),
]
ATTRIBUTES = {"id": "id_x", "class": 'j-"date" <b>', "rows": 4, "disabled": True, "hidden": False, "data-least": 100}
WIDGETS: list[tuple[forms.Widget, Any]] = [
    (forms.TextInput(), None),
    (forms.TextInput(), ""),
    (forms.TextInput(), "<script>'\"&"),
    (forms.TextInput(), mark_safe("&amp;")),
    (forms.NumberInput(), 1250),
    (forms.PasswordInput(render_value=True), "rahasia"),
    (forms.HiddenInput(), 7),
    (forms.DateInput(), date(2026, 11, 17)),
    (forms.FileInput(), None),
    (forms.CheckboxInput(), True),
    (forms.CheckboxInput(), "ya"),
    (forms.Textarea(), None),
    (forms.Textarea(), "\nBaris <satu>\nbaris dua"),
    (forms.Select(choices=CHOICES), "b"),
    (forms.Select(choices=[]), None),
    (forms.SelectMultiple(choices=CHOICES), ["1", "d"]),
    (forms.NullBooleanSelect(), True),
    (forms.RadioSelect(choices=CHOICES), "c"),
    (forms.CheckboxSelectMultiple(choices=CHOICES), ["c", "d"]),
]


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(("widget", "value"), WIDGETS, ids=lambda item: type(item).__name__)
def test_the_text_is_that_of_the_templates(widget: forms.Widget, value: Any) -> None:
    ours = widget.render("nama<", value, ATTRIBUTES, renderer=Renderer())
    theirs = widget.render("nama<", value, ATTRIBUTES, renderer=DjangoTemplates())
    assert lines(ours) == lines(theirs)


@pytest.mark.parametrize("widget", [forms.RadioSelect, forms.CheckboxSelectMultiple])
def test_single_choices_too(widget: type[forms.Widget]) -> None:
    def drawn(renderer: DjangoTemplates) -> list[str]:
        class Sample(forms.Form):
            choice = forms.ChoiceField(choices=CHOICES, widget=widget)

        return [one.tag() for one in Sample({"choice": ["b"]}, renderer=renderer)["choice"]]

    assert drawn(Renderer()) == drawn(DjangoTemplates())


def test_every_writer_stands_for_a_template_that_django_has() -> None:
    for name in WRITERS:
        assert DjangoTemplates().get_template(name)


def test_the_program_draws_its_forms_so() -> None:
    assert type(forms.Form().renderer) is Renderer
