"""Umpan balik 360 derajat: one predicate from the answers of leader, peers and subordinates (PermenPANRB 6/2022 Pasal 5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jenjang.law.catalogue import rule
from jenjang.law.codes import Predicate
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import points, result

LEADER, PEERS, SUBORDINATES = "pimpinan", "rekan", "bawahan"
Group = tuple[str, ...]
"""One group of raters, or two that are counted together."""


@dataclass(frozen=True, slots=True)
class AnswersFacts:
    """Jawaban satu kelompok penilai."""

    answers: int = fact("Jumlah penilai yang menjawab", unit="orang", minimum=0)
    points: int = fact("Jumlah nilai", help="Nilai ketujuh nilai dasar dari semua penilai kelompok ini.", minimum=0)


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """Fakta: apa yang dijawab tiap kelompok tentang seorang pegawai."""

    leader: AnswersFacts = fact("Pimpinan")
    peers: AnswersFacts = fact("Rekan")
    subordinates: AnswersFacts = fact("Bawahan")


@dataclass(slots=True)
class RoundOutcome:
    """Hasil: nilai dan predikat, bila cukup yang menjawab."""

    predicate: Predicate | None = result("Predikat umpan balik 360 derajat")
    score: Decimal | None = result("Nilai")
    raters: int = result("Penilai yang terhitung", unit="orang")
    groups: tuple[str, ...] = result("Kelompok yang terhitung")


@rule(
    "kinerja.umpan_balik_360",
    title="Predikat umpan balik 360 derajat",
    facts=RoundFacts,
    result=RoundOutcome,
    cites=("permenpanrb-6-2022#5", "kepka-bkn-411-2025#lampiran"),
    decides=True,
)
def decide_round_outcome(facts: RoundFacts, law: LawOn) -> Decision[RoundOutcome]:
    """Nilai tertimbang tiap kelompok, lalu predikatnya; kelompok kecil digabung atau tidak dihitung (kebijakan instansi)."""
    answers = {LEADER: facts.leader, PEERS: facts.peers, SUBORDINATES: facts.subordinates}
    for name, given in zip(("leader", "peers", "subordinates"), answers.values(), strict=True):
        _check_points(name, given, law)
    smallest = law["kinerja.umpan_balik.kelompok_terkecil"]
    counts = {name: given.answers for name, given in answers.items()}
    groups = counted_groups(counts, int(smallest.value))
    findings = [_said_of(name, count, groups, int(smallest.value), smallest.cites) for name, count in counts.items()]
    is_enough = any(group != (LEADER,) for group in groups)
    enough = "Cukup rekan atau bawahan menjawab." if is_enough else (
        "Rekan dan bawahan yang menjawab kurang dari {}; nilainya tidak dihitung.", int(smallest.value)
    )  # fmt: skip
    findings.append(Finding(is_enough, enough, smallest.cites, "cukup"))
    if not is_enough:
        return Decision(findings, RoundOutcome(None, None, 0, ()))
    score = _weighted({group: _mean([answers[name] for name in group], law) for group in groups}, law)
    predicate = _predicate(score, law)
    bounds = law["kinerja.umpan_balik_360.batas"]
    findings.append(Finding(True, ("Nilai {}: predikat {}.", _rounded(score), predicate), bounds.cites, "predikat"))
    raters = sum(counts[name] for group in groups for name in group)
    return Decision(findings, RoundOutcome(predicate, _rounded(score), raters, tuple("+".join(one) for one in groups)))


def counted_groups(answers: Mapping[str, int], smallest: int) -> list[Group]:
    """Kelompok yang terhitung: peers and subordinates apart where both are large enough, else together, else not at all.

    The leader is one person whose answer is known to be his. Of the others nothing is counted that could be one person's.
    """
    peers, subordinates = answers[PEERS], answers[SUBORDINATES]
    present = [name for name, count in ((PEERS, peers), (SUBORDINATES, subordinates)) if count]
    found: list[Group] = [(LEADER,)] if answers[LEADER] else []
    if peers + subordinates < smallest:
        return found
    if min(answers[name] for name in present) >= smallest:
        return [*found, *((name,) for name in present)]
    return [*found, (PEERS, SUBORDINATES)]


def _said_of(name: str, count: int, groups: Sequence[Group], smallest: int, cites: tuple[str, ...]) -> Finding:
    if not count:
        return Finding(True, f"Kelompok {name}: tidak ada yang menjawab.", cites, name)
    group = next((one for one in groups if name in one), None)
    if group is None:
        return Finding(True, ("Kelompok {}: kurang dari {} penilai, tidak dihitung.", name, smallest), cites, name)
    if len(group) > 1:
        return Finding(
            True, f"Kelompok {name}: dihitung bersama kelompok lain agar tidak ada yang dikenali.", cites, name
        )
    return Finding(True, ("Kelompok {}: {} penilai.", name, count), cites, name)


def _check_points(field: str, given: AnswersFacts, law: LawOn) -> None:
    """No sum that so many raters cannot have given."""
    scale, values = law["kinerja.umpan_balik_360.skala"].value, len(law["kinerja.perilaku.panduan"].value)
    low, high = (int(scale[end]) * values * given.answers for end in ("terendah", "tertinggi"))
    if not low <= given.points <= high:
        raise FactError(field, f"Jumlah nilai harus antara {low} dan {high}, bukan {given.points}.")


def _mean(groups: Sequence[AnswersFacts], law: LawOn) -> Fraction:
    values = len(law["kinerja.perilaku.panduan"].value)
    return Fraction(sum(one.points for one in groups), values * sum(one.answers for one in groups))


def _weighted(means: Mapping[Group, Fraction], law: LawOn) -> Fraction:
    """Rata-rata tertimbang; who is not counted leaves the weight to the others."""
    weights = law["kinerja.umpan_balik_360.bobot"].value
    heavy = {group: Fraction(sum(weights[name] for name in group)) for group in means}
    return sum((means[group] * heavy[group] for group in means), Fraction(0)) / sum(heavy.values())


def _predicate(score: Fraction, law: LawOn) -> Predicate:
    for code, least in law["kinerja.umpan_balik_360.batas"].value.items():
        if score >= Fraction(least):
            return Predicate.of(code)
    return Predicate.VERY_POOR


def _rounded(value: Fraction) -> Decimal:
    """Two decimals, half up, of an exact fraction."""
    return points(Decimal(int((2 * 100 * value + 1) // 2)) / 100)
