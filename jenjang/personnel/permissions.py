"""Wewenang kepegawaian. Whose record somebody sees is decided by `queries.visible_to`, what may be done by these."""

from jenjang.accounts.permissions import permission
from jenjang.accounts.roles import Role

EMPLOYEE_LIST = permission(
    "pegawai.daftar",
    "Melihat daftar pegawai",
    roles=[
        Role.SUPERVISOR, Role.UNIT_OFFICER, Role.PERSONNEL_OFFICER, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY,
        Role.INSPECTORATE,
    ],
)  # fmt: skip
EMPLOYEE_VIEW = permission("pegawai.lihat", "Melihat riwayat pegawai", roles=list(Role))
PRIVATE_VIEW = permission(
    "pegawai.lihat_pribadi",
    "Melihat riwayat keluarga, hukuman disiplin, dan hasil penilaian",
    roles=[
        Role.UNIT_OFFICER, Role.PERSONNEL_OFFICER, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY, Role.INSPECTORATE,
    ],
)  # fmt: skip
PERSONAL_DATA_OPEN = permission(
    "pegawai.buka_data_pribadi",
    "Membuka data pribadi yang disamarkan",
    roles=[Role.UNIT_OFFICER, Role.PERSONNEL_OFFICER, Role.INSPECTORATE],
)
EMPLOYEE_CHANGE = permission(
    "pegawai.ubah", "Mengangkat, memindahkan, memberhentikan, dan membetulkan data", roles=[Role.PERSONNEL_OFFICER]
)
CORRECTION_ASK = permission("pegawai.minta_perbaikan", "Meminta perbaikan data sendiri", roles=list(Role))
CORRECTION_SETTLE = permission(
    "pegawai.putuskan_perbaikan", "Memutuskan permintaan perbaikan data", roles=[Role.PERSONNEL_OFFICER]
)
POSITION_MAP_VIEW = permission("jabatan.lihat", "Melihat unit dan peta jabatan", roles=list(Role))
UNIT_CHANGE = permission(
    "unit.ubah", "Membuka, mengubah, dan menutup unit dengan keputusan", roles=[Role.PERSONNEL_OFFICER]
)
SEAT_CHANGE = permission("jabatan.ubah", "Menambah, melengkapi, dan menutup jabatan", roles=[Role.PERSONNEL_OFFICER])
