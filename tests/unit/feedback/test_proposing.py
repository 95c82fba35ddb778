"""Raters by lot: never more than asked for, never a barred one, the least burdened first, the same for the same ticket."""

from hypothesis import given
from hypothesis import strategies as st

from jenjang.feedback.joining import join_small
from jenjang.feedback.proposing import Field, Place, choose

PEOPLE = st.lists(st.integers(1, 30), max_size=20, unique=True)


def nobody(one: int) -> bool:
    return False


def drawn(tiers, **changed):
    given = {"most": 5, "enough": 3, "ticket": "undian:7:rekan", "load": {}, "cap": 10, "barred": nobody}
    return choose(tiers, **{**given, **changed})


@given(
    st.lists(PEOPLE, min_size=1, max_size=4), st.integers(1, 8), st.dictionaries(st.integers(1, 30), st.integers(0, 12))
)
def test_whatever_the_field_the_choice_keeps_to_the_numbers(tiers, most, load) -> None:
    chosen = drawn(tiers, most=most, enough=min(3, most), load=load, barred=lambda one: one % 7 == 0, taken={4, 5})
    assert len(chosen) == len(set(chosen)) <= most
    assert not {4, 5} & set(chosen)
    assert not [one for one in chosen if one % 7 == 0 or load.get(one, 0) >= 10]
    assert set(chosen) <= {one for tier in tiers for one in tier}


def test_the_same_ticket_draws_the_same_and_another_ticket_others() -> None:
    people = list(range(1, 31))
    assert drawn([people]) == drawn([people[::-1]])
    assert drawn([people]) != drawn([people], ticket="undian:8:rekan")


def test_who_has_fewer_forms_comes_first() -> None:
    assert set(drawn([[1, 2, 3, 4]], most=2, load={1: 3, 2: 3, 3: 1})) == {3, 4}


def test_the_last_tier_is_asked_only_where_too_few_were_found() -> None:
    assert len(drawn([[1, 2, 3], [4], list(range(10, 20))])) == 4
    assert len(drawn([[1], [], list(range(10, 20))])) == 3


def test_peers_are_neither_oneself_nor_the_leader_nor_the_own_team() -> None:
    field = Field.of([Place(1, 10, None, None), Place(2, 10, None, 1), Place(3, 10, None, 1), Place(4, 20, 10, 2)])
    assert [set(tier) for tier in field.peers(2)] == [{3}, {3}, {3}, set()]
    assert field.subordinates(2) == [4]
    assert set().union(*map(set, field.peers(1))) == set()


@given(
    st.dictionaries(st.integers(1, 12), st.integers(0, 9), max_size=12),
    st.lists(st.integers(0, 11), min_size=12, max_size=12),
    st.integers(1, 6),
)
def test_joined_groups_are_large_enough_disjoint_and_lie_below_their_name(answers, above, smallest) -> None:
    parents = {unit: (place if 0 < place < unit else None) for unit, place in zip(range(1, 13), above, strict=True)}
    groups = join_small(answers, parents, smallest)
    for head in set(groups.values()):
        assert sum(answers[unit] for unit, named in groups.items() if named == head) >= smallest
    for unit, head in groups.items():
        place: int | None = unit
        while place != head:
            place = parents[place]  # reaches the head on the way up, or fails
    dropped = set(answers) - set(groups)
    assert all(answers[unit] < smallest for unit in dropped)
