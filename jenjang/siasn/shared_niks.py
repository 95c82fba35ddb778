"""NIK yang dimiliki dua orang: two people cannot share one, and kinship is told by it. Pure."""

from collections.abc import Collection, Iterable, Mapping

from jenjang.siasn.employee_plan import IDENTITY, Known
from jenjang.siasn.employee_rows import EmployeeRow
from jenjang.siasn.row_reader import Finding

NIK = IDENTITY.index("nik")
TAKEN = "NIK sudah tercatat untuk pegawai lain di Jenjang. NIK tidak disimpan; periksa keduanya di SIASN."


def without_shared_niks(
    people: Iterable[tuple[EmployeeRow, Known | None]], state: Mapping[int, Known], without: Collection[int]
) -> list[Finding]:
    """Whoever has a NIK here and keeps it, keeps it alone: take it from everybody else's row, and say so.

    A row that is left out changes nothing, so its person gives no NIK up.
    """
    pairs = [(person, current) for person, current in people if person.nik]
    given_up = {
        current.employee_id
        for person, current in pairs
        if current and person.row not in without and _nik_of(current) != person.nik
    }
    holders = {_nik_of(known): key for key, known in state.items() if key not in given_up}
    found = []
    for person, current in pairs:
        own = current.employee_id if current else None
        if holders.get(person.nik, own) != own:
            found.append(Finding(person.row, "NIK", TAKEN))
            person.nik = ""
    return found


def _nik_of(known: Known) -> str:
    return str(known.identity.facts[NIK]) if known.identity else ""
