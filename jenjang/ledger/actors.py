"""Pelaku: who writes. The name travels to the database as a setting of the transaction, and ends with it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.pq import TransactionStatus

SETTING = "jenjang.actor"
# The leaf of an entry is one tab-separated line: an actor's name must never be able to break it.
SHAPE = re.compile(r"(user|sistem):[A-Za-z0-9._-]{1,64}")


class Account(Protocol):
    """A user, as far as the ledger cares: something saved, with a key."""

    @property
    def pk(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Actor:
    """Pelaku: `user:<pk>` is a person's account, `sistem:<what>` a part of the program."""

    name: str

    def __post_init__(self) -> None:
        if not SHAPE.fullmatch(self.name):
            raise ValueError(f"An actor is written user:<pk> or sistem:<what>, not {self.name!r}.")


def SYSTEM(what: str) -> Actor:
    """The program itself, doing `what`: SYSTEM("impor")."""
    return Actor(f"sistem:{what}")


def actor_of(by: Account | Actor) -> Actor:
    if isinstance(by, Actor):
        return by
    key = getattr(by, "pk", None)
    if key is None:
        raise TypeError(f"attributed(by=...) takes a saved user or ledger.SYSTEM(...), not {by!r}.")
    return Actor(f"user:{key}")


@contextmanager
def attributed(*, by: Account | Actor) -> Iterator[None]:
    """Sign every write inside with a name. Must stand in a transaction; blocks may be nested, the inner name counts."""
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("ledger.attributed() stands inside transaction.atomic().")
    before = _exchange(connection, actor_of(by).name)
    try:
        yield
    finally:
        # After a database error the transaction only rolls back, and the setting with it.
        if connection.connection.info.transaction_status == TransactionStatus.INTRANS:
            _exchange(connection, before)


def _exchange(connection: BaseDatabaseWrapper, name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting(%s, true), ''), set_config(%s, %s, true)", [SETTING, SETTING, name]
        )
        before: str = cursor.fetchone()[0]
    return before
