"""A second thread on the same connection: it sees the same transaction, keeps the order, and its failure is ours."""

import threading

import pytest
from django.db import connection

from jenjang.kernel.beside import ahead, lent_connection

pytestmark = pytest.mark.django_db


def ask(sql: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def test_the_second_thread_works_in_this_transaction():
    with lent_connection() as beside:
        seen = beside.submit(lambda: (ask("SELECT txid_current()"), threading.current_thread().name)).result()
    assert seen[0] == ask("SELECT txid_current()")
    assert seen[1] != threading.current_thread().name


def test_what_is_read_ahead_comes_in_order_and_is_read_before_it_is_asked_for():
    read: list[int] = []
    begun = threading.Event()

    def read_one(item: int) -> int:
        read.append(item)
        if item == 2:
            begun.set()
        return item * 10

    coming = ahead(read_one, [1, 2, 3])
    assert next(coming) == 10
    assert begun.wait(5)
    assert list(coming) == [20, 30]
    assert read == [1, 2, 3]
    assert list(ahead(read_one, [])) == []


def test_a_failure_beside_is_raised_here_and_the_connection_is_ours_again():
    with pytest.raises(ZeroDivisionError):
        list(ahead(lambda item: 1 / item, [1, 0]))
    assert ask("SELECT 1") == 1


def test_a_reader_that_stops_early_leaves_the_connection_usable():
    coming = ahead(lambda item: ask(f"SELECT {item}"), [1, 2, 3])
    assert next(coming) == 1
    coming.close()
    assert ask("SELECT 1") == 1
