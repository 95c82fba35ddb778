"""Peluang yang sama: how many of those examined met the requirements, by place of work and by sex.

Runs are sealed, so the tally of one never changes and is worked out once for a process, whatever the number of readers.
Groups in which very few people met the requirements are not shown: a small number points at persons.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection

from jenjang.selection.models import Run
from jenjang.transparency.queries import published
from jenjang.ui import formats

FEWEST = 5  # our own rule of privacy, not the law's
RUNS = 12
CENTRE = "Dinas, badan, dan sekretariat"
SEXES = {"L": "Laki-laki", "P": "Perempuan"}

_TALLY = """
WITH RECURSIVE placed AS (
    SELECT id, CASE WHEN name ILIKE 'kecamatan %%' THEN name ELSE '' END AS place
    FROM organization_orgunit WHERE parent_id IS NULL
    UNION ALL
    SELECT unit.id, CASE WHEN unit.name ILIKE 'kecamatan %%' THEN unit.name ELSE above.place END
    FROM organization_orgunit unit JOIN placed above ON unit.parent_id = above.id
)
SELECT coalesce(nullif(placed.place, ''), %(centre)s), person.sex,
       count(*), count(*) FILTER (WHERE entry.verdict = 'MS')
FROM selection_runentry entry
JOIN personnel_employeecurrent person ON person.employee_id = entry.employee_id
LEFT JOIN placed ON placed.id = person.unit_id
WHERE entry.run_id = %(run)s
GROUP BY 1, 2
"""


@dataclass(frozen=True, slots=True)
class Chance:
    """Satu kelompok: how many of a thousand met the requirements."""

    label: str
    per_thousand: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Chances:
    """Angka peluang over the last runs."""

    by_place: tuple[Chance, ...]
    by_sex: tuple[Chance, ...]
    runs: int
    highest: int


@lru_cache(maxsize=64)
def _tally(run: int) -> tuple[tuple[str, str, int, int], ...]:
    with connection.cursor() as cursor:
        cursor.execute(_TALLY, {"run": run, "centre": CENTRE})
        return tuple(cursor.fetchall())


def chances() -> Chances:
    """Over the standing runs of published board selections, newest first."""
    vacancies = published().exclude(state="diumumkan").values("pk")
    runs = Run.objects.filter(vacancy__in=vacancies, void=None, superseded_by=None, scope="pegawai")
    keys = list(runs.order_by("-pk").values_list("pk", flat=True)[:RUNS])
    places: Counter[str] = Counter()
    sexes: Counter[str] = Counter()
    met_places: Counter[str] = Counter()
    met_sexes: Counter[str] = Counter()
    for key in keys:
        for place, sex, examined, met in _tally(key):
            places[place] += examined
            met_places[place] += met
            if sex in SEXES:
                sexes[SEXES[sex]] += examined
                met_sexes[SEXES[sex]] += met
    by_place, by_sex = _lines(places, met_places), _lines(sexes, met_sexes)
    shown = [line.per_thousand for line in (*by_place, *by_sex) if line.per_thousand is not None]
    return Chances(by_place, by_sex, len(keys), max(shown, default=0))


def _lines(examined: Counter[str], met: Counter[str]) -> tuple[Chance, ...]:
    return tuple(_line(label, examined[label], met[label]) for label in sorted(examined))


def _line(label: str, examined: int, met: int) -> Chance:
    if met < FEWEST:
        return Chance(label, None, f"kurang dari {FEWEST} orang, tidak ditampilkan")
    rate = round(met * 1000 / examined)
    return Chance(label, rate, f"{formats.whole(rate)} dari 1.000")
