"""Keputusan: enter a decree into the ledger field by field, and prove later that it stands there."""

from collections.abc import Collection, Mapping

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from jenjang.ledger import checkpoints, commitments, keys, merkle, notes
from jenjang.ledger.models import EntryKind

FORMAT = "jenjang-bukti/1"
NUMBER = "nomor"
SHORT_DIGITS = 12
PUBLIC = ("nomor", "tanggal", "jenis", "jabatan", "nama", "keputusan")
"""Yang dibuka sebuah bukti: which paper, of which day, about which post and whom. The NIP and the rest stay closed."""


class NotInLedger(LookupError):
    """No decree of that number was entered."""


def commit_fields(*, table: str, row: str, person: str, fields: Mapping[str, str]) -> int:
    """Catat isi keputusan: inside `attributed`. `fields` must hold "nomor". Returns the entry's id."""
    if not fields.get(NUMBER):
        raise ValueError(f"The fields of a decree hold its number under {NUMBER!r}.")
    salted = commitments.salted(fields)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT public.ledger_append(%s, %s, %s, %s, %s)",
            [EntryKind.DECREE, table, row, person, commitments.digest(salted)],
        )
        entry: int = cursor.fetchone()[0]
        keep_fields(cursor, entry, salted)
    return entry


def commit_document(*, table: str, row: str, person: str, sha256: bytes) -> int:
    """Catat berkas: the hash of the signed PDF, a second entry beside its fields."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT public.ledger_append(%s, %s, %s, %s, %s)", [EntryKind.DOCUMENT, table, row, person, sha256]
        )
        entry: int = cursor.fetchone()[0]
    return entry


def keep_fields(cursor: CursorWrapper, entry: int, fields: list[commitments.Field]) -> None:
    cursor.executemany(
        "INSERT INTO public.ledger_disclosure (entry_id, position, name, value, salt) VALUES (%s, %s, %s, %s, %s)",
        [(entry, place, field.name, field.value, field.salt) for place, field in enumerate(fields)],
    )


def entry_of(number: str) -> int:
    """The newest entry of a decree's number."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT max(d.entry_id) FROM public.ledger_disclosure d JOIN public.ledger_entry e ON e.id = d.entry_id "
            "WHERE d.name = %s AND d.value = %s AND e.kind = %s",
            [NUMBER, number, EntryKind.DECREE],
        )
        entry: int | None = cursor.fetchone()[0]
    if entry is None:
        raise NotInLedger(f"Tidak ada keputusan bernomor {number} dalam buku besar.")
    return entry


def prove(decree: str | int, disclose: Collection[str] | None = None) -> dict[str, object]:
    """Bukti: everything by which an outsider checks a decree, given its number or entry. `disclose` names the open fields (all)."""
    entry = decree if isinstance(decree, int) else entry_of(decree)
    index, note = _covered(entry)
    with transaction.atomic(), connection.cursor() as cursor:
        line = _entry_line(cursor, entry)
        cursor.execute("SELECT hash FROM public.ledger_leaf WHERE index < %s ORDER BY index", [note.size])
        leaves = [bytes(leaf) for (leaf,) in cursor.fetchall()]
        fields = _fields(cursor, entry)
    return {
        "format": FORMAT,
        "fields": [_shown(field, open_=disclose is None or field.name in disclose) for field in fields],
        "entry": line,
        "index": index,
        "path": [step.hex() for step in merkle.inclusion_path(leaves, index)],
        "checkpoint": checkpoints.latest(),
        "key": str(keys.public()),
    }


def short_address(number: str, entry: int) -> str:
    """What the QR code leads to: the number and twelve hex digits of the leaf, known as soon as the entry is made."""
    with connection.cursor() as cursor:
        leaf = merkle.leaf_hash(_entry_line(cursor, entry).encode())
    return f"{number}/{leaf.hex()[:SHORT_DIGITS]}"


def _entry_line(cursor: CursorWrapper, entry: int) -> str:
    """The entry as the leaf hashes it: ten fields and tabs."""
    cursor.execute(
        "SELECT kind, table_name, row_id, person, actor, (at AT TIME ZONE 'UTC')::text || '+00', writer, version, hash "
        "FROM public.ledger_entry WHERE id = %s",
        [entry],
    )
    *plain, seal = cursor.fetchone()
    return "\t".join(str(part) for part in (entry, *plain, bytes(seal).hex()))


def _covered(entry: int) -> tuple[int, notes.Note]:
    """The entry's leaf and the newest checkpoint, which is published now if it does not reach that far."""
    for text in (checkpoints.latest(), None):
        note = notes.read(text or checkpoints.publish())
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT index FROM public.ledger_leaf WHERE entry_id = %s AND index < %s", [entry, note.size]
            )
            row = cursor.fetchone()
        if row:
            return row[0], note
    raise NotInLedger(f"Entry {entry} is not committed.")


def _fields(cursor: CursorWrapper, entry: int) -> list[commitments.Field]:
    cursor.execute(
        "SELECT name, value, salt FROM public.ledger_disclosure WHERE entry_id = %s ORDER BY position", [entry]
    )
    return [commitments.Field(name, value, bytes(salt)) for name, value, salt in cursor.fetchall()]


def _shown(field: commitments.Field, *, open_: bool) -> dict[str, str]:
    if open_:
        return {"name": field.name, "value": field.value, "salt": field.salt.hex()}
    return {"digest": field.leaf.hex()}
