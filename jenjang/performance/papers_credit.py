"""Surat angka kredit (Perban BKN 3/2023): konversi of a year, akumulasi, and the penetapan (PAK), in their legal columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jenjang.kernel import letters
from jenjang.law.codes import Grade, Predicate
from jenjang.organization.queries import agency
from jenjang.performance.credit import ORIGINS, Standing, conversion_terms
from jenjang.performance.models import CreditPointRecord
from jenjang.ui import formats

if TYPE_CHECKING:
    from jenjang.personnel.models import EmployeeCurrent

_PERSON = ("Keterangan perorangan", "Isi")
_SIDES = {
    "No": "tengah", "Tahun": "tengah",
    **dict.fromkeys(("Persentase", "Koefisien per tahun", "Bulan", "Angka kredit", "Kebutuhan kumulatif", "Kekurangan"), "kanan"),
}  # fmt: skip


def conversion_paper(person: EmployeeCurrent, year: int, rows: Sequence[CreditPointRecord], day: date) -> bytes:
    """Konversi predikat kinerja ke angka kredit, one line a position held in the year."""
    lines = []
    for row in rows:
        terms = conversion_terms(row, row.last)
        lines.append({"cells": [
            f"{formats.short_date(row.first)} – {formats.short_date(row.last)}", _predicate(row.predicate),
            f"{terms['share']}%" if terms["share"] is not None else "–", _number(terms["coefficient"]),
            f"{row.months}", formats.score(row.points),
        ]})  # fmt: skip
    columns = _columns(
        ("Masa", 5), ("Predikat", 4), ("Persentase", 3), ("Koefisien per tahun", 3), ("Bulan", 2), ("Angka kredit", 4)
    )
    return _paper(person, ["Konversi predikat kinerja ke angka kredit"], f"Tahun {year}", day, [
        {"title": "Konversi", "columns": columns, "rows": lines},
        {"text": f"Jumlah angka kredit tahun {year}: {formats.score(sum((row.points for row in rows), Decimal(0)))}."},
    ])  # fmt: skip


def accumulation_paper(person: EmployeeCurrent, standing: Standing, day: date) -> bytes:
    """Akumulasi angka kredit in the level held."""
    rows = [row for row in reversed(standing.rows) if row.career_level == standing.level]
    lines = [
        {"cells": [
            f"{row.year}", f"{formats.short_date(row.first)} – {formats.short_date(row.last)}",
            ORIGINS.get(row.origin, row.origin), _predicate(row.predicate), formats.score(row.points),
        ]}
        for row in rows
    ]  # fmt: skip
    columns = _columns(("Tahun", 1), ("Masa", 3), ("Asal", 3), ("Predikat", 2), ("Angka kredit", 2))
    total = sum((row.points for row in rows), Decimal(0))
    return _paper(person, ["Akumulasi angka kredit"], f"Jenjang {standing.level.label}", day, [
        {"title": "Angka kredit yang dikumpulkan dalam jenjang ini", "columns": columns, "rows": lines},
        {"text": f"Jumlah: {formats.score(total)}."},
    ])  # fmt: skip


def determination_paper(person: EmployeeCurrent, standing: Standing, day: date) -> bytes:
    """Penetapan angka kredit (PAK): base, gathered by origin, total, and what a rank and the next level still ask."""
    total = standing.total
    by_origin: dict[str, Decimal] = {}
    for row in standing.rows:
        if row.career_level == standing.level:
            by_origin[row.origin] = by_origin.get(row.origin, Decimal(0)) + row.points
    gathered = [("Angka kredit dasar", total.base if total else None)]
    gathered += [(label, by_origin.get(origin, Decimal(0))) for origin, label in ORIGINS.items()]
    rows = [{"cells": [str(number), label, _number(value)]} for number, (label, value) in enumerate(gathered, 1)]
    rows.append({"cells": ["", "Jumlah angka kredit kumulatif", _number(total.total if total else None)]})
    needs = [
        ("Kenaikan pangkat", total.rank_need if total else None, total.rank_shortfall if total else None),
        ("Kenaikan jenjang", total.level_need if total else None, total.level_shortfall if total else None),
    ]
    return _paper(person, ["Penetapan angka kredit", "Nomor ……………………………"], _span(standing, day), day, [
        {"title": "Hasil penilaian angka kredit", "columns": _columns(("No", 0), ("Uraian", 6), ("Angka kredit", 2)), "rows": rows},
        {
            "title": "Kebutuhan dan kekurangan",
            "columns": _columns(("Untuk", 4), ("Kebutuhan kumulatif", 2), ("Kekurangan", 2), ("Keterangan", 3)),
            "rows": [{"cells": [label, _number(need), _number(short), _said(need, short)]} for label, need, short in needs],
        },
    ])  # fmt: skip


def _paper(person: EmployeeCurrent, title: list[str], period: str, day: date, sections: list[dict[str, Any]]) -> bytes:
    found = agency()
    facts = [
        ("Nama", person.full_name), ("NIP", formats.nip(person.nip)), ("Pangkat, golongan ruang", _rank(person)),
        ("TMT golongan", formats.long_date(person.grade_since)), ("Jabatan, TMT", f"{person.title}, {formats.short_date(person.position_since)}"),
        ("Unit kerja", person.unit_name),
    ]  # fmt: skip
    first = {
        "columns": _columns((_PERSON[0], 2), (_PERSON[1], 5)),
        "rows": [{"cells": list(row)} for row in facts],
    }  # fmt: skip
    return letters.render("kinerja", {
        "document_title": title[0], "title": title, "agency": found.name if found else "", "period": period, "wide": False,
        "footer": f"{title[0]} · {person.full_name}", "sections": [first, *sections],
        "signers": [{"role": "Pejabat yang menetapkan angka kredit,", "name": "……………………………", "date": formats.long_date(day)}],
    }, on=day)  # fmt: skip


def _span(standing: Standing, day: date) -> str:
    """Masa penilaian: from the first period gathered in the level to the last, or until today without any."""
    rows = [row for row in standing.rows if row.career_level == standing.level]
    if not rows:
        return f"Sampai dengan {formats.long_date(day)}"
    first, last = min(row.first for row in rows), max(row.last for row in rows)
    return f"Masa penilaian {formats.long_date(first)} sampai {formats.long_date(last)}"


def _columns(*pairs: tuple[str, int]) -> list[dict[str, Any]]:
    return [{"title": title, "share": share, "align": _SIDES.get(title, "kiri")} for title, share in pairs]


def _rank(person: EmployeeCurrent) -> str:
    names = {code.value: code.label for code in Grade}
    return f"{names[person.grade]}, {person.grade}" if person.grade in names else person.grade


def _predicate(code: str) -> str:
    return Predicate.of(code).label if code else "–"


def _number(value: Decimal | int | None) -> str:
    return "–" if value is None else formats.score(value)


def _said(need: Decimal | None, short: Decimal | None) -> str:
    if need is None:
        return "Tidak ada lagi pada jenjang ini"
    return "Terpenuhi" if not short else "Belum terpenuhi"
