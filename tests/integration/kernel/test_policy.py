"""Agency policy: two people, a decree, inside the range, never backwards; then the law of the day speaks it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from jenjang.accounts.models import User
from jenjang.kernel import policy, queries
from jenjang.kernel.models import PolicyDraft, PolicyVersion
from jenjang.law.errors import Refused
from jenjang.law.parameters import default_book

TODAY = date(2026, 11, 20)


@pytest.fixture
def people() -> tuple[User, User]:
    return tuple(User.objects.create_user(f"uji-{name}", name=name) for name in ("Perancang", "Penetap"))  # type: ignore[return-value]


def number_parameter() -> tuple[str, int, int]:
    """A delegated parameter that is one number, with its range."""
    for parameter in policy.delegated():
        if (
            parameter.range
            and isinstance(parameter.values[-1].value, int)
            and not isinstance(parameter.values[-1].value, bool)
        ):
            return parameter.key, int(parameter.range[0]), int(parameter.range[1])
    pytest.skip("no delegated whole number in the book")


def proposed(people: tuple[User, User], value: int | None = None) -> PolicyDraft:
    key, low, _ = number_parameter()
    draft = policy.draft_policy(
        title="Kebijakan uji", values={key: low if value is None else value}, since=TODAY, by=people[0]
    )
    policy.propose_draft(draft=draft, by=people[0])
    return draft


def adopt(draft: PolicyDraft, by: User, **changes: object) -> PolicyVersion:
    facts = {"decree_number": "188/12/2026", "decree_date": TODAY, "on": TODAY} | changes
    return policy.adopt_policy(draft=draft, by=by, **facts)  # type: ignore[arg-type]


def test_an_adopted_value_speaks_from_its_day_and_not_before(people: tuple[User, User]) -> None:
    key, low, _ = number_parameter()
    version = adopt(proposed(people), people[1])

    assert queries.law_on(TODAY)[key].value == low
    assert queries.law_on(TODAY)[key].by_policy
    assert not queries.law_on(date(2026, 11, 19))[key].by_policy
    assert queries.policy_on(TODAY) == version


def test_the_national_default_speaks_without_a_policy() -> None:
    key = number_parameter()[0]
    assert queries.law_on(TODAY)[key].value == default_book().on(TODAY)[key].value


def test_the_drafter_cannot_adopt(people: tuple[User, User]) -> None:
    with pytest.raises(Refused, match="orang lain"):
        adopt(proposed(people), people[0])
    assert not PolicyVersion.objects.exists()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"decree_number": " "}, "Nomor keputusan"),
        ({"decree_date": date(2026, 11, 21)}, "setelah hari ini"),
        ({"decree_date": date(2026, 11, 21), "on": date(2026, 12, 1)}, "berlaku surut"),
    ],
)
def test_a_decree_must_be_whole_and_not_backdate(
    people: tuple[User, User], changes: dict[str, object], reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        adopt(proposed(people), people[1], **changes)


def test_a_value_outside_the_range_is_refused_at_the_draft(people: tuple[User, User]) -> None:
    key, _, high = number_parameter()
    with pytest.raises(Refused, match="rentang"):
        policy.draft_policy(title="Terlalu tinggi", values={key: high + 1}, since=TODAY, by=people[0])


def test_a_proposed_draft_is_returned_before_it_changes(people: tuple[User, User]) -> None:
    draft = proposed(people)
    with pytest.raises(Refused, match="belum diajukan"):
        policy.change_draft(draft=draft, title="Lain", values={}, since=TODAY, by=people[0])
    policy.return_draft(draft=draft, reason="Bobot perlu dibahas lagi.", by=people[1])
    policy.change_draft(draft=draft, title="Lain", values={}, since=TODAY, by=people[0])
    assert policy.state_of(draft) == "rancangan"


def test_a_policy_is_adopted_once(people: tuple[User, User]) -> None:
    draft = proposed(people)
    adopt(draft, people[1])
    with pytest.raises(Refused, match="tidak sedang diajukan"):
        adopt(draft, people[1])


def test_an_adopted_version_cannot_be_edited(people: tuple[User, User], freeze: Callable[[date], None]) -> None:
    version = adopt(proposed(people), people[1])
    with pytest.raises(IntegrityError), transaction.atomic():
        PolicyVersion.objects.filter(pk=version.pk).update(values="{}")
