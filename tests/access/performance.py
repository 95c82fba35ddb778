"""Who opens which page of performance: the samples of its parts together."""

from importlib import import_module

from tests.access import Cast, Sample

PARTS: tuple[str, ...] = (
    "performance_results", "performance_planning", "performance_doing", "performance_evaluating",
)  # fmt: skip
"""Modules beside this one: performance_planning, performance_evaluating …"""


def samples(cast: Cast) -> list[Sample]:
    return [sample for part in PARTS for sample in import_module(f"tests.access.{part}").samples(cast)]
