"""The application's role can append and read; it can change nothing that is sealed, and serves under no other role."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction

from jenjang.config import env
from jenjang.ledger import checkpoints, grants, roles, sealing
from jenjang.ledger.verify import verify
from tests.integration.ledger.conftest import run, write

pytestmark = pytest.mark.usefixtures("granted")


@pytest.fixture
def granted(sealed: None) -> None:
    run("CREATE TABLE uji_rancangan (id bigint PRIMARY KEY, note text)")
    grants.apply(connection)


@contextmanager
def as_application() -> Iterator[None]:
    run(f"SET ROLE {roles.application()}")
    try:
        yield
    finally:
        run("RESET ROLE")


@contextmanager
def refused(*kinds: type[DatabaseError]) -> Iterator[None]:
    """The statement is refused, and the transaction goes on."""
    with pytest.raises(kinds or (ProgrammingError,)), transaction.atomic():
        yield


def test_it_writes_sealed_rows_through_the_seal_and_reads_them() -> None:
    with as_application():
        (row,) = write("satu")
        assert run("SELECT note FROM uji_baris WHERE id = %s", row) == [("satu",)]
        checkpoints.publish()
        assert verify(connection)["ok"]


@pytest.mark.parametrize("sql", [
    "UPDATE uji_baris SET note = 'x'", "DELETE FROM uji_baris", "TRUNCATE uji_baris", "SELECT FROM uji_baris FOR UPDATE",
    "ALTER TABLE uji_baris DISABLE TRIGGER ALL", "DROP TABLE uji_baris", "DROP TRIGGER seal_uji_baris ON uji_baris",
    "INSERT INTO ledger_entry (kind) VALUES ('segel')", "INSERT INTO ledger_salt VALUES (1, '')", "INSERT INTO ledger_leaf VALUES (1, 1, '')",
    "INSERT INTO ledger_schema (table_name) VALUES ('x')", "UPDATE ledger_sequencer SET settled = 9", "UPDATE ledger_checkpoint SET size = 0",
    "DELETE FROM ledger_disclosure", "SET session_replication_role = replica", "CREATE TABLE uji_lain (id int)",
    "CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'", "SELECT seal_uji_baris()",
    "SELECT nextval('ledger_entry_id_seq')", "DELETE FROM django_migrations",
])  # fmt: skip
def test_it_can_do_nothing_to_what_is_sealed(sql: str) -> None:
    write("satu")
    with as_application(), refused(ProgrammingError, IntegrityError, DatabaseError):
        run(sql)
    assert verify(connection)["ok"]


def test_the_setting_that_opens_erasure_does_not_help_it() -> None:
    write("satu")
    with as_application(), refused():
        run("SELECT set_config('jenjang.erasing', 'ya', true)")
        run("DELETE FROM uji_baris")


def test_ordinary_tables_have_all_four_verbs() -> None:
    with as_application():
        run("INSERT INTO uji_rancangan VALUES (1, 'a')")
        run("UPDATE uji_rancangan SET note = 'b'")
        run("DELETE FROM uji_rancangan")


def test_granting_twice_is_granting_once() -> None:
    grants.apply(connection)
    with as_application(), refused():
        run("UPDATE uji_baris SET note = 'x'")


def test_an_entry_of_a_kind_that_is_not_its_own_is_refused() -> None:
    with as_application(), refused(IntegrityError):
        run("SELECT set_config('jenjang.actor', 'sistem:uji', true)")
        run("SELECT ledger_append('hapus', 'uji_baris', '1', '', %s)", bytes(32))


def test_serving_as_superuser_or_owner_is_refused_and_as_the_application_allowed() -> None:
    with pytest.raises(env.SettingError, match="does not serve as the database role"):
        roles.refuse_if_privileged(connection)
    with as_application():
        roles.refuse_if_privileged(connection)


@pytest.mark.parametrize("sql", [
    "GRANT UPDATE ON uji_baris TO {}", "GRANT TRUNCATE ON ledger_leaf TO {}", "GRANT INSERT ON ledger_entry TO {}", "ALTER ROLE {} CREATEROLE",
])  # fmt: skip
def test_serving_with_more_rights_than_serving_needs_is_refused(sql: str) -> None:
    run(sql.format(roles.application()))
    with as_application(), pytest.raises(env.SettingError, match="could change what is sealed"):
        roles.refuse_if_privileged(connection)


def test_serving_before_anything_is_set_up_is_refused_with_what_to_do() -> None:
    run("SET CONSTRAINTS ALL IMMEDIATE")
    run("ALTER TABLE ledger_entry RENAME TO lain")
    run("DROP FUNCTION ledger_refuse CASCADE")
    with as_application(), pytest.raises(env.SettingError, match="jenjang setup"):
        roles.refuse_if_privileged(connection)


def test_every_ledger_table_has_its_rule() -> None:
    assert set(sealing.LEDGER_TABLES) <= {*grants.READ_ONLY, *grants.APPEND_ONLY}
