"""Kode: every code that the rule catalogue reads or writes, with its Indonesian label. The text is the value."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Self, cast


class Code(StrEnum):
    """A code whose text is stored and exchanged and whose label people read."""

    label: str

    def __new__(cls, value: str, label: str) -> Code:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def of(cls, text: str) -> Self:
        """The code with this text, as a parameter file writes it."""
        return cast("Self", cls._value2member_map_[text])


class OrderedCode(Code):
    """Codes that stand in an order, lowest first; text order never decides, the order of definition does."""

    order: int

    def __new__(cls, value: str, label: str) -> OrderedCode:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.order = len(cls.__members__)
        return member


class Rating(OrderedCode):
    """Rating hasil kerja, rating perilaku, dan tingkat kinerja pada kotak talenta."""

    BELOW = "di_bawah_ekspektasi", "Di bawah ekspektasi"
    MEETS = "sesuai_ekspektasi", "Sesuai ekspektasi"
    ABOVE = "di_atas_ekspektasi", "Di atas ekspektasi"


class Predicate(OrderedCode):
    """Predikat kinerja pegawai."""

    VERY_POOR = "sangat_kurang", "Sangat kurang"
    POOR = "kurang", "Kurang"
    NEEDS_IMPROVEMENT = "butuh_perbaikan", "Butuh perbaikan"
    GOOD = "baik", "Baik"
    VERY_GOOD = "sangat_baik", "Sangat baik"


class OrganisationPredicate(OrderedCode):
    """Predikat kinerja organisasi."""

    VERY_POOR = "sangat_kurang", "Sangat kurang"
    POOR = "kurang", "Kurang"
    NEEDS_IMPROVEMENT = "butuh_perbaikan", "Butuh perbaikan"
    GOOD = "baik", "Baik"
    EXCELLENT = "istimewa", "Istimewa"


class CareerLevel(Code):
    """Jenjang jabatan fungsional."""

    BEGINNER = "pemula", "Pemula"
    SKILLED = "terampil", "Terampil"
    PROFICIENT = "mahir", "Mahir"
    SUPERVISING = "penyelia", "Penyelia"
    FIRST_EXPERT = "ahli_pertama", "Ahli Pertama"
    JUNIOR_EXPERT = "ahli_muda", "Ahli Muda"
    SENIOR_EXPERT = "ahli_madya", "Ahli Madya"
    PRINCIPAL_EXPERT = "ahli_utama", "Ahli Utama"
    NONE = "tidak_ada", "Tidak ada"


class PositionKind(Code):
    """Jenis jabatan."""

    JPT_UTAMA = "jpt_utama", "JPT Utama"
    JPT_MADYA = "jpt_madya", "JPT Madya"
    JPT_PRATAMA = "jpt_pratama", "JPT Pratama"
    ADMINISTRATOR = "administrator", "Administrator"
    SUPERVISOR = "pengawas", "Pengawas"
    EXECUTOR = "pelaksana", "Pelaksana"
    FUNCTIONAL = "fungsional", "Fungsional"

    @property
    def is_jpt(self) -> bool:
        """Jabatan pimpinan tinggi."""
        return self in _JPT


_JPT = frozenset({PositionKind.JPT_UTAMA, PositionKind.JPT_MADYA, PositionKind.JPT_PRATAMA})


class Status(Code):
    """Status kepegawaian."""

    PNS = "PNS", "PNS"
    CPNS = "CPNS", "CPNS"
    PPPK = "PPPK", "PPPK"
    PPPK_PART_TIME = "PPPK_PARUH_WAKTU", "PPPK paruh waktu"


CONTRACTED = frozenset({Status.PPPK, Status.PPPK_PART_TIME})  # who serves by a contract, with grades of their own


class Education(Code):
    """Tingkat pendidikan; `level` orders them, D4 stands with S1 and profesi with S2."""

    level: int

    SD = "sd", "SD"
    SMP = "smp", "SMP"
    SMA = "sma", "SMA/SMK"
    D1 = "d1", "D1"
    D2 = "d2", "D2"
    D3 = "d3", "D3"
    D4 = "d4", "D4"
    S1 = "s1", "S1"
    PROFESSION = "profesi", "Profesi"
    S2 = "s2", "S2"
    S3 = "s3", "S3"


# Where each education stands; equal levels are equal before the law.
for _level, _codes in enumerate((
    (Education.SD,), (Education.SMP,), (Education.SMA,), (Education.D1,), (Education.D2,), (Education.D3,),
    (Education.D4, Education.S1), (Education.PROFESSION, Education.S2), (Education.S3,),
)):  # fmt: skip
    for _code in _codes:
        _code.level = _level


class SanctionLevel(OrderedCode):
    """Tingkat hukuman disiplin."""

    NONE = "tidak_ada", "Tidak ada"
    LIGHT = "ringan", "Ringan"
    MEDIUM = "sedang", "Sedang"
    HEAVY = "berat", "Berat"


class Sanction(OrderedCode):
    """Jenis hukuman disiplin."""

    NONE = "tidak_ada", "Tidak ada"
    ORAL_WARNING = "teguran_lisan", "Teguran lisan"
    WRITTEN_WARNING = "teguran_tertulis", "Teguran tertulis"
    WRITTEN_DISSATISFACTION = "tidak_puas_tertulis", "Pernyataan tidak puas secara tertulis"
    ALLOWANCE_CUT_6 = "potong_25_6_bulan", "Pemotongan tunjangan 25% selama 6 bulan"
    ALLOWANCE_CUT_9 = "potong_25_9_bulan", "Pemotongan tunjangan 25% selama 9 bulan"
    ALLOWANCE_CUT_12 = "potong_25_12_bulan", "Pemotongan tunjangan 25% selama 12 bulan"
    DEMOTION = "penurunan_jabatan_12_bulan", "Penurunan jabatan setingkat lebih rendah selama 12 bulan"
    REMOVAL = "pembebasan_jabatan_12_bulan", "Pembebasan dari jabatan menjadi pelaksana selama 12 bulan"
    DISMISSAL = "pemberhentian", "Pemberhentian dengan hormat tidak atas permintaan sendiri"


class Grade(OrderedCode):
    """Golongan ruang PNS; the label is the name of the rank."""

    I_A = "I/a", "Juru Muda"
    I_B = "I/b", "Juru Muda Tingkat I"
    I_C = "I/c", "Juru"
    I_D = "I/d", "Juru Tingkat I"
    II_A = "II/a", "Pengatur Muda"
    II_B = "II/b", "Pengatur Muda Tingkat I"
    II_C = "II/c", "Pengatur"
    II_D = "II/d", "Pengatur Tingkat I"
    III_A = "III/a", "Penata Muda"
    III_B = "III/b", "Penata Muda Tingkat I"
    III_C = "III/c", "Penata"
    III_D = "III/d", "Penata Tingkat I"
    IV_A = "IV/a", "Pembina"
    IV_B = "IV/b", "Pembina Tingkat I"
    IV_C = "IV/c", "Pembina Utama Muda"
    IV_D = "IV/d", "Pembina Utama Madya"
    IV_E = "IV/e", "Pembina Utama"

    @property
    def next(self) -> Grade | None:
        """The grade above; none above the highest."""
        return _NEXT_GRADE.get(self)


_NEXT_GRADE = dict(zip(list(Grade), list(Grade)[1:], strict=False))


class PPPKGrade(OrderedCode):
    """Golongan PPPK."""

    I = "I", "Golongan I"  # noqa: E741 - the law's own name
    II = "II", "Golongan II"
    III = "III", "Golongan III"
    IV = "IV", "Golongan IV"
    V = "V", "Golongan V"
    VI = "VI", "Golongan VI"
    VII = "VII", "Golongan VII"
    VIII = "VIII", "Golongan VIII"
    IX = "IX", "Golongan IX"
    X = "X", "Golongan X"
    XI = "XI", "Golongan XI"
    XII = "XII", "Golongan XII"
    XIII = "XIII", "Golongan XIII"
    XIV = "XIV", "Golongan XIV"
    XV = "XV", "Golongan XV"
    XVI = "XVI", "Golongan XVI"
    XVII = "XVII", "Golongan XVII"


class Echelon(Code):
    """Eselon, the older tier of structural posts."""

    I_A = "I.a", "Eselon I.a"
    I_B = "I.b", "Eselon I.b"
    II_A = "II.a", "Eselon II.a"
    II_B = "II.b", "Eselon II.b"
    III_A = "III.a", "Eselon III.a"
    III_B = "III.b", "Eselon III.b"
    IV_A = "IV.a", "Eselon IV.a"
    IV_B = "IV.b", "Eselon IV.b"
    V_A = "V.a", "Eselon V.a"


class Award(Code):
    """Penghargaan."""

    INTERNATIONAL = "internasional", "Internasional"
    NATIONAL = "nasional", "Nasional"
    CROSS_AGENCY = "lintas_instansi", "Lintas instansi"
    AGENCY = "instansi", "Instansi"
    NONE = "tidak_ada", "Tidak ada"


class TeamRole(Code):
    """Penugasan tim kerja."""

    LEADER_CROSS = "ketua_lintas", "Ketua tim lintas instansi"
    LEADER_INTERNAL = "ketua_internal", "Ketua tim internal"
    MEMBER_CROSS = "anggota_lintas", "Anggota tim lintas instansi"
    MEMBER_INTERNAL = "anggota_internal", "Anggota tim internal"
    NONE = "tidak_ada", "Tidak ada"


class Variety(Code):
    """Keragaman pengalaman jabatan."""

    CROSS_AGENCY = "lintas_instansi", "Lintas instansi"
    CROSS_UNIT = "lintas_unit", "Lintas unit"
    ONE_UNIT = "satu_unit", "Satu unit"


class Acting(Code):
    """Penugasan nondefinitif."""

    HEAD_OF_REGION = "pj_kepala_daerah", "Pj. kepala daerah"
    PLT_HIGHER = "plt_lebih_tinggi", "Plt. jabatan lebih tinggi"
    PLT_EQUAL = "plt_setara", "Plt. jabatan setara"
    PLH_HIGHER = "plh_lebih_tinggi", "Plh. jabatan lebih tinggi"
    PLH_EQUAL = "plh_setara", "Plh. jabatan setara"
    NONE = "tidak_ada", "Tidak ada"


class Sex(Code):
    """Jenis kelamin."""

    MALE = "L", "Laki-laki"
    FEMALE = "P", "Perempuan"


class Level(OrderedCode):
    """Tingkat potensi."""

    LOW = "rendah", "Rendah"
    MEDIUM = "menengah", "Menengah"
    HIGH = "tinggi", "Tinggi"


class CompetencyCategory(OrderedCode):
    """Kategori kesesuaian kompetensi dengan jabatan."""

    BELOW = "kurang_memenuhi_syarat", "Kurang memenuhi syarat"
    PARTLY = "masih_memenuhi_syarat", "Masih memenuhi syarat"
    MEETS = "memenuhi_syarat", "Memenuhi syarat"


class AppraisalScheme(Code):
    """Skema pembobotan nilai kinerja PP 30/2019."""

    WITHOUT_SURVEY = "70_30", "70% SKP dan 30% perilaku"
    WITH_SURVEY = "60_40", "60% SKP dan 40% perilaku"


class PositionGroup(Code):
    """Kelompok jabatan pada Indeks Profesionalitas ASN."""

    STRUCTURAL = "struktural", "Struktural"
    FUNCTIONAL = "fungsional", "Fungsional"
    EXECUTOR = "pelaksana", "Pelaksana"


class LeaveType(Code):
    """Jenis cuti."""

    ANNUAL = "tahunan", "Cuti tahunan"
    LONG = "besar", "Cuti besar"
    SICK = "sakit", "Cuti sakit"
    MATERNITY = "melahirkan", "Cuti melahirkan"
    COMPELLING = "alasan_penting", "Cuti karena alasan penting"
    CLTN = "cltn", "Cuti di luar tanggungan negara"


class Doctor(OrderedCode):
    """Surat keterangan dokter."""

    NONE = "tidak_ada", "Tidak ada"
    DOCTOR = "dokter", "Dokter"
    STATE_DOCTOR = "dokter_pemerintah", "Dokter pemerintah"


class LeaveReason(Code):
    """Alasan cuti karena alasan penting dan cuti di luar tanggungan negara; empty where a leave asks for none."""

    GRAVELY_ILL = "keluarga_inti_sakit_keras", "Keluarga inti sakit keras"
    DEATH = "keluarga_inti_meninggal", "Keluarga inti meninggal dunia"
    ESTATE = "mengurus_hak_keluarga_meninggal", "Mengurus hak anggota keluarga yang meninggal"
    MARRIAGE = "menikah", "Melangsungkan perkawinan"
    WIFE_GIVES_BIRTH = "istri_melahirkan", "Istri melahirkan"
    DISASTER = "kebakaran_atau_bencana", "Kebakaran rumah atau bencana alam"
    DANGEROUS_POST = "penempatan_rawan", "Penempatan di perwakilan yang rawan"
    FOLLOW_SPOUSE = "mengikuti_pasangan_tugas", "Mengikuti pasangan tugas negara atau tugas belajar"
    SPOUSE_WORKS = "pasangan_bekerja", "Mendampingi pasangan bekerja"
    FERTILITY = "program_keturunan", "Program mendapatkan keturunan"
    SPECIAL_NEEDS_CHILD = "anak_berkebutuhan_khusus", "Mendampingi anak berkebutuhan khusus"
    FAMILY_CARE = "keluarga_perawatan_khusus", "Mendampingi keluarga yang perlu perawatan khusus"
    PARENT_CARE = "orang_tua_sakit_atau_uzur", "Merawat orang tua yang sakit atau uzur"
    NONE = "", "Tidak diperlukan"


class LatenessVariant(Code):
    """Varian potongan keterlambatan."""

    PERMENTAN = "permentan", "Permentan 68/2012"
    KEMENDAGRI = "kemendagri", "Pola Kemendagri"
    KEMENKEU = "kemenkeu", "PMK 214/2011"


class DeductionBase(Code):
    """Dasar potongan TPP."""

    DISCIPLINE = "disiplin", "Bagian disiplin"
    WHOLE = "seluruh", "Seluruh TPP"


class ComplaintKind(Code):
    """Jenis pengaduan masyarakat."""

    INFORMATION = "permintaan_informasi", "Permintaan informasi"
    COMPLAINT = "pengaduan", "Pengaduan tidak berkadar pengawasan"
    OVERSIGHT = "pengawasan", "Pengaduan berkadar pengawasan"


def label_of(text: str) -> str:
    """What people read for a stored code; a code that no list names is at least free of its underscores."""
    return _labels().get(text, text.replace("_", " "))


@cache
def _labels() -> dict[str, str]:
    """Codes with the one label that all lists give them."""
    found: dict[str, set[str]] = {}
    for kind in (*Code.__subclasses__(), *OrderedCode.__subclasses__()):
        for code in kind:
            found.setdefault(code.value, set()).add(code.label)
    return {code: labels.pop() for code, labels in found.items() if len(labels) == 1}
