"""Filters: a value as Indonesians write it."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from django.template import Library

from jenjang.ui import citing, formats
from jenjang.ui.components.moments import on_the_wall

register = Library()

NO_BREAK = "\N{NO-BREAK SPACE}"


@register.filter
def nip(value: str | None) -> str:
    """19900214 201303 2 007, kept on one line of a page."""
    return formats.nip(value).replace(" ", NO_BREAK)


@register.filter
def tanggal(value: date | None) -> str:
    """19 November 2026."""
    return formats.long_date(on_the_wall(value))


@register.filter
def tgl(value: date | None) -> str:
    """19 Nov 2026."""
    return formats.short_date(on_the_wall(value))


@register.filter
def hari_tanggal(value: date | None) -> str:
    """Kamis, 19 November 2026."""
    return formats.weekday_date(on_the_wall(value))


@register.filter
def jam(value: datetime | time | None) -> str:
    """16.00, by the clock on the agency's wall."""
    return formats.clock_time(on_the_wall(value))


@register.filter
def angka(value: Decimal | int | None) -> str:
    """1.250."""
    return formats.whole(value)


@register.filter
def nilai(value: Decimal | int | None) -> str:
    """87,45."""
    return formats.score(value)


@register.filter
def rupiah(value: Decimal | int | None) -> str:
    """Rp3.497.300."""
    return formats.rupiah(value)


@register.filter
def beside(unit: str, title: str) -> str:
    """The unit, when the name of the post does not say it already."""
    return formats.unit_beside(str(title or ""), str(unit or ""))


@register.filter
def post_in(title: str, unit: str) -> str:
    """Post and unit, the unit only when the post does not say it already."""
    return formats.post_in_unit(str(title or ""), str(unit or ""))


@register.filter
def mask(value: str | None) -> str:
    """•••••••••••••••007."""
    return formats.masked(value)


@register.filter
def pasal(value: str) -> str:
    """`pp-11-2017#54` in words."""
    return citing.reading(value)
