"""Pohon Merkle of RFC 6962: roots, inclusion and consistency proofs. Pure; hashes in, hashes out."""

import hashlib
from collections.abc import Sequence

BLOCK = 1024
EMPTY = hashlib.sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


class Frontier:
    """The roots of the perfect subtrees of a growing tree, largest first: all that is needed to go on."""

    def __init__(self, size: int = 0, roots: Sequence[bytes] = ()) -> None:
        if size.bit_count() != len(roots):
            raise ValueError(f"A tree of {size} leaves has {size.bit_count()} perfect subtrees, not {len(roots)}.")
        self.size = size
        self.roots = list(roots)

    def add(self, leaf: bytes) -> None:
        """Append a leaf hash: it merges with as many neighbours as the size has trailing ones."""
        carry, size = leaf, self.size
        while size & 1:
            carry = hashlib.sha256(b"\x01" + self.roots.pop() + carry).digest()
            size >>= 1
        self.roots.append(carry)
        self.size += 1

    def extend(self, leaves: Sequence[bytes]) -> None:
        """Append many: whole aligned blocks are folded level by level, which halves the time of one by one."""
        start = 0
        while start < len(leaves):
            if self.size % BLOCK or len(leaves) - start < BLOCK:
                self.add(leaves[start])
                start += 1
            else:
                self._add_block(leaves[start : start + BLOCK])
                start += BLOCK

    def _add_block(self, level: Sequence[bytes]) -> None:
        sha256 = hashlib.sha256
        while len(level) > 1:
            level = [
                sha256(b"\x01" + left + right).digest() for left, right in zip(level[::2], level[1::2], strict=True)
            ]
        carry, blocks = level[0], self.size // BLOCK
        while blocks & 1:
            carry = node_hash(self.roots.pop(), carry)
            blocks >>= 1
        self.roots.append(carry)
        self.size += BLOCK

    def root(self) -> bytes:
        if not self.roots:
            return EMPTY
        answer = self.roots[-1]
        for left in reversed(self.roots[:-1]):
            answer = node_hash(left, answer)
        return answer


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root over leaf hashes."""
    tree = Frontier()
    tree.extend(leaves)
    return tree.root()


def inclusion_path(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes that lead from leaf `index` to the root, from below upwards."""
    if not 0 <= index < len(leaves):
        raise IndexError(f"leaf {index} of {len(leaves)}")
    if len(leaves) == 1:
        return []
    half = _split(len(leaves))
    if index < half:
        return [*inclusion_path(leaves[:half], index), root_of(leaves[half:])]
    return [*inclusion_path(leaves[half:], index - half), root_of(leaves[:half])]


def root_from_path(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """The root that a leaf and its path lead to; ValueError when the path does not fit the place."""
    if not 0 <= index < size:
        raise ValueError("the leaf lies outside the tree")
    place, last, answer = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            raise ValueError("the path is too long")
        if place & 1 or place == last:
            answer = node_hash(sibling, answer)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            answer = node_hash(answer, sibling)
        place, last = place >> 1, last >> 1
    if last:
        raise ValueError("the path is too short")
    return answer


def consistency_path(leaves: Sequence[bytes], old_size: int) -> list[bytes]:
    """The hashes that show the first `old_size` leaves to be a beginning of all of them."""
    if not 0 < old_size <= len(leaves):
        raise IndexError(f"old size {old_size} of {len(leaves)}")
    return _consistency(leaves, old_size, whole=True)


def _consistency(leaves: Sequence[bytes], old_size: int, *, whole: bool) -> list[bytes]:
    if old_size == len(leaves):
        return [] if whole else [root_of(leaves)]
    half = _split(len(leaves))
    if old_size <= half:
        return [*_consistency(leaves[:half], old_size, whole=whole), root_of(leaves[half:])]
    return [*_consistency(leaves[half:], old_size - half, whole=False), root_of(leaves[:half])]


def is_consistent(old_size: int, old_root: bytes, new_size: int, new_root: bytes, path: Sequence[bytes]) -> bool:
    """RFC 9162, 2.1.4.2: does the path lead to both roots?"""
    if not 0 < old_size <= new_size:
        return False
    if old_size == new_size:
        return not path and old_root == new_root
    hashes = [old_root, *path] if old_size & (old_size - 1) == 0 else list(path)
    if not hashes:
        return False
    place, last = old_size - 1, new_size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = hashes[0]
    for sibling in hashes[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and old == old_root and new == new_root


def _split(size: int) -> int:
    """The largest power of two smaller than size."""
    return 1 << ((size - 1).bit_length() - 1)
