"""Riwayat hukuman disiplin, as the profile shows it to few."""

from collections.abc import Iterator, Mapping
from typing import Any

from jenjang.discipline.models import SanctionRecord
from jenjang.kernel import clock
from jenjang.kernel.policy import law_on
from jenjang.law.codes import Sanction, SanctionLevel
from jenjang.personnel.kinds import HistoryKind, joined, labels_of

LEVELS = labels_of(SanctionLevel)
SANCTIONS = labels_of(Sanction)


def _level_of_sanction(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Tingkat hukuman follows from its kind; sanctions of older law are not in the list and stay as they are."""
    level = law_on(clock.today())["disiplin.tingkat"].value.get(facts["sanction"])
    if level and level != facts.get("level", level):
        yield "level", f"{SANCTIONS[facts['sanction']]} ialah hukuman tingkat {level}."


kinds = [
    HistoryKind(
        "disiplin", "Disiplin", SanctionRecord, ("level", "sanction", "ends", "offence"), order=70, private=True,
        summary=lambda row: joined(SANCTIONS.get(row.sanction, row.sanction), f"tingkat {row.level}"),
        choices={"level": LEVELS, "sanction": SANCTIONS}, sense=_level_of_sanction,
    ),
]  # fmt: skip
