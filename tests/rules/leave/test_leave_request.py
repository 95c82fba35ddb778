"""Permohonan cuti: what holds for every request, and which article refuses."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.codes import Doctor, LeaveReason, LeaveType, Status
from jenjang.law.errors import FactError, NotInForce
from jenjang.law.parameters import default_book
from jenjang.leave.rules.request import LeaveRequestFacts, decide_leave_request

LAW = default_book().on(date(2026, 3, 2))
A_WEEK = LeaveRequestFacts(
    type=LeaveType.ANNUAL,
    status=Status.PNS,
    service_months=60,
    first=date(2026, 5, 4),
    last=date(2026, 5, 8),
    birth_number=0,
    first_hajj=False,
    hajj_schedule=False,
    doctor=Doctor.NONE,
    reason=LeaveReason.NONE,
    months_taken=0,
)
requests = st.builds(
    lambda first, days, **others: LeaveRequestFacts(first=first, last=first + timedelta(days=days), **others),
    first=st.dates(date(2025, 1, 1), date(2026, 6, 1)),
    days=st.integers(0, 300),
    type=st.sampled_from(LeaveType),
    status=st.sampled_from(Status),
    service_months=st.integers(0, 200),
    birth_number=st.integers(0, 6),
    first_hajj=st.booleans(),
    hajj_schedule=st.booleans(),
    doctor=st.sampled_from(Doctor),
    reason=st.sampled_from(LeaveReason),
    months_taken=st.integers(0, 60),
)


def objections(**changes):
    return {finding.code for finding in decide_leave_request(replace(A_WEEK, **changes), LAW).objections}


@given(requests)
def test_every_finding_has_a_reason_and_an_article(facts):
    for finding in decide_leave_request(facts, LAW).findings:
        assert finding.reason.endswith(".")
        assert finding.cites


@given(requests)
def test_a_day_less_is_never_refused_where_a_day_more_is_allowed(facts):
    if facts.last == facts.first or facts.type is LeaveType.ANNUAL:
        return
    shorter = replace(facts, last=facts.last - timedelta(days=1))
    if decide_leave_request(facts, LAW).allowed:
        assert decide_leave_request(shorter, LAW).allowed


@given(requests)
def test_contract_staff_never_get_what_only_tenured_staff_have(facts):
    facts = replace(facts, status=Status.PPPK)
    if facts.type in (LeaveType.LONG, LeaveType.COMPELLING, LeaveType.CLTN):
        assert not decide_leave_request(facts, LAW).allowed


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"type": LeaveType.LONG, "service_months": 59}, {"masa_kerja"}),
        ({"type": LeaveType.LONG, "service_months": 59, "first_hajj": True}, {"jadwal_haji"}),
        ({"type": LeaveType.SICK}, {"surat_dokter"}),
        ({"type": LeaveType.MATERNITY, "birth_number": 4}, {"kelahiran"}),
        ({"type": LeaveType.COMPELLING}, {"alasan"}),
        ({"type": LeaveType.COMPELLING, "reason": LeaveReason.GRAVELY_ILL}, {"surat"}),
        ({"type": LeaveType.CLTN, "service_months": 12}, {"masa_kerja", "alasan"}),
        ({"type": LeaveType.LONG, "status": Status.PPPK}, {"jenis"}),
        ({"status": Status.PPPK_PART_TIME}, {"status"}),
    ],
)
def test_a_refusal_names_each_condition_that_is_missing(changes, expected):
    assert objections(**changes) == expected


def test_the_last_possible_day_is_told():
    decision = decide_leave_request(replace(A_WEEK, type=LeaveType.LONG, last=date(2026, 8, 4)), LAW)
    (objection,) = decision.objections
    assert "sampai 3 Agustus 2026; diminta sampai 4 Agustus 2026" in objection.reason


def test_unpaid_leave_reaches_beyond_the_years_whose_holidays_are_known():
    years = replace(A_WEEK, type=LeaveType.CLTN, reason=LeaveReason.SPOUSE_WORKS, last=date(2029, 5, 3))
    decision = decide_leave_request(years, LAW)
    assert decision.allowed
    assert decision.result.working_days is None


def test_annual_leave_needs_a_year_with_holidays():
    with pytest.raises(NotInForce):
        decide_leave_request(replace(A_WEEK, first=date(2030, 1, 7), last=date(2030, 1, 8)), LAW)


def test_a_leave_that_ends_before_it_begins_is_an_error_at_its_end():
    with pytest.raises(FactError) as error:
        decide_leave_request(replace(A_WEEK, last=date(2026, 5, 3)), LAW)
    assert error.value.field == "last"


def test_an_agency_may_give_contract_staff_a_year_of_sick_leave():
    facts = replace(A_WEEK, type=LeaveType.SICK, status=Status.PPPK, doctor=Doctor.STATE_DOCTOR, last=date(2027, 5, 3))
    assert not decide_leave_request(facts, LAW).allowed
    generous = default_book().on(date(2026, 3, 2), {"cuti.sakit.pppk.lama": 12})
    assert decide_leave_request(facts, generous).allowed
