"""A sealed table grows: verified under the old seal, sealed again under the new one, and green."""

import pytest
from django.db import connection, migrations, models, transaction
from django.db.migrations.state import ProjectState

from jenjang.ledger import schemas, sealing
from jenjang.ledger.operations import Reseal, Seal, SealMany
from jenjang.ledger.verify import verify
from tests.integration.ledger.conftest import behind_the_back, run, write

CREATE = migrations.CreateModel("Baris", [
    ("id", models.BigAutoField(primary_key=True)), ("employee_id", models.BigIntegerField()), ("note", models.CharField(max_length=50, null=True)),
    ("amount", models.DecimalField(max_digits=12, decimal_places=2, null=True)), ("day", models.DateField(null=True)),
], options={"db_table": "uji_baris"})  # fmt: skip


class Ladder:
    """Runs migration operations one after another, as a release does."""

    def __init__(self) -> None:
        self.state = ProjectState()

    def apply(self, *operations: migrations.operations.base.Operation) -> None:
        for operation in operations:
            after = self.state.clone()
            operation.state_forwards("ledger", after)
            with connection.schema_editor(atomic=True) as editor:
                operation.database_forwards("ledger", editor, self.state, after)
            self.state = after
        run("SELECT set_config('jenjang.actor', '', true)")


@pytest.fixture
def ladder(db: None) -> Ladder:
    steps = Ladder()
    steps.apply(CREATE, Seal("Baris", person="employee_id"))
    return steps


def more(default: str = "") -> migrations.AddField:
    return migrations.AddField("Baris", "more", models.CharField(max_length=20, default=default))


def test_rows_sealed_before_a_new_column_are_sealed_again_and_green(ladder: Ladder) -> None:
    first, _second = write("satu", "dua")
    ladder.apply(more("asal"), Reseal("Baris"))
    with transaction.atomic():
        run("SELECT set_config('jenjang.actor', 'sistem:uji', true)")
        run("INSERT INTO uji_baris (employee_id, note, more) VALUES (7, 'tiga', 'baru')")
    assert run("SELECT kind, version FROM ledger_entry WHERE table_name = 'uji_baris' ORDER BY id") == [
        ("segel", 1), ("segel", 1), ("migrasi", 2), ("migrasi", 2), ("segel", 2),
    ]  # fmt: skip
    assert verify(connection)["ok"]
    with behind_the_back():
        run("UPDATE uji_baris SET more = 'ubah' WHERE id = %s", first)
    assert [(finding["kind"], finding["id"]) for finding in verify(connection)["findings"]] == [("changed", str(first))]


def test_a_backfill_is_part_of_the_new_seal_and_the_refusal_stands_again(ladder: Ladder) -> None:
    write("satu")
    ladder.apply(more(), Reseal("Baris", change="UPDATE uji_baris SET more = upper(note)"))
    assert run("SELECT more FROM uji_baris") == [("SATU",)]
    assert verify(connection)["ok"]
    with pytest.raises(Exception, match="is refused"), transaction.atomic():
        run("UPDATE uji_baris SET more = ''")


def test_a_migration_publishes_a_checkpoint(ladder: Ladder) -> None:
    write("satu")
    ladder.apply(more(), Reseal("Baris"))
    assert run("SELECT count(*), max(size) = (SELECT count(*) FROM ledger_leaf) FROM ledger_checkpoint") == [(1, True)]


def test_the_migrations_of_a_new_installation_publish_none(ladder: Ladder) -> None:
    ladder.apply(more(), Reseal("Baris"))
    assert run("SELECT count(*) FROM ledger_checkpoint") == [(0,)]
    assert verify(connection)["ok"]


def test_a_table_that_does_not_verify_is_not_sealed_anew(ladder: Ladder) -> None:
    (row,) = write("satu")
    with behind_the_back():
        run("UPDATE uji_baris SET note = 'lain' WHERE id = %s", row)
    ladder.apply(more())
    with pytest.raises(sealing.SealError, match="does not verify under its old seal"):
        ladder.apply(Reseal("Baris"))


def test_a_column_added_without_a_new_seal_is_a_finding(ladder: Ladder) -> None:
    ladder.apply(more())
    assert [(finding["kind"], finding["id"]) for finding in verify(connection)["findings"]] == [("unsealed", None)]


@pytest.mark.parametrize("sql", [
    "ALTER TABLE uji_baris DROP COLUMN note", "ALTER TABLE uji_baris RENAME COLUMN note TO remark", "ALTER TABLE uji_baris ALTER note TYPE integer USING 1",
])  # fmt: skip
def test_a_sealed_column_is_never_dropped_renamed_or_changed(ladder: Ladder, sql: str) -> None:
    run(sql)
    with pytest.raises(sealing.SealError, match=r"uji_baris\.note .* is sealed"), connection.cursor() as cursor:
        schemas.reseal(cursor, table="uji_baris")


def test_a_wider_column_keeps_its_seals(ladder: Ladder) -> None:
    write("satu")
    ladder.apply(migrations.AlterField("Baris", "note", models.TextField(null=True)), Reseal("Baris"))
    assert verify(connection)["ok"]


def test_the_way_back_takes_the_seal_off(ladder: Ladder) -> None:
    with connection.schema_editor() as editor:
        Seal("Baris").database_backwards("ledger", editor, ladder.state, ladder.state)
    assert run("SELECT count(*) FROM pg_trigger WHERE tgrelid = 'uji_baris'::regclass AND NOT tgisinternal") == [(0,)]


def test_operations_write_themselves_into_a_migration() -> None:
    assert Seal("A", person="p").deconstruct() == ("Seal", ["A"], {"person": "p"})
    assert SealMany("A", "B").deconstruct() == ("SealMany", ["A", "B"], {"person": None})
    assert Reseal("A").deconstruct() == ("Reseal", ["A"], {})
