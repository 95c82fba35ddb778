"""Halangan: what keeps a command from running and is no fault of the program, in a sentence for who operates it."""

import errno
from pathlib import Path

from jenjang.config import database, env

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
NO_FOLDER = frozenset({errno.ENOTDIR, errno.EEXIST, errno.ENOENT})


def in_words(error: BaseException) -> str:
    """The sentence, or nothing when the error is a fault that should be seen whole."""
    if isinstance(error, OSError):
        return _of_files(error)
    origin = error.__cause__ if type(error).__module__ == "django.db.utils" and error.__cause__ else error
    return _of_database(origin)


def _of_files(error: OSError) -> str:
    home = env.home()
    if error.errno in FULL:
        return f"Tidak ada ruang lagi pada disk. Kosongkan, atau pindahkan JENJANG_HOME ({home}) ke disk lain."
    if not error.filename or not Path(str(error.filename)).is_relative_to(home):
        return ""
    if error.errno in CLOSED:
        return f"{error.filename} tidak dapat dibaca atau ditulis. JENJANG_HOME ({home}) harus milik yang menjalankan."
    if error.errno in NO_FOLDER:
        return f"JENJANG_HOME ({home}) bukan folder yang dapat dipakai: {error.strerror}."
    return ""


def _of_database(error: BaseException) -> str:
    import psycopg

    if not isinstance(error, psycopg.Error):
        return ""
    said = str(error).strip().partition("\n")[0]
    if isinstance(error, psycopg.errors.DiskFull):
        return f"Basis data kehabisan ruang: {said}"
    if isinstance(error, psycopg.errors.InsufficientPrivilege):
        return f"Peran basis data ini tidak berhak: {said}. Jalankan `jenjang setup` sebagai pemilik tabel (DATABASE_OWNER_URL)."
    if isinstance(error, psycopg.OperationalError | psycopg.errors.InvalidCatalogName):
        where = "DATABASE_URL" if database.external_url() else f"catatannya di {database.places().base}"
        return f"Basis data tidak dapat dihubungi: {said.rstrip('.')}. Periksa {where}."
    return ""
