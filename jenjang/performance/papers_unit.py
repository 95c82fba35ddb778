"""Dokumen satu unit: matriks peran hasil, and the curve of its predicates against the pattern of the law."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from jenjang.kernel import letters
from jenjang.law.codes import Predicate
from jenjang.law.decisions import Decision
from jenjang.organization.queries import agency
from jenjang.performance.models import SKP, PlannedResult
from jenjang.performance.periods import Period
from jenjang.personnel.queries import people_by_key
from jenjang.ui import formats

if TYPE_CHECKING:
    from jenjang.personnel.models import EmployeeCurrent

BAR, GAP, LEFT, WIDTH = 26, 14, 130, 420


@dataclass(frozen=True, slots=True)
class Matrix:
    """Matriks peran hasil: the leader's results, and what each person brings to each."""

    leader: SKP
    results: Sequence[PlannedResult]
    people: Sequence[EmployeeCurrent]
    cells: Mapping[tuple[int, int], list[str]]


def matrix_of(leader: SKP) -> Matrix:
    """Who serves which result of a leader, from their SKP and from cells not taken yet."""
    results = list(leader.results.filter(dropped=False).order_by("kind", "order", "pk"))
    cells: dict[tuple[int, int], list[str]] = defaultdict(list)
    serving = PlannedResult.objects.filter(parent__in=results, dropped=False).exclude(skp__state="dibatalkan")
    for employee, parent, text in serving.order_by("pk").values_list("skp__employee_id", "parent_id", "text"):
        cells[(employee, parent)].append(text)
    for result in leader.results.prefetch_related("cells"):
        for cell in result.cells.all():
            if cell.taken_id is None:
                cells[(cell.employee_id, result.pk)].append(cell.text)
    team = SKP.objects.filter(appraiser=leader.employee_id, year=leader.year).exclude(state="dibatalkan")
    keys = {employee for employee, _ in cells} | set(team.values_list("employee_id", flat=True))
    people = sorted(people_by_key(sorted(keys)).values(), key=lambda person: (-person.grade_order, person.name))
    return Matrix(leader, results, people, cells)


def matrix_paper(matrix: Matrix, leader: EmployeeCurrent) -> bytes:
    """Matriks peran hasil on paper, a row a person."""
    columns = [{"title": "No", "share": 0, "align": "tengah"}, {"title": "Pegawai, jabatan", "share": 3}]
    columns += [{"title": one.text, "share": 3} for one in matrix.results]
    rows = [
        {"cells": [str(number), [person.full_name, person.title],
                   *(matrix.cells.get((person.pk, one.pk), []) for one in matrix.results)]}
        for number, person in enumerate(matrix.people, 1)
    ]  # fmt: skip
    return letters.render("kinerja", {
        **_frame("Matriks peran hasil"), "period": f"Tahun {matrix.leader.year.year}",
        "sections": [
            {"text": f"Pimpinan: {leader.full_name}, {leader.title}, {leader.unit_name}."},
            {"title": "Peran dan hasil tiap pegawai terhadap hasil kerja pimpinan", "columns": columns, "rows": rows},
        ],
        "signers": [{"role": "Pimpinan,", "name": leader.full_name, "nip": f"NIP {formats.nip(leader.nip)}"}],
    })  # fmt: skip


def curve_paper(
    unit: str, period: Period, counts: Mapping[Predicate, int], organisation: str, decision: Decision[Any] | None
) -> bytes:
    """Kurva distribusi predikat of a unit, with each condition of the pattern and whether it is met."""
    total = sum(counts.values())
    rows = [
        {
            "cells": [
                code.label,
                str(counts.get(code, 0)),
                f"{round(counts.get(code, 0) * 100 / total)}%" if total else "–",
            ]
        }
        for code in sorted(Predicate, key=lambda code: -code.order)
    ]
    pattern = [
        {"cells": [finding.reason, "Terpenuhi" if finding.met else "Tidak terpenuhi"]}
        for finding in (decision.findings if decision else ())
    ]
    sections: list[dict[str, Any]] = [
        {"text": f"Unit: {unit}. Predikat kinerja organisasi: {organisation or 'belum ditetapkan'}."},
        {"title": "Sebaran predikat", "drawing": _curve(counts), "alt": "Sebaran predikat pegawai"},
        {"columns": [{"title": "Predikat", "share": 3}, {"title": "Pegawai", "share": 1, "align": "kanan"}, {"title": "Bagian", "share": 1, "align": "kanan"}], "rows": rows},
    ]  # fmt: skip
    if pattern:
        columns = [{"title": "Pola distribusi (SE MenPANRB 3/2023)", "share": 5}, {"title": "Keadaan", "share": 2}]
        sections.append({"title": "Terhadap pola", "columns": columns, "rows": pattern})
    return letters.render(
        "kinerja",
        {
            **_frame("Kurva distribusi predikat"),
            "wide": False,
            "period": period.label,
            "sections": sections,
            "signers": [],
        },
    )


def _curve(counts: Mapping[Predicate, int]) -> str:
    """Horizontal bars, the number at the end of each."""
    order = sorted(Predicate, key=lambda code: -code.order)
    highest = max(max(counts.values(), default=0), 1)
    height = len(order) * (BAR + GAP)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 60} {height}">']
    for place, code in enumerate(order):
        y, number = place * (BAR + GAP), counts.get(code, 0)
        wide = round(WIDTH * number / highest)
        parts.append(
            f'<text x="0" y="{y + 18}" font-size="14">{escape(code.label)}</text>'
            f'<rect x="{LEFT}" y="{y}" width="{wide}" height="{BAR}" fill="#1f4478"/>'
            f'<text x="{LEFT + wide + 8}" y="{y + 18}" font-size="14">{number}</text>'
        )
    return "".join([*parts, "</svg>"])


def _frame(title: str) -> dict[str, Any]:
    found = agency()
    return {"document_title": title, "title": [title], "agency": found.name if found else "", "footer": title}
