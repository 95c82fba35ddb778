"""Perintah seleksi: `rank NUMBER` prints a ranking, `recompute FILE` computes a printed one again, `states` draws the states."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from jenjang.kernel.state_pages import PAGES, add_states

REFERENCE = PAGES / "status-seleksi.md"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to the program."""
    selection = subparsers.add_parser("selection", help="vacancies: print a ranking, draw the states")
    commands = selection.add_subparsers(dest="what", metavar="PERINTAH", required=True)
    rank = commands.add_parser("rank", help="everybody examined for a vacancy, with findings")
    rank.add_argument("number", help="public number of the vacancy, such as L-2026-0001")
    rank.add_argument("--format", choices=("text", "json"), default="text")
    rank.set_defaults(run=print_ranking)
    again = commands.add_parser("recompute", help="a ranking again, from its printed inputs alone")
    again.add_argument("file", type=Path, metavar="FILE", help="printed inputs, downloaded from the ranking as JSON")
    again.set_defaults(run=recompute_ranking)
    add_states(commands, __package__, REFERENCE)


def print_ranking(options: argparse.Namespace) -> int:
    """The standing run of a vacancy; without one, what a run would give today, not stored."""
    from jenjang.selection import printing
    from jenjang.selection.models import Vacancy

    vacancy = Vacancy.objects.filter(number=options.number).first()
    if vacancy is None:
        print(f"jenjang: tidak ada lowongan bernomor {options.number}", file=sys.stderr)
        return 2
    try:
        people = printing.everybody(vacancy)
    except printing.NothingPublished as error:
        print(f"jenjang: {error}", file=sys.stderr)
        return 2
    if options.format == "json":
        json.dump(people, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        _print_text(people)
    return 0


def recompute_ranking(options: argparse.Namespace) -> int:
    """Hitung ulang: whether the printed inputs give the printed order. Reads no record of the database."""
    from jenjang.selection import replay

    try:
        printed = json.loads(options.file.read_text(encoding="utf-8"))
        ranking = replay.recompute(printed)
        other = replay.differences(printed, ranking)
    except OSError as error:
        print(f"jenjang: {options.file} tidak dapat dibaca: {error.strerror}", file=sys.stderr)
        return 2
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        print(f"jenjang: {options.file} bukan masukan tercetak yang dapat dihitung ulang: {error}", file=sys.stderr)
        return 2
    print(
        f"{printed['lowongan']}, penghitungan ke-{printed['penghitungan']}: {len(printed['orang'])} orang dihitung ulang."
    )
    for person in other:
        print(f"- id {person}: hasil tercetak lain dari hasil hitung ulang")
    print(f"{len(other)} hasil berbeda." if other else "Semua peringkat, nilai, dan status sama.")
    return 1 if other else 0


def _print_text(people: list[dict[str, Any]]) -> None:
    for person in people:
        place = "-" if person["rank"] is None else person["rank"]
        score = "" if person["score"] is None else f"{person['score']:.2f}"
        unmet = "; ".join(finding["reason"] for finding in person["findings"] if not finding["met"])
        print(f"{place:>5} {person['status']} {score:>6} {person['nip']} {person['name']}  {unmet}".rstrip())
