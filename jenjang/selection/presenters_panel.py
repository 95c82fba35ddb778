"""Kata-kata tentang penilai: why somebody steps back, in the words of the person who reads it."""

from __future__ import annotations

from jenjang.selection.bench import Bench
from jenjang.selection.models import Candidate, Interest, PanelMember, Recusal, TieKind
from jenjang.selection.rules.marks import Stage

DEGREES = ("", "pertama", "kedua", "ketiga", "keempat", "kelima", "keenam")
BY_MARRIAGE = ("suami", "istri", "mertua", "menantu", "ipar")
CITES = ("permenpanrb-17-2024#sumber-konflik", "uu-30-2014#43")


def aspect_label(code: str) -> str:
    """Kesesuaian jabatan."""
    return code.replace("_", " ").capitalize()


def stage_label(code: str) -> str:
    """Wawancara."""
    return str(Stage.of(code).label)


def why_recused(recusal: Recusal) -> str:
    """One sentence to the member, about the candidate."""
    if recusal.declaration is not None:
        kind = Interest(recusal.declaration.kind).label.lower()
        return f"Anda menyatakan kepentingan: {kind}."
    tie = recusal.tie
    if tie is None or tie.kind == TieKind.SAME_PERSON:
        return "Anda sendiri calonnya."
    if tie.kind == TieKind.RIVAL:
        return "Anda sendiri salah seorang calon lowongan ini."
    return f"Ia {tie.relation} Anda{_degree(tie.relation, tie.degree)}. Sumber: {_lower(tie.evidence)}."


def relation_words(relation: str, degree: int | None) -> str:
    """The relation for an officer's list."""
    return f"{relation}{_degree(relation, degree)}"


def _degree(relation: str, degree: int | None) -> str:
    if not degree:
        return ""
    kind = "semenda" if any(word in relation for word in BY_MARRIAGE) else "sedarah"
    return f" ({kind}, derajat {DEGREES[degree] if degree < len(DEGREES) else degree})"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def who_instead(bench: Bench, member: PanelMember, candidate: Candidate) -> str:
    """Who marks in the member's place."""
    other = bench.stand_in(member, candidate)
    if other is None:
        return "Belum ada pengganti; anggota lain tetap menilai."
    return f"Nilai diberikan anggota cadangan, {other.name.rstrip('.')}."
