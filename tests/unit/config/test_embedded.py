"""The embedded database belongs to one home, not to whatever comes to lie in the same place."""

import shutil
from pathlib import Path

import pytest

from jenjang.config import database


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JENJANG_HOME", str(tmp_path / "rumah"))
    return tmp_path / "rumah"


def test_a_home_keeps_its_places(home: Path) -> None:
    assert database.places() == database.places()


def test_a_home_that_is_made_anew_meets_neither_server_nor_data_of_the_old_one(home: Path) -> None:
    before = database.places()
    shutil.rmtree(home)
    after = database.places()
    assert after.home == before.home
    assert after.socket != before.socket
