"""A copy of the law is named by its hash, so that a decision can be replayed under the law of its day."""

import shutil
from datetime import date

import pytest

from jenjang.law import snapshot
from jenjang.law.catalogue import evaluate
from jenjang.law.errors import LawError
from jenjang.law.parameters import REGULATIONS, LawBook, default_book

ASKED = {"received_on": "2026-01-05", "submitted_on": "2026-01-20"}


@pytest.fixture
def changed(tmp_path):
    root = tmp_path / "regulations"
    shutil.copytree(REGULATIONS, root)
    term = root / "parameters" / "kinerja" / "keberatan" / "tenggat.toml"
    term.write_text(term.read_text("utf-8").replace("value = 14", "value = 21"), "utf-8")
    return root


def test_the_hash_names_the_content_and_nothing_else(tmp_path, changed):
    moved = tmp_path / "pindah"
    shutil.copytree(REGULATIONS, moved)

    assert snapshot.digest(moved) == snapshot.digest(REGULATIONS) == default_book().digest
    assert snapshot.digest(changed) != snapshot.digest(REGULATIONS)


def test_cases_are_not_law(tmp_path):
    moved = tmp_path / "pindah"
    shutil.copytree(REGULATIONS, moved)
    shutil.rmtree(moved / "cases")

    assert snapshot.digest(moved) == snapshot.digest(REGULATIONS)


def test_a_decision_replays_under_the_stored_law(tmp_path, changed):
    name = snapshot.store(changed, tmp_path / "arsip")
    shutil.rmtree(changed)
    then = snapshot.load(tmp_path / "arsip", name)

    assert evaluate("kinerja.keberatan", "2026-03-02", ASKED)["result"]["allowed"] is False
    assert evaluate("kinerja.keberatan", "2026-03-02", ASKED, book=then)["result"]["allowed"] is True
    assert then.digest == name


def test_storing_twice_keeps_one_copy(tmp_path):
    names = {snapshot.store(REGULATIONS, tmp_path / "arsip") for _ in range(2)}

    assert [path.name for path in (tmp_path / "arsip").iterdir()] == list(names)


def test_a_copy_that_was_touched_is_refused(tmp_path):
    name = snapshot.store(REGULATIONS, tmp_path)
    (tmp_path / name / "parameters" / "kinerja" / "keberatan" / "tenggat.toml").unlink()

    with pytest.raises(LawError, match="berubah sejak disimpan"):
        snapshot.load(tmp_path, name)
    with pytest.raises(LawError, match="Tidak ada salinan"):
        snapshot.load(tmp_path, "0" * 64)


def test_a_law_book_loads_from_any_root(changed):
    assert LawBook.load(changed).on(date(2026, 3, 2))["kinerja.keberatan.tenggat"].value == 21
    with pytest.raises(LawError, match="tidak ada folder"):
        LawBook.load(changed / "tidak-ada")
