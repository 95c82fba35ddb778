"""Data terbuka: vacancies and decisions as rows, under the same rules of privacy as the pages."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jenjang.selection.states import VACANCY
from jenjang.transparency import queries

if TYPE_CHECKING:
    from jenjang.selection.models import Vacancy

MOST_ROWS = 5000
SETS = {
    "lowongan": ("Lowongan", "Satu baris satu lowongan yang diumumkan."),
    "keputusan": ("Keputusan", "Satu baris satu jabatan yang sudah ditetapkan pengisinya."),
}
COLUMNS: Mapping[str, Sequence[tuple[str, str]]] = {
    "lowongan": (
        ("nomor", "nomor lowongan"), ("jabatan", "nama jabatan"), ("unit", "unit kerja"),
        ("jenis_jabatan", "kode jenis jabatan"), ("eselon", "eselon, kosong bila tidak ada"),
        ("cara_pengisian", "tim_penilai atau seleksi_terbuka"), ("status", "kode status seleksi"),
        ("kosong_sejak", "tanggal, tttt-bb-hh"), ("diperiksa", "banyaknya orang yang diperiksa"),
        ("memenuhi_syarat", "banyaknya yang memenuhi syarat"), ("belum_lengkap", "banyaknya yang datanya belum lengkap"),
        ("tidak_memenuhi_syarat", "banyaknya yang tidak memenuhi syarat"),
    ),
    "keputusan": (
        ("nomor_lowongan", "nomor lowongan"), ("jabatan", "nama jabatan"), ("unit", "unit kerja"),
        ("nama", "nama yang ditetapkan"), ("nomor_keputusan", "nomor surat keputusan"),
        ("tanggal_keputusan", "tanggal surat keputusan"), ("jenis_alasan", "jenis alasan pemilihan"),
        ("peringkat", "peringkat yang dipilih"), ("dari", "banyaknya yang diperingkat"),
        ("catatan_buku_besar", "nomor catatan di buku besar"),
    ),
}  # fmt: skip


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a set, newest first."""
    vacancies = list(queries.published()[:MOST_ROWS])
    return _vacancies(vacancies) if name == "lowongan" else _decisions(vacancies)


def _vacancies(vacancies: list[Vacancy]) -> list[dict[str, Any]]:
    runs = queries.standing_runs(vacancies)
    found = []
    for row in vacancies:
        run = runs.get(row.pk)
        counts = (run.examined, run.eligible, run.incomplete, run.ineligible) if run else (None,) * 4
        values = (row.number, row.title, row.unit_name, row.position_kind, row.echelon, row.method,
                  row.state, row.vacant_from, *counts)  # fmt: skip
        found.append(_named("lowongan", values))
    return found


def _decisions(vacancies: list[Vacancy]) -> list[dict[str, Any]]:
    results = queries.results_of(vacancies)
    return [
        _named("keputusan", (
            row.number, row.title, row.unit_name, result.person.name, result.decree_number, result.decree_date,
            result.reason, result.rank, result.of, result.entry,
        ))
        for row in vacancies if (result := results.get(row.pk))
    ]  # fmt: skip


def _named(name: str, values: Sequence[Any]) -> dict[str, Any]:
    return {column: _plain(value) for (column, _), value in zip(COLUMNS[name], values, strict=True)}


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def as_csv(name: str) -> str:
    """Comma separated, with a heading; a cell that a spreadsheet would take for a formula is made text."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow([column for column, _ in COLUMNS[name]])
    for row in rows(name):
        writer.writerow(["" if value is None else _harmless(value) for value in row.values()])
    return output.getvalue()


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t\r" and value else value


def as_json(name: str) -> str:
    title, about = SETS[name]
    columns = dict(COLUMNS[name])
    statuses = VACANCY.labels if name == "lowongan" else {}
    return json.dumps({"judul": title, "keterangan": about, "kolom": columns, "status": statuses, "baris": rows(name)},
                      ensure_ascii=False)  # fmt: skip
