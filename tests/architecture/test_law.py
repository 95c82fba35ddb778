"""What the law promises of itself: numbers come from articles, every rule cites, is in the catalogue, and has a case."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from jenjang.law import cases
from jenjang.law.catalogue import all_rules, evaluate
from jenjang.law.citations import resolve
from jenjang.law.parameters import default_book

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "jenjang"
RULE_FILES = sorted(path for path in PACKAGE.glob("*/rules/*.py") if path.stem != "__init__")
PURE_FILES = RULE_FILES + sorted((PACKAGE / "law").glob("*.py"))
NUMBERS_WITHOUT_AN_ARTICLE = {-1, 0, 1, 2, 12, 100}
OUTSIDE_THE_LAW = {"django", "psycopg", "procrastinate", "requests"}
CLOCKS = {"today", "now", "utcnow"}
DESIGN = ROOT / "docs" / "reference" / "aturan.md"


def numbers_in(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) in (int, float):
            yield node.lineno, node.value
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Decimal":
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield node.lineno, float(argument.value)


def named(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", RULE_FILES, ids=named)
def test_no_number_in_a_rule_but_those_that_need_no_article(path):
    found = [
        f"{path.name}:{line}: {number}"
        for line, number in numbers_in(ast.parse(path.read_text("utf-8")))
        if number not in NUMBERS_WITHOUT_AN_ARTICLE
    ]

    assert found == []


@pytest.mark.parametrize("path", PURE_FILES, ids=named)
def test_law_and_rules_know_no_framework_database_or_slice_above(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        modules = []
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = [node.module or ""]
        for module in modules:
            assert module.partition(".")[0] not in OUTSIDE_THE_LAW, f"{path.name} imports {module}"
            if module.startswith("jenjang."):
                assert module.startswith("jenjang.law") or ".rules" in module, f"{path.name} imports {module}"


@pytest.mark.parametrize("path", RULE_FILES, ids=named)
def test_a_rule_never_looks_at_the_clock(path):
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]

    assert not [call for call in calls if isinstance(call, ast.Attribute) and call.attr in CLOCKS]


def test_the_catalogue_needs_no_django():
    script = (
        "import sys; from jenjang.law.catalogue import all_rules; all_rules();"
        "sys.exit(1 if any(name.partition('.')[0] in ('django', 'psycopg') for name in sys.modules) else 0)"
    )

    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def test_every_rule_module_is_in_the_catalogue():
    registered = {rule.core.__module__ for rule in all_rules()}
    modules = {f"jenjang.{path.parts[-3]}.rules.{path.stem}" for path in RULE_FILES}

    decorated = {
        module
        for module, path in zip(sorted(modules), sorted(RULE_FILES), strict=True)
        if "@rule(" in path.read_text("utf-8")
    }
    assert decorated <= registered


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_every_rule_names_its_legal_basis_and_it_resolves(rule):
    assert rule.cites
    for text in rule.cites:
        resolve(default_book().sources, text)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_every_rule_has_cases_and_one_that_is_refused_as_bad_input(rule):
    own = [case for case in cases.shipped_cases() if case.rule == rule.id]

    assert [case for case in own if not case.error]
    assert [case for case in own if case.error]


def test_every_case_names_a_rule_of_the_catalogue():
    assert {case.rule for case in cases.shipped_cases()} == {rule.id for rule in all_rules()}


def test_every_citation_of_a_parameter_resolves():
    default_book().check_citations()


def test_every_finding_cites_an_article_that_resolves():
    for case in cases.shipped_cases():
        for finding in evaluate(case.rule, case.on, case.facts).get("findings", ()):
            assert finding["cites"], (case.rule, case.id, finding["reason"])
            assert finding["reason"].strip()
            for text in finding["cites"]:
                resolve(default_book().sources, text)


def test_every_parameter_says_how_sure_we_are_and_no_doubtful_one_claims_a_check():
    for key, parameter in default_book().parameters.items():
        assert parameter.label, key
        if parameter.confidence == "low":
            assert parameter.verified_on is None, key


def test_what_is_delegated_is_bounded():
    for key, parameter in default_book().parameters.items():
        if parameter.delegated:
            assert parameter.range or parameter.choices or isinstance(parameter.values[-1].value, bool), key


def test_every_key_that_a_rule_looks_up_exists():
    known = default_book().parameters
    for path in RULE_FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "law":
                key = node.slice
                if isinstance(key, ast.Constant):
                    assert key.value in known, f"{path.name}:{node.lineno}: {key.value}"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_the_reference_lists_every_rule(rule):
    assert f"`{rule.id}`" in DESIGN.read_text("utf-8")


def test_toml_files_of_the_law_are_utf8_and_end_with_a_line():
    for path in (ROOT / "regulations").rglob("*.toml"):
        text = path.read_text("utf-8")
        tomllib.loads(text)
        assert text.endswith("\n"), path
