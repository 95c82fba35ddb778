"""What the law no longer lets us keep goes, with its salt; that it went stays."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection

from jenjang.law.decisions import Decision, Finding
from jenjang.ledger import commitments, decrees, erasure
from jenjang.ledger.erasure import RetentionRule
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
    assert verify(connection, retention=over)["ok"]


def test_the_reason_and_the_second_person_are_kept_and_cannot_be_changed_unseen() -> None:
    (row,) = write("satu")
    entry = erasure.erase(table="uji_baris", row=str(row), by=FIRST, approved_by=SECOND, reason=REASON, rule=over)
    kept = dict(run("SELECT name, value FROM ledger_disclosure WHERE entry_id = %s", entry))
    assert kept == {"alasan": REASON, "orang_kedua": "user:2", "dasar": "uu-27-2022#43"}
    with behind_the_back():
        run("UPDATE ledger_disclosure SET value = 'user:3' WHERE name = 'orang_kedua'")
    assert [finding["kind"] for finding in verify(connection, retention=over)["findings"]] == ["changed"]


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
    assert missing(over) == [str(second)]


def missing(rule: RetentionRule | None = None) -> list[object]:
    findings = verify(connection, retention=rule)["findings"]
    assert isinstance(findings, list)
    assert {finding["kind"] for finding in findings} <= {"missing"}
    return [finding["id"] for finding in findings if finding["table"] == "uji_baris"]


def test_a_row_that_no_law_lets_go_is_missing_whatever_the_ledger_says_of_its_erasure() -> None:
    (row,) = write("satu")
    erasure.erase(table="uji_baris", row=str(row), by=FIRST, approved_by=SECOND, reason=REASON, rule=over)
    assert missing(over) == []
    assert missing() == [str(row)], "the law knows no retention of this table"


@pytest.mark.parametrize("said", [
    {}, {"alasan": REASON, "dasar": "uu-27-2022#43"}, {"alasan": REASON, "dasar": "uu-27-2022#43", "orang_kedua": "user:1"},
    {"alasan": "", "dasar": "uu-27-2022#43", "orang_kedua": "user:2"},
])  # fmt: skip
def test_an_erasure_written_behind_the_back_without_two_people_and_a_reason_hides_nothing(said: dict[str, str]) -> None:
    (row,) = write("satu")
    fields = commitments.salted(said)
    with behind_the_back():
        run("DELETE FROM uji_baris WHERE id = %s", row)
        ((entry,),) = run(
            "INSERT INTO ledger_entry (kind, table_name, row_id, person, actor, at, writer, version, hash) "
            "VALUES ('hapus', 'uji_baris', %s, '', 'user:1', now(), session_user, 0, %s) RETURNING id",
            str(row), commitments.digest(fields),
        )  # fmt: skip
    with connection.cursor() as cursor:
        decrees.keep_fields(cursor, entry, fields)
    assert missing(over) == [str(row)]


def test_the_words_of_an_erasure_that_are_gone_are_missing() -> None:
    (row,) = write("satu")
    erasure.erase(table="uji_baris", row=str(row), by=FIRST, approved_by=SECOND, reason=REASON, rule=over)
    with behind_the_back():
        run("DELETE FROM ledger_disclosure")
    assert missing(over) == [str(row)]
