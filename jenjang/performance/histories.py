"""Riwayat kinerja, as the profile shows it."""

from jenjang.law.codes import Predicate, Rating
from jenjang.performance.models import AppraisalRecord, Feedback360Record
from jenjang.personnel.kinds import HistoryKind, joined, labels_of

RATINGS = labels_of(Rating)
PREDICATES = labels_of(Predicate)

kinds = [
    HistoryKind(
        "kinerja", "Kinerja", AppraisalRecord, ("year", "result_rating", "behaviour_rating", "predicate"), order=40,
        summary=lambda row: f"{row.year}: {PREDICATES.get(row.predicate, row.predicate)}",
        choices={"result_rating": RATINGS, "behaviour_rating": RATINGS, "predicate": PREDICATES},
    ),
    HistoryKind(
        "umpan_balik", "Umpan balik 360°", Feedback360Record, ("year", "predicate", "raters"), order=45,
        summary=lambda row: joined(f"{row.year}: {PREDICATES.get(row.predicate, row.predicate)}", f"{row.raters} penilai"),
        choices={"predicate": PREDICATES},
    ),
]  # fmt: skip
