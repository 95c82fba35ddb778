"""Pekerjaan berkala tim kerja: consents that lapsed climb, and confirmed work that waits for an SKP comes in."""

from __future__ import annotations

from jenjang.kernel import clock
from jenjang.kernel.jobs import every
from jenjang.projects import consents, contributions


@every("20 18 * * *", name="tim.tindak_lanjut")
def follow_up() -> None:
    """Every night (18.20 UTC is past one in the morning of the agency)."""
    day = clock.today()
    consents.escalate_lapsed(day)
    contributions.flow_waiting(day)
