"""Penulisan massal: many rows of a history in one COPY, signed and sealed like single ones.

Importers come here: 100,000 rows must not become 100,000 objects. Checks belong to the caller, promises to the database.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, models, transaction
from psycopg import sql

from jenjang import ledger
from jenjang.accounts.models import User
from jenjang.kernel.histories import Source
from jenjang.ledger import Actor
from jenjang.personnel.models import Contact, Employee
from jenjang.personnel.sign_ins import tie_employees

Writer = User | Actor
IMPORTED = str(Source.IMPORT)


@transaction.atomic
def bulk_append(
    model: type[models.Model],
    rows: Iterable[Sequence[Any]],
    *,
    columns: Sequence[str],
    by: Writer,
    source: str = IMPORTED,
) -> int:
    """Append rows to any history. `columns` are column names (`employee_id`, `effective_from` …) in the rows' order.

    Columns that are not named get the model's default. Gives the number of rows; `refresh_current` is the caller's,
    once, after all kinds are in.
    """
    constants = _defaults(model, {*columns})
    if "source" in constants:
        constants["source"] = str(source)
    with ledger.attributed(by=by):
        return _copy(model, (*columns, *constants), rows, tuple(constants.values()))


@transaction.atomic
def bulk_employees(people: Iterable[tuple[str, str]], *, by: Writer) -> dict[str, int]:
    """Anchor new people, given as (NIP, SIASN id); gives the key of each by NIP."""
    pairs = list(people)
    with ledger.attributed(by=by):
        _copy(Employee, ("nip", "siasn_id"), pairs, ())
    tie_employees([nip for nip, _ in pairs])
    return keys_by_nip([nip for nip, _ in pairs])


@transaction.atomic
def bulk_contacts(rows: Mapping[int, Mapping[str, str]], *, by: Writer) -> int:
    """Set the contacts of many people, keyed by employee; what was there is replaced."""
    contacts = [Contact(employee_id=key, **values) for key, values in rows.items()]
    names = [field.name for field in Contact._meta.concrete_fields if not field.primary_key]
    with ledger.attributed(by=by):
        Contact.objects.bulk_create(contacts, update_conflicts=True, unique_fields=["employee"], update_fields=names)
    return len(contacts)


def keys_by_nip(nips: Sequence[str]) -> dict[str, int]:
    """The key of each person in one query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nip, id FROM personnel_employee WHERE nip = ANY(%s)", [list(nips)])
        return dict(cursor.fetchall())


def _defaults(model: type[models.Model], given: set[str]) -> dict[str, Any]:
    """The columns that the rows leave out and the database would refuse as null."""
    return {
        field.column: field.get_default()
        for field in model._meta.concrete_fields
        if field.column not in given and not field.primary_key and not field.null and not field.has_db_default()
    }


def _copy(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]], constants: tuple[Any, ...]
) -> int:
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    count = 0
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row((*row, *constants) if constants else row)
            count += 1
    return count
