"""Perbandingan sekali saja: among thousands of people few facts are new. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Compared(dict[K, V]):
    """Yang sudah dibandingkan: what a comparison said of each distinct fact; a known one costs a look-up."""

    def __init__(self, compare: Callable[[K], V]) -> None:
        super().__init__()
        self._compare = compare

    def __missing__(self, fact: K) -> V:
        found = self[fact] = self._compare(fact)
        return found
