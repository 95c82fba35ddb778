"""Hukum suatu lowongan: the law of the published day with the policy version then in force, also years later."""

from __future__ import annotations

from jenjang.kernel import policy
from jenjang.kernel.lawbooks import keep_law, kept_law
from jenjang.law.parameters import LawOn
from jenjang.selection.models import Criteria

__all__ = ["keep_law", "law_of"]


def law_of(criteria: Criteria) -> LawOn:
    """The law by which these criteria count: the copy that was sealed with them. Made anew, so that it
    remembers only what this use looked up."""
    version = criteria.policy_version
    book = kept_law(criteria.law_snapshot)
    return book.on(criteria.law_on, policy.read_values(version.values) if version else None)
