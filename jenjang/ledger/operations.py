"""Migration operations: `Seal` after the CreateModel of a table that decides careers, `Reseal` after a change of it."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from jenjang.ledger import checkpoints, schemas
from jenjang.ledger.sealing import SealError


class Seal(Operation):
    """Segel: from here on the table is insert-only, and every row leaves an entry in the ledger."""

    reduces_to_sql = True
    reversible = True
    elidable = False

    def __init__(self, model: str, person: str | None = None) -> None:
        self.model = model
        self.person = person

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, [self.model], {"person": self.person}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models stay as they are: the seal is the database's."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        meta = to_state.apps.get_model(app_label, self.model)._meta
        with schema_editor.connection.cursor() as cursor:
            schemas.seal(cursor, table=meta.db_table, row=meta.pk.column, person=self.person or "")

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        meta = to_state.apps.get_model(app_label, self.model)._meta
        with schema_editor.connection.cursor() as cursor:
            schemas.unseal(cursor, table=meta.db_table)

    def describe(self) -> str:
        return f"Seal {self.model}"


class SealMany(Seal):
    """Several tables with the same person column."""

    def __init__(self, *models: str, person: str | None = None) -> None:
        super().__init__(" ".join(models), person)
        self.models = models

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, list(self.models), {"person": self.person}

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for model in self.models:
            Seal(model, self.person).database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for model in reversed(self.models):
            Seal(model, self.person).database_backwards(app_label, schema_editor, from_state, to_state)


class Reseal(Operation):
    """Segel ulang: after AddField on a sealed model. Verifies the old seals, records a new version, seals every row again.

    `change` is one SQL statement that backfills values. A checkpoint is published in the same transaction, but
    when a new installation makes its tables: nothing was recorded yet that a checkpoint could hold.
    """

    reduces_to_sql = False
    reversible = False

    def __init__(self, model: str, change: str = "") -> None:
        self.model = model
        self.change = change

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, [self.model], {"change": self.change} if self.change else {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models stay as they are: the seal is the database's."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        from jenjang.ledger.verify import verify_table

        table = to_state.apps.get_model(app_label, self.model)._meta.db_table
        found = verify_table(schema_editor.connection, table)
        if found:
            raise SealError(
                f"{table} does not verify under its old seal, so it is not sealed anew: {found[0]} (of {len(found)}). Run `jenjang ledger verify`."
            )
        with schema_editor.connection.cursor() as cursor:
            schemas.reseal(cursor, table=table, change=self.change)
            cursor.execute(f"SELECT EXISTS (SELECT FROM {schema_editor.quote_name(table)})")
            has_rows = cursor.fetchone()[0]
        if has_rows or checkpoints.latest(schema_editor.connection) is not None:
            checkpoints.publish(schema_editor.connection)

    def describe(self) -> str:
        return f"Reseal {self.model}"
