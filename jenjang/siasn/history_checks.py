"""Pemeriksaan silang sebuah riwayat: what the cells of one row say of one another. Pure.

A fault refuses the row; a doubt goes in and is told, for BKN's own record may be the one that is right.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from jenjang.law.catalogue import evaluate
from jenjang.law.codes import CareerLevel, Predicate, SanctionLevel
from jenjang.siasn import codes as siasn
from jenjang.siasn import history_codes as codes

Values = Mapping[str, Any]
Said = tuple[str, str]  # the column, and a sentence
Check = Callable[[Values], Iterator[Said]]
PARENTS, CHILD = frozenset({"ayah", "ibu", "orang_tua"}), "anak"


def nothing(values: Values) -> Iterator[Said]:
    """Nothing to say of one another."""
    yield from ()


def predicate_follows_ratings(values: Values) -> Iterator[Said]:
    """Predikat kinerja (PermenPANRB 6/2022) follows from the two ratings, in years in which that is the law."""
    given = values["KuadranKinerjaNilai"]
    due = _due(values["hasilKinerjaNilai"], values["PerilakuKerjaNilai"], values["tahun"])
    if due and due != given:
        yield (
            "KuadranKinerjaNilai",
            f"Predikat {_label(given)}, tetapi kedua ratingnya berarti {_label(due)}. Dicatat seperti di SIASN; periksa.",
        )


@cache
def _due(result: str, behaviour: str, year: int) -> str:
    facts = {"result_rating": result, "behaviour_rating": behaviour}
    answer = evaluate("kinerja.predikat", date(year, 12, 31).isoformat(), facts)
    return str(answer["result"]["predicate"]) if "result" in answer else ""


def _label(predicate: str) -> str:
    return Predicate.of(predicate).label.lower()


def months_in_order(values: Values) -> Iterator[Said]:
    """A periodic rating speaks of months in their order."""
    if values["bulanSelesaiPenilaian"] < values["bulanMulaiPenilaian"]:
        yield "bulanSelesaiPenilaian", "Bulan terakhir mendahului bulan pertama."


def credit_points_count(values: Values) -> Iterator[Said]:
    """Angka kredit of a level, in months in their order, and of a kind that adds up: what is older comes in by its integration."""
    if siasn.career_level(values["namaJabatan"]) == CareerLevel.NONE:
        yield (
            "namaJabatan",
            "Jenjang tidak terbaca. Tulis nama jabatan sampai jenjangnya, misalnya Arsiparis Ahli Muda.",
        )
    first, last = ((values[f"tahun{end}Penailan"], values[f"bulan{end}Penailan"]) for end in ("Mulai", "Selesai"))
    if last < first:
        yield "bulanSelesaiPenailan", "Bulan terakhir mendahului bulan pertama."
    if not any(values[flag] for flag in ("isKonversi", "isIntegrasi", "isAngkaKreditPertama")):
        yield (
            "isKonversi",
            "Isi 1 pada isKonversi, isIntegrasi, atau isAngkaKreditPertama. Angka kredit konvensional masuk lewat integrasinya.",
        )


def structural_has_echelon(values: Values) -> Iterator[Said]:
    """A structural post is known by its echelon, others have none."""
    if values["jenisJabatan"] == siasn.STRUCTURAL and not siasn.ECHELON.get(values["eselonId"]):
        yield "eselonId", "Jabatan struktural perlu kode eselon, misalnya 32 untuk III.b."


def post_is_plain(values: Values) -> Iterator[Said]:
    """What is odd about a post, and how it is taken."""
    others = (siasn.FUNCTIONAL, siasn.EXECUTIVE)
    if values["jenisJabatan"] in others and siasn.ECHELON.get(values["eselonId"]):
        yield "eselonId", "Hanya jabatan struktural yang bereselon; eselonnya tidak dicatat. Periksa jenisJabatan."
    if values["jenisPenugasanId"] in ("plt", "plh", "pj") and values["sampai"] is None:
        yield (
            "sampai",
            "Penugasan sementara tanpa hari terakhir dianggap masih berjalan. Isi kolom sampai bila sudah selesai.",
        )


def sanction_ends(values: Values) -> Iterator[Said]:
    """A sanction of a certain length without its length would be served for ever."""
    code = values["jenisHukuman"]
    has_end = values["akhirHukumTanggal"] or values["masaTahun"] or values["masaBulan"]
    if not has_end and codes.sanction_level(code) != SanctionLevel.LIGHT and code not in codes.FINAL_SANCTIONS:
        yield "masaBulan", "Tanpa lamanya, hukuman ini dianggap masih dijalani. Isi masaBulan atau akhirHukumTanggal."


def graduated_in_that_year(values: Values) -> Iterator[Said]:
    """Tahun lulus is the year of the day of graduation."""
    day = values["tglLulus"]
    if day and day.year != values["tahunLulus"]:
        yield (
            "tglLulus",
            f"Tanggal lulus {day:%d-%m-%Y}, tetapi tahun lulusnya {values['tahunLulus']}. Periksa salah satunya.",
        )


def generations(values: Values, own_birth: date) -> Iterator[Said]:
    """A child is born after the parent."""
    born, relation = values["tanggalLahir"], values["hubungan"]
    if born and (born <= own_birth if relation == CHILD else born >= own_birth and relation in PARENTS):
        yield "tanggalLahir", f"Lahir {born:%d-%m-%Y}, tidak mungkin {relation} dari yang lahir {own_birth:%d-%m-%Y}."
