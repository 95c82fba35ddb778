"""Siapa terhadap siapa: who speaks, how the two stand to each other today, and who is near. Computed, never asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jenjang.accounts.queries import once
from jenjang.accounts.roles import Role
from jenjang.feedback.models import WorkRelation
from jenjang.performance.appraisers import Chain, chain, chain_above, chain_around
from jenjang.performance.scopes import powers
from jenjang.personnel import colleagues
from jenjang.personnel.colleagues import Colleague
from jenjang.personnel.queries import current_of

if TYPE_CHECKING:
    from jenjang.accounts.models import User

MOST_PEERS, MOST_OF_TEAM = 12, 24
"""So many stand there to be tapped; the rest of a large team is found by name."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Yang berbicara: an account, and the person behind it; the head of the region has no record as an employee."""

    user: User
    person: Colleague | None

    @property
    def key(self) -> int | None:
        return self.person.key if self.person else None

    @property
    def name(self) -> str:
        return self.person.name if self.person else self.user.name


@dataclass(frozen=True, slots=True)
class Near:
    """Orang dekat: the own leader, those whom one leads, and those beside."""

    leader: Colleague | None
    team: Sequence[Colleague]
    peers: Sequence[Colleague]

    @property
    def everybody(self) -> list[Colleague]:
        return [*([self.leader] if self.leader else []), *self.team, *self.peers]


def voice_of(user: User) -> Voice | None:
    """Who speaks through an account; None for accounts without a person here, such as a panel member's from outside."""
    return once(user, "umpan_balik.suara", lambda: _voice(user))


def _voice(user: User) -> Voice | None:
    current = current_of(user)
    person = colleagues.of_current(current) if current is not None and current.active else None
    if person is None and Role.APPOINTING_AUTHORITY not in powers(user).roles:
        return None
    return Voice(user, person)


def relation_between(writer: Voice, reader: Colleague, day: date) -> WorkRelation:
    """How a writer stands to a reader on a day: by the appraiser line first, then by the unit."""
    person = writer.person
    if person is None:
        return WorkRelation.LEADER
    line = chain_above([unit for unit in (person.unit, reader.unit) if unit], day)
    if person.key in line.line_of(reader.key, reader.unit):
        return WorkRelation.LEADER
    if reader.key in line.line_of(person.key, person.unit):
        return WorkRelation.SUBORDINATE
    same_unit = person.unit is not None and person.unit == reader.unit
    same_leader = line.appraiser_of(person.key, person.unit) == line.appraiser_of(reader.key, reader.unit)
    return WorkRelation.PEER if same_unit or (same_leader and person.unit and reader.unit) else WorkRelation.OTHER


def leader_of(person: Colleague, day: date) -> int | None:
    """The own appraiser of today; None where only the head of the region is left."""
    return chain_above([person.unit], day).appraiser_of(person.key, person.unit) if person.unit else None


def leads(voice: Voice, person: Colleague, day: date) -> bool:
    """Whether this voice is the appraiser of somebody today."""
    return person.unit is not None and person.key != voice.key and leader_of(person, day) == voice.key


def team_of(voice: Voice, day: date) -> list[Colleague]:
    """Whom somebody appraises today; asked once a request."""
    return once(voice.user, f"umpan_balik.tim.{day}", lambda: members_of(voice.key, line_for(voice, day)))


def members_of(leader: int | None, line: Chain) -> list[Colleague]:
    """Whom a leader appraises, by a line: people of units without a nearer head, and the heads right below."""
    units = [unit for unit in line.parents if line.appraiser_of(0, unit) == leader]
    heads = [head for unit, head in line.heads.items() if head != leader and line.appraiser_of(head, unit) == leader]
    people = colleagues.of_units_and(units, heads)
    return [one for one in people if one.key != leader and line.appraiser_of(one.key, one.unit) == leader]


def near(voice: Voice, day: date) -> Near:
    """The people whom somebody probably wants to write to: leader, team, and those beside."""
    team = team_of(voice, day)[:MOST_OF_TEAM]
    person = voice.person
    if person is None or person.unit is None:
        return Near(None, team, [])
    line = line_for(voice, day)
    leader = line.appraiser_of(person.key, person.unit)
    asked = [leader] if leader is not None else []
    if line.heads.get(person.unit) == person.key:
        parent = line.parents.get(person.unit)
        beside = colleagues.heads_of_units_below([parent]) if parent is not None else []
        found = colleagues.of_units_and([], asked)
    else:
        found = beside = colleagues.of_units_and([person.unit], asked, most=MOST_PEERS + len(team) + 2)
    taken = {person.key, leader, *(one.key for one in team)}
    peers = [one for one in beside if one.key not in taken][:MOST_PEERS]
    return Near(next((one for one in found if one.key == leader), None), team, peers)


def line_for(voice: Voice, day: date) -> Chain:
    """Garis penilaian of a day around somebody, for the head of the region all of it; asked once a request."""
    key = voice.key
    return once(voice.user, f"umpan_balik.garis.{day}", lambda: chain(day) if key is None else chain_around(key, day))
