"""The verifier names what was changed behind the program's back, and nothing else."""

import base64

import pytest
from django.db import connection

from jenjang.ledger import checkpoints, keys, notes, program, schemas
from jenjang.ledger.verify import verify
from tests.integration.ledger.conftest import behind_the_back, run, write

pytestmark = pytest.mark.usefixtures("sealed")


def kinds(checkpoint: str | None = None) -> list[tuple[str, str, str | None]]:
    return [
        (finding["kind"], finding["table"], finding["id"]) for finding in verify(connection, checkpoint)["findings"]
    ]


def test_an_untouched_ledger_is_green_and_counts_its_rows() -> None:
    write("satu", "dua", "tiga")
    checkpoints.publish()
    result = verify(connection)
    assert result == {"ok": True, "rows": 3, "entries": result["entries"], "findings": []}
    assert result["entries"] >= 4


def test_a_changed_row_is_named_with_person_author_and_time_and_nothing_else() -> None:
    _first, second, _third = write("satu", "dua", "tiga", employee=42, actor="penilai")
    with behind_the_back():
        run("UPDATE uji_baris SET note = 'dua!' WHERE id = %s", second)
    (finding,) = verify(connection)["findings"]
    assert finding["at"].startswith("20")
    del finding["at"]
    assert finding == {
        "kind": "changed",
        "table": "uji_baris",
        "id": str(second),
        "person": "42",
        "by": "sistem:penilai",
    }


@pytest.mark.parametrize(
    "column, value",
    [("note", None), ("amount", "1.51"), ("day", "2026-11-23"), ("employee_id", "8"), ("at", "2026-01-01")],
)
def test_a_change_of_any_column_is_seen(column: str, value: str | None) -> None:
    (row,) = write("satu")
    with behind_the_back():
        run(f"UPDATE uji_baris SET {column} = %s WHERE id = %s", value, row)
    assert kinds() == [("changed", "uji_baris", str(row))]


def test_a_deleted_row_is_missing() -> None:
    first, _second = write("satu", "dua")
    with behind_the_back():
        run("DELETE FROM uji_baris WHERE id = %s", first)
    assert kinds() == [("missing", "uji_baris", str(first))]


def test_a_row_put_in_with_the_triggers_off_is_unsealed() -> None:
    with behind_the_back():
        ((row,),) = run("INSERT INTO uji_baris (employee_id) VALUES (1) RETURNING id")
    assert kinds() == [("unsealed", "uji_baris", str(row))]


def test_a_row_deleted_and_put_in_again_through_the_trigger_is_changed() -> None:
    (row,) = write("satu")
    with behind_the_back():
        run("DELETE FROM uji_baris WHERE id = %s", row)
    run("SELECT set_config('jenjang.actor', 'sistem:uji', true)")
    run("INSERT INTO uji_baris (id, employee_id, note) VALUES (%s, 7, 'lain')", row)
    assert kinds() == [("changed", "uji_baris", str(row))]


def test_a_row_that_another_role_wrote_is_foreign() -> None:
    (row,) = write("satu")
    findings = verify(connection, writers=["jenjang_app"])["findings"]
    assert [
        (finding["kind"], finding["id"])
        for finding in findings
        if finding["table"] == "uji_baris" and finding["id"] == str(row)
    ][:1] == [("foreign", str(row))]


def test_what_the_owner_of_the_tables_set_up_is_not_foreign_to_who_knows_only_the_serving_role(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://jenjang_app@db.example/jenjang")
    monkeypatch.setenv("JENJANG_LEDGER_WRITERS", "")
    assert kinds() == []
    (row,) = write("satu")  # by the owner, as these tests write: no migration and no erasure
    assert kinds() == [("foreign", "uji_baris", str(row))]


def test_an_altered_entry_is_a_fault_of_the_ledger() -> None:
    (row,) = write("satu")
    checkpoints.sequence()
    with behind_the_back():
        run(
            "UPDATE ledger_entry SET actor = 'user:1' WHERE table_name = 'uji_baris' AND row_id = %s AND kind = 'segel'",
            str(row),
        )
    assert kinds() == [("ledger", "uji_baris", str(row))]


def test_a_row_changed_together_with_its_hash_is_a_fault_of_the_ledger() -> None:
    (row,) = write("satu")
    checkpoints.sequence()
    with behind_the_back():
        run("UPDATE uji_baris SET note = 'lain' WHERE id = %s", row)
        run(
            "UPDATE ledger_entry e SET hash = sha256(s.salt || convert_to(ROW(t.*)::text, 'UTF8')) FROM uji_baris t, ledger_salt s "
            "WHERE e.row_id = t.id::text AND e.table_name = 'uji_baris' AND e.kind = 'segel' AND s.entry_id = e.id"
        )
    assert kinds() == [("ledger", "uji_baris", str(row))]


def test_an_entry_and_its_leaf_changed_together_break_the_published_checkpoint() -> None:
    write("satu")
    checkpoints.publish()
    with behind_the_back():
        run("UPDATE ledger_leaf SET hash = sha256('x') WHERE index = 0")
    assert ("ledger", "ledger_leaf", None) not in kinds(), "the tree is rebuilt from the entries, which are right"
    with behind_the_back():
        run("UPDATE ledger_entry SET actor = 'user:9' WHERE id = (SELECT entry_id FROM ledger_leaf WHERE index = 0)")
    assert ("ledger", "ledger_leaf", None) in kinds()


def test_a_removed_entry_is_a_fault_of_the_ledger_and_its_row_unsealed() -> None:
    (row,) = write("satu")
    checkpoints.sequence()
    with behind_the_back():
        run("DELETE FROM ledger_entry WHERE table_name = 'uji_baris' AND row_id = %s AND kind = 'segel'", str(row))
    assert {kind for kind, _table, _id in kinds()} == {"ledger", "unsealed"}


def test_a_changed_salt_shows_as_a_changed_row_and_a_removed_one_as_a_fault() -> None:
    first, second = write("satu", "dua")
    entry = "SELECT id FROM ledger_entry WHERE kind = 'segel' AND table_name = 'uji_baris' AND row_id = "
    with behind_the_back():
        run(f"UPDATE ledger_salt SET salt = '\\x00' WHERE entry_id = ({entry} %s)", str(first))
        run(f"DELETE FROM ledger_salt WHERE entry_id = ({entry} %s)", str(second))
    assert kinds() == [("changed", "uji_baris", str(first)), ("ledger", "uji_baris", str(second))]


@pytest.mark.parametrize("sql", [
    "DROP TRIGGER seal_uji_baris ON uji_baris", "DROP TRIGGER ledger_refuse ON uji_baris", "ALTER TABLE uji_baris DISABLE TRIGGER ALL",
    "ALTER TABLE uji_baris DISABLE TRIGGER ledger_refuse", "ALTER TABLE uji_baris ADD COLUMN more text",
])  # fmt: skip
def test_a_table_that_lost_its_guard_is_unsealed(sql: str) -> None:
    write("satu")
    run("SET CONSTRAINTS ALL IMMEDIATE")
    run(sql)
    assert kinds() == [("unsealed", "uji_baris", None)]


@pytest.mark.parametrize("sql", [
    "CREATE OR REPLACE FUNCTION seal_uji_baris() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    "ALTER FUNCTION seal_uji_baris() SET DateStyle = 'German'", "ALTER FUNCTION seal_uji_baris() SECURITY INVOKER",
])  # fmt: skip
def test_a_replaced_sealing_function_is_a_fault_of_the_ledger(sql: str) -> None:
    run(sql)
    assert kinds() == [("ledger", "uji_baris", None)]


def test_a_replaced_function_of_the_ledger_itself_is_named() -> None:
    run("CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'")
    assert kinds() == [("ledger", "ledger_refuse", None)]


def test_a_rewritten_schema_is_a_fault_of_the_ledger() -> None:
    with behind_the_back():
        run(
            "UPDATE ledger_schema SET definition = replace(definition, 'numeric(12,2)', 'numeric(14,2)') WHERE table_name = 'uji_baris'"
        )
    assert kinds() == [("ledger", "ledger_schema", "uji_baris.1")]


def test_a_dropped_table_is_missing() -> None:
    run("DROP TABLE uji_baris")
    assert ("missing", "uji_baris", None) in kinds()


def test_an_older_checkpoint_catches_a_ledger_that_was_rolled_back() -> None:
    write("satu")
    older = checkpoints.publish()
    with behind_the_back():
        for sql in ("DELETE FROM uji_baris", "DELETE FROM ledger_entry WHERE table_name='uji_baris' AND kind='segel'",
                    "DELETE FROM ledger_leaf WHERE entry_id NOT IN (SELECT id FROM ledger_entry)", "DELETE FROM ledger_checkpoint"):  # fmt: skip
            run(sql)
    assert kinds() == [], "without the older checkpoint nobody can tell"
    assert kinds(older) == [("rolled_back", "ledger_entry", None)]


def test_an_older_checkpoint_catches_a_ledger_that_was_rewritten() -> None:
    (row,) = write("satu")
    older = checkpoints.publish()
    with behind_the_back():
        run("UPDATE uji_baris SET note = 'lain' WHERE id = %s", row)
        run("DELETE FROM ledger_checkpoint")
        run(
            "UPDATE ledger_entry e SET hash = sha256(s.salt || convert_to(ROW(t.*)::text, 'UTF8')) FROM uji_baris t, ledger_salt s "
            "WHERE e.row_id = t.id::text AND e.table_name = 'uji_baris' AND e.kind = 'segel' AND s.entry_id = e.id"
        )
        run("DELETE FROM ledger_leaf")
        run("UPDATE ledger_sequencer SET settled = 0, seen = 0, horizon = 0")
    checkpoints.publish()
    assert kinds() == [], "without the older checkpoint nobody can tell"
    assert kinds(older) == [("ledger", "ledger_leaf", None)]


def test_a_checkpoint_that_this_key_did_not_sign_is_a_fault() -> None:
    write("satu")
    note = notes.read(checkpoints.publish())
    forged = checkpoints.latest().replace(base64.b64encode(note.root).decode(), base64.b64encode(bytes(32)).decode())  # type: ignore[union-attr]
    assert kinds(forged) == [("ledger", "ledger_checkpoint", str(note.size))]


def test_entries_not_yet_in_the_tree_are_no_finding() -> None:
    write("satu")
    checkpoints.publish()
    write("dua")
    assert kinds() == []


def test_a_checkpoint_is_signed_by_the_deployments_key_and_repeated_while_nothing_happens() -> None:
    write("satu")
    first = checkpoints.publish()
    assert notes.read(first).is_signed_by(keys.public())
    assert checkpoints.publish() == first
    write("dua")
    assert notes.read(checkpoints.publish()).size == notes.read(first).size + 1
    assert kinds(first) == []


def test_a_field_that_swallows_its_neighbour_is_a_fault_although_the_leafs_text_stays_the_same() -> None:
    (row,) = write("satu")
    checkpoints.sequence()
    run("SET CONSTRAINTS ALL IMMEDIATE")
    run("ALTER TABLE ledger_entry ALTER COLUMN actor DROP NOT NULL")
    with behind_the_back():
        run(
            "UPDATE ledger_entry SET person = person || E'\\t' || actor, actor = NULL "
            "WHERE table_name = 'uji_baris' AND row_id = %s AND kind = 'segel'",
            str(row),
        )
    assert ("ledger", "uji_baris", str(row)) in kinds()


def test_a_leaf_taken_out_of_the_middle_is_named_by_its_entry() -> None:
    first, _second = write("satu", "dua")
    checkpoints.sequence()
    with behind_the_back():
        run(
            "DELETE FROM ledger_leaf l USING ledger_entry e WHERE e.id = l.entry_id AND e.table_name = 'uji_baris' AND e.row_id = %s",
            str(first),
        )
        run("UPDATE ledger_sequencer SET settled = (SELECT max(id) FROM ledger_entry)")
    ((entry,),) = run(
        "SELECT count(*) FROM ledger_entry WHERE id < (SELECT id FROM ledger_entry WHERE table_name = 'uji_baris' AND row_id = %s AND kind = 'segel')",
        str(first),
    )
    assert kinds() == [("ledger", "ledger_leaf", str(entry)), ("ledger", "uji_baris", str(first))]


@pytest.mark.parametrize(("sql", "kind"), [
    ("CREATE TRIGGER asing BEFORE INSERT ON uji_baris FOR EACH ROW EXECUTE FUNCTION asing()", "ledger"),
    ("CREATE RULE asing AS ON INSERT TO uji_baris DO INSTEAD NOTHING", "ledger"),
    ("ALTER TABLE uji_baris ENABLE ROW LEVEL SECURITY", "ledger"),
    ("CREATE SCHEMA lain; CREATE TABLE lain.uji_baris AS TABLE uji_baris; SET LOCAL search_path = lain, public", "unsealed"),
])  # fmt: skip
def test_what_alters_values_on_their_way_or_is_read_in_their_place_is_named(sql: str, kind: str) -> None:
    write("satu")
    run("SET CONSTRAINTS ALL IMMEDIATE")
    run("CREATE FUNCTION asing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.note := NULL; RETURN NEW; END'")
    run(sql)
    assert kinds() == [(kind, "uji_baris", None)]
    run("SET LOCAL search_path = public")


@pytest.mark.parametrize("sql", ["DELETE FROM ledger_sequencer", "INSERT INTO ledger_sequencer SELECT 2, 0, 0, 0"])
def test_a_sequencer_without_its_one_mark_is_a_fault_of_the_ledger(sql: str) -> None:
    write("satu")
    run(sql)
    assert kinds() == [("ledger", "ledger_sequencer", None)]


def test_a_table_of_the_ledger_itself_that_is_gone_is_named() -> None:
    write("satu")
    run("SET CONSTRAINTS ALL IMMEDIATE")
    run("DROP TABLE ledger_checkpoint, ledger_salt")
    assert kinds() == [("missing", "ledger_checkpoint", None), ("missing", "ledger_salt", None)]


def test_a_ledger_that_was_emptied_leaves_every_table_of_the_program_unsealed() -> None:
    with behind_the_back():
        run("TRUNCATE ledger_entry, ledger_salt, ledger_leaf, ledger_checkpoint, ledger_schema, ledger_disclosure")
    found = kinds()
    assert {kind for kind, _table, _id in found} == {"unsealed"}
    assert {table for _kind, table, _id in found} == set(program.sealed_tables())


def test_a_seal_that_no_migration_of_the_program_made_is_a_fault_of_the_ledger() -> None:
    with connection.cursor() as cursor:
        schemas.reseal(cursor, table="personnel_rankrecord", change="UPDATE personnel_rankrecord SET grade = 'IV/e'")
    assert kinds() == [("ledger", "ledger_schema", "personnel_rankrecord.2")]
