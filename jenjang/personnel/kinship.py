"""Hubungan keluarga: how two persons are related, by blood or by marriage, and in which degree.

A pure graph. An edge says how one person is the other's relative; each recorded row is read in both directions. Degrees
are counted as civil law does: every birth between two persons counts one, a marriage counts none (KUHPerdata Pasal 290).
"""

from collections import deque
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

Person = Hashable
MOST_STEPS = 8  # further apart nobody is called a relative; it also keeps the search small


class KinKind(StrEnum):
    """Jenis hubungan: married, of one blood, or by marriage (ipar, mertua, menantu)."""

    SPOUSE = "pasangan"
    BLOOD = "sedarah"
    IN_LAW = "semenda"


@dataclass(frozen=True, slots=True)
class Step:
    """What a relation means in the graph: births up (to a parent), down (to a child) or across (a sibling), marriages."""

    up: int = 0
    down: int = 0
    married: int = 0

    @property
    def degree(self) -> int:
        return self.up + self.down


# How the relative stands to the employee, as recorded: relation -> (step, relation of the way back, label).
RELATIONS: dict[str, tuple[Step, str, str]] = {
    "suami": (Step(married=1), "istri", "Suami"),
    "istri": (Step(married=1), "suami", "Istri"),
    "ayah": (Step(up=1), "anak", "Ayah"),
    "ibu": (Step(up=1), "anak", "Ibu"),
    "anak": (Step(down=1), "orang_tua", "Anak"),
    "orang_tua": (Step(up=1), "anak", "Orang tua"),
    "kakak": (Step(up=1, down=1), "adik", "Kakak kandung"),
    "adik": (Step(up=1, down=1), "kakak", "Adik kandung"),
    "kakek": (Step(up=2), "cucu", "Kakek"),
    "nenek": (Step(up=2), "cucu", "Nenek"),
    "cucu": (Step(down=2), "kakek_nenek", "Cucu"),
    "kakek_nenek": (Step(up=2), "cucu", "Kakek atau nenek"),
    "paman": (Step(up=2, down=1), "keponakan", "Paman"),
    "bibi": (Step(up=2, down=1), "keponakan", "Bibi"),
    "keponakan": (Step(up=1, down=2), "paman_bibi", "Keponakan"),
    "paman_bibi": (Step(up=2, down=1), "keponakan", "Paman atau bibi"),
    "sepupu": (Step(up=2, down=2), "sepupu", "Sepupu"),
    "mertua": (Step(up=1, married=1), "menantu", "Mertua"),
    "menantu": (Step(down=1, married=1), "mertua", "Menantu"),
    "ipar": (Step(up=1, down=1, married=1), "ipar", "Ipar"),
}
RELATION_LABELS = {code: label for code, (_, _, label) in RELATIONS.items()}


@dataclass(frozen=True, slots=True)
class Link:
    """One recorded row: `relative` is the `relation` of `person`. `record` names the row."""

    person: Person
    relative: Person
    relation: str
    record: int = 0


@dataclass(frozen=True, slots=True)
class Relation:
    """Hubungan dua orang: kind, degree, and the way along which it was found, in words and records."""

    kind: KinKind
    degree: int
    path: tuple[str, ...]
    records: tuple[int, ...] = ()

    @property
    def in_words(self) -> str:
        """suami · istri dari adik."""
        return " dari ".join(RELATION_LABELS[code].lower() for code in reversed(self.path))


class Family:
    """The graph of all recorded links."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._edges: dict[Person, list[tuple[Person, str, int]]] = {}
        for link in links:
            self._add(link.person, link.relative, link.relation, link.record)
            self._add(link.relative, link.person, RELATIONS[link.relation][1], link.record)

    def _add(self, one: Person, other: Person, relation: str, record: int) -> None:
        if one != other:
            self._edges.setdefault(one, []).append((other, relation, record))

    def relation(self, a: Person, b: Person) -> Relation | None:
        """How `b` stands to `a`: the nearest relation, blood before marriage; None when no way is recorded."""
        return self.relations_of(a).get(b)

    def relations_of(self, a: Person) -> Mapping[Person, Relation]:
        """Everybody to whom somebody is related, with the nearest relation."""
        best: dict[Person, Relation] = {}
        seen: dict[Person, list[tuple[int, int]]] = {a: [(0, 0)]}
        waiting: deque[tuple[Person, Step, tuple[str, ...], tuple[int, ...]]] = deque([(a, Step(), (), ())])
        while waiting:
            person, way, path, records = waiting.popleft()
            for other, code, record in self._edges.get(person, ()):
                further = joined(way, RELATIONS[code][0])
                if further is None or other == a or not _improves(seen, other, further):
                    continue
                found = Relation(kind_of(further), further.degree, (*path, code), (*records, record))
                if other not in best or nearness(found) < nearness(best[other]):
                    best[other] = found
                waiting.append((other, further, found.path, found.records))
        return best


def joined(way: Step, step: Step) -> Step | None:
    """One step further. None where it leaves the family: a second marriage, or too far.

    A step up after a step down turns back into the same blood: the brother of my child is my child, my brother's father
    is my father. So births up cancel births down before they count.
    """
    down, up = way.down, way.up
    back = min(step.up, down)
    joined_up, joined_down = up + step.up - back, down - back + step.down
    married = way.married + step.married
    if married > 1 or joined_up + joined_down > MOST_STEPS:
        return None
    return Step(joined_up, joined_down, married)


def kind_of(step: Step) -> KinKind:
    if not step.married:
        return KinKind.BLOOD
    return KinKind.SPOUSE if step.degree == 0 else KinKind.IN_LAW


def nearness(relation: Relation) -> tuple[int, bool, int]:
    return relation.degree, relation.kind is KinKind.IN_LAW, len(relation.path)


def _improves(seen: dict[Person, list[tuple[int, int]]], other: Person, step: Step) -> bool:
    """Whether this way to a person is better in degree or in marriages than all that were walked."""
    reached = (step.degree, step.married)
    ways = seen.setdefault(other, [])
    if any(degree <= reached[0] and married <= reached[1] for degree, married in ways):
        return False
    ways.append(reached)
    return True
