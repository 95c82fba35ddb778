"""Wewenang dalam seleksi: what may be done with vacancies and rankings, and by which role."""

from jenjang.accounts.permissions import permission
from jenjang.accounts.roles import Role

VACANCY_VIEW = permission(
    "lowongan.lihat",
    "Melihat lowongan, peringkat, dan temuannya",
    roles=[
        Role.PERSONNEL_OFFICER, Role.BOARD, Role.PANEL, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY,
        Role.INSPECTORATE,
    ],
)  # fmt: skip
VACANCY_OPEN = permission("lowongan.buka", "Membuka lowongan dan menyusun kriteria", roles=[Role.PERSONNEL_OFFICER])
CRITERIA_PUBLISH = permission("lowongan.umumkan", "Mengumumkan kriteria lowongan", roles=[Role.PERSONNEL_OFFICER])
RANKING_RUN = permission("peringkat.hitung", "Menghitung peringkat", roles=[Role.PERSONNEL_OFFICER])
WILLINGNESS_ASK = permission("kesediaan.minta", "Menanyakan kesediaan calon", roles=[Role.PERSONNEL_OFFICER])
ORDER_SETTLE = permission("peringkat.putuskan_seri", "Memutus urutan calon yang sama nilai", roles=[Role.BOARD])
OWN_SELECTION = permission(
    "seleksi.sendiri", "Melihat hasil sendiri dan menjawab kesediaan", roles=[Role.EMPLOYEE]
)  # fmt: skip
