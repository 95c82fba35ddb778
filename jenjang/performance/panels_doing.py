"""Kemajuan di samping SKP: the way to what was written about its results."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from jenjang.performance.panels import Panel

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.performance.models import SKP


def of_skp(skp: SKP, user: User, day: date) -> Panel | None:
    """Catatan kemajuan; nothing beside a draft, of which nothing can be written yet."""
    if not skp.version:
        return None
    words = "Yang dicatat tiap pekan, dengan buktinya, di samping hasil kerjanya."
    return Panel("Kemajuan", (), words, reverse("performance:written", args=[skp.pk]), "Baca")
