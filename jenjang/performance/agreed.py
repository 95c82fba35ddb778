"""Yang disepakati: results, measures and expectations of an SKP as its newest sealed version says them, for evaluations.

While an SKP is being changed its rows are a draft; what is evaluated is what both sides have agreed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jenjang.performance.content import read
from jenjang.performance.models import SKPVersion

if TYPE_CHECKING:
    from jenjang.performance.models import SKP


@dataclass(frozen=True, slots=True)
class Agreed:
    """Isi versi yang disepakati."""

    results: list[Mapping[str, Any]]
    expectations: Mapping[str, str]

    @property
    def keys(self) -> list[int]:
        """The results by their keys, in their order."""
        return [one["id"] for one in self.results]


NOTHING = Agreed([], {})


def agreed_of(skp: SKP) -> Agreed:
    """What one SKP agrees."""
    return agreed_of_many([skp.pk]).get(skp.pk, NOTHING)


def agreed_of_many(skps: Iterable[int]) -> dict[int, Agreed]:
    """The newest version of each SKP; one query."""
    rows = SKPVersion.objects.filter(skp__in=list(skps)).order_by("skp_id", "-number").distinct("skp_id")
    contents = ((skp, read(content)) for skp, content in rows.values_list("skp_id", "content"))
    return {skp: Agreed(one["hasil_kerja"], one["ekspektasi_khusus"]) for skp, one in contents}
