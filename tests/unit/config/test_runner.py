"""`make test` never passes in silence without its browser tests."""

from pathlib import Path

import pytest

from tests import run
from tests.chromium import find_chromium


@pytest.mark.parametrize(
    ("accepted", "failed", "code"), [("1", 0, 0), ("1", 3, 3), ("", 0, 1), ("0", 0, 1), ("", 3, 3)]
)
def test_without_a_browser_it_says_so_and_fails_unless_that_was_accepted(
    accepted: str, failed: int, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JENJANG_NO_BROWSER", accepted)
    assert run.without_browser(failed) == code
    assert "browser tests NOT run" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["chromium", "chromium-browser"])
def test_a_browser_that_the_runner_finds_is_the_one_that_the_tests_start(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_chromium() == ""
    (tmp_path / name).touch(mode=0o755)
    assert find_chromium() == str(tmp_path / name)
