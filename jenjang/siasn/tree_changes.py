"""Perubahan pohon unit dalam sebuah impor: what the tree itself brings beside the people, as the review says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jenjang.ui import formats

if TYPE_CHECKING:
    from jenjang.organization.trees import Compared

KEY = "tree"
SHOWN = 12  # sentences of a kind; who wants all of them opens the tree itself


@dataclass(frozen=True, slots=True)
class Part:
    """Satu jenis perubahan: how many units, and some of them by name."""

    title: str
    note: str
    names: list[str]
    more: int


def summary(compared: Compared, leaders_away: int) -> dict[str, Any]:
    """What the review keeps of a tree; empty when it is the one that stands here."""
    kept = {
        name: {"count": len(found), "names": [one[:300] for one in found[:SHOWN]]}
        for name, found in (("new", compared.new), ("changed", compared.changed), ("missing", compared.missing))
        if found
    }
    found = {**kept, **({"leaders_away": leaders_away} if leaders_away else {})}
    return {KEY: found} if found else {}


def changes(summary: Mapping[str, Any]) -> bool:
    """Whether applying would write anything of the tree."""
    return bool({"new", "changed"} & {*summary.get(KEY, {})})


def in_words(summary: Mapping[str, Any]) -> dict[str, Any] | None:
    """Parts and sentences for the review; None when the tree brings nothing new."""
    found = summary.get(KEY)
    if not found:
        return None
    titles = {
        "new": ("unit baru", ""),
        "changed": ("unit berubah", ""),
        "missing": ("unit tidak ada lagi pada pohon", "Tidak ditutup dengan sendirinya; tutup di halaman unitnya bila memang bubar."),
    }  # fmt: skip
    parts = [
        Part(f"{formats.whole(one['count'])} {title}", note, one["names"], one["count"] - len(one["names"]))
        for key, (title, note) in titles.items()
        if (one := found.get(key))
    ]
    away = found.get("leaders_away", 0)
    said = (
        f"{formats.whole(away)} pemimpin unit menurut pohon tidak ada di antara baris yang baik maupun di Jenjang; "
        "jabatannya akan tampak kosong."
    )
    return {"parts": parts, "leaders": said if away else ""}
