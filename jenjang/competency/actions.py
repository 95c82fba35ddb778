"""Tindakan kompetensi: set what a seat demands."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from jenjang import ledger
from jenjang.competency.models import SeatStandard
from jenjang.law.errors import FactError

LEVELS = range(1, 6)  # PermenPANRB 38/2017: five levels of each competency


@transaction.atomic
def set_standard(
    *, seat: Any, standard: Mapping[str, int], effective_from: date, by: Any, decree: Mapping[str, Any] | None = None
) -> SeatStandard:
    """Standar kompetensi jabatan (PermenPANRB 38/2017): the level asked in each competency, from a day on."""
    if not standard or any(level not in LEVELS for level in standard.values()):
        raise FactError("standard", "Isi tiap kompetensi dengan tingkat 1 sampai 5.")
    text = json.dumps(dict(standard), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    with ledger.attributed(by=by):
        return SeatStandard.objects.create(seat=seat, standard=text, effective_from=effective_from, **(decree or {}))
