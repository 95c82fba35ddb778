"""Kata-kata sebaran dan predikat unit: how a unit stands to its pattern, what is next, meetings with before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from jenjang.kernel import clock
from jenjang.law.codes import Predicate
from jenjang.law.decisions import Decision
from jenjang.performance.forms_distribution import STANDINGS, CalibrationForm
from jenjang.performance.models import DistributionOverride, Evaluation, PerformanceYear, UnitPredicate
from jenjang.performance.periods import Period
from jenjang.performance.presenters_rating import (
    Step,
    appraiser_name,
    organisation_label,
    predicate_tag,
    short_rating,
    state_tag,
)
from jenjang.performance.queries_distribution import (
    BROKEN,
    EXCUSED,
    FITS,
    HINT,
    NOBODY,
    UNRATED,
    UNSET,
    Spread,
)
from jenjang.performance.queries_unit_ratings import Changed
from jenjang.ui import formats
from jenjang.ui.parts import Chip, Event

KINDS = {UNSET: "warn", BROKEN: "bad", EXCUSED: "info", HINT: "", FITS: "good", UNRATED: "", NOBODY: ""}
MOST_CHIPS = 7
HEADS = [(one.label, "".join(word[0] for word in one.label.split()).upper()) for one in reversed(Predicate)]
"""Predicates over narrow columns: SB, B, BP, K, SK."""


@dataclass(frozen=True, slots=True)
class Row:
    """Satu unit on the list."""

    url: str
    name: str
    depth: int
    organisation: str
    people: int
    rated: int
    counts: list[tuple[str, int]]
    standing: tuple[str, str] | None


_COUNTED = [(predicate.value, predicate.label) for predicate in reversed(Predicate)]


def rows_of(found: Sequence[Spread], year: PerformanceYear, period: Period) -> list[Row]:
    """Lines of the list; a predicate that came from above is said so, and without one there is no pattern to speak of."""
    place = reverse("performance:unit_ratings", args=[year.year, period.number, 0]).removesuffix("0/")
    return [
        Row(
            f"{place}{one.unit.pk}/", one.unit.name, min(one.depth, 6), _organisation(one), one.people, one.rated,
            [(label, one.predicates[code]) for code, label in _COUNTED],
            None if one.standing == UNSET else standing_tag(one),
        )
        for one in found
    ]  # fmt: skip


def _organisation(one: Spread) -> str:
    """The same in short, for the indented lines show what stands above."""
    if one.is_own or one.source is None:
        return organisation_words(one)
    return f"{organisation_label(one.organisation)}, dari induk"


def organisation_words(one: Spread) -> str:
    """Predikat organisasi, and from which unit it comes."""
    if one.source is None:
        return "Belum ditetapkan"
    label = organisation_label(one.organisation)
    return label if one.is_own else f"{label}, dari {one.source.name}"


def standing_tag(one: Spread) -> tuple[str, str]:
    """How it stands to the pattern, and the colour of it."""
    return STANDINGS.get(one.standing, "Tidak ada evaluasi"), KINDS[one.standing]


def address(one: Spread, year: PerformanceYear, period: Period, name: str = "unit_ratings", *more: int) -> str:
    """The page of a unit's predicates, or of something that is done there."""
    return reverse(f"performance:{name}", args=[year.year, period.number, one.unit.pk, *more])


def narrowed(found: Sequence[Spread], text: str, standing: str) -> list[Spread]:
    """By a part of the name and by standing; without a standing, units without anybody are left out."""
    plain = text.strip().lower()
    return [
        one
        for one in found
        if one.people and plain in one.unit.name.lower() and (not standing or one.standing == standing)
    ]


def period_chips(
    found: Sequence[tuple[PerformanceYear, Period]],
    chosen: tuple[PerformanceYear, Period],
    kept: Mapping[str, Any] | None = None,
) -> list[Chip]:
    """The newest periods, to switch between under the same filter."""
    query = urlencode({name: 1 if value is True else value for name, value in (kept or {}).items() if value})
    return [
        Chip(period.label, f"?tahun={year.year}&masa={period.number}{'&' * bool(query)}{query}", (year, period.number) == (chosen[0], chosen[1].number))
        for year, period in found[:MOST_CHIPS]
    ]  # fmt: skip


def step_of(one: Spread, year: PerformanceYear, releasing: Decision[Any], *, sets: bool, acts: bool) -> Step:
    """What comes next for a unit, as this reader sees it."""
    if year.state != "berjalan":
        return Step(f"Tahun {year.year} sudah ditutup", "Hasilnya berubah hanya lewat usul perubahan oleh dua petugas.")
    if not one.organisation:
        return Step("Tetapkan predikat organisasi", "Predikat ini menentukan pola yang diharapkan dari predikat pegawainya.",
                    is_mine=sets, who="" if sets else "pimpinan satu tingkat di atasnya")  # fmt: skip
    if one.standing == BROKEN:
        return Step("Bandingkan dalam rapat kalibrasi, atau kecualikan", "Sebaran berbeda dari pola yang diharapkan.", is_mine=acts,
                    who="" if acts else "pimpinan unit")  # fmt: skip
    if one.ready and releasing.allowed:
        return Step(f"Serahkan {one.ready} hasil", "Semua yang sudah dinilai, sekaligus.", is_mine=True)
    if one.states["terbuka"] + one.states["diisi"]:
        return Step(f"{one.states['terbuka'] + one.states['diisi']} orang belum dinilai", "Diselesaikan pejabat penilainya.",
                    who="pejabat penilai")  # fmt: skip
    return Step("Tidak ada yang menunggu")


def head_facts(one: Spread) -> list[tuple[str, str]]:
    """Counts in words."""
    return [
        ("Pegawai", formats.whole(one.people)), ("Sudah dinilai", formats.whole(one.rated)),
        ("Menunggu diserahkan", formats.whole(one.ready)), ("Sudah diserahkan", formats.whole(one.handed)),
    ]  # fmt: skip


def pattern_words(one: Spread) -> str:
    """The pattern in a sentence, gentle for few people."""
    if one.decision is None:
        return "Pola diperiksa begitu predikat organisasi ditetapkan dan ada yang dinilai."
    label = organisation_label(one.organisation).lower()
    if one.standing == FITS:
        return f"Dengan predikat organisasi {label}, sebaran ini sesuai pola."
    if one.standing == HINT:
        return f"Unit kecil: bagi {one.rated} orang, pola predikat organisasi {label} hanya petunjuk. Menilai dengan adil lebih penting."
    if one.standing == EXCUSED:
        return f"Sebaran berbeda dari pola predikat organisasi {label}, dan dikecualikan dengan alasan."
    return f"Sebaran berbeda dari pola predikat organisasi {label}. Bandingkan lagi, atau kecualikan dengan alasan."


@dataclass(frozen=True, slots=True)
class Person:
    """Satu orang in a unit's list."""

    url: str
    name: str
    title: str
    unit: str
    appraiser: str
    ratings: str
    predicate: tuple[str, str]
    state: tuple[str, str]


def people_rows(page: Sequence[Evaluation]) -> list[Person]:
    """Lines of the people."""
    return [
        Person(
            one.get_absolute_url(), one.employee.current.full_name, one.employee.current.title, one.unit.name,
            appraiser_name(one.skp), ratings_words(one.result_rating, one.behaviour_rating), predicate_tag(one.predicate),
            state_tag(one.state),
        )
        for one in page
    ]  # fmt: skip


def ratings_words(result: str, behaviour: str) -> str:
    """Sesuai, di atas."""
    return f"{short_rating(result)}, {short_rating(behaviour).lower()}" if result else "–"


def predicate_links(one: Spread, chosen: str) -> list[tuple[str, int, str]]:
    """(label, people, address): each count opens to the people whom it counts."""
    return [
        (predicate.label, people, "?" if chosen == predicate.value else f"?predikat={predicate.value}")
        for predicate, people in one.counts.items()
    ]


def known_predicate(code: str) -> str:
    """A predicate as an address may name it; nothing for anything else."""
    return code if code in {one.value for one in Predicate} else ""


def decided_events(predicates: Sequence[UnitPredicate], exceptions: Sequence[DistributionOverride]) -> list[Event]:
    """Who set which predicate of the organisation, and who made which exception, the newest first."""
    found = [
        (one.at, Event(
            f"Predikat organisasi: {organisation_label(one.predicate).lower()}", day=clock.day_of(one.at), state="done",
            text=f"{_by(one.set_by)}{one.reason}{_recommended(one)}",
        ))
        for one in predicates
    ]  # fmt: skip
    found += [
        (one.at, Event("Pola dikecualikan", day=clock.day_of(one.at), state="done", text=f"{_by(one.by)}{one.reason}"))
        for one in exceptions
    ]
    return [event for _, event in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _by(user: Any) -> str:
    return f"{user.name}: " if user else ""


def _recommended(one: UnitPredicate) -> str:
    return f" Rekomendasi: {one.recommendation}" if one.recommendation else ""


def change_rows(found: Sequence[Changed]) -> list[tuple[str, str, str, str, str]]:
    """Name, address, before, after, why."""
    return [
        (
            one.after.employee.current.full_name, f"/kinerja/evaluasi/{one.after.evaluation_id}/", _given(one.before),
            _given(one.after), one.after.reason,
        )
        for one in found
    ]  # fmt: skip


def _given(one: Any) -> str:
    label, _ = predicate_tag(one.predicate)
    return f"{label} ({ratings_words(one.result_rating, one.behaviour_rating).lower()})"


def meeting_rows(form: CalibrationForm) -> list[tuple[Evaluation, str, Any, Any, Any]]:
    """Each person with the result before the meeting and the three fields."""
    return [(one, _given(one), *fields) for one, *fields in form.rows]
