"""Kode BKN: the few small code tables that the exchange needs, and what they mean here. Source: SIASN reference tables."""

from jenjang.law.codes import CareerLevel, Education, PositionKind, Status

EDUCATION = {
    "05": Education.SD, "10": Education.SMP, "12": Education.SMP, "15": Education.SMA,
    "17": Education.SMA, "18": Education.SMA, "20": Education.D1, "25": Education.D2,
    "30": Education.D3, "35": Education.D4, "40": Education.S1, "42": Education.PROFESSION,
    "45": Education.S2, "50": Education.S3,
}  # fmt: skip
EDUCATION_NAMES = {
    "sekolah dasar": Education.SD, "sd": Education.SD, "sltp": Education.SMP, "smp": Education.SMP,
    "sltp kejuruan": Education.SMP, "slta": Education.SMA, "sma": Education.SMA,
    "slta kejuruan": Education.SMA, "slta keguruan": Education.SMA, "diploma i": Education.D1,
    "diploma ii": Education.D2, "diploma iii/sarjana muda": Education.D3, "diploma iii": Education.D3,
    "diploma iv": Education.D4, "s-1/sarjana": Education.S1, "s-1": Education.S1,
    "profesi": Education.PROFESSION, "s-2": Education.S2, "s-3/doktor": Education.S3, "s-3": Education.S3,
}  # fmt: skip

STATUS = {
    "P": Status.PNS,
    "PNS": Status.PNS,
    "C": Status.CPNS,
    "CPNS": Status.CPNS,
    "PPPK": Status.PPPK,
    "PPPK PARUH WAKTU": Status.PPPK_PART_TIME,
}

SEX = {"M": "L", "L": "L", "PRIA": "L", "LAKI-LAKI": "L", "F": "P", "P": "P", "W": "P", "WANITA": "P", "PEREMPUAN": "P"}

ECHELON = {
    "11": "I.a", "12": "I.b", "21": "II.a", "22": "II.b", "31": "III.a", "32": "III.b", "41": "IV.a", "42": "IV.b",
    "51": "V.a", "52": "V.b",
}  # fmt: skip
ECHELON_KIND = {
    "11": PositionKind.JPT_MADYA, "12": PositionKind.JPT_MADYA, "21": PositionKind.JPT_PRATAMA, "22": PositionKind.JPT_PRATAMA,
    "31": PositionKind.ADMINISTRATOR, "32": PositionKind.ADMINISTRATOR, "41": PositionKind.SUPERVISOR,
    "42": PositionKind.SUPERVISOR, "51": PositionKind.EXECUTOR, "52": PositionKind.EXECUTOR,
}  # fmt: skip

STRUCTURAL, FUNCTIONAL, DOUBLE, EXECUTIVE = "1", "2", "3", "4"
POSITION_TYPES = {
    "jabatan struktural": STRUCTURAL, "jabatan fungsional tertentu": FUNCTIONAL, "jabatan fungsional": FUNCTIONAL,
    "jabatan rangkap (struktural dan fungsional)": DOUBLE, "jabatan fungsional umum": EXECUTIVE, "jabatan pelaksana": EXECUTIVE,
}  # fmt: skip

# The level stands at the end of a functional position's name: "Guru Ahli Muda", "Perawat Terampil".
LEVEL_NAMES = (
    ("ahli pertama", CareerLevel.FIRST_EXPERT), ("ahli muda", CareerLevel.JUNIOR_EXPERT), ("ahli madya", CareerLevel.SENIOR_EXPERT),
    ("ahli utama", CareerLevel.PRINCIPAL_EXPERT), ("pemula", CareerLevel.BEGINNER), ("terampil", CareerLevel.SKILLED),
    ("mahir", CareerLevel.PROFICIENT), ("penyelia", CareerLevel.SUPERVISING), ("pelaksana lanjutan", CareerLevel.PROFICIENT),
    ("pertama", CareerLevel.FIRST_EXPERT), ("muda", CareerLevel.JUNIOR_EXPERT), ("madya", CareerLevel.SENIOR_EXPERT),
    ("utama", CareerLevel.PRINCIPAL_EXPERT),
)  # fmt: skip


def career_level(title: str) -> CareerLevel:
    """Jenjang: read from the end of a functional position's name; `tidak_ada` where the name carries none."""
    words = " ".join(title.lower().split())
    return next((level for ending, level in LEVEL_NAMES if words.endswith(ending)), CareerLevel.NONE)
