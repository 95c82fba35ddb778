"""Penyerahan seunit: every rated result of a unit handed over in the background, each whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang.kernel.queries import law_on
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.performance import scopes
from jenjang.performance.calibrating import open_to
from jenjang.performance.evaluations import RATED
from jenjang.performance.handing import hand_over
from jenjang.performance.models import Evaluation
from jenjang.performance.moves import hold_evaluation
from jenjang.performance.queries_distribution import BROKEN, Spread, spread_of

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.performance.models import PerformanceYear

_STAGES = ("se-menpanrb-3-2023#isi",)


def may_release(user: User, spread: Spread) -> Decision[None]:
    """Bolehkah diserahkan seunit: the organisation's predicate first, then the pattern or a reason against it."""
    acts = scopes.acts_for(user, spread.unit.pk)
    organisation = bool(spread.organisation)
    return Decision(
        [
            _finding(acts, "Anda memimpin unit ini.", "Diserahkan pimpinan unit atau petugas BKPSDM.", "unit"),
            _finding(spread.ready > 0, f"{spread.ready} hasil siap diserahkan.", "Belum ada hasil yang siap diserahkan.", "siap"),
            _finding(organisation, "Predikat organisasi sudah ditetapkan.", "Predikat organisasi belum ditetapkan.", "predikat"),
            _finding(
                spread.standing != BROKEN, "Sebaran sesuai pola, hanya petunjuk, atau dikecualikan dengan alasan.",
                "Sebaran menyimpang dari pola dan belum dikecualikan dengan alasan.", "pola",
            ),
        ],
        None,
    )  # fmt: skip


def require_releasable(user: User, unit: int, year: PerformanceYear, period: int, on: date) -> Spread:
    """The unit as it stands now, or `Refused`."""
    spread = spread_of(unit, year, period, law_on(on))
    if spread is None:
        raise Refused(Decision([Finding(False, "Unit ini sudah ditutup.", code="unit")], None))
    decision = may_release(user, spread)
    if not decision.allowed:
        raise Refused(decision)
    return spread


def waiting(user: User, unit: int, year: PerformanceYear, period: int) -> list[int]:
    """What is still to be handed over, in the order of keys: whoever goes on after a kill begins where it stopped."""
    return list(open_to(user, unit, year, period).order_by("pk").values_list("pk", flat=True))


def release_each(keys: list[int], *, by: User, on: date) -> Iterator[bool]:
    """One after the other, each in a transaction of its own; False where somebody else was quicker."""
    for key in keys:
        with transaction.atomic():
            found = Evaluation.objects.select_related("skp", "year").get(pk=key)
            hold_evaluation(found)
            is_ready = found.state in RATED
            if is_ready:
                hand_over(found, by=by, on=on)
        yield is_ready


def _finding(met: bool, good: str, bad: str, code: str) -> Finding:
    return Finding(met, good if met else bad, _STAGES, code)
