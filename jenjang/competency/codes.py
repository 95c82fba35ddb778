"""Kompetensi manajerial dan sosial kultural (PermenPANRB 38/2017): eight and one, under the codes that assessments use."""

COMPETENCIES = {
    "integritas": "Integritas",
    "kerja_sama": "Kerja sama",
    "komunikasi": "Komunikasi",
    "orientasi_pada_hasil": "Orientasi pada hasil",
    "pelayanan_publik": "Pelayanan publik",
    "pengembangan_diri_dan_orang_lain": "Pengembangan diri dan orang lain",
    "mengelola_perubahan": "Mengelola perubahan",
    "pengambilan_keputusan": "Pengambilan keputusan",
    "perekat_bangsa": "Perekat bangsa",
}


def label_of(code: str) -> str:
    """The name of a competency; one that only an import knows is shown by its code, in words."""
    return COMPETENCIES.get(code, code.replace("_", " ").capitalize())
