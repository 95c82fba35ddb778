"""TPP: bounds of what is paid, and the shares that a region may set."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.codes import DeductionBase
from jenjang.law.errors import PolicyError
from jenjang.law.parameters import default_book
from jenjang.rewards.rules.additional_income import PayoutFacts, decide_payout

DAY = date(2026, 3, 2)
percents = st.decimals(0, 100, places=2)
payouts = st.builds(
    PayoutFacts,
    amount=st.integers(0, 50_000_000),
    productivity=st.decimals(0, 1, places=3),
    deduction_percent=percents,
    base=st.sampled_from(DeductionBase),
    sanction_percent=percents,
)


def net(facts, policy=None):
    return decide_payout(facts, default_book().on(DAY, policy)).result.net


@given(payouts)
def test_nobody_is_paid_less_than_nothing_or_more_than_all(facts):
    assert 0 <= net(facts) <= facts.amount


@given(payouts)
def test_a_deduction_from_the_whole_costs_at_least_as_much(facts):
    part = PayoutFacts(facts.amount, facts.productivity, facts.deduction_percent, DeductionBase.DISCIPLINE, Decimal(0))
    whole = PayoutFacts(facts.amount, facts.productivity, facts.deduction_percent, DeductionBase.WHOLE, Decimal(0))
    assert net(whole) <= net(part)


def test_a_region_sets_its_own_shares():
    facts = PayoutFacts(1_000_000, Decimal(0), Decimal(0), DeductionBase.DISCIPLINE, Decimal(0))
    assert net(facts) == 400_000
    assert net(facts, {"tpp.porsi": {"produktivitas": 70, "disiplin": 30}}) == 300_000


def test_shares_that_do_not_make_a_whole_are_refused():
    with pytest.raises(PolicyError):
        default_book().on(DAY, {"tpp.porsi": {"produktivitas": 70, "disiplin": 40}})
