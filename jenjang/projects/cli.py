"""Perintah tim kerja: `jenjang projects states` draws the state machines."""

from __future__ import annotations

import argparse

from jenjang.kernel.state_pages import PAGES, add_states

REFERENCE = PAGES / "status-proyek.md"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to the program."""
    projects = subparsers.add_parser("projects", help="team projects: draw the states")
    commands = projects.add_subparsers(dest="what", metavar="PERINTAH", required=True)
    add_states(commands, __package__, REFERENCE)
