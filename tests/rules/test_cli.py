"""`jenjang rules list|eval|check`: answers on standard output, exit status by the contract."""

import io
import json
from pathlib import Path

import pytest

from jenjang.law.catalogue import all_rules
from jenjang.law.cli import main

CASES = Path(__file__).resolve().parents[2] / "regulations" / "cases"
ASKED = '{"result_rating": "sesuai_ekspektasi", "behaviour_rating": "di_atas_ekspektasi"}'


def test_list_names_every_rule_with_its_title(capsys):
    assert main(["list"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.id for rule in all_rules()]


def test_list_as_json_describes_every_form(capsys):
    assert main(["list", "--format", "json"]) == 0

    assert len(json.loads(capsys.readouterr().out)) == len(all_rules())


def test_eval_answers_with_status_zero(capsys):
    assert main(["eval", "kinerja.predikat", "--on", "2026-03-02", "--facts", ASKED]) == 0

    assert json.loads(capsys.readouterr().out)["result"] == {"predicate": "baik"}


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (["kinerja.predikat", "--on", "2026-03-02", "--facts", "{}"], "result_rating"),
        (["kinerja.predikat", "--on", "2026-03-02"], "result_rating"),
        (["kinerja.predikat", "--facts", ASKED], "on"),
        (["kinerja.predikat", "--on", "besok", "--facts", ASKED], "on"),
        (["kinerja.predikat", "--on", "2026-03-02", "--facts", "{"], "facts"),
        (["kinerja.predikat", "--on", "2026-03-02", "--facts", "NaN"], "facts"),
        (["kinerja.predikat", "--on", "2026-03-02", "--facts", "1e99999999999999999999"], "facts"),
        (["kinerja.apa", "--on", "2026-03-02", "--facts", "{}"], "rule"),
    ],
)
def test_eval_of_bad_input_names_the_field_with_status_two(capsys, arguments, field):
    assert main(["eval", *arguments]) == 2

    assert json.loads(capsys.readouterr().out)["error"]["field"] == field


def test_a_batch_answers_line_by_line_in_order_and_goes_on_after_a_bad_line(tmp_path, capsys):
    batch = tmp_path / "soal.jsonl"
    good = f'{{"rule": "kinerja.predikat", "on": "2026-03-02", "facts": {ASKED}}}'
    batch.write_text("\n".join([good, "bukan json", "[1]", '{"rule": "x", "lain": 1}', "[" * 100_000, "", good]))

    assert main(["eval", "--batch", str(batch)]) == 0

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer.get("error", {}).get("field", "-") for answer in answers] == [
        "-",
        "line",
        "line",
        "lain",
        "line",
        "-",
    ]


BOX = '{"rule": "talenta.kotak", "on": "2026-03-02", "facts": {"performance": %s, "potential": 70}}'


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (BOX % "NaN", "performance"),
        (BOX % "-Infinity", "performance"),
        (BOX % "1e999999", "performance"),
        (BOX % "1e99999999999999999999", "line"),
        (BOX % ("9" * 5000), "line"),
        (BOX % ("[" * 100_000 + "]" * 100_000), "line"),
        (BOX % '"\\ud800"', "performance"),
        ('{"rule": "talenta.kotak", "on": "2026-03-02", "facts": {"\\ud800": 1}}', "\ud800"),
        ('{"rule": "\\ud800", "on": "2026-03-02", "facts": {}}', "rule"),
        ('{"on": "2026-03-02", "facts": {}}', "rule"),
        ('{"rule": "talenta.kotak", "facts": {}}', "on"),
        ('{"rule": "talenta.kotak", "on": "2026-03-02"}', "facts"),
    ],
    ids=lambda value: value[:60].encode("unicode_escape").decode(),
)
def test_no_line_ends_a_batch(tmp_path, capsys, line, field):
    batch = tmp_path / "soal.jsonl"
    good = BOX % "80.0"
    batch.write_text(f"{line}\n{good}\n", "utf-8")

    assert main(["eval", "--batch", str(batch)]) == 0

    first, second = [json.loads(answer) for answer in capsys.readouterr().out.splitlines()]
    assert first["error"]["field"] == field
    assert second["result"]["box"] == 7


def test_a_batch_reads_standard_input(monkeypatch, capsys):
    line = '{"rule": "pangkat.berikutnya", "on": "2026-03-02", "facts": {"grade": "III/d"}}\n'
    monkeypatch.setattr("sys.stdin", io.StringIO(line))

    assert main(["eval", "--batch", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["result"]["next_grade"] == "IV/a"


@pytest.mark.parametrize(
    "arguments",
    [
        ["eval"],
        ["eval", "--batch", "tidak-ada.jsonl"],
        ["eval", "kinerja.predikat", "--batch", "-"],
        ["check", "tidak-ada"],
    ],
)
def test_what_cannot_run_says_so_with_status_two(capsys, arguments):
    assert main(arguments) == 2
    assert capsys.readouterr().err


def test_check_counts_on_its_last_line(capsys):
    assert main(["check", str(CASES / "identitas.toml"), str(CASES / "kalender.toml")]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "4 passed, 0 failed"


def test_check_reports_failures_with_status_one(tmp_path, capsys):
    text = (CASES / "pangkat.toml").read_text("utf-8").replace('next_grade = "IV/a"', 'next_grade = "IV/b"')
    (tmp_path / "salah.toml").write_text(text, "utf-8")
    (tmp_path / "rusak.toml").write_text("[[", "utf-8")
    (tmp_path / "terlalu-besar.toml").write_text("case = 1e99999999999999999999\n", "utf-8")

    assert main(["check", str(tmp_path)]) == 1

    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "3 passed, 3 failed"
    assert any("J46" in line and "IV/b" in line for line in lines)
