"""One field at a time: an honest form, one value that nobody honest types, and the answer stands at that field.

The forms are those of all pages, found as in the access matrix and in the states of `objects.py`. Each is first sent as
an honest person fills it in, which must not be refused at any field; then every field in turn holds something hostile.
Each post is undone, so that the next one meets the same state. `make test` sends to each field some of the values, a
different choice for each field; `make test-full` sends all of them.
"""

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar
from zlib import crc32

import pytest
from django.test import Client

from jenjang.kernel import signing
from tests.cast import Cast
from tests.integration.hostile import honest
from tests.integration.hostile.forms import Field, PostForm
from tests.integration.hostile.harvest import Harvest, harvests, name_of
from tests.integration.hostile.sending import FOREIGN_WORDS, REFUSED, Sent, send
from tests.integration.hostile.uploads import Trap, traps
from tests.integration.hostile.values import ATTACKS, HUGE, MARKUP, Attack

SOME = 2
DECIDING = {"putusan", "aksi"}  # buttons whose value decides what happens
PLAIN_NAME = re.compile(r"[\w.-]{1,160}\.(pdf|png|jpg|xlsx|json)")
T = TypeVar("T")
HUGE_FOR = 40  # ten megabytes for one field in so many
MANY = 12
# A password, a code and a proof that only their owner has.
UNKNOWABLE = {"id_present_error", "id_kode_faktor_error", "id_bukti_error"}
SECRET = {"password"}


@pytest.fixture(autouse=True)
def _nothing_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every refused post is a line in the log, and pytest would keep each with its request: ten megabytes of some of them."""
    monkeypatch.setattr(logging.getLogger("django.request"), "disabled", True)


@pytest.fixture
def found(cast: Cast, sign_in: Callable[..., Client], freeze: Callable[[date], None]) -> Iterator[Harvest]:
    signing.make_key()  # the minutes of the boards among the objects are signed
    return harvests(cast, sign_in, freeze)


def test_every_field_answers_for_itself(found: Iterator[Harvest]) -> None:
    wrong = "\n".join(_wrong(lot, some=SOME) for lot in found).strip()
    assert not wrong, wrong


@pytest.mark.full
def test_every_field_answers_every_hostile_value(found: Iterator[Harvest]) -> None:
    wrong = "\n".join(_wrong(lot, some=len(ATTACKS)) for lot in found).strip()
    assert not wrong, wrong


def _wrong(found: Harvest, some: int) -> str:
    lines: list[str] = []
    for viewer, form in found.forms:
        client, address = found.clients[viewer], name_of(form)
        lines += [f"{address} ({viewer}) {fault}" for fault in _try(client, form, address, some)]
    return "\n".join(dict.fromkeys(lines))


def _try(client: Client, form: PostForm, address: str, some: int) -> Iterator[str]:
    filled, files = honest.values(address, form), honest.files(form)
    plain = send(client, form, _pairs(filled), files)
    said = {place: words for place, words in plain.page.faulty().items() if place not in UNKNOWABLE}
    is_answerable = all(one.choices for one in form.fields.values() if one.is_choice)
    if (said and is_answerable) or plain.status not in (200, 302, 409, 422):
        yield f"an honest form: {plain.status} {said}"
    yield from _all_at_once(client, form, address, files, some)
    yield from _uploads(client, form, address, some, law_objects=plain.refused)
    for one in _tried(form, some):
        for attack in _chosen(one, f"{address}.{one.name}", some):
            sent = send(client, form, _pairs(filled | {one.name: None}, (one.name, attack.value)), files)
            yield from (f"{one.name}, {attack.name}: {fault}" for fault in _faults(sent, one, attack, filled))
        yield from _missing_and_twice(client, form, one, filled, files)


def _tried(form: PostForm, some: int) -> list[Field]:
    """All fields; of a long form every second or later one stands for its neighbours in `make test`, so that about a dozen do."""
    fields = [one for one in form.fields.values() if one.kind != "file"]
    return fields if some >= len(ATTACKS) else fields[:: max(1, len(fields) // MANY)]


def _uploads(client: Client, form: PostForm, address: str, some: int, *, law_objects: bool) -> Iterator[str]:
    """Each file input in turn: a trap is refused there, and a hostile name is not the name that is kept."""
    filled, files = honest.values(address, form), honest.files(form)
    for one in form.fields.values():
        found = traps(one) if one.kind == "file" else []
        for trap in found if some >= len(ATTACKS) else _turn(found, f"{address}.{one.name}", some):
            sent = send(client, form, _pairs(filled), files | {one.name: (trap.called, trap.content)})
            faults = [*_common(sent), *_misread(sent, one, trap, address, law_objects)]
            yield from (f"{one.name}, file {trap.name}: {fault}" for fault in faults)


def _misread(sent: Sent, one: Field, trap: Trap, address: str, law_objects: bool) -> Iterator[str]:
    reads_only = address == "transparency:check"  # compares a paper with the ledger and forgets it, whatever is in it
    if trap.must_refuse and not sent.refused and not reads_only:
        yield f"accepted with {sent.status}"
    if sent.refused and not sent.page.said_at(one) and (trap.must_refuse or not law_objects):
        yield f"no sentence at the field ({sent.status}), but {sent.page.faulty()}"
    if sent.named and not PLAIN_NAME.fullmatch(sent.named):
        yield f"kept under the name {sent.named!r}"


def _all_at_once(client, form, address, files, some) -> Iterator[str]:
    """Somebody hostile fills in the whole form: never a broken page, nothing refused is kept."""
    typed = [one for one in form.fields.values() if one.is_typed]
    for attack in _some_of(address, some) if typed else ():
        sent = send(client, form, _pairs(form.filled(), *((one.name, attack.value) for one in typed)), files)
        yield from (f"all fields, {attack.name}: {fault}" for fault in _common(sent))
        if not sent.refused and any(attack.impossible_for(one) for one in typed):
            yield f"all fields, {attack.name}: accepted with {sent.status}"


def _missing_and_twice(client, form, one, filled, files) -> Iterator[str]:
    without = send(client, form, _pairs(filled | {one.name: None}), files)
    yield from (f"{one.name}, missing: {fault}" for fault in _common(without))
    if without.status == 422 and not (without.page.faulty() or 'role="alert"' in without.page.text):
        yield f"{one.name}, missing: refused without a word"
    twice = send(client, form, _pairs(filled, (one.name, b"dua kali")), files)
    yield from (f"{one.name}, twice: {fault}" for fault in _common(twice))


def _chosen(one: Field, key: str, some: int) -> list[Attack]:
    """Some of the values, the same in each run, others for each field; ten megabytes for few."""
    if one.kind in ("hidden", "submit", "button"):
        return [ATTACKS[0], ATTACKS[5]]
    return _some_of(key, some) + ([HUGE] if crc32(key.encode()) % HUGE_FOR == 0 or some >= len(ATTACKS) else [])


def _some_of(key: str, some: int) -> list[Attack]:
    return _turn(ATTACKS, key, some)


def _turn(all_of_them: Sequence[T], key: str, some: int) -> list[T]:
    """Some of a list, where they begin depending on the key: together the fields meet all of it."""
    start, count = crc32(key.encode()), len(all_of_them)
    return [all_of_them[(start + 7 * step) % count] for step in range(min(some, count))]


def _pairs(filled: dict[str, str | None], *further: tuple[str, bytes]) -> list[tuple[str, bytes]]:
    return [(name, value.encode()) for name, value in filled.items() if value is not None] + list(further)


def _faults(sent: Sent, one: Field, attack: Attack, filled: dict[str, str]) -> Iterator[str]:
    yield from _common(sent)
    is_impossible = attack.impossible_for(one) if one.is_typed else one.name in DECIDING
    if not is_impossible:
        return
    if not sent.refused:
        yield f"accepted with {sent.status}"
    elif sent.status != 413 and not sent.page.said_at(one):
        yield f"no sentence at the field ({sent.status}), but {sent.page.faulty()}"
    elif one.kind not in SECRET:
        yield from _lost(sent, one, filled)


def _lost(sent: Sent, one: Field, filled: dict[str, str]) -> Iterator[str]:
    """What was typed elsewhere stands in the form that came back."""
    back = sent.page.holding(one.name)
    for name, value in filled.items() if back else ():
        other = back.fields.get(name)
        if (
            other
            and other.is_typed
            and name != one.name
            and other.kind not in SECRET
            and other.value.strip() != value.strip()
        ):
            yield f"what was typed at {name} is lost: {other.value[:30]!r} for {value[:30]!r}"


def _common(sent: Sent) -> Iterator[str]:
    """What no answer may do, whatever was sent."""
    yield from (f"English: {words}" for words in FOREIGN_WORDS if words in sent.page.text)
    if MARKUP in sent.page.text:
        yield "markup came back as markup"
    if sent.refused and sent.status not in REFUSED:
        yield f"status {sent.status}"
    if sent.refused and sent.kept:
        yield f"refused and kept in {sent.kept}"
