"""Kedudukan hukum: BKN's codes for a person's standing, retyped from its reference table."""

NAMES = {
    "01": "Aktif", "02": "CLTN", "03": "Tugas Belajar", "04": "Pemberhentian Sementara", "05": "Penerima Uang Tunggu",
    "06": "Prajurit Wajib", "07": "Pejabat Negara", "08": "Kepala Desa", "09": "Sedang dalam Proses Banding",
    "11": "Pegawai Titipan", "12": "Pengungsi", "13": "Perpanjangan CLTN", "14": "PNS yang Dinyatakan Hilang",
    "15": "PNS Kena Hukuman Disiplin", "16": "Pemindahan dalam Rangka Penurunan Jabatan", "20": "Masa Persiapan Pensiun",
    "51": "CPNS yang Belum Menerima SK CPNS", "52": "Tidak Aktif", "66": "Diberhentikan", "67": "Punah",
    "68": "Eks PNS Timor Timur", "69": "TMS dari Pengadaan", "70": "Pembatalan NIP", "77": "Pemberhentian tanpa Hak Pensiun",
    "88": "Pemberhentian dengan Hak Pensiun", "89": "Tidak Aktif, Diusulkan Pensiun", "90": "Tidak Ikut Pendataan Ulang",
    "91": "Tindak Pidana", "92": "Pemblokiran Data", "98": "Mencapai BUP", "99": "Pensiun",
}  # fmt: skip
IN_SERVICE = frozenset({"01", "02", "03", "04", "06", "07", "08", "09", "11", "13", "15", "16", "20"})
ACTIVE = "01"
_CODES = {name.lower(): code for code, name in NAMES.items()}


def code_of(name: str) -> str:
    """The code of a standing that is only named; active where nothing is said, empty where the name is unknown."""
    return _CODES.get(name.lower(), "") if name else ACTIVE
