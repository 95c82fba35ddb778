"""Kelengkapan SKP: what must stand in it before it can be handed in. Pure; the button and the action read the same answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jenjang.law.decisions import Decision, Finding
from jenjang.law.parameters import LawOn

_FORM = ("permenpanrb-6-2022#lampiran",)


@dataclass(frozen=True, slots=True)
class Line:
    """Satu rencana hasil kerja, as far as completeness goes."""

    text: str
    is_main: bool
    is_tied: bool
    indicators: int
    untyped: int
    has_perspective: bool = False


def plan_is_complete(lines: Sequence[Line], *, quantitative: bool, leads: bool, law: LawOn) -> Decision[None]:
    """Bolehkah diajukan: main results there are, each says what it serves and how one sees that it is reached.

    `leads`: a post at the top of its unit, whose results serve the unit's indicators and not a leader's; measured ones are
    told by perspective instead of by aspect.
    """
    most = law["kinerja.skp.hasil_paling_banyak"]
    main = [line for line in lines if line.is_main]
    findings = [
        _finding("utama", bool(main), "Ada rencana hasil kerja utama.", "Belum ada rencana hasil kerja utama."),
        Finding(
            len(lines) <= most.value, ("{} rencana hasil kerja; paling banyak {}.", len(lines), most.value), most.cites,
            "banyaknya",
        ),
    ]  # fmt: skip
    for line in lines:
        findings += _of_line(line, quantitative, leads)
    return Decision(findings, None)


def _of_line(line: Line, quantitative: bool, leads: bool) -> Iterator[Finding]:
    name = f"“{_short(line.text)}”"
    yield _finding(
        "indikator",
        line.indicators > 0,
        f"{name} mempunyai indikator dan target.",
        f"{name} belum mempunyai indikator.",
    )
    if line.is_main:
        above = "indikator unit" if leads else "hasil kerja pimpinan"
        hint = (
            "Tulis dahulu di Sasaran unit bila belum ada."
            if leads
            else "Tulis sementara bila pimpinan belum menyusunnya."
        )
        yield _finding(
            "mendukung",
            line.is_tied,
            f"{name} mendukung {above}.",
            f"{name} belum menyebut {above} yang didukungnya. {hint}",
        )
    if quantitative and leads:
        yield _finding(
            "perspektif", line.has_perspective, f"Perspektif {name} dipilih.", f"{name} belum mempunyai perspektif."
        )
    elif quantitative and line.indicators:
        yield _finding(
            "aspek", line.untyped == 0, f"Aspek indikator {name} dipilih.", f"{name} mempunyai indikator tanpa aspek."
        )


def _finding(code: str, met: bool, good: str, bad: str) -> Finding:
    return Finding(met, good if met else bad, _FORM, code)


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
