"""Cuti tahunan: what holds for every employee, and what the sentences say."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.codes import Status
from jenjang.law.parameters import default_book
from jenjang.leave.rules.annual import AnnualLeaveFacts, decide_annual_leave

DAY = date(2026, 3, 2)
RESTED = AnnualLeaveFacts(
    status=Status.PNS,
    service_months=60,
    used_last_year=12,
    used_year_before=12,
    postponed_last_year=False,
    long_leave_this_year=False,
    pending_days=0,
    used_this_year=0,
)
everyone = st.builds(
    AnnualLeaveFacts,
    status=st.sampled_from(Status),
    service_months=st.integers(0, 500),
    used_last_year=st.integers(0, 24),
    used_year_before=st.integers(0, 24),
    postponed_last_year=st.booleans(),
    long_leave_this_year=st.booleans(),
    pending_days=st.integers(0, 30),
    used_this_year=st.integers(0, 30),
)


def decide(facts, **policy):
    return decide_annual_leave(facts, default_book().on(DAY, {key.replace("__", "."): v for key, v in policy.items()}))


@given(everyone)
def test_a_balance_adds_up_and_never_passes_two_years(facts):
    balance = decide(facts).result
    assert balance.total == balance.entitlement + balance.carried_over <= 24
    assert 0 <= balance.available <= balance.total


@given(everyone)
def test_leave_is_allowed_exactly_when_a_day_is_left(facts):
    decision = decide(facts)
    assert decision.allowed == (decision.result.available > 0)


@given(everyone, st.integers(0, 11))
def test_resting_more_last_year_never_leaves_more_this_year(facts, used):
    less = decide(replace(facts, used_last_year=used)).result
    more = decide(replace(facts, used_last_year=used + 1)).result
    assert more.carried_over <= less.carried_over


@given(everyone)
def test_every_finding_has_a_reason_and_an_article(facts):
    for finding in decide(facts).findings:
        assert finding.reason.endswith(".")
        assert finding.cites


def test_a_newcomer_is_told_how_long_he_has_served_and_what_the_law_asks():
    (_, service) = decide(replace(RESTED, service_months=11)).findings
    assert not service.met
    assert service.reason == "Masa kerja 11 bulan; syaratnya 12 bulan terus-menerus."
    assert service.cites == ("pp-11-2017#311",)


def test_an_agency_may_count_two_years_that_were_partly_used():
    facts = replace(RESTED, used_last_year=8, used_year_before=10)
    assert decide(facts).result.carried_over == 4
    assert decide(facts, cuti__tahunan__dua_tahun_utuh=False).result.carried_over == 6


def test_an_agency_may_let_contract_staff_carry_days_over():
    facts = replace(RESTED, status=Status.PPPK, used_last_year=9)
    assert decide(facts).result.carried_over == 0
    assert decide(facts, cuti__tahunan__pppk__sisa_hangus=False).result.carried_over == 3


def test_the_law_used_is_named():
    law = default_book().on(DAY)
    decide_annual_leave(RESTED, law)
    assert {"cuti.tahunan.hak", "cuti.tahunan.masa_kerja", "cuti.tahunan.sisa_setahun"} <= set(law.used)
