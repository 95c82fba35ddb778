"""Every rule reads every one of its facts strictly: what is missing, of another kind or unknown is refused at that fact."""

import copy
import dataclasses
import types
import typing

import pytest

from jenjang.law import cases
from jenjang.law.catalogue import all_rules, evaluate
from jenjang.law.facts import hints_of

RULES = all_rules()
ODD = (
    True,
    -1,
    0.5,
    10**40,
    float("nan"),
    float("inf"),
    "",
    "ya",
    "x" * 5000,
    "2026-02-30",
    [],
    [None],
    {},
    {"": 1},
    {"a": []},
)


def sample(rule):
    """A day and facts that are answered, with a list or a mapping filled where some case has one."""
    answered = [case for case in cases.shipped_cases() if case.rule == rule.id and not case.error]
    return max(answered, key=lambda case: len(str(case.facts)))


def required(rule):
    return [field.name for field in dataclasses.fields(rule.facts) if field.default is dataclasses.MISSING]


def may_be_null(rule, name):
    hint = hints_of(rule.facts)[name]
    return typing.get_origin(hint) in (types.UnionType, typing.Union) and type(None) in typing.get_args(hint)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_fact_that_is_not_there_is_asked_for(rule):
    case = sample(rule)
    for name in required(rule):
        facts = {key: value for key, value in case.facts.items() if key != name}
        assert evaluate(rule.id, case.on, facts)["error"]["field"] == name


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_null_is_refused_where_a_value_must_be(rule):
    case = sample(rule)
    for name in required(rule):
        answer = evaluate(rule.id, case.on, {**case.facts, name: None})
        assert may_be_null(rule, name) or answer["error"]["field"] == name, name


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_unknown_fact_is_refused_by_its_name(rule):
    case = sample(rule)
    assert evaluate(rule.id, case.on, {**case.facts, "lain": 1})["error"]["field"] == "lain"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_whatever_stands_in_a_fact_is_answered_or_refused_at_a_fact(rule):
    case = sample(rule)
    for name in case.facts:
        for value in ODD:
            answer = evaluate(rule.id, case.on, {**copy.deepcopy(dict(case.facts)), name: value})
            assert answer.get("error", {"field": "on"})["field"] in {*case.facts, "on"}, (name, value)
