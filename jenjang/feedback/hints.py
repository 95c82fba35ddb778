"""Saran menulis: is it about an act, is there a next step. A gentle hint while somebody writes; it never blocks. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

FEW_WORDS = 8
# Words about what somebody is rather than what somebody did.
TRAITS = (
    "malas", "rajin", "pemalas", "bodoh", "pintar", "cerdas", "lambat", "lelet", "egois", "sombong", "jutek", "cuek", "ceroboh",
    "teledor", "berbakat", "pendiam", "cerewet", "emosional", "tidak becus", "tak becus", "tidak kompeten", "orangnya", "sikapmu",
    "kepribadian", "sifatnya", "sifat anda", "karakter", "baik hati",
)  # fmt: skip
# Words that say always or never: what was seen is a certain time.
SWEEPING = ("selalu", "tidak pernah", "tak pernah", "setiap kali", "dari dulu", "terus-terusan", "semua orang", "pasti")
# Words of an act: somebody did something, somewhere, on a day.
ACTS = (
    "ketika", "saat", "waktu", "kemarin", "tadi", "minggu", "pekan", "bulan", "tanggal", "senin", "selasa", "rabu", "kamis", "jumat",
    "rapat", "laporan", "berkas", "kunjungan", "layanan", "pasien", "warga", "murid", "siswa", "data", "surat", "telepon", "loket", "kelas",
    "kegiatan", "acara", "tim", "proyek", "jadwal", "tenggat",
)  # fmt: skip
_DEED = re.compile(
    r"\b(?:me(?:m|n|ng|ny)?[a-z]{3,}(?:kan|i)?|di[a-z]{4,}|ber[a-z]{4,}|datang|hadir|selesai|bantu|ajak|jelaskan|siapkan|kirim)\b"
)
# Words that only look like deeds: little words, and what the writer thinks of somebody.
_NOT_DEEDS = frozenset((
    *TRAITS, "memang", "menurut", "mereka", "menjadi", "meski", "meskipun", "dia", "dirinya", "berbeda", "berarti", "mengapa", "mengenai",
    "melainkan", "memiliki", "mempunyai", "merasa", "media", "bersama", "berbagai", "bersifat", "berikutnya", "dirimu", "digital",
    "disiplin", "memalukan", "menyebalkan", "menjengkelkan", "mengecewakan", "menyenangkan", "memuaskan", "mengagumkan", "mengesankan",
    "membanggakan", "berkualitas", "bermutu", "berprestasi", "berwibawa", "berdedikasi", "berintegritas", "bertanggung",
))  # fmt: skip
NEXT = (
    "lain kali", "berikutnya", "selanjutnya", "ke depan", "kedepan", "mulai ", "coba", "sebaiknya", "bagaimana kalau", "mari", "ajukan",
    "lanjutkan", "pertahankan", "teruskan", "usul saya", "saran saya", "besok", "minggu depan", "bulan depan", "akan ",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Hint:
    """Satu saran: what is there already, or what would help; `code` is for pages and tests."""

    code: str
    met: bool
    text: str


def hints_for(text: str, next_step: str = "") -> list[Hint]:
    """What would make a note more useful to its reader. Nothing for an empty note: nobody is told off before writing."""
    plain = " ".join(text.lower().split())
    if not plain:
        return []
    return [_about_an_act(plain), _with_a_next_step(plain, next_step), *_wording(text, plain)]


def _about_an_act(plain: str) -> Hint:
    trait = _first(TRAITS, plain)
    if trait and not _is_an_act(plain):
        said = f"“{trait}” menilai orangnya. Ceritakan satu kejadian: apa yang dilakukan, kapan, dan apa akibatnya."
        return Hint("perbuatan", False, said)
    if _is_an_act(plain):
        return Hint("perbuatan", True, "Menyebut perbuatan yang dapat diingat pembacanya.")
    return Hint("perbuatan", False, "Sebut satu perbuatan: apa yang Anda lihat, kapan, dan apa akibatnya.")


def _is_an_act(plain: str) -> bool:
    words = _WORD.findall(plain)
    deeds = [word for word in words if _DEED.fullmatch(word) and word not in _NOT_DEEDS]
    return len(words) >= FEW_WORDS and bool(deeds) and bool(set(words) & set(ACTS) or re.search(r"\d", plain))


def _with_a_next_step(plain: str, next_step: str) -> Hint:
    if next_step.strip() or _first(NEXT, plain):
        return Hint("langkah", True, "Ada langkah berikut.")
    return Hint("langkah", False, "Tambahkan satu langkah: apa yang dipertahankan, atau dicoba lain kali.")


def _wording(text: str, plain: str) -> list[Hint]:
    found = []
    sweeping = _first(SWEEPING, plain)
    if sweeping:
        said = f"“{sweeping}” mudah dibantah. Satu kejadian yang jelas lebih mudah diterima."
        found.append(Hint("menyamaratakan", False, said))
    letters = [sign for sign in text if sign.isalpha()]
    shouts = len(letters) > 2 * FEW_WORDS and sum(sign.isupper() for sign in letters) * 2 > len(letters)
    if shouts or "!!" in text:
        found.append(Hint("nada", False, "Huruf besar dan tanda seru terbaca seperti membentak."))
    return found


def _first(words: tuple[str, ...], plain: str) -> str:
    return next((word for word in words if re.search(rf"(?<!\w){re.escape(word.strip())}(?!\w)", plain)), "").strip()
