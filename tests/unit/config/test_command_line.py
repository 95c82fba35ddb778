"""The program as a shell calls it: which words it knows, and the exit codes 0, 1 and 2."""

import argparse
import json
from pathlib import Path

import pytest

from jenjang import cli
from jenjang.config import commands

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


def test_setup_is_left_out_only_when_these_very_files_were_set_up_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "siap"
    monkeypatch.setattr(commands, "_mark_of_setup", lambda: mark)
    asked, always = argparse.Namespace(if_needed=True), argparse.Namespace(if_needed=False)
    assert not commands.is_set_up(asked)
    mark.write_text("another version")
    assert not commands.is_set_up(asked)
    mark.write_text(commands._version())
    assert not commands.is_set_up(always)
    before = commands._version()
    monkeypatch.setattr(commands.env, "ROOT", tmp_path)
    (tmp_path / "jenjang").mkdir()
    (tmp_path / "jenjang" / "berubah.py").write_text("1")
    assert commands._version() != before
