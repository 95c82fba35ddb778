"""The promises of the house, read off the source: where the ORM may stand, how long a module may be, who may import whom."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "jenjang"
LONGEST_MODULE, LONGEST_FUNCTION, LONGEST_VIEW = 500, 60, 30
WITHOUT_ORM = ("views", "forms", "presenters")
# Composition roots: they wire slices together or fill a demonstration city, so they may name any model.
ABOVE_ALL = ("config", "demo")
# Who reads another slice's tables while the program runs, and why (docs/adr/readers-of-tables.md). Writes never.
READERS = {
    "jenjang/personnel/actions.py": "tells a person's hand from the system's",
    "jenjang/personnel/bulk.py": "tells a person's hand from the system's",
    "jenjang/selection/decisions.py": "the candidate's former post, for the decree",
    "jenjang/selection/decree_letters.py": "the agency's name, for the letterhead",
    "jenjang/selection/hands.py": "who acts for whom, by NIK and delegation",
    "jenjang/selection/inaugurations.py": "the appointed person's record",
    "jenjang/transparency/chances.py": "reads everything, writes nothing",
    "jenjang/transparency/checking.py": "reads everything, writes nothing",
    "jenjang/transparency/presenters.py": "reads everything, writes nothing",
    "jenjang/transparency/queries.py": "reads everything, writes nothing",
}


@cache
def modules() -> list[tuple[Path, ast.Module, str]]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if "migrations" not in path.parts:
            source = path.read_text()
            found.append((path.relative_to(ROOT), ast.parse(source), source))
    return found


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)


def in_type_checking(tree: ast.Module) -> set[int]:
    lines: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            lines.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def test_views_forms_presenters_and_templates_hold_no_queries() -> None:
    wrong = [
        f"{path}:{number}"
        for path, _, source in modules()
        if any(part.removesuffix(".py").split("_")[0] in WITHOUT_ORM for part in path.parts[2:])
        for number, line in enumerate(source.splitlines(), start=1)
        if ".objects" in line
    ]
    wrong += [str(path) for path in PACKAGE.rglob("*.html") if ".objects" in path.read_text()]
    assert wrong == []


def test_modules_and_functions_stay_small() -> None:
    wrong = []
    for path, tree, source in modules():
        if (lines := len(source.splitlines())) > LONGEST_MODULE:
            wrong.append(f"{path}: {lines} lines")
        is_view = path.parts[-1].startswith("views") or "views" in path.parts
        for node in functions(tree):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > (LONGEST_VIEW if is_view else LONGEST_FUNCTION):
                wrong.append(f"{path}:{node.lineno} {node.name}: {length} lines")
    assert wrong == []


def test_a_slice_reaches_another_through_queries_and_actions_never_its_models() -> None:
    wrong = []
    for path, tree, _ in modules():
        here = path.parts[1]
        if here in ABOVE_ALL or path.as_posix() in READERS:
            continue
        typing_only = in_type_checking(tree)
        for line, name in imported(tree):
            parts = name.split(".")
            foreign = parts[0] == "jenjang" and len(parts) > 2 and parts[1] != here
            if foreign and parts[2] == "models" and line not in typing_only:
                wrong.append(f"{path}:{line} imports {name}")
    assert sorted(set(wrong)) == []


def test_no_signals_no_thread_locals_no_naive_days() -> None:
    forbidden = re.compile(
        r"django\.dispatch|django\.db\.models\.signals|threading\.local|date\.today\(\)|datetime\.now\(\)|datetime\.utcnow|timezone\.now\("
    )
    wrong = [
        f"{path}:{number} {line.strip()}"
        for path, _, source in modules()
        for number, line in enumerate(source.splitlines(), start=1)
        if forbidden.search(line) and path.name != "clock.py"
    ]
    assert wrong == []


def test_every_public_module_class_and_function_of_rules_and_actions_has_a_docstring() -> None:
    wrong = []
    for path, tree, _ in modules():
        if not ({"rules"} & set(path.parts) or path.name.startswith(("actions", "queries"))):
            continue
        if path.name == "__init__.py" and not tree.body:
            continue
        if not ast.get_docstring(tree):
            wrong.append(f"{path}: module")
        for node in tree.body:
            is_public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if is_public and not ast.get_docstring(node):
                wrong.append(f"{path}:{node.lineno} {node.name}")
    assert wrong == []


@cache
def tracked() -> list[Path]:
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    return [ROOT / name for name in names if name]


def readable(path: Path) -> str:
    try:
        return path.read_text()
    except (UnicodeDecodeError, FileNotFoundError):
        return ""


# Written in pieces so that this file does not find itself.
STRAY = [
    r"\bTO" + r"DO\b", r"\bFIX" + r"ME\b", r"/wo" + r"rk/", r"/tm" + r"p/jj", r"pypi\.o" + "rg", r"registry\.npm" + r"js\.org", r"deb\.debian\.o" + "rg",
]  # fmt: skip


@pytest.mark.parametrize("pattern", STRAY)
def test_the_project_speaks_of_itself_alone(pattern: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked()
        if "vendor" not in path.parts
        for number, line in enumerate(readable(path).splitlines(), start=1)
        if re.search(pattern, line)
    ]
    assert wrong == []
