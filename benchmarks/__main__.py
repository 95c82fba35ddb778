"""All bars in one table: `python -m benchmarks [--only NAME] [--json] [--write]`. Exit 1 when a bar is not met, 2 when a part broke.

Nothing is written unless `--write`, which puts the table and the machine into benchmarks/README.md.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable

from benchmarks import bench_pages, bench_ranking, bench_served, bench_year, homes, machine, report
from benchmarks.figures import Figure, from_json, table


def alone(module: str) -> Callable[[], list[Figure]]:
    """A benchmark that makes its own rows in the empty home and rolls them back."""

    def measure() -> list[Figure]:
        homes.prepare(homes.EMPTY)
        return [from_json(one) for one in homes.ask(homes.EMPTY, f"benchmarks.{module}:run", role="super")]

    return measure


PARTS: dict[str, Callable[[], list[Figure]]] = {
    "ranking": bench_ranking.figures,
    "import": alone("bench_import"),
    "ledger": alone("bench_ledger"),
    "pages": bench_pages.figures,
    "year": bench_year.figures,
    "served": bench_served.figures,
}

# What may go wrong in one part without taking the others with it.
BREAKS = (homes.NotMeasured, OSError, ValueError, LookupError, subprocess.SubprocessError)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--only", choices=sorted(PARTS), action="append", help="measure this part alone; may be repeated"
    )
    parser.add_argument("--json", action="store_true", help="the figures and the machine as JSON")
    parser.add_argument("--write", action="store_true", help="put the figures into benchmarks/README.md")
    options = parser.parse_args()
    about = machine.describe()
    figures, broken = _measure(options.only or list(PARTS))
    about["load after"] = machine.load()
    if options.json:
        print(json.dumps({"machine": about, "figures": [one.as_json() for one in figures], "broken": broken}, indent=1))
    else:
        print("\n".join(f"{name}: {value}" for name, value in about.items()), table(figures), sep="\n\n")
    for name, why in broken.items():
        print(f"{name} was not measured: {why}", file=sys.stderr)
    if options.write:
        report.write(about, figures, whole=options.only is None)
    if broken:
        return 2
    return 0 if all(figure.met for figure in figures) else 1


def _measure(parts: list[str]) -> tuple[list[Figure], dict[str, str]]:
    figures: list[Figure] = []
    broken: dict[str, str] = {}
    try:
        for name in parts:
            print(f"measuring: {name} ...", file=sys.stderr, flush=True)
            began = time.perf_counter()
            try:
                found = PARTS[name]()
                figures += found
                print(table(found), file=sys.stderr, flush=True)  # a run takes long: show what is known
                print(f"{name} took {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
            except BREAKS as reason:
                broken[name] = f"{type(reason).__name__}: {reason}"
    finally:
        _stop(broken)
    return figures, broken


def _stop(broken: dict[str, str]) -> None:
    """A database that does not stop is said, and does not take the figures with it."""
    for home in (homes.EMPTY, homes.SMALL, homes.LARGE):
        try:
            homes.stop([home])
        except homes.NotMeasured as reason:
            broken[f"stopping {home}"] = str(reason)


if __name__ == "__main__":
    sys.exit(main())
