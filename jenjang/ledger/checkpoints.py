"""Titik periksa: number the committed entries, sign the root of their tree, and keep the note."""

from django.db import connection as default_connection
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from jenjang.ledger import keys, notes
from jenjang.ledger.merkle import Frontier

BATCH = 100_000
ensure_key = keys.ensure


def sequence(connection: BaseDatabaseWrapper = default_connection) -> int:
    """Urutkan: give every committed entry its leaf. Returns how many were new; one runs at a time, nobody else waits."""
    total = 0
    while True:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            added = _sequence(cursor)
        total += added
        if added < BATCH:
            return total


def publish(connection: BaseDatabaseWrapper = default_connection) -> str:
    """Terbitkan: a signed note over all leaves. The same note again when nothing was added."""
    keys.ensure()
    sequence(connection)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('jenjang.ledger.checkpoint'))")
        return _publish(cursor)


def latest(connection: BaseDatabaseWrapper = default_connection) -> str | None:
    """The newest note, or None before the first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT note FROM public.ledger_checkpoint ORDER BY id DESC LIMIT 1")
        row = cursor.fetchone()
    return row[0] if row else None


def _sequence(cursor: CursorWrapper) -> int:
    cursor.execute("SELECT public.ledger_sequence(%s)", [BATCH])
    added: int = cursor.fetchone()[0]
    return added


def _publish(cursor: CursorWrapper) -> str:
    cursor.execute("SELECT size, frontier, note FROM public.ledger_checkpoint ORDER BY id DESC LIMIT 1")
    size, frontier, note = cursor.fetchone() or (0, "", "")
    tree = Frontier(size, [bytes.fromhex(root) for root in frontier.split()])
    cursor.execute("SELECT hash FROM public.ledger_leaf WHERE index >= %s ORDER BY index", [size])
    while leaves := cursor.fetchmany(BATCH):
        for (leaf,) in leaves:
            tree.add(bytes(leaf))
    if note and tree.size == size:
        return str(note)
    note = notes.sign(keys.private(), keys.public(), tree.size, tree.root())
    cursor.execute(
        "INSERT INTO public.ledger_checkpoint (size, root, frontier, note) VALUES (%s, %s, %s, %s)",
        [tree.size, tree.root(), " ".join(root.hex() for root in tree.roots), note],
    )
    return note
