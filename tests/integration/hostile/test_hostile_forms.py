"""Every form of every page, filled in by somebody hostile: never a broken page, and nothing kept that was refused.

The addresses are those of the access matrix that name no object, opened by the public and by an officer; the forms are
read from the pages. Each post happens inside a savepoint, so that the next one meets the same state.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.access import EVERYONE
from tests.architecture.test_access import addresses, expected, is_sign_out
from tests.cast import Cast
from tests.integration.hostile.forms import Field, PostForm, read_forms
from tests.integration.hostile.values import ATTACKS, MARKUP, Attack, body

URLENCODED = "application/x-www-form-urlencoded"
CONTENT = "SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM \"%s\" t"
REFUSED = {400, 403, 404, 409, 413, 422, 429}
FOREIGN_WORDS = ("This field", "Enter a valid", "Select a valid", "Ensure this", "Bad Request", "not one of the")
NOT_KEPT = ("django_session", "axes_", "account_")  # who tried to sign in is written down on purpose


@dataclass
class Harvest:
    """What was found: forms with the client that may send them."""

    clients: dict[str, Client]
    forms: list[tuple[str, PostForm]] = field(default_factory=list)


class Writes:
    """The tables that statements of one post wrote to."""

    def __init__(self) -> None:
        self.tables: set[str] = set()

    def __call__(
        self, execute: Callable[..., object], statement: str, params: object, many: bool, context: object
    ) -> object:
        words = str(statement).split(None, 3)
        if words and words[0] in ("INSERT", "UPDATE", "DELETE"):
            name = words[1] if words[0] == "UPDATE" else words[2]
            self.tables.add(name.strip('"'))
        return execute(statement, params, many, context)

    def contents(self) -> dict[str, str]:
        return {table: _content(table) for table in self.tables if not table.startswith(NOT_KEPT)}


def _content(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(CONTENT % table)
        return str(cursor.fetchone()[0])


@contextmanager
def undone() -> Iterator[Writes]:
    """A post whose effects are looked at, and then taken back."""
    writes = Writes()
    with transaction.atomic():
        with connection.execute_wrapper(writes):
            yield writes
        transaction.set_rollback(True)


@pytest.fixture
def harvest(cast: Cast, sign_in: Callable[..., Client]) -> Harvest:
    clients = {viewer: Client(raise_request_exception=False) for viewer in ("publik", "bkpsdm")}
    sign_in(clients["bkpsdm"], cast.lestari, fresh=True)
    found, seen = Harvest(clients), set()
    for address in addresses():
        if address.takes or is_sign_out(address):
            continue
        for viewer, client in clients.items():
            if expected(address, viewer, cast, EVERYONE) == "buka":
                for form in _forms(client, reverse(address.name)):
                    if form.key not in seen:
                        seen.add(form.key)
                        found.forms.append((viewer, form))
    return found


def _forms(client: Client, url: str) -> list[PostForm]:
    answer = client.get(url)
    if answer.streaming:
        b"".join(answer.streaming_content)  # a file that nobody reads stays open
        return []
    if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
        return []
    local = (form for form in read_forms(url, answer.content.decode()) if not urlsplit(form.action).netloc)
    return [form for form in local if not form.action.startswith("/keluar/")]


def test_no_form_breaks_and_nothing_refused_is_kept(harvest: Harvest) -> None:
    wrong = []
    for viewer, form in harvest.forms:
        typed = [one for one in form.fields.values() if one.kind not in ("file", "hidden", "button", "submit")]
        for attack in ATTACKS if typed else ():
            answer, kept = _post(harvest.clients[viewer], form, attack, typed)
            must_refuse = any(attack.impossible_for(one) for one in typed)
            wrong += [f"{form.action} {attack.name}: {fault}" for fault in _faults(answer, kept, must_refuse)]
    assert harvest.forms
    assert not wrong, "\n".join(wrong)


def _post(client: Client, form: PostForm, attack: Attack, fields: list[Field]) -> tuple[HttpResponse, list[str]]:
    with undone() as writes:
        answer = client.generic("POST", form.action, body(form, attack, fields), URLENCODED)
        after = writes.contents()
    return answer, [table for table, content in after.items() if _content(table) != content]


def _faults(answer: HttpResponse, kept: list[str], must_refuse: bool) -> list[str]:
    page = "" if answer.streaming else answer.content.decode(errors="replace")
    faults = [f"English: {words}" for words in FOREIGN_WORDS if words in page]
    faults += ["markup came back as markup"] if MARKUP in page else []
    if answer.status_code >= 400 and answer.status_code not in REFUSED:
        faults.append(f"status {answer.status_code}")
    if must_refuse and answer.status_code < 400:
        faults.append(f"accepted with {answer.status_code}")
    if answer.status_code >= 400 and kept:
        faults.append(f"refused and kept in {kept}")
    return faults
