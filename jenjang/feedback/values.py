"""Nilai dasar BerAKHLAK, as the law of a day names them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from jenjang.kernel.queries import law_on
from jenjang.law.parameters import LawOn


def values_on(day: date) -> dict[str, str]:
    """Code and name of each value, in the order of the law."""
    return values_of(law_on(day))


def values_of(law: LawOn) -> dict[str, str]:
    """The same for a law that is at hand."""
    return {one["kode"]: one["nama"] for one in law["kinerja.perilaku.panduan"].value}


def guides_of(law: LawOn) -> list[Mapping[str, Any]]:
    """Each value with its guides of conduct."""
    return list(law["kinerja.perilaku.panduan"].value)
