"""Every page of the URL map, found by walking the links, is looked at by axe and bears a narrow screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.functional.city import City
from tests.functional.visitor import DESK, PHONE, Visitor
from tests.functional.walker import Page, Walker, named_pages

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Arrive = Callable[..., Visitor]
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ROLES = ("bkpsdm", "pegawai", "tim_penilai", "pyb", "ppk", "pansel", "inspektorat", "admin_opd")
RUN = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"
NARROWEST, HEIGHT, HIGHEST = 320, 740, 12_000
# Pages that no link leads to while the story stands where it stands; they are opened by their own tests.
BY_ADDRESS = ("/masuk/", "/aktifkan/", "/keluar/", "/peragaan/", "/galeri/", "/aksesibilitas/", "/tampilan/", "/menu/")


@pytest.fixture(scope="session")
def found(city: City) -> dict[str, list[Page]]:
    """Kinds of pages, each with an example a role."""
    pages: dict[str, list[Page]] = {}
    for role in ("", *ROLES):
        login = city.players(role)[0]["login"] if role else ""
        for page in Walker(city, login, skip=_of_everybody(pages) if role else ()).pages():
            pages.setdefault(page.name, []).append(page)
    for path in BY_ADDRESS:
        page = Page(path, path, "")
        pages.setdefault(path, []).append(page)
    return pages


def _of_everybody(pages: dict[str, list[Page]]) -> tuple[str, ...]:
    """What was seen without signing in looks the same signed in: walking it once is enough."""
    return tuple(name for name, examples in pages.items() if examples[0].login == "")


def test_links_lead_to_every_part_of_the_program(found: dict[str, list[Page]]) -> None:
    spaces = {name.split(":", maxsplit=1)[0] for name in named_pages() if ":" in name}
    assert spaces - {name.split(":", maxsplit=1)[0] for name in found} == set()
    assert len(found) > 60


def show_whole(one: Visitor) -> None:
    """A window as high as the page: what the fixed bar at the bottom covers for a moment is not lost to a finger."""
    one.page.set_viewport_size({"width": one.width, "height": HEIGHT})
    high = one.page.evaluate("document.documentElement.scrollHeight")
    one.page.set_viewport_size({"width": one.width, "height": min(high + 100, HIGHEST)})


# Rows of a list are made by one loop; the first few say for axe what all say, and are told in a tenth of the time.
SHORTEN = """() => document.querySelectorAll("tbody, ul, ol, select, dl").forEach(list =>
    [...list.children].slice(8).forEach(row => row.querySelector("[id]") || row.remove()))"""


def look(visitor: Arrive, examples: list[Page], *, width: int, scheme: str) -> list[str]:
    """What is wrong on these pages at this width and in this light."""
    wrong: list[str] = []
    people: dict[str, Visitor] = {}
    for page in examples:
        if page.login not in people:
            people[page.login] = visitor(page.login, width=width, scheme=scheme)
        one = people[page.login]
        one.page.goto(page.path)
        if width == PHONE:
            one.page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
            wide = one.page.evaluate("document.documentElement.scrollWidth")
            wrong += [f"{page.path} as {page.login or 'anybody'}: {wide} px wide"] if wide > NARROWEST else []
        one.page.evaluate(SHORTEN)
        show_whole(one)
        one.page.evaluate(AXE)
        answer: dict[str, Any] = one.page.evaluate(RUN, RULES)
        wrong += [
            f"{page.path} as {page.login or 'anybody'}: {rule['id']}: {node['html'][:200]}"
            for rule in answer["violations"]
            for node in rule["nodes"][:2]
        ]
    return wrong


@pytest.mark.parametrize("part", range(4))
def test_axe_finds_nothing_on_any_kind_of_page(found: dict[str, list[Page]], visitor: Arrive, part: int) -> None:
    """One variant a kind of page: every other on a phone in daylight, the rest on a desk in the dark."""
    examples = [pages[0] for _, pages in sorted(found.items())][part::4]
    width, scheme = (PHONE, "light") if part % 2 else (DESK, "dark")
    assert look(visitor, examples, width=width, scheme=scheme) == []


@pytest.mark.full
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_on_any_page_of_any_role(
    found: dict[str, list[Page]], visitor: Arrive, width: int, scheme: str
) -> None:
    assert look(visitor, [page for pages in found.values() for page in pages], width=width, scheme=scheme) == []
