"""The access matrix: every address, for every viewer, on somebody's object.

Each slice has a file here with `samples(cast)`: one `Sample` for every address that names an object, and more where it
matters whose object it is. Addresses without an object need none: what they ask (@public, @signed_in, @requires) says
who may open them. `tests/architecture/test_access.py` opens all of them as everybody and writes docs/reference/akses.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.cast import Cast

# Who looks. `pegawai` owns what a sample calls "sendiri"; `pegawai_lain` is a colleague without any tie to it.
VIEWERS: dict[str, str] = {
    "publik": "",
    "pegawai": "sri",
    "pegawai_lain": "hendra",
    "atasan": "yuliana",
    "admin_opd": "dewi",
    "bkpsdm": "lestari",
    "tim_penilai": "budi",
    "pansel": "marlina",
    "pyb": "zulkifli",
    "ppk": "wali",
    "inspektorat": "nurhayati",
}
EVERYONE = frozenset(VIEWERS)
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Sample:
    """One address with one object. `opens_for`: who finds it, among those who hold the permission; the rest get 404."""

    name: str
    kwargs: Mapping[str, object] = field(default_factory=dict)
    of: str = ""
    opens_for: frozenset[str] = EVERYONE


__all__ = ["EVERYONE", "NOBODY", "VIEWERS", "Cast", "Sample"]
