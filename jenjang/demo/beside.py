"""Di luar hasil kerja rekaan: what leaders expect of conduct, what both wrote about support, reports and consequences."""

from __future__ import annotations

from jenjang.demo.posts import Plan
from jenjang.demo.sheets import Sheets, noon

EXPECTED = (
    ("berorientasi_pelayanan", "Pertanyaan warga dijawab pada hari yang sama, juga bila jawabannya belum lengkap."),
    ("akuntabel", "Angka dalam laporan dapat ditelusuri sampai berkasnya."),
    ("kompeten", "Satu hal yang dipelajari dibagikan kepada rekan setiap triwulan."),
    ("harmonis", "Perbedaan pendapat dibicarakan langsung dengan orangnya."),
    ("loyal", "Data pribadi warga dan pegawai tidak dibicarakan di luar pekerjaan."),
    ("adaptif", "Cara kerja yang baru dicoba dahulu sebelum dinilai."),
    ("kolaboratif", "Bidang lain yang terkena dampak diajak bicara sebelum keputusan dibuat."),
)
ANNEXES = (
    ("dukungan", "Laptop dan sambungan internet yang memadai."),
    ("dukungan", "Pendampingan pimpinan satu kali sebulan."),
    ("konsekuensi", "Hasil yang melampaui target diusulkan untuk penghargaan; yang belum tercapai dibahas dan dibina."),
    ("pertanggungjawaban", "Kemajuan dicatat tiap pekan dan dilaporkan kepada pimpinan tiap triwulan."),
)
"""As a page reads them: kind after kind, line after line."""
EACH = 2
"""Values of which a leader says something particular to one person."""


def write(sheets: Sheets, plan: Plan) -> tuple[dict[str, str], list[list[str]]]:
    """Expectations and annexes of an SKP, as its sealed version repeats them; a draft has none yet."""
    if plan.state == "rancangan":
        return {}, []
    start = plan.post.key % len(EXPECTED)
    chosen = [EXPECTED[(start + step) % len(EXPECTED)] for step in range(EACH)]
    for value, text in chosen:
        sheets.add("performance.BehaviourExpectation", skp_id=plan.key, value=value, text=text)
    for order, (kind, text) in enumerate(ANNEXES):
        sheets.add("performance.Annex", skp_id=plan.key, kind=kind, order=order, text=text)
    return dict(chosen), [list(one) for one in ANNEXES]


def give_role(sheets: Sheets, plan: Plan, leaders_result: int, text: str, taken: int) -> None:
    """A role that the leader wrote into the matrix and the person took over as a planned result."""
    sheets.add(
        "performance.RoleCell", leader_result_id=leaders_result, employee_id=plan.post.key, text=text, taken_id=taken,
        changed_at=noon(plan.post.since),
    )  # fmt: skip
