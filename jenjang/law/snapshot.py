"""Salinan regulasi: the hash of a law book, and a copy named by it, so that a decision can be replayed years later."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path

from jenjang.law.errors import LawError
from jenjang.law.parameters import LawBook

_LAW_FOLDERS = ("sources", "parameters", "tables")
_LAW_FILES = {".toml", ".csv"}


def files(root: Path) -> list[Path]:
    """The files that are law, in an order that no machine's locale can change. Cases are tests, not law."""
    found = [path for folder in _LAW_FOLDERS for path in (root / folder).rglob("*")
             if path.is_file() and path.suffix in _LAW_FILES]  # fmt: skip
    return sorted(found, key=lambda path: path.relative_to(root).as_posix().encode())


def digest(root: Path) -> str:
    """SHA-256 over each file's name and content, each with its length before it."""
    total = hashlib.sha256()
    for path in files(root):
        for part in (path.relative_to(root).as_posix().encode(), path.read_bytes()):
            total.update(len(part).to_bytes(8, "big"))
            total.update(part)
    return total.hexdigest()


def store(root: Path, archive: Path) -> str:
    """Copy the law into `archive/<hash>/`, once; the folder appears whole or not at all."""
    name = digest(root)
    target = archive / name
    if not target.exists():
        archive.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=archive) as scratch:
            copy = Path(scratch) / name
            for path in files(root):
                place = copy / path.relative_to(root)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, place)
            if not target.exists():
                copy.rename(target)
    return name


def load(archive: Path, name: str) -> LawBook:
    """The law book with this hash; refused if the copy no longer has it."""
    target = archive / name
    if not target.is_dir():
        raise LawError(f"Tidak ada salinan regulasi {name} di {archive}.")
    if digest(target) != name:
        raise LawError(f"Salinan regulasi {name} berubah sejak disimpan.")
    return LawBook.load(target)
