"""The errors of the law: few, named, and each says what to do next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jenjang.law.decisions import Decision


class LawError(Exception):
    """A file below `regulations/` is wrong: the program cannot trust its law."""


class PolicyError(LawError):
    """An agency policy sets what the law does not leave to it, or leaves the permitted range."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(f"{key}: {message}")
        self.key = key
        self.message = message


class NotInForce(LookupError):
    """There is no law for this on that day: not yet, no longer, or not published for that year."""

    def __init__(self, key: str, day: date, message: str) -> None:
        super().__init__(message)
        self.key = key
        self.day = day

    def __str__(self) -> str:
        return str(self.args[0])


class FactError(ValueError):
    """A fact cannot be read: unknown key or code, wrong type, impossible order. `field` is the top-level key.

    `found` has every field with its sentence: here the one.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message
        self.found = [(field, message)]


class Refused(Exception):
    """An action was refused by the law; the decision says why and by which article."""

    def __init__(self, decision: Decision[Any]) -> None:
        super().__init__("; ".join(finding.reason for finding in decision.objections))
        self.decision = decision
