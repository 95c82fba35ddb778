"""Pohon: every entry against its leaf, every checkpoint against the tree."""

from binascii import unhexlify
from hashlib import sha256

from jenjang.ledger import functions, keys, notes
from jenjang.ledger.merkle import Frontier
from jenjang.ledger.notes import Note
from jenjang.ledger.verify.copying import NULL, lines
from jenjang.ledger.verify.report import Report

ENTRIES = (
    "SELECT l.index, encode(l.hash, 'hex'), "
    + ", ".join("encode(e.hash, 'hex')" if field == "hash" else f"e.{field}" for field in functions.LEAF_FIELDS)
    + " FROM public.ledger_leaf l FULL JOIN public.ledger_entry e ON e.id = l.entry_id ORDER BY l.index"
)


def check(report: Report, checkpoint: str | None) -> None:
    published = _published(report)
    if checkpoint is not None:
        published.append(notes.read(checkpoint))
    roots = _check_leaves(report, {note.size for note in published})
    report.cursor.execute("SELECT count(*) FROM public.ledger_leaf")
    size = report.cursor.fetchone()[0]
    trusted = [keys.public()] if published else []
    for note in published:
        if not all(note.is_signed_by(key) for key in trusted) or not notes.known(note, keys.witnesses()):
            report.find("ledger", "ledger_checkpoint", str(note.size))
        elif note.size > size:
            report.find("rolled_back", "ledger_entry")
        elif roots[note.size] != note.root:
            report.find("ledger", "ledger_leaf")


def _published(report: Report) -> list[Note]:
    """The notes that the ledger itself keeps; a row that says otherwise than its note is a finding."""
    report.cursor.execute("SELECT id, size, root, note FROM public.ledger_checkpoint ORDER BY id")
    found = []
    for key, size, root, text in report.cursor.fetchall():
        try:
            note = notes.read(text)
        except notes.NoteError:
            report.find("ledger", "ledger_checkpoint", str(key))
            continue
        if (note.size, note.root) != (size, bytes(root)):
            report.find("ledger", "ledger_checkpoint", str(key))
        found.append(note)
    return found


def _check_leaves(report: Report, sizes: set[int]) -> dict[int, bytes]:
    """Each entry against its leaf; then the tree's root, from the entries, at each size that somebody signed."""
    report.cursor.execute("SELECT settled FROM public.ledger_sequencer")
    settled = report.cursor.fetchone()[0]
    leaves: list[bytes] = []
    altered, lost, late, place = [], [], [], 0
    for line in lines(report.cursor, ENTRIES):
        index, stored, entry = line.split(b"\t", 2)
        if index == NULL:  # committed since the last run of the sequencer
            report.entries += 1
            if _id_of(entry) <= settled:
                late.append(_id_of(entry))
            continue
        leaf = sha256(b"\x00" + entry).digest()
        if entry.startswith(NULL):
            lost.append(index.decode())
            leaf = unhexlify(stored)
        elif leaf != unhexlify(stored) or int(index) != place:
            altered.append(_id_of(entry))
        leaves.append(leaf)
        place += 1
    report.entries += place - len(lost)
    report.find_entries("ledger", [*altered, *late])
    for index_text in lost:
        report.find("ledger", "ledger_entry", index_text)
    return _roots(leaves, sizes)


def _id_of(entry: bytes) -> int:
    return int(entry.split(b"\t", 1)[0])


def _roots(leaves: list[bytes], sizes: set[int]) -> dict[int, bytes]:
    """The root of the tree at each size that somebody signed."""
    tree = Frontier()
    roots = {0: tree.root()}
    for size in sorted(size for size in sizes if 0 < size <= len(leaves)):
        tree.extend(leaves[tree.size : size])
        roots[size] = tree.root()
    return roots
