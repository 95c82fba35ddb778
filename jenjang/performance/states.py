"""Status kinerja: how a year, an SKP and an evaluation go on. `docs/reference/status-kinerja.md` is drawn from these tables."""

from __future__ import annotations

from jenjang.kernel import states
from jenjang.kernel.states import Machine, Move

YEAR = Machine(
    name="performanceyear",
    title="Tahun kinerja",
    labels={"berjalan": "Berjalan", "ditutup": "Ditutup"},
    initial="berjalan",
    moves=(
        Move("berjalan", "ditutup", "Tutup tahun"),
        Move("ditutup", "berjalan", "Buka kembali", needs_reason=True),
    ),
)

SKP = Machine(
    name="skp",
    title="SKP",
    labels={
        "rancangan": "Rancangan",
        "diajukan": "Menunggu persetujuan pimpinan",
        "ditetapkan": "Ditetapkan",
        "perubahan": "Sedang diubah",
        "ditutup": "Selesai",
        "dibatalkan": "Dibatalkan",
    },
    initial="rancangan",
    moves=(
        Move("rancangan", "diajukan", "Ajukan"),
        Move("rancangan", "dibatalkan", "Batalkan", needs_reason=True),
        Move("diajukan", "rancangan", "Kembalikan ke rancangan", needs_reason=True),
        Move("diajukan", "perubahan", "Kembalikan ke perubahan", needs_reason=True),
        Move("diajukan", "ditetapkan", "Tetapkan"),
        Move("ditetapkan", "perubahan", "Ubah", needs_reason=True),
        Move("perubahan", "diajukan", "Ajukan perubahan"),
        Move("ditetapkan", "ditutup", "Tutup"),
        Move("ditutup", "ditetapkan", "Buka kembali", needs_reason=True),
    ),
)

EVALUATION = Machine(
    name="evaluation",
    title="Evaluasi kinerja",
    labels={
        "terbuka": "Menunggu isian pegawai",
        "diisi": "Menunggu penilaian",
        "dinilai": "Dinilai, belum diserahkan",
        "dirilis": "Diserahkan, menunggu pegawai",
        "diterima": "Ditandatangani pegawai",
        "tanpa_tanggapan": "Selesai tanpa tanggapan",
        "keberatan": "Keberatan diperiksa",
        "diputus": "Keberatan diputus",
        "diubah": "Diubah sesudah diserahkan",
    },
    initial="terbuka",
    moves=(
        Move("terbuka", "diisi", "Kirim isian"),
        Move("diisi", "terbuka", "Tarik isian"),
        Move("terbuka", "dinilai", "Nilai tanpa isian"),
        Move("diisi", "dinilai", "Nilai"),
        Move("dinilai", "dinilai", "Nilai ulang", needs_reason=True),
        Move("dinilai", "dirilis", "Serahkan"),
        Move("dirilis", "diterima", "Tanda tangani"),
        Move("dirilis", "tanpa_tanggapan", "Tutup sesudah tenggat"),
        Move("dirilis", "keberatan", "Ajukan keberatan"),
        Move("keberatan", "diputus", "Putus", needs_reason=True),
        Move("diterima", "diubah", "Ubah", needs_reason=True),
        Move("tanpa_tanggapan", "diubah", "Ubah", needs_reason=True),
        Move("diputus", "diubah", "Ubah", needs_reason=True),
        Move("diubah", "diubah", "Ubah lagi", needs_reason=True),
    ),
)

MACHINES = (YEAR, SKP, EVALUATION)
RUNNING = "berjalan"
"""The state of a year in which SKP and evaluations go on."""
FINAL = frozenset({"diterima", "tanpa_tanggapan", "diputus", "diubah"})
"""Evaluations that are over: their predicate counts for the year."""
HANDED_OVER = FINAL | {"dirilis", "keberatan"}
"""Evaluations whose ratings the person has seen."""


def reference_page() -> str:
    """docs/reference/status-kinerja.md, drawn from the tables."""
    return states.reference_page(
        "Status dalam kinerja", "jenjang/performance/states.py", "jenjang performance states --write", MACHINES
    )
