"""Forms of the records are read from top to bottom, and told in that order when something is missing."""

from __future__ import annotations

import pytest

from jenjang.personnel.forms import DECREE_GROUP, CloseUnitForm, NewUnitForm, history_form

PAPER = list(DECREE_GROUP[1])


@pytest.mark.parametrize("form_class", [NewUnitForm, CloseUnitForm])
def test_fields_and_errors_stand_in_the_order_of_the_page(form_class: type) -> None:
    form = form_class(data={})
    assert list(form.fields) == [name for _, names in form.groups for name in names]


def test_what_happened_is_asked_before_the_paper_that_says_so() -> None:
    names = list(history_form("pangkat")().fields)
    assert names[0] == "grade"
    assert names[-len(PAPER) :] == PAPER


def test_a_choice_that_must_be_made_says_pilih_and_one_that_may_be_left_says_nothing() -> None:
    assert history_form("pangkat")().fields["grade"].choices[0] == ("", "Pilih")
    assert NewUnitForm().fields["echelon"].choices[0] == ("", "–")
