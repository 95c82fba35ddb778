"""Migrasi: tables that a migration makes one after the other enter Django's picture of the database together."""

from __future__ import annotations

from copy import copy
from itertools import groupby
from typing import TYPE_CHECKING

from django.db import migrations
from django.db.migrations.operations import CreateModel

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor
    from django.db.migrations.operations.base import Operation
    from django.db.migrations.state import ProjectState


class Migration(migrations.Migration):
    """A migration of many tables.

    Django renders every related model anew after each `CreateModel`; here nearly all tables refer to people and posts, so
    that took half of a fresh installation and of making each test database. What such neighbours do to the database
    does not depend on the steps between them.
    """

    def apply(
        self, project_state: ProjectState, schema_editor: BaseDatabaseSchemaEditor, collect_sql: bool = False
    ) -> ProjectState:
        for makes_tables, neighbours in groupby(self.operations, key=lambda operation: type(operation) is CreateModel):
            part = copy(self)
            part.operations = list(neighbours)
            if makes_tables and not collect_sql:
                part._make_together(part.operations, project_state, schema_editor)
            else:
                project_state = super(Migration, part).apply(project_state, schema_editor, collect_sql)
        return project_state

    def _make_together(
        self, tables: list[Operation], state: ProjectState, schema_editor: BaseDatabaseSchemaEditor
    ) -> None:
        before = state.clone()
        vars(state).pop("apps", None)  # rendered once, when the first table asks for it
        for table in tables:
            table.state_forwards(self.app_label, state)
        for table in tables:
            table.database_forwards(self.app_label, schema_editor, before, state)
