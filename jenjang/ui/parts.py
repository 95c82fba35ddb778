"""Named values that components take. A dict with the same keys serves as well; no model is ever passed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence with the articles that carry it; `met` None means incomplete."""

    reason: str
    met: bool | None = False
    cites: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Tahap: state is done, now or next."""

    label: str
    when: str = ""
    state: str = "next"


@dataclass(frozen=True, slots=True)
class Event:
    """A dated place on the line: what happened, what is now, what comes."""

    title: str
    day: date | None = None
    when: str = ""  # instead of the day, such as "Hari ini"
    text: str = ""
    state: str = ""  # done, now, or nothing for what comes
    url: str = ""
    tag: str = ""
    tag_kind: str = ""
    cites: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Rung:
    """Anak tangga: share 1 is full, 0 is open, between is part."""

    title: str
    detail: str = ""
    share: float = 0
    url: str = ""
    link: str = ""
    button: bool = False
    cites: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a score in the fixed order of its criteria."""

    label: str
    value: Decimal
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Todo:
    """Something that waits for a person."""

    title: str
    url: str
    action: str
    text: str = ""
    due: str = ""  # "4 hari lagi"
    when: str = ""  # "Senin, 23 Nov"
    soon: bool = False
    main: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is a link."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """Kotak manajemen talenta, numbered by the regulation."""

    number: int
    people: int
    url: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """One competency of the radar."""

    label: str
    have: float
    want: float


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch in a lane of a history; `end` None runs to the edge."""

    label: str
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of a history drawn on a year scale."""

    label: str
    spans: Sequence[Span] = field(default_factory=tuple)
