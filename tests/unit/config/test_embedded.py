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


def test_a_running_server_is_found_also_from_a_process_with_another_temporary_folder(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = database.places()
    where.data.mkdir(parents=True)
    (where.data / "postmaster.pid").write_text(f"1\n{where.data}\n1\n5432\n{where.socket}\n\n")
    monkeypatch.setattr(database.tempfile, "gettempdir", lambda: str(tmp_path / "lain"))
    assert database.places().socket == where.socket


def test_a_deep_temporary_folder_leaves_room_for_the_name_of_the_socket(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database.tempfile, "gettempdir", lambda: "/" + "x" * 120)
    assert len(str(database.places().socket / ".s.PGSQL.5432")) <= 107
