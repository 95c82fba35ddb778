"""Isi sebuah jabatan: whether kind, career level and echelon can stand together, on a seat or in a history."""

from __future__ import annotations

from collections.abc import Iterator

from jenjang.kernel import clock
from jenjang.kernel.policy import law_on
from jenjang.law.codes import CareerLevel, PositionKind

LABELS = {str(kind): kind.label for kind in PositionKind}


def contradictions(kind: str, career_level: str, echelon: str) -> Iterator[tuple[str, str]]:
    """What of a post contradicts its kind, as field and sentence; what is not given contradicts nothing."""
    if kind != PositionKind.FUNCTIONAL and career_level not in ("", CareerLevel.NONE):
        yield (
            "career_level",
            f"Hanya jabatan fungsional berjenjang, bukan {LABELS[kind]}. Pilih “Tidak ada”, atau betulkan jenisnya.",
        )
    kinds = law_on(clock.today())["jabatan.eselon"].value.get(echelon, [kind])
    if kind not in kinds:
        told = " atau ".join(LABELS[one] for one in kinds)
        yield "echelon", f"Eselon {echelon} ialah jabatan {told}, bukan {LABELS[kind]}. Samakan salah satunya."
