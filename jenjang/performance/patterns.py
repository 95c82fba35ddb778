"""Membaca pola penilai: everybody's way of rating in a period is compared once, and kept for the lists."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.performance.models import AppraiserPattern, Assessment, PatternReading, PerformanceYear
from jenjang.performance.queries_patterns import codes_of, facts_of, periods_with_ratings, reading_of
from jenjang.performance.rules.appraiser_pattern import PatternFacts, find_pattern

RELATIVES = "keluarga"
BATCH = 1_000


@transaction.atomic
def read(year: PerformanceYear, period: int, *, on: date) -> PatternReading:
    """Read everybody of a period by the law of a day. Two at once come one after the other; the later one stays."""
    PerformanceYear.objects.select_for_update(no_key=True).get(pk=year.pk)
    law, facts = law_on(on), facts_of(year, period)
    whole = next(iter(facts.values()), None)
    totals = {"people": whole.agency_people, "above": whole.agency_above} if whole else {"people": 0, "above": 0}
    reading, _ = PatternReading.objects.update_or_create(
        year=year, period=period, defaults={"at": clock.now(), **totals}
    )
    reading.lines.all().delete()
    found = [(key, one, codes_of(find_pattern(one, law))) for key, one in facts.items()]
    AppraiserPattern.objects.bulk_create(
        (
            AppraiserPattern(reading=reading, place=place, appraiser_id=key, people=one.people, codes=codes)
            for place, (key, one, codes) in enumerate(sorted(found, key=_worth_a_talk))
        ),
        batch_size=BATCH,
    )
    return reading


def read_due(*, on: date) -> int:
    """The newest period, and whatever was rated since it was read. Gives how many periods were read."""
    due = [
        (year, period.number)
        for place, (year, period) in enumerate(periods_with_ratings())
        if place == 0 or _is_due(year, period.number)
    ]
    for year, number in due:
        read(year, number, on=on)
    return len(due)


def _is_due(year: PerformanceYear, period: int) -> bool:
    last = reading_of(year, period)
    given = Assessment.objects.filter(evaluation__year=year, evaluation__period=period)
    return last is None or given.filter(at__gt=last.at).exists()


def _worth_a_talk(one: tuple[int, PatternFacts, list[str]]) -> tuple[bool, int, int, int]:
    """Relatives first, then by patterns and people."""
    key, facts, codes = one
    return (RELATIVES not in codes, -len(codes), -facts.people, key)
