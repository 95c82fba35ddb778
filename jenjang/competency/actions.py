"""Tindakan kompetensi: set what a seat demands."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from jenjang import ledger
from jenjang.competency.models import SeatStandard
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.law.errors import FactError


@transaction.atomic
def set_standard(
    *, seat: Any, standard: Mapping[str, int], effective_from: date, by: Any, decree: Mapping[str, Any] | None = None
) -> SeatStandard:
    """Standar kompetensi jabatan (PermenPANRB 38/2017): the level asked in each competency, from a day on."""
    highest = law_on(clock.today())["kompetensi.tingkat_tertinggi"].value
    if not standard or any(not 1 <= level <= highest for level in standard.values()):
        raise FactError("standard", f"Isi tiap kompetensi dengan tingkat 1 sampai {highest}.")
    text = json.dumps(dict(standard), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    with ledger.attributed(by=by):
        return SeatStandard.objects.create(seat=seat, standard=text, effective_from=effective_from, **(decree or {}))
