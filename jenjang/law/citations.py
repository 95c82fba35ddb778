"""Sumber hukum dan kutipan: instruments of law and references to their articles (`pp-11-2017#312`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jenjang.law.errors import LawError

_CITATION = re.compile(r"(?P<source>[a-z0-9]+(?:-[a-z0-9]+)*)(?:#(?P<article>[A-Za-z0-9][A-Za-z0-9.-]*))?")
_SOURCE_KEYS = {"title", "short", "kind", "number", "year", "in_force_since", "repealed_on", "repealed_by",
                "amends", "amended_by", "confidence", "verified_on", "note", "articles"}  # fmt: skip
_REQUIRED_KEYS = {"title", "short", "kind", "year", "in_force_since", "confidence"}
WHOLE_TEXT = "isi"
CONFIDENCES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Source:
    """Peraturan: one instrument of law, with the articles that we lean on, each in our own words."""

    key: str
    title: str
    short: str
    kind: str
    number: str
    year: int
    in_force_since: date
    confidence: str
    verified_on: date | None = None
    repealed_on: date | None = None
    repealed_by: str = ""
    amends: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    note: str = ""
    articles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Citation:
    """Kutipan: a source and, if it names one, an article."""

    source: str
    article: str = ""

    @classmethod
    def read(cls, text: str) -> Citation:
        """`pp-11-2017#312` or `uu-20-2023`."""
        match = _CITATION.fullmatch(text)
        if match is None:
            raise LawError(f"'{text}' bukan kutipan; tulis seperti pp-11-2017#312")
        return cls(match["source"], match["article"] or "")

    def __str__(self) -> str:
        return f"{self.source}#{self.article}" if self.article else self.source


def article_label(article: str) -> str:
    """`312` reads Pasal 312, `107-1-c` Pasal 107 ayat (1) huruf c, `lampiran-2` Lampiran 2."""
    if not article[:1].isdigit():
        return article.replace("-", " ").capitalize()
    head, *rest = article.split("-")
    names = ("ayat ({})", "huruf {}") if rest[:1] and rest[0].isdigit() else ("huruf {}",)
    return " ".join([f"Pasal {head}", *(name.format(part) for name, part in zip(names, rest, strict=False))])


def with_article(name: str, article: str) -> str:
    """The source and its article; the text as a whole (`#isi`) reads as the source alone."""
    return name if article in ("", WHOLE_TEXT) else f"{name} {article_label(article)}"


def load_sources(folder: Path) -> dict[str, Source]:
    """All instruments of a folder, by file name."""
    return {path.stem: _load_source(path) for path in sorted(folder.glob("*.toml"))}


def _load_source(path: Path) -> Source:
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LawError(f"{path.name}: {error}") from error
    if unknown := raw.keys() - _SOURCE_KEYS:
        raise LawError(f"{path.name}: kunci tidak dikenal: {', '.join(sorted(unknown))}")
    if missing := _REQUIRED_KEYS - raw.keys():
        raise LawError(f"{path.name}: belum ada {', '.join(sorted(missing))}")
    if raw["confidence"] not in CONFIDENCES:
        raise LawError(f"{path.name}: confidence harus salah satu dari {', '.join(CONFIDENCES)}")
    raw["number"] = str(raw.get("number", ""))
    raw["amends"] = tuple(raw.get("amends", ()))
    raw["amended_by"] = tuple(raw.get("amended_by", ()))
    raw["articles"] = MappingProxyType({str(key): str(text) for key, text in raw.get("articles", {}).items()})
    return Source(key=path.stem, **raw)


def resolve(sources: Mapping[str, Source], text: str) -> tuple[Source, Citation]:
    """The source and article that a citation names; an unknown one is a fault in `regulations/`."""
    citation = Citation.read(text)
    source = sources.get(citation.source)
    if source is None:
        raise LawError(f"{text}: belum ada regulations/sources/{citation.source}.toml")
    if citation.article and citation.article not in source.articles:
        raise LawError(f"{text}: '{citation.article}' belum tercatat pada [articles] {citation.source}.toml")
    return source, citation


def citation_label(sources: Mapping[str, Source], text: str) -> str:
    """`pp-11-2017#312` reads 'PP 11/2017 Pasal 312'."""
    source, citation = resolve(sources, text)
    return with_article(source.short, citation.article)
