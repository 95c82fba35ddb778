"""Glosarium: one term has one identifier, one identifier one term, and the code still uses it."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| (?P<term>[^|*]+?) \| `(?P<identifier>\w+)` \| (?P<meaning>[^|]+?) \|$", re.MULTILINE)
FORBIDDEN = {"ppk", "absensi"}  # two meanings; a synonym


def rows() -> list[tuple[str, str]]:
    text = (ROOT / "docs" / "reference" / "glosarium.md").read_text(encoding="utf-8")
    return [(found["term"], found["identifier"]) for found in ROW.finditer(text)]


def identifiers() -> set[str]:
    """Every name that the source defines, reads or imports."""
    names: set[str] = set()
    for path in (ROOT / "jenjang").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names |= {
                getattr(node, part)
                for part in ("name", "id", "arg", "attr")
                if isinstance(getattr(node, part, None), str)
            }
    return names


def test_one_term_has_one_identifier_and_one_identifier_one_term() -> None:
    found = rows()
    assert len(found) > 60
    for column in zip(*found, strict=True):
        assert [word for word, count in Counter(column).items() if count > 1] == []


def test_every_identifier_still_lives_in_the_code() -> None:
    used = identifiers()
    assert [identifier for _, identifier in rows() if identifier not in used] == []


def test_no_identifier_has_a_word_that_means_two_things() -> None:
    """A role's stored code may be `ppk`; a name in Python may not."""
    bad = {name for name in identifiers() if FORBIDDEN & set(re.split(r"_|(?<=[a-z0-9])(?=[A-Z])", name.lower()))}
    assert bad == set()
