"""Saat: an instant as the agency's wall clock and calendar show it. A page never shows UTC's day."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.conf import settings

Moment = TypeVar("Moment", date, date | None, datetime | time | None)


def on_the_wall(value: Moment) -> Moment:
    """Instants move to the agency's zone; days and hours that know no zone stay as they are."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(ZoneInfo(settings.JENJANG_TIMEZONE_AGENCY))
    return value
