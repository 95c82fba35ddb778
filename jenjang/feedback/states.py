"""Status umpan balik: how a 360-degree round and a rater go on. `docs/reference/status-umpan-balik.md` is drawn from here."""

from __future__ import annotations

from jenjang.kernel import states
from jenjang.kernel.states import Machine, Move

ROUND = Machine(
    name="round",
    title="Putaran 360 derajat",
    labels={
        "disiapkan": "Penilai sedang diusulkan",
        "berjalan": "Berjalan",
        "dihitung": "Hasil sedang dihitung",
        "ditutup": "Selesai",
        "dibatalkan": "Dibatalkan",
    },
    initial="disiapkan",
    moves=(
        Move("disiapkan", "berjalan", "Mulai"),
        Move("disiapkan", "dibatalkan", "Batalkan", needs_reason=True),
        Move("berjalan", "dihitung", "Hitung hasil"),
        Move("berjalan", "dibatalkan", "Batalkan", needs_reason=True),
        Move("dihitung", "ditutup", "Tutup"),
    ),
)

RATER = Machine(
    name="rater",
    title="Penilai 360 derajat",
    labels={
        "aktif": "Menilai",
        "disanggah": "Disanggah, menunggu putusan atasan",
        "diganti": "Sanggahan diterima, diganti",
        "mundur": "Mengundurkan diri, diganti",
    },
    initial="aktif",
    moves=(
        Move("aktif", "disanggah", "Sanggah", needs_reason=True),
        Move("disanggah", "aktif", "Tolak sanggahan", needs_reason=True),
        Move("disanggah", "diganti", "Terima sanggahan", needs_reason=True),
        Move("aktif", "mundur", "Mundur", needs_reason=True),
    ),
)

MACHINES = (ROUND, RATER)


def reference_page() -> str:
    """docs/reference/status-umpan-balik.md, drawn from the tables."""
    return states.reference_page(
        "Status dalam umpan balik", "jenjang/feedback/states.py", "jenjang feedback states --write", MACHINES
    )
