"""Peran: the roles of the system, as code. What a role may do stands in the permissions of each slice."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Peran. The value is the code that is stored and exchanged."""

    EMPLOYEE = "pegawai"
    SUPERVISOR = "atasan"
    UNIT_OFFICER = "admin_opd"
    PERSONNEL_OFFICER = "bkpsdm"
    BOARD = "tim_penilai"
    PANEL = "pansel"
    COMPETENT_OFFICER = "pyb"
    APPOINTING_AUTHORITY = "ppk"
    INSPECTORATE = "inspektorat"

    @property
    def label(self) -> str:
        return DESCRIPTIONS[self].label

    @property
    def description(self) -> str:
        return DESCRIPTIONS[self].text

    @property
    def is_above_employee(self) -> bool:
        """Whether the role sees or decides about other people, and therefore needs a second factor."""
        return self is not Role.EMPLOYEE


@dataclass(frozen=True, slots=True)
class Description:
    """How a role is named and explained to people."""

    label: str
    text: str


DESCRIPTIONS = {
    Role.EMPLOYEE: Description("Pegawai", "Data sendiri, lamaran, hasil seleksi, dan keberatan."),
    Role.SUPERVISOR: Description("Atasan langsung", "Menilai dan membimbing pegawai yang dipimpinnya."),
    Role.UNIT_OFFICER: Description("Pengelola kepegawaian unit", "Data dan usulan pegawai di unitnya."),
    Role.PERSONNEL_OFFICER: Description("Petugas BKPSDM", "Data pegawai, jabatan, lowongan, dan keputusan."),
    Role.BOARD: Description("Anggota Tim Penilai Kinerja", "Menilai calon untuk jabatan administrasi."),
    Role.PANEL: Description("Anggota panitia seleksi", "Menilai calon pada seleksi terbuka."),
    Role.COMPETENT_OFFICER: Description(
        "Pejabat yang Berwenang (PyB)", "Mengusulkan tiga nama kepada pejabat pembina."
    ),
    Role.APPOINTING_AUTHORITY: Description("Pejabat Pembina Kepegawaian", "Memilih, memberi alasan, dan menetapkan."),
    Role.INSPECTORATE: Description("Inspektorat", "Membaca semuanya, tidak mengubah apa pun, memeriksa catatan."),
}
GRANTABLE = tuple(role for role in Role if role not in (Role.EMPLOYEE, Role.SUPERVISOR))
"""Peran yang diberikan: the rest follows from the record (who is employed, who leads whom)."""
