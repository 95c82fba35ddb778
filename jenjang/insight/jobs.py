"""Temuan data menurut kalender."""

from __future__ import annotations

from jenjang.insight import actions
from jenjang.kernel import clock
from jenjang.kernel.jobs import every


@every("40 19 * * *", name="temuan.baca")
def read_signals() -> None:
    """Each night (19.40 UTC is past two in the morning of the agency)."""
    actions.read(on=clock.today())
