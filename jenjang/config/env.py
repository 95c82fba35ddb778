"""Typed readers of environment variables. A wrong value stops the program and says what to write instead."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[2]


class SettingError(RuntimeError):
    """A setting is missing or wrong; the message says what to write."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    value = text(name)
    if value not in ("", "0", "1"):
        raise SettingError(f"{name} must be 1 or 0, not {value!r}.")
    return default if value == "" else value == "1"


def number(name: str, default: int) -> int:
    value = text(name)
    if value and not value.isdigit():
        raise SettingError(f"{name} must be a whole number, not {value!r}.")
    return int(value or default)


def words(name: str, default: str = "") -> list[str]:
    """Several values in one variable, separated by commas; blanks around them do not count."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def zone(name: str, default: str) -> str:
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError) as error:
        raise SettingError(f"{name} must be a time zone such as {default}, not {value!r}.") from error
    return value


def home() -> Path:
    """Where state lies: database, keys, files. JENJANG_HOME, by default var/ in the clone."""
    return Path(text("JENJANG_HOME") or ROOT / "var").expanduser().resolve()


def database_from_url(url: str) -> dict[str, object]:
    """Django's dictionary for postgresql://user:password@host:port/name or ...?host=/socket/folder."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise SettingError(f"DATABASE_URL must begin with postgresql://, not {parts.scheme}://. Only PostgreSQL works.")
    if not parts.path.lstrip("/"):
        raise SettingError("DATABASE_URL must name a database: postgresql://user:password@host/name.")
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(query.get("port", parts.port or "")),
    }
