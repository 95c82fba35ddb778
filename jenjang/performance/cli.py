"""Perintah kinerja: `jenjang performance states` draws the state machines."""

from __future__ import annotations

import argparse

from jenjang.kernel.state_pages import PAGES, add_states

REFERENCE = PAGES / "status-kinerja.md"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to the program."""
    performance = subparsers.add_parser("performance", help="performance: draw the states")
    commands = performance.add_subparsers(dest="what", metavar="PERINTAH", required=True)
    add_states(commands, __package__, REFERENCE)
