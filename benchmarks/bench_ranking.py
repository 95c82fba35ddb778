"""How long one vacancy takes: everybody read, examined, ordered, stored and sealed, for a city and for a large one."""

from benchmarks import homes
from benchmarks.figures import Figure, from_json

SIZES = ((2_900, 0.4), (100_000, 10.0))


def figures() -> list[Figure]:
    """A home for each size, whose people were committed before: as in a city, the ranking does not find them in its own transaction."""
    found = []
    for size, bar in SIZES:
        home = f"peringkat-{size}"
        homes.prepare(home, filled_by="benchmarks.ranked_people:fill", size=size)
        try:
            found.append(from_json(homes.ask(home, "benchmarks.ranked_people:measure", size, bar, role="super")))
        finally:
            homes.stop([home])
    return found
