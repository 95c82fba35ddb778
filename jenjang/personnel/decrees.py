"""Keputusan di balik sebuah catatan: number, day, signatory and scan."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jenjang.kernel.models import Document


@dataclass(frozen=True, slots=True)
class Decree:
    """Surat keputusan (SK) that a record rests on."""

    number: str = ""
    date: datetime.date | None = None
    signed_by: str = ""
    document: Document | None = None

    def as_fields(self) -> dict[str, Any]:
        """As the columns of a history row."""
        return {
            "decree_number": self.number,
            "decree_date": self.date,
            "decree_by": self.signed_by,
            "document": self.document,
        }


NO_DECREE = Decree()
