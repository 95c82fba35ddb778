"""The interface in a browser: contrast, names and order by axe-core; keys and pages without script."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import FLAGS, find_chromium

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = ["/galeri/", "/aksesibilitas/", "/tampilan/", "/menu/", "/tidak-ada/"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(not find_chromium(), reason="no Chromium on this machine"),
]


@pytest.fixture
def address(committed_db: str) -> Iterator[str]:
    """The program, served over a copy of the test database: sealed tables cannot be emptied afterwards."""
    from pytest_django.live_server_helper import LiveServer

    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()


@pytest.fixture
def browser(address: str) -> Iterator[Any]:
    """Chromium, started after the database stands and gone before it goes: Playwright's loop would hide connections."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(address: str, browser: Any, scheme: str) -> None:
    for width in (320, 360, 1280):
        look_at_all(address, browser, width, scheme)


def look_at_all(address: str, browser: Any, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if "Content Security" in message.text else None)
    for path in PAGES:
        answer = page.goto(address + path)
        assert answer.status == (404 if path == "/tidak-ada/" else 200), path
        page.evaluate(AXE)
        found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]] == [], path
        assert len(found["passes"]) > 15, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert complaints == []
    context.close()


def test_digits_rate_and_letters_are_counted(address: str, browser: Any) -> None:
    page = browser.new_page()
    page.goto(address + "/galeri/")
    page.focus("input[name=rating] >> nth=0")
    page.keyboard.press("3")
    assert page.locator("input[name=rating]:checked").first.input_value() == "3"
    page.locator("#id_reason").fill("Halo")
    assert page.locator("#id_reason_catatan").inner_text() == "4 dari paling sedikit 100 huruf."
    page.close()


def test_dark_is_chosen_without_script(address: str, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/tampilan/?lanjut=/galeri/")
    page.check("input[value=gelap]")
    page.click("text=Pakai")
    assert page.url.endswith("/galeri/")
    assert page.locator("html").get_attribute("data-bs-theme") == "dark"
    context.close()
