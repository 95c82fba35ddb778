"""Access samples of the ledger: a checkpoint that was not published yet is a missing page."""

from tests.access import NOBODY, Cast, Sample


def samples(cast: Cast) -> list[Sample]:
    return [Sample("ledger:checkpoint", {}, "belum ada titik periksa", NOBODY)]
