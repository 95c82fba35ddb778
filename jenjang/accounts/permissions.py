"""Wewenang: the registry of what may be done, and by which roles. Each slice registers its own in `permissions.py`.

Who may do a thing is written once, beside its name, and read by the pages, the menus, the refusals and the reference.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from jenjang.accounts.roles import Role


@dataclass(frozen=True, slots=True)
class Permission:
    """Wewenang. `strategic` ones (mengikat dan strategis) are never exercised by an acting official (Plt, Plh)."""

    code: str
    label: str
    roles: frozenset[Role]
    strategic: bool = False

    def __str__(self) -> str:
        return self.code

    @property
    def who(self) -> str:
        """The labels of the roles that hold it, as words for a refusal."""
        labels = [role.label for role in Role if role in self.roles]
        return labels[0] if len(labels) == 1 else ", ".join(labels[:-1]) + " atau " + labels[-1]


_known: dict[str, Permission] = {}


def permission(code: str, label: str, *, roles: Iterable[Role], strategic: bool = False) -> Permission:
    """Register a permission. The same code twice is a mistake of the program, unless all of it is the same."""
    made = Permission(code, label, frozenset(roles), strategic)
    if not made.roles:
        raise ValueError(f"Permission {code} is held by no role.")
    if _known.setdefault(code, made) != made:
        raise ValueError(f"Permission {code} is registered twice, with different roles or label.")
    return made


def get(code: str) -> Permission:
    return _known[code]


def all_permissions() -> list[Permission]:
    return [_known[code] for code in sorted(_known)]


def of_role(role: Role) -> list[Permission]:
    return [item for item in all_permissions() if role in item.roles]


ROLE_VIEW = permission(
    "peran.lihat", "Melihat pemberian peran", roles=[Role.PERSONNEL_OFFICER, Role.COMPETENT_OFFICER, Role.INSPECTORATE]
)
ROLE_GRANT = permission(
    "peran.beri", "Mengusulkan dan menyetujui peran", roles=[Role.PERSONNEL_OFFICER, Role.COMPETENT_OFFICER]
)
ACCOUNT_MANAGE = permission("akun.kelola", "Membuat akun dan kode aktivasi", roles=[Role.PERSONNEL_OFFICER])
LEDGER_READ = permission(
    "buku_besar.lihat", "Membaca dan memverifikasi buku besar", roles=[Role.INSPECTORATE, Role.PERSONNEL_OFFICER]
)
ROW_ERASE = permission(
    "data.hapus", "Menghapus data yang habis masa simpannya, berdua",
    roles=[Role.PERSONNEL_OFFICER, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY], strategic=True,
)  # fmt: skip
