"""How long the closing of a year takes: predicates, credit points, professionalism index and their counts, for a whole city.

The city's newest closed year is opened again behind the system's back and closed anew; everything is rolled back.
"""

import time
from datetime import date
from typing import Any

from benchmarks import homes
from benchmarks.figures import Figure, from_json

SECONDS = 5.0
NEARLY_ALL = 0.9
"""Some people's year cannot be closed yet: an evaluation is under way."""


def figures() -> list[Figure]:
    homes.prepare(homes.SMALL)
    return [from_json(one) for one in homes.ask(homes.SMALL, "benchmarks.bench_year:run", role="super")]


def run() -> list[dict[str, Any]]:
    """One figure: seconds from the first block to the last count."""
    from django.db import transaction

    from jenjang.performance import closing, tallies
    from jenjang.performance.models import AppraisalRecord, PerformanceYear

    year = PerformanceYear.objects.filter(year__in=AppraisalRecord.objects.values("year")).latest("year")
    with transaction.atomic():
        try:
            _forget(year.year)
            people = closing.ready(year)
            began, closed, credits = time.perf_counter(), 0, 0
            for block in closing.blocks(people):
                done = closing.close_block(year, block, by=closing.PROGRAM, on=date(year.year + 1, 1, 29))
                closed, credits = closed + done.closed, credits + done.credits
            tallies.recount_indexes(year.year)
            spent = time.perf_counter() - began
        finally:
            transaction.set_rollback(True)
    said = f"{closed} people, {credits} with credit points, in {len(list(closing.blocks(people)))} blocks"
    sound = closed >= NEARLY_ALL * int(homes.SMALL)
    return [Figure("closing a year, 2,900 people", spent, SECONDS, "s", said, sound=sound).as_json()]


def _forget(year: int) -> None:
    """What the year yielded goes, past the seals, which a superuser of the database can switch off for a session."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table in ("appraisalrecord", "creditpointrecord", "professionalismrecord"):
            cursor.execute(f"DELETE FROM performance_{table} WHERE year = %s", [year])
        cursor.execute("SET LOCAL session_replication_role = origin")
