"""Pintu beranda: which slices have something for a person, asked of all of them in one query.

A gate gives the rows without which its provider has nothing to say. Writing many of them as SQL takes longer than running
it, and it is the same for everybody who holds the same roles on a day: so it is written once, for a stand-in, and asked with
the number of whoever opens home.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Exists, QuerySet

from jenjang.accounts.models import User
from jenjang.accounts.queries import laws_of, powers_today
from jenjang.kernel.written import STAND_IN, Written, write

if TYPE_CHECKING:
    from jenjang.law.parameters import LawOn

Gate = Callable[[User, date], Sequence[QuerySet[Any]]]
MOST_KEPT = 64


@dataclass(frozen=True, slots=True)
class Question:
    """Pertanyaan untuk semua pintu: whose answer stands in which column, under which law it was written."""

    law: LawOn
    asked: Written | None
    columns: tuple[Any, ...]


_written: dict[Any, Question] = {}


def asked_by(user: User, day: date, gates: Mapping[Any, Gate]) -> set[Any]:
    """The providers whose gate is open for somebody. A gate without rows is shut."""
    question = _question(user, day, gates)
    if question.asked is None:
        return set()
    (answers,) = question.asked.rows(user.pk)
    return {provider for provider, is_open in zip(question.columns, answers, strict=True) if is_open}


def _question(user: User, day: date, gates: Mapping[Any, Gate]) -> Question:
    """Written anew for other roles, another day, another law."""
    powers, law = powers_today(user, day), laws_of(user)(day)
    key = (day, frozenset(powers.own), frozenset(one.role for one in powers.acting), tuple(gates.items()))
    known = _written.get(key)
    if known is None or known.law is not law:
        if len(_written) >= MOST_KEPT:
            _written.clear()
        known = _written[key] = _write(user, day, law, gates)
    return known


def _write(user: User, day: date, law: LawOn, gates: Mapping[Any, Gate]) -> Question:
    anybody = User(pk=STAND_IN, is_active=True)
    anybody.powers = powers_today(user, day)
    anybody.asked = {"hukum": laws_of(user)}
    with connection.execute_wrapper(_refuse):
        rows = [(provider, one) for provider, gate in gates.items() for one in gate(anybody, day)]
    asked = {f"ada_{place}": Exists(one.order_by()) for place, (_, one) in enumerate(rows)}
    if not asked:
        return Question(law, None, ())
    everything = write(User.objects.filter(pk=STAND_IN).order_by().values(**asked))
    return Question(law, everything, tuple(provider for provider, _ in rows))


def _refuse(*_: Any) -> None:
    raise AssertionError("A gate gives rows; it asks nothing itself, for it is written for somebody who is not there.")
