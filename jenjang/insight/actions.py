"""Membaca temuan data: asks each slice for what looks odd in it, by thresholds that the agency may set, and keeps the answers."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from jenjang.competency.queries import units_below
from jenjang.insight.models import SignalReading
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.law.spans import add_months
from jenjang.learning.queries import untrained_units
from jenjang.performance import patterns
from jenjang.performance.queries_patterns import periods_with_ratings
from jenjang.personnel.queries import standing_still

MOST = 12
"""So many lines a signal; whoever wants more goes to the list it leads to."""


@transaction.atomic
def read(*, on: date) -> SignalReading:
    """Read everything by the law of a day. Of two at once the later one stays."""
    law = law_on(on)
    smallest = law["temuan.unit_terkecil"].value
    lowest = law["kompetensi.jpm.batas"].value["memenuhi_syarat"]
    months, years = law["temuan.tanpa_pelatihan"].value, law["temuan.tetap_di_jabatan"].value
    newest = next(iter(periods_with_ratings()), None)
    weak = units_below(lowest, on=on, smallest=law["temuan.unit_diuji_terkecil"].value, most=MOST)
    untrained = untrained_units(since=add_months(on, -months), smallest=smallest, most=MOST)
    still = standing_still(add_months(on, -12 * years)).values_list("employee", flat=True)[:MOST]
    made = SignalReading.objects.create(
        at=clock.now(),
        patterns=patterns.read(newest[0], newest[1].number, on=on) if newest else None,
        content={
            "lowest": lowest, "months": months, "years": years, "weak": [[one.unit, str(one.score), one.people] for one in weak],
            "untrained": [[one.unit, one.people] for one in untrained], "still": list(still),
        },
    )  # fmt: skip
    SignalReading.objects.filter(pk__lt=made.pk).delete()
    return made
