"""Perintah `jenjang … states`: a slice draws its state machines as a page of docs/reference."""

from __future__ import annotations

import argparse
import importlib
from functools import partial
from pathlib import Path

PAGES = Path(__file__).resolve().parents[2] / "docs" / "reference"


def add_states(commands: argparse._SubParsersAction[argparse.ArgumentParser], package: str, page: Path) -> None:
    """The command `states` of a slice; its tables are read only when it runs."""
    states = commands.add_parser("states", help="the state machines as a page of the reference")
    states.add_argument("--write", action="store_true", help=f"write docs/reference/{page.name}")
    states.set_defaults(run=partial(print_states, package, page), needs_django=False)


def print_states(package: str, page: Path, options: argparse.Namespace) -> int:
    """The state diagrams, to the screen or into the reference."""
    drawn: str = importlib.import_module(f"{package}.states").reference_page()
    if options.write:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(drawn, "utf-8")
    else:
        print(drawn)
    return 0
