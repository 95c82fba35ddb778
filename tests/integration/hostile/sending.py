"""Sends a form and looks at what came of it: the answer, and whether anything was kept."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client

from jenjang.kernel.models import Document
from tests.integration.hostile.forms import Page, PostForm, read_page
from tests.integration.hostile.values import BOUNDARY, multipart, urlencoded

URLENCODED = "application/x-www-form-urlencoded"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"
CONTENT = "SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM \"%s\" t"
REFUSED = {400, 403, 404, 409, 413, 422, 429}
FOREIGN_WORDS = ("This field", "Enter a valid", "Select a valid", "Ensure this", "Bad Request", "not one of the")
NOT_KEPT = ("django_session", "axes_", "account_")  # who tried to sign in is written down on purpose


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
            self.tables.add(name.replace('"', "").removeprefix("public.").split("(")[0])
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


@dataclass
class Sent:
    """What came of a post; `named` is how a file that was taken is called now."""

    answer: HttpResponse
    kept: list[str]
    page: Page
    named: str = ""

    @property
    def status(self) -> int:
        return int(self.answer.status_code)

    @property
    def refused(self) -> bool:
        return self.status >= 400


def post(client: Client, action: str, content: bytes, kind: str = URLENCODED) -> Sent:
    """The post, undone afterwards; the session too, so that the next one meets the same state."""
    cache.clear()  # a flood from one address is another test
    with undone() as writes:
        answer = client.generic("POST", action, content, kind)
        text = b"".join(answer.streaming_content) if answer.streaming else answer.content
        after = writes.contents()
        named = (
            Document.objects.latest("pk").name
            if "kernel_document" in writes.tables and not answer_refused(answer)
            else ""
        )
    kept = [table for table, before in after.items() if _content(table) != before]
    return Sent(answer, kept, read_page(action, text.decode(errors="replace")), named)


def answer_refused(answer: HttpResponse) -> bool:
    return int(answer.status_code) >= 400


def send(
    client: Client,
    form: PostForm,
    pairs: Sequence[tuple[str, bytes]],
    files: Mapping[str, tuple[str, bytes]] | None = None,
) -> Sent:
    """A filled form, packed as its page packs it; with the token that every form of a browser carries."""
    pairs = [("csrfmiddlewaretoken", b"uji"), *pairs]
    if form.has_file:
        return post(client, form.action, multipart(pairs, files or {}), MULTIPART)
    return post(client, form.action, urlencoded(pairs))
