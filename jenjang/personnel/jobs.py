"""Pekerjaan kepegawaian yang berjalan sendiri."""

from jenjang.kernel.jobs import every
from jenjang.personnel.projection import refresh_current


@every("5 17 * * *", name="segarkan_keadaan")
def refresh_by_day() -> None:
    """Rows dated in the future come into effect: what lists show follows after midnight in Indonesia (17.00 UTC)."""
    refresh_current()
