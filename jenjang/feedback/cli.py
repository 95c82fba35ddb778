"""Perintah umpan balik: `jenjang feedback states` draws the state machines."""

from __future__ import annotations

import argparse
from pathlib import Path

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "status-umpan-balik.md"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to the program."""
    feedback = subparsers.add_parser("feedback", help="feedback: draw the states")
    commands = feedback.add_subparsers(dest="what", metavar="PERINTAH", required=True)
    states = commands.add_parser("states", help="the state machines as a page of the reference")
    states.add_argument("--write", action="store_true", help="write docs/reference/status-umpan-balik.md")
    states.set_defaults(run=print_states, needs_django=False)


def print_states(options: argparse.Namespace) -> int:
    """The state diagrams, to the screen or into the reference."""
    from jenjang.feedback.states import reference_page

    if options.write:
        REFERENCE.parent.mkdir(parents=True, exist_ok=True)
        REFERENCE.write_text(reference_page(), "utf-8")
    else:
        print(reference_page())
    return 0
