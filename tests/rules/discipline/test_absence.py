"""Ketidakhadiran: more days never weigh less, and the ladder has no gap."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jenjang.discipline.rules.absence import AbsenceFacts, ReceiptFacts, decide_absence, decide_sanction_start
from jenjang.law.codes import Sanction
from jenjang.law.parameters import default_book
from jenjang.law.workdays import working_calendar

LAW = default_book().on(date(2026, 3, 2))
days = st.integers(0, 366)


@given(days, days)
def test_a_day_more_never_weighs_less(total, run):
    now = decide_absence(AbsenceFacts(total, run), LAW).result
    then = decide_absence(AbsenceFacts(total + 1, run), LAW).result
    longer = decide_absence(AbsenceFacts(total, run + 1), LAW).result
    assert now.sanction.order <= min(then.sanction.order, longer.sanction.order)
    assert now.level.order <= min(then.level.order, longer.level.order)


def test_every_sanction_of_the_law_stands_on_the_ladder():
    reached = {decide_absence(AbsenceFacts(total, 0), LAW).result.sanction for total in range(40)}
    assert reached == set(Sanction)


@given(st.dates(date(2025, 1, 1), date(2026, 10, 1)))
def test_a_sanction_begins_on_a_working_day_after_fifteen_of_them(received_on):
    effective_on = decide_sanction_start(ReceiptFacts(received_on), LAW).result.effective_on
    calendar = working_calendar(LAW)
    assert calendar.is_working_day(effective_on)
    counted = calendar.count(received_on, effective_on) - calendar.is_working_day(received_on)
    assert counted == 15


def test_the_matrix_of_duties_names_every_article_of_duty():
    rows = LAW["disiplin.matriks"].value
    assert len(rows) == 33
    assert {row["pasal"] for row in rows} == {"3", "4", "5"}
