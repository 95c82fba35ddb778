"""Parameter hukum: every number of the law, dated and cited, read from `regulations/`.

`LawBook.load(root)` reads the files once. `book.on(day)` gives the law of that day, a `LawOn`:
`law["cuti.tahunan.hak"]` is the newest value that is not after the day.
What the law leaves to an agency may be replaced by its policy.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

from jenjang.law.citations import Source, citation_label, load_sources, resolve
from jenjang.law.errors import LawError, NotInForce, PolicyError
from jenjang.law.policies import check_policy_value, freeze
from jenjang.law.reading import read_parameters, read_tables
from jenjang.law.wording import long_date

REGULATIONS = Path(__file__).resolve().parents[2] / "regulations"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dated:
    """One value of a parameter with its day of effect; `repealed` ends the parameter without a successor."""

    since: date
    value: Any
    cites: tuple[str, ...]
    repealed: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """Parameter: its label, how sure we are, and its whole history, oldest first."""

    key: str
    label: str
    unit: str
    confidence: str
    values: tuple[Dated, ...]
    help: str = ""
    verified_on: date | None = None
    delegated: bool = False
    range: tuple[Any, Any] | None = None
    total: Any = None
    decreasing: bool = False
    choices: tuple[str, ...] = ()
    is_table: bool = False

    def on(self, day: date) -> Dated:
        """The newest value not after the day."""
        found = None
        for dated in self.values:
            if dated.since > day:
                break
            found = dated
        if found is None:
            raise self._not_in_force(day, "belum berlaku", f"nilai pertamanya mulai {long_date(self.values[0].since)}")
        if found.repealed:
            raise self._not_in_force(day, "tidak berlaku lagi", f"dicabut sejak {long_date(found.since)}")
        return found

    def _not_in_force(self, day: date, state: str, detail: str) -> NotInForce:
        return NotInForce(self.key, day, f"{self.label} ({self.key}) {state} pada {long_date(day)}; {detail}.")


@dataclass(frozen=True, slots=True)
class Value:
    """Nilai parameter pada suatu hari: the value, its articles, and whether the agency set it."""

    key: str
    value: Any
    cites: tuple[str, ...]
    since: date
    label: str
    unit: str
    by_policy: bool = False


class LawOn(dict[str, Value]):
    """Hukum pada suatu hari: looked up like a dictionary; what was looked up is remembered.

    A dictionary that fills itself: the second look-up of a key costs what a bare dictionary does, and a ranking makes
    millions. `policy` holds an agency's adopted values; they replace delegated parameters only, within their range.
    """

    def __init__(self, book: LawBook, day: date, policy: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self.book = book
        self.day = day
        self._policy = {key: check_policy_value(book.parameter(key), value) for key, value in (policy or {}).items()}
        self._derived: dict[Callable[[LawOn], Any], Any] = {}

    def __missing__(self, key: str) -> Value:
        parameter = self.book.parameter(key)
        dated = parameter.on(self.day)
        by_policy = key in self._policy
        value = Value(
            key=key,
            value=self._policy[key] if by_policy else dated.value,
            cites=dated.cites,
            since=dated.since,
            label=parameter.label,
            unit=parameter.unit,
            by_policy=by_policy,
        )
        self[key] = value
        return value

    def derive(self, build: Callable[[LawOn], T]) -> T:
        """What `build` makes of this law, made once: a calendar, an index."""
        try:
            found: T = self._derived[build]
        except KeyError:
            found = self._derived[build] = build(self)
        return found

    @property
    def used(self) -> list[str]:
        """The keys that were looked up, in order."""
        return list(self)


class LawBook:
    """Kitab: all instruments, parameters and tables below one root."""

    def __init__(self, root: Path, sources: Mapping[str, Source], parameters: Mapping[str, Parameter]) -> None:
        self.root = root
        self.sources = sources
        self.parameters = parameters
        self._shared: dict[Any, Any] = {}

    @classmethod
    def load(cls, root: Path | str = REGULATIONS) -> LawBook:
        """Read `sources/`, `parameters/` and `tables/`; any fault is a `LawError` that names the file."""
        root = Path(root)
        if not root.is_dir():
            raise LawError(f"{root}: tidak ada folder regulasi")
        sources = load_sources(root / "sources")
        raw = read_parameters(root / "parameters") | read_tables(root / "tables")
        return cls(root, sources, {key: _parameter(key, entry) for key, entry in raw.items()})

    def on(self, day: date, policy: Mapping[str, Any] | None = None) -> LawOn:
        """The law of a day, with the agency's policy if there is one."""
        return LawOn(self, day, policy)

    def share(self, key: Any, build: Callable[[], T]) -> T:
        """What every law of this book may use alike, made once: `key` names all that it depends on."""
        try:
            found: T = self._shared[key]
        except KeyError:
            found = self._shared[key] = build()
        return found

    def parameter(self, key: str) -> Parameter:
        """A parameter by its key."""
        try:
            return self.parameters[key]
        except KeyError:
            raise LawError(f"{key}: tidak ada parameter dengan kunci ini") from None

    def history(self, key: str) -> tuple[Dated, ...]:
        """All values that a parameter ever had, oldest first."""
        return self.parameter(key).values

    def citation_label(self, text: str) -> str:
        """How a citation reads: 'PP 11/2017 Pasal 312'."""
        return citation_label(self.sources, text)

    def check_citations(self) -> None:
        """Raise for the first citation of a parameter that names no known source or article."""
        for parameter in self.parameters.values():
            for dated in parameter.values:
                for text in dated.cites:
                    resolve(self.sources, text)

    @cached_property
    def cited_by(self) -> Mapping[str, tuple[str, ...]]:
        """From each citation, and from each source as a whole, to the parameters that lean on it."""
        index: dict[str, list[str]] = {}
        for key, parameter in self.parameters.items():
            cites = {text for dated in parameter.values for text in dated.cites}
            for text in sorted(cites | {text.partition("#")[0] for text in cites}):
                index.setdefault(text, []).append(key)
        return {text: tuple(keys) for text, keys in index.items()}

    @cached_property
    def digest(self) -> str:
        """The hash of everything below the root, as stored with each decision."""
        from jenjang.law.snapshot import digest

        return digest(self.root)


def _parameter(key: str, raw: dict[str, Any]) -> Parameter:
    values = tuple(
        Dated(entry["since"], freeze(entry.get("value")), tuple(entry["cites"]), entry.get("repealed", False),
              entry.get("note", ""))
        for entry in raw["values"]
    )  # fmt: skip
    parameter = Parameter(
        key=key,
        label=raw["label"],
        unit=raw["unit"],
        confidence=raw["confidence"],
        values=values,
        help=raw.get("help", ""),
        verified_on=raw.get("verified_on"),
        delegated=raw.get("delegated", False),
        range=tuple(raw["range"]) if "range" in raw else None,
        total=raw.get("total"),
        decreasing=raw.get("decreasing", False),
        choices=tuple(raw.get("choices", ())),
        is_table=raw.get("is_table", False),
    )
    if parameter.delegated:
        _check_default(parameter)
    return parameter


def _check_default(parameter: Parameter) -> None:
    """A national default must itself be a permitted policy."""
    try:
        for dated in parameter.values:
            if not dated.repealed:
                check_policy_value(parameter, dated.value)
    except PolicyError as error:
        raise LawError(f"nilai bawaan {error}") from error


@cache
def default_book() -> LawBook:
    """The law that this program ships with."""
    return LawBook.load()
