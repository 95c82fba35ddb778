"""Saringan buku besar: shape of what an inspector looks for."""

from django import forms

from jenjang.ledger import queries
from jenjang.ledger.models import EntryKind
from jenjang.ledger.naming import record_kind
from jenjang.ui.forms import Form


class EntryFilter(Form):
    """Which entries to list. Everything may be left empty."""

    kind = forms.ChoiceField(label="Jenis catatan", required=False, choices=[("", "Semua jenis"), *EntryKind.choices])
    table = forms.ChoiceField(label="Jenis data", required=False)
    row = forms.CharField(label="Nomor data", required=False, max_length=80)
    actor = forms.CharField(
        label="Pelaku",
        required=False,
        max_length=80,
        help_text="Kode di bawah nama pelaku, misalnya user:12 atau sistem:impor.",
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        known = sorted((record_kind(name), name) for name in queries.tables())
        self.fields["table"].choices = [("", "Semua jenis data"), *((name, kind) for kind, name in known)]
