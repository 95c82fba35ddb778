"""Putaran 360 derajat dalam kata: forms, raters, results, and how far a round is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jenjang.feedback import states
from jenjang.feedback.models import Rater, RaterGroup, Round, RoundResult
from jenjang.feedback.queries_rounds import Figures, objection_words
from jenjang.feedback.rounds import Phase, phase_of
from jenjang.law.codes import Predicate
from jenjang.performance.skps import AUTHORITY
from jenjang.ui.formats import long_date
from jenjang.ui.parts import Reason, Step

STATE_TAGS = {"aktif": "", "disanggah": "warn", "diganti": "", "mundur": ""}
ROUND_TAGS = {"berjalan": "info", "dihitung": "warn", "ditutup": "good", "dibatalkan": ""}
LABELS = {code.value: code.label for code in Predicate}
GROUPS = dict(RaterGroup.choices)


@dataclass(frozen=True, slots=True)
class FormLine:
    """Satu isian yang diminta dari pembaca."""

    pk: int
    who: str
    group: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class RaterLine:
    """Satu penilai pembaca."""

    pk: int
    who: str
    group: str
    state: str
    kind: str
    may_object: bool


@dataclass(frozen=True, slots=True)
class ObjectionLine:
    """Satu sanggahan yang menunggu putusan pembaca."""

    pk: int
    who: str
    rater: str
    group: str
    words: str


@dataclass(frozen=True, slots=True)
class GroupLine:
    """Satu kelompok pada hasil: its averages in the order of the values, and the words."""

    label: str
    raters: int
    weight: str
    averages: Sequence[str]
    words: Sequence[str]


@dataclass(frozen=True, slots=True)
class RoundLine:
    """Satu putaran bagi petugas."""

    round: Round
    label: str
    kind: str
    figures: Figures | None
    phase: str


# Who rates somebody as a leader does it to a subordinate: what the form calls the other.
SEEN_AS = {RaterGroup.LEADER: "bawahan Anda", RaterGroup.PEERS: "rekan Anda", RaterGroup.SUBORDINATES: "pimpinan Anda"}
PHASES = {
    Phase.PREPARING: "penilai sedang diusulkan", Phase.OBJECTING: "masa sanggah", Phase.FILLING: "masa mengisi",
    Phase.OVER: "masa mengisi selesai",
}  # fmt: skip


def form_lines(rows: Iterable[Rater], names: Mapping[int, str]) -> list[FormLine]:
    """What a person was asked to fill in."""
    return [
        FormLine(one.pk, names.get(one.employee_id, ""), SEEN_AS[RaterGroup(one.group)], one.is_done) for one in rows
    ]


def rater_lines(rows: Iterable[Rater], names: Mapping[int, str], phase: Phase) -> list[RaterLine]:
    """Who rates a person, and whether an objection can be made now."""
    return [
        RaterLine(
            one.pk, names.get(one.rater_id, "") if one.rater_id else AUTHORITY, GROUPS[one.group], states.RATER.labels[one.state],
            STATE_TAGS[one.state], phase is Phase.OBJECTING and one.state == "aktif" and one.group != RaterGroup.LEADER,
        )
        for one in rows
    ]  # fmt: skip


def objection_lines(rows: Iterable[Rater], names: Mapping[int, str]) -> list[ObjectionLine]:
    """Objections of people whom somebody leads."""
    return [
        ObjectionLine(
            one.pk,
            names.get(one.employee_id, ""),
            names.get(one.rater_id or 0, ""),
            GROUPS[one.group],
            objection_words(one),
        )
        for one in rows
    ]


def group_lines(content: Mapping[str, Any], values: Mapping[str, str]) -> list[GroupLine]:
    """Averages of each group that was counted."""
    return [
        GroupLine(
            " dan ".join(GROUPS[part] for part in group["kelompok"]).capitalize(), group["penilai"], f"{group['bobot']}%",
            [group["nilai"].get(value, "").replace(".", ",") for value in values], group["catatan"],
        )
        for group in content["kelompok"]
    ]  # fmt: skip


def finding_lines(content: Mapping[str, Any]) -> list[Reason]:
    """Temuan as they were when the round was closed."""
    return [Reason(one["reason"], one["met"], tuple(one["cites"])) for one in content["temuan"]]


def result_lines(results: Iterable[RoundResult]) -> list[tuple[RoundResult, str]]:
    """Each year's result with its predicate in words."""
    return [(one, LABELS.get(one.predicate, "Belum cukup yang menjawab")) for one in results]


def round_lines(rounds: Iterable[Round], figures: Mapping[int, Figures], day: date) -> list[RoundLine]:
    """Rounds with how far they are."""
    return [
        RoundLine(
            one,
            states.ROUND.labels[one.state],
            ROUND_TAGS.get(one.state, ""),
            figures.get(one.pk),
            PHASES[phase_of(one, day)],
        )
        for one in rounds
    ]


def steps_of(round: Round, day: date) -> list[Step]:
    """Masa putaran as a line: object, fill in, result."""
    phase = phase_of(round, day)
    order = [Phase.OBJECTING, Phase.FILLING, Phase.OVER]
    here = order.index(phase) if phase in order else -1
    days = (f"sampai {long_date(round.object_until)}", f"sampai {long_date(round.fill_until)}", "sesudah dihitung")
    words = ("Periksa penilai", "Isi penilaian", "Baca hasil")
    return [
        Step(label, when, "done" if place < here else "now" if place == here else "next")
        for place, (label, when) in enumerate(zip(words, days, strict=True))
    ]
