"""The law that was sealed with criteria, when the program ships another one by now."""

import shutil
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from jenjang.law import snapshot
from jenjang.law.errors import LawError
from jenjang.law.parameters import REGULATIONS, default_book
from jenjang.selection import lawbooks


@pytest.fixture
def earlier(tmp_path: Path, settings) -> SimpleNamespace:
    """Criteria of a vacancy from before a change of the law."""
    settings.HOME = tmp_path
    root = shutil.copytree(REGULATIONS, tmp_path / "dulu")
    changed = next((root / "parameters").rglob("*.toml"))
    changed.write_text(changed.read_text() + "\n# keadaan dulu\n")
    return SimpleNamespace(
        policy_version=None, law_snapshot=snapshot.store(root, tmp_path / "hukum"), law_on=date(2026, 11, 17)
    )


def test_an_earlier_law_is_read_once_and_each_use_remembers_its_own_look_ups(earlier):
    first, second = lawbooks.law_of(earlier), lawbooks.law_of(earlier)
    assert first.book is second.book is not default_book()
    assert first["seleksi.bobot"].cites
    assert (first.used, second.used) == (["seleksi.bobot"], [])


def test_a_copy_that_was_changed_is_refused(earlier, tmp_path):
    changed = next((tmp_path / "hukum" / earlier.law_snapshot / "parameters").rglob("*.toml"))
    changed.write_text(changed.read_text() + "\n# diubah\n")
    with pytest.raises(LawError, match="berubah sejak disimpan"):
        lawbooks.law_of(earlier)
