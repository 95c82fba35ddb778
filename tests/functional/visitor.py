"""A person at a browser, in the words of a story: opens, fills, presses, sees."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import Any

from tests.functional.city import City

PICTURES = Path(__file__).parents[2] / "docs" / "panduan" / "gambar"
PHONE, DESK = 360, 1280
PATIENCE_SECONDS = 5
WRITES_PICTURES = os.environ.get("JENJANG_WRITE_PICTURES") == "1"
LAW_OF_CONTENT = re.compile(r"Content[- ]Security[- ]Policy|Refused to|violates the following", re.I)


class Visitor:
    """One browser context: own cookies, own width, with script or without."""

    def __init__(
        self, browser: Any, city: City, *, width: int = DESK, scheme: str = "light", script: bool = True, name: str = ""
    ) -> None:
        self.city, self.name, self.width = city, name, width
        self.context = browser.new_context(
            viewport={"width": width, "height": 800 if width > 600 else 740},
            color_scheme=scheme, java_script_enabled=script, locale="id-ID", timezone_id="Asia/Jakarta",
            reduced_motion="reduce",  # a colour on its way to another is neither: axe and pictures look at what stays
            base_url=city.address, accept_downloads=True,
        )  # fmt: skip
        self.context.set_default_timeout(30_000)
        if WRITES_PICTURES:
            self.context.route("**/jenjang.css*", _with_one_font)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._note)

    def _note(self, message: Any) -> None:
        if LAW_OF_CONTENT.search(message.text):
            self.complaints.append(message.text)

    # signing in

    def taps(self, login: str) -> Visitor:
        """Sign in by one tap on the page of the demonstration."""
        account = self.city.player(login)
        self.opens("/peragaan/")
        self.page.get_by_role("button", name=account["name"]).first.click()
        self.page.wait_for_url("**/beranda/")
        return self

    def gives_password(self, login: str, secret: str) -> Visitor:
        self.opens("/masuk/")
        self.fills("NIP atau e-mail", login)
        self.fills("Kata sandi", secret)
        self.page.get_by_role("button", name="Masuk", exact=True).click()
        return self

    # doing

    def opens(self, path: str, status: int = 200) -> Visitor:
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.status == status, f"{path}: {answer.status}, wanted {status}\n{self.words()[:600]}"
        return self

    def follows(self, name: str | re.Pattern[str]) -> Visitor:
        """Tap a link in the page itself, not in the menu around it."""
        self.page.locator("#isi").get_by_role("link", name=name).first.click()
        return self

    def presses(self, name: str | re.Pattern[str], *, exact: bool = False) -> Visitor:
        self.page.locator("#isi").get_by_role("button", name=name, exact=exact).first.click()
        return self

    def fills(self, label: str | re.Pattern[str], text: str) -> Visitor:
        self.page.locator("#isi").get_by_label(label).first.fill(text)
        return self

    def chooses(self, label: str | re.Pattern[str], option: str) -> Visitor:
        self.page.get_by_label(label).first.select_option(label=option)
        return self

    def ticks(self, label: str | re.Pattern[str]) -> Visitor:
        self.page.get_by_label(label).first.check()
        return self

    def confirms(self) -> Visitor:
        """Give the fresh factor, if the program asks for it: a demo account has a tap for that."""
        tap = self.page.get_by_role("button", name="Konfirmasi dengan satu ketukan")
        if tap.count():
            tap.click()
        return self

    def downloads(self, name: str | re.Pattern[str]) -> bytes:
        """Tap a link or button that gives a file."""
        with self.page.expect_download() as waiting:
            self.page.locator("#isi").get_by_text(name).first.click()
        return Path(waiting.value.path()).read_bytes()

    def fetches(self, path: str, status: int = 200) -> bytes:
        """A file by its address, with this visitor's cookies."""
        answer = self.context.request.get(self.city.address + path)
        assert answer.status == status, f"{path}: {answer.status}"
        body: bytes = answer.body()
        return body

    # seeing

    def words(self) -> str:
        text: str = self.page.locator("body").inner_text()
        return text

    def sees(self, *texts: str) -> Visitor:
        """The words stand on the page, or come within a few seconds: the page before it may still be leaving."""
        end = time.monotonic() + PATIENCE_SECONDS
        missing = self._missing(texts)
        while missing and time.monotonic() < end:
            self.page.wait_for_timeout(50)
            missing = self._missing(texts)
        assert not missing, f"{self.page.url}: {missing} not there:\n{self.words()[:3000]}"
        return self

    def _missing(self, texts: tuple[str, ...]) -> list[str]:
        found = _plain(self.words())
        return [text for text in texts if _plain(text) not in found]

    def does_not_see(self, *texts: str) -> Visitor:
        found = _plain(self.words())
        for text in texts:
            assert _plain(text) not in found, f"{self.page.url}: “{text}” is there"
        return self

    @property
    def path(self) -> str:
        place: str = self.page.url
        return place.removeprefix(self.city.address)

    def keeps_picture(self, name: str, *, whole: bool = False, height: int = 0) -> Visitor:
        """A picture for docs/panduan, written only when JENJANG_WRITE_PICTURES=1."""
        if WRITES_PICTURES:
            from tests.functional.pictures import save

            if height:
                self.page.set_viewport_size({"width": self.width, "height": height})
            save(self.page.screenshot(full_page=whole, animations="disabled"), PICTURES / f"{name}.png")
        return self

    def leaves(self) -> None:
        self.context.close()
        assert self.complaints == [], self.complaints


def _with_one_font(route: Any) -> None:
    """Pictures show Roboto for the device's own font on every machine; without pictures, the layout must bear any font."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("system-ui", "Roboto", 1))


def _plain(text: str) -> str:
    """Blanks of any kind count as one; a person reads them so."""
    return " ".join(text.split())
