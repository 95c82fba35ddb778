"""Menggabungkan unit kecil: a unit with too few answers joins the one above, and so on, until groups are large enough. Pure."""

from __future__ import annotations

from collections.abc import Mapping


def join_small(answers: Mapping[int, int], parents: Mapping[int, int | None], smallest: int) -> dict[int, int]:
    """The group of each unit, named by the unit whose name it bears; what stays too small up to the top has none.

    Groups never overlap: what a unit shows is its own people and those of the small units below that joined it.
    """
    gathered = dict(answers)
    members: dict[int, list[int]] = {unit: [unit] for unit in answers}
    for unit in sorted(_everywhere(answers, parents), key=lambda one: -_depth(one, parents)):
        above = parents.get(unit)
        if unit in gathered and gathered[unit] < smallest and above is not None:
            gathered[above] = gathered.get(above, 0) + gathered.pop(unit)
            members.setdefault(above, []).extend(members.pop(unit))
    return {unit: head for head, units in members.items() if gathered.get(head, 0) >= smallest for unit in units}


def _everywhere(answers: Mapping[int, int], parents: Mapping[int, int | None]) -> set[int]:
    """The units with answers and all above them."""
    found: set[int] = set()
    for unit in answers:
        place: int | None = unit
        while place is not None and place not in found:
            found.add(place)
            place = parents.get(place)
    return found


def _depth(unit: int, parents: Mapping[int, int | None]) -> int:
    depth, place = 0, parents.get(unit)
    while place is not None:
        depth, place = depth + 1, parents.get(place)
    return depth
