"""Jabatan dan SKP dalam kota peragaan: what a year of performance is built from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from jenjang.demo.people import Person


@dataclass(slots=True)
class Post:
    """Jabatan seseorang dalam suatu tahun."""

    key: int
    person: Person
    unit: int
    title: str
    kind: str
    level: str
    since: date
    appraiser: int | None
    leads: bool


@dataclass(slots=True)
class Plan:
    """SKP yang disusun: its key, and the keys and texts of its results."""

    key: int
    post: Post
    state: str
    results: list[tuple[int, str]] = field(default_factory=list)
