"""A name that a block gives to an address dies with the block: elsewhere the link would lead back to its own page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TEMPLATES = sorted((Path(__file__).parents[2] / "jenjang").rglob("templates/**/*.html"))
TAG = re.compile(r"\{%\s*(block|endblock)\b\s*(\w*)[^%]*%\}")
NAMED = re.compile(r"\{%\s*url\s[^%]*?\sas\s+(\w+)\s*%\}")
USED = re.compile(
    r"\{%\s*(?:button|crumb|empty)\s+(?:\"[^\"]*\"|[\w.]+)\s+(\w+)\b|href=\"\{\{\s*(\w+)\s*\}\}\"|action=\"\{\{\s*(\w+)\s*\}\}\""
)


def blocks_of(text: str) -> list[tuple[str, str]]:
    """(name, text) of each outermost block; what stands outside all blocks has no name."""
    parts, depth, name, start = [], 0, "", 0
    for found in TAG.finditer(text):
        if found.group(1) == "block":
            if depth == 0:
                parts.append(("", text[start : found.start()]))
                name, start = found.group(2), found.end()
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                parts.append((name, text[start : found.start()]))
                start = found.end()
    return [*parts, ("", text[start:])]


def test_the_reader_of_blocks_sees_a_name_that_died() -> None:
    text = '{% block a %}{% url "x" as back %}{% endblock %}{% block b %}{% button "Batal" back %}{% endblock %}'
    assert dead_names(text) == {"back"}
    assert dead_names(text.replace("{% button", '{% url "x" as back %}{% button')) == set()


def dead_names(text: str) -> set[str]:
    """Names used in one block and given only in another."""
    blocks = blocks_of(text)
    given = [set(NAMED.findall(inside)) for _, inside in blocks]
    everywhere = set().union(*given)
    dead: set[str] = set()
    for (_, inside), own in zip(blocks, given, strict=True):
        used = {name for found in USED.finditer(inside) for name in found.groups() if name}
        dead |= (used & everywhere) - own
    return dead


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: "/".join(path.parts[-2:]))
def test_no_link_uses_an_address_that_another_block_named(path: Path) -> None:
    assert dead_names(path.read_text(encoding="utf-8")) == set()
