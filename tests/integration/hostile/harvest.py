"""Collects every form that somebody can send: each page of the access matrix, opened by those whom it shows forms."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from django.test import Client
from django.urls import resolve, reverse

from tests.access import VIEWERS, Sample
from tests.architecture.test_access import Address, addresses, all_samples, expected
from tests.cast import Cast
from tests.factories.selection import ON
from tests.integration.hostile import objects
from tests.integration.hostile.forms import Page, PostForm, read_page
from tests.integration.hostile.sending import undone

FORMLESS = re.compile(
    r"^transparency:(?!check$)|^ledger:(?!entries)|^ui:(?!theme)|:cv$|:histories$|:template$|:inputs$|:scan$"
)  # read only
SEVERAL = {"selection:decision", "selection:vacancy", "kernel:policy_draft"}  # show each role forms of its own
FIRST = ("publik", "bkpsdm", "pegawai", *VIEWERS)  # else one person stands for all who find a page


@dataclass
class Harvest:
    """What was found: forms with the client that may send them."""

    clients: dict[str, Client]
    forms: list[tuple[str, PostForm]] = field(default_factory=list)
    seen: set[tuple[str, tuple[str, ...]]] = field(default_factory=set)

    def take(self, viewer: str, url: str) -> None:
        page = read(self.clients[viewer].get(url), url)
        for form in page.forms if page else ():
            if (
                form.key not in self.seen
                and not urlsplit(form.action).netloc
                and not form.action.startswith("/keluar/")
            ):
                self.seen.add(form.key)
                self.forms.append((viewer, form))


def read(answer: object, url: str) -> Page | None:
    """The page of an answer, or nothing when it is a file, a redirect or a refusal."""
    if answer.streaming:
        b"".join(answer.streaming_content)  # a file that nobody reads stays open
        return None
    if not answer["Content-Type"].startswith("text/html"):
        return None
    return read_page(url, answer.content.decode())


def name_of(form: PostForm) -> str:
    """The address that a form goes to, by its name."""
    return resolve(urlsplit(form.action).path).view_name


def clients_for(cast: Cast, sign_in: Callable[..., Client]) -> dict[str, Client]:
    found = {viewer: Client(raise_request_exception=False) for viewer in VIEWERS}
    for viewer, attribute in VIEWERS.items():
        if attribute:
            sign_in(found[viewer], getattr(cast, attribute), fresh=True)
    return found


def visits(cast: Cast) -> Iterator[tuple[str, str]]:
    """Who opens which page: an object's page is opened by each who finds it, a page for all by two who stand for all."""
    samples = all_samples(cast)
    for address in addresses():
        if address.name == "accounts:sign_out" or FORMLESS.search(address.name):
            continue
        for sample in samples.get(address.name, [] if address.takes else [Sample(address.name)]):
            url = reverse(address.name, kwargs=sample.kwargs)
            yield from ((viewer, url) for viewer in _viewers(address, sample, cast))


def _viewers(address: Address, sample: Sample, cast: Cast) -> list[str]:
    found = [viewer for viewer in VIEWERS if expected(address, viewer, cast, sample.opens_for) == "buka"]
    return found if address.name in SEVERAL else [viewer for viewer in FIRST if viewer in found][:1]


def harvests(cast: Cast, sign_in: Callable[..., Client], freeze: Callable[[date], None]) -> Iterator[Harvest]:
    """All forms, in two lots: those of a decision need a city in which nobody else is ranked, on the day of the ranking."""
    with undone():
        yield _deciding(cast, sign_in)
    freeze(ON)
    with undone():
        yield _all_others(cast, sign_in)


def _deciding(cast: Cast, sign_in: Callable[..., Client]) -> Harvest:
    found = Harvest({})
    _follow(found, objects.deciding(cast), sign_in)
    return found


def _all_others(cast: Cast, sign_in: Callable[..., Client]) -> Harvest:
    found = Harvest(clients_for(cast, sign_in))
    for viewer, url in visits(cast):
        found.take(viewer, url)
    _follow(found, objects.further(cast), sign_in)
    return found


def _follow(found: Harvest, visits: Iterable[objects.Visit], sign_in: Callable[..., Client]) -> None:
    for user, url in visits:
        client = found.clients.setdefault(user.username, Client(raise_request_exception=False))
        sign_in(client, user, fresh=True)
        found.take(user.username, url)
