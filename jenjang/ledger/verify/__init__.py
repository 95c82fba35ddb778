"""Verifikasi: recompute everything in Python and name what does not fit.

Nothing here calls the sealing functions. The database only hands out rows, salts and entries; hashing and the tree are
done here, so a replaced function cannot vouch for itself.
"""

from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

from jenjang.ledger import erasure, roles
from jenjang.ledger.verify import guards, rows, surroundings, tree
from jenjang.ledger.verify.report import Report, nothing_left, snapshot

__all__ = ["verify", "verify_table"]


def verify(
    connection: BaseDatabaseWrapper,
    checkpoint: str | None = None,
    *,
    writers: Sequence[str] | None = None,
    retention: erasure.RetentionRule | None = None,
) -> dict[str, object]:
    """Compare tables, salts, entries, tree, checkpoints and triggers; `checkpoint` is the text of an older signed note.

    Finding kinds: `changed` a row differs from its seal, `missing` it is gone, `unsealed` it has no seal (or its table no
    trigger), `foreign` another database role wrote it, `ledger` the ledger itself was altered, `rolled_back` it was shortened.
    """
    with snapshot(connection) as cursor:
        if lost := surroundings.lost_tables(cursor):
            return nothing_left(lost)
        report = Report(cursor, retention or erasure.configured())
        rows.check(report)
        tree.check(report, checkpoint)
        guards.check(report)
        surroundings.check(report)
        guards.check_writers(report, list(writers or roles.writers()))
        return report.result()


def verify_table(connection: BaseDatabaseWrapper, table: str) -> list[dict[str, object]]:
    """The rows of one table against their seals, for a migration that is about to change it. Columns may have been added."""
    with snapshot(connection) as cursor:
        report = Report(cursor, erasure.configured())
        rows.check_table(report, table)
        return report.findings
