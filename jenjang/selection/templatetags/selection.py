"""Kata-kata seleksi dalam halaman."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template
from django.utils.safestring import SafeString

from jenjang.kernel import clock
from jenjang.law.codes import Education, PositionKind
from jenjang.law.wording import long_date, number
from jenjang.selection.states import VACANCY
from jenjang.ui import formats
from jenjang.ui.components.basic import tag

register = template.Library()
_KINDS = {"dilantik": "good", "ditetapkan": "good", "dibatalkan": "bad", "tidak_terisi": "bad", "rancangan": ""}


@register.simple_tag
def vacancy_state(state: str) -> SafeString:
    """The state of a vacancy as a tag."""
    return tag(VACANCY.labels[state], _KINDS.get(state, "info"))


@register.filter
def sealed_words(record: Any) -> str:
    """`Disegel 17 November 2026 09.14` for a run or for criteria."""
    at: datetime = getattr(record, "computed_at", None) or record.published_at
    moment = at.astimezone(clock.zone())
    return f"Disegel {long_date(moment.date())} {moment:%H.%M}"


@register.filter
def education(code: str) -> str:
    """Pendidikan: “S2”, never the stored code."""
    return str(Education.of(code).label) if code else "–"


@register.filter
def unit_beside(vacancy: Any) -> str:
    """The unit, when the name of the post does not say it already: “Kepala Dinas Perpustakaan” does."""
    unit = str(getattr(vacancy, "unit_name", "") or getattr(vacancy, "unit", ""))
    return formats.unit_beside(vacancy.title, unit)


@register.filter
def unit_of_seat(seat: Any) -> str:
    """The unit of a seat, when its title does not say it already."""
    return formats.unit_beside(seat.title, str(seat.unit.name))


@register.filter
def kind_words(vacancy: Any) -> str:
    """Administrator (III.b): what kind of post it is, and its tier."""
    echelon = f" ({vacancy.echelon})" if vacancy.echelon else ""
    return f"{PositionKind.of(vacancy.position_kind).label}{echelon}"


@register.filter
def post(vacancy: Any) -> str:
    """The post with its unit, said once."""
    return ", ".join(filter(None, (vacancy.title, unit_beside(vacancy))))


@register.filter
def amount(group: Any) -> str:
    """`25,50 dari 30` for one part of a score."""
    return f"{formats.score(group.points)} dari {number(group.most.normalize())}"


@register.filter
def met_words(count: int) -> str:
    """`7 syarat terpenuhi`."""
    return f"{count} syarat terpenuhi"
