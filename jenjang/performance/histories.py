"""Riwayat kinerja, as the profile shows it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jenjang.law.catalogue import evaluate
from jenjang.law.codes import CareerLevel, Predicate, Rating
from jenjang.performance.models import (
    AppraisalRecord,
    CreditPointRecord,
    Feedback360Record,
    PeriodicRecord,
    ProfessionalismRecord,
)
from jenjang.personnel.kinds import HistoryKind, joined, labels_of
from jenjang.ui import formats

RATINGS = labels_of(Rating)
PREDICATES = labels_of(Predicate)
LEVELS = labels_of(CareerLevel)


def _follows_ratings(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The predicate is what the law makes of the two ratings, in years in which that is the law."""
    ratings = {name: facts.get(name) for name in ("result_rating", "behaviour_rating")}
    answer = evaluate("kinerja.predikat", date(facts["year"], 12, 31).isoformat(), ratings)
    due = answer["result"]["predicate"] if "result" in answer else facts["predicate"]
    if due != facts["predicate"]:
        yield "predicate", f"Kedua ratingnya berarti {PREDICATES[due].lower()}. Periksa rating dan predikatnya."


def months_of(row: PeriodicRecord) -> str:
    """The months of a periodic rating, in words."""
    first, last = formats.MONTHS[row.first_month - 1], formats.MONTHS[row.last_month - 1]
    return f"{first} {row.year}" if first == last else f"{first} sampai {last} {row.year}"


kinds = [
    HistoryKind(
        "kinerja", "Kinerja", AppraisalRecord, ("year", "result_rating", "behaviour_rating", "predicate"), order=40,
        summary=lambda row: f"{row.year}: {PREDICATES.get(row.predicate, row.predicate)}",
        choices={"result_rating": RATINGS, "behaviour_rating": RATINGS, "predicate": PREDICATES},
        sense=_follows_ratings, once=("year",),
    ),
    HistoryKind(
        "kinerja_periodik", "Kinerja periodik", PeriodicRecord,
        ("year", "first_month", "last_month", "result_rating", "behaviour_rating", "predicate"), order=42,
        summary=lambda row: joined(f"{months_of(row)}: {PREDICATES.get(row.predicate, row.predicate)}"),
        choices={"result_rating": RATINGS, "behaviour_rating": RATINGS, "predicate": PREDICATES},
        once=("year", "first_month", "last_month"),
    ),
    HistoryKind(
        "umpan_balik", "Umpan balik 360°", Feedback360Record, ("year", "predicate", "raters"), order=45,
        summary=lambda row: joined(f"{row.year}: {PREDICATES.get(row.predicate, row.predicate)}", f"{row.raters} penilai"),
        choices={"predicate": PREDICATES}, once=("year",),
    ),
    HistoryKind(
        "angka_kredit", "Angka kredit", CreditPointRecord,
        ("year", "first", "last", "career_level", "predicate", "months", "points", "origin"), order=47,
        summary=lambda row: joined(f"{row.year}: {formats.score(row.points)}", LEVELS.get(row.career_level, "")),
        choices={"predicate": PREDICATES, "career_level": LEVELS},
    ),
    HistoryKind(
        "ip_asn", "Indeks profesionalitas", ProfessionalismRecord,
        ("year", "qualification", "competence", "performance", "discipline", "score", "category"), order=48,
        summary=lambda row: f"{row.year}: {formats.score(row.score)}",
    ),
]  # fmt: skip
