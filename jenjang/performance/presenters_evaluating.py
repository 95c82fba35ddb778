"""Kata-kata tentang satu evaluasi: what comes next and at whose desk, its lines, who rated when and why, the way it has gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from jenjang.kernel import clock
from jenjang.performance import evaluations
from jenjang.performance.models import Assessment, AssessmentKind, Evaluation
from jenjang.performance.presenters_rating import (
    Quadrant,
    appraiser_name,
    name_of,
    predicate_tag,
    quadrant,
    rating_label,
    state_tag,
)
from jenjang.performance.queries_evaluating import Reading
from jenjang.performance.queries_evidence import LONGEST, Done, Proof
from jenjang.performance.rules.objection import ObjectionFacts, decide_objection
from jenjang.performance.skps import AUTHORITY
from jenjang.performance.states import EVALUATION, HANDED_OVER
from jenjang.ui.formats import long_date, short_date, whole
from jenjang.ui.parts import Event

ASSESSMENTS = dict(AssessmentKind.choices)


@dataclass(frozen=True, slots=True)
class ResultLine:
    """Satu hasil kerja dalam evaluasi: what was agreed, what was reached, its evidence, what the leader says."""

    pk: int
    number: int
    text: str
    measures: Sequence[tuple[str, str]]
    realization: str
    feedback: str
    proofs: Sequence[Proof]
    done: Sequence[Done]


@dataclass(frozen=True, slots=True)
class ValueLine:
    """Satu nilai BerAKHLAK with what the leader expected and says of it."""

    code: str
    name: str
    guides: Sequence[str]
    expectation: str
    feedback: str


def url_of(name: str, evaluation: Evaluation) -> str:
    """An address of an evaluation by its name."""
    return reverse(f"performance:{name}", args=[evaluation.pk])


# lines


def result_lines(reading: Reading) -> list[ResultLine]:
    """Main results first, as agreed."""
    return [
        ResultLine(
            one["id"], number, one["teks"], [(text, target) for _, text, target in one["indikator"]],
            reading.realizations.get(one["id"], ""), reading.feedback.get(one["id"], ""), reading.proofs[one["id"]],
            reading.done[one["id"]],
        )
        for number, one in enumerate(reading.agreed.results, 1)
    ]  # fmt: skip


def value_lines(reading: Reading) -> list[ValueLine]:
    """The seven values, with their guides."""
    return [
        ValueLine(
            one["kode"], one["nama"], one["panduan"], reading.agreed.expectations.get(one["kode"], ""),
            reading.behaviours.get(one["kode"], ""),
        )
        for one in reading.law["kinerja.perilaku.panduan"].value
    ]  # fmt: skip


def prefilled(done: Sequence[Done]) -> str:
    """Realisasi dari catatan kemajuan: what was done by its days, and how much came together; the person changes it."""
    if not done:
        return ""
    text = "; ".join(f"{short_date(one.day)}: {one.text}" for one in done)
    amounts = [one.amount for one in done if one.amount is not None]
    total = f"Jumlah tercatat {_amount(sum(amounts))}. " if amounts else ""
    return (total + text)[:LONGEST]


def _amount(value: Any) -> str:
    return whole(value) if value == value.to_integral_value() else f"{value.normalize():f}".replace(".", ",")


def rating_initial(reading: Reading) -> dict[str, str]:
    """What the appraiser's form begins with: the draft, else what was given; never the person's own proposal."""
    first, second = chosen_ratings(reading)
    kept = reading.draft or (reading.given if reading.evaluation.state == "dinilai" else None)
    return {
        "result_rating": first, "behaviour_rating": second, "note": kept.note if kept else "",
        **{f"u-{key}": words for key, words in reading.feedback.items()},
        **{f"v-{code}": words for code, words in reading.behaviours.items()},
    }  # fmt: skip


def chosen_ratings(reading: Reading) -> tuple[str, str]:
    """Both ratings as they stand on the appraiser's desk."""
    kept = reading.draft or reading.evaluation
    return kept.result_rating, kept.behaviour_rating


def said_words(reading: Reading) -> tuple[str, str] | None:
    """Both ratings of the self-assessment, in words."""
    said = reading.said
    return (rating_label(said.result_rating), rating_label(said.behaviour_rating)) if said else None


def shown_quadrant(reading: Reading) -> Quadrant | None:
    """The quadrant with the rating in it, once this reader sees ratings."""
    one = reading.evaluation
    if not (reading.sees_rating and one.predicate):
        return None
    return quadrant(reading.law, one.result_rating, one.behaviour_rating)


@dataclass(frozen=True, slots=True)
class OwnRow:
    """Satu baris “Evaluasi saya”."""

    url: str
    label: str
    title: str
    state: tuple[str, str]
    predicate: tuple[str, str] | None


def own_rows(found: Sequence[Evaluation], day: date) -> list[OwnRow]:
    """What has begun; the predicate once it was handed over."""
    return [
        OwnRow(
            one.get_absolute_url(), evaluations.period_of(one).label, one.skp.title, state_tag(one.state),
            predicate_tag(one.predicate) if one.state in HANDED_OVER else None,
        )
        for one in found
        if one.first <= day
    ]  # fmt: skip


# who, when, why


def assessment_events(assessments: Sequence[Assessment]) -> list[Event]:
    """Riwayat penilaian, the oldest first: who gave what, when, and why."""
    return [_assessment(one) for one in assessments]


def _assessment(one: Assessment) -> Event:
    label, kind = predicate_tag(one.predicate)
    given = (
        f"Hasil kerja {rating_label(one.result_rating).lower()}, perilaku {rating_label(one.behaviour_rating).lower()}."
    )
    by = f" Oleh {one.by.name}" if one.by else ""
    by += f", disetujui {one.seconded_by.name}." if one.seconded_by else "." if by else ""
    said = [given + by, one.reason and f"Alasan: {one.reason}", one.note and f"Catatan: {one.note}"]
    if one.relation:
        said.append(f"Penilai dan yang dinilai berkeluarga ({one.relation}); BKPSDM diberi tahu.")
    is_own = one.kind == AssessmentKind.SELF
    return Event(
        ASSESSMENTS[one.kind], day=clock.day_of(one.at), text=" ".join(filter(None, said)), state="done",
        tag=f"Usul: {label.lower()}" if is_own else label, tag_kind="" if is_own else kind,
    )  # fmt: skip


def way_of(reading: Reading) -> list[Event]:
    """Perjalanan evaluasi."""
    events = [
        Event(
            EVALUATION.labels[move.to_state], day=clock.day_of(move.at), state="done",
            text=" ".join(filter(None, [move.actor and f"{move.actor.name}.", move.reason])),
        )
        for move in reading.moves
    ]  # fmt: skip
    return events or [Event(EVALUATION.labels["terbuka"], day=reading.evaluation.first, state="now")]


def _who_rated(one: Evaluation) -> str:
    """Who gave the ratings, or will; the SKP may have gone over to another since."""
    if one.rated_by_authority:
        return AUTHORITY
    return name_of(one.rater) if one.rater_id else appraiser_name(one.skp)


def head_facts(reading: Reading) -> list[tuple[str, str]]:
    """Facts at the head of the page."""
    one = reading.evaluation
    facts = [
        ("Masa", f"{long_date(one.first)} sampai {long_date(one.last)}"),
        ("Pejabat penilai", _who_rated(one)),
        ("Hasil kerja", f"{len(reading.agreed.results)} disepakati, {_proven(reading)} berbukti"),
    ]
    if reading.sees_rating and one.predicate:
        facts.append(("Predikat", predicate_tag(one.predicate)[0]))
    return facts


def _proven(reading: Reading) -> int:
    return sum(bool(found) for found in reading.proofs.values())


@dataclass(frozen=True, slots=True)
class Clock:
    """Waktu keberatan, in days."""

    first: date
    last: date
    total: int
    passed: int
    left: int


def objection_clock(reading: Reading) -> Clock | None:
    """How much of the time for objecting is left; None before the handing over."""
    first = reading.evaluation.released_on
    if first is None:
        return None
    last = decide_objection(ObjectionFacts(first, max(first, reading.day)), reading.law).result.last_day
    return Clock(first, last, (last - first).days, (reading.day - first).days, (last - reading.day).days)


def superior_words(has_one: bool, superior: Any) -> str:
    """To whom an objection goes."""
    if not has_one:
        return "Tidak ada atasan penilai di instansi ini"
    return f"{superior.full_name}, {superior.title}" if superior is not None else AUTHORITY
