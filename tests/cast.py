"""The cast: invented people with fixed roles, the same in every test. None of them exists."""

from dataclasses import dataclass
from datetime import date

from jenjang.accounts.models import RoleGrant, User
from jenjang.accounts.roles import Role

SINCE = date(2024, 1, 1)
# attribute: (login, name, granted roles, unit)
PEOPLE: dict[str, tuple[str, str, tuple[Role, ...], str]] = {
    "sri": ("199002142013032007", "Sri Wahyuni", (), ""),
    "hendra": ("198503112010011009", "Hendra Saputra", (), ""),
    "yuliana": ("197808082005012004", "Yuliana Putri", (), ""),
    "dewi": ("198812252014032001", "Dewi Anggraini", (Role.UNIT_OFFICER,), "unor-kesehatan"),
    "lestari": ("198701012011012003", "Lestari Maharani", (Role.PERSONNEL_OFFICER,), ""),
    "rahmat": ("198206172008011005", "Rahmat Hidayat", (Role.PERSONNEL_OFFICER,), ""),
    "budi": ("197505052000031002", "Budi Santoso", (Role.BOARD,), ""),
    "ratna": ("197612122001122001", "Ratna Sari", (Role.BOARD,), ""),
    "agus": ("197409092000031004", "Agus Salim", (Role.BOARD,), ""),
    "marlina": ("marlina.efendi", "Marlina Efendi", (Role.PANEL,), ""),
    "zulkifli": ("197002021995031001", "Zulkifli Rahman", (Role.COMPETENT_OFFICER,), ""),
    "wali": ("wali.kota", "Wali Kota", (Role.APPOINTING_AUTHORITY,), ""),
    "nurhayati": ("197711112003122002", "Nurhayati Lubis", (Role.INSPECTORATE,), ""),
}
BY_ROLE = {
    Role.EMPLOYEE: "sri", Role.SUPERVISOR: "yuliana", Role.UNIT_OFFICER: "dewi", Role.PERSONNEL_OFFICER: "lestari",
    Role.BOARD: "budi", Role.PANEL: "marlina", Role.COMPETENT_OFFICER: "zulkifli",
    Role.APPOINTING_AUTHORITY: "wali", Role.INSPECTORATE: "nurhayati",
}  # fmt: skip


@dataclass
class Cast:
    """Everybody by first name: `cast.sri`, `cast.lestari`; or by role: `cast.of(Role.BOARD)`."""

    sri: User
    hendra: User
    yuliana: User
    dewi: User
    lestari: User
    rahmat: User
    budi: User
    ratna: User
    agus: User
    marlina: User
    zulkifli: User
    wali: User
    nurhayati: User

    def of(self, role: Role) -> User:
        """The person who stands for a role."""
        person: User = getattr(self, BY_ROLE[role])
        return person


def make() -> Cast:
    """Create the people and their grants, signed by the program: the two-person path has its own tests."""
    from django.db import transaction

    from jenjang import ledger

    people = {name: User(username=login, name=full) for name, (login, full, _, _) in PEOPLE.items()}
    for user in people.values():
        user.set_unusable_password()
    with transaction.atomic(), ledger.attributed(by=ledger.SYSTEM("uji")):
        User.objects.bulk_create(people.values())
        RoleGrant.objects.bulk_create(
            RoleGrant(user=people[name], role=role, scope_unit=unit, since=SINCE, reason="Peran rekaan untuk uji")
            for name, (_, _, roles, unit) in PEOPLE.items()
            for role in roles
        )
    return Cast(**people)
