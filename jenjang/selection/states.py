"""Status dan perpindahannya: each state machine of a selection is a table; what is not in the table cannot happen.

The newest row of `<subject>_transition` is the state. `docs/reference/status-seleksi.md` is drawn from these tables.
"""

from __future__ import annotations

from jenjang.kernel import states
from jenjang.kernel.states import Machine, Move

VACANCY = Machine(
    name="vacancy",
    title="Lowongan",
    labels={
        "rancangan": "Rancangan",
        "diumumkan": "Diumumkan",
        "diperingkat": "Peringkat diumumkan",
        "dinilai": "Dinilai",
        "tiga_nama": "Tiga nama",
        "diusulkan": "Diusulkan",
        "ditetapkan": "Ditetapkan",
        "dilantik": "Dilantik",
        "tidak_terisi": "Tidak terisi",
        "dibatalkan": "Dibatalkan",
    },
    initial="rancangan",
    moves=(
        Move("rancangan", "diumumkan", "Umumkan"),
        Move("rancangan", "dibatalkan", "Batalkan", needs_reason=True),
        Move("diumumkan", "diumumkan", "Umumkan ulang", needs_reason=True),
        Move("diumumkan", "diperingkat", "Hitung peringkat"),
        Move("diumumkan", "dinilai", "Mulai penilaian"),
        Move("diumumkan", "tidak_terisi", "Tutup tanpa hasil", needs_reason=True),
        Move("diumumkan", "dibatalkan", "Batalkan", needs_reason=True),
        Move("diperingkat", "diumumkan", "Umumkan ulang", needs_reason=True),
        Move("diperingkat", "diperingkat", "Hitung ulang", needs_reason=True),
        Move("diperingkat", "dinilai", "Mulai penilaian"),
        Move("diperingkat", "tiga_nama", "Ajukan tiga nama"),
        Move("diperingkat", "tidak_terisi", "Tutup tanpa hasil", needs_reason=True),
        Move("diperingkat", "dibatalkan", "Batalkan", needs_reason=True),
        Move("dinilai", "diperingkat", "Gabungkan nilai"),
        Move("dinilai", "tidak_terisi", "Tutup tanpa hasil", needs_reason=True),
        Move("dinilai", "dibatalkan", "Batalkan", needs_reason=True),
        Move("tiga_nama", "diperingkat", "Kembalikan ke peringkat", needs_reason=True),
        Move("tiga_nama", "diusulkan", "Usulkan"),
        Move("tiga_nama", "dibatalkan", "Batalkan", needs_reason=True),
        Move("diusulkan", "tiga_nama", "Kembalikan ke tim", needs_reason=True),
        Move("diusulkan", "diperingkat", "Hitung ulang", needs_reason=True),
        Move("diusulkan", "ditetapkan", "Tetapkan"),
        Move("diusulkan", "dibatalkan", "Batalkan", needs_reason=True),
        Move("ditetapkan", "dilantik", "Lantik"),
        Move("ditetapkan", "diusulkan", "Batalkan penetapan", needs_reason=True),
    ),
)

APPLICATION = Machine(
    name="application",
    title="Lamaran",
    labels={
        "rancangan": "Rancangan",
        "diajukan": "Diajukan",
        "btl": "Berkas belum lengkap",
        "ms": "Memenuhi syarat",
        "tms": "Tidak memenuhi syarat",
        "ditarik": "Ditarik",
    },
    initial="rancangan",
    moves=(
        Move("rancangan", "diajukan", "Ajukan"),
        Move("rancangan", "ditarik", "Tarik"),
        Move("diajukan", "ms", "Nyatakan memenuhi syarat"),
        Move("diajukan", "tms", "Nyatakan tidak memenuhi syarat", needs_reason=True),
        Move("diajukan", "btl", "Minta kelengkapan", needs_reason=True),
        Move("diajukan", "ditarik", "Tarik"),
        Move("btl", "diajukan", "Ajukan ulang"),
        Move("btl", "tms", "Nyatakan tidak memenuhi syarat", needs_reason=True),
        Move("btl", "ditarik", "Tarik"),
        Move("ms", "tms", "Batalkan kelulusan berkas", needs_reason=True),
        Move("ms", "ditarik", "Tarik"),
    ),
)

OBJECTION = Machine(
    name="objection",
    title="Keberatan",
    labels={
        "diajukan": "Diajukan",
        "diperiksa": "Diperiksa",
        "diterima": "Diterima",
        "ditolak": "Ditolak",
        "ditarik": "Ditarik",
    },
    initial="diajukan",
    moves=(
        Move("diajukan", "diperiksa", "Periksa"),
        Move("diajukan", "ditarik", "Tarik"),
        Move("diperiksa", "diterima", "Terima", needs_reason=True),
        Move("diperiksa", "ditolak", "Tolak", needs_reason=True),
        Move("diperiksa", "ditarik", "Tarik"),
    ),
)

MACHINES = (VACANCY, APPLICATION, OBJECTION)


def reference_page() -> str:
    """docs/reference/status-seleksi.md, drawn from the tables."""
    return states.reference_page(
        "Status dalam seleksi", "jenjang/selection/states.py", "jenjang selection states --write", MACHINES
    )
