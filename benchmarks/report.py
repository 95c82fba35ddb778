"""The last figures in benchmarks/README.md, between two marks, with the day and the machine."""

from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figures import Figure, table

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def write(machine: dict[str, str], figures: list[Figure], *, whole: bool) -> None:
    """Replace the figures. A partial run says so."""
    text = README.read_text()
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    scope = "all parts in one run" if whole else "a partial run"
    about = "\n".join(f"- {name}: {value}" for name, value in machine.items())
    made = f"{BEGIN}\nMeasured on {datetime.now(UTC):%Y-%m-%d}, {scope}.\n\n{about}\n\n{table(figures)}\n{END}"
    README.write_text(before + made + after)
