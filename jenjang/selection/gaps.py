"""Perubahan terkecil: what would move somebody up, searched by the same rule code over single changes and pairs.

Pure. Each change is one step that a person can take; only those that reach the next place are told, smallest first. Where
no single step is enough, two together are searched for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import combinations
from typing import Any

from jenjang.law.codes import Education, Predicate
from jenjang.law.wording import number
from jenjang.selection.inputs import Inputs
from jenjang.selection.ranking import Assessed, Engine
from jenjang.selection.rules.marks import Stage
from jenjang.selection.scoring import BoardScore
from jenjang.talent.rules.score import LABELS

_WHOLE = 100
STAGES = "stages"
_SCORES = {"technical": "Uji kompetensi teknis", "competence": "Penilaian kompetensi", "potential": "Penilaian potensi"}


@dataclass(frozen=True, slots=True)
class Step:
    """Langkah: one value changed, and how that reads."""

    what: str
    title: str
    detail: str
    changed: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Perubahan: one or two steps, the score with them, and what they add."""

    steps: tuple[Step, ...]
    score: Decimal
    gain: Decimal

    @property
    def title(self) -> str:
        return " dan ".join(step.title if place == 0 else step.title[:1].lower() + step.title[1:]
                            for place, step in enumerate(self.steps))  # fmt: skip

    @property
    def detail(self) -> str:
        return " ".join(step.detail for step in self.steps)


def smallest_changes(engine: Engine, person: Inputs, target: Assessed, *, most: int = 4) -> list[Change]:
    """The smallest changes, one or two at a time, that put this person before `target`, all others unchanged."""
    now = engine.assess(person)
    if now.score is None:
        return []
    ladders = [ladder for ladder in _ladders(engine, person) if ladder]
    reach = partial(_try, engine, person, now.score, target)
    found = [change for ladder in ladders if (change := next(filter(None, (reach((step,)) for step in ladder)), None))]
    if not found:
        found = [change for pair in combinations(ladders, 2) if (change := _together(*pair, reach))]
    return sorted(found, key=lambda change: (len(change.steps), change.gain, change.title))[:most]


def _together(one: list[Step], other: list[Step], reach: Callable[[tuple[Step, ...]], Change | None]) -> Change | None:
    """The cheapest two steps, one of each ladder: the higher the one, the lower the other may be."""
    best, top = reach((one[-1], other[-1])), len(other) - 1
    if best is None:
        return None
    for step in one:
        while top >= 0 and (change := reach((step, other[top]))):
            best, top = min(best, change, key=lambda found: found.gain), top - 1
    return best


def _try(engine: Engine, person: Inputs, score: Decimal, target: Assessed, steps: tuple[Step, ...]) -> Change | None:
    changed = engine.assess(person._replace(**_values(person, steps)))
    if changed.score is None or target.score is None or not _is_before(changed, target, engine):
        return None
    return Change(steps, changed.score, changed.score - score)


def _values(person: Inputs, steps: tuple[Step, ...]) -> dict[str, Any]:
    """What changes; of the stages only those that the steps name."""
    changed = [pair for step in steps for pair in step.changed]
    stages = {code: value for name, one in changed if name == STAGES for code, value in one.items()}
    return dict(changed) | ({STAGES: {**(person.stages or {}), **stages}} if stages else {})


def _is_before(one: Assessed, other: Assessed, engine: Engine) -> bool:
    """Whether the order puts one before the other."""
    return engine.sort_key(one) < engine.sort_key(other)


def _ladders(engine: Engine, person: Inputs) -> Iterator[list[Step]]:
    """For each thing that a person can change: its steps, smallest first."""
    if not isinstance(engine.scoring, BoardScore):
        yield from (_stage_steps(code, person) for code, weight in engine.scoring.weights.items() if weight)
        return
    for name, label in _SCORES.items():
        yield _score_steps(name, label, getattr(person, name))
    law = engine.law
    yield _code_steps("team_role", LABELS["tim_kerja"], person.team_role, dict(law["talenta.nilai.tim_kerja"].value))
    yield _code_steps("award", LABELS["penghargaan"], person.award, dict(law["talenta.nilai.penghargaan"].value))
    yield _certificate_steps(person.certificates, [band["mulai"] for band in law["talenta.nilai.sertifikat"].value])
    yield _predicate_steps(person)
    yield _feedback_steps(person)
    yield _education_steps(person)


def _score_steps(name: str, label: str, known: list[Any] | None) -> list[Step]:
    rungs = _rungs(label, known[0] if known else None)
    return [Step(name, title, detail, ((name, [to, 0]),)) for title, detail, to in rungs]


def _stage_steps(code: str, person: Inputs) -> list[Step]:
    """A stage of an open selection."""
    rungs = _rungs(Stage.of(code).label, (person.stages or {}).get(code))
    return [Step(code, title, detail, ((STAGES, {code: to}),)) for title, detail, to in rungs]


def _rungs(label: str, known: str | None) -> Iterator[tuple[str, str, str]]:
    """Each whole score above the one that is there, in words."""
    have = Decimal(known or 0)
    said = number(have) if known else "belum ada"
    for to in range(int(have) + 1, _WHOLE + 1):
        yield f"{label} {said} menjadi {to}", f"Tambah {number(to - have)} angka.", str(to)


def _code_steps(name: str, label: str, known: list[Any] | None, scale: dict[str, int]) -> list[Step]:
    """Codes of a scale that are worth more than what is there."""
    worth = scale[known[0]] if known else 0
    better = sorted(((value, code) for code, value in scale.items() if value > worth))
    return [
        Step(name, f"{label}: {_words(code)}", f"Kini {_words(known[0]) if known else 'belum ada'} ({worth}); menjadi {value}.",
             ((name, [code, 0]),))
        for value, code in better
    ]  # fmt: skip


def _certificate_steps(have: int, bounds: list[int]) -> list[Step]:
    return [
        Step("certificates", f"{to - have} sertifikat lagi", f"Sertifikat {have} menjadi {to}.", (("certificates", to),))
        for to in sorted(bounds) if to > have
    ]  # fmt: skip


def _predicate_steps(person: Inputs) -> list[Step]:
    if not person.predicates:
        return []
    newest, *older = person.predicates
    codes = list(Predicate)
    better = codes[codes.index(Predicate.of(newest[1])) + 1 :]
    return [
        Step("predicates", f"Predikat kinerja {code.label}", f"Dari {Predicate.of(newest[1]).label}.",
             (("predicates", [[newest[0], code.value, 0], *older]),))
        for code in better
    ]  # fmt: skip


def _feedback_steps(person: Inputs) -> list[Step]:
    codes = list(Predicate)
    have = codes.index(Predicate.of(person.feedback_360[0])) if person.feedback_360 else -1
    said = f"Dari {codes[have].label}." if have >= 0 else "Kini belum ada."
    return [
        Step("feedback_360", f"{LABELS['umpan_balik_360']} {code.label}", said, (("feedback_360", [code.value, 0]),))
        for code in codes[have + 1 :]
    ]


def _education_steps(person: Inputs) -> list[Step]:
    if not person.education:
        return []
    now = Education.of(person.education)
    return [
        Step("education", f"Pendidikan {code.label}", f"Dari {now.label}.", (("education", code.value),))
        for code in Education if code.level > now.level
    ]  # fmt: skip


def _words(code: str) -> str:
    return code.replace("_", " ")
