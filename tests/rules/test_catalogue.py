"""Every rule is reached by its id, answers in one shape, and can describe its own form."""

import json
from datetime import date

import pytest

from jenjang.law import cases
from jenjang.law.catalogue import all_rules, cited_by, evaluate, get
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused

ASKED = {"result_rating": "sesuai_ekspektasi", "behaviour_rating": "di_atas_ekspektasi"}


def test_an_answer_has_the_shape_of_the_contract():
    answer = evaluate("kinerja.predikat", "2026-03-02", ASKED)

    assert list(answer) == ["rule", "on", "result", "findings", "parameters"]
    assert answer["result"] == {"predicate": "baik"}
    assert set(answer["findings"][0]) == {"met", "reason", "cites"}
    assert answer["parameters"] == ["kinerja.predikat.kuadran"]


@pytest.mark.parametrize(
    ("rule", "on", "facts", "field"),
    [
        ("kinerja.apa", "2026-03-02", {}, "rule"),
        (None, "2026-03-02", {}, "rule"),
        (["kinerja.predikat"], "2026-03-02", {}, "rule"),
        ("kinerja.predikat", None, ASKED, "on"),
        ("kinerja.predikat", "2026-02-30", ASKED, "on"),
        ("kinerja.predikat", 5, ASKED, "on"),
        ("kinerja.predikat", "2021-01-01", ASKED, "on"),
        ("kinerja.predikat", "2026-03-02", None, "facts"),
        ("kinerja.predikat", "2026-03-02", {**ASKED, "lain": 1}, "lain"),
    ],
)
def test_bad_input_is_answered_with_the_field(rule, on, facts, field):
    answer = evaluate(rule, on, facts)

    assert set(answer) == {"rule", "error"}
    assert answer["error"]["field"] == field
    assert answer["error"]["message"]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_every_rule_describes_its_form_and_result_in_indonesian(rule):
    spec = rule.form_spec()

    json.dumps(spec)
    assert rule.title
    assert spec["fields"]
    assert spec["results"]
    assert all(entry["label"] for entry in spec["fields"] + spec["results"])


def test_a_form_lists_choices_limits_and_nested_lists():
    fields = {field["name"]: field for field in get("jabatan.syarat").form_spec()["fields"]}

    assert {"value": "s1", "label": "S1"} in fields["education"]["choices"]
    assert fields["related_years"]["minimum"] == 0
    held = fields["held"]
    assert (held["type"], held["item"]["type"]) == ("list", "group")
    assert [field["name"] for field in held["item"]["fields"]] == ["kind", "career_level", "months"]


def test_answers_to_all_cases_are_plain_and_described():
    described = {rule.id: {entry["name"] for entry in rule.form_spec()["results"]} for rule in all_rules()}
    for case in cases.shipped_cases():
        answer = evaluate(case.rule, case.on, case.facts)
        result = answer.get("result", {})
        assert set(result) <= described[case.rule], case.id
        assert json.loads(json.dumps(answer)) == answer, case.id
        if "allowed" in result:
            assert result["allowed"] == all(finding["met"] for finding in answer["findings"]), case.id


def test_an_article_leads_to_the_rules_that_rest_on_it():
    assert [rule.id for rule in cited_by("pp-100-2000#5")] == ["jabatan.rentang_pangkat"]
    assert "jabatan.rentang_pangkat" in [rule.id for rule in cited_by("pp-100-2000")]


def test_the_parameters_of_a_rule_are_known_from_its_cases():
    assert cases.parameters_of("kinerja.keberatan") == ("kinerja.keberatan.tenggat",)


def test_a_reason_is_written_only_when_read():
    written = []
    finding = Finding(False, lambda: written.append(1) or "Sebab.", ("pp-100-2000#5",))

    assert written == []
    assert finding.reason == "Sebab."
    assert written == [1]


def test_a_reason_speaks_indonesian():
    finding = Finding(True, ("{}: {} dan {}, {}.", date(2026, 11, 19), 1250, True, ("a", "b")))

    assert finding.reason == "19 November 2026: 1.250 dan ya, a, b."


def test_a_refusal_carries_its_decision_and_its_reasons():
    decision = Decision([Finding(True, "Cukup."), Finding(False, "Kurang.", ("pp-100-2000#5",))], None)
    refusal = Refused(decision)

    assert not decision.allowed
    assert str(refusal) == "Kurang."
    assert refusal.decision.as_json()["findings"][1] == {"met": False, "reason": "Kurang.", "cites": ["pp-100-2000#5"]}
