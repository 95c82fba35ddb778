"""Journeys share one served demo city per session and one Chromium per module."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import FLAGS, find_chromium
from tests.functional.city import City, demo_city
from tests.functional.visitor import Visitor


@pytest.fixture(scope="session")
def city() -> Iterator[City]:
    """Kota peragaan: some 300 invented people, served like the real thing."""
    with demo_city() as served:
        yield served


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Chromium for a module of journeys. Gone afterwards: Playwright's loop would bar other tests from the database."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visitor(city: City, chromium: Any) -> Iterator[Callable[..., Visitor]]:
    """`visitor()` reads without an account, `visitor("1980…")` is signed in by one tap. All leave at the end."""
    present: list[Visitor] = []

    def arrive(login: str = "", **how: Any) -> Visitor:
        one = Visitor(chromium, city, **how)
        present.append(one)
        return one.taps(login) if login else one

    yield arrive
    for one in present:
        one.leaves()


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All browser tests run on one worker, so that the city is loaded once; without Chromium they are left out."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and "browser" in item.keywords:
            item.add_marker(pytest.mark.xdist_group("browser"))
            if not find_chromium():
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


def pytest_collection_finish(session: pytest.Session) -> None:
    """A runner that forgets the groups would deal one journey's steps out to several cities: say so at once."""
    if not getattr(session.config.option, "loadgroup", False):
        return
    loose = [item.nodeid for item in session.items if "browser" in item.keywords and "@browser" not in item.nodeid]
    if loose:
        raise pytest.UsageError(f"pytest-xdist does not keep the browser tests together: {loose[0]}")
