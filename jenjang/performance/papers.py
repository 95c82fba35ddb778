"""Dokumen kinerja di atas kertas (PermenPANRB 6/2022, Lampiran): SKP, Evaluasi Kinerja, and Dokumen Evaluasi, in the legal layout.

What was agreed or handed over is printed from the sealed text, never from the draft beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from jenjang.kernel import letters
from jenjang.kernel.queries import law_on
from jenjang.law.codes import Predicate, Rating
from jenjang.organization.queries import agency
from jenjang.performance.content import content_of, read
from jenjang.performance.evaluations import period_of
from jenjang.performance.handing import document_content
from jenjang.performance.models import (
    SKP,
    AnnexKind,
    Approach,
    Aspect,
    Evaluation,
    EvaluationDocument,
    Perspective,
    ResultKind,
    SKPVersion,
)
from jenjang.performance.skps import AUTHORITY, leads
from jenjang.personnel.queries import people_by_key
from jenjang.ui import formats

if TYPE_CHECKING:
    from jenjang.personnel.models import EmployeeCurrent

HEADS = ("Pegawai yang dinilai", "Pejabat penilai kinerja")


@dataclass(frozen=True, slots=True)
class Parties:
    """Kedua pihak: the person, and who appraises; None is the head of the region."""

    person: EmployeeCurrent | None
    appraiser: EmployeeCurrent | None

    @classmethod
    def of(cls, about: SKP | Evaluation) -> Parties:
        """Of an SKP who appraises now, of an evaluation who rated it."""
        people = people_by_key([key for key in (about.employee_id, about.appraiser_id) if key])
        return cls(people.get(about.employee_id), people.get(about.appraiser_id or 0))

    def rows(self, skp: SKP) -> list[tuple[str, str, str]]:
        """Nama, NIP, pangkat, jabatan, unit kerja, of both."""
        one, other = self.person, self.appraiser
        return [
            ("Nama", _of(one, "full_name"), other.full_name if other else AUTHORITY),
            ("NIP", formats.nip(_of(one, "nip")), formats.nip(other.nip) if other else "–"),
            ("Pangkat/gol. ruang", _of(one, "grade"), other.grade if other else "–"),
            ("Jabatan", skp.title, other.title if other else AUTHORITY),
            ("Unit kerja", _of(one, "unit_name"), other.unit_name if other else _agency_name()),
        ]

    def signers(self, date: str = "") -> list[dict[str, str]]:
        """The person left, the appraiser right, as on the form."""
        one, other = self.person, self.appraiser
        return [
            {"role": HEADS[0] + ",", "name": _of(one, "full_name"), "nip": _numbered(one)},
            {
                "role": HEADS[1] + ",",
                "name": other.full_name if other else AUTHORITY,
                "nip": _numbered(other),
                "date": date,
            },
        ]


def skp_paper(skp: SKP, version: SKPVersion | None) -> bytes:
    """SKP: the newest sealed version; without one the draft, and it says so."""
    content = read(version.content if version else content_of(skp))
    parties = Parties.of(skp)
    agreed = f"Ditetapkan {formats.long_date(version.agreed_on)}" if version else "RANCANGAN, belum ditetapkan"
    return letters.render("kinerja", {
        **_frame(skp, ["Sasaran kinerja pegawai", f"Pendekatan hasil kerja {Approach(content['pendekatan']).label}"]),
        "period": f"Periode {_span(skp, content)}", "heads": HEADS, "parties": parties.rows(skp),
        "sections": [
            _results(skp, content, reached={}, said={}, evaluated=False), _behaviours(content, {}, evaluated=False),
            *_annexes(content),
        ],
        "signers": parties.signers(agreed),
    })  # fmt: skip


def evaluation_paper(evaluation: Evaluation, document: EvaluationDocument | None, organisation: str) -> bytes:
    """Evaluasi Kinerja Pegawai: the organisation and its pattern, targets, what was reached and said, ratings, predicate."""
    skp, said = evaluation.skp, _said(evaluation, document)
    content, parties = _agreed(skp), Parties.of(evaluation)
    return letters.render("kinerja", {
        **_frame(skp, ["Evaluasi kinerja pegawai", period_of(evaluation).label]),
        "period": f"{formats.long_date(evaluation.first)} sampai {formats.long_date(evaluation.last)}", "heads": HEADS,
        "parties": parties.rows(skp),
        "sections": [
            {"text": f"Capaian kinerja organisasi: {organisation or 'belum ditetapkan'}."},
            {"text": f"Pola distribusi: {_pattern(organisation)}"},
            _results(skp, content, reached=said["realisasi"], said=said["umpan_balik"], evaluated=True),
            {"text": f"Rating hasil kerja: {_rating(said['rating'][0])}"},
            _behaviours(content, said["perilaku"], evaluated=True),
            {"text": f"Rating perilaku kerja: {_rating(said['rating'][1])}"},
            {"title": f"Predikat kinerja pegawai: {_predicate(said['predikat'])}"},
        ],
        "signers": parties.signers(_handed_over(evaluation)),
    })  # fmt: skip


def summary_paper(evaluation: Evaluation, document: EvaluationDocument | None, organisation: str) -> bytes:
    """Dokumen Evaluasi Kinerja: one upright page with both parties, the superior, predicate, notes and signatures."""
    skp, said = evaluation.skp, _said(evaluation, document)
    parties = Parties.of(evaluation)
    one = evaluation.assessments.exclude(kind="sendiri").order_by("-pk").first()
    rows = [
        ("Capaian kinerja organisasi", organisation or "Belum ditetapkan"),
        ("Rating hasil kerja", _rating(said["rating"][0])),
        ("Rating perilaku kerja", _rating(said["rating"][1])),
        ("Predikat kinerja pegawai", _predicate(said["predikat"])),
        ("Catatan dan rekomendasi", said["catatan"] or "–"),
        ("Penilaian terakhir", one.get_kind_display() if one else "–"),
        ("Tanggapan pegawai", _answer(evaluation)),
    ]
    return letters.render("kinerja", {
        **_frame(skp, ["Dokumen evaluasi kinerja pegawai"]), "wide": False, "period": period_of(evaluation).label,
        "heads": HEADS, "parties": parties.rows(skp),
        "sections": [{
            "title": "Evaluasi kinerja",
            "columns": [{"title": "Uraian", "share": 2}, {"title": "Hasil", "share": 4}],
            "rows": [{"cells": list(row)} for row in rows],
        }],
        "signers": parties.signers(_handed_over(evaluation)),
    })  # fmt: skip


def _pattern(organisation: str) -> str:
    """Which pattern of the law the predicates of the unit are held against; counts of colleagues have no place here."""
    if not organisation:
        return "mengikuti capaian kinerja organisasi, begitu ditetapkan (SE MenPANRB 3/2023)."
    return f"pola untuk organisasi berpredikat {organisation.lower()} (SE MenPANRB 3/2023)."


def _frame(skp: SKP, title: Sequence[str]) -> dict[str, Any]:
    return {
        "document_title": f"{title[0]} {skp.year.year}", "title": list(title), "agency": _agency_name(),
        "footer": f"{title[0]} · {skp.year.year}",
    }  # fmt: skip


def _agreed(skp: SKP) -> dict[str, Any]:
    """The newest version; an evaluation begins with an agreed SKP."""
    return read(skp.versions.latest("number").content)


def _said(evaluation: Evaluation, document: EvaluationDocument | None) -> dict[str, Any]:
    """The sealed document, or what stands in the draft until there is one."""
    return read(document.content if document else document_content(evaluation))


def _results(
    skp: SKP, content: Mapping[str, Any], *, reached: Mapping[str, str], said: Mapping[str, str], evaluated: bool
) -> dict[str, Any]:
    third = _third_column(skp, content)
    columns = [
        {"title": "No", "share": 0, "align": "tengah"},
        {"title": "Rencana hasil kerja pimpinan yang diintervensi", "share": 4},
        {"title": "Rencana hasil kerja", "share": 4},
        *([{"title": third, "share": 2}] if third else []),
        {"title": "Indikator kinerja individu", "share": 4},
        {"title": "Target", "share": 3},
    ]
    if evaluated:
        columns += [
            {"title": "Realisasi berdasarkan bukti dukung", "share": 4},
            {"title": "Umpan balik berkelanjutan", "share": 3},
        ]
    rows: list[dict[str, Any]] = []
    for letter, kind in zip("AB", ResultKind, strict=True):
        lines = [one for one in content["hasil_kerja"] if one["jenis"] == kind]
        if lines or kind == ResultKind.MAIN:
            rows.append({"group": f"{letter}. {kind.label}"})
        rows += [
            {"cells": _line(number, one, third, reached if evaluated else None, said)}
            for number, one in enumerate(lines, 1)
        ]
    return {"title": "Hasil kerja", "columns": columns, "rows": rows}


def _third_column(skp: SKP, content: Mapping[str, Any]) -> str:
    """Perspektif of who leads, Aspek of a quantitative SKP; the qualitative form has neither."""
    if leads(skp):
        return "Perspektif"
    return "Aspek" if content["pendekatan"] == Approach.QUANTITATIVE else ""


def _line(
    number: int,
    one: Mapping[str, Any],
    third: str,
    reached: Mapping[str, str] | None,
    said: Mapping[str, str],
) -> list[Any]:
    between: list[Any] = []
    if third == "Perspektif":
        between = [Perspective(one["perspektif"]).label if one["perspektif"] else ""]
    elif third:
        between = [[Aspect(aspect).label if aspect else "–" for aspect, _, _ in one["indikator"]]]
    cells: list[Any] = [
        str(number), one["mendukung"], one["teks"], *between, [text for _, text, _ in one["indikator"]],
        [target for _, _, target in one["indikator"]],
    ]  # fmt: skip
    if reached is not None:
        cells += [reached.get(str(one["id"]), ""), said.get(str(one["id"]), "")]
    return cells


def _behaviours(content: Mapping[str, Any], said: Mapping[str, str], *, evaluated: bool) -> dict[str, Any]:
    guides = law_on(_day(content))["kinerja.perilaku.panduan"].value
    columns = [
        {"title": "No", "share": 0, "align": "tengah"}, {"title": "Perilaku kerja", "share": 6},
        {"title": "Ekspektasi khusus pimpinan", "share": 4},
    ]  # fmt: skip
    if evaluated:
        columns.append({"title": "Umpan balik berkelanjutan", "share": 4})
    rows = []
    for number, one in enumerate(guides, 1):
        cells: list[Any] = [
            str(number), [one["nama"], *(f"– {guide}" for guide in one["panduan"])],
            content["ekspektasi_khusus"].get(one["kode"], ""),
        ]  # fmt: skip
        rows.append({"cells": [*cells, said.get(one["kode"], "")] if evaluated else cells})
    return {"title": "Perilaku kerja", "columns": columns, "rows": rows}


def _annexes(content: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    for kind, label in AnnexKind.choices:
        lines = [text for code, text in content["lampiran"] if code == kind]
        if lines:
            yield {
                "columns": [{"title": "No", "share": 0, "align": "tengah"}, {"title": label, "share": 1}],
                "rows": [{"cells": [str(number), text]} for number, text in enumerate(lines, 1)],
            }  # fmt: skip


def _span(skp: SKP, content: Mapping[str, Any]) -> str:
    last = skp.until or _day(content).replace(month=12, day=31)
    return f"{formats.long_date(skp.effective_from)} sampai {formats.long_date(last)}"


def _day(content: Mapping[str, Any]) -> date:
    return date(content["tahun"], 12, 31)


def _answer(evaluation: Evaluation) -> str:
    answers = {
        "diterima": "Diterima dan ditandatangani pegawai", "tanpa_tanggapan": "Tidak ada tanggapan sampai tenggat",
        "keberatan": "Keberatan sedang diperiksa", "diputus": "Keberatan sudah diputus atasan pejabat penilai",
        "diubah": "Diubah sesudah diserahkan, dengan alasan dan dua orang",
    }  # fmt: skip
    return answers.get(evaluation.state, "Menunggu tanggapan pegawai" if evaluation.released_on else "Belum diserahkan")


def _handed_over(evaluation: Evaluation) -> str:
    day = evaluation.released_on
    return f"Diserahkan {formats.long_date(day)}" if day else "RANCANGAN, belum diserahkan"


def _rating(code: str) -> str:
    return Rating.of(code).label if code else "belum dinilai"


def _predicate(code: str) -> str:
    return Predicate.of(code).label if code else "belum dinilai"


def _of(person: EmployeeCurrent | None, name: str) -> str:
    return str(getattr(person, name)) if person else "–"


def _numbered(person: EmployeeCurrent | None) -> str:
    return f"NIP {formats.nip(person.nip)}" if person else ""


def _agency_name() -> str:
    found = agency()
    return found.name if found else ""
