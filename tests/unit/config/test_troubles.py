"""What keeps a command from running is said in a sentence with exit code 2, never as a traceback."""

import errno
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from jenjang import cli
from jenjang.config import commands, env, troubles


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JENJANG_HOME", str(tmp_path))
    return tmp_path


def said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert cli.main(arguments) == 2
    shown = capsys.readouterr()
    assert "Traceback" not in shown.err
    return shown.err


@pytest.mark.parametrize(
    "words", ["ledger verify", "demo accounts", "selection rank L-2026-0001", "accounts code x --reason y"]
)
def test_a_database_that_was_never_set_up_is_named_before_anything_is_tried(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE django_migrations RENAME TO belum_ada")
    assert "Jalankan `jenjang setup` dahulu" in said(words.split(), capsys)


@pytest.mark.parametrize(("number", "words"), [
    (errno.ENOSPC, "Tidak ada ruang lagi pada disk"), (errno.EACCES, "tidak dapat dibaca atau ditulis"),
    (errno.EROFS, "tidak dapat dibaca atau ditulis"), (errno.ENOTDIR, "bukan folder yang dapat dipakai"),
])  # fmt: skip
def test_a_home_that_cannot_be_used_is_named(home: Path, number: int, words: str) -> None:
    sentence = troubles.in_words(OSError(number, "words of the system", str(home / "kunci")))
    assert words in sentence
    assert str(home) in sentence


def test_a_file_that_is_not_the_homes_is_no_trouble_of_the_home(home: Path) -> None:
    assert troubles.in_words(OSError(errno.EACCES, "denied", "/etc/shadow")) == ""
    assert troubles.in_words(ValueError("a fault")) == ""


def test_a_server_that_does_not_answer_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://seorang@127.0.0.1:1/jenjang")
    assert "Basis data tidak dapat dihubungi" in said(["serve"], capsys)
    monkeypatch.setenv("DATABASE_URL", "postgresql://seorang@127.0.0.1/")
    assert "must name a database" in said(["serve"], capsys)


def test_a_wrong_setting_stops_the_program_and_says_what_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JENJANG_TIMEZONE", "Mars/Olympus")
    with pytest.raises(env.SettingError, match="such as Asia/Jakarta"):
        env.zone("JENJANG_TIMEZONE", "Asia/Jakarta")
    monkeypatch.setenv("JENJANG_HOSTS", "satu.test, dua.test,")
    assert env.words("JENJANG_HOSTS") == ["satu.test", "dua.test"]


@pytest.mark.parametrize("words", ["serve --port 0", "serve --port 65536", "serve --port -1", "serve --workers 0"])
def test_a_port_or_a_number_of_workers_that_cannot_be_is_refused(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(words.split())
    assert stopped.value.code == 2
    assert "write a whole number from 1 to" in capsys.readouterr().err


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_port_in_use_is_named_with_one_that_may_be_free(taken_port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "PORT_SECONDS", 0.0)
    with pytest.raises(env.SettingError, match=f"Port {taken_port} sudah dipakai program lain.*PORT={taken_port + 1}"):
        commands._refuse_taken_port(taken_port)


def test_a_port_that_was_let_go_is_taken_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    commands._refuse_taken_port(port)
