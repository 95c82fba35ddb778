"""Yang disegel program: which tables the migrations of this very program seal, and in how many versions.

The database says what it holds; only the program can say what it should hold. A seal that no migration made is nobody's.
"""

from functools import cache

from django.apps import apps
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

from jenjang.ledger.operations import Reseal, Seal, SealMany


@cache
def sealed_tables() -> dict[str, int]:
    """Each sealed table, with the newest version of its seal."""
    versions: dict[str, int] = {}
    for (label, _name), migration in MigrationLoader(None).disk_migrations.items():
        for operation in migration.operations:
            for model in _models(operation):
                table = apps.get_model(label, model)._meta.db_table
                versions[table] = versions.get(table, 0) + 1
    return versions


def _models(operation: Operation) -> tuple[str, ...]:
    if isinstance(operation, SealMany):
        return operation.models
    return (operation.model,) if isinstance(operation, Seal | Reseal) else ()
