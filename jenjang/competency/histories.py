"""Riwayat penilaian kompetensi, as the profile shows it to few."""

from jenjang.competency.models import CompetencyRecord, PotentialRecord, TechnicalRecord
from jenjang.personnel.kinds import HistoryKind, joined
from jenjang.ui.formats import score

kinds = [
    HistoryKind(
        "kompetensi", "Kompetensi", CompetencyRecord, ("score", "method"), order=46, private=True,
        summary=lambda row: joined(f"Nilai {score(row.score)}", row.method),
    ),
    HistoryKind(
        "potensi", "Potensi", PotentialRecord, ("score", "method"), order=47, private=True,
        summary=lambda row: joined(f"Nilai {score(row.score)}", row.method),
    ),
    HistoryKind(
        "teknis", "Kompetensi teknis", TechnicalRecord, ("field", "score"), order=48, private=True,
        summary=lambda row: joined(f"Nilai {score(row.score)}", row.field),
    ),
]  # fmt: skip
