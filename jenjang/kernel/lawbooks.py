"""Salinan hukum: a copy of the law by its hash, kept with what was decided by it, so that it can be replayed years later."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from jenjang.law import snapshot
from jenjang.law.parameters import LawBook, default_book


def keep_law() -> str:
    """Store a copy of today's law once, and give its hash."""
    book = default_book()
    return book.digest if (_archive() / book.digest).is_dir() else snapshot.store(book.root, _archive())


def kept_law(name: str) -> LawBook:
    """The law with this hash: today's, or the copy that was kept."""
    return default_book() if name == default_book().digest else _kept(_archive(), name)


@lru_cache(maxsize=3)  # decisions of one season were made under few states of the law
def _kept(archive: Path, name: str) -> LawBook:
    """Checked against its hash and read once; afterwards nobody can change what is in memory."""
    return snapshot.load(archive, name)


def _archive() -> Path:
    return Path(settings.HOME) / "hukum"
