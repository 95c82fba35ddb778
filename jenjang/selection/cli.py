"""Perintah seleksi: `jenjang selection rank NUMBER` prints a ranking, `jenjang selection states` draws the state machines."""

from __future__ import annotations

import argparse
import json
import sys
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


def _print_text(people: list[dict[str, Any]]) -> None:
    for person in people:
        place = "-" if person["rank"] is None else person["rank"]
        score = "" if person["score"] is None else f"{person['score']:.2f}"
        unmet = "; ".join(finding["reason"] for finding in person["findings"] if not finding["met"])
        print(f"{place:>5} {person['status']} {score:>6} {person['nip']} {person['name']}  {unmet}".rstrip())
