"""Parallel imports do not wait for each other; what rolls back leaves no gap; one sequencer orders all."""

import threading
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.db import connection

from jenjang.ledger import checkpoints, notes, tampering
from jenjang.ledger.verify import verify
from tests.integration.ledger.conftest import run

INSERT = "INSERT INTO uji_baris (employee_id, note) SELECT g, 'baris ' || g FROM generate_series(1, %s) g"


def importer(address: str) -> "psycopg.Connection[tuple[object, ...]]":
    """A second program's transaction, open and signed."""
    other = psycopg.connect(address)
    other.execute("SELECT set_config('jenjang.actor', 'sistem:impor', true)")
    return other


def leaves() -> list[int]:
    return [index for (index,) in run("SELECT index FROM ledger_leaf ORDER BY index")]


def test_an_open_import_blocks_neither_another_nor_the_sequencer(committed: str) -> None:
    slow, quick = importer(committed), importer(committed)
    slow.execute("SET lock_timeout = '2s'")
    quick.execute("SET lock_timeout = '2s'")
    slow.execute(INSERT, [50])
    quick.execute(INSERT, [50])
    quick.commit()
    run("SET lock_timeout = '2s'")
    before = checkpoints.sequence()
    slow.commit()
    assert checkpoints.sequence() == 50
    assert before >= 50
    assert leaves() == list(range(len(leaves())))
    slow.close()
    quick.close()
    assert verify(connection)["ok"]


def test_a_rollback_leaves_no_gap_in_the_tree(committed: str) -> None:
    first, lost, last = importer(committed), importer(committed), importer(committed)
    for program in (first, lost, last):
        program.execute(INSERT, [20])
    first.commit()
    lost.rollback()
    last.commit()
    for program in (first, lost, last):
        program.close()
    checkpoints.publish()
    assert leaves() == list(range(len(leaves())))
    result = verify(connection)
    assert (result["ok"], result["rows"]) == (True, 40)


def test_entries_that_commit_late_are_ordered_later_and_never_forgotten(committed: str) -> None:
    late = importer(committed)
    late.execute(INSERT, [5])
    for _ in range(4):
        with importer(committed) as other:
            other.execute(INSERT, [3])
        checkpoints.sequence()
    late.commit()
    late.close()
    for _ in range(3):
        checkpoints.sequence()
    assert run("SELECT count(*) FROM ledger_entry") == run("SELECT count(*) FROM ledger_leaf")
    assert verify(connection)["ok"]


def test_what_is_settled_is_not_looked_at_again(committed: str) -> None:
    with importer(committed) as program:
        program.execute(INSERT, [5])
    checkpoints.sequence()
    # Transactions of other databases on this server may stay open for long: a mark that all have passed stands for quiet.
    run("UPDATE ledger_sequencer SET horizon = 3, seen = (SELECT max(id) FROM ledger_entry)")
    checkpoints.sequence()
    assert run("SELECT settled = (SELECT max(id) FROM ledger_entry) FROM ledger_sequencer") == [(True,)]
    assert verify(connection)["ok"]


def test_two_sequencers_at_once_number_each_entry_once(committed: str) -> None:
    with importer(committed) as program:
        program.execute(INSERT, [500])
    start = threading.Barrier(4)

    def order() -> int:
        with psycopg.connect(committed) as program:
            start.wait()
            return program.execute("SELECT ledger_sequence(100000)").fetchone()[0]  # type: ignore[index]

    with ThreadPoolExecutor(4) as pool:
        counts = [future.result() for future in [pool.submit(order) for _ in range(4)]]
    assert sorted(counts)[:3] == [0, 0, 0]
    assert leaves() == list(range(len(leaves())))


def test_a_restored_copy_with_younger_transactions_goes_on(committed: str) -> None:
    run("UPDATE ledger_sequencer SET horizon = 2000000000, seen = 2")
    with importer(committed) as program:
        program.execute(INSERT, [5])
    checkpoints.sequence()
    checkpoints.sequence()
    assert run("SELECT horizon < 2000000000 FROM ledger_sequencer") == [(True,)]
    assert run("SELECT count(*) FROM ledger_entry") == run("SELECT count(*) FROM ledger_leaf")


def test_the_demonstrations_tampering_is_named_and_nothing_else(committed: str) -> None:
    with importer(committed) as program:
        program.execute(INSERT, [10])
    older = checkpoints.publish()
    done = tampering.change_one_row(address=committed, table="uji_baris", column="note", value="palsu")
    (finding,) = verify(connection, older)["findings"]
    assert (finding["kind"], finding["table"], finding["id"], finding["by"]) == (
        "changed",
        "uji_baris",
        done.row,
        "sistem:impor",
    )
    assert (done.before, done.after) == ("baris 1", "palsu")


def test_nothing_to_tamper_says_what_to_do(committed: str) -> None:
    with pytest.raises(tampering.NothingToTamper, match="demo load"):
        tampering.change_one_row(address=committed)


def test_a_checkpoint_grows_from_the_one_before(committed: str) -> None:
    sizes = []
    for _ in range(3):
        with importer(committed) as program:
            program.execute(INSERT, [7])
        sizes.append(notes.read(checkpoints.publish()).size)
    assert sizes[1] - sizes[0] == sizes[2] - sizes[1] == 7
    assert verify(connection)["ok"]
