"""Kode BKN pada riwayat: what the numbers in the sheets of histories mean here. Source: SIASN reference tables.

Every table reads both the code and the words that stand beside it in SIASN, in small letters.
"""

from jenjang.law.codes import Award, Code, Grade, PPPKGrade, Predicate, Rating, Sanction, SanctionLevel, TeamRole
from jenjang.personnel.kinship import RELATION_LABELS

PREDICATES = {"1": Predicate.VERY_GOOD, "2": Predicate.GOOD, "3": Predicate.NEEDS_IMPROVEMENT, "4": Predicate.POOR, "5": Predicate.VERY_POOR}  # fmt: skip
RATINGS = {"1": Rating.ABOVE, "2": Rating.MEETS, "3": Rating.BELOW}
RATING_NAMES = {
    "diatas ekspektasi": Rating.ABOVE,
    "dibawah ekspektasi": Rating.BELOW,
    **{rating.label.lower(): rating for rating in Rating},
}
PREDICATE_NAMES = {
    "cukup": Predicate.NEEDS_IMPROVEMENT,  # its name before PermenPANRB 6/2022
    **{predicate.label.lower(): predicate for predicate in Predicate},
}

GRADES = {
    "11": Grade.I_A, "12": Grade.I_B, "13": Grade.I_C, "14": Grade.I_D, "21": Grade.II_A, "22": Grade.II_B,
    "23": Grade.II_C, "24": Grade.II_D, "31": Grade.III_A, "32": Grade.III_B, "33": Grade.III_C, "34": Grade.III_D,
    "41": Grade.IV_A, "42": Grade.IV_B, "43": Grade.IV_C, "44": Grade.IV_D, "45": Grade.IV_E,
}  # fmt: skip
GRADE_NAMES = {str(grade).lower(): grade for grade in (*Grade, *PPPKGrade)}
PROMOTIONS = {
    "101": "Reguler", "201": "Pilihan (jabatan struktural)", "202": "Pilihan (jabatan fungsional tertentu)",
    "203": "Pilihan (penyesuaian ijazah)", "204": "Pilihan (sedang tugas belajar)", "205": "Pilihan (setelah tugas belajar)",
    "206": "Pilihan (dipekerjakan pada instansi lain)", "207": "Pilihan (penemuan baru)",
    "208": "Pilihan (prestasi luar biasa)", "209": "Pilihan (pejabat negara)", "210": "Pilihan (selama DPK/DPB)",
    "211": "Golongan dari pengadaan",
}  # fmt: skip

ASSIGNMENTS = {"D": "definitif", "PLT": "plt", "PLH": "plh", "PJ": "pj", "TT": "tambahan"}

FLAGS = {"1": "ya", "0": "", "true": "ya", "false": "", "ya": "ya", "tidak": ""}

ORIGINS = {"isIntegrasi": "integrasi", "isKonversi": "konversi", "isAngkaKreditPertama": "penyesuaian"}

COURSES = {
    "1": "Diklat Struktural", "2": "Diklat Fungsional", "3": "Diklat Teknis", "4": "Workshop", "5": "Pelatihan Manajerial",
    "6": "Pelatihan Sosial Kultural", "7": "Sosialisasi", "8": "Bimbingan Teknis", "9": "Seminar", "10": "Magang",
    "11": "Kursus", "12": "Penataran", "13": "Pelatihan klasikal lainnya", "14": "Coaching", "15": "Mentoring",
    "16": "E-Learning", "17": "Pelatihan Jarak Jauh", "18": "Detasering", "19": "Pembelajaran Alam Terbuka",
    "20": "Patok Banding", "21": "Pertukaran PNS dengan Pegawai Swasta", "22": "Belajar Mandiri", "23": "Komunitas Belajar",
    "24": "Bimbingan di Tempat Kerja", "25": "Pelatihan nonklasikal lainnya",
}  # fmt: skip
LEADERSHIP_COURSES = {
    "1": "Sepada", "2": "Diklat Pim Tk. IV", "3": "Diklat Pim Tk. III", "4": "Diklat Pim Tk. II", "5": "Diklat Pim Tk. I",
    "6": "Sespim", "7": "Sespati", "8": "Diklat Struktural Lainnya",
}  # fmt: skip

AWARD_NAMES = {
    "100": "Bintang", "101": "Bintang R.I. Adipurna", "102": "Bintang R.I. Adipradana", "103": "Bintang R.I. Utama",
    "104": "Bintang R.I. Pratama", "105": "Bintang R.I. Nararya", "106": "Mahaputera Adipurna", "107": "Mahaputera Adipradana",
    "108": "Mahaputera Utama", "109": "Mahaputera Pratama", "110": "Mahaputera Nararya", "111": "Penghargaan Trikora",
    "112": "Penghargaan Pembebasan Irian Barat", "201": "Satyalancana Karya Satya 10 Tahun",
    "202": "Satyalancana Karya Satya 20 Tahun", "203": "Satyalancana Karya Satya 30 Tahun", "204": "Wira Karya",
    "300": "Tanda jasa lainnya", "301": "Sidhakarya Adhyaksa", "302": "Purnabakti Adhyaksa", "303": "Dharma Adhyaksa",
    "304": "Teladan tingkat nasional", "305": "Teladan tingkat provinsi", "306": "Teladan tingkat kabupaten/kota",
    "307": "PNS luar biasa prestasinya", "308": "Penemuan bermanfaat bagi negara", "309": "Siswa teladan",
    "310": "Olimpiade", "400": "Tanda penghargaan lainnya",
}  # fmt: skip
# Given by the President unless it stands here; "lainnya" says nothing of the giver, so the column `tingkat` may.
_AWARD_LEVELS = {
    "300": Award.AGENCY, "301": Award.CROSS_AGENCY, "302": Award.CROSS_AGENCY, "303": Award.CROSS_AGENCY,
    "305": Award.CROSS_AGENCY, "306": Award.AGENCY, "309": Award.NONE, "310": Award.INTERNATIONAL, "400": Award.AGENCY,
}  # fmt: skip


def award_level(code: str) -> Award:
    """Tingkat penghargaan behind BKN's code."""
    return _AWARD_LEVELS.get(code, Award.NATIONAL)


SANCTIONS = {
    "1": Sanction.ORAL_WARNING, "2": Sanction.WRITTEN_WARNING, "3": Sanction.WRITTEN_DISSATISFACTION,
    "10": Sanction.DISMISSAL, "23": Sanction.ALLOWANCE_CUT_6, "24": Sanction.ALLOWANCE_CUT_9,
    "25": Sanction.ALLOWANCE_CUT_12, "27": Sanction.DEMOTION, "28": Sanction.REMOVAL,
}  # fmt: skip
# Sanctions of PP 53/2010 and of the code of conduct have no counterpart today: kept under a name of their own.
OLD_SANCTIONS = {
    "4": "pp53_penundaan_kgb", "5": "pp53_penurunan_gaji", "6": "pp53_penundaan_gaji", "7": "pp53_penundaan_pangkat",
    "8": "pp53_penurunan_pangkat_1_tahun", "9": "pp53_pembebasan_jabatan", "11": "pp53_pemberhentian_tidak_hormat",
    "12": "pp53_pengaktifan", "13": "pp53_pemindahan_turun_jabatan", "14": "pp53_penurunan_pangkat_3_tahun",
    "21": "etik_terbuka", "22": "etik_tertutup",
}  # fmt: skip
FINAL_SANCTIONS = frozenset({"9", "10", "11", "12", "13"})  # they end a service or a post: no length
_LIGHT, _MEDIUM = frozenset({"1", "2", "3", "21", "22"}), frozenset({"4", "5", "6", "7", "8", "23", "24", "25"})


def sanction_level(code: str) -> SanctionLevel:
    """Tingkat hukuman behind BKN's code."""
    if code in _LIGHT:
        return SanctionLevel.LIGHT
    return SanctionLevel.MEDIUM if code in _MEDIUM else SanctionLevel.HEAVY


COMPETENCIES = {
    "integritas": "Integritas", "kerja_sama": "Kerja sama", "komunikasi": "Komunikasi",
    "orientasi_pada_hasil": "Orientasi pada hasil", "pelayanan_publik": "Pelayanan publik",
    "pengembangan_diri_dan_orang_lain": "Pengembangan diri dan orang lain", "mengelola_perubahan": "Mengelola perubahan",
    "pengambilan_keputusan": "Pengambilan keputusan", "perekat_bangsa": "Perekat bangsa",
}  # fmt: skip


def by_code_or_label(*codes: type[Code]) -> dict[str, Code]:
    """Read our own codes or their labels: `ketua_internal` and "Ketua tim internal"."""
    return {word: code for kind in codes for code in kind for word in (str(code).lower(), code.label.lower())}


TEAM_ROLES = by_code_or_label(TeamRole)
AWARD_LEVELS = by_code_or_label(Award)
RELATIONS = {word: code for code, label in RELATION_LABELS.items() for word in (code, label.lower())}
