"""Walks every link as everybody, to learn which page exists for whom. No list of pages has to be kept by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from tests.functional.city import City

EXAMPLES = 1
MORE = {"selection:vacancy": 3, "selection:decision": 3, "selection:panel": 2}  # look different in other states
MOST = 400
SKIPPED = ("accounts:sign_out", "accounts:demo_enter")


@dataclass
class Page:
    """Satu halaman: what it is called in the URL map, where an example lies, and as whom it was found."""

    name: str
    path: str
    login: str


@dataclass
class Links(HTMLParser):
    """Addresses of links and of forms that only ask (GET), and the token of a form."""

    found: list[str] = field(default_factory=list)
    token: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a" and values.get("href"):
            self.found.append(str(values["href"]))
        if tag == "form" and values.get("action") and (values.get("method") or "get").lower() == "get":
            self.found.append(str(values["action"]))
        if tag == "input" and values.get("name") == "csrfmiddlewaretoken":
            self.token = str(values.get("value"))


class Walker:
    """One person without a browser: fast enough to open everything."""

    def __init__(self, city: City, login: str = "", skip: tuple[str, ...] = ()) -> None:
        self.city, self.login, self.skip = city, login, skip
        self.jar = CookieJar()
        self.opener = build_opener(HTTPCookieProcessor(self.jar))
        if login:
            self._tap()

    def _tap(self) -> None:
        _, text = self.get("/peragaan/")
        key = self.city.rows(
            "SELECT d.id FROM accounts_demoaccount d JOIN accounts_user u ON u.id = d.user_id WHERE u.username = %s",
            self.login,
        )[0][0]
        links = Links()
        links.feed(text)
        body = urlencode({"csrfmiddlewaretoken": links.token}).encode()
        request = Request(f"{self.city.address}/peragaan/{key}/masuk/", body, {"Referer": self.city.address})  # noqa: S310
        self.opener.open(request, timeout=30).close()

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page; a file that is no page has no text."""
        try:
            with self.opener.open(self.city.address + path, timeout=60) as answer:
                is_page = "text/html" in answer.headers.get("Content-Type", "")
                return answer.status, answer.read().decode() if is_page else ""
        except HTTPError as refusal:
            return refusal.code, ""

    def pages(self) -> Iterator[Page]:
        """Every kind of page that links lead to."""
        seen: set[str] = set()
        counts: dict[str, int] = {}
        waiting = ["/beranda/" if self.login else "/"]
        while waiting and len(seen) < MOST:
            path = waiting.pop(0)
            name = name_of(path)
            if (
                path in seen
                or not name
                or name in SKIPPED
                or name in self.skip
                or counts.get(name, 0) >= MORE.get(name, EXAMPLES)
            ):
                continue
            seen.add(path)
            status, text = self.get(path)
            if status != 200 or not text:
                continue
            counts[name] = counts.get(name, 0) + 1
            yield Page(name, path, self.login)
            links = Links()
            links.feed(text)
            waiting += [
                urlsplit(urljoin(path, link))._replace(fragment="").geturl() for link in links.found if inside(link)
            ]


def inside(link: str) -> bool:
    parts = urlsplit(link)
    return not parts.netloc and parts.scheme in ("", "http") and not link.startswith("#") and "ekspor=" not in link


def name_of(path: str) -> str:
    """The page's name in the URL map, or nothing for addresses outside it (files, other programs)."""
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


def named_pages() -> list[str]:
    """All names of the URL map."""
    return sorted(set(_names(get_resolver(), "")))


def _names(resolver: URLResolver, space: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _names(pattern, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{space}{pattern.name}"
