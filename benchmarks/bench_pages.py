"""What a page costs: queries, processor time against a bare Django list view of the same table, and growth with the agency.

`ours` and `bare` run in processes of their own (benchmarks.worker); `figures` compares them.
"""

from dataclasses import asdict
from typing import Any

from benchmarks import homes
from benchmarks.figures import Figure
from benchmarks.pages import DECISION, LIST, PAGES, Page

QUERIES = {LIST: 15, DECISION: 25}
TIMES_BARE = {LIST: 6.0, DECISION: 10.0}
GROWTH = 1.2
PASSES = 3
OK = 200

Costs = dict[str, dict[str, Any]]


def figures() -> list[Figure]:
    """Three passes over both cities in turn; the cheapest pass of each page counts, which is the least disturbed one."""
    homes.prepare(homes.SMALL)
    homes.prepare(homes.LARGE)
    small, large, bare = [], [], []
    for _ in range(PASSES):
        small.append(homes.ask(homes.SMALL, "benchmarks.bench_pages:ours"))
        bare.append(
            homes.ask(homes.SMALL, "benchmarks.bench_pages:bare", DJANGO_SETTINGS_MODULE="benchmarks.bare.settings")
        )
        large.append(homes.ask(homes.LARGE, "benchmarks.bench_pages:ours"))
    return [figure for page in PAGES for figure in _compare(page, _best(small), _best(large), _best(bare))]


def ours() -> Costs:
    """The pages of the program, each as the person for whom it is made."""
    from benchmarks import finding, visits

    cookies = {role: visits.sign_in(finding.somebody(role)) for role in {page.role for page in PAGES} if role}
    asked = [(page.name, finding.address(page), cookies.get(page.role, "")) for page in PAGES]
    known = [(name, address, cookie) for name, address, cookie in asked if address]
    return {name: asdict(cost) for name, cost in visits.costs(known).items()}


def bare() -> Costs:
    """Generic list views of the same tables."""
    from benchmarks import finding, visits

    cookie = visits.sign_in(finding.somebody("bkpsdm"))
    tables = sorted({page.table for page in PAGES})
    return {
        name: asdict(cost) for name, cost in visits.costs((table, f"/{table}/", cookie) for table in tables).items()
    }


def _best(passes: list[Costs]) -> Costs:
    best: Costs = {}
    for costs in passes:
        for name, cost in costs.items():
            if name not in best or cost["cpu"] + cost["database"] < best[name]["cpu"] + best[name]["database"]:
                best[name] = cost
    return best


def _compare(page: Page, small: Costs, large: Costs, bare: Costs) -> list[Figure]:
    if page.name not in small or page.name not in large:
        return [
            Figure(f"{page.name}: page", 0, 1, "page", "there is no such page, or nothing to show on it", at_least=True)
        ]
    one, many, plain = small[page.name], large[page.name], bare[page.table]
    sound = {one["status"], many["status"], plain["status"]} == {OK}
    said = f"{page.kind}; answered {one['status']}, {many['status']}"
    ratio = one["cpu"] / plain["cpu"]
    spent, later = one["cpu"] + one["database"], many["cpu"] + many["database"]
    return [
        Figure(f"{page.name}: queries", max(one["queries"], many["queries"]), QUERIES[page.kind], "queries", said, sound=sound),
        Figure(
            f"{page.name}: CPU", ratio, TIMES_BARE[page.kind], "× bare",
            f"{one['cpu']:.1f} ms against {plain['cpu']:.1f} ms for {page.table}", sound=sound,
        ),
        Figure(
            f"{page.name}: growth", later / spent, GROWTH, "× at 2,900",
            f"CPU and database {spent:.1f} ms, at 100,000 {later:.1f} ms", sound=sound,
        ),
    ]  # fmt: skip
