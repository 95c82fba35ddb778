"""The guide's pictures: each that is named exists, each that exists is used, none is heavy."""

from __future__ import annotations

import re
from pathlib import Path

from tests.functional.pictures import LARGEST
from tests.functional.visitor import PICTURES

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def named() -> set[Path]:
    """Pictures that a page shows, as files."""
    return {
        (page.parent / target).resolve()
        for page in PAGES
        for target in re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", page.read_text(encoding="utf-8"))
    }


def test_each_picture_that_is_named_exists_and_each_that_exists_is_used() -> None:
    assert {path.name for path in named() if not path.exists()} == set()
    assert {path.name for path in PICTURES.glob("*.png")} - {path.name for path in named()} == set()


def test_pictures_are_light() -> None:
    assert {path.name: path.stat().st_size for path in PICTURES.glob("*.png") if path.stat().st_size > LARGEST} == {}


def test_links_between_pages_of_the_guides_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!\w+:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)}: {target}"
