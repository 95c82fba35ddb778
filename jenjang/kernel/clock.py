"""The clock: instants are UTC, a day is the agency's (WIB, WITA or WIT). Nothing else in the program asks the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)


def now() -> datetime:
    """This instant, in UTC."""
    return _frozen.get() or datetime.now(UTC)


def zone() -> ZoneInfo:
    return ZoneInfo(settings.JENJANG_TIMEZONE_AGENCY)


def today() -> date:
    """Hari ini: the day on the agency's wall calendar."""
    return now().astimezone(zone()).date()


def day_of(instant: datetime) -> date:
    """The agency's day on which an instant falls."""
    return instant.astimezone(zone()).date()


@contextmanager
def frozen(at: date | datetime) -> Iterator[datetime]:
    """Stop the clock, for tests and for the making of demonstration data. A day means its noon."""
    instant = at if isinstance(at, datetime) else datetime.combine(at, time(12), zone()).astimezone(UTC)
    token = _frozen.set(instant)
    try:
        yield instant
    finally:
        _frozen.reset(token)
