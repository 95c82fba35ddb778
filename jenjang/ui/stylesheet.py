"""Puts the component sheets together: one file for the browser, many small ones for people.

`python -m jenjang.ui.stylesheet` writes static/jenjang/css/jenjang.css; a test holds that it is current.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "jenjang" / "css"
RESULT = FOLDER / "jenjang.css"
ORDER = (
    "tokens", "base", "frame", "page", "labels", "lists", "bars", "line", "ranking", "tables", "states", "visuals",
    "marks", "public", "letter", "decision", "work", "added", "accounts", "transparency", "selection", "planning", "doing",
    "evaluating", "projects", "feedback", "touch",
)  # fmt: skip


def assemble() -> str:
    """The sheets in the order in which they may override each other."""
    return "".join((FOLDER / f"{name}.css").read_text(encoding="utf-8").rstrip() + "\n\n" for name in ORDER)


if __name__ == "__main__":
    RESULT.write_text(assemble(), encoding="utf-8")
