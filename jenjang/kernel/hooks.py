"""What the ground must ask of slices above it, who answer by entering a function when Django starts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jenjang.accounts.models import User

TwoPeople = Callable[["User", "User", date], bool]


def _nobody_knows(first: "User", second: "User", day: date) -> bool:
    return False  # until somebody answers, nothing that needs two people happens


_two_people: TwoPeople = _nobody_knows


def tell_two_people(answer: TwoPeople) -> None:
    """Enter the function that knows whether two accounts are two natural persons who do not act for one another."""
    global _two_people  # noqa: PLW0603 - wired once, when Django starts
    _two_people = answer


def are_two_people(first: "User", second: "User", day: date) -> bool:
    return _two_people(first, second, day)


@dataclass(frozen=True, slots=True)
class PolicyPowers:
    """Wewenang atas kebijakan instansi: who drafts, who adopts, and who may read what is not adopted yet."""

    draft: bool = False
    adopt: bool = False
    see: bool = False


PowersOf = Callable[["User"], PolicyPowers]


def _no_powers(user: "User") -> PolicyPowers:
    return PolicyPowers()


_policy_powers: PowersOf = _no_powers


def tell_policy_powers(answer: PowersOf) -> None:
    """Enter the function that knows what a user may do with the agency's policy."""
    global _policy_powers  # noqa: PLW0603 - wired once, when Django starts
    _policy_powers = answer


def policy_powers(user: "User") -> PolicyPowers:
    return _policy_powers(user)
