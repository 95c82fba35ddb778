"""Riwayat hukuman disiplin, as the profile shows it to few."""

from jenjang.discipline.models import SanctionRecord
from jenjang.law.codes import Sanction, SanctionLevel
from jenjang.personnel.kinds import HistoryKind, joined, labels_of

LEVELS = labels_of(SanctionLevel)
SANCTIONS = labels_of(Sanction)

kinds = [
    HistoryKind(
        "disiplin", "Disiplin", SanctionRecord, ("level", "sanction", "ends", "offence"), order=70, private=True,
        summary=lambda row: joined(SANCTIONS.get(row.sanction, row.sanction), f"tingkat {row.level}"),
        choices={"level": LEVELS, "sanction": SANCTIONS},
    ),
]  # fmt: skip
