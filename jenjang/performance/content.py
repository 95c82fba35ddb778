"""Isi SKP: the whole of it as canonical JSON, which is what person and leader agree, and what is sealed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from jenjang.performance.models import SKP, Annex, BehaviourExpectation, PlannedResult

FORMAT = 1


def content_of(skp: SKP) -> str:
    """Results in their order with what they serve, expectations, annexes, appraiser: everything that was agreed."""
    results = skp.results.filter(dropped=False).select_related("parent").prefetch_related("indicators")
    return content_from(skp, results, skp.expectations.all(), skp.annexes.all())


def content_from(
    skp: SKP, results: Iterable[PlannedResult], expectations: Iterable[BehaviourExpectation], annexes: Iterable[Annex]
) -> str:
    """The same from what a page has read already."""
    return canonical({
        "format": FORMAT,
        "tahun": skp.year.year,
        "jabatan": skp.title,
        "unit": skp.unit_id,
        "mulai": skp.effective_from.isoformat(),
        "sampai": skp.until.isoformat() if skp.until else None,
        "pendekatan": skp.approach,
        "penilai": skp.appraiser_id,
        "dinilai_kepala_daerah": skp.by_authority,
        "hasil_kerja": [_result(one) for one in results],
        "ekspektasi_khusus": {one.value: one.text for one in expectations},
        "lampiran": [[one.kind, one.text] for one in annexes],
    })  # fmt: skip


def canonical(content: Any) -> str:
    """One text for one content: keys in order, no blanks, letters as they are."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(content: str) -> dict[str, Any]:
    """A sealed version as plain values."""
    found: dict[str, Any] = json.loads(content)
    return found


def _result(one: PlannedResult) -> dict[str, Any]:
    return {
        "id": one.pk,
        "jenis": one.kind,
        "teks": one.text,
        "mendukung": one.parent.text if one.parent else one.provisional,
        "mendukung_id": one.parent_id,
        "indikator_unit": one.unit_indicator_id,
        "perspektif": one.perspective,
        "asal": one.origin,
        "indikator": [[item.aspect, item.text, item.target] for item in one.indicators.all()],
    }
