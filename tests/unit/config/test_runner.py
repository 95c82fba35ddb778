"""`make test` never passes in silence without its browser tests."""

import pytest

from tests import run


@pytest.mark.parametrize(
    ("accepted", "failed", "code"), [("1", 0, 0), ("1", 3, 3), ("", 0, 1), ("0", 0, 1), ("", 3, 3)]
)
def test_without_a_browser_it_says_so_and_fails_unless_that_was_accepted(
    accepted: str, failed: int, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JENJANG_NO_BROWSER", accepted)
    assert run.without_browser(failed) == code
    assert "browser tests NOT run" in capsys.readouterr().out
