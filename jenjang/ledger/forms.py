"""Saringan buku besar: shape of what an inspector looks for."""

from django import forms

from jenjang.ledger import queries
from jenjang.ledger.models import EntryKind
from jenjang.ui.forms import Form


class EntryFilter(Form):
    """Which entries to list. Everything may be left empty."""

    kind = forms.ChoiceField(label="Jenis catatan", required=False, choices=[("", "Semua jenis"), *EntryKind.choices])
    table = forms.ChoiceField(label="Tabel", required=False)
    row = forms.CharField(label="Nomor baris", required=False, max_length=80)
    actor = forms.CharField(
        label="Pelaku", required=False, max_length=80, help_text="Misalnya user:12 atau sistem:impor."
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["table"].choices = [("", "Semua tabel"), *((name, name) for name in queries.tables())]
