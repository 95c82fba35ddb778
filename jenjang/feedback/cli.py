"""Perintah umpan balik: `jenjang feedback states` draws the state machines."""

from __future__ import annotations

import argparse

from jenjang.kernel.state_pages import PAGES, add_states

REFERENCE = PAGES / "status-umpan-balik.md"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to the program."""
    feedback = subparsers.add_parser("feedback", help="feedback: draw the states")
    commands = feedback.add_subparsers(dest="what", metavar="PERINTAH", required=True)
    add_states(commands, __package__, REFERENCE)
