"""Keputusan dan temuan: what a rule answers. One object serves action, button, letter, appeal file and statistics."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from jenjang.law.results import as_plain
from jenjang.law.wording import in_words

R_co = TypeVar("R_co", covariant=True)

# A sentence, or what is needed to make it when somebody reads it: a ranking makes a million findings
# and a person opens a dozen.
Reason = str | tuple[Any, ...] | Callable[[], str]


class Finding:
    """Temuan: one condition, whether it is met, why, and by which article.

    `reason` is a sentence, a tuple `(template, *args)` for `str.format` with Indonesian dates and numbers,
    or a callable. `code` is a stable short name, for counting and for pages.
    """

    __slots__ = ("_reason", "cites", "code", "met")

    def __init__(self, met: bool, reason: Reason, cites: tuple[str, ...] = (), code: str = "") -> None:
        self.met = met
        self._reason = reason
        self.cites = cites
        self.code = code

    @property
    def reason(self) -> str:
        """The sentence, written now."""
        said = self._reason
        if isinstance(said, tuple):
            template, *values = said
            return str(template).format(*map(in_words, values))
        return said if isinstance(said, str) else said()

    def as_json(self) -> dict[str, Any]:
        """The shape of an answer's findings."""
        return {"met": self.met, "reason": self.reason, "cites": list(self.cites)}

    def __repr__(self) -> str:
        return f"Finding({self.met}, {self.reason!r}, {self.cites!r})"


class Decision(Generic[R_co]):
    """Keputusan: every finding, and the values that the rule worked out.

    Findings that only explain a value may be given as a callable, which runs when somebody reads them.
    """

    __slots__ = ("_findings", "result")

    def __init__(self, findings: Sequence[Finding] | Callable[[], Sequence[Finding]], result: R_co) -> None:
        self._findings = findings
        self.result = result

    @property
    def findings(self) -> Sequence[Finding]:
        """Every condition that was looked at."""
        found = self._findings
        if callable(found):
            found = self._findings = found()
        return found

    @property
    def allowed(self) -> bool:
        """Whether every condition is met."""
        for finding in self.findings:  # noqa: SIM110 - a loop is twice as quick as all(), and this is the hot path
            if not finding.met:
                return False
        return True

    @property
    def objections(self) -> list[Finding]:
        """The findings that stand in the way."""
        return [finding for finding in self.findings if not finding.met]

    def as_json(self) -> dict[str, Any]:
        """What a sealed decision stores: verdict, findings and values, in plain JSON types."""
        return {
            "allowed": self.allowed,
            "result": as_plain(self.result),
            "findings": [finding.as_json() for finding in self.findings],
        }
