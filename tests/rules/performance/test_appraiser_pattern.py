"""Pola penilai: a hint that no small group gives away, whatever was given to it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.parameters import default_book
from jenjang.performance.rules.appraiser_pattern import GroupFacts, PatternFacts, find_pattern

LAW = default_book().on(date(2026, 3, 2))
SMALLEST = LAW["kinerja.pola_penilai.kelompok_terkecil"].value


@st.composite
def groups(draw: st.DrawFn, most: int = 60) -> GroupFacts:
    people = draw(st.integers(0, most))
    return GroupFacts(people, draw(st.integers(0, people)))


@st.composite
def appraisers(draw: st.DrawFn, most: int = 60) -> PatternFacts:
    people = draw(st.integers(0, most))
    part = st.integers(0, people)
    departing, agency = draw(part), people + draw(st.integers(0, 3000))
    return PatternFacts(
        people=people, above=draw(part), agency_people=agency, agency_above=draw(st.integers(0, agency)), largest=draw(part),
        departing=departing, equal=draw(st.integers(0, departing)), women=draw(groups()), men=draw(groups()),
        units=tuple(draw(st.lists(groups(), max_size=4))), relatives=draw(part),
    )  # fmt: skip


@given(appraisers())
def test_every_pattern_that_is_named_has_its_sentence_and_the_other_way_round(facts):
    decision = find_pattern(facts, LAW)
    named = decision.result
    flags = {
        "longgar": named.lenient, "seragam": named.alike, "kesan": named.halo, "jenis_kelamin": named.sex_gap,
        "unit": named.unit_gap, "keluarga": named.relatives,
    }  # fmt: skip
    assert {code for code, seen in flags.items() if seen} == {finding.code for finding in decision.objections}
    assert all(finding.reason and finding.cites for finding in decision.findings)


@given(appraisers(most=SMALLEST - 1))
def test_of_a_small_group_nothing_is_shown_but_that_it_is_small_and_who_is_family(facts):
    decision = find_pattern(facts, LAW)
    assert not decision.result.shown
    assert {finding.code for finding in decision.findings} == {"keluarga", "kelompok_kecil"}


@given(appraisers(), groups(most=SMALLEST - 1))
def test_a_small_group_of_one_sex_or_unit_never_counts(facts, small):
    with_it = find_pattern(PatternFacts(**as_facts(facts) | {"women": small, "units": (small, small)}), LAW)
    assert not with_it.result.sex_gap
    assert not with_it.result.unit_gap


@given(appraisers())
def test_women_and_men_are_treated_alike(facts):
    turned = PatternFacts(**as_facts(facts) | {"women": facts.men, "men": facts.women})
    assert find_pattern(facts, LAW).result.sex_gap == find_pattern(turned, LAW).result.sex_gap


def as_facts(facts: PatternFacts) -> dict[str, object]:
    return {name: getattr(facts, name) for name in PatternFacts.__dataclass_fields__}
