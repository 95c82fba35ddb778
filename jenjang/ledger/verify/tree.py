"""Pohon: every entry against its leaf, every checkpoint against the tree."""

from hashlib import sha256

from jenjang.ledger import functions, keys, notes
from jenjang.ledger.merkle import Frontier
from jenjang.ledger.notes import Note
from jenjang.ledger.verify.report import Report
from jenjang.ledger.verify.streaming import stream

# The leaf's text, NULL when a field of the entry is: a text that leaves a field out would not tell which.
_FIELDS = ", ".join(f"e.{name}" for name in functions.LEAF_FIELDS)
_LEAF = f"CASE WHEN num_nulls({_FIELDS}) = 0 THEN '\\x00'::bytea || convert_to({functions.LEAF_TEXT}, 'UTF8') END"
ENTRIES = (
    f"SELECT l.index, l.hash, e.id, {_LEAF} "
    "FROM public.ledger_leaf l FULL JOIN public.ledger_entry e ON e.id = l.entry_id"
)
_SEPARATORS = len(functions.LEAF_FIELDS) - 1
_LOST = bytes(32)  # stands where the tree has no leaf: no checkpoint can agree with it


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
    settled = _settled(report)
    leaves: dict[int, bytes] = {}
    altered, lost, late, fresh = [], [], [], 0
    for index, stored, entry, text in stream(report.cursor, ENTRIES):
        if index is None:  # committed since the last run of the sequencer
            fresh += 1
            if entry <= settled:
                late.append(entry)
            continue
        leaf = stored if text is None else sha256(text).digest()
        if entry is None:
            lost.append(index)
        # A tab within a field would let two different entries have the same text.
        elif text is None or leaf != stored or text.count(b"\t") != _SEPARATORS:
            altered.append(entry)
        leaves[index] = leaf
    report.entries += fresh + len(leaves) - len(lost)
    report.find_entries("ledger", [*altered, *late])
    for index in lost:
        report.find("ledger", "ledger_entry", str(index))
    return _roots(_in_order(report, leaves), sizes)


def _settled(report: Report) -> int:
    """Below this number every entry has its leaf. Without the mark the sequencer stands still, which is a finding."""
    report.cursor.execute("SELECT settled FROM public.ledger_sequencer")
    marks = report.cursor.fetchall()
    if len(marks) != 1:
        report.find("ledger", "ledger_sequencer")
    return max((settled for (settled,) in marks), default=0)


def _in_order(report: Report, leaves: dict[int, bytes]) -> list[bytes]:
    """The leaves by their places; where there is a gap, its first place is named."""
    expected = 0
    for index in sorted(leaves):
        if index != expected:
            report.find("ledger", "ledger_leaf", str(expected))
        expected = index + 1
    return [leaves.get(index, _LOST) for index in range(len(leaves))]


def _roots(leaves: list[bytes], sizes: set[int]) -> dict[int, bytes]:
    """The root of the tree at each size that somebody signed."""
    tree = Frontier()
    roots = {0: tree.root()}
    for size in sorted(size for size in sizes if 0 < size <= len(leaves)):
        tree.extend(leaves[tree.size : size])
        roots[size] = tree.root()
    return roots
