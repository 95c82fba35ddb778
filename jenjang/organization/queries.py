"""Bacaan organisasi: the tree of units on any day, and the seats in it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import connection
from django.db.models import QuerySet

from jenjang.organization.models import Agency, OrgUnit, OrgUnitRecord, Seat, SeatRecord

SUBTREE = """
WITH RECURSIVE below AS (
    SELECT id FROM organization_orgunit WHERE id = ANY(%s)
    UNION SELECT u.id FROM organization_orgunit u JOIN below b ON u.parent_id = b.id
)
SELECT id FROM below
"""
TREE = """
SELECT DISTINCT ON (unit_id) unit_id, name, parent_id, echelon, closed FROM organization_orgunitrecord
WHERE effective_from <= %(day)s AND (%(known_at)s::timestamptz IS NULL OR recorded_at <= %(known_at)s)
ORDER BY unit_id, effective_from DESC, recorded_at DESC, id DESC
"""


@dataclass(slots=True)
class UnitNode:
    """A unit in the tree of a day; `below` counts all units under it."""

    id: int
    name: str
    parent: int | None
    echelon: str
    depth: int = 0
    below: int = 0
    children: list["UnitNode"] = field(default_factory=list)


def agency() -> Agency | None:
    """The employer of this deployment; none before the first import."""
    return Agency.objects.order_by("pk").first()


def unit(pk: int) -> OrgUnit | None:
    """Satu unit by its key; None when there is none."""
    return OrgUnit.objects.select_related("parent", "agency").filter(pk=pk).first()


def units_by_siasn_id(ids: Iterable[str] | None = None) -> dict[str, int]:
    """Key of each unit by its SIASN id."""
    units = OrgUnit.objects.all() if ids is None else OrgUnit.objects.filter(siasn_id__in=list(ids))
    return dict(units.values_list("siasn_id", "pk"))


def open_units() -> QuerySet[OrgUnit]:
    """Unit yang masih ada, by name."""
    return OrgUnit.objects.filter(closed_on=None).order_by("name", "pk")


def names_of_units(units: Collection[int]) -> dict[int, str]:
    """Names as they are now, closed units too."""
    return dict(OrgUnit.objects.filter(pk__in=units).values_list("pk", "name"))


def unit_names() -> dict[str, str]:
    """Unit yang ada sekarang, by name: code in SIASN -> name."""
    return dict(open_units().order_by("name").values_list("siasn_id", "name"))


def subtree_ids(roots: Iterable[int]) -> list[int]:
    """These units and all below them."""
    with connection.cursor() as cursor:
        cursor.execute(SUBTREE, [list(roots)])
        return [pk for (pk,) in cursor.fetchall()]


def ancestors(unit_id: int) -> list[OrgUnit]:
    """The way from the top of the tree to a unit, the unit included; one query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE above AS (SELECT id, parent_id, 0 AS height FROM organization_orgunit WHERE id = %s "
            "UNION ALL SELECT u.id, u.parent_id, a.height + 1 FROM organization_orgunit u JOIN above a "
            "ON u.id = a.parent_id) SELECT id FROM above ORDER BY height DESC",
            [unit_id],
        )
        order = [pk for (pk,) in cursor.fetchall()]
    found = OrgUnit.objects.in_bulk(order)
    return [found[pk] for pk in order]


def tree(day: date, known_at: datetime | None = None) -> list[UnitNode]:
    """The units that stand on a day, roots first, each followed by what is below it; one query."""
    with connection.cursor() as cursor:
        cursor.execute(TREE, {"day": day, "known_at": known_at})
        nodes = {row[0]: UnitNode(*row[:4]) for row in cursor.fetchall() if not row[4]}
    roots: list[UnitNode] = []
    for node in sorted(nodes.values(), key=lambda node: node.name):
        above = nodes.get(node.parent) if node.parent is not None else None
        (above.children if above else roots).append(node)
    ordered: list[UnitNode] = []
    waiting = [(node, 0) for node in reversed(roots)]
    while waiting:
        node, node.depth = (pair := waiting.pop())[0], pair[1]
        ordered.append(node)
        waiting.extend((child, node.depth + 1) for child in reversed(node.children))
    for node in reversed(ordered):
        node.below = sum(1 + child.below for child in node.children)
    return ordered


def outline(nodes: Sequence[UnitNode], within: UnitNode | None = None) -> list[UnitNode]:
    """The top of a tree, or one unit with all that is below it."""
    if within is None:
        return [node for node in nodes if node.depth <= 1]
    place = nodes.index(within)
    return list(nodes[place : place + within.below + 1])


def units_below(unit: OrgUnit) -> QuerySet[OrgUnit]:
    """Unit yang langsung di bawah unit ini, by name."""
    return open_units().filter(parent=unit)


def history_of(unit: OrgUnit) -> QuerySet[OrgUnitRecord]:
    """Riwayat satu unit, newest first."""
    return OrgUnitRecord.objects.filter(unit=unit).order_by("-effective_from", "-recorded_at").select_related("parent")


def seat(pk: int) -> Seat | None:
    """Satu jabatan pada peta jabatan; None when there is none."""
    return Seat.objects.select_related("unit__parent").filter(pk=pk).first()


def seat_history(seat: Seat) -> QuerySet[SeatRecord]:
    """Riwayat satu jabatan pada peta, newest first."""
    return SeatRecord.objects.filter(seat=seat).order_by("-effective_from", "-recorded_at").select_related("document")


def open_seats(units: Iterable[int] | None = None) -> QuerySet[Seat]:
    """Seats that are not closed, heads first."""
    seats = Seat.objects.filter(closed_on=None).select_related("unit")
    if units is not None:
        seats = seats.filter(unit__in=list(units))
    return seats.order_by("unit__name", "unit_id", "-is_head", "title", "pk")


def matching_seat(unit_id: int, title: str, kind: str, career_level: str, *, but: int | None = None) -> Seat | None:
    """The open seat of a unit that a holding speaks of; `but` is a seat that does not count."""
    named = Seat.objects.filter(unit=unit_id, closed_on=None, kind=kind, career_level=career_level).exclude(pk=but)
    return named.filter(title__iexact=title.strip()).first()
