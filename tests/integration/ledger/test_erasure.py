"""What the law no longer lets us keep goes, with its salt; that it went stays."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection

from jenjang.law.decisions import Decision, Finding
from jenjang.ledger import erasure
from jenjang.ledger.verify import verify
from tests.integration.ledger.conftest import behind_the_back, run, write

pytestmark = pytest.mark.usefixtures("sealed")

FIRST, SECOND = SimpleNamespace(pk=1), SimpleNamespace(pk=2)
REASON = "Masa simpan menurut jadwal retensi arsip sudah lewat."


def over(table: str, recorded: date, on: date) -> Decision[None]:
    return Decision([Finding(True, "Masa retensi lewat.", ("uu-27-2022#43",))], None)


def test_an_erased_row_leaves_no_salt_and_the_ledger_stays_green() -> None:
    first, second = write("satu", "dua")
    entry = erasure.erase(table="uji_baris", row=str(first), by=FIRST, approved_by=SECOND, reason=REASON, rule=over)
    assert run("SELECT id FROM uji_baris") == [(second,)]
    assert run(
        "SELECT count(*) FROM ledger_salt s JOIN ledger_entry e ON e.id = s.entry_id WHERE e.row_id = %s", str(first)
    ) == [(0,)]
    assert run("SELECT kind, actor FROM ledger_entry WHERE id = %s", entry) == [("hapus", "user:1")]
    assert verify(connection)["ok"]


def test_the_reason_and_the_second_person_are_kept_and_cannot_be_changed_unseen() -> None:
    (row,) = write("satu")
    entry = erasure.erase(table="uji_baris", row=str(row), by=FIRST, approved_by=SECOND, reason=REASON, rule=over)
    kept = dict(run("SELECT name, value FROM ledger_disclosure WHERE entry_id = %s", entry))
    assert kept == {"alasan": REASON, "orang_kedua": "user:2", "dasar": "uu-27-2022#43"}
    with behind_the_back():
        run("UPDATE ledger_disclosure SET value = 'user:3' WHERE name = 'orang_kedua'")
    assert [finding["kind"] for finding in verify(connection)["findings"]] == ["changed"]


def test_one_person_alone_or_without_a_reason_is_refused() -> None:
    (row,) = write("satu")
    with pytest.raises(erasure.ErasureRefused, match="dua orang"):
        erasure.erase(table="uji_baris", row=str(row), by=FIRST, approved_by=FIRST, reason=REASON, rule=over)
    with pytest.raises(erasure.ErasureRefused, match="alasan"):
        erasure.erase(
            table="uji_baris", row=str(row), by=FIRST, approved_by=SECOND, reason="....................", rule=over
        )


def test_without_a_retention_period_in_law_nothing_is_erased() -> None:
    (row,) = write("satu")
    with pytest.raises(erasure.ErasureRefused, match="Belum ada masa retensi"):
        erasure.erase(table="uji_baris", row=str(row), by=FIRST, approved_by=SECOND, reason=REASON)
    assert run("SELECT count(*) FROM uji_baris") == [(1,)]


def test_a_row_that_is_not_there_is_refused_and_leaves_no_entry() -> None:
    with pytest.raises(erasure.ErasureRefused, match="Tidak ada baris"):
        erasure.erase(table="uji_baris", row="99", by=FIRST, approved_by=SECOND, reason=REASON, rule=over)
    assert run("SELECT count(*) FROM ledger_entry WHERE kind = 'hapus'") == [(0,)]


def test_a_deletion_that_nobody_entered_is_still_missing_beside_an_erased_one() -> None:
    first, second = write("satu", "dua")
    erasure.erase(table="uji_baris", row=str(first), by=FIRST, approved_by=SECOND, reason=REASON, rule=over)
    with behind_the_back():
        run("DELETE FROM uji_baris WHERE id = %s", second)
    assert [(finding["kind"], finding["id"]) for finding in verify(connection)["findings"]] == [
        ("missing", str(second))
    ]
