"""Pohon unit (ref-unor): BKN's list of units as JSON becomes a checked tree. Pure."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

MAX_BYTES = 20_000_000
MAX_UNITS = 20_000
ROOT_ECHELON = "00"
KEYS = ("Id", "NamaUnor")


class TreeRefused(ValueError):
    """The file is no tree of units; the message is a sentence in Indonesian that says what to mend."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Unit organisasi menurut ref-unor. `echelon_code` is BKN's two digits, `head_siasn_id` the leader's PNS ID.

    Where no tree came along, units that stand here serve: their leader is only the last one known, not one that BKN names.
    """

    siasn_id: str
    parent_id: str
    name: str
    head_title: str
    echelon_code: str
    head_siasn_id: str
    agency_id: str
    from_tree: bool = True


def read(content: bytes) -> dict[str, Unit]:
    """Baca ref-unor: units by id, parents before children. Raises `TreeRefused`."""
    if len(content) > MAX_BYTES:
        raise TreeRefused(f"Berkas pohon unit lebih dari {MAX_BYTES // 1_000_000} MB.")
    try:
        parsed = json.loads(content)
    except (ValueError, RecursionError):
        raise TreeRefused(
            "Berkas pohon unit bukan JSON. Unduh ref-unor dari SIASN, lalu unggah tanpa diubah."
        ) from None
    rows = parsed.get("data") if isinstance(parsed, dict) else parsed
    if not isinstance(rows, list) or not rows:
        raise TreeRefused("Berkas pohon unit tidak memuat daftar “data”. Unduh ref-unor dari SIASN.")
    if len(rows) > MAX_UNITS:
        raise TreeRefused(f"Pohon unit memuat {len(rows)} unit; paling banyak {MAX_UNITS}.")
    units: dict[str, Unit] = {}
    for number, row in enumerate(rows, start=1):
        unit = _unit(number, row)
        if unit.siasn_id in units:
            raise TreeRefused(
                f"Unit ke-{number} ({unit.name}): Id {unit.siasn_id} sudah dipakai. Setiap unit perlu Id sendiri."
            )
        units[unit.siasn_id] = unit
    return _ordered(units)


def root_of(units: Mapping[str, Unit]) -> Unit:
    """Puncak pohon: the agency itself, or else the unit that comes first."""
    return next((unit for unit in units.values() if unit.echelon_code == ROOT_ECHELON), next(iter(units.values())))


def _unit(number: int, row: object) -> Unit:
    if not isinstance(row, Mapping):
        raise TreeRefused(f"Unit ke-{number} bukan objek JSON.")

    def value(key: str, most: int) -> str:
        found = row.get(key)
        if found is None:
            return ""
        if isinstance(found, bool) or not isinstance(found, str | int):
            raise TreeRefused(f"Unit ke-{number}: {key} harus berupa teks.")
        written = str(found).strip()
        if len(written) > most or not written.isprintable():
            raise TreeRefused(f"Unit ke-{number}: {key} lebih dari {most} huruf atau memuat huruf kendali.")
        return written

    unit = Unit(
        siasn_id=value("Id", 42),
        parent_id=value("DiatasanId", 42),
        name=value("NamaUnor", 300),
        head_title=value("NamaJabatan", 300),
        echelon_code=value("EselonId", 2),
        head_siasn_id=value("PemimpinPnsId", 42),
        agency_id=value("InstansiId", 42),
    )
    if not unit.siasn_id or not unit.name:
        raise TreeRefused(f"Unit ke-{number} tanpa Id atau NamaUnor.")
    return unit


def _ordered(units: Mapping[str, Unit]) -> dict[str, Unit]:
    """Parents first. A missing parent or a circle is refused, by name."""
    ordered: dict[str, Unit] = {}
    for unit in units.values():
        chain: list[Unit] = []
        climbed: set[str] = set()
        current: Unit | None = unit
        while current is not None and current.siasn_id not in ordered:
            if current.siasn_id in climbed:
                raise TreeRefused(f"Unit “{current.name}” berada di bawah dirinya sendiri. Periksa DiatasanId.")
            climbed.add(current.siasn_id)
            chain.append(current)
            if not current.parent_id:
                break
            parent = units.get(current.parent_id)
            if parent is None:
                raise TreeRefused(
                    f"Atasan unit “{current.name}” (DiatasanId {current.parent_id}) tidak ada pada berkas."
                )
            current = parent
        for found in reversed(chain):
            ordered[found.siasn_id] = found
    return ordered
