"""Rekan tim lintas unit: who works in a team that somebody leads, told by the slice that keeps the teams.

It registers what it knows when the program starts (`AppConfig.ready`), so that the matrix of roles never calls upwards.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

Teammates = Callable[[Collection[int], int], Mapping[int, str]]
_told: list[Teammates] = []


def register(teammates: Teammates) -> Teammates:
    """Tell of people in teams: asked with the keys of leads and a year, it gives the team's name for each person."""
    if teammates not in _told:
        _told.append(teammates)
    return teammates


def of_leads(leads: Collection[int], year: int) -> dict[int, str]:
    """Everybody in the teams that these people lead in a year, and in which."""
    return {person: team for ask in _told for person, team in ask(leads, year).items()}
