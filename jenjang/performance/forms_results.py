"""Isian hasil kinerja."""

from typing import Any

from jenjang.ui.fields import TextField
from jenjang.ui.forms import Form


class DeclareForm(Form):
    """Menyatakan tahun ditutup atau dibuka kembali."""

    reason = TextField(
        label="Alasan", max_length=500, required=False, help_text="Dibaca siapa pun yang melihat riwayat tahun ini."
    )

    def __init__(self, *args: Any, reason_needed: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].required = reason_needed
