"""Beda dua versi: what changed between two sealed contents, line by line, as people would tell it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ADDED, REMOVED, CHANGED = "ditambah", "dihapus", "diubah"
Content = Mapping[str, Any]
_PLAIN = (("pendekatan", "Pendekatan"), ("sampai", "Berakhir"), ("mulai", "Mulai"))


@dataclass(frozen=True, slots=True)
class Change:
    """Satu perubahan: of what, how, and the words before and after."""

    what: str
    how: str
    old: str = ""
    new: str = ""


def of_skp(old: Content, new: Content) -> list[Change]:
    """Beda dua versi SKP: results, what they serve and how they are measured, expectations, annexes, appraiser."""
    found = [_changed(label, old.get(key), new.get(key)) for key, label in _PLAIN]
    appraiser = ("penilai", "dinilai_kepala_daerah")
    if [old.get(key) for key in appraiser] != [new.get(key) for key in appraiser]:
        found.append(Change("Pejabat penilai", CHANGED))
    found += _listed("Hasil kerja", old["hasil_kerja"], new["hasil_kerja"], _of_result)
    found += _keyed("Ekspektasi khusus", old["ekspektasi_khusus"], new["ekspektasi_khusus"])
    found += _bag("Lampiran", [text for _, text in old["lampiran"]], [text for _, text in new["lampiran"]])
    return [one for one in found if one is not None]


def of_agreement(old: Content, new: Content) -> list[Change]:
    """Beda dua versi perjanjian kinerja: objectives, indicators and targets."""
    found: list[Change | None] = []
    if old.get("pemimpin") != new.get("pemimpin"):
        found.append(Change("Pemimpin unit", CHANGED))
    found += _listed("Sasaran", old["sasaran"], new["sasaran"], _of_objective)
    return [one for one in found if one is not None]


def _of_result(old: Content, new: Content) -> Iterator[Change | None]:
    name = f"“{new['teks']}”"
    yield _changed("Hasil kerja", old["teks"], new["teks"])
    yield _changed(f"Jenis {name}", old["jenis"], new["jenis"])
    yield _changed(f"Yang didukung {name}", old["mendukung"], new["mendukung"])
    yield _changed(f"Perspektif {name}", old["perspektif"], new["perspektif"])
    if old["indikator_unit"] != new["indikator_unit"]:
        yield Change(f"Indikator unit yang didukung {name}", CHANGED)
    yield from _bag(f"Indikator {name}", _measures(old["indikator"]), _measures(new["indikator"]))


def _of_objective(old: Content, new: Content) -> Iterator[Change | None]:
    name = f"“{new['teks']}”"
    yield _changed("Sasaran", old["teks"], new["teks"])
    yield _changed(f"Yang didukung {name}", old["mendukung"], new["mendukung"])
    yield from _listed(f"Indikator {name}", old["indikator"], new["indikator"], _of_indicator)


def _of_indicator(old: Content, new: Content) -> Iterator[Change | None]:
    yield _changed("Indikator", old["teks"], new["teks"])
    name = f"“{new['teks']}”"
    yield _changed(f"Target {name}", old["target"], new["target"])
    yield _changed(f"Angka target {name}", old["angka"], new["angka"])
    yield _changed(f"Satuan {name}", old["satuan"], new["satuan"])
    yield _changed(f"Perspektif {name}", old["perspektif"], new["perspektif"])


def _measures(indicators: Sequence[Sequence[str]]) -> list[str]:
    return [f"{text}: {target}" + (f" ({aspect})" if aspect else "") for aspect, text, target in indicators]


def _listed(what: str, old: Sequence[Content], new: Sequence[Content], within: Any) -> Iterator[Change | None]:
    """Lines that have a key of their own: which came, which went, and what became different in those that stayed."""
    before, after = {one["id"]: one for one in old}, {one["id"]: one for one in new}
    for key, one in before.items():
        if key not in after:
            yield Change(what, REMOVED, old=one["teks"])
    for key, one in after.items():
        if key in before:
            yield from within(before[key], one)
        else:
            yield Change(what, ADDED, new=one["teks"])


def _keyed(what: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change | None]:
    for key in dict.fromkeys([*old, *new]):
        label = f"{what}, {key.replace('_', ' ')}"
        yield _changed(label, old.get(key), new.get(key))


def _bag(what: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    yield from (Change(what, REMOVED, old=text) for text in old if text not in new)
    yield from (Change(what, ADDED, new=text) for text in new if text not in old)


def _changed(what: str, old: Any, new: Any) -> Change | None:
    if (old or "") == (new or ""):
        return None
    how = ADDED if not old else REMOVED if not new else CHANGED
    return Change(what, how, str(old or ""), str(new or ""))
