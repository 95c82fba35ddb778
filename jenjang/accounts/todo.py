"""Beranda: what waits for a person, and what comes next for that person. The slices tell; home only arranges.

A slice registers its providers when the program starts (`AppConfig.ready`), so that home never calls upwards. A provider
may bring a gate (`gates`): rows without which it has nothing to say.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jenjang.accounts import gates
from jenjang.accounts.gates import Gate
from jenjang.accounts.models import User
from jenjang.kernel import clock
from jenjang.ui.formats import DAYS, MONTHS_SHORT
from jenjang.ui.parts import Event, Todo

SOON_DAYS = 7


@dataclass(frozen=True, slots=True)
class Item:
    """Something that waits: what, why, where to do it, by when; `desk` says whose, where it is not this person's."""

    title: str
    text: str
    url: str
    verb: str
    due: date | None = None
    desk: str = ""


@dataclass(frozen=True, slots=True)
class Next:
    """Something that will happen to this person on a day; `warning` names what is still missing."""

    on: date
    title: str
    text: str = ""
    warning: str = ""
    url: str = ""
    cites: Sequence[str] = ()


Provider = Callable[[User, date], Iterable[Item]]
NextProvider = Callable[[User, date], Iterable[Next]]

_providers: dict[Provider, Gate | None] = {}
_next_providers: dict[NextProvider, Gate | None] = {}


def register(provider: Provider, gate: Gate | None = None) -> Provider:
    """Asked for every person; with a gate only when any of its rows exist. A gate without rows to ask for is shut."""
    _providers.setdefault(provider, gate)
    return provider


def register_next(provider: NextProvider, gate: Gate | None = None) -> NextProvider:
    """The same for what will happen to a person."""
    _next_providers.setdefault(provider, gate)
    return provider


@dataclass(frozen=True, slots=True)
class Desk:
    """Meja: what waits for a person, and what that person follows while it lies with others."""

    own: list[Todo]
    elsewhere: list[Item]


def home_of(user: User, day: date | None = None) -> tuple[Desk, list[Event]]:
    """Both lists of home; their gates are asked together."""
    day = day or clock.today()
    may_say = _opened(user, day, {**_providers, **_next_providers})
    return _desk(user, day, may_say), _coming(user, day, may_say)


def desk_of(user: User, day: date | None = None) -> Desk:
    """What waits, alone."""
    day = day or clock.today()
    return _desk(user, day, _opened(user, day, _providers))


def waiting_for(user: User, day: date | None = None) -> list[Todo]:
    """Menunggu Anda."""
    return desk_of(user, day).own


def _opened(user: User, day: date, providers: Mapping[Any, Gate | None]) -> set[Any]:
    """Those of the providers that may have something to say."""
    gated = {provider: gate for provider, gate in providers.items() if gate is not None}
    asked = gates.asked_by(user, day, gated)
    return {one for one in providers if one not in gated or one in asked}


def _desk(user: User, day: date, may_say: set[Any]) -> Desk:
    """The nearest day first, what has no day last. The first of the own things carries the filled button."""
    items = [item for provider in _providers if provider in may_say for item in provider(user, day)]
    items.sort(key=lambda item: (item.due is None, item.due or day, item.title))
    own = [item for item in items if not item.desk]
    return Desk(
        own=[_shown(item, day, first=place == 0) for place, item in enumerate(own)],
        elsewhere=[item for item in items if item.desk],
    )


def _coming(user: User, day: date, may_say: set[Any]) -> list[Event]:
    """Dated, today and later; what is under way today is marked as now."""
    found = (item for provider in _next_providers if provider in may_say for item in provider(user, day))
    coming = sorted((item for item in found if item.on >= day), key=lambda item: (item.on, item.title))
    return [
        Event(
            title=item.title, day=item.on, when="Hari ini" if item.on == day else "", text=item.text, url=item.url,
            state="now" if item.on == day else "", tag=item.warning, tag_kind="warn", cites=item.cites,
        )
        for item in coming
    ]  # fmt: skip


def _shown(item: Item, day: date, *, first: bool) -> Todo:
    due, when = "", "Tanpa batas hari"
    if item.due:
        due, when = days_left((item.due - day).days), short_weekday(item.due, day)
    soon = item.due is not None and (item.due - day).days <= SOON_DAYS
    return Todo(
        title=item.title, url=item.url, action=item.verb, text=item.text, due=due, when=when, soon=soon, main=first
    )


def days_left(days: int) -> str:
    """How far a day is, in words."""
    if days < 0:
        return f"Lewat {-days} hari"
    return {0: "Hari ini", 1: "Besok"}.get(days, f"{days} hari lagi")


def short_weekday(due: date, day: date) -> str:
    """Senin, 23 Nov; with the year when it is another one."""
    words = f"{DAYS[due.weekday()]}, {due.day} {MONTHS_SHORT[due.month - 1]}"
    return words if due.year == day.year else f"{words} {due.year}"
