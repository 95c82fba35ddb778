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
VACANCY_END = permission(
    "lowongan.akhiri", "Membatalkan lowongan atau menutupnya tanpa hasil", roles=[Role.PERSONNEL_OFFICER]
)
CRITERIA_PUBLISH = permission("lowongan.umumkan", "Mengumumkan kriteria lowongan", roles=[Role.PERSONNEL_OFFICER])
RANKING_RUN = permission("peringkat.hitung", "Menghitung peringkat", roles=[Role.PERSONNEL_OFFICER])
WILLINGNESS_ASK = permission("kesediaan.minta", "Menanyakan kesediaan calon", roles=[Role.PERSONNEL_OFFICER])
ORDER_SETTLE = permission(
    "peringkat.putuskan_seri", "Memutus urutan calon yang sama nilai", roles=[Role.BOARD, Role.PANEL]
)
OWN_SELECTION = permission(
    "seleksi.sendiri", "Melihat hasil sendiri dan menjawab kesediaan", roles=[Role.EMPLOYEE]
)  # fmt: skip
NAMES_FORWARD = permission(
    "tiga_nama.ajukan", "Mencatat rapat dan mengajukan tiga nama", roles=[Role.BOARD, Role.PANEL]
)
INTEREST_DECLARE = permission(
    "kepentingan.nyatakan", "Menyatakan kepentingan sebelum mengusulkan atau memutus",
    roles=[Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY],
)  # fmt: skip
NAMES_RETURN = permission(
    "tiga_nama.kembalikan", "Mengembalikan tiga nama ke peringkat sebelum diusulkan",
    roles=[Role.BOARD, Role.PANEL, Role.COMPETENT_OFFICER],
)  # fmt: skip
PROPOSE = permission("usul.ajukan", "Mengusulkan tiga nama", roles=[Role.COMPETENT_OFFICER])
DECIDE = permission(
    "keputusan.tetapkan", "Memilih satu nama dan menandatangani keputusan", roles=[Role.APPOINTING_AUTHORITY],
    strategic=True,
)  # fmt: skip
APPROVAL_RECORD = permission("pertek.catat", "Mencatat pertimbangan teknis BKN", roles=[Role.PERSONNEL_OFFICER])
OATH_RECORD = permission(
    "pelantikan.catat", "Mencatat pengambilan sumpah dan pelantikan", roles=[Role.PERSONNEL_OFFICER]
)
OBJECTION_ANSWER = permission("keberatan.jawab", "Memeriksa dan menjawab keberatan", roles=[Role.PERSONNEL_OFFICER])
APPLICATION_CHECK = permission(
    "lamaran.periksa", "Memeriksa berkas pelamar dan mencatat hasil tahap", roles=[Role.PERSONNEL_OFFICER]
)
APPLICANT_REGISTER = permission(
    "lamaran.daftarkan", "Mendaftarkan pelamar dari instansi lain", roles=[Role.PERSONNEL_OFFICER]
)
PANEL_FORM = permission(
    "penilai.bentuk", "Membentuk tim penilai, menegaskan hubungan, mengganti anggota", roles=[Role.PERSONNEL_OFFICER]
)
PANEL_VIEW = permission(
    "penilai.lihat", "Melihat susunan penilai dan siapa yang mundur",
    roles=[Role.PERSONNEL_OFFICER, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY, Role.INSPECTORATE],
)  # fmt: skip
ASSESS = permission("penilai.nilai", "Menilai calon sebagai anggota tim atau panitia", roles=[Role.BOARD, Role.PANEL])
