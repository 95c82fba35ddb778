"""Saringan daftar pola penilai."""

from __future__ import annotations

from django import forms

from jenjang.performance.presenters_patterns import CHOICES
from jenjang.ui.forms import Form


class PatternFilterForm(Form):
    """Nama dan pola."""

    q = forms.CharField(label="Nama atau unit", max_length=100, required=False)
    pola = forms.ChoiceField(label="Pola", choices=CHOICES, required=False)
