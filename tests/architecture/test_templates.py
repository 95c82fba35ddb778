"""What every template and style sheet of the program keeps to."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "jenjang"
STATIC = ROOT / "ui" / "static" / "jenjang"
TEMPLATES = sorted(ROOT.glob("*/templates/**/*.html"))
SOURCES = [path for path in sorted(ROOT.rglob("*.py")) if "migrations" not in path.parts]
OWN_SHEETS = [path for path in sorted((STATIC / "css").glob("*.css")) if path.name not in ("tokens.css", "jenjang.css")]
ICONS = set((STATIC / "vendor" / "icons.txt").read_text(encoding="utf-8").split())

INLINE = re.compile(
    r"""\sstyle\s*=|<style\b|\son[a-z]+\s*=\s*["']|javascript:|<script(?![^>]*\bsrc=)|\shx-on|href=["']data:""", re.I
)
FOREIGN = re.compile(r"""(?:src|href|action)=["'](?:https?:)?//""", re.I)
STATIC_TAG = re.compile(r"""\{%\s*static\s+["']([^"']+)["']""")
ICON_TAG = re.compile(
    r"""\{%\s*icon\s+["']([\w-]+)["']|\bsign=["']([\w-]+)["']|\{%\s*empty\b[^%]*\bicon=["']([\w-]+)["']"""
)
ICON_ARGUMENT = re.compile(r"""\b(?:icon|sign)=["']([\w-]+)["']|["']sign["']:\s*["']([\w-]+)["']""")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not INLINE.findall(text)
    assert not FOREIGN.findall(text)
    assert "|safe" not in text
    assert "autoescape off" not in text


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_every_form_that_writes_carries_its_token(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    for form in re.findall(r"<form\b[^>]*method=[\"']post[\"'].*?</form>", text, re.I | re.S):
        assert "{% csrf_token %}" in form


def test_every_static_file_that_a_template_names_exists() -> None:
    wanted = {name for template in TEMPLATES for name in STATIC_TAG.findall(template.read_text(encoding="utf-8"))}
    assert wanted
    assert [name for name in sorted(wanted) if not (STATIC.parent / name).exists()] == []


def test_every_icon_in_use_is_in_the_sprite() -> None:
    sprite = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "vendor" / "icons.svg").read_text(encoding="utf-8")))
    used = {
        name for path in TEMPLATES for hit in ICON_TAG.findall(path.read_text(encoding="utf-8")) for name in hit if name
    }
    used |= {
        name
        for path in SOURCES
        for hit in ICON_ARGUMENT.findall(path.read_text(encoding="utf-8"))
        for name in hit
        if name
    }
    assert sprite == ICONS
    assert sorted(used - sprite) == []


def test_the_stylesheet_is_put_together_from_its_parts() -> None:
    from jenjang.ui import stylesheet

    assert stylesheet.RESULT.read_text(encoding="utf-8") == stylesheet.assemble(), "run python -m jenjang.ui.stylesheet"
    assert {path.stem for path in OWN_SHEETS} | {"tokens"} == set(stylesheet.ORDER)


def test_both_dark_blocks_are_equal() -> None:
    tokens = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
    preferred = re.search(r':root:not\(\[data-bs-theme="light"\]\) \{(.*?)\n  \}', tokens, re.S)
    chosen = re.search(r'\n\[data-bs-theme="dark"\] \{(.*?)\n\}', tokens, re.S)
    assert preferred
    assert chosen
    assert preferred[1].split() == chosen[1].split()


@pytest.mark.parametrize("sheet", OWN_SHEETS, ids=lambda path: path.name)
def test_colours_are_named_by_role(sheet: Path) -> None:
    if sheet.name == "letter.css":
        pytest.skip("a letter is white paper in both themes")
    lines = sheet.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if COLOUR.search(line) and "/* white paper:" not in line] == []


def test_every_vendored_file_has_its_licence_and_no_source_map() -> None:
    vendor = STATIC / "vendor"
    for part in ("bootstrap", "htmx", "lucide"):
        assert (vendor / f"{part}-LICENSE.txt").stat().st_size > 200
    assert (vendor / "plus-jakarta-sans-OFL.txt").exists()
    for path in [*vendor.glob("*.css"), *vendor.glob("*.js")]:
        assert "sourceMappingURL" not in path.read_text(encoding="utf-8")


def test_a_first_visit_fits_a_slow_line() -> None:
    import brotli

    files = ["vendor/bootstrap.min.css", "css/jenjang.css", "vendor/htmx.min.js", "js/jenjang.js", "vendor/icons.svg"]
    packed = sum(len(brotli.compress((STATIC / name).read_bytes())) for name in files)
    assert packed + (STATIC / "vendor" / "plus-jakarta-sans-500-800.woff2").stat().st_size < 100_000


def test_a_form_in_an_include_only_gets_its_csrf_token() -> None:
    """`only` drops what context processors give, the token too: the form would be refused as stale."""
    texts = {path.as_posix().split("/templates/", 1)[1]: path.read_text() for path in TEMPLATES}
    with_forms = {name for name, text in texts.items() if "csrf_token %}" in text}
    wrong = [
        f"{name}: {line.strip()}"
        for name, text in texts.items()
        for line in text.splitlines()
        if " only %}" in line and "csrf_token=" not in line and any(f'include "{form}"' in line for form in with_forms)
    ]
    assert wrong == []
