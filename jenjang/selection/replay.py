"""Hitung ulang: everything that a run used, printed; and the order computed again from the print alone.

An outsider needs this program's rules and the printed file; no database.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from jenjang.kernel.policy import read_values
from jenjang.law.parameters import LawBook, LawOn, default_book
from jenjang.selection.criteria import Terms, canonical
from jenjang.selection.inputs import LABELS, Inputs
from jenjang.selection.models import Run
from jenjang.selection.ranking import Engine, Ranking

_STATE = ("status_pemeriksaan", "peringkat", "nilai")


def export_inputs(run: Run) -> dict[str, Any]:
    """The printed inputs of a run: criteria, law, the two times, everybody's facts and what came out."""
    criteria = run.criteria
    version = criteria.policy_version
    rows = run.entries.order_by("pk").values_list("inputs", "verdict", "rank", "score", "unmet")
    return {
        "lowongan": run.vacancy.number,
        "penghitungan": run.number,
        "kriteria": json.loads(criteria.content),
        "hukum_per": criteria.law_on.isoformat(),
        "hukum": run.law_snapshot,
        "kebijakan": json.loads(version.values) if version else {},
        "keadaan_per": run.on.isoformat(),
        "diketahui_sampai": run.known_at.isoformat(),
        "program": run.program_version,
        "orang": [
            Inputs.from_text(inputs).as_printed()
            | {"syarat": unmet.split()}
            | dict(zip(_STATE, (verdict, rank, None if score is None else str(score)), strict=True))
            for inputs, verdict, rank, score, unmet in rows
        ],
    }


def recompute(printed: Mapping[str, Any], book: LawBook | None = None) -> Ranking:
    """The ranking again, from the printed inputs and nothing else."""
    law = law_of(printed, book or default_book())
    engine = Engine(Terms.from_text(canonical(printed["kriteria"])), law, date.fromisoformat(printed["keadaan_per"]))
    known = LABELS.values()
    people = [Inputs.from_printed({name: row[name] for name in known if name in row}) for row in printed["orang"]]
    bars = {row["id"]: code for row in printed["orang"] for code in row.get("syarat", ()) if code.startswith("berkas_")}
    return engine.rank(people, bars)


def differences(printed: Mapping[str, Any], ranking: Ranking) -> list[int]:
    """Whose place, score or verdict is printed otherwise than it was computed again, by the print's own ids."""
    again = {
        one.person.person: (one.verdict, one.rank, None if one.score is None else str(one.score))
        for one in ranking.everybody
    }
    return [row["id"] for row in printed["orang"] if tuple(row[name] for name in _STATE) != again.get(row["id"])]


def law_of(printed: Mapping[str, Any], book: LawBook) -> LawOn:
    """The law that the print names; another text of the law would give another order, so it is refused."""
    if printed["hukum"] != book.digest:
        raise ValueError("Salinan hukum yang dipakai berbeda dari yang tertulis pada cetakan.")
    return book.on(date.fromisoformat(printed["hukum_per"]), read_values(canonical(printed["kebijakan"])))


def as_csv(printed: Mapping[str, Any]) -> str:
    """The same people as a sheet, one line each; lists and tables inside a cell are JSON."""
    names = [*_STATE, *LABELS.values()]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(_cells(printed["orang"], names))
    return out.getvalue()


def from_csv(text: str, printed: Mapping[str, Any]) -> dict[str, Any]:
    """The printed inputs with their people read back from the sheet."""
    people = [
        {name: json.loads(cell) for name, cell in row.items() if name not in _STATE}
        for row in csv.DictReader(io.StringIO(text))
    ]
    return {**printed, "orang": people}


def _cells(people: Iterable[Mapping[str, Any]], names: Iterable[str]) -> Iterable[list[str]]:
    order = list(names)
    for person in people:
        yield ["" if name in _STATE and person[name] is None else _cell(name, person[name]) for name in order]


def _cell(name: str, value: Any) -> str:
    return str(value) if name in _STATE else json.dumps(value, ensure_ascii=False)
