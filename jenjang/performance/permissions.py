"""Wewenang kinerja. Whose SKP or evaluation somebody sees is decided by `scopes`, what may be done with it by these."""

from jenjang.accounts.permissions import permission
from jenjang.accounts.roles import Role

OWN = permission("kinerja.sendiri", "Menyusun SKP sendiri, mencatat kemajuan, mengisi evaluasi", roles=list(Role))
VIEW = permission(
    "kinerja.lihat", "Melihat SKP dan evaluasi orang lain dalam lingkupnya",
    roles=[
        Role.SUPERVISOR, Role.UNIT_OFFICER, Role.PERSONNEL_OFFICER, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY,
        Role.INSPECTORATE,
    ],
)  # fmt: skip
APPRAISE = permission(
    "kinerja.nilai", "Menyetujui SKP, memberi umpan balik, dan menilai sebagai pejabat penilai kinerja",
    roles=[Role.EMPLOYEE, Role.SUPERVISOR, Role.APPOINTING_AUTHORITY],
)  # fmt: skip
UNIT_PLAN = permission(
    "kinerja.rencana_unit", "Menyusun sasaran dan perjanjian kinerja unit, contoh hasil kerja, dan SKP massal",
    roles=[Role.SUPERVISOR, Role.UNIT_OFFICER, Role.PERSONNEL_OFFICER],
)  # fmt: skip
UNIT_AGREE = permission(
    "kinerja.sepakati_unit", "Menyepakati perjanjian kinerja unit di bawahnya dan menetapkan predikat organisasi",
    roles=[Role.SUPERVISOR, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY],
)  # fmt: skip
CALIBRATE = permission(
    "kinerja.kalibrasi", "Mencatat rapat kalibrasi dan mengecualikan pola distribusi",
    roles=[Role.SUPERVISOR, Role.PERSONNEL_OFFICER],
)  # fmt: skip
DISTRIBUTION = permission(
    "kinerja.sebaran", "Melihat sebaran predikat dan predikat organisasi unit dalam lingkupnya",
    roles=[
        Role.SUPERVISOR, Role.PERSONNEL_OFFICER, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY, Role.INSPECTORATE,
    ],
)  # fmt: skip
PATTERNS = permission(
    "kinerja.pola", "Melihat pola semua penilai dalam lingkupnya",
    roles=[Role.PERSONNEL_OFFICER, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY, Role.INSPECTORATE],
)  # fmt: skip
STEER = permission(
    "kinerja.pantau", "Memantau pengisian, mengirim pengingat",
    roles=[Role.UNIT_OFFICER, Role.PERSONNEL_OFFICER, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY, Role.INSPECTORATE],
)  # fmt: skip
REMIND = permission("kinerja.ingatkan", "Mengirim pengingat", roles=[Role.UNIT_OFFICER, Role.PERSONNEL_OFFICER])
YEAR_MANAGE = permission(
    "kinerja.kelola_tahun", "Membuka dan menutup tahun kinerja, menunjuk pejabat penilai unit, menukar data e-Kinerja",
    roles=[Role.PERSONNEL_OFFICER],
)  # fmt: skip
AMEND = permission(
    "kinerja.ubah_hasil", "Mengusulkan dan menyetujui perubahan hasil yang sudah diserahkan, berdua",
    roles=[Role.PERSONNEL_OFFICER],
)  # fmt: skip
RULE_OBJECTION = permission(
    "kinerja.putus_keberatan", "Memutus keberatan sebagai atasan pejabat penilai kinerja",
    roles=[Role.EMPLOYEE, Role.SUPERVISOR, Role.APPOINTING_AUTHORITY],
)  # fmt: skip
