"""Facts are read strictly: a wrong key, code, type or limit is an error at the top-level key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.codes import Education, Grade, PPPKGrade, Predicate, SanctionLevel
from jenjang.law.errors import FactError
from jenjang.law.facts import fact, parse


@dataclass(frozen=True, slots=True)
class Inner:
    level: SanctionLevel = fact("Tingkat")
    ended_on: date | None = fact("Berakhir", default=None)


@dataclass(frozen=True, slots=True)
class Facts:
    number: int = fact("Bilangan", minimum=0, maximum=10)
    share: Decimal = fact("Bagian")
    flag: bool = fact("Tanda")
    day: date = fact("Hari")
    grade: Grade | PPPKGrade = fact("Golongan")
    score: Decimal | Predicate | None = fact("Nilai")
    inner: tuple[Inner, ...] = fact("Butir")
    counts: Mapping[Predicate, int] = fact("Hitungan", minimum=0)


GOOD = {
    "number": 3,
    "share": 0.1,
    "flag": True,
    "day": "2026-03-02",
    "grade": "IX",
    "score": "baik",
    "inner": [{"level": "sedang"}, {"level": "berat", "ended_on": "2026-01-01"}],
    "counts": {"baik": 2},
}


def test_good_facts_become_exact_values():
    facts = parse(Facts, GOOD)

    assert facts.share == Decimal("0.1")
    assert facts.day == date(2026, 3, 2)
    assert facts.grade is PPPKGrade.IX
    assert facts.score is Predicate.GOOD
    assert facts.inner == (Inner(SanctionLevel.MEDIUM), Inner(SanctionLevel.HEAVY, date(2026, 1, 1)))
    assert facts.counts == {Predicate.GOOD: 2}


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("number", "3"), ("number", 3.0), ("number", True), ("number", -1), ("number", 11), ("number", None),
        ("number", 10**4000), ("share", "0.1"), ("share", float("nan")), ("share", float("inf")), ("share", False),
        ("share", Decimal("1e30")), ("flag", 1), ("flag", "true"), ("day", "2026-02-30"), ("day", "20260302"),
        ("day", "2026-W10-1"), ("day", "2-3-2026"), ("day", 20260302), ("day", datetime(2026, 3, 2)),
        ("day", "0001-01-01"), ("day", ""), ("grade", "III/z"), ("grade", 9), ("score", "bagus"), ("score", ""),
        ("inner", {}), ("inner", [{}]), ("inner", [{"level": "x"}]), ("inner", [{"level": "sedang", "x": 1}]),
        ("inner", [1]), ("inner", [{"level": "sedang"}] * 501), ("counts", []), ("counts", {"bagus": 1}),
        ("counts", {"baik": -1}), ("counts", {"baik": 1.5}),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_at_its_top_level_key(field, wrong):
    with pytest.raises(FactError) as refusal:
        parse(Facts, GOOD | {field: wrong})

    assert refusal.value.field == field
    assert 0 < len(refusal.value.message) < 300


def test_an_unknown_key_is_refused_and_a_missing_one_too():
    with pytest.raises(FactError) as unknown:
        parse(Facts, GOOD | {"lain": 1})
    with pytest.raises(FactError) as missing:
        parse(Facts, {key: value for key, value in GOOD.items() if key != "share"})

    assert (unknown.value.field, missing.value.field) == ("lain", "share")


@pytest.mark.parametrize("data", [None, [], "teks", 3])
def test_facts_must_be_an_object(data):
    with pytest.raises(FactError, match="objek"):
        parse(Facts, data)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*GOOD, "lain"]), anything))
def test_whatever_is_typed_is_read_or_refused(data):
    try:
        parse(Facts, GOOD | data)
    except FactError as error:
        assert error.field in {*GOOD, "lain"}


def test_equal_degrees_stand_on_one_level():
    assert Education.D4.level == Education.S1.level < Education.PROFESSION.level == Education.S2.level
