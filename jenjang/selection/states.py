"""Status dan perpindahannya: each state machine of a selection is a table; what is not in the table cannot happen.

The newest row of `<subject>_transition` is the state. `docs/reference/status-seleksi.md` is drawn from these tables.
"""

from __future__ import annotations

from dataclasses import dataclass

from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused


@dataclass(frozen=True, slots=True)
class Move:
    """Perpindahan: from where to where, what is done, and whether it needs a reason in words."""

    source: str
    target: str
    verb: str
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class Machine:
    """Alur status: its states with labels, where it begins, and every permitted move."""

    name: str
    title: str
    labels: dict[str, str]
    initial: str
    moves: tuple[Move, ...]

    @property
    def ends(self) -> frozenset[str]:
        """States from which nothing follows."""
        return frozenset(self.labels) - {move.source for move in self.moves}

    def next(self, state: str) -> tuple[Move, ...]:
        """The moves that are open from a state."""
        return tuple(move for move in self.moves if move.source == state)

    def find(self, source: str, target: str) -> Move | None:
        """The move between two states, if there is one."""
        return next((move for move in self.moves if (move.source, move.target) == (source, target)), None)

    def check(self, source: str, target: str, reason: str = "") -> Move:
        """The move, or `Refused` with a sentence that names what is open instead."""
        move = self.find(source, target)
        if move is None:
            raise Refused(Decision([Finding(False, self._why_not(source, target), code="status")], None))
        if move.needs_reason and not reason.strip():
            sentence = f"{move.verb} memerlukan alasan tertulis."
            raise Refused(Decision([Finding(False, sentence, code="alasan")], None))
        return move

    def _why_not(self, source: str, target: str) -> str:
        open_moves = [self.labels[move.target] for move in self.next(source)]
        onwards = (
            f"Dari sini hanya dapat menjadi: {', '.join(open_moves)}." if open_moves else "Status ini sudah akhir."
        )
        return f"{self.title} kini “{self.labels[source]}”, tidak dapat menjadi “{self.labels[target]}”. {onwards}"

    def diagram(self) -> str:
        """The machine as a mermaid state diagram."""
        lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {self.initial}"]
        lines += [f"    {state} : {label}" for state, label in self.labels.items()]
        lines += [
            f"    {move.source} --> {move.target} : {move.verb}{' (dengan alasan)' if move.needs_reason else ''}"
            for move in self.moves
        ]
        lines += [f"    {state} --> [*]" for state in self.labels if state in self.ends]
        return "\n".join([*lines, "```"])


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
    head = (
        "# Status dalam seleksi\n\n"
        "Halaman ini dibuat dari `jenjang/selection/states.py`: ubah tabelnya, lalu jalankan\n"
        "`jenjang selection states --write`.\n"
    )
    return head + "".join(f"\n## {machine.title}\n\n{machine.diagram()}\n" for machine in MACHINES)
