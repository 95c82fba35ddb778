"""Halaman hukum: instruments, parameters and rules as a reader meets them. Pure: the law book and a day, nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.urls import reverse
from django.utils.text import slugify

from jenjang.law.cases import parameters_of
from jenjang.law.catalogue import Rule, all_rules, cited_by
from jenjang.law.citations import Source, article_label, with_article
from jenjang.law.codes import Grade, label_of
from jenjang.law.parameters import Dated, LawBook, Parameter, default_book
from jenjang.law.wording import SUBJECTS
from jenjang.transparency.calculators import in_words
from jenjang.ui import formats

CONFIDENCE = {
    "high": ("Yakin", "good", "Bunyi pasalnya sudah kami baca."),
    "medium": ("Cukup yakin", "info", "Dibaca sebagian, atau dari salinan pihak lain."),
    "low": ("Perlu dicocokkan", "warn", "Dari ingatan atau usulan kami sendiri. Cocokkan dengan naskah resmi."),
}


# What the short keys of a position's requirements mean to a reader.
REQUIREMENTS = {
    "pendidikan": "Pendidikan paling rendah", "tahun_terkait": "Pengalaman di bidang terkait, tahun",
    "jabatan": "Jabatan sebelumnya", "jenjang": "Atau jenjang fungsional", "bulan": "Lama di jabatan itu, bulan",
    "usia": "Usia paling tinggi, tahun", "predikat": "Predikat kinerja paling rendah",
    "tahun_predikat": "Predikat yang dilihat, tahun terakhir",
}  # fmt: skip
LONGEST_TABLE = 60
_GRADES = frozenset(code.value for code in Grade)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHORT_DAY = re.compile(r"[0-9]{1,2} \w+ (?P<year>[0-9]{4})")
_CODE = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)+")


@dataclass(frozen=True, slots=True)
class Confidence:
    """Keyakinan: a word, its colour, what it means."""

    word: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """Tabel: a value that has rows."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]

    @property
    def is_wide(self) -> bool:
        """More than a name and its value: a phone shows each row as a card."""
        return len(self.headings) > 2

    @property
    def parts(self) -> list[Part]:
        """All rows together, or a long table by the first of each row: a year of days, a grade."""
        if len(self.rows) <= LONGEST_TABLE:
            return [Part("", self._lines(self.rows))]
        groups: dict[str, list[Sequence[str]]] = {}
        for row in self.rows:
            year = _SHORT_DAY.fullmatch(row[0])
            groups.setdefault(year["year"] if year else row[0], []).append(row)
        return [Part(title, self._lines(rows)) for title, rows in groups.items()]

    def _lines(self, rows: Sequence[Sequence[str]]) -> list[tuple[str, list[tuple[str, str]]]]:
        """What each row is about, then its cells, each with the heading above it."""
        return [(row[0], list(zip(self.headings[1:], row[1:], strict=True))) for row in rows]


@dataclass(frozen=True, slots=True)
class Part:
    """Bagian tabel; without a title it is the whole."""

    title: str
    lines: Sequence[tuple[str, Sequence[tuple[str, str]]]]


@dataclass(frozen=True, slots=True)
class Line:
    """Satu nilai bertanggal: since when, what, by which article; `now` is the one in force."""

    since: date
    until: date | None
    text: str
    table: Table | None
    cites: Sequence[str]
    note: str
    repealed: bool
    now: bool


@dataclass(frozen=True, slots=True)
class Article:
    """Pasal yang dipakai: in our own words, and what leans on it."""

    key: str
    anchor: str
    label: str
    words: str
    parameters: Sequence[Parameter]
    rules: Sequence[Rule]

    @property
    def uses(self) -> int:
        """How many rules and parameters lean on it."""
        return len(self.rules) + len(self.parameters)


@dataclass(frozen=True, slots=True)
class Group:
    """Bagian daftar."""

    title: str
    items: Sequence[Any]


def confidence_of(code: str) -> Confidence:
    return Confidence(*CONFIDENCE[code])


def articles_of(book: LawBook, source: Source) -> list[Article]:
    """Articles in the order of the file, each with the parameters and rules that cite it."""
    return [
        Article(
            key=key,
            anchor=f"pasal-{slugify(key)}",
            label=article_label(key),
            words=words,
            parameters=[book.parameters[name] for name in book.cited_by.get(f"{source.key}#{key}", ())],
            rules=[rule for rule in all_rules() if f"{source.key}#{key}" in rule.cites],
        )
        for key, words in source.articles.items()
    ]


def leaning_on(book: LawBook, source: Source) -> tuple[list[Parameter], list[Rule]]:
    """All parameters and rules that cite an instrument."""
    return [book.parameters[key] for key in book.cited_by.get(source.key, ())], cited_by(source.key)


def lines_of(parameter: Parameter, today: date) -> list[Line]:
    """The history, newest first."""
    ends = [dated.since for dated in parameter.values[1:]] + [None]
    lines = [_line(parameter, dated, until, today) for dated, until in zip(parameter.values, ends, strict=True)]
    return lines[::-1]


def _line(parameter: Parameter, dated: Dated, until: date | None, today: date) -> Line:
    value = dated.value
    if parameter.key.startswith("jabatan.syarat.") and isinstance(value, Mapping):
        value = {REQUIREMENTS.get(key, key): item for key, item in value.items()}
    table = None if dated.repealed else table_of(value, parameter.unit, prose=parameter.is_table)
    return Line(
        since=dated.since,
        until=until,
        text="Dicabut" if dated.repealed else "" if table else value_in_words(dated.value, parameter.unit),
        table=table,
        cites=dated.cites,
        note=dated.note,
        repealed=dated.repealed,
        now=dated.since <= today and (until is None or today < until),
    )


def table_of(value: Any, unit: str = "", *, prose: bool = False) -> Table | None:
    """Rows of rows, or of names and values, as a table; a plain value has none. In `prose` no word is a code."""
    if isinstance(value, Mapping):
        return _table_of_mapping(value, unit)
    if isinstance(value, tuple) and value and isinstance(value[0], Mapping):
        said = _prose if prose else _cell
        headings = list(dict.fromkeys(key for row in value for key in row))
        return Table([_heading(key) for key in headings], [[said(row.get(key)) for key in headings] for row in value])
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        width = max(len(row) for row in value)
        return Table(
            [f"Kolom {place}" for place in range(1, width + 1)], [[_cell(item) for item in row] for row in value]
        )
    return None


def _table_of_mapping(value: Mapping[str, Any], unit: str) -> Table:
    if all(isinstance(item, Mapping) for item in value.values()) and value:
        columns = list(dict.fromkeys(key for row in value.values() for key in row))
        rows = [[_heading(name), *(_cell(row.get(key)) for key in columns)] for name, row in value.items()]
        return Table(["", *map(_heading, columns)], rows)
    if all(isinstance(item, tuple) and item and isinstance(item[0], Mapping) for item in value.values()) and value:
        columns = list(dict.fromkeys(key for rows in value.values() for row in rows for key in row))
        rows = [[_heading(name), *(_cell(row.get(key)) for key in columns)]
                for name, several in value.items() for row in several]  # fmt: skip
        return Table(["Untuk", *map(_heading, columns)], rows)
    return Table(
        ["Untuk", f"Nilai ({unit})" if unit else "Nilai"],
        [[_heading(name), _cell(item)] for name, item in value.items()],
    )


def value_in_words(value: Any, unit: str = "") -> str:
    """`12 hari kerja`, `Rp1.540.000`, `a; b; c`."""
    return in_words(_worded(value), {}, unit)


def _cell(value: Any) -> str:
    if value is None or value == "":
        return "–"
    return value_in_words(value) if not isinstance(value, Mapping) else _pairs(value)


def _prose(value: Any) -> str:
    """A cell of a true table: text as it stands, but days, codes and instruments by their names."""
    if not isinstance(value, str) or not value or _CODE.fullmatch(value) or _DAY.fullmatch(value):
        return _cell(value)
    return formats.whole(int(value)) if value.isdecimal() else value


def _pairs(value: Mapping[str, Any]) -> str:
    return "; ".join(f"{_heading(key)}: {_cell(item)}" for key, item in value.items())


def _heading(key: object) -> str:
    text = _text(str(key))
    return text if text[:1].isupper() else text.capitalize()


def _worded(value: Any) -> Any:
    """Decimals as numbers that the words know, codes by their labels."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mapping):
        return {key: _worded(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_worded(item) for item in value]
    if isinstance(value, str):
        return _text(value)
    return formats.short_date(value) if isinstance(value, date) else value


def _text(text: str) -> str:
    """A stored text as people read it: a grade with its rank, a day, an instrument's short name, a code's label."""
    if text in _GRADES:
        return f"{text} ({label_of(text)})"
    if _DAY.fullmatch(text):
        return formats.short_date(date.fromisoformat(text))
    source = default_book().sources.get(text)
    return source.short if source else label_of(text)


def case_name(code: str) -> str:
    """Nama contoh: `syarat-jpt_utama-tepat` is read as "Syarat JPT Utama tepat"; a short number of a list stays."""
    words = " ".join(label_of(part) if "_" in part else part for part in code.split("-"))
    return words[:1].upper() + words[1:]


def range_of(parameter: Parameter) -> str:
    """How far an agency may go, in one sentence."""
    if not parameter.delegated:
        return ""
    if parameter.choices:
        return "Pilihannya: " + ", ".join(map(label_of, parameter.choices)) + "."
    if parameter.range:
        low, high = (value_in_words(bound, parameter.unit) for bound in parameter.range)
        total = f" Jumlahnya {value_in_words(parameter.total)}." if parameter.total is not None else ""
        return f"Dari {low} sampai {high}.{total}"
    return "Rentangnya tidak dibatasi."


@cache
def _users() -> Mapping[str, tuple[str, ...]]:
    """From a parameter to the rules that look it up in their worked cases; worked out once for a process."""
    index: dict[str, list[str]] = {}
    for rule in all_rules():
        for key in parameters_of(rule.id):
            index.setdefault(key, []).append(rule.id)
    return {key: tuple(rules) for key, rules in index.items()}


def rules_using(key: str) -> list[Rule]:
    """The rules that a change of this parameter touches."""
    users = _users().get(key, ())
    return [rule for rule in all_rules() if rule.id in users]


def by_slice(items: Sequence[Any], key: str) -> list[Group]:
    """Parameters or rules under the first word of their key."""
    groups: dict[str, list[Any]] = {}
    for item in items:
        groups.setdefault(getattr(item, key).partition(".")[0], []).append(item)
    return [Group(SUBJECTS.get(name, name.capitalize()), found) for name, found in sorted(groups.items())]


def by_kind(sources: Sequence[Source]) -> list[Group]:
    """Instruments under their kind, laws first, newest first within."""
    groups: dict[str, list[Source]] = {}
    for source in sorted(sources, key=lambda source: (-source.year, source.short)):
        groups.setdefault(source.kind, []).append(source)
    order = ("undang-undang", "peraturan pemerintah", "peraturan presiden")
    kinds = sorted(groups, key=lambda kind: (order.index(kind) if kind in order else len(order), kind))
    return [Group(kind[:1].upper() + kind[1:], groups[kind]) for kind in kinds]


@dataclass(frozen=True, slots=True)
class Hit:
    """Hasil pencarian."""

    kind: str
    title: str
    url: str
    detail: str


def search(book: LawBook, text: str) -> list[Hit]:
    """Instruments, parameters, rules and articles that hold every word."""
    words = text.lower().split()[:10]
    if not words:
        return []
    hits = [Hit("Aturan", rule.title, reverse("transparency:rule", args=[rule.id]), rule.help) for rule in all_rules()
            if _holds(words, rule.id, rule.title, rule.help)]  # fmt: skip
    hits += [Hit("Parameter", item.label, reverse("transparency:parameter", args=[item.key]), item.help) for item in book.parameters.values()
             if _holds(words, item.key, item.label, item.help)]  # fmt: skip
    for source in book.sources.values():
        page = reverse("transparency:instrument", args=[source.key])
        if _holds(words, source.key, source.title, source.short):
            hits.append(Hit("Peraturan", source.short, page, source.title))
        hits += [Hit("Pasal", with_article(source.short, key), f"{page}#pasal-{slugify(key)}", said)
                 for key, said in source.articles.items()
                 if _holds(words, said, with_article(source.short, key))]  # fmt: skip
    return hits


def _holds(words: Sequence[str], *texts: str) -> bool:
    hay = " ".join(texts).lower()
    return all(word in hay for word in words)
