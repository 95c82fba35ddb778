"""The program as a shell calls it: which words it knows, and the exit codes 0, 1 and 2."""

import json

import pytest

from jenjang import cli

FACTS = '{"result_rating": "sesuai_ekspektasi", "behaviour_rating": "di_atas_ekspektasi"}'


def test_rules_answer_through_the_program_with_the_documented_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["rules", "eval", "kinerja.predikat", "--on", "2026-03-02", "--facts", FACTS]) == 0
    assert json.loads(capsys.readouterr().out)["result"] == {"predicate": "baik"}
    assert cli.main(["rules", "eval", "kinerja.predikat", "--on", "2026-03-02", "--facts", "{}"]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["field"] == "result_rating"


def test_rules_list_names_every_rule_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["rules", "list"]) == 0
    assert "kinerja.predikat" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["setup"],
        ["serve"],
        ["db", "url"],
        ["demo", "load"],
        ["demo", "tamper"],
        ["ledger", "verify"],
        ["selection", "rank", "L-2026-0001"],
        ["import", "employees", "a.xlsx"],
    ],
)
def test_the_program_knows_its_commands(words: list[str]) -> None:
    assert cli.parser().parse_args(words).run


def test_the_demonstration_answers_in_json_and_refuses_tampering_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["demo", "accounts", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert cli.main(["demo", "tamper"]) == 2
