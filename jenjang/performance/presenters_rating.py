"""Kata-kata tentang penilaian: ratings, predicates and their colours, the quadrant, who rated, steps of a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jenjang.law.codes import OrganisationPredicate, Predicate, Rating
from jenjang.performance.skps import AUTHORITY
from jenjang.performance.states import EVALUATION

if TYPE_CHECKING:
    from jenjang.law.decisions import Finding
    from jenjang.law.parameters import LawOn
    from jenjang.performance.models import SKP
    from jenjang.performance.queries_evaluating import Earlier

SHORT = {Rating.BELOW: "Di bawah", Rating.MEETS: "Sesuai", Rating.ABOVE: "Di atas"}
RATING_CHOICES = [(one.value, SHORT[one]) for one in Rating]
"""In the order of the keys 1, 2, 3."""
KINDS = {
    Predicate.VERY_GOOD: "good", Predicate.GOOD: "info", Predicate.NEEDS_IMPROVEMENT: "warn", Predicate.POOR: "bad",
    Predicate.VERY_POOR: "bad",
}  # fmt: skip
STATE_KINDS = {
    "diisi": "warn", "dinilai": "info", "dirilis": "warn", "diterima": "good", "keberatan": "warn", "diputus": "good",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """Langkah berikut: what is next, at whose desk, and the one button for it. `posts`: it is done by the tap itself."""

    title: str
    text: str = ""
    who: str = ""
    is_mine: bool = False
    verb: str = ""
    url: str = ""
    posts: bool = False
    hidden: tuple[tuple[str, object], ...] = ()
    reasons: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """Tindakan lain that is open to the reader: a link to a form, or a tap (`posts`)."""

    label: str
    url: str
    posts: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Satu sel kuadran."""

    predicate: str
    kind: str
    chosen: bool
    where: str


@dataclass(frozen=True, slots=True)
class Quadrant:
    """Kuadran kinerja pegawai (PermenPANRB 6/2022 Lampiran): results upward, behaviour to the right."""

    rows: list[tuple[str, list[Cell]]]
    heads: list[str]
    said: str
    cites: Sequence[str]


def rating_label(code: str) -> str:
    """Sesuai ekspektasi."""
    return Rating.of(code).label if code else "belum dipilih"


def short_rating(code: str) -> str:
    """Sesuai."""
    return SHORT[Rating.of(code)] if code else "belum"


def predicate_tag(code: str) -> tuple[str, str]:
    """The word for a predicate and its colour; “Belum” without one."""
    if not code:
        return "Belum", ""
    one = Predicate.of(code)
    return one.label, KINDS[one]


def organisation_label(code: str) -> str:
    """Istimewa, baik …"""
    return OrganisationPredicate.of(code).label


def state_tag(state: str) -> tuple[str, str]:
    """The word for a state of an evaluation and its colour."""
    return EVALUATION.labels[state], STATE_KINDS.get(state, "")


def name_of(employee: Any) -> str:
    """The full name of somebody whose current row came along."""
    current = getattr(employee, "current", None) if employee is not None else None
    return current.full_name if current is not None else "–"


def appraiser_name(skp: SKP) -> str:
    """Siapa menilai; the head of the region has no record here."""
    return AUTHORITY if skp.by_authority else name_of(skp.appraiser)


def quadrant(law: LawOn, result_rating: str = "", behaviour_rating: str = "") -> Quadrant:
    """How two ratings give the predicate; the given one is marked."""
    matrix = law["kinerja.predikat.kuadran"]
    given: Mapping[str, Mapping[str, str]] = matrix.value
    rows = []
    for result in reversed(Rating):
        cells = []
        for behaviour in Rating:
            label, kind = predicate_tag(given[result][behaviour])
            chosen = (result, behaviour) == (result_rating, behaviour_rating)
            where = f"Hasil kerja {result.label.lower()}, perilaku {behaviour.label.lower()}"
            cells.append(Cell(label, kind, chosen, where))
        rows.append((SHORT[result], cells))
    said = ""
    if result_rating and behaviour_rating:
        label, _ = predicate_tag(given[result_rating][behaviour_rating])
        first, second = rating_label(result_rating).lower(), rating_label(behaviour_rating).lower()
        said = f"Hasil kerja {first} dan perilaku {second}: predikat {label.lower()}."
    return Quadrant(rows, [SHORT[one] for one in Rating], said, matrix.cites)


def earlier_rows(found: Sequence[Earlier]) -> list[tuple[str, str]]:
    """The year's other periods with their predicates."""
    return [(one.label, Predicate.of(one.predicate).label + (" (e-Kinerja)" if one.elsewhere else "")) for one in found]
