"""What docs/reference promises: every setting, every command, every decision record is where a reader looks for it."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from jenjang import cli

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
READ = re.compile(
    r"(?:env\.(?:text|flag|number|words|zone)\(|environ(?:\.get)?[\[(])\s*\"(JENJANG_[A-Z0-9_]+|DATABASE_[A-Z_]+)\""
)


def test_every_setting_that_the_code_reads_stands_in_the_reference() -> None:
    sources = [*(ROOT / "jenjang").rglob("*.py"), ROOT / "tests" / "run.py"]
    read = {name for path in sources for name in READ.findall(path.read_text())} | {"JENJANG_HOME"}
    written = set(re.findall(r"^\| `([A-Z0-9_]+)`", (REFERENCE / "setelan.md").read_text(), re.M))
    assert read - written == set()


def commands(
    parser: argparse.ArgumentParser, words: tuple[str, ...] = ()
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, child in action.choices.items():
                yield from commands(child, (*words, name))
            return
    if words:
        yield " ".join(words), parser


def test_every_command_and_option_stands_in_the_reference() -> None:
    page = (REFERENCE / "perintah.md").read_text()
    missing = []
    for name, parser in commands(cli.parser()):
        if f"`jenjang {name}" not in page:
            missing.append(name)
            continue
        section = page[page.index(f"`jenjang {name}") :].split("\n\n", 1)[0]
        options = [option for action in parser._actions for option in action.option_strings if option.startswith("--")]
        missing += [f"{name} {option}" for option in options if option != "--help" and option not in section]
    assert missing == []


def test_every_decision_record_names_its_options_and_its_consequences() -> None:
    wrong = []
    for path in (ROOT / "docs" / "adr").glob("*.md"):
        text = path.read_text().lower()
        wrong += [f"{path.name}: {word}" for word in ("refused", "decision") if word not in text]
    assert wrong == []
