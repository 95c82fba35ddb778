"""Pola karier: is an appointment a promotion, a move on the same level, or a step down (PP 11/2017 Pasal 162, 188-198)?"""

from __future__ import annotations

from dataclasses import dataclass

from jenjang.law.catalogue import rule
from jenjang.law.codes import CareerLevel, Code, PositionKind
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result
from jenjang.organization.rules.requirements import LADDER, place_on_ladder

PERMITTED = "jabatan.pola_karier.perpindahan"


class CareerMove(Code):
    """Perpindahan jabatan menurut pola karier."""

    VERTICAL = "vertikal", "Promosi vertikal"
    DIAGONAL = "diagonal", "Promosi diagonal"
    HORIZONTAL = "horizontal", "Mutasi setingkat"
    DOWNWARD = "turun", "Penurunan jabatan"


@dataclass(frozen=True, slots=True)
class CareerMoveFacts:
    """Fakta: jabatan sekarang dan jabatan yang dituju."""

    position_kind: PositionKind = fact("Jenis jabatan yang dituju")
    held_kind: PositionKind = fact("Jenis jabatan sekarang")
    career_level: CareerLevel = fact(
        "Jenjang fungsional sekarang", help="pilih Tidak ada bila bukan jabatan fungsional"
    )


@dataclass(slots=True)
class CareerMoveResult:
    """Hasil: jenis perpindahannya."""

    move: CareerMove = result("Perpindahan")


@rule(
    "jabatan.pola_karier",
    title="Perpindahan menurut pola karier",
    facts=CareerMoveFacts,
    result=CareerMoveResult,
    cites=("pp-11-2017#162", "pp-11-2017#188", "pp-11-2017#198"),
    decides=True,
)
def decide_career_move(facts: CareerMoveFacts, law: LawOn) -> Decision[CareerMoveResult]:
    """Promosi vertikal atau diagonal, mutasi setingkat, atau penurunan jabatan (PP 11/2017 Pasal 162, 188, 198)."""
    permitted, equals = law[PERMITTED], law["jabatan.setara"]
    if facts.position_kind is PositionKind.FUNCTIONAL:
        raise FactError(
            "position_kind", "Perpindahan ke jabatan fungsional diatur tersendiri; pilih jenis jabatan lain."
        )
    held_place = place_on_ladder(facts.held_kind, facts.career_level, equals.value)
    if held_place is None:
        raise FactError("career_level", "Jabatan fungsional memerlukan jenjang jabatan.")
    move = _move(facts, held_place)
    held = facts.career_level if facts.held_kind is PositionKind.FUNCTIONAL else facts.held_kind
    met = move in permitted.value
    template = "{}: sudah {}" if held is facts.position_kind else "{} dari {} ke {}"
    template += "." if met else "; lowongan tidak diisi dengan cara ini."
    cites = permitted.cites + equals.cites if held is facts.career_level else permitted.cites
    finding = Finding(met, (template, move, held, facts.position_kind), cites, "pola_karier")
    return Decision([finding], CareerMoveResult(move))


def _move(facts: CareerMoveFacts, held: int) -> CareerMove:
    """Higher within one group is vertical, higher across groups diagonal."""
    target = LADDER.index(facts.position_kind)
    if target == held:
        return CareerMove.HORIZONTAL
    if target < held:
        return CareerMove.DOWNWARD
    same_group = _group(facts.held_kind) == _group(facts.position_kind)
    return CareerMove.VERTICAL if same_group else CareerMove.DIAGONAL


def _group(kind: PositionKind) -> str:
    """Kelompok jabatan: JPT, JF, or JA."""
    if kind.is_jpt:
        return "JPT"
    return "JF" if kind is PositionKind.FUNCTIONAL else "JA"
