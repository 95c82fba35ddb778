"""Kata-kata tentang hasil: rungs towards a rank and a level, parts of the index, in the words of the person who reads."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from jenjang.law.codes import Predicate, label_of
from jenjang.performance.credit import ORIGINS, Standing
from jenjang.performance.models import CreditPointRecord
from jenjang.ui import formats
from jenjang.ui.parts import Part, Rung

if TYPE_CHECKING:
    from jenjang.performance.index_steps import Today

DIMENSIONS = (
    ("qualification", "Kualifikasi"),
    ("competence", "Kompetensi"),
    ("performance", "Kinerja"),
    ("discipline", "Disiplin"),
)
CATEGORIES = {
    "sangat_tinggi": "Sangat tinggi", "tinggi": "Tinggi", "sedang": "Sedang", "rendah": "Rendah",
    "sangat_rendah": "Sangat rendah",
}  # fmt: skip


def credit_rungs(standing: Standing) -> list[Rung]:
    """Towards the next rank and the next level: how far, what is missing, what the running year would bring."""
    total = standing.total
    if total is None:
        return []
    found = []
    for title, need, short in (
        ("Kenaikan pangkat", total.rank_need, total.rank_shortfall), ("Kenaikan jenjang", total.level_need, total.level_shortfall)
    ):  # fmt: skip
        if need is None or short is None:
            last = (
                "Pangkat berikutnya terbuka sesudah naik jenjang."
                if title == "Kenaikan pangkat"
                else "Jenjang ini yang teratas."
            )
            found.append(Rung(title, last, 0 if title == "Kenaikan pangkat" else 1))
            continue
        share = float(min(total.total / need, Decimal(1))) if need else 1.0
        found.append(
            Rung(
                f"{title}: {formats.score(need)}",
                _detail(standing, total.total, short),
                share,
                cites=_cites(standing, title),
            )
        )
    return found


def _detail(standing: Standing, total: Decimal, short: Decimal) -> str:
    if not short:
        return f"{formats.score(total)} kini; angka kredit cukup. Syarat lain: predikat, masa jabatan, dan formasi."
    enough = [(code, points) for code, points in standing.coming if points >= short]
    if enough:
        code, points = enough[0]
        return f"{formats.score(total)} kini, kurang {formats.score(short)}. Cukup bila predikat tahun ini {code.label} (+{formats.score(points)})."
    code, points = standing.coming[0]
    years = -(-short // points) if points else 0
    return f"{formats.score(total)} kini, kurang {formats.score(short)}. Dengan predikat {code.label} setiap tahun (+{formats.score(points)}): {years} tahun lagi."


def _cites(standing: Standing, title: str) -> Sequence[str]:
    code = "pangkat" if title == "Kenaikan pangkat" else "jenjang"
    findings = standing.decision.findings if standing.decision else ()
    return next((finding.cites for finding in findings if finding.code == code), ())


def credit_rows(rows: Sequence[CreditPointRecord]) -> list[dict[str, object]]:
    """The lines as a table shows them."""
    return [
        {
            "row": row, "level": label_of(row.career_level), "origin": ORIGINS.get(row.origin, row.origin),
            "predicate": Predicate.of(row.predicate).label if row.predicate else "–",
        }
        for row in rows
    ]  # fmt: skip


def index_parts(today: Today) -> list[Part]:
    """Four dimensions with the most that each can be."""
    return [Part(label, getattr(today.decision.result, name), today.highest[name]) for name, label in DIMENSIONS]


def index_lead(today: Today) -> str:
    """The score and its category in a sentence."""
    index = today.decision.result
    return f"{formats.score(index.score)} dari 100: {CATEGORIES.get(index.category, index.category).lower()}"
