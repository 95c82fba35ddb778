"""The seal: what comes in is entered, what would change is refused, and nobody writes without a name."""

import hashlib
from decimal import Decimal

import pytest
from django.db import DataError, IntegrityError, connection, transaction

from jenjang import ledger
from jenjang.ledger import schemas, sealing
from jenjang.ledger.verify import verify
from tests.integration.ledger.conftest import run, write

pytestmark = pytest.mark.usefixtures("sealed")

HOSTILE = [
    None, "", " ", "NULL", "\\N", "a\tb", "a\nb", "a\r\nb", "back\\slash", "\\\\x00", 'quote"s', "it's", "(a,b)", "{a}", ",", '","', "\x01\x7f",
    "\x0b\x0c\x08", "Åsa Ñandú", "日本語", "👩‍⚕️", "e\u0301", "\u202eabc", "=cmd()", "<script>", "x" * 100_000,
]  # fmt: skip


def test_an_insert_leaves_an_entry_with_table_row_person_actor_and_role() -> None:
    (row,) = write("satu", employee=42, actor="impor")
    entry = run(
        "SELECT kind, person, actor, writer, version, octet_length(hash) FROM ledger_entry WHERE table_name='uji_baris' AND row_id=%s",
        str(row),
    )
    assert entry == [("segel", "42", "sistem:impor", "jenjang_super", 1, 32)]


def test_the_hash_is_the_salted_sha256_of_the_rows_text() -> None:
    (row,) = write("satu")
    ((text, salt, seal),) = run(
        "SELECT ROW(t.*)::text, s.salt, e.hash FROM uji_baris t JOIN ledger_entry e ON e.row_id = t.id::text AND e.kind = 'segel' "
        "JOIN ledger_salt s ON s.entry_id = e.id WHERE t.id = %s", row,
    )  # fmt: skip
    assert hashlib.sha256(bytes(salt) + text.encode()).digest() == bytes(seal)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:20])
def test_hostile_text_is_sealed_and_verifies(text: str | None) -> None:
    write(text)
    assert verify(connection)["ok"]


def test_a_nul_character_is_refused_before_the_database_sees_it() -> None:
    with pytest.raises((ValueError, DataError)), transaction.atomic():
        write("a\x00b")
    assert verify(connection)["rows"] == 0


@pytest.mark.parametrize(
    "setting",
    ["TimeZone = 'Asia/Jayapura'", "DateStyle = 'German'", "bytea_output = 'escape'", "IntervalStyle = 'sql_standard'"],
)
def test_the_seal_does_not_depend_on_the_writers_session(setting: str) -> None:
    run(f"SET LOCAL {setting}")
    write("satu")
    assert verify(connection)["ok"]


def test_null_and_empty_text_have_different_seals() -> None:
    first, second = write(None, "")
    texts = run("SELECT ROW(note)::text FROM uji_baris WHERE id IN (%s, %s) ORDER BY id", first, second)
    assert texts[0] != texts[1]


@pytest.mark.parametrize("sql", ["UPDATE uji_baris SET note = 'lain'", "DELETE FROM uji_baris", "TRUNCATE uji_baris"])
def test_a_sealed_table_refuses_to_change(sql: str) -> None:
    write("satu")
    with (
        pytest.raises(IntegrityError, match="uji_baris is refused: what is sealed is never changed"),
        transaction.atomic(),
    ):
        run(sql)


@pytest.mark.parametrize("table", sealing.LEDGER_TABLES)
@pytest.mark.parametrize("verb", ["DELETE FROM {}", "TRUNCATE {}"])
def test_the_ledgers_own_tables_refuse_to_change(table: str, verb: str) -> None:
    with pytest.raises(IntegrityError, match=f"{table} is refused"), transaction.atomic():
        run(verb.format(table))


def test_a_write_that_nobody_signs_for_is_refused() -> None:
    with pytest.raises(IntegrityError, match="Nobody signs for this write to uji_baris"), transaction.atomic():
        run("INSERT INTO uji_baris (employee_id) VALUES (1)")


def test_the_name_ends_with_its_block() -> None:
    with transaction.atomic(), ledger.attributed(by=ledger.SYSTEM("satu")), ledger.attributed(by=ledger.SYSTEM("dua")):
        pass
    assert run("SELECT current_setting('jenjang.actor', true)") in ([("",)], [(None,)])


def test_in_nested_blocks_the_inner_name_counts_and_the_outer_returns() -> None:
    with transaction.atomic(), ledger.attributed(by=ledger.SYSTEM("luar")):
        write("dalam", actor="dalam")
        run("INSERT INTO uji_baris (employee_id, note) VALUES (1, 'luar')")
    assert run("SELECT actor FROM ledger_entry WHERE kind = 'segel' ORDER BY id") == [
        ("sistem:dalam",),
        ("sistem:luar",),
    ]


def test_a_database_error_inside_the_block_is_the_error_that_is_seen() -> None:
    with pytest.raises(DataError), transaction.atomic(), ledger.attributed(by=ledger.SYSTEM("uji")):
        run("SELECT 1 / 0")


@pytest.mark.parametrize("name", ["", "x", "user:", "user:1\t2", "sistem:a b", "lain:1", "user:" + "9" * 65])
def test_an_actor_that_could_break_a_line_of_the_ledger_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="An actor is written"):
        ledger.Actor(name)
    with pytest.raises(IntegrityError), transaction.atomic():
        run("SELECT set_config('jenjang.actor', %s, true)", name + "\n")
        run("INSERT INTO uji_baris (employee_id) VALUES (1)")


def test_attribution_needs_somebody_who_is_saved() -> None:
    with pytest.raises(TypeError, match="saved user"), transaction.atomic(), ledger.attributed(by=None):  # type: ignore[arg-type]
        pass


@pytest.mark.parametrize("kind", ["double precision", "real", "interval", "json", "jsonb", "money", "interval[]"])
def test_a_column_whose_text_is_not_the_same_everywhere_cannot_be_sealed(kind: str) -> None:
    run(f"CREATE TABLE uji_lain (id bigint PRIMARY KEY, value {kind})")
    with pytest.raises(sealing.SealError, match=r"uji_lain\.value"), connection.cursor() as cursor:
        schemas.seal(cursor, table="uji_lain", row="id", person="")


def test_every_type_that_may_be_sealed_verifies() -> None:
    run(
        "CREATE TABLE uji_lain (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), a boolean, b smallint, c numeric, d varchar(9), e char(5), f time, "
        "g timestamp, h bytea, i daterange, j text[], k bigint[])"
    )
    with connection.cursor() as cursor:
        schemas.seal(cursor, table="uji_lain", row="id", person="")
    with ledger.attributed(by=ledger.SYSTEM("uji")):
        run(
            "INSERT INTO uji_lain (a,b,c,d,e,f,g,h,i,j,k) VALUES (true, 3, %s, 'a\"b', 'x', '12:30:00.5', '2026-01-02 03:04:05', '\\x00ff09', "
            "'[2026-01-01,2026-02-01)', %s, '{1,NULL,3}')", Decimal("0.100"), ["a\tb", "NULL", ""],
        )  # fmt: skip
    result = verify(connection)
    assert (result["ok"], result["rows"]) == (True, 1)


def test_a_table_with_rows_is_not_sealed_afterwards() -> None:
    run("CREATE TABLE uji_lain (id bigint PRIMARY KEY)")
    run("INSERT INTO uji_lain VALUES (1)")
    with pytest.raises(sealing.SealError, match="already holds rows"), connection.cursor() as cursor:
        schemas.seal(cursor, table="uji_lain", row="id", person="")
