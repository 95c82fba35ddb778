"""Umpan balik di samping SKP: the way to it, for its owner alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from jenjang.performance.panels import Panel

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.performance.models import SKP


def of_skp(skp: SKP, user: User, day: date) -> Panel | None:
    """Umpan balik tentang hasil kerja, shown to its owner."""
    if skp.employee.user_id != user.pk:
        return None
    words = "Yang dikatakan pimpinan, rekan, dan bawahan; Anda dapat memintanya tentang satu hasil kerja."
    return Panel("Umpan balik", (), words, reverse("feedback:own"), "Buka")
