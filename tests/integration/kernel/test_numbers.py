"""Letter numbers: in order, without gaps, whatever happens at the same time."""

import threading

import pytest
from django.db import connection, transaction

from jenjang.kernel import actions
from jenjang.kernel.models import IssuedNumber

FORM = "821.22/{n}/BKPSDM/{year}"


def test_numbers_follow_one_another_and_begin_anew_each_year() -> None:
    texts = [actions.next_number(series="sk", form=FORM, by=None, year=year).text for year in (2026, 2026, 2027)]
    assert texts == ["821.22/1/BKPSDM/2026", "821.22/2/BKPSDM/2026", "821.22/1/BKPSDM/2027"]


def test_a_form_writes_zeros_and_roman_months() -> None:
    assert actions.write_number("{n:04}/BA/{month}/{year}", 7, 2026, 11) == "0007/BA/XI/2026"


@pytest.mark.parametrize("form", ["SK/2026", "{n}/{n}/{year}", "{n}/BKPSDM", "{n}/{year}/{0.__class__}"])
def test_a_form_that_cannot_give_distinct_numbers_is_refused(form: str) -> None:
    with pytest.raises(actions.NumberFormatError):
        actions.next_number(series="sk", form=form, by=None)


def test_a_number_that_rolled_back_is_given_to_the_next() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        assert actions.next_number(series="sk", form=FORM, by=None, year=2026).number == 1
        raise RuntimeError
    assert actions.next_number(series="sk", form=FORM, by=None, year=2026).number == 1


def test_two_at_once_with_rollbacks_leave_no_gap_and_no_double(committed_db: str) -> None:
    def draw(start: int) -> None:
        for turn in range(12):
            try:
                with transaction.atomic():
                    actions.next_number(series="sk", form=FORM, by=None, year=2026)
                    if (start + turn) % 3 == 0:
                        raise KeyError
            except KeyError:
                pass
        connection.close()

    threads = [threading.Thread(target=draw, args=(start,)) for start in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(IssuedNumber.objects.values_list("number", flat=True)) == list(range(1, 17))
