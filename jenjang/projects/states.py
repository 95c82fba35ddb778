"""Status tim kerja: how a team, a membership, a consent and a contribution go on. docs/reference/status-proyek.md is drawn from here."""

from __future__ import annotations

from jenjang.kernel import states
from jenjang.kernel.states import Machine, Move

PROJECT = Machine(
    name="project",
    title="Tim kerja",
    labels={
        "rancangan": "Rancangan",
        "menunggu": "Menunggu persetujuan",
        "berjalan": "Berjalan",
        "selesai": "Selesai",
        "dihentikan": "Dihentikan",
        "dibatalkan": "Dibatalkan",
    },
    initial="rancangan",
    moves=(
        Move("rancangan", "menunggu", "Ajukan"),
        Move("rancangan", "dibatalkan", "Batalkan", needs_reason=True),
        Move("menunggu", "berjalan", "Mulai"),
        Move("menunggu", "rancangan", "Kembalikan ke rancangan", needs_reason=True),
        Move("menunggu", "dibatalkan", "Batalkan", needs_reason=True),
        Move("berjalan", "selesai", "Selesaikan"),
        Move("berjalan", "dihentikan", "Hentikan", needs_reason=True),
    ),
)

MEMBERSHIP = Machine(
    name="membership",
    title="Keanggotaan tim",
    labels={
        "diusulkan": "Diusulkan",
        "aktif": "Ikut serta",
        "ditolak": "Tidak disetujui",
        "keluar": "Keluar",
        "selesai": "Selesai",
    },
    initial="diusulkan",
    moves=(
        Move("diusulkan", "aktif", "Terima"),
        Move("diusulkan", "ditolak", "Tolak", needs_reason=True),
        Move("diusulkan", "keluar", "Tarik usulan", needs_reason=True),
        Move("ditolak", "diusulkan", "Usulkan lagi"),
        Move("keluar", "diusulkan", "Usulkan lagi"),
        Move("aktif", "keluar", "Keluar", needs_reason=True),
        Move("aktif", "selesai", "Selesai"),
    ),
)

CONSENT = Machine(
    name="consent",
    title="Persetujuan pimpinan unit",
    labels={
        "diminta": "Menunggu jawaban",
        "disetujui": "Disetujui",
        "ditolak": "Tidak disetujui",
        "dinaikkan": "Tenggat lewat, naik ke atasan",
        "gugur": "Tidak diperlukan lagi",
    },
    initial="diminta",
    moves=(
        Move("diminta", "disetujui", "Setujui"),
        Move("diminta", "ditolak", "Tolak", needs_reason=True),
        Move("diminta", "dinaikkan", "Naikkan sesudah tenggat"),
        Move("diminta", "gugur", "Gugurkan"),
    ),
)

CONTRIBUTION = Machine(
    name="contribution",
    title="Kontribusi anggota",
    labels={
        "diajukan": "Menunggu konfirmasi",
        "dikembalikan": "Dikembalikan",
        "dikonfirmasi": "Dikonfirmasi",
    },
    initial="diajukan",
    moves=(
        Move("diajukan", "dikonfirmasi", "Konfirmasi"),
        Move("diajukan", "dikembalikan", "Kembalikan", needs_reason=True),
        Move("dikembalikan", "diajukan", "Ajukan lagi"),
    ),
)

MACHINES = (PROJECT, MEMBERSHIP, CONSENT, CONTRIBUTION)
OVER = frozenset({"selesai", "dihentikan", "dibatalkan"})
"""Teams in which nothing is done any more."""


def reference_page() -> str:
    """docs/reference/status-proyek.md, drawn from the tables."""
    return states.reference_page(
        "Status dalam tim kerja", "jenjang/projects/states.py", "jenjang projects states --write", MACHINES
    )
