"""`jenjang ledger`: words for people, JSON for programs, and an exit code that says which of three things it is."""

import argparse
import json
from pathlib import Path

import pytest

from jenjang.ledger import cli, notes
from tests.integration.ledger.conftest import behind_the_back, run, write
from tests.integration.ledger.test_decrees import FIELDS, enter

pytestmark = pytest.mark.usefixtures("sealed")


def jenjang(*words: str) -> int:
    """The ledger's part of the command line."""
    parser = argparse.ArgumentParser()
    cli.register(parser.add_subparsers())
    options = parser.parse_args(words)
    return int(options.run(options))


def test_verify_is_green_and_says_how_much_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    write("satu")
    assert jenjang("ledger", "verify") == 0
    assert "Semua cocok." in capsys.readouterr().out


def test_verify_names_the_row_and_exits_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = write("satu")
    with behind_the_back():
        run("UPDATE uji_baris SET note = 'lain'")
    assert jenjang("ledger", "verify") == 1
    assert f"uji_baris id {row}; terakhir ditulis sah oleh sistem:uji" in capsys.readouterr().out
    assert jenjang("ledger", "verify", "--format", "json") == 1
    result = json.loads(capsys.readouterr().out)
    assert set(result) == {"ok", "rows", "entries", "findings"}
    assert set(result["findings"][0]) == {"kind", "table", "id", "person", "by", "at"}


def test_a_checkpoint_is_written_and_verified_against(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("satu")
    place = tmp_path / "titik"
    assert jenjang("ledger", "checkpoint", "--out", str(place)) == 0
    assert notes.read(place.read_text()).size > 0
    assert jenjang("ledger", "verify", "--checkpoint", str(place)) == 0


@pytest.mark.parametrize("content", [None, b"", b"bukan titik periksa", b"\xff\xfe"])
def test_a_checkpoint_that_cannot_be_read_exits_with_two(
    tmp_path: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "titik"
    if content is not None:
        place.write_bytes(content)
    assert jenjang("ledger", "verify", "--checkpoint", str(place)) == 2
    assert "titik periksa tidak dapat dibaca" in capsys.readouterr().err


def test_a_decree_is_proved_or_said_not_to_be_there(capsys: pytest.CaptureFixture[str]) -> None:
    enter()
    assert jenjang("ledger", "prove", FIELDS["nomor"], "--disclose", "nomor") == 0
    assert json.loads(capsys.readouterr().out)["format"] == "jenjang-bukti/1"
    assert jenjang("ledger", "prove", "999") == 1


def test_the_public_key_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert jenjang("ledger", "key") == 0
    assert notes.read_key(capsys.readouterr().out).type == notes.LOG
