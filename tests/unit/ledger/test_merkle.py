"""RFC 6962 against vectors computed by another program, and by the RFC's own recursive definition written out here."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.ledger import merkle

# The leaves and roots that implementations of Certificate Transparency have exchanged since 2012.
LEAVES = [
    b"", b"\x00", b"\x10", b"\x20\x21", b"\x30\x31", b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57", b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
]  # fmt: skip
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def hashes(count: int) -> list[bytes]:
    return [merkle.leaf_hash(leaf) for leaf in LEAVES[:count]]


def by_definition(leaves: list[bytes]) -> bytes:
    """MTH of RFC 6962, section 2.1, as the text has it."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    k = max(power for power in (2**n for n in range(20)) if power < len(leaves))
    return hashlib.sha256(b"\x01" + by_definition(leaves[:k]) + by_definition(leaves[k:])).digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_root_equals_the_known_vector(size: int) -> None:
    assert merkle.root_of(hashes(size)).hex() == ROOTS[size - 1]


def test_empty_tree_has_the_hash_of_nothing() -> None:
    assert merkle.root_of([]) == by_definition([])


@given(st.lists(st.binary(max_size=8), max_size=70))
def test_root_equals_the_recursive_definition(leaves: list[bytes]) -> None:
    assert merkle.root_of([merkle.leaf_hash(leaf) for leaf in leaves]) == by_definition(leaves)


@pytest.mark.parametrize("size", range(1, 40))
def test_every_leaf_is_proved_and_no_other_place_accepts_its_path(size: int) -> None:
    leaves = [merkle.leaf_hash(bytes([n])) for n in range(size)]
    root = merkle.root_of(leaves)
    for index, leaf in enumerate(leaves):
        path = merkle.inclusion_path(leaves, index)
        assert merkle.root_from_path(leaf, index, size, path) == root
        assert merkle.root_from_path(leaves[index - 1], index, size, path) != root or size == 1


def test_a_path_of_wrong_length_is_refused() -> None:
    leaves = hashes(7)
    path = merkle.inclusion_path(leaves, 3)
    for wrong in (path[:-1], [*path, path[0]]):
        with pytest.raises(ValueError, match="path is too"):
            merkle.root_from_path(leaves[3], 3, 7, wrong)


@pytest.mark.parametrize("new", range(1, 34))
def test_every_older_tree_is_shown_to_be_a_beginning(new: int) -> None:
    leaves = [merkle.leaf_hash(bytes([n])) for n in range(new)]
    root = merkle.root_of(leaves)
    for old in range(1, new + 1):
        path = merkle.consistency_path(leaves, old)
        assert merkle.is_consistent(old, merkle.root_of(leaves[:old]), new, root, path)
        assert not merkle.is_consistent(old, merkle.leaf_hash(b"other"), new, root, path)
        assert not merkle.is_consistent(old, merkle.root_of(leaves[:old]), new, merkle.leaf_hash(b"other"), path)


def test_a_frontier_goes_on_where_it_was_left() -> None:
    leaves = [merkle.leaf_hash(bytes([n])) for n in range(29)]
    first = merkle.Frontier()
    for leaf in leaves[:13]:
        first.add(leaf)
    second = merkle.Frontier(first.size, first.roots)
    for leaf in leaves[13:]:
        second.add(leaf)
    assert second.root() == merkle.root_of(leaves)


def test_a_frontier_refuses_roots_that_do_not_fit_its_size() -> None:
    with pytest.raises(ValueError, match="perfect subtrees"):
        merkle.Frontier(3, [b"x"])


@pytest.mark.parametrize("steps", [[3000], [1, 2999], [1024, 1024, 952], [1023, 1025, 952], [500, 2100, 400]])
def test_many_leaves_at_once_give_the_same_tree(steps: list[int]) -> None:
    leaves = [merkle.leaf_hash(number.to_bytes(2, "big")) for number in range(3000)]
    one_by_one, at_once = merkle.Frontier(), merkle.Frontier()
    for leaf in leaves:
        one_by_one.add(leaf)
    for step in steps:
        at_once.extend(leaves[at_once.size : at_once.size + step])
    assert (at_once.size, at_once.roots) == (one_by_one.size, one_by_one.roots)
