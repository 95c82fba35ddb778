"""Hukum suatu lowongan: the law of the published day with the policy version then in force, also years later."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from jenjang.kernel import policy
from jenjang.law import snapshot
from jenjang.law.parameters import LawBook, LawOn, default_book
from jenjang.selection.models import Criteria


def keep_law() -> str:
    """Store a copy of today's law once, and give its hash."""
    book = default_book()
    return book.digest if (_archive() / book.digest).is_dir() else snapshot.store(book.root, _archive())


def law_of(criteria: Criteria) -> LawOn:
    """The law by which these criteria count: the copy that was sealed with them. Made anew, so that it
    remembers only what this use looked up."""
    version = criteria.policy_version
    name = criteria.law_snapshot
    book = default_book() if name == default_book().digest else _kept(_archive(), name)
    return book.on(criteria.law_on, policy.read_values(version.values) if version else None)


@lru_cache(maxsize=3)  # vacancies of one season were published under few states of the law
def _kept(archive: Path, name: str) -> LawBook:
    """Checked against its hash and read once; afterwards nobody can change what is in memory."""
    return snapshot.load(archive, name)


def _archive() -> Path:
    return Path(settings.HOME) / "hukum"
