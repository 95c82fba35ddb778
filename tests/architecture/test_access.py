"""Every address says who may open it, and everybody gets exactly that: role × address × object."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.access import EVERYONE, VIEWERS, Sample
from tests.cast import Cast

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "akses.md"
PERMISSIONS = REFERENCE.with_name("wewenang.md")
SIGNS = {"buka": "●", "masuk": "M", "bukan": "–", "tiada": "404"}
MISSING = {"pk": 0, "id": 0}


@dataclass(frozen=True)
class Address:
    """One pattern of the URL configuration, with what its view asks."""

    name: str
    route: str
    callback: Callable[..., object]
    takes: tuple[str, ...]

    @property
    def slice(self) -> str:
        return self.name.partition(":")[0] if ":" in self.name else ""


def addresses(resolver: URLResolver | None = None, route: str = "", names: tuple[str, ...] = ()) -> Iterator[Address]:
    for pattern in (resolver or get_resolver()).url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, here, (*names, *([pattern.namespace] if pattern.namespace else [])))
        elif isinstance(pattern, URLPattern):
            name = ":".join((*names, pattern.name or ""))
            yield Address(name, "/" + here, pattern.callback, tuple(pattern.pattern.regex.groupindex))


def all_samples(cast: Cast) -> dict[str, list[Sample]]:
    """The samples of every slice, by the name of the address."""
    found: dict[str, list[Sample]] = {}
    for slice_name in sorted({address.slice for address in addresses()} - {""}):
        if find_spec(f"tests.access.{slice_name}"):
            for sample in import_module(f"tests.access.{slice_name}").samples(cast):
                found.setdefault(sample.name, []).append(sample)
    return found


def expected(address: Address, viewer: str, cast: Cast, opens_for: frozenset[str]) -> str:
    """What a viewer should meet: buka, masuk (sign in first), bukan (not your role), tiada (404)."""
    from jenjang.accounts import queries
    from jenjang.accounts.access import access_of

    access = access_of(address.callback)
    if access is None:
        return "bukan"
    if access.kind != "public" and not VIEWERS[viewer]:
        return "masuk"
    if access.permission and not queries.user_can(getattr(cast, VIEWERS[viewer]), access.permission):
        return "bukan"
    return "buka" if viewer in opens_for else "tiada"


def answer(client: Client, url: str, method: str = "get") -> str:
    """What really happens. A page that takes no GET ("bentuk") says nothing about its object."""
    response = getattr(client, method)(url)
    if response.streaming:
        b"".join(response.streaming_content)  # a file that nobody reads stays open
    if response.status_code == 302 and response["Location"].startswith("/masuk/") and not url.startswith("/masuk/"):
        return "masuk"
    return {403: "bukan", 404: "tiada", 405: "bentuk"}.get(response.status_code, "buka")


def fits(got: str, want: str, method: str) -> bool:
    """A post to somebody else's object may also stop at the code that it asks for."""
    also = {("buka", "get"): {"bentuk"}, ("tiada", "get"): {"bentuk"}, ("tiada", "post"): {"bukan", "bentuk"}}
    return got == want or got in also.get((want, method), set())


@pytest.fixture
def clients(cast: Cast, sign_in: Callable[..., Client]) -> dict[str, Client]:
    everybody = {name: Client(raise_request_exception=False) for name in VIEWERS}
    for name, attribute in VIEWERS.items():
        if attribute:
            sign_in(everybody[name], getattr(cast, attribute))
    return everybody


def test_every_address_says_who_may_open_it() -> None:
    from jenjang.accounts.access import access_of

    silent = [address.route for address in addresses() if access_of(address.callback) is None]
    assert not silent, f"No @public, @signed_in or @requires on: {silent}"


def test_every_address_with_an_object_has_a_sample(cast: Cast) -> None:
    samples = all_samples(cast)
    without = [f"{item.name} {item.route}" for item in addresses() if item.takes and item.name not in samples]
    assert not without, f"Add a Sample in tests/access/<slice>.py for: {without}"


@pytest.mark.parametrize("viewer", VIEWERS)
def test_everybody_meets_what_is_written(viewer: str, cast: Cast, clients: dict[str, Client]) -> None:
    samples = all_samples(cast)
    wrong = []
    for address in addresses():
        if (address.takes and address.name not in samples) or is_sign_out(address):
            continue
        for sample in samples.get(address.name, [Sample(address.name)]):
            want = expected(address, viewer, cast, sample.opens_for)
            url = reverse(address.name, kwargs=sample.kwargs)
            methods = ("get",) if want == "buka" else ("get", "post")
            for method in methods:
                got = answer(clients[viewer], url, method)
                if not fits(got, want, method):
                    wrong.append(f"{viewer}: {method} {url} ({sample.of}): {got}, expected {want}")
    assert not wrong, "\n".join(wrong)


def test_another_persons_object_answers_exactly_as_a_missing_one(cast: Cast, clients: dict[str, Client]) -> None:
    samples = all_samples(cast)
    for address in addresses():
        for sample in samples.get(address.name, []):
            if not address.takes or sample.opens_for == EVERYONE or set(sample.kwargs) - MISSING.keys():
                continue
            url, gone = reverse(address.name, kwargs=sample.kwargs), reverse(
                address.name, kwargs={key: MISSING[key] for key in sample.kwargs}
            )  # fmt: skip
            for viewer in VIEWERS:
                if expected(address, viewer, cast, sample.opens_for) == "tiada":
                    hidden, missing = clients[viewer].get(url), clients[viewer].get(gone)
                    assert hidden.status_code == missing.status_code, url
                    assert hidden.status_code in (404, 405), url  # 405: it takes posts only, whatever the object
                    assert hidden.content.replace(url.encode(), b"") == missing.content.replace(gone.encode(), b""), url


def test_the_reference_page_is_current(cast: Cast) -> None:
    """Written anew with JENJANG_WRITE_DOCS=1; its change is what a reviewer reads."""
    page = reference(cast)
    if os.environ.get("JENJANG_WRITE_DOCS") == "1":
        REFERENCE.parent.mkdir(parents=True, exist_ok=True)
        REFERENCE.write_text(page, encoding="utf-8")
    assert REFERENCE.read_text(encoding="utf-8") == page, (
        "Run: JENJANG_WRITE_DOCS=1 pytest tests/architecture/test_access.py"
    )


def is_sign_out(address: Address) -> bool:
    return address.name == "accounts:sign_out"


def reference(cast: Cast) -> str:
    from jenjang.accounts.access import access_of

    samples = all_samples(cast)
    lines = [
        "# Akses: siapa dapat membuka apa", "",
        "Ditulis oleh tests/architecture/test_access.py, yang juga membuka setiap alamat sebagai setiap orang.", "",
        "● terbuka · M masuk dahulu · – bukan peran ini · 404 tidak ada, atau milik orang lain (jawabannya sama)", "",
        "*Syarat* adalah wewenang yang diminta; *+ kode*: sebelum mengirim, kode ponsel dari lima menit terakhir.", "",
        "| alamat | objek | syarat | " + " | ".join(VIEWERS) + " |", "|---|---|---|" + "---|" * len(VIEWERS),
    ]  # fmt: skip
    for address in sorted(addresses(), key=lambda item: item.route):
        access = access_of(address.callback)
        for sample in samples.get(address.name, [Sample(address.name)]):
            cells = [SIGNS[expected(address, viewer, cast, sample.opens_for)] for viewer in VIEWERS]
            route = address.route.replace("|", "\\|")
            asks = access.label if access else "tidak digolongkan"
            lines.append(f"| `{route}` | {sample.of} | {asks} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def test_the_list_of_permissions_is_current() -> None:
    page = permissions_page()
    if os.environ.get("JENJANG_WRITE_DOCS") == "1":
        PERMISSIONS.write_text(page, encoding="utf-8")
    assert PERMISSIONS.read_text(encoding="utf-8") == page, "Run it with JENJANG_WRITE_DOCS=1."


def permissions_page() -> str:
    from django.conf import settings

    from jenjang.accounts import permissions
    from jenjang.accounts.roles import Role

    for name in settings.SLICES:
        if find_spec(f"jenjang.{name}.permissions"):
            import_module(f"jenjang.{name}.permissions")
    lines = [
        "# Wewenang dan peran",
        "",
        "Ditulis oleh tests/architecture/test_access.py dari kode.",
        "",
        "## Peran",
        "",
    ]
    lines += [f"- `{role.value}` {role.label}. {role.description}" for role in Role]
    lines += ["", "## Wewenang", "", "*Strategis*: tidak pernah oleh pelaksana tugas atau pelaksana harian.", ""]
    lines += ["| kode | artinya | peran | |", "|---|---|---|---|"]
    for item in permissions.all_permissions():
        held = ", ".join(f"`{role.value}`" for role in Role if role in item.roles)
        lines.append(f"| `{item.code}` | {item.label} | {held} | {'strategis' if item.strategic else ''} |")
    return "\n".join(lines) + "\n"
