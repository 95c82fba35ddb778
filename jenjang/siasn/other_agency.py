"""Instansi lain: an import of a city that is not the one that lives here, seen before anything is applied.

One home holds one agency. A sheet that names another one is sound row by row, so nothing else would stop the
officer who picked the wrong file; the review says it above everything else. Nothing is refused: an agency may be
renamed, and people from elsewhere do work here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jenjang.siasn import cells
from jenjang.siasn.cells import Cell, CellProblem
from jenjang.siasn.unit_tree import Unit, root_of
from jenjang.ui import formats

if TYPE_CHECKING:
    from jenjang.organization.models import Agency

AGENCY_ID, AGENCY_NAME = "INSTANSI KERJA ID", "INSTANSI KERJA NAMA"
LONGEST = 120  # letters of a name in a sentence


@dataclass
class Stated:
    """Which agencies the rows of one sheet name that are not the one of this home."""

    home: Agency | None
    rows: int = 0
    elsewhere: Counter[str] = field(default_factory=Counter)

    def watching(self, rows: Iterable[tuple[int, Mapping[str, Cell]]]) -> Iterator[tuple[int, Mapping[str, Cell]]]:
        """The same rows, counted as they pass."""
        for number, values in rows:
            self.rows += 1
            name = self._other(_text(values, AGENCY_ID), _text(values, AGENCY_NAME))
            if name:
                self.elsewhere[name[:LONGEST]] += 1
            yield number, values

    def summary(self, units: Mapping[str, Unit]) -> dict[str, Any]:
        """What the review needs to say it; empty when sheet and tree are of this home."""
        found: dict[str, Any] = {"home": self.home.name if self.home else ""}
        if self.elsewhere:
            found |= {
                "rows": self.elsewhere.total(),
                "of": self.rows,
                "names": [name for name, _ in self.elsewhere.most_common(3)],
            }
        if units:
            root = root_of(units)
            tree = self._other(root.agency_id, root.name)
            found |= {"tree": tree[:LONGEST]} if tree else {}
        return {"other_agency": found} if len(found) > 1 else {}

    def _other(self, siasn_id: str, name: str) -> str:
        """The agency that is named, when it is not ours by id nor by name."""
        if self.home is None or not (siasn_id or name):
            return ""
        same_name = bool(name) and _plain(name) == _plain(self.home.name)
        return "" if siasn_id == self.home.siasn_id or same_name else name or siasn_id


def sentences(summary: Mapping[str, Any]) -> list[str]:
    """The warning in words: what the file names, whose home this is, what to do."""
    found = summary.get("other_agency")
    if not found:
        return []
    said = []
    if found.get("rows"):
        count, of = formats.whole(found["rows"]), formats.whole(found["of"])
        said.append(f"{count} dari {of} baris menyebut {', '.join(found['names'])} sebagai instansi kerja.")
    if found.get("tree"):
        said.append(f"Pohon unitnya milik {found['tree']}.")
    said.append(
        f"Data di sini milik {found['home']}. Menerapkan impor ini mencatat pegawai dan unit instansi lain itu di sini; "
        "bila berkasnya keliru, buang impor ini."
    )
    return said


def _text(values: Mapping[str, Cell], column: str) -> str:
    """A cell that cannot be read names no agency; its row is refused or warned of elsewhere."""
    try:
        return cells.text(values.get(column))
    except CellProblem:
        return ""


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
